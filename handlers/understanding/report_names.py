"""Find the name of a report in a message, and the tasks that it names: "báo cáo tổng kết", "bc chuyển đổi số".

The words of the person's own tasks name their reports; a few names belong to everybody. Any other ("báo cáo thuế")
stays in the message, where it makes a telling of something handed in doubtful.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from handlers.spelling import plain
from handlers.understanding.normalising import Words, read_words

EVERYBODYS = re.compile(
    r"(?:(?:so|tong) ket|giam sat|kiem tra|ra soat|danh gia|chuyen de|tien do|chuyen doi so|cai cach hanh chinh|"
    r"ket qua|quy (?:[ivx]+|[1-4])(?:[ /]\d{4})?|(?:sau|6|chin|9) thang(?: dau nam| cuoi nam)?|nam \d{4})(?= |$)"
)
# These end a name: they tell what was done with the report, when, and to whom.
NO_NAME = frozenset(
    """
    da chua khong ko k roi vua moi se sap mai sau neu thi nham khac ho nop gui goi chuyen xong truoc day up
    hom luc khi con nhung ma sao ai gi nao dau lai di ngay
    """.split()  # noqa: SIM905
)
# With these no name begins.
EMPTY = frozenset(
    """
    so cua cho ve len den qua tai va cac nhung mot mo o theo trong ngoai tu bang toi em anh chi bot minh ben a nay do
    xa phuong tinh ubnd don vi snv dang uy ban giup voi nhe bao cao bc xin lui han gia them
    """.split()  # noqa: SIM905
)
COMMON = frozenset("viec nhiem vu cong tac van hoan thanh thuc hien to chuc thang nam quy".split())  # noqa: SIM905
ACTS = (["da"], ["vua"], ["moi"])  # "đã báo cáo tháng 4" is an act, and names no report
TELLING_NOTHING = EMPTY | COMMON | NO_NAME  # alone they tell no task from another
PERIODS = frozenset({"nam", "thang", "quy"})
ANOTHER = frozenset({"truoc", "ngoai", "khac", "kia"})  # "báo cáo năm ngoái" is not this year's
LEAST = 2  # words of a title that name a task without "báo cáo" before them
REPORT = ["bao", "cao"]


@dataclass(frozen=True, slots=True)
class Spoken:
    """Which of some titles a message names, by their places; ``named`` where it names a report, perhaps of no title."""

    places: tuple[int, ...]
    named: bool


def name_spans(words: Words, titles: Iterable[str]) -> list[tuple[int, int]]:
    """Return where in the text the names of reports stand, without "báo cáo" itself."""
    return [(words.words[first].start, words.words[last - 1].end) for first, last in _names(words, titles)]


def tasks_named(said: str, titles: Sequence[str]) -> Spoken:
    """Say which tasks a message names by words of their titles; those called "báo cáo …" just so go first."""
    words = read_words(said)
    typed = _typed(words)
    names = [typed[first:last] for first, last in _names(words, titles)]
    if not names:
        return Spoken(_alike(typed, titles), False)
    called = _holding([REPORT + name for name in names], titles)
    return Spoken(called or _holding(names, titles), True)


def _holding(names: list[list[str]], titles: Sequence[str]) -> tuple[int, ...]:
    return tuple(at for at, title in enumerate(titles) if any(_runs_in(name, title_words(title)) for name in names))


def _alike(typed: list[str], titles: Sequence[str]) -> tuple[int, ...]:
    """Return the titles that share most words in a row, where that tells them from others."""
    shared = [_most_shared(typed, title_words(title)) for title in titles]
    most = max(shared, default=0)
    return tuple(at for at, count in enumerate(shared) if count == most) if most >= LEAST else ()


def _most_shared(typed: list[str], title: list[str]) -> int:
    """Count the words that tell something in the best run that both have."""
    runs = (typed[at : at + _run(typed[at:], title)] for at in range(len(typed)))
    return max((sum(word not in TELLING_NOTHING for word in run) for run in runs), default=0)


def _names(words: Words, titles: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Yield the first place and the end of each name, in words."""
    typed, known = _typed(words), [title_words(title) for title in titles]
    for at in range(2, len(typed)):
        named = [words.words[at - 2].said, words.words[at - 1].said] == REPORT
        if named and typed[at - 3 : at - 2] not in ACTS:
            end = _end(typed, at, known)
            if end > at:
                yield at, end


def _end(typed: list[str], at: int, titles: list[list[str]]) -> int:
    """Return where a name ends that would begin at a place."""
    while at < len(typed):
        own = max((_own(typed, at, title) for title in titles), default=0)
        everybodys = EVERYBODYS.match(" ".join(typed[at : at + 6]))
        count = max(own, len(everybodys[0].split()) if everybodys else 0)
        if typed[at + count : at + count + 1] and typed[at + count] in ANOTHER:
            return at  # the last words belong to what follows
        if not count:
            return at
        at += count
    return at


def _own(typed: list[str], at: int, title: list[str]) -> int:
    """Return how many words of a title stand at a place; a single one counts where "báo cáo" goes before it."""
    if typed[at] in EMPTY:
        return 0
    count = _run(typed[at:], title)
    alone = typed[at] in PERIODS or _runs_in([*REPORT, typed[at]], title)
    return count if count >= LEAST or alone else 0


def _run(typed: list[str], title: list[str]) -> int:
    """Return how many words, from the first on, stand in a row in a title."""
    best = 0
    for start in (at for at, word in enumerate(title) if typed and word == typed[0]):
        count = 0
        for said, printed in zip(typed, title[start:], strict=False):
            if said != printed or said in NO_NAME:
                break
            count += 1
        best = max(best, count)
    return best


def _runs_in(name: list[str], title: list[str]) -> bool:
    return any(title[at : at + len(name)] == name for at in range(len(title) - len(name) + 1))


def _typed(words: Words) -> list[str]:
    """Return the words as typed, without diacritics; of a short form ("bc") what it stands for."""
    shared = Counter((word.start, word.end) for word in words.words)
    return [
        word.said if shared[word.start, word.end] > 1 else plain(words.text[word.start : word.end])
        for word in words.words
    ]


@lru_cache(maxsize=4096)
def _title_words(title: str) -> tuple[str, ...]:
    return tuple(re.findall(r"\w+", plain(title)))


def title_words(title: str) -> list[str]:
    """Return the words of a title without diacritics."""
    return list(_title_words(title))
