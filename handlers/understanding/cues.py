"""Weaker signs of what is wanted: a key word with a request or a question beside it, where no phrase was known."""

from __future__ import annotations

from handlers.understanding.pattern import HOW, UNITS, WHAT, WHEN, Pattern, patterns

ASKS = rf"(?:{HOW}|{WHAT}|{WHEN}|may|bao nhieu|o dau|khong|chua|hoi_|ai)"
PLEASE = r"(?:xin|cho|nho|mong|can|de nghi|muon_|giup|gui|lay|co the|duoc khong|kinh)"
LATER = (
    r"(?:mai|ngay kia|thu (?:\d|hai|ba|tu|nam|sau|bay)|chu nhat|t[2-7]|tuan (?:sau|toi)|"
    r"(?:dau_|cuoi) (?:tuan|thang)|"
    r"(?:ngay|mung) \d+|\d+/\d+|hom sau)"
)
TALK = r"\b(?:da (?:nhan|xem|co|doc)|cam on|thoi tiet|hop|an trua|luong)\b"

WEAK = (
    # "muốn rút lại xác nhận thì làm như nào", "cách tra cứu việc của đơn vị", "nhờ hướng dẫn"
    *patterns(
        "help",
        (10, rf"\b(?:muon_|de|can) .* thi .*\b(?:lam|bam|go|nhan|vao) (?:{HOW}|nhu nao|gi|dau|o dau)\b", TALK),
        (
            8,
            r"^(?:cho hoi |xin hoi |hoi |xin |cho em |em hoi )*cach (?!mang|ly|day|lam bao cao|viet)[^ ,?]+ [^ ,?]+",
            r"\bbieu\b|\bmuc\b",
        ),
        (
            7,
            r"\b(?:nho|xin|can|mong|de nghi|cho) (?:[^ ,?]+ ){0,3}?(?:huong dan|chi dan|ho tro|chi bao)\b",
            r"\b(?:viet|de cuong|mau|bieu|muc|phan|so lieu)\b",
        ),
        (6, r"\bkhong (?:biet|ranh|hieu|ro) (?:gi|cai nay|bot|lam|phan mem|cong nghe|may moc)\b"),
    ),
    # "mồng mấy phải nộp hè", "8/5 là tính đến 24 giờ hay hết giờ làm việc", "tỉnh đã cho lùi hạn chưa chị"
    *patterns(
        "deadline_question",
        (9, r"\b(?:mung|ngay|gio) (?:may|bao nhieu|nao) .*\b(?:nop|gui|han|xong)\b"),
        (
            8,
            r"\b(?:\d+/\d+|\d+h|ngay \d+) .*\b(?:tinh|dinh|den|la)\b.* hay (?:la )?(?:het|den|tinh|dinh|\d|"
            r"ngay|gio)",
        ),
        (
            10,
            r"\b(?:tinh|dinh|so_?|tren|ten_|sep|ho)\b.*\b(?:cho |da |duoc )*(?:lui|gia han|doi_|hoan|"
            r"keo dai)(?: han| thoi han)?"
            r"(?: nop)? (?:chua|khong)(?: (?:a|em|anh|chi_|bot|vay))*(?: \?)?$",
            r"\bduoc khong\b",
        ),
        (5, rf"\b(?:han|thoi han|deadline|het han)\b.*\b{ASKS}\b", rf"{TALK}|\b(?:gia han|xin|cho em)\b"),
    ),
    # "xin them han", "có thể nộp vào thứ ba tuần sau không", "đề nghị cho phường nộp báo cáo vào ngày 11/5"
    *patterns(
        "extension_request",
        (9, r"\b(?:xin|cho|de nghi|mong) .*\bthem (?:han|thoi han|ngay|buoi)\b", r"\bnhac\b"),
        (
            8,
            r"\b(?:de nghi|xin|mong|kinh|cho|co the|duoc)\b.*\b(?:nop|gui)\b.*\b(?:vao|sang|trong|den|toi|"
            rf"qua)? ?{LATER}\b"
            r".*(?:\b(?:khong|chu|nhe)\b|\?)",
            r"\b(?:nhac|han|cham|tre|da|roi)\b",
        ),
        (
            8,
            rf"\b(?:de nghi|xin|mong|kinh de nghi)\b (?:[^ ,?]+ ){{0,3}}?(?:cho|duoc|"
            rf"phep) (?:[^ ,?]+ ){{0,3}}?(?:nop|gui) .*\b{LATER}\b",
            r"\bnhac\b",
        ),
    ),
    # "cho em biết việc sắp đến hạn"
    *patterns(
        "outstanding_tasks",
        (
            9,
            r"\b(?:viec|nhiem vu|bao cao|cai)(?: nao| gi)? (?:sap |da |dang |bi )*(?:den|toi|qua|het|tre) han\b",
            rf"\b{UNITS} nao\b|\bnhac\b",
        ),
        (
            5,
            rf"\b(?:viec|nhiem vu|dau_ viec)\b.*\b{ASKS}\b",
            rf"{TALK}|\b(?:tu choi|tra|cong viec the nao|viec nay|viec do|viec khac|lam viec)\b",
        ),
        role="unit",
    ),
    # "em là Hoa văn thư xã, chào mọi người"
    *patterns(
        "greeting",
        (
            5,
            r"\b(?:xin |kinh )?chao (?:moi_ nguoi|ca nha|anh|chi_|cac|bot|em|co|chu|quy_)\b",
            r"\b(?:nop|gui|han|nhac|bao cao|viec)\b",
        ),
    ),
    # "xin cái biểu với", "phần này ghi sao"
    *patterns(
        "outline",
        (
            5,
            rf"\b(?:de cuong|bieu mau|phu luc|mau|bieu)\b(?!_).*\b(?:{ASKS}|xin|cho|voi)\b|"
            rf"\b(?:{PLEASE})\b.*\b(?:de cuong|bieu mau|mau bieu|bieu)\b",
            rf"{TALK}|\b(?:nop|roi|dang|nhac|tra|sua|sai|thieu)\b|\bchua co$",
        ),
    ),
    # "alo mấy phường chưa gửi giùm chị", "yêu cầu các xã chậm nộp khẩn trương gửi báo cáo"
    *patterns(
        "nudge",
        (
            9,
            r"\b(?:alo|nhan|noi|bao|keu|ra lenh|thong bao) (?:voi |cho |giup |toi |lai )*(?:cac|nhung|may|"
            rf"tat ca) {UNITS} .*(?:giup|di|nhe|ngay|gap|lien|nop|gui)",
            r"\b(?:hoi|lai|khong|chua|hoi_)$|\?",
        ),
        (
            8,
            rf"\b(?:yeu cau|de nghi|bao|keu|noi|nho|bat) (?:cac |nhung |may |tat ca )?(?:ten_|{UNITS})\b.*"
            r"\b(?:khan truong|gap|som|ngay|nhanh|dung han|nop|gui)\b",
            r"\blai\b|\?|\b(?:khong|chua|hoi_|roi)(?: (?:a|em|vay))*$|\b(?:bo sung|sua|chinh|lam ro|hoan thien)\b",
        ),
        role="coordinator",
    ),
    # "xã Đức Cơ thế nào", "đã nộp những đâu rồi"
    *patterns(
        "status",
        (
            5,
            rf"\b(?:ten_|{UNITS}|nop|gui)\b.*(?:\b(?:{ASKS}|nhu nao)\b|\?)",
            rf"{TALK}|\b(?:nhac|don doc|tra|lai|han)\b",
        ),
        role="coordinator",
    ),
)
CUES: tuple[Pattern, ...] = WEAK
