"""The forms that hang on an outline, row by row as printed; of those only cited the number is kept."""

from __future__ import annotations

import re
from dataclasses import replace

from schedules.drafting.items import Item, Part
from schedules.drafting.papers.sections import cited
from schedules.drafting.words.rows import Rows
from schedules.plan import Form

NUMBER = re.compile(
    r"(?:phụ lục|phụ biểu|biểu mẫu|biểu|mẫu)(?:\s+số)?\s*[:.]?\s*(\w{1,6}(?:[./-]\w{1,4})*)\b", re.IGNORECASE
)
LABEL = re.compile(
    r"^(?:phụ lục|phụ biểu|biểu mẫu|biểu|mẫu)(?:\s+số)?\s*[:.]?\s*(?:[IVX]+|\d+[A-ZĐ]?(?:[./-]\w{1,4})*)?\s*[:.–-]?\s*",
    re.IGNORECASE,
)
HEADINGS = 4  # rows in which a merged heading is told once


def forms(found: tuple[Item, ...]) -> tuple[Form, ...]:
    """Return the forms that the document has, in their order."""
    made: list[Form] = []
    for item in found:
        if item.part is Part.FORM:
            _take(made, item)
    return tuple(form for form in made if form.rows)


def with_cited(attached: tuple[Form, ...], lines: list[Item]) -> tuple[Form, ...]:
    """Add the forms that the outline only cites."""
    known = {form.id for form in attached}
    numbers = dict.fromkeys(number for item in lines for number in cited(item.text))
    return (*attached, *(Form(number, "", attached=False) for number in numbers if number not in known))


def _take(made: list[Form], item: Item) -> None:
    """Begin a form at its label, and add to it what follows: title, rows, notes."""
    number = _number(item)
    if not made or (number and made[-1].id != number):
        made.append(Form(number or str(len(made) + 1), "", attached=True))
    form = made[-1]
    if item.table is not None:
        if form.rows and abs(len(form.rows[0]) - len(item.table.rows[0])) > 1:
            return  # the rest of another form, whose label is missing
        made[-1] = replace(form, rows=(*form.rows, *_as_printed(item.table.rows)))
    elif form.rows:
        made[-1] = replace(form, note=f"{form.note}\n{_said(item)}".strip())
    else:
        made[-1] = replace(form, title=f"{form.title} {LABEL.sub('', item.text)}".strip())


def _number(item: Item) -> str:
    """Return the number of the form that an item stands in, told by its place ("Biểu 1B")."""
    found = NUMBER.match(item.place)
    return found[1] if found else ""


def _said(item: Item) -> str:
    return f"{item.marker} {item.text}".strip() if item.marker in "-+*" else f"({item.marker}) {item.text}"


def _as_printed(rows: Rows) -> Rows:
    """Return rows with a merged cell told once, where it begins."""
    printed: list[tuple[str, ...]] = []
    for at, row in enumerate(rows):
        above = rows[at - 1] if 0 < at < HEADINGS else ("",) * len(row)
        printed.append(tuple("" if _covered(row, above, place) else cell for place, cell in enumerate(row)))
    return tuple(printed)


def _covered(row: tuple[str, ...], above: tuple[str, ...], at: int) -> bool:
    said = row[at]
    return len(said) > 2 and (said == above[at] or (at > 0 and said == row[at - 1]))
