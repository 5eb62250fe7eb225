"""Find sections and forms of an outline by what people type: "2.3", "phần II mục 2", "biểu 3B", words of the title."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from handlers.outlines.section_numbers import Number, counted, is_roman, number_of, written
from handlers.outlines.title_words import by_title, folded, nearest, title_words
from handlers.spelling import plain
from schedules.plan import Form, Outline, Plan, Section

FORM_WORDS = re.compile(r"^(bieu mau|bieu|phu luc|mau|form|annex)\b\s*(so\b)?\s*")
NUMBERED = re.compile(r"(?:\d{1,3}|[ivx]+)(?:[.-]?\w{1,2})?")
LONG_ENOUGH = 5  # letters of words that are looked for in the text of the sections too
NEAREST = 4
DEEPEST_PART = 2  # what lies deeper is no "phần"


@dataclass(frozen=True, slots=True)
class Placed:
    """A section with its place: the indexes that lead to it from the top.

    ``spoken`` is its path as people say it: "ii.1.1" where "1.1" is printed under "1" of "II".
    """

    at: tuple[int, ...]
    section: Section
    spoken: str


def walk(sections: tuple[Section, ...], at: tuple[int, ...] = (), above: tuple[str, ...] = ()) -> Iterator[Placed]:
    """Yield all sections in their printed order; ``above`` are the numbers that lead to them."""
    for index, section in enumerate(sections):
        repeats = bool(above) and section.number.startswith(f"{above[-1]}.")
        numbers = (*(above[:-1] if repeats else above), section.number)
        yield Placed((*at, index), section, written(".".join(numbers)))
        yield from walk(section.sections, (*at, index), numbers)


def section_at(outline: Outline, at: tuple[int, ...]) -> Section | None:
    """Return the section at a place, None where the outline has none (it changed since)."""
    return next((placed.section for placed in walk(outline.sections) if placed.at == at), None)


def led_by(outline: Outline, unit: str) -> list[Placed]:
    """List the sections that a unit leads."""
    return [placed for placed in walk(outline.sections) if unit in placed.section.lead_unit_ids]


def find_sections(outline: Outline, asked: str) -> list[Placed]:
    """Find what was asked for: by its number in any writing, else by words of the title, else of the text."""
    everything = list(walk(outline.sections))
    number = number_of(asked)
    if number and (found := _by_number(everything, number)):
        return found
    if found := [everything[place] for place in by_title(asked, [placed.section.title for placed in everything])]:
        return found
    return _by_text(everything, title_words(asked))


def nearest_sections(outline: Outline, asked: str) -> list[Placed]:
    """Return what is nearest to what was asked and not found: the section above a number, titles like the words."""
    everything = list(walk(outline.sections))
    if number := number_of(asked):
        return _by_number(everything, number.above)[:NEAREST] if number.above else []
    return [everything[place] for place in nearest(asked, [one.section.title for one in everything], NEAREST)]


def find_form(plan: Plan, asked: str) -> Form | None:
    """Find a form: "biểu 3B", "Phụ lục số 3b", "bieu 03-B" and "3B" are the same; so are "Phụ lục II" and "2"."""
    wanted = _form_number(FORM_WORDS.sub("", plain(asked)))
    exact = (form for form in plan.forms.values() if _form_number(form.id) == wanted)
    alike = (form for form in plan.forms.values() if counted(_form_number(form.id)) == counted(wanted))
    return next(exact, None) or next(alike, None)


def forms_titled(plan: Plan, asked: str) -> list[Form]:
    """Find the forms whose titles hold the words."""
    forms = list(plan.forms.values())
    return [forms[place] for place in by_title(asked, [form.title or "" for form in forms])]


def asks_for_form(asked: str) -> bool:
    """Say whether the words ask for a form before a section ("biểu 1" and not "mục 1")."""
    return FORM_WORDS.match(plain(asked)) is not None


def form_number_asked(asked: str) -> str:
    """Return the number of the form that the words ask for ("biểu 3": "3"), "" where they name none."""
    number = FORM_WORDS.sub("", plain(asked), count=1)
    return number if asks_for_form(asked) and NUMBERED.fullmatch(number) else ""


def _by_number(everything: list[Placed], number: Number) -> list[Placed]:
    """Find the whole path, else whatever ends as written, else what counts the same ("2.1" and "II.1")."""
    if whole := [one for one in everything if number.written in (written(one.section.path), one.spoken)]:
        return whole
    exact = [one for one in everything if _ends_with(one, number.written)]
    same = [one for one in everything if _ends_with(one, number.counted, counted)]
    found = same if number.is_one_figure else exact  # "2" may mean II
    if not found and not (number.is_roman and any(is_roman(written(one.section.number)) for one in everything)):
        found = same  # an outline that numbers in figures only may be asked for in Roman numbers
    return _widest(found) if number.wide else found


def _ends_with(placed: Placed, number: str, as_written: Callable[[str], str] = str) -> bool:
    own, path = as_written(written(placed.section.number)), as_written(placed.spoken)
    return own == number or f".{path}".endswith(f".{number}")


def _widest(found: list[Placed]) -> list[Placed]:
    """Keep the sections nearest to the top, and of these the parts, which bear Roman numbers; none deep down."""
    highest = [one for one in found if len(one.at) == min(len(other.at) for other in found)]
    parts = [one for one in highest if is_roman(written(one.section.number))]
    return [one for one in parts or highest if len(one.at) <= DEEPEST_PART]


def _by_text(everything: list[Placed], words: str) -> list[Placed]:
    """Find the sections whose own text speaks of it."""
    if len(words) < LONG_ENOUGH:
        return []
    return [placed for placed in everything if f" {words} " in f" {folded(placed.section.text)} "]


def _form_number(text: str) -> str:
    bare = re.sub(r"[\s.,)(/–-]+", "", plain(text))
    return bare.lstrip("0") or bare
