"""Show an outline: the sections that the person's unit leads first, then the list of all, as texts and buttons."""

from __future__ import annotations

from handlers.belonging import units_of
from handlers.describing import lines, plan_cited
from handlers.outlines.section_texts import PAGE, section_button, section_buttons, section_line
from handlers.outlines.sections import Placed, led_by, walk
from handlers.pressing import outline_press, plan_mark
from handlers.vocabulary import Button, Reply, Text, Turn
from schedules.plan import Outline, Plan, Section

WHOLE = 30  # an outline of at most so many sections is listed whole, a longer one by its top sections


def outline_reply(turn: Turn, plan: Plan, page: int = 0) -> Reply:
    """List the sections of an outline, first those that the person's units lead."""
    outline = plan.outline
    if outline is None:
        return Reply((Text("outline-none", {"plan": plan_cited(plan)}),), _forms_button(plan))
    texts = [lines(Text("outline-title", {"title": outline.title}), Text("item-plan", {"plan": plan_cited(plan)}))]
    if note := outline_note(outline):
        texts.append(note)
    texts += _led(turn, plan, outline)
    if outline.sections:
        texts.append(Text("outline-sections", {"sections": tuple(_listed(outline))}))
    at, top = _top(outline.sections)
    led = () if page else _led_buttons(turn, plan, outline, len(at) + 1)
    rows = (*led, *section_buttons(plan, top, at, page), *_forms_button(plan), *_document_button(turn, plan))
    return Reply(tuple(texts), rows, edits=page > 0)


def outline_note(outline: Outline) -> Text | None:
    """Say that an outline is not attached, and what the plan's file notes of it."""
    if not outline.attached:
        return Text("outline-not-attached", {"note": outline.note})
    return Text("outline-note", {"note": outline.note}) if outline.note else None


def _led_buttons(turn: Turn, plan: Plan, outline: Outline, depth: int) -> tuple[tuple[Button, ...], ...]:
    """Offer the sections that the person's units lead, but those that have a button as a top section anyway."""
    led = {
        placed.at: placed.section
        for own in units_of(turn)
        if own.organisation.id == plan.organisation_id
        for placed in led_by(outline, own.unit.id)
        if len(placed.at) > depth
    }
    return tuple((section_button(plan, at, section),) for at, section in list(led.items())[:PAGE])


def _led(turn: Turn, plan: Plan, outline: Outline) -> list[Text]:
    texts = []
    for own in units_of(turn):
        led = led_by(outline, own.unit.id) if own.organisation.id == plan.organisation_id else []
        if led:
            named = tuple(section_line(placed.section) for placed in led)
            texts.append(Text("outline-led", {"unit": own.unit.name, "sections": named}))
    return texts


def _listed(outline: Outline) -> list[Text]:
    everything: list[Placed] = list(walk(outline.sections))
    shown = everything if len(everything) <= WHOLE else [placed for placed in everything if len(placed.at) == 1]
    return [
        section_line(placed.section, "section-line-below" if len(placed.at) > 1 else "section-line") for placed in shown
    ]


def _top(sections: tuple[Section, ...], at: tuple[int, ...] = ()) -> tuple[tuple[int, ...], tuple[Section, ...]]:
    """Go down to where there is a choice: a lone section that only holds others needs no button."""
    if len(sections) == 1 and sections[0].sections and not sections[0].text:
        return _top(sections[0].sections, (*at, 0))
    return at, sections


def _forms_button(plan: Plan) -> tuple[tuple[Button, ...], ...]:
    if not plan.forms:
        return ()
    return ((Button(Text("button-forms"), outline_press(plan, word="bm")),),)


def _document_button(turn: Turn, plan: Plan) -> tuple[tuple[Button, ...], ...]:
    if plan.outline is None or not plan.outline.sections or not turn.shows.gives_files:
        return ()
    return ((Button(Text("button-outline-document"), f"dcx:{plan_mark(plan)}"),),)
