"""Questions about how the bot is used."""

from __future__ import annotations

from handlers.understanding.pattern import HOW, patterns

HELP = patterns(
    "help",
    # "em cần hướng dẫn cách dùng"
    (
        9,
        r"\b(?:tro giup|help|hdsd|menu)\b|"
        r"\b(?:huong dan|cach|cach thuc|tai lieu|video|clip|so tay) (?:em |anh |chi_ |xa |cho em |"
        r"giup em |minh |ve |de )*(?:su dung|dung|xai|thao tac|bam|go|nop|xac nhan|bao nop|gui|lam|"
        r"bao cao da|khai bao|dang nhap|ket noi|vao|tuong tac)\b",
        r"\b(?:huong dan|cach) (?:lam|viet) (?:bao cao|de cuong|bieu)|\bhuong dan so\b",
    ),
    # "bot này dùng để làm gì thế"
    (
        8,
        r"\b(?:giup|lam|ho tro|biet lam|biet|hoi) (?:em |anh |xa |minh |cho em )*(?:duoc )?(?:nhung |"
        r"cac |viec )?(?:gi|chi)\b.*",
        r"\b(?:phai|can|con|xa em|hom nay|hom|tuan|nhung viec|viec gi|bien dong|khong lam)\b|"
        r"\blam gi (?:ma|day|duoc)",
    ),
    # "bot làm được những việc gì"
    (
        9,
        r"\bbot\b.*\b(?:lam|giup|ho tro|tra loi) duoc (?:nhung |cac )*(?:viec |cai |dieu |"
        r"chuc_? nang )?(?:gi|nao)\b",
    ),
    # "bot có những chức năng gì"
    (
        8,
        r"\bduoc (?:nhung )?gi\b.*\bbot\b|"
        r"\bbot\b.*\b(?:duoc gi|duoc nhung gi|lam gi|dung de|tac dung|chuc_? nang|co the|biet gi)\b",
    ),
    # "gõ chi để xác nhận đã gởi hè"
    (
        10,
        r"\b(?:go|danh(?! dau)|nhap|bam|an(?= (?:nut|vao|phim|chu_?|dau|cai|lenh|o))|soan|ghi|nhan|chon|"
        r"nhan tin|noi(?! dung)|(?<!noi )dung) (?:lenh |cau |nut |chu_? |phim |tin |cu phap |vao |cho |"
        r"cai )*(?:nao|gi|sao|o dau|the nao|nhu the nao|lam sao|kieu gi|dau)\b",
        r"\b(?:bao gio|khi nao)\b|\bkhong lam gi|\b[ivx]+\.\d|\b(?:phan|muc|bieu|noi dung) .*\bghi\b",
    ),
    # "làm thế nào để báo đã nộp"
    (
        8,
        r"\b(?:xai|dung|su dung|thao tac|xac nhan|bao da nop|nop|gui|khai|bao nop|vao|bao|huy xac nhan|"
        r"dang ky|lien ket|tuong tac|ket noi|lam) (?:cai nay |bot |bot nay |bao cao |o day |tren day |"
        rf"viec |thi |bang |cho |cai )*(?:{HOW}|bang cach nao|kieu chi)\b",
        r"\b(?:tien do|tinh hinh|de cuong|muc|phan|bieu|viet|bao cao (?:the|lam|ra))\b|\blam bao cao|"
        r"\bden gio",
    ),
    # "muốn xin gia hạn thì gõ sao"
    (
        10,
        rf"\b(?:lam|phai lam) (?:{HOW}|sao|gi) (?:de|ma) (?!viet|lam)|"
        rf"\bthi (?:em )?(?:lam|phai lam|bam|go|nhan|an) (?:{HOW}|gi|dau|vao dau)",
        r"\b(?:bieu|muc|phan)\b",
    ),
    # "dùng lệnh nào để báo đã nộp"
    (10, r"^(?:lenh|cau lenh|go lenh|dung lenh)\b.*\b(?:gi|nao|sao|the nao|o dau)\b"),
    # "mí cái lệnh gồm những j z b"
    (
        9,
        r"\blenh (?:nao|gi|de|cho|dung)\b|\blenh .*\b(?:nhung gi|gi|nao)\b|"
        r"\b(?:nhung|cac|danh sach|co) lenh\b|\bcu phap\b|"
        r"\blenh (?:xem|de|nop|xin|bao|rut|kieu|the|xac)|\bchuc_? nang\b|\bchuc_? nang gi\b",
        r"^/",
    ),
    # "e hông biết xài cái này, chỉ giùm"
    (
        8,
        r"\bkhong (?:biet|ranh|hieu|ro) (?:cach |lam |cach su |la )*(?:dung|xai|su dung|"
        r"lam (?:the nao|sao)|bam|thao tac|nop (?:o|the|sao|kieu)|cach|gi ca)\b",
    ),
    # "bot này dùng để làm gì thế"
    (
        8,
        r"\b(?:bot|ban_|day|cai nay|em|may|nhom nay|day la) (?:nay )?(?:la (?:cai )?(?:gi|ai)|de lam gi|"
        r"dung de lam gi)\b",
        r"\bde cuong\b",
    ),
    # "xin cái tài liệu thao tác"
    (8, r"\b(?:xin|cho|gui|co) .*\b(?:tai lieu|huong dan)\b.*\b(?:su dung|thao tac|dung|bot|he thong)\b"),
    # "giúp tôi với"
    (
        7,
        r"^(?:bot |vang |em |oi |a |chi_(?! em) )*(?:huong dan|giup|giup em|giup do|chi_|"
        r"chi)(?: (?:em|giup|voi|a|nhe|anh|minh|xa|chut|1|bot|cai|ti|do|toi|oi))*$",
    ),
    (
        7,
        r"\b(?:duoc|the|cho) (?:sua|nop lai|gui lai|chinh sua|thay|bo sung|"
        r"rut)(?: lai)?(?: duoc)? khong\b|\b(?:sua|nop lai|gui lai|thay|bo sung)(?: lai)? duoc khong\b",
        r"\b(?:xa|phuong) \w+ \w+ ",
    ),
    # "muốn báo là nộp rồi thì bấm vô đâu vậy"
    (
        6,
        r"\b(?:nop|gui)\b.*\b(?:o dau|vao dau|cho nao|qua dau|kenh nao|cho ai|ve dau|dia chi nao|"
        r"duong nao|noi nao)\b",
    ),
    # "chỉ tui cách báo nộp với"
    (
        6,
        r"\b(?:huong dan|chi|chi_) (?:em|giup|cho|minh|xa)\b.*",
        r"\b(?:anh|chao) chi_ em|\b(?:viet|de cuong|bao cao|bieu|muc|phan)\b",
    ),
)
