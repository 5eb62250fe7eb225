"""Greetings, and remarks that ask for nothing."""

from __future__ import annotations

from handlers.understanding.pattern import SENT, patterns

GREETING = patterns(
    "greeting",
    # "chào buổi chiều các xã, phường"
    (
        5,
        r"^(?:vang |em |a |da |kinh |xin |bot |anh |chi_ |ca nha |moi_ nguoi |toi )*(?:chao|hi|hel+o+|"
        r"he lo|lo(?= bot)|hey|alo|a lo|hallo|hai|2|halo|good (?:morning|afternoon|evening)|morning|"
        r"kinh chao|yo|hellu|hilu|hekko|chao buoi)\b",
        r"\bchao (?:co|hang|gia|don)\b",
    ),
    # "chúc cả nhà ngày mới vui vẻ"
    (
        5,
        r"^(?:em |bot |anh |chi_ |xin |kinh |than )*chuc\b|"
        r"\bchuc (?:ca nha|moi_|anh|chi_|em|bot|ban_|cac|ngay|buoi|1|tuan)",
        rf"\bchuc mung .*\b{SENT}\b",
    ),
    # "chào buổi chiều cả nhà"
    (
        9,
        r"^(?:em |da |vang |kinh |xin |a |bot )*chao (?:[^ ,?]+ ?){0,5}$",
        r"\b(?:nop|gui|han|nhac|bao cao|de cuong|viec)\b",
    ),
    (4, r"^(?:tam biet|bye|good ?bye|bai bai)\b"),
    # "chúc mọi người buổi chiều vui vẻ"
    (5, r"\b(?:buoi sang|buoi chieu|ngay moi|tuan moi) (?:tot lanh|vui ve|vui|an lanh)\b"),
    (
        4,
        r"^(?:[^ ]+ ){0,3}(?:co|khoe) (?:do|day|khoe|o day) (?:khong|chua|hoi_)|"
        r"^(?:bot|em|ban_|anh|chi_) (?:oi|oi oi)(?: oi)*$",
    ),
)

NONE_RECEIVED = patterns(
    "none",
    # "bao giờ nộp được em sẽ nhắn"
    (
        7,
        r"\b(?:da|vua|moi|em) (?:[^ ,?]+ )?(?:nhan|xem|doc|ro|nam|tiep thu|tiep nhan|hieu|biet|thay|luu|"
        r"nghe|tai)\b(?! .*\b(?:nop|gui) (?:roi|xong))",
        r"\b(?:chua|khong|gi|nao|sao|the nao|nhung|dau|hoi_|nham|xin|lui|cho)\b|\?|\bda nhan tin\b",
    ),
    # "Đã xem 👀"
    (
        6,
        r"^(?!.*\bcam on)(?:vang|ok|oke|okie|okela|oki|a|uh|u|um|da|duoc|ro|nhat tri|dong y|yes|roi|"
        r"hieu|noted|nghe|biet|em|anh|chi_|bot|nhe|ban_|cam on|tuan lenh|thoi|the|vay|de|xem|luon| )+$",
        r"\bde xem .*(?:muc|phan|bieu|han)",
    ),
    # "nhận được rồi nhé cảm ơn em"
    (6, r"\bnhan (?:duoc |roi|a)\b", r"\b(?:chua|khong|gi|sao|hoi_)\b|\?"),
    hint="received",
)

NONE_WILL = patterns(
    "none",
    # "khi nào nộp xong em báo"
    (
        8,
        rf"\b(?:khi nao|bao gio|luc nao|chung nao|khi|hom nao) .*\b{SENT}\b.*\b(?:em|anh|ben em|xa em|"
        r"minh|se|toi|thi)\b.*\b(?:bao|nhan|goi|thong bao|alo|noi|tin)\b",
        r"\bbao (?:cho )?em\b|\?$|\b(?:nhac|han)\b",
    ),
    # "để chị hỏi lại văn phòng đã"
    (
        6,
        r"\b(?:de|cho) (?:em|anh|minh|toi|xa em|ben em|chi_)\b.*\b(?:kiem tra|xem|hoi|lam|coi|"
        r"nghien cuu|ra soat|bao cao lai|tra|doc|check|suy nghi|gui|nop|tinh)\b",
        r"\b(?:den (?:thu|mai|ngay|\d|hom|cuoi|dau)|xin|nhac|de cuong|mau|bieu|han|viec|nhiem vu|"
        r"danh sach|phan|muc|cho (?:em|anh) xem)\b",
    ),
    # "báo cáo đang chờ chủ tịch ký"
    (
        5,
        r"\b(?:dang|sap|se|co gang|tranh thu|chuan bi) (?:[^ ,?]+ ){0,3}?(?:lam|tong hop|viet|nop|gui|"
        r"hoan thien|soan|trinh|xu ly|ra soat|cho|ky|hoan thanh|nhap|kiem tra|xong)\b",
    ),
    # "đợi em ký số xong em đẩy lên"
    (
        5,
        r"\bdoicho\b.*\b(?:sep|lanh dao|ky|duyet|so lieu|y kien|dong dau_?|chu tich|ket qua)\b|"
        r"\btrinh (?:ky|roi|sep|duyet)\b",
    ),
    hint="will-do",
)

NONE_OTHER = (
    *patterns(
        "none",
        # "xong phim rồi, quên chưa nộp"
        (5, rf"\b(?:chua|khong kip|chua kip) (?:[^ ,?]+ ){{0,3}}?{SENT}\b", r"\b(?:ai|nao|bao nhieu|may)\b"),
        hint="not-yet",
    ),
    *patterns(
        "none",
        # "gửi bị lỗi, trả về mail hoài"
        (
            6,
            r"\b(?:khong|chua) (?:nop|gui|dang nhap|vao|tai|mo|ky so|len|up|day|truy cap|ket noi|"
            r"chuyen) (?:len |bao cao |file |duoc |noi |mail |bieu )*(?:duoc|noi)\b|"
            r"\b(?:bi loi|loi mang|loi he thong|he thong loi|treo|mat mang|mat dien|bi ket|sap mang|"
            r"khong vao duoc|nghen mang|sap he thong)\b",
            r"\b(?:xin|lui|gia han|cho xa|nhac|dua|khat|nop cham)\b|\?$",
        ),
        hint=("trouble"),
    ),
    *patterns(
        "none",
        # "dạ em cảm ơn"
        (5, r"\b(?:cam on|cam on|thank|thanks|thankyou|tks|thks|cam on|biet on|camon|cảm ơn)\b"),
        hint="thanks",
    ),
    *patterns(
        "none",
        # "bot gì mà lắm lời thế"
        (
            6,
            r"\bsao (?:con|van|cu|lai|hay|bot) ?[^ ,?]* ?nhac|\b(?:nao|suot|hoai|cu) cung nhac|"
            r"\bcu nhac (?:hoai|mai|suot)|\bnhac (?:hoai|mai|suot|nhieu|quai|lam the|gi ma|lam)\b|"
            r"\b(?:lam loi|noi nhieu|phien|on ao|buc|chan|met) (?:the|qua|ghe|vay|that|phuc)\b|"
            r"\b(?:bot|may) (?:gi ma|do|ngu|phien|lag|dien)\b",
            r"\b(?:mai|chieu|lat|sau|\d+h) .*nhac lai",
        ),
        hint=("complaint"),
    ),
    *patterns(
        "none",
        # "mấy anh bên xã kia gửi rồi đó"
        (
            9,
            r"\b(?:ai cung|moi_ nguoi|nguoi ta|"
            r"(?:may |cac )?(?:xa|don vi|phuong|ben|so_|noi) (?:khac|kia|ban_|ben canh|ben kia|canh ben|"
            rf"hang xom|lang gieng))\b.*\b{SENT}\b.*\b(?:roi|het|xong|du)\b",
            r"\b(?:chua|khong|hoi_)(?: (?:a|em|anh|chi_|bot|vay))*(?: \?)?$|\b(?:nhac lai|don doc|xin|cho)\b",
        ),
        # "có đủ biểu mới nộp được chứ"
        (9, r"\bmoi (?:nop|gui) (?:duoc|noi)\b"),
        # "kỳ này có phải nộp bản in không"
        (
            9,
            r"\bco (?:can|phai|duoc|nen) (?:[^ ,?]+ ){0,3}?(?:nop|gui)\b.*\b(?:ban|file|giay|mem|in|kem|"
            r"word|pdf|truc|mail)\b.*\b(?:khong|hoi_|chu)\b",
            r"\bhan\b",
        ),
        # "không phải việc của xã em"
        (8, r"\bkhong phai (?:la )?(?:viec|nhiem vu|cua|bao cao|xa|phan)\b", r"\b(?:huy|bo|go|rut|nham)\b"),
    ),
    *patterns(
        "none",
        # "xã nào xong rồi thì nghỉ nhé"
        (
            8,
            r"\b(?:nao|ai)\b.*\b(?:roi|xong)\b.*\bthi (?:khoi|thoi|khong|bo qua|dung|mien|yen)|"
            r"\b(?:nao|ai)\b.*\b(?:roi|xong)\b.*\bthi\b(?!.*nhac)|\bcu the (?:ma|nhe)\b",
            r"\b(?:lenh|go|bam|sao|the nao)\b",
        ),
        # "ngày mai giao ban lúc mấy giờ"
        (
            8,
            r"\b(?:thoi tiet|bong|an trua|ca phe|cafe|nhau|giao ban luc|can cuoc|can|xo so|gia vang|tre em|"
            r"doc bao|facebook|tinh yeu|wifi|mat khau|nghi le|nghi phep|hop luc|lich hop|xang|bao hiem|"
            r"tang luong|tien luong|bang luong)\b",
            r"\b(?:bao cao|nop|gui|han|nhac|de cuong|muc|phan|bieu|don doc|can (?:nop|lam|gui|phai|viec)|"
            r"tra lai)\b",
        ),
        # "nộp bản giấy hay file?"
        (
            8,
            r"\b(?:nop|gui) (?:ban|bang|file|qua|bao cao)\b.*\b(?:hay|hoac)\b.*\b(?:file|mem|giay|mail|truc|"
            r"cung|pdf|word|ioffice|zalo|scan|word)\b",
            r"\b(?:han|ngay)\b",
        ),
    ),
)
