"""Compare what people type: without diacritics, in one case, with single spaces."""

from __future__ import annotations

import re
import unicodedata

YES = frozenset({"co", "dung", "dung vay", "vang", "u", "uh", "ok", "oke", "dong y", "xac nhan", "yes", "y"})
NO = frozenset({"khong", "ko", "k", "thoi", "huy", "bo", "khong phai", "chua", "no", "n"})
SKIP = frozenset({"bo qua", "khong co", "khong", "ko", "thoi", "skip"})


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
