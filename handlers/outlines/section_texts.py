"""Show one section of an outline as texts and buttons."""

from __future__ import annotations

from collections.abc import Iterator

from handlers.describing import lines, unit_name
from handlers.outlines.form_texts import form_button, in_rows
from handlers.pressing import outline_press
from handlers.spelling import shortened
from handlers.vocabulary import Button, Reply, Text, Turn
from schedules.plan import Plan, Section

PAGE = 8  # buttons of one page
LABEL = 28
NAMED_LEADS = 5


def section_reply(turn: Turn, plan: Plan, at: tuple[int, ...], section: Section, page: int = 0) -> Reply:
    """Show one section: its heading, who leads it, its text, what stands under it."""
    texts = [lines(_heading(section), _leads(turn, plan, section))]
    if section.text:
        texts.append(Text("section-text", {"text": section.text.strip()}))
    below = tuple(section_line(sub) for sub in section.sections)
    if below:
        texts.append(Text("section-below", {"sections": below}))
    rows = [*section_buttons(plan, section.sections, at, page), *_form_buttons(plan, section)]
    if section.sections:
        rows.append((Button(Text("button-full-text"), outline_press(plan, at, word="dt")),))
    rows.append((Button(Text("button-outline"), outline_press(plan)),))
    return Reply(tuple(texts), tuple(rows), edits=page > 0)


def full_text(section: Section) -> tuple[Text, ...]:
    """Tell a section and everything under it, in the printed order."""
    return tuple(_told_in_full(section))


def _told_in_full(section: Section) -> Iterator[Text]:
    yield _heading(section)
    if section.text:
        yield Text("section-text", {"text": section.text.strip()})
    for sub in section.sections:
        yield from _told_in_full(sub)


def section_button(plan: Plan, at: tuple[int, ...], section: Section, number: str = "") -> Button:
    """Offer a section under its number, or its whole path, and the beginning of its title."""
    number = number or section.number
    label = Text(
        "button-section", {"number": number, "title": shortened(_title(section), max(12, LABEL - len(number)))}
    )
    return Button(label, outline_press(plan, at))


def section_line(section: Section, key: str = "section-line") -> Text:
    """Name a section on one line."""
    return Text(key, {"number": section.number, "title": shortened(_title(section), 120)})


def _heading(section: Section) -> Text:
    if not section.title:
        return Text("section-heading-untitled", {"number": section.number})
    return Text("section-heading", {"number": section.number, "title": section.title})


def _title(section: Section) -> str:
    """Return the title; the first words of the text where a section prints none."""
    return section.title or " ".join(section.text.split())


def _leads(turn: Turn, plan: Plan, section: Section) -> Text | None:
    leads = section.lead_unit_ids
    if not leads:
        return None
    if len(leads) > NAMED_LEADS:
        return Text("section-leads-many", {"count": len(leads)})
    organisation = turn.plans.organisations[plan.organisation_id]
    return Text("section-leads", {"units": "; ".join(unit_name(organisation, unit) for unit in leads)})


def section_buttons(
    plan: Plan, sections: tuple[Section, ...], at: tuple[int, ...], page: int
) -> tuple[tuple[Button, ...], ...]:
    """Offer one page of sections, and the next page where there is one."""
    first = page * PAGE
    rows = [
        (section_button(plan, (*at, index), section),)
        for index, section in enumerate(sections)
        if first <= index < first + PAGE
    ]
    if first + PAGE < len(sections):
        rows.append((Button(Text("button-more"), outline_press(plan, at, page + 1)),))
    return tuple(rows)


def _form_buttons(plan: Plan, section: Section) -> list[tuple[Button, ...]]:
    """Offer the forms that a section asks for."""
    buttons = [form_button(plan, place, id) for place, id in enumerate(plan.forms) if id in section.form_ids]
    return in_rows(buttons)
