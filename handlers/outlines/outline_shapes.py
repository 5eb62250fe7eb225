"""Compare an outline with what it was: its parts by what they are called, and a mark of what each says."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from zlib import crc32

from handlers.outlines.sections import walk
from handlers.spelling import shortened
from schedules.plan import Form, Outline, Plan

TITLE = 90


@dataclass(frozen=True, slots=True)
class Part:
    """A section or form as far as a change of it would be told: what it is called, and a mark of what it says."""

    number: str
    title: str
    mark: str


Change = tuple[str, str, str]  # what happened to a part, its number, its title


def shape_of(plan: Plan) -> str:
    """Write down the parts of a plan's outline: the same for two that differ in spaces and line ends only."""
    outline = _sections(plan.outline) if plan.outline else iter(())
    parts = [*outline, *(_form(form) for form in plan.forms.values())]
    return json.dumps([[part.number, part.title, part.mark] for part in parts], ensure_ascii=False)


def changes(before: str, now: str) -> list[Change]:
    """List what is new, gone, called otherwise or says something else; where only numbers differ, that.

    Parameters:
        before, now: as ``shape_of`` writes them.
    """
    old, new = _read(before), _read(now)
    gone = [part for part in old if not _holds(new, part)]
    added = [part for part in new if not _holds(old, part)]
    renamed = {part.number for part in gone} & {part.number for part in added}
    found = [("renamed" if part.number in renamed else "added", part.number, part.title) for part in added]
    found += [("removed", part.number, part.title) for part in gone if part.number not in renamed]
    marks: dict[str, set[str]] = {}
    for part in old:
        marks.setdefault(part.title, set()).add(part.mark)
    found += [
        ("reworded", part.number, part.title) for part in new if part.mark not in marks.get(part.title, {part.mark})
    ]
    if not found and old != new:
        return [("renumbered", "", "")]
    return found


def digest(shape: str) -> str:
    """Return eight signs that stand for a shape."""
    return f"{crc32(shape.encode()):08x}"


def _sections(outline: Outline) -> Iterator[Part]:
    yield Part("", _bare(outline.title), digest(_bare(outline.note) + str(outline.attached)))
    for placed in walk(outline.sections):
        section = placed.section
        title = _bare(section.title) or shortened(_bare(section.text), TITLE)
        yield Part(placed.spoken.upper(), title, digest(_bare(section.text) + " ".join(section.form_ids)))


def _form(form: Form) -> Part:
    cells = "|".join(_bare(cell) for row in form.rows for cell in row)
    title = f"Biểu {form.id}: {_bare(form.title)}" if form.title else f"Biểu {form.id}"
    return Part(f"Biểu {form.id}", title, digest(f"{cells}{_bare(form.note)}{form.attached}"))


def _bare(text: str | None) -> str:
    return " ".join((text or "").split())


def _holds(parts: list[Part], wanted: Part) -> bool:
    return any(part.title == wanted.title for part in parts)


def _read(shape: str) -> list[Part]:
    return [Part(*part) for part in json.loads(shape)]
