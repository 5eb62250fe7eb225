"""The sections of an outline: numbered headings one in the other, what stands below them as their text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from schedules.drafting.items import Item
from schedules.drafting.words.markers import DECIMAL, LETTER, marker
from schedules.plan import Section

CITED = re.compile(
    r"(?:Phụ lục|Phụ biểu|Biểu mẫu|Biểu|Mẫu)(?:\s+số)?\s+((?:\d{1,2}[A-ZĐ]?(?:[./-]\w{1,4})*)(?:\s*(?:,|;"
    r"|và)\s*\d{1,2}[A-ZĐ]?)*)",
    re.IGNORECASE,
)
FORM_NUMBER = re.compile(r"\d{1,2}[A-ZĐ]?(?:[./-]\w{1,4})*")
LONGEST_HEADING = 220  # characters; what is longer is a heading with its text behind it
SHORTEST_CUT = 40
CUT = re.compile(r"(?:;|\.)\s+|\s+(?=\()")


@dataclass
class _Open:
    """A section whose end has not come yet."""

    rank: float
    number: str
    title: str
    lines: list[str] = field(default_factory=list)
    inner: list[_Open] = field(default_factory=list)


def sections(items: list[Item], form_ids: set[str]) -> tuple[Section, ...]:
    """Return the sections that some items make, in their order.

    Parameters:
        items: those of the outline, without its title.
        form_ids: the forms that the document has; others that a section cites are taken as well.
    """
    top: list[_Open] = []
    above: list[_Open] = []
    for item in items:
        rank = _rank(item)
        if rank is None or rank >= LETTER:
            _add(above, top, f"{_mark(item)} {item.text}".strip())
            continue
        above = [one for one in above if one.rank < rank]
        title, text = _cut(item.text)
        one = _Open(rank, item.marker, title, [text] if text else [])
        (above[-1].inner if above else top).append(one)
        above.append(one)
    return _closed(top, "")


def _rank(item: Item) -> float | None:
    """Return how deep a numbered item stands; None for one without a number."""
    if not item.marker or item.marker in "-+*":
        return None
    found = marker(f"{item.marker}. x") or marker(f"{item.marker}) x")
    return found.rank if found else DECIMAL


def _mark(item: Item) -> str:
    if not item.marker or item.marker in "-+*":
        return item.marker
    return f"{item.marker})"


def _add(above: list[_Open], top: list[_Open], text: str) -> None:
    """Put a line to the section that it stands in; one before the first section makes none."""
    if above:
        above[-1].lines.append(text)
    elif top:
        top[-1].lines.append(text)


def _cut(text: str) -> tuple[str, str]:
    """Cut a heading that carries its text at the first sign that is printed in it; nothing is added or left out."""
    if len(text) <= LONGEST_HEADING:
        return text, ""
    found = CUT.search(text, SHORTEST_CUT)
    return (text[: found.end()].strip(), text[found.end() :].strip()) if found else (text, "")


def _closed(every: list[_Open], above: str) -> tuple[Section, ...]:
    made: list[Section] = []
    seen: dict[str, int] = {}
    for one in every:
        seen[one.number] = seen.get(one.number, 0) + 1
        number = one.number if seen[one.number] == 1 else f"{one.number} ({seen[one.number]})"
        path = _path(above, number)
        text = "\n".join(one.lines)
        made.append(
            Section(
                number, path, one.title or number, text, (), cited(f"{one.title}\n{text}"), _closed(one.inner, path)
            )
        )
    return tuple(made)


def cited(text: str) -> tuple[str, ...]:
    """Return the numbers of the forms that a text cites ("(Phụ lục số 3B, 4B kèm theo)")."""
    attached = (
        found[1]
        for found in CITED.finditer(text)
        if re.search(r"kèm|theo|biểu|mẫu", found[0] + text[found.end() : found.end() + 40])
    )
    return tuple(dict.fromkeys(number for said in attached for number in FORM_NUMBER.findall(said)))


def _path(above: str, number: str) -> str:
    parent = above.rpartition(".")[2]
    if above and number.startswith(f"{parent}."):
        return f"{above.rpartition('.')[0]}.{number}".strip(".")
    return f"{above}.{number}".strip(".")
