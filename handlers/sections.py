"""Find sections and forms of an outline by what people type: "2.3", "II.2", "mục 3", "biểu 3B", a word of the title."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from handlers.spelling import plain
from schedules.plan import Form, Outline, Plan, Section

SECTION_WORDS = re.compile(r"^(muc|phan|chuong|section)\b\s*(so\b)?\s*")
FORM_WORDS = re.compile(r"^(bieu mau|bieu|phu luc|mau|form)\b\s*(so\b)?\s*")
SEPARATORS = re.compile(r"[\s.,)/–-]+")


@dataclass(frozen=True, slots=True)
class Placed:
    """A section with its place: the indexes that lead to it from the top.

    ``spoken`` is its path as people say it: "II.1.1" where "1.1" is printed under "1" of "II".
    """

    at: tuple[int, ...]
    section: Section
    spoken: str


def walk(sections: tuple[Section, ...], at: tuple[int, ...] = (), above: tuple[str, ...] = ()) -> Iterator[Placed]:
    """Yield all sections in their printed order; ``above`` are the numbers that lead to them."""
    for index, section in enumerate(sections):
        repeats = bool(above) and section.number.startswith(f"{above[-1]}.")
        numbers = (*(above[:-1] if repeats else above), section.number)
        yield Placed((*at, index), section, _number(".".join(numbers)))
        yield from walk(section.sections, (*at, index), numbers)


def section_at(outline: Outline, at: tuple[int, ...]) -> Section | None:
    """Return the section at a place, None where the outline has none (it changed since)."""
    return next((placed.section for placed in walk(outline.sections) if placed.at == at), None)


def led_by(outline: Outline, unit: str) -> list[Placed]:
    """List the sections that a unit leads."""
    return [placed for placed in walk(outline.sections) if unit in placed.section.lead_unit_ids]


def find_sections(outline: Outline, asked: str) -> list[Placed]:
    """Find what was asked for: by whole path, else by number, by the end of the path, by words of the title."""
    number = _number(SECTION_WORDS.sub("", plain(asked)))
    words = plain(asked)
    ways: tuple[Callable[[Placed], bool], ...] = (
        lambda placed: number in (_number(placed.section.path), placed.spoken),
        lambda placed: _number(placed.section.number) == number,
        lambda placed: f".{placed.spoken}".endswith(f".{number}"),
        lambda placed: words in plain(placed.section.title),
    )
    everything = list(walk(outline.sections))
    for way in ways if number else ():
        if found := [placed for placed in everything if way(placed)]:
            return found
    return []


def find_form(plan: Plan, asked: str) -> Form | None:
    """Find a form: "biểu 3B", "Phụ lục số 3b" and "3B" are the same."""
    wanted = FORM_WORDS.sub("", plain(asked))
    return next((form for form in plan.forms.values() if plain(form.id) == wanted), None)


def asks_for_form(asked: str) -> bool:
    """Say whether the words ask for a form before a section ("biểu 1" and not "mục 1")."""
    return FORM_WORDS.match(plain(asked)) is not None


def _number(text: str) -> str:
    return SEPARATORS.sub(".", plain(text)).strip(".")
