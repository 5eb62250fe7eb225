"""Take the new day out of the words of a return: "thiếu biểu số 2, hạn 20/11" has both."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime, timedelta

from handlers.extensions.extending_days import SLOT, read_day
from handlers.spelling import DATED, NEARBY, WEEKDAY, plain
from schedules.typed_dates import read_document_mark, read_typed

BEFORE_A_DAY = re.compile(r"\btruoc (?:ngay )?\d{1,2}/\d")
AGAIN = r"(?:nop|gui|lam|bao cao|hoan thien|bo sung)(?: lai)?"
# "sai hạn 20/11" and "số liệu đến 30/10" tell what is wrong: no day to come.
DAY_AT_END = re.compile(
    r"(?:(?:^|[,;.:–-])\s*(?:(?:de nghi|yeu cau|xin|va) )*(?P<stated>han|thoi han|cham nhat|truoc|" + AGAIN + r")"
    r"|(?<!sai)(?<!qua)(?<!tre)(?<!ghi)(?<!dung)(?<!cham)(?<!het)(?<!tung) (?P<plain>han(?: moi)?|(?:nop|gui|lam) lai))"
    r"(?: (?:moi|nop lai|nop|gui lai|lai|la|den|toi|het|cham nhat|vao|trong))*:? "
    rf"(?P<day>(?:truoc )?(?:{WEEKDAY},? (?:{DATED})|{WEEKDAY}|{DATED}|{NEARBY}))(?: (?:nhe|nha|a))*[ .;!]*$"
)


def parted(said: str, now: datetime) -> tuple[str, date | None]:
    """Return a reason without the day that ends it, and that day; None where no day is stated."""
    words = unicodedata.normalize("NFC", " ".join(said.split()))
    bare = plain(words)
    found = DAY_AT_END.search(bare) if len(bare) == len(words) else None
    if found is None:
        return said, None
    before = "truoc " if found["stated"] == "truoc" else ""
    day = day_said(before + words[found.start("day") : found.end("day")], now)
    return (words[: found.start()].rstrip(" ,;:.–-"), day) if day else (said, None)


def day_said(said: str, now: datetime) -> date | None:
    """Read a day as extensions do ("trước 9/5" is the 8th); so many days are counted from now, not from a deadline."""
    bare = plain(said)
    read = read_day(said, now)
    if read and bare.startswith("truoc ") and not SLOT.fullmatch(read.day):
        return date.fromisoformat(read.day)
    typed = read_typed(said, now, "future")
    day = typed.day if typed else read_document_mark(said, now)[1]
    return day - timedelta(days=1) if day and BEFORE_A_DAY.search(bare) else day
