"""Requests for the outline, a form or a section of it."""

from __future__ import annotations

from handlers.understanding.pattern import NUMBER, SENT, WHAT, patterns

TOLD = r"\b(?:da nhan|nhan duoc|da xem|cam on|da co|da tai|da doc)\b"

DOING = (
    r"\b(?:dang|da) (?:sua|bo sung|kiem tra|tinh|tong hop|lam|viet|nhap|soan|hoan thien|thu thap|"
    r"ra soat|chinh|cap nhat|dien|cho)\b|\bchua (?:tong hop|lam xong|viet)|\bchua (?:nop|gui)\b|"
    r"\b(?:bieu|so lieu) (?:[^ ,?]+ ){0,3}chua co$|\b(?:thieu|sai|chua dung|chua co so lieu)\b"
)

OUTLINE = patterns(
    "outline",
    # "phần chuyển đổi số cần số liệu gì"
    (
        8,
        r"\b(?:muc|phan|noi dung) nao\b.*\b(?:viet|phu trach|lam|chu tri|bao cao)\b|"
        r"\b(?:can|lay) so lieu gi\b|\bbao cao (?:dai|bao nhieu|may|khoang) .*trang\b|\bmay trang\b",
        r"\b(?:nop|gui) (?:chua|roi)\b",
    ),
    (
        9,
        r"\b(?:bao cao|phan|bieu|de cuong)\b.*\b(?:noi dung|phan|muc|bieu) (?:gi|nao)\b",
        r"\b(?:nhac|don doc|tra lai|da nop|chua nop)\b",
    ),
    # "biểu mẫu kèm theo ở đâu ạ"
    (8, r"\b(?:phu luc|bieu|mau)\b.*\b(?:dau|o dau|dau roi)\b(?! mua)", r"\b(?:da nop|da gui|nhac|tra)\b"),
    # "đề cương mới nhất là bản nào"
    (
        8,
        r"\b(?:de cuong|bieu mau|mau bieu|mau bao cao|file mau|mau file|khung bao cao|dan y|template|"
        r"mau so ket|mau phu luc)\b",
        rf"{TOLD}(?!.*\b(?:nhung|gi|nao|sao|the nao)\b)|{DOING}|\b(?:da|moi) gui\b|\b(?:nop|gui) roi\b|"
        r"\btheo (?:dung )?(?:de cuong|mau|bieu mau)\b(?!.* nao)|"
        r"\bde cuong (?:nay |gi ma |sao ma )?(?:dai|kho|phuc tap|hay|ngan|nhieu|roi ram|chi tiet)\b",
    ),
    # "cho em xin đề cương bản word"
    (
        8,
        r"\b(?:xin|cho|gui|can|lay|tai|kiem|tim|xem|co|chua thay|khong thay|chua co|chua nhan|mat|"
        r"download|up|up lai|muon_?|dua|ban|share|chup|cap|cung cap|in)\b.*\b(?:mau(?!_)|bieu|phu luc|"
        r"form|de cuong|huong dan viet|khung|noi dung (?:bao cao|muc|phan))\b",
        rf"{TOLD}|{DOING}|\b(?:da|moi) gui\b|\btheo (?:dung )?mau\b|"
        r"\b(?:nop|gui) (?:het |du |xong )?roi\b(?!.*\b(?:xin|cho (?:em|xa|ben)|gui em)\b)|"
        r"\bgui (?:kem )?bieu\b.*\broi\b|\b(?:nhac|don doc|giuc|ban tin)\b|"
        r"\b(?:gia han|lui|khat|them (?:\d|vai|thoi))|\btra (?:lai|ve)|\bkem\b|\bxin (?:nop|bao)",
    ),
    # "phần chính quyền số viết sao"
    (
        7,
        rf"^(?:[^ ,?]+ ){{2,7}}(?:can |phai )?(?:viet|trinh bay|neu|ghi) (?:nhung |the |nhu |ra |cai |"
        rf"cac |may )*(?:{WHAT}|the nao|sao|y)\b",
        r"\b(?:bao cao|lenh|nop|gui|sai|khong)\b",
    ),
    # "mục III.2 cần viết những gì ạ"
    (
        8,
        rf"\b(?:muc|phan|chuong|bieu|bieu mau|phu luc|mau|form)(?: so)? {NUMBER}\b.*\b(?:{WHAT}|the nao|"
        r"sao|o dau|yeu cau|viet|ghi|lay|xem|cho|xin|nhu|can|la|dau|noi|giai thich|gom|gui|nhu the nao|"
        r"trinh bay|y|voi|hoi|khong hieu|cho ai)\b",
        rf"{DOING}|\b(?:da|roi)\b|\b(?:nhac|don doc|giuc|ban tin|tra lai|tra ve)\b|"
        rf"\b{SENT} .*(?:xong|chua)\b",
    ),
    # "cho em coi mục II.3"
    (
        8,
        r"\b(?:xem|cho|xin|gui|mo|doc|lay|can|hoi|tra|giai thich|coi|noi ro) (?:em |anh |chi_ |giup |"
        r"xa |minh |lai |cai |hoi |voi |chi tiet |noi dung |ve |xem |ro |giup em |cho em )*(?:muc|phan|"
        rf"chuong|bieu|bieu mau|phu luc|mau|form)(?: so)? {NUMBER}\b",
        rf"{DOING}|\b(?:nhac|don doc|tra lai|tra ve)\b|\broi\b",
    ),
    # "II.2 phải viết những ý gì vậy ad"
    (8, r"\b[ivx]+\.\d+(?:\.\d+)*\b.*\b(?:gi|nao|sao|the nao|viet|o dau|yeu cau|ghi)\b"),
    (
        7,
        r"^(?:muc|phan|chuong|bieu|bieu mau|phu luc|mau|"
        rf"form)(?: so)? {NUMBER}(?: (?:phan|muc|chuong) {NUMBER})*(?: (?:a|em|nhe|voi|bot|di|"
        r"anh))*(?: \?)?$",
    ),
    # "phần IV mục 2 yêu cầu những gì"
    (
        7,
        rf"\b(?:phan|muc|noi dung|chuong)\b (?!cong|tram|mem|viec)(?:[^ ,?]+ ){{1,10}}?(?:can|viet|ghi|"
        rf"gom|yeu cau|lay|neu|trinh bay|phai|co|bao cao|la|thi|danh gia|dien|lam)\b.*\b(?:{WHAT}|"
        r"the nao|sao|nhu the nao|o dau)\b",
        r"\b(?:tien do|viec|nop|lenh|bam)\b",
    ),
    # "báo cáo gồm bao nhiêu mục lớn"
    (
        8,
        r"\bbao cao\b.*\b(?:gom|theo|viet|can|co|trinh bay|bo cuc|cau truc|phai co|can co|"
        r"ket cau)\b.*\b(?:nhung |may |cac )?(?:phan|muc|noi dung|bieu|mau|y|de cuong|bo cuc)\b.*",
        r"\b(?:da|roi|nhac|tra)\b",
    ),
    # "viết báo cáo theo mẫu nào hả chị"
    (
        8,
        r"\b(?:viet|lam|soan|trinh bay|lap) (?:bao cao|bc|bieu|bai|tham luan|phu luc)\b.*\b(?:the nao|"
        r"sao|theo|gi|nhu the nao|kieu gi|dau tu dau)\b|"
        r"\b(?:huong dan|cach) (?:em |xa )?(?:viet|lam|lap|soan) (?:bao cao|bieu|phan|muc|de cuong)",
        r"\bxong\b",
    ),
    (
        8,
        r"\bbao cao (?:so ket )?(?:viet|lam|gom|can|co|trinh bay|ghi) (?:nhung |cac )?(?:gi|the nao|sao|"
        r"nhung gi|phan nao|muc nao)\b",
    ),
    (8, r"\b(?:cau truc|bo cuc|ket cau|khung|noi dung) (?:cua )?(?:bao cao|bc|de cuong)\b", rf"{TOLD}|{DOING}"),
    # "có form excel của biểu 3B không"
    (
        7,
        r"\b(?:mau|form|bieu)\b(?!_).*\b(?:o dau|dau|nao|lay|dau roi|khong|chua|moi nhat)\b",
        rf"{TOLD}|{DOING}|\b(?:nhac|thieu|tra|da gui|da nop|nop|nhanh)\b",
    ),
    (
        8,
        r"\b(?:phan|muc|noi dung) (?:nao )?(?:cua |ben |xa |phan cong )?(?:em|xa em|ben em|don vi em|"
        r"so_ em) (?:phu trach|viet|lam|phai viet|bao cao)|"
        r"\b(?:phu trach|viet|chu tri) (?:phan|muc|noi dung) nao",
    ),
)
