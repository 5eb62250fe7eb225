"""Find who does a piece of work where the sentence begins with the work itself."""

from __future__ import annotations

import re

from schedules.drafting.words.bodies import is_bare
from schedules.drafting.words.body_words import ACTS
from schedules.drafting.words.names import LONGEST_NAME, Named, named_at

# "(Sở Nội vụ hướng dẫn, UBND các xã, phường thực hiện)"
CARRIES_OUT = re.compile(r" (?:chu tri |chiu trach nhiem )?(?:thuc hien|chu tri|chiu trach nhiem)[,;)]")
BRACKETED = re.compile(r"\((?=\w)|(?<=,) (?=\w)")
SENDING = re.compile(r" (?:co trach nhiem |phai |tong hop,? |lap va )?(?:gui|nop|bao cao|hoan thanh|chuyen)\b")
AGENT = re.compile(r"(?<!dan )\bdo (?=\w)")


def agents(text: str, flat: str) -> list[Named]:
    """Find who does what a passive sentence tells: "Tài liệu do Ban Tuyên giáo cung cấp trước ngày …"."""
    told = (named_at(text, match.end()) for match in AGENT.finditer(flat))
    doing = (named for named in told if named and not is_bare(named.text))
    does = [named for named in doing if re.match(rf" (?:chu tri )?{ACTS.pattern}", flat[named.end :])]
    return [*does, *_within_brackets(text, flat)]


def _within_brackets(text: str, flat: str) -> list[Named]:
    """Find who carries out what a bracket shares out behind the work."""
    opened = flat.find("(")
    starts = [at.end() for at in BRACKETED.finditer(flat, opened)] if opened >= 0 else []
    named = (named_at(text, at) for at in starts)
    return [one for one in named if one and CARRIES_OUT.match(flat, one.end)]


def senders(text: str, flat: str) -> list[Named]:
    """Find who hands in what the sentence names first: "Danh sách lập theo mẫu, các trường gửi Phòng …"."""
    commas = [comma for comma in re.finditer(r"[,;] (?=\w)", flat) if SENDING.search(flat, comma.end())]
    named = ((comma.start(), named_at(text, comma.end())) for comma in commas)
    sending = ((at, one) for at, one in named if one and not is_bare(one.text) and SENDING.match(flat, one.end))
    return [one for at, one in sending if not _ends_name(text, at)]


def _ends_name(text: str, end: int) -> bool:
    """Say whether a name ends at a place, so that the one behind the comma only goes on with a list."""
    low = max(0, end - LONGEST_NAME)
    starts = (low + at.start(1) for at in re.finditer(r"(?:^|[ (])(\w)", text[low:end]))
    return any(named is not None and named.end >= end for named in (named_at(text, at) for at in starts))
