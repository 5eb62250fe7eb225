"""Requests for a later day."""

from __future__ import annotations

from handlers.understanding.pattern import UNITS, patterns

DAY = (
    r"(?:hom|ngay|thu|mai|cuoi|dau_?|tuan|thang|giua|\d+(?:/\d+)*|chieu|dem|sang|het|t\d|cn|"
    r"chu nhat|mung|ngay kia|han)"
)

EXTENSION = patterns(
    "extension_request",
    (9, r"\b(?:xin|cho)\b.*\b(?:nop|gui) (?:bao cao )?(?:sau|qua) (?:han )?\d+ (?:ngay|hom)"),
    (
        8,
        r"\b(?:nop|gui) (?:bao cao )?sau \d+ (?:ngay|hom|tuan)|"
        r"\bsau \d+ (?:ngay|hom) (?:nua )?(?:nop|gui)\b.*\bduoc",
    ),
    # "đề nghị gia hạn do chưa có số liệu bên thuế"
    (
        9,
        r"\bgia han\b",
        r"\bco (?:duoc )?gia han(?: (?:gi|nua|them|khong|chua|nop))* ?(?:khong|chua|hay|"
        r"hoi_)(?!.*\bcho\b)|\bgia han (?:chua|roi|hoi_)|"
        r"\b(?:khong|chua|duoc|da|cho) (?:can |duoc )?gia han (?:roi|chua|nua|den)|"
        r"\bkhong (?:can|xin|phai)\b.*gia han",
    ),
    # "xin khất đến thứ 6 tuần này"
    (
        9,
        r"\b(?:xin|cho|de nghi|mong|nho|duoc|giup|kinh|phep|lam on|hay)\b.*\b(?:lui|doi|"
        r"hoan(?! thanh| thien| tat)|khat|cham|them (?:\d|1|2|vai|may|it|chut|thoi|ngay|tuan|ti)|"
        r"noi (?:han|them|rong|gian|thoi)|keo dai|gian han|tre|thu thu|du di|no den|no sang)\b",
        rf"\bnhac\b|\bdoi_ |\btra loi|\bcham nhat|\bkhong (?:xin|lui|hoan|cham)|\bai\b|\b{UNITS} nao|"
        r"\bxin loi|\bco doi\b",
    ),
    # "dời hạn qua tuần sau được hôn"
    (
        9,
        r"\b(?:lui|doi|hoan(?! thanh| thien| tat)|khat|noi(?= (?:han|them|rong|gian|thoi|lich))|keo dai|"
        rf"gian(?= (?:han|them))|day(?! du))(?: [^ ,?]+){{0,3}}? (?:han|lai|den|sang|qua|them|thoi han|"
        rf"xuong|lich|ngay|{DAY}|duoc khong)\b",
        r"\bnhac\b|\bcho doi|\bday len|\bco (?:lui|doi|hoan)|\bday (?:qua|sang|den)|"
        r"\bkhong (?:lui|doi|hoan)|\bnoi (?:ngay|lai|thang)",
    ),
    # "nộp trễ tới ngày mai được hông"
    (
        8,
        rf"\b(?:nop|gui|bao cao) (?:[^ ,?]+ ){{0,3}}?(?:cham|tre|muon|bu) .*\b(?:duoc khong|nhe|cho|xin|"
        rf"giup|thong cam|{DAY})\b",
        r"\bnhac\b|\bai\b|\bnao\b|\bbi\b|\bnhung\b|\broi\b|\bda\b|\bco sao|\bcham nhat|\bphat\b",
    ),
    # "xã xin nợ báo cáo tới cuối tuần"
    (
        8,
        r"\b(?:cho|xin|de|mong)\b (?:phep |em |xa |ben |don vi |phong |minh |so_ |chung |phuong |toi |"
        rf"anh |nop |gui |bao cao |bc |no |thu thu |lai |han |duoc |bon |tui |ben em ){{0,7}}(?:den|sang|"
        rf"qua|toi) (?:[^ ,?]+ )?{DAY}\b",
        r"\bnhac\b|\bhoi\b|\bsang nay\b|\bgui em\b|"
        r"\bde (?:den|sang|qua)? ?(?:mai|thu)\b.*\b(?:nop|gui)$|\bde (?:em|xa em|ben em)\b",
    ),
    # "làm không kịp, cho em thêm 3 hôm"
    (
        9,
        r"\b(?:xin|cho|can|mong|duoc|them)\b.* ?\bthem (?:vai|may|\d+|it|chut|1|2|3|4|5|nua) ?(?:ngay|"
        r"hom|tuan|thoi gian|tieng|gio|buoi|bua|nua)?\b|"
        r"\bxin (?:them )?(?:vai|may|\d+) (?:ngay|hom|tuan|buoi)\b|\b(?:xin|can|cho) .*them thoi gian\b",
        r"\bnhac\b",
    ),
    # "ko kịp rồi, cho tới thứ 2 tuần sau nhé"
    (8, rf"\b(?:khong|chua) kip\b.*\b(?:{DAY}) .*\b(?:duoc khong|nhe|xin|cho)\b"),
    # "cho em nợ tới mai được không chị"
    (
        8,
        rf"\b(?:{DAY})\b.*\b(?:nop|gui) (?:bao cao |bc |bu )*(?:duoc (?:khong|chu)|co duoc khong)\b|"
        r"\b(?:mai|thu \d|t\d|\d+/\d+|tuan sau|ngay kia) (?:co )?duoc khong\b",
        r"\bnhac\b|\bco (?:cham|tre|kip)|\bnop duoc chua",
    ),
    (
        8,
        r"\b(?:nop|gui) (?:bao cao |bu )*(?:vao |trong |hom )?(?:mai|thu \d|t\d|tuan sau|\d+/\d+|"
        r"dau_? tuan|ngay kia|cuoi tuan|thang sau|chieu mai|sang mai)\b.*\b(?:duoc khong|duoc chu|"
        r"co duoc khong|cho phep)\b",
    ),
    # "mạng hỏng, xin nộp muộn đến mai"
    (
        8,
        r"\bxin (?:phep )?(?:duoc )?(?:nop|gui) (?:bao cao |bu )*(?:vao|sang|trong|hom|ngay|thu|cham|sau)\b",
        r"\bda\b",
    ),
    (7, r"\bthong cam\b.*\b(?:mai|thu \d|tuan|ngay|cham)\b|\b(?:thu thu|du di|ne nang|linh dong)\b"),
    # "cho khất mấy bữa nghe, đang lo đám tang"
    (8, r"\b(?:cho|xin) (?:em |xa |ben em )*(?:no|khat)(?: [^ ,?]+){0,3} (?:den|sang|them|vai|may|\d)", r"\bnhac\b"),
)
