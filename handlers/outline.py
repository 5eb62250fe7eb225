"""Answer /decuong: what the report must contain, first the sections that the person's unit leads; the forms."""

from __future__ import annotations

from handlers.belonging import followed_plans, units_of
from handlers.describing import lines, plan_cited
from handlers.form_texts import form_reply, forms_reply
from handlers.outline_texts import outline_note, outline_reply
from handlers.pressing import outline_press, plan_mark, undotted
from handlers.refusing import Refused, UnknownButton
from handlers.section_texts import full_text, section_button, section_reply
from handlers.sections import asks_for_form, find_form, find_sections, section_at
from handlers.spelling import shortened
from handlers.vocabulary import Button, Reply, Text, Turn
from schedules.plan import Outline, Plan

MOST = 12  # sections offered where a number fits several
LABEL = 40


def decuong(turn: Turn) -> Reply:
    """Show the outline of the person's plan, or what was asked for of it."""
    plans = my_plans(turn)
    if not plans:
        return Reply((Text("outline-no-plan"),))
    if turn.argument:
        return _asked(turn, plans)
    if len(plans) == 1:
        return outline_reply(turn, plans[0])
    rows = tuple(
        (Button(Text("button-plan", {"plan": shortened(plan.title, LABEL)}), outline_press(plan)),) for plan in plans
    )
    return Reply((Text("outline-choose"),), rows)


def my_plans(turn: Turn) -> list[Plan]:
    """List the plans in which the person's units owe something, then those that the person follows."""
    found = {
        (plan.organisation_id, plan.id): plan
        for own in units_of(turn)
        for plan in own.organisation.plans.values()
        if any(own.unit.id in due.unit_ids for task in plan.tasks.values() for due in task.dues)
    }
    for followed in followed_plans(turn):
        found.setdefault((followed.plan.organisation_id, followed.plan.id), followed.plan)
    return list(found.values())


def press_outline(turn: Turn) -> Reply:
    """Open the outline or one section: "<plan>:<place>:<page>"."""
    plan, at, page = _place(turn)
    if not at:
        return outline_reply(turn, plan, page)
    section = section_at(_outline(plan), at)
    if section is None:
        raise Refused(Text("outline-changed"))
    return section_reply(turn, plan, at, section, page)


def press_full_text(turn: Turn) -> Reply:
    """Show a section with all that stands under it."""
    plan, at, _ = _place(turn)
    section = section_at(_outline(plan), at)
    if section is None:
        raise Refused(Text("outline-changed"))
    return Reply(full_text(section))


def press_forms(turn: Turn) -> Reply:
    """List the forms of a plan, or show the one at a place."""
    plan, at, page = _place(turn)
    forms = list(plan.forms.values())
    if not at:
        return forms_reply(plan, page)
    if at[0] >= len(forms):
        raise Refused(Text("outline-changed"))
    return form_reply(forms[at[0]])


def _place(turn: Turn) -> tuple[Plan, tuple[int, ...], int]:
    mark, _, rest = turn.argument.partition(":")
    place, _, page = rest.partition(":")
    plan = next((plan for plan in my_plans(turn) if plan_mark(plan) == mark), None)
    try:
        at, number = undotted(place), int(page or 0)
    except ValueError:
        raise UnknownButton from None
    if plan is None:
        raise UnknownButton
    return plan, at, number


def _outline(plan: Plan) -> Outline:
    if plan.outline is None:
        raise Refused(Text("outline-none", {"plan": plan_cited(plan)}))
    return plan.outline


def _asked(turn: Turn, plans: list[Plan]) -> Reply:
    """Find a section or a form in the person's plans; several are offered as buttons."""
    forms = [form for plan in plans if (form := find_form(plan, turn.argument))]
    found = [(plan, placed) for plan in plans if plan.outline for placed in find_sections(plan.outline, turn.argument)]
    if forms and (asks_for_form(turn.argument) or not found):
        return form_reply(forms[0])
    if len(found) == 1:
        plan, placed = found[0]
        return section_reply(turn, plan, placed.at, placed.section)
    if found:
        rows = tuple((section_button(plan, placed.at, placed.section),) for plan, placed in found[:MOST])
        return Reply((Text("outline-several", {"asked": turn.argument}),), rows)
    return _not_found(turn, plans)


def _not_found(turn: Turn, plans: list[Plan]) -> Reply:
    rows = tuple(
        (Button(Text("button-outline-of", {"plan": shortened(plan.title, LABEL)}), outline_press(plan)),)
        for plan in plans
        if plan.outline
    )
    notes = [outline_note(plan.outline) for plan in plans if plan.outline]
    return Reply((lines(Text("outline-not-found", {"asked": turn.argument}), *notes),), rows)
