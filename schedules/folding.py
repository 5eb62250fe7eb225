"""Fold a phrase: one case, no diacritics, no marks of emphasis; weekdays become t2 … t7."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

NUMBERS = "mười hai|mười một|mười lăm|ba mươi|hai mươi|mười|một|hai|ba|bốn|tư|năm|sáu|bảy|tám|chín"
WORTH = dict(zip(NUMBERS.split("|"), (12, 11, 15, 30, 20, 10, 1, 2, 3, 4, 4, 5, 6, 7, 8, 9), strict=True))
COUNTED = rf"(?:(?<=vòng )|(?<=hạn )|(?<=quá )|(?<=nhất )|(?<=sau ))({NUMBERS})(?= (?:ngày|tuần|tháng|giờ)\b)"
# Words that lose their difference with their diacritics are told apart before.
ACCENTED: tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = (
    (re.compile(r"\bngay\b(?!\s*\d)"), "tuc thi"),
    (re.compile(r"\b(?:ngày )?mốt\b"), "ngày kia"),
    (re.compile(r"\b(?:tới|sang)\b(?= (?:ngày|hết|hôm|thứ|mai|cuối|\d))"), "đến"),
    (re.compile(r"\btối\b(?! đa| thiểu)"), "đêm"),
    (re.compile(r"\bm(?:ới|ời|ọi)\b"), "khac"),  # not "mỗi"
    (re.compile(r"\btỉnh\b"), "tinhly"),  # not "tính"
    (re.compile(r"\bngày (?:làm việc )?thứ (\d{1,3})(?=,? (?:kể|tính|sau))"), r"\1 ngày"),
    (re.compile(rf"{COUNTED}|(?<=quý )(một|hai|ba|tư|bốn)\b(?! lần)"), lambda m: str(WORTH[m[1] or m[2]])),
)
WEEKDAYS = {"hai": 2, "ba": 3, "tư": 4, "tu": 4, "năm": 5, "nam": 5, "sáu": 6, "sau": 6, "bảy": 7, "bay": 7}
# "tuần thứ hai", "kỳ họp thứ ba" count: no weekday.
COUNTING = "".join(f"(?<!{word} )" for word in ("tuần", "họp", "tháng", "lần", "tuan", "hop", "thang", "lan"))
WEEKDAY_ACCENTED = re.compile(COUNTING + r"\bthứ ?(hai|ba|tư|năm|sáu|bảy|[2-7])\b")
WEEKDAY_BARE = re.compile(COUNTING + r"\bthu ?(hai|ba|tu|nam|sau|bay|[2-7])\b")
NOISE = re.compile(r"</?\w+/?>|[*_<>\"“”«»'‘’`…]|\.{2,}")
SIGNS = str.maketrans("–—−‐‑đ[]", "-----d()")


def fold(text: str) -> str:
    """Return a phrase as the grammar reads it.

    What only diacritics tell apart ("ngay" and "ngày", "thứ năm" and "thu năm", "tối" and "tới") stays apart where the
    phrase has diacritics at all.
    """
    text = " ".join(NOISE.sub(" ", unicodedata.normalize("NFC", text).lower()).split())
    accented = not text.isascii()
    for pattern, spoken in ACCENTED if accented else ():
        text = pattern.sub(spoken, text)
    text = (WEEKDAY_ACCENTED if accented else WEEKDAY_BARE).sub(_weekday, text)
    parts = unicodedata.normalize("NFD", text.translate(SIGNS))
    return "".join(sign for sign in parts if not unicodedata.combining(sign))


def _weekday(match: re.Match[str]) -> str:
    return f"t{WEEKDAYS.get(match[1], match[1])}"
