"""Find the right name that somebody meant who misspelt it, or wrote it with diacritics, spaces or in other words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property

from rapidfuzz import fuzz, process
from rapidfuzz.distance import Levenshtein

NOTHING = "none"  # no id: the texts leave the suggestion out
STAND_IN = "?"  # what is put in for a text that is missing or cannot be taken; no id
STAND_IN_ID = "0-0-0-"  # begins the id of what has none, or none that can be taken; nobody means it
LIKENESS = 65  # of 100: below it a suggestion confuses more than it helps
LONGEST_NAME = 200  # characters; more is no name
SEPARATORS = re.compile(r"[^a-z0-9]+")
DAY = re.compile(r"(?:ngày\s*)?(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(2\d{3})", re.ASCII)
YEAR_FIRST = re.compile(r"(2\d{3})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{1,2})", re.ASCII)
HOUR = re.compile(r"(\d{1,2})\s*(?:h|g|giờ|:|\.)\s*(\d{2})?(?:\s*phút|:00)?", re.ASCII)
# Keys and values of the format in the words of the people who write it.
IN_VIETNAMESE = {
    "bao-cao": "report",
    "so-ket": "hold",
    "to-chuc": "hold",
    "tham-luan": "speech",
    "chuan-bi": "prepare",
    "trinh": "submit_up",
    "khac": "other",
    "so": "department",
    "co": "true",
    "khong": "false",
    "ma": "id",
    "ten": "name",
    "tieu-de": "title",
    "loai": "kind",
    "han": "deadline",
    "thoi-han": "deadline",
    "don-vi": "units",
    "nhom": "groups",
    "thanh-vien": "members",
    "nhiem-vu": "tasks",
    "ke-hoach": "plans",
    "co-quan": "organisations",
    "su-kien": "events",
    "de-cuong": "outline",
    "muc": "sections",
    "bieu": "forms",
    "so-hieu": "number",
    "ngay-ban-hanh": "issued_on",
    "noi-nhan": "send_to",
    "tru": "except",
    "ghi-chu": "note",
    "gio": "hours",
    "gio-gui": "hours",
}


class Names:
    """The names that may stand at a place, each with other words for it."""

    def __init__(self, names: Iterable[str], also: Iterable[tuple[str, str]] = ()) -> None:
        """Keep the names; ``also`` are pairs of other words and the name they stand for."""
        self.names = names if isinstance(names, (dict, set, frozenset)) else frozenset(names)
        self._also = also

    def __len__(self) -> int:
        return len(self.names)

    def __contains__(self, name: str) -> bool:
        return name in self.names

    @cached_property
    def _by_fold(self) -> Mapping[str, str]:
        found: dict[str, str] = {}
        for label, name in (*self._also, *((name, name) for name in self.names)):
            if not name.startswith(STAND_IN_ID):
                found[folded(label)] = name
        return found

    def same(self, wanted: str) -> str:
        """Return the name that is the same but for case, diacritics and signs, ``NOTHING`` where none is."""
        return self._by_fold.get(folded(wanted), NOTHING)

    def nearest(self, wanted: str) -> str:
        """Return the name that is most like a misspelt one, ``NOTHING`` where none is."""
        found = self.same(wanted)
        if found != NOTHING or len(wanted) > LONGEST_NAME:
            return found
        if len(parts := wanted.split()) > 1 and all(part in self for part in parts):  # a comma was forgotten
            return ", ".join(parts)
        if wanted.isdecimal():
            return self._nearest_code(wanted)
        most_like = process.extractOne(folded(wanted), self._by_fold.keys(), scorer=fuzz.ratio, score_cutoff=LIKENESS)
        return self._by_fold[most_like[0]] if most_like else NOTHING

    def _nearest_code(self, wanted: str) -> str:
        """Return the code that is one slip away; codes are all alike, so where two are, none is meant for sure."""
        near = [code for code in self.names if code.isdecimal() and Levenshtein.distance(code, wanted) == 1]
        unpadded = [code for code in near if code.lstrip("0") == wanted.lstrip("0")]
        found = unpadded or near
        return found[0] if len(found) == 1 else NOTHING


def folded(name: str) -> str:
    """Return a name without case, diacritics and signs: "Sở Nội vụ", "so_noi_vu" and "so-nội-vụ" are one."""
    parts = unicodedata.normalize("NFD", name[: LONGEST_NAME + 1].lower().replace("đ", "d"))
    return SEPARATORS.sub("-", "".join(sign for sign in parts if not unicodedata.combining(sign))).strip("-")


def nearest(wanted: str, known: Iterable[str]) -> str:
    """Return the known key or value that is most like a misspelt or translated one, ``NOTHING`` where none is."""
    names = frozenset(known)
    return Names(names, [pair for pair in IN_VIETNAMESE.items() if pair[1] in names]).nearest(wanted)


def id_meant(written: str) -> str:
    """Return the id that somebody meant who wrote a name, ``NOTHING`` where none is left of it."""
    return folded(written)[:64].strip("-") or NOTHING


def day_meant(written: str) -> str:
    """Return a day written as people write it (22/4/2026) as the file wants it, ``NOTHING`` where it is none."""
    if match := DAY.fullmatch(written.strip()):
        day, month, year = match.groups()
    elif match := YEAR_FIRST.fullmatch(written.strip()):
        year, month, day = match.groups()
    else:
        return NOTHING
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return NOTHING


def hour_meant(written: str) -> str:
    """Return an hour written as people write it (17h30) as the file wants it, ``NOTHING`` where it is none."""
    match = HOUR.fullmatch(written.strip().lower())
    if not match or int(match[1]) > 23 or int(match[2] or 0) > 59:
        return NOTHING
    return f"{int(match[1]):02}:{int(match[2] or 0):02}"


def hours_meant(written: str) -> str:
    """Return a span of hours written as people write it (7h30-11h) as the file wants it."""
    ends = [hour_meant(end) for end in re.split(r"\s*(?:[-–—]|đến)\s*", written.strip(), maxsplit=1)]
    return "-".join(ends) if len(ends) == 2 and NOTHING not in ends and ends[0] < ends[1] else NOTHING
