"""Questions about the deadline."""

from __future__ import annotations

from handlers.understanding.pattern import MEETING, UNITS, WHEN, patterns

GRANTED = (
    r"\b(?:gia han|lui|doi|hoan|khat|them) .*(?:duoc khong|duoc hong|nhe|giup|voi|cho em|cho xa)|"
    r"^(?:xin|cho|de nghi|mong|nho)\b.*\b(?:gia han|lui|doi|hoan|khat|them)\b|\bduoc khong\b"
)

DEADLINE = patterns(
    "deadline_question",
    # "nộp lúc nào là muộn nhất vậy"
    (
        9,
        rf"\b(?:{WHEN}|sau|qua|tu) (?:[^ ,?]+ ){{0,3}}?(?:la |thi |moi |co )*(?:bi )?(?:tinh |"
        r"dinh )?(?:la )?(?:cham|tre|het han|qua han)\b",
        r"\bduoc khong|\bxin\b|\bcho (?:em|xa)|\bnop cham\b(?!.*(?:nao|may|gio))",
    ),
    (9, r"\b(?:bi |con )?(?:tinh|dinh|coi) (?:la )?(?:cham|tre|qua han)\b.*(?:\b(?:khong|chua|hoi_)\b|\?)"),
    # "bao lâu nữa thì hết hạn ạ"
    (9, r"\bbao lau nua\b|\bcon (?:nop|gui) (?:bao cao )?(?:duoc|kip) (?:nua )?(?:khong|chu|hoi_)"),
    # "còn mấy hôm nữa đến hạn nhỉ"
    (
        8,
        r"\bcon (?:duoc )?(?:may|bao nhieu) (?:ngay|hom|tieng|gio|tuan)\b|"
        r"\bco bi phat (?:khong|chu|hoi_)|\btrong ngay hay\b",
    ),
    # "ngày hết hạn của báo cáo sơ kết"
    (
        8,
        r"\bngay (?:cuoi cung|chot|cuoi|het han)\b.*\b(?:nop|nhan|gui|bao cao)\b|"
        r"\b(?:nop|nhan|gui|bao cao)\b.*\bngay (?:cuoi cung|chot|cuoi|het han)\b",
    ),
    (8, r"\bngay \d+ hay (?:ngay )?\d+|\b(?:cham|tre) (?:bao nhieu|may) (?:ngay|hom)"),
    # "nghe nói tỉnh cho gia hạn rồi phải không ạ, giờ là ngày mấy"
    (
        10,
        r"\b(?:nghe|duoc|co|da|phai|thay)\b.*\b(?:lui|gia han|doi_?|keo dai|hoan) (?:han|lich|thoi han|"
        r"ngay)?.*\b(?:phai khong|dung khong|that khong|hoi_|roi hoi_)",
    ),
    # "hạn vẫn 8/5 hay lùi sang 12/5 rồi em ơi"
    (
        8,
        r"^(?:vay |the )?(?:han|deadline|thoi han)\b.*\b(?:van|con|nhu cu|giu nguyen|nhu the|dung)\b",
        r"\b(?:xin|cho)\b",
    ),
    # "có đổi hạn không hay vẫn 8/5"
    (
        9,
        r"\bco (?:duoc )?(?:doi|doi_|thay doi_?|lui|gia han|keo dai|hoan|"
        r"chuyen)(?: (?:han|thoi han|lich|ngay))*(?: (?:gi|nua|them|nop))* ?(?:khong|hay|chua|hoi_)",
        r"\bduoc khong|\bcho (?:em|xa|ben)|\b(?:de cuong|mau|bieu)\b",
    ),
    # "có đổi hạn không hay vẫn 8/5"
    (10, r"\b(?:han|deadline|thoi han)\b.* hay (?:la )?(?:van |da )?(?:lui|doi|\d|gia han|doi_)"),
    # "trước ngày 8 là có tính ngày 8 không em"
    (8, r"\btruoc (?:ngay )?\d+\b.*\b(?:tinh|dinh|ke|gom|bao gom)\b.*\b(?:khong|hoi_|chua|sao)\b"),
    # "thời hạn có thay đổi gì không ạ"
    (9, r"\b(?:han|deadline|thoi han)\b.*\b(?:co )?(?:doi_?|thay doi_?|lui|gia han) (?:gi |chua|khong|hay)"),
    # "tỉnh đã cho lùi hạn chưa chị"
    (
        8,
        r"\b(?:han|deadline|thoi han|ky han|den han|het han|han chot|han cuoi|"
        r"han chap)\b.*(?:\b(?:nao|may|bao gio|bao lau|bao nhieu|chua|khong|gi|sao|hoi_|la|con|den|xem|"
        r"biet|the nao|chung)\b|\?)",
        GRANTED,
    ),
    # "ngày hết hạn của báo cáo sơ kết"
    (
        7,
        r"^(?:cho (?:em |xa )?(?:hoi|biet|xin|xem) |hoi |nhac lai |xem )?(?:cai )?(?:han|deadline|"
        r"thoi han|han chot|han cuoi|"
        r"ngay het han)(?: (?:nop|cuoi|chot|bao cao|bc|cua|xa|em|so ket|a|nhe|voi|gui))*(?: \?)?$",
    ),
    # "xin hỏi hạn cuối cùng"
    (
        8,
        r"\b(?:cho|hoi|xem|xin|biet|nhac lai|noi lai) .*\b(?:han|deadline|thoi han|han chot|han cuoi)\b",
        r"\b(?:gia han|lui|doi|hoan|khat|them|keo dai|noi) |\bhan (?:den|toi|sang)",
    ),
    # "khi nào thì hết hạn nộp vậy"
    (
        8,
        rf"\b{WHEN}\b.*\b(?:nop|gui|het|chot|thu bao cao|phai xong|xong|han)\b",
        rf"{MEETING}|"
        rf"\b{WHEN} .*\b(?:xong|roi|duoc|ky|duyet|ranh|du)\b.*\b(?:em|anh|chi_|ben em|xa em|chung em)\b|"
        r"\b(?:xa|phuong|so_) (?!em)\w+ \w+ |\b(?:em|minh) (?:bao|nhan|goi)",
    ),
    # "cái này nộp muộn nhất hôm nào"
    (8, rf"\b(?:nop|gui|han|chot|het han|bao cao|xong)\b.*\b{WHEN}\b", MEETING),
    # "giờ này còn trong hạn không ạ"
    (
        8,
        r"\bcon (?:bao lau|bao nhieu (?:ngay|lau|thoi gian|gio)|may (?:ngay|hom|tieng|gio|nua)|"
        r"trong han|thoi gian (?:khong|nop)|han khong|kip)\b",
        r"\bcon may (?:cai|xa|don vi|viec|bao cao)",
    ),
    # "nộp lúc nào là muộn nhất vậy"
    (8, r"\b(?:cham|tre) nhat\b.*\b(?:ngay|khi|luc|nao|may|la|bao gio|hom|thu|vay|hoi_)\b", rf"\b{UNITS} nao|\bai\b"),
    # "nộp lúc nào là muộn nhất vậy"
    (
        8,
        rf"\b(?:nao|may|bao gio|khi nao) (?:la )?(?:cham|tre) nhat\b|\b{WHEN}\b.*\b(?:cham|tre) nhat\b",
        rf"\b{UNITS} nao|\bai\b",
    ),
    # "hôm nay đã hết hạn chưa"
    (
        8,
        r"\b(?:qua|het|tre|den|trong|sat|toi) han\b.*(?:\b(?:chua|khong|nao|may|hoi_|a vay)\b|\?)",
        r"\bduoc khong|" + (rf"{UNITS} nao"),
    ),
    # "đến 17h hay 24h là hết hạn ạ"
    (
        8,
        r"\b(?:den|truoc|het|toi|trong) (?:\d+h\d*|ngay \d+\S*|\d+/\d+|thu \d|mai|hom nay|chieu|dem|"
        r"sang)\b.* hay ",
    ),
    # "hết tháng này mới nộp phải không"
    (8, r"\bmoi (?:phai |can )?(?:nop|gui)\b.*\b(?:phai khong|dung khong|phai hoi_|hoi_)", r"\bten_\b"),
    # "còn kịp không chị"
    (7, r"\b(?:con )?kip (?:nop |gui |han )?(?:khong|chua|hoi_|\?)"),
    # "nộp trước ngày mấy"
    (7, r"\b(?:nop|gui)\b.*\b(?:truoc|den|trong|het) (?:ngay|thu|hom|luc|gio)?\s?(?:nao|may)\b"),
    # "thứ 6 nộp có bị trễ không ạ"
    (
        8,
        r"\b(?:mai|thu \d|t\d|hom nay|chieu|sang|dem|\d+/\d+|tuan sau|ngay kia)\b.*\b(?:moi )?(?:nop|"
        r"gui)\b.*\b(?:co )?(?:cham|tre|muon|qua han|kip|con han|sao)(?: han)? (?:khong|chua|hoi_)",
        r"\bduoc khong",
    ),
    # "nộp trước 17h chiều mai phải không ạ"
    (
        8,
        r"\b(?:nop|gui|han|het han)\b.* (?:truoc|den|trong|vao|la|het|ngay) .*\b(?:phai khong|"
        r"dung khong|phai hoi_|dung hoi_|a hoi_)",
        r"\bten_\b|\broi\b|\bda\b|\bxin\b",
    ),
    (
        8,
        r"\b(?:truoc|den|het) (?:ngay )?\d+/\d+.*\b(?:la|tinh|nghia|co tinh|gom)\b.*\b(?:ngay|khong|hay|"
        r"sao|nao|may)\b",
    ),
    (7, r"\bhan (?:nop )?(?:van )?(?:la )?(?:ngay )?\d+/\d+.*(?:khong|hoi_|dung|phai|\?)"),
    # "bao h thi khoa so nhan bc"
    (
        8,
        r"\b(?:may gio|bao gio|bao gio thi|khi nao thi) (?:khoa so|chot|dong|thu|ngung nhan)|"
        r"\b(?:khoa so|chot so|dong cong)\b.*\b(?:khi|ngay|gio|nao|may|luc)\b",
    ),
    # "nộp ngày 9 có bị coi là trễ hạn không"
    (
        9,
        r"\b(?:nop|gui)\b.*\b(?:co )?(?:bi )?(?:tinh |dinh |la |coi |xem )*(?:cham|tre|qua han|"
        r"muon)\b.*\b(?:khong|chua|hoi_)",
        r"\bduoc khong|\bxin\b",
    ),
    (7, r"\bgap khong\b|\bco gap\b"),
)
