"""Requests to be reminded later."""

from __future__ import annotations

from handlers.understanding.pattern import SENT, UNITS, patterns

COMPLAINT = (
    r"\bsao (?:con|van|cu|lai|hay|bot) ?\w* ?nhac|"
    r"\bnhac (?:hoai|mai|suot|nhieu|lam|quai|lam the|gi ma)|\bnhac (?:nham|sai)"
)

CLOCK = (
    r"(?:\d+h\d*|\d+ ?(?:gio|tieng|phut)|\d+:\d+|\d+g\d*|mai|chieu|sang|dem|trua|thu \w+|t\d|cn|"
    r"chu nhat|lat|chut|ti|ty|sau|hom sau|tuan sau|ngay kia|\d+/\d+|cuoi gio|dau_? gio|gio|muon)"
)

SNOOZE = patterns(
    "snooze",
    # "để mai hãy nhắc, nay mệt rồi"
    (
        9,
        rf"\b{CLOCK}\b.*\bnhac\b|\bnhac\b(?! nua).*\b{CLOCK}\b",
        rf"{COMPLAINT}|\b(?:nhac|don doc) (?:\w+ )?(?:cac|nhung|tat ca|may {UNITS}|{UNITS}(?! em))|"
        r"\bda nhac|\bnhac nho|\bkhong (?:can )?nhac (?:lai|nua)|\bnhac .*\b(?:cac xa|cac don vi)\b",
    ),
    # "tới 8h tối nhắc tui cái nha"
    (
        8,
        r"\bnhac (?:lai |giup |cho |ho |dum |viec )*(?:em|anh|chi_|minh|xa em|ben em|chau|con|toi|ban_ a)\b",
        rf"{COMPLAINT}|\bkhong (?:can )?nhac|\bdung nhac",
    ),
    # "tạm dừng nhắc tới thứ hai"
    (
        8,
        r"\b(?:khoan|dung|tam|tam dung|tam ngung|thoi|hoan|ngung|tat) (?:hay |co |viec |"
        rf"cai )?nhac\b.*\b{CLOCK}",
        r"\bsao\b",
    ),
    # "khoan hãy nhắc, chờ em họp xong"
    (7, r"\b(?:khoan|tam|tam dung|tam ngung) (?:hay |co )?(?:nhac|bao|thong bao)\b", r"\bsao\b"),
    # "đầu giờ chiều mai gọi lại nhé"
    (
        8,
        rf"\b(?:{CLOCK}) (?:nua |em |anh |hay |roi |thi |lai |ta |nhe |gio |nay |mai )*(?:hoi|bao|goi|"
        r"nhan|keu|ping|alo|thong bao) (?:lai|em|anh|minh|giup|ho|cho em|chi_|nhe)",
        rf"\b(?:em|xa em|ben em|anh) (?:se )?(?:bao|goi|nhan)|\b{SENT}\b.*\b(?:bao|nhan)\b|\bbao cao",
    ),
    (7, r"\bhen (?:lai )?(?:\d|mai|chieu|sang|thu|lat|gio|nhac|toi|em|lich)", r"\bnop\b|\bgui\b"),
    # "cuối giờ chiều nhắc lại nhé"
    (
        7,
        r"\b(?:lat|chut|ti|mai|chieu|sang mai|dem|de sau) (?:nua |nay |nhe |hay |thi )*(?:nhac|hoi|"
        r"bao lai)\b|\bnhac (?:lai )?sau\b|\bde (?:lat|sau|chieu|mai|dem) (?:nhac|hay|di|nhe)\b",
        COMPLAINT,
    ),
    # "mốt nhắc lại giùm tui nghen"
    (
        7,
        r"\bnhac lai\b",
        rf"{COMPLAINT}|\bnhac lai (?:han|giup em han|cac|nhung|{UNITS}(?! em))|"
        r"\b(?:dung|khong) (?:can )?nhac",
    ),
    # "tạm thời đừng nhắc nữa, bận lắm"
    (6, r"\b(?:dung|thoi|bot_|khoi) (?:co )?nhac\b(?: (?:nua|di|giup))*", r"\b(?:sao|bot gi)\b"),
)

SNOOZE_AT_ALL = patterns(
    "snooze",
    (
        6,
        r"^(?:thoi |vay |a |em )?(?:de|doi|cho|doicho) (?:den )?(?:chieu|mai|lat|dem|"
        r"sang)(?: (?:nay|mai|nua|nhe|a|di|em|da))*$",
    ),
    (7, r"\b(?:goi|keu|bao|hu) (?:em|anh|minh|chi_)\b.*\bluc \d"),
    # "nhắc em vào 14h hôm nay nhé"
    (
        6,
        r"\bnhac\b",
        rf"{COMPLAINT}|\b(?:da nhac|nhac den|nhac toi|nhac nho)\b|\bthi (?:nhac|khong)|\bbi nhac|"
        rf"\b(?:khong|khoi|mien) (?:can )?nhac|\bcam on|\bnhac (?:cac|nhung|tat ca|{UNITS}(?! em))",
    ),
    role="unit",
)
