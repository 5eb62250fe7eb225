"""Answer /decuong: what the report must contain, first the sections that the person's unit leads; the forms."""

from __future__ import annotations

import re
from dataclasses import replace

from handlers.belonging import followed_plans, units_of
from handlers.describing import plan_cited
from handlers.outlines.form_texts import form_reply, forms_reply
from handlers.outlines.outline_search import search
from handlers.outlines.outline_texts import outline_reply
from handlers.outlines.section_texts import full_text, section_reply
from handlers.outlines.sections import section_at
from handlers.pressing import outline_press, plan_mark, undotted
from handlers.refusing import Refused, UnknownButton
from handlers.spelling import plain, shortened
from handlers.vocabulary import Button, Reply, Text, Turn
from schedules.plan import Outline, Plan

LABEL = 34
WIDE = r"\b(?:phan|chuong)(?: so| thu)? "  # before a number: a whole part is meant

FORMS = {"bieu mau": "biểu mẫu", "bieu": "biểu", "phu luc": "phụ lục", "mau": "mẫu"}


def decuong(turn: Turn) -> Reply:
    """Show the outline of the person's plan, or what was asked for of it."""
    plans = my_plans(turn)
    if not plans:
        return Reply((Text("outline-no-plan"),))
    if turn.argument:
        return search(turn, plans, turn.argument)
    if len(plans) == 1:
        return outline_reply(turn, plans[0])
    rows = tuple(
        (Button(Text("button-plan", {"plan": shortened(plan.title, LABEL)}), outline_press(plan)),) for plan in plans
    )
    return Reply((Text("outline-choose"),), rows)


def asked(turn: Turn, section: str) -> Reply:
    """Show the outline, or what is asked for of it.

    Parameters:
        section: a number ("II.2", "3B"), words of a title, "" for the whole. Whether the message said "phần 2" or "mục
            2" is looked up in it: a slot has only the number.
    """
    said = plain(turn.message.said or "")
    number = f"{re.escape(plain(section))}(?![.\\w])"
    if section and re.search(f"{WIDE}{number}", said):
        return decuong(replace(turn, argument=f"phần {section}"))
    form = re.search(rf"\b({'|'.join(FORMS)})(?: so)? {number}", said) if section else None
    return decuong(replace(turn, argument=f"{FORMS[form[1]]} {section}" if form else section))


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
