"""Read the numbers of sections as people write them: "phần II mục 2", "muc 2.3", "IV.1", "mục 2 phần II", "B.II.1"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from handlers.spelling import plain

HEAD = r"(?:muc|phan|chuong|tieu muc|diem|khoan|section|part)"
HEADS = re.compile(rf"\b{HEAD}\b(?: (?:so|thu)\b)?")
WIDE_HEAD = re.compile(r"\b(?:phan|chuong|part)\b")
SEPARATORS = re.compile(r"[\s.,;:)(/–-]+")
TOKEN = re.compile(r"[ivx]+|\d{1,2}[a-z]?|[a-z]")
ROMAN = re.compile(r"(x{0,3})(ix|iv|v?i{0,3})")
ONES = {"": 0, "i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9}
WORDS = {"nhat": "1", "mot": "1", "hai": "2", "ba": "3", "tu": "4", "bon": "4", "nam": "5", "sau": "6", "bay": "7"}
IN_WORDS = re.compile(rf"\b({HEAD}(?: so| thu)?) ({'|'.join(WORDS)})(?=$|[\s,.;]+{HEAD}\b)")
LINKS = frozenset({"va", "cua", "thuoc", "trong", "o"})  # between two numbers they say nothing


@dataclass(frozen=True, slots=True)
class Number:
    """A number as it was written, and with every part counted: "ii.2" counts "2.2".

    ``wide`` where a whole part ("phần 2") was asked for, before a section in it.
    """

    written: str
    counted: str
    wide: bool = False

    @property
    def above(self) -> Number | None:
        """Return the number of the section above, None at the top."""
        above = self.written.rpartition(".")[0]
        return Number(above, counted(above)) if above else None

    @property
    def is_one_figure(self) -> bool:
        """Say whether it is a single number in figures."""
        return self.written.isdigit()

    @property
    def is_roman(self) -> bool:
        """Say whether it is a single Roman number."""
        return is_roman(self.written)


def number_of(asked: str) -> Number | None:
    """Return the number that somebody asks for; None where there are other words, or none at all."""
    words = IN_WORDS.sub(lambda found: f"{found[1]} {WORDS[found[2]]}", plain(asked))
    parts = [_tokens(part) for part in HEADS.split(words)]
    if any(part is None for part in parts):
        return None
    numbers = [".".join(part) for part in parts if part]
    if len(numbers) == 2 and is_roman(numbers[1]) and not is_roman(numbers[0]):
        numbers.reverse()  # "mục 2 phần II"
    written = ".".join(numbers)
    wide = "." not in written and WIDE_HEAD.search(words) is not None
    return Number(written, counted(written), wide) if written else None


def written(number: str) -> str:
    """Write a printed number in one way: "II.", "a)" and "2-1" become "ii", "a" and "2.1"."""
    return SEPARATORS.sub(".", plain(number)).strip(".")


def is_roman(number: str) -> bool:
    """Say whether a written number is Roman."""
    return bool(number) and ROMAN.fullmatch(number) is not None


def counted(number: str) -> str:
    """Count every part of a number: "ii.1" and "02.1" are both "2.1"; letters stay."""
    return ".".join(_count(part) for part in number.split("."))


def _tokens(words: str) -> list[str] | None:
    """Return the parts of a number, None where the words are something else."""
    parts = [part for part in SEPARATORS.split(words) if part and part not in LINKS]
    return parts if all(TOKEN.fullmatch(part) for part in parts) else None


def _count(part: str) -> str:
    roman = ROMAN.fullmatch(part)
    if part and roman:
        return str(10 * len(roman[1]) + ONES[roman[2]])
    return part.lstrip("0") or "0" if part.isdigit() else part
