"""Find what somebody asks for in the outlines of their plans, and show it, or what may be meant."""

from __future__ import annotations

from dataclasses import dataclass, replace

from handlers.belonging import units_of
from handlers.describing import lines, plan_cited
from handlers.outlines.form_texts import form_button, form_reply
from handlers.outlines.outline_texts import outline_note
from handlers.outlines.section_texts import section_button, section_line, section_reply
from handlers.outlines.sections import (
    Placed,
    asks_for_form,
    find_form,
    find_sections,
    form_number_asked,
    forms_titled,
    nearest_sections,
)
from handlers.pressing import outline_press
from handlers.spelling import shortened
from handlers.vocabulary import Button, Reply, Text, Turn
from schedules.plan import Form, Plan

MOST = 10  # sections offered where the words fit several
LABEL = 24
SAID = 60
LONGEST_PATH = 8


@dataclass(frozen=True, slots=True)
class Found:
    """A section of one of the person's plans."""

    plan: Plan
    placed: Placed


def search(turn: Turn, plans: list[Plan], asked: str) -> Reply:
    """Show the one section or form that is asked for; offer several, or the nearest where there is none.

    All the plans are looked through; where there are several with an outline, the plan is named. A form that there is
    not is said to be none before a section of that number is shown.
    """
    forms = _forms(plans, asked)
    if not forms and (number := form_number_asked(asked)) and _sections(turn, plans, number):
        reply = search(turn, plans, number)
        return replace(reply, texts=(Text("outline-no-form", {"form": asked[:1].upper() + asked[1:]}), *reply.texts))
    sections = [] if forms and asks_for_form(asked) else _sections(turn, plans, asked)
    if len(forms) == 1 and not sections:
        return _named(plans, forms[0][0], form_reply(forms[0][1]))
    if len(sections) == 1 and not (forms and asks_for_form(asked)):
        one = sections[0]
        return _named(plans, one.plan, section_reply(turn, one.plan, one.placed.at, one.placed.section))
    if sections or forms:
        return _several(plans, asked, sections, forms)
    return _not_found(plans, asked)


def _forms(plans: list[Plan], asked: str) -> list[tuple[Plan, Form]]:
    """Find forms by their number, else, where a form is asked for, by their titles."""
    numbered = [(plan, form) for plan in plans if (form := find_form(plan, asked))]
    if numbered or not asks_for_form(asked):
        return numbered
    return [(plan, form) for plan in plans for form in forms_titled(plan, asked)]


def _sections(turn: Turn, plans: list[Plan], asked: str) -> list[Found]:
    """Find sections, those that the person's units lead first."""
    found = [Found(plan, placed) for plan in plans if plan.outline for placed in find_sections(plan.outline, asked)]
    own = {(own.organisation.id, own.unit.id) for own in units_of(turn)}
    return sorted(found, key=lambda one: not own & {_lead(one, id) for id in one.placed.section.lead_unit_ids})


def _lead(found: Found, unit: str) -> tuple[str, str]:
    return found.plan.organisation_id, unit


def _named(plans: list[Plan], plan: Plan, reply: Reply) -> Reply:
    """Name the plan where it could be another one's."""
    if sum(bool(one.outline or one.forms) for one in plans) < 2:
        return reply
    return replace(reply, texts=(*reply.texts, Text("outline-of-plan", {"plan": plan_cited(plan)})))


def _several(plans: list[Plan], asked: str, sections: list[Found], forms: list[tuple[Plan, Form]]) -> Reply:
    """Offer them as buttons, under the plan of each where there are several plans."""
    rows = [(section_button(one.plan, one.placed.at, one.placed.section, _path(one)),) for one in sections[:MOST]]
    rows += [(form_button(plan, list(plan.forms).index(form.id), form.id),) for plan, form in forms[:MOST]]
    of_plans = {one.plan.id: one.plan for one in sections} | {plan.id: plan for plan, _ in forms}
    listed = [_listed(plan, sections, forms) for plan in of_plans.values()] if len(of_plans) > 1 else []
    return Reply((Text("outline-several", {"asked": shortened(asked, SAID)}), *listed), tuple(rows))


def _listed(plan: Plan, sections: list[Found], forms: list[tuple[Plan, Form]]) -> Text:
    """Tell which of the sections and forms are of one plan."""
    named = [section_line(one.placed.section) for one in sections[:MOST] if one.plan is plan]
    named += [Text("outline-form-line", {"form": form.id}) for of, form in forms[:MOST] if of is plan]
    return lines(Text("plan-basis", {"plan": plan_cited(plan)}), *named)


def _path(found: Found) -> str:
    """Return the number as people say it, with those above it: "II.2"; only its own where that is long."""
    path = found.placed.spoken.upper()
    return path if len(path) <= LONGEST_PATH else ""


def _not_found(plans: list[Plan], asked: str) -> Reply:
    """Offer what is nearest, and the outlines as a whole."""
    near = [Found(plan, placed) for plan in plans if plan.outline for placed in nearest_sections(plan.outline, asked)]
    rows = [(section_button(one.plan, one.placed.at, one.placed.section, _path(one)),) for one in near[:MOST]]
    rows += [
        (Button(Text("button-outline-of", {"plan": shortened(plan.title, LABEL)}), outline_press(plan)),)
        for plan in plans
        if plan.outline
    ]
    notes = [outline_note(plan.outline) for plan in plans if plan.outline]
    values = {"asked": shortened(asked, SAID)}
    key = Text("outline-nearest", values) if near else Text("outline-not-found", values)
    return Reply((lines(key, *notes),), tuple(rows))
