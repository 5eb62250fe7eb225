"""Compare what people type: without diacritics, in one case, with single spaces."""

from __future__ import annotations

import re
import unicodedata

YES = frozenset({"co", "dung", "dung vay", "vang", "u", "uh", "ok", "oke", "dong y", "xac nhan", "yes", "y"})
NO = frozenset({"khong", "ko", "k", "thoi", "huy", "bo", "khong phai", "chua", "no", "n"})
SKIP = frozenset({"bo qua", "khong co", "khong", "ko", "thoi", "skip"})

HOUR = r"(?:luc |truoc )?\d{1,2} ?(?:h|g|gio|:) ?(?:\d\d)?(?: ?phut)?(?: (?:sang|trua|chieu|toi))?"
WEEK = r"(?: tuan (?:nay|sau|toi|den|ke|truoc|roi|qua))?"
WEEKDAY = rf"(?:(?:thu|t) ?(?:hai|ba|tu|nam|sau|bay|[2-7])|chu nhat|cn){WEEK}"
DATED = (
    r"(?:ngay )?(?:\d{1,2} ?[/.-] ?\d{1,2}(?: ?[/.-] ?(?:\d{4}|\d\d))?"
    r"|\d{1,2} thang \d{1,2}(?:,? nam \d{4}| ?/ ?\d{4})?)|ngay \d{1,2}"
)
COUNTED = r"(?:them )?(?:\d{1,2}|mot|hai|ba|bon|nam|muoi) ?(?:ngay lam viec|ngay|bua|hom|tuan)(?: (?:nua|truoc|sau))?"
NEARBY = (
    r"(?:(?:ngay|hom|bua) )?(?:nay|mai|mot|kia|qua)|hnay|tuan nay|cuoi tuan(?: nay)?"
    r"|(?:cuoi|het) thang(?: nay| \d{1,2})?"
)
A_DAY = (
    rf"(?:(?:{HOUR},?|sang|trua|chieu|toi|dem)(?: (?:cua|ngay))? )?"
    rf"(?:{WEEKDAY},? (?:{DATED})|{WEEKDAY}|{DATED}|{COUNTED}|{NEARBY})(?:,? {HOUR})?|{HOUR}"
)
ONLY_A_DAY = re.compile(
    r"(?:(?:da|vang|u|ok|oke|dong y|chi|cho|xin|gia han|lui|den|toi|tu|het|sang|qua|vao|truoc|nop|gui|hoan thanh"
    r"|bao cao|don vi|xa|phuong|chung)[ ,]+)*"
    rf"(?:{A_DAY})"
    r"(?:[ ,]+(?:a|nhe|nha|roi|thoi|la duoc|duoc|dong y|vang|da))*"
)
WAITS = re.compile(r"\bchờ\b")  # without its diacritics it is "cho", which gives

# What may stand beside a document's number: nothing that denies it, puts it off, or gives it to somebody else.
BESIDE_NUMBER = re.compile(
    r"so|vb|van|ban|bao|cao|bc|cong|cv|to|trinh|ttr|ke|hoach|kh|ky|hanh|phat|ngay|thang|nam|a|nhe|nha|da"
    r"|vang|la|co|gui|nop|roi|xong|cua|don|vi|qua|truc|lien|thong|bang|email|zalo|duong|buu|dien|ok|dung"
    r"|ubnd|hdnd|uy|nhan|dan|xa|phuong|em|toi|minh|chung|vao|luc|gio|h|day|nay|hom|dinh|kem|scan|o|tai|tep"
    r"|file|xem|anh|chup|goc"
)
MARKED = re.compile(r"\d{1,5} ?[/-] ?(?:\d{4} ?/ ?)?[^\W\d_][\w&./-]*|\d+(?: ?[/.-] ?\d+)*")


def plain(text: str) -> str:
    """Return a text as it is typed without diacritics: "Đề cương" becomes "de cuong"."""
    # đ has no decomposition, so NFD alone would leave it as it is.
    parts = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    bare = "".join(sign for sign in parts if not unicodedata.combining(sign) and unicodedata.category(sign) != "Cf")
    return " ".join(bare.split())


def shortened(text: str, most: int) -> str:
    """Cut a text between two words to at most ``most`` characters, with an ellipsis where something is missing."""
    if len(text) <= most:
        return text
    head = text[:most].rsplit(" ", 1)[0] if " " in text[:most] else text[: most - 1]
    return head.rstrip(" ,;:–-") + "…"


def answer_words(text: str) -> str:
    """Return what was said, ready for the sets above: no diacritics, no closing marks."""
    return plain(text).strip(" .,!?")


def names_a_day(text: str) -> bool:
    """Say whether a text means to name a day ("45/BC-UBND ngày 31/4"), whether or not there is such a day."""
    return re.search(r"\bngay\b|\b\d{1,2}/\d{1,2}\b", plain(text)) is not None


def is_only_a_day(text: str) -> bool:
    """Say whether a text is one day and nothing else but words that carry it: "đến 15/5 nhé", not "15/5 không được"."""
    if WAITS.search(unicodedata.normalize("NFC", text.casefold())):
        return False
    return ONLY_A_DAY.fullmatch(plain(text).strip(" .,;!")) is not None


def is_only_a_document(text: str, own: str = "") -> bool:
    """Say whether a text is a document's number and day and nothing else but words that go with them.

    Parameters:
        own: the plain name of the unit, which may be named.
    """
    left = MARKED.sub(" ", plain(text))
    return all(BESIDE_NUMBER.fullmatch(word) or word in own.split() for word in re.findall(r"\w+", left))
