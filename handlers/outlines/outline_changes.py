"""Tell a unit that still owes its report what of the outline has changed."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

from sqlmodel import Session

from handlers.describing import lines, plan_cited, unit_name
from handlers.finding import is_closed
from handlers.outlines.outline_shapes import TITLE, digest, shape_of
from handlers.pressing import outline_press
from handlers.spelling import shortened
from handlers.vocabulary import Button, Reply, Text
from schedules.plan import Organisation, Plan, Plans
from storage import submissions
from storage.owed_now import owed_now

NAMED = 5  # changes told one by one


def outline_changed(session: Session, plans: Plans, about: Mapping[str, Any], now: datetime) -> Reply | None:
    """Word the notice, for those of the chat's units that still owe the report; nothing where none does.

    Nothing either where the outline has changed again: that is told by a notice of its own.
    """
    organisation = plans.organisations.get(about["organisation"])
    plan = organisation.plans.get(about["plan"]) if organisation else None
    if organisation is None or plan is None or digest(shape_of(plan)) != about["digest"]:
        return None
    owing = owing_units(session, organisation, plan, now, about["units"])
    if not owing:
        return None
    units = "; ".join(unit_name(organisation, unit) for unit in about["units"] if unit in owing)
    told = [_line(*change) for change in about["changes"][:NAMED]]
    if len(about["changes"]) > NAMED:
        told.append(Text("outline-news-more", {"count": len(about["changes"]) - NAMED}))
    heading = Text("outline-news", {"units": units, "plan": plan_cited(plan)})
    return Reply((lines(heading, *told), Text("outline-news-closing")), ((_button(plan),),))


def owing_units(
    session: Session, organisation: Organisation, plan: Plan, now: datetime, units: Collection[str] | None = None
) -> set[str]:
    """Return the units, of a few or of all, that have not handed in a report of a plan yet."""
    asked: Collection[str | None] = [None] if units is None else units
    done = {id for unit in asked for id in submissions.standing(session, organisation.id, plan.id, unit)}
    return {
        one.unit
        for unit in asked
        for one in owed_now(session, organisation, now, unit, plan.id)
        if one.task.kind == "report" and one.id not in done and not is_closed(plan, one.task, now)
    }


def _line(what: str, number: str, title: str) -> Text:
    if what == "renumbered":
        return Text("outline-news-renumbered")
    named = title if not number or title.startswith(number) else f"{number}. {title}"
    return Text(f"outline-news-{what}", {"title": shortened(named, TITLE)})


def _button(plan: Plan) -> Button:
    return Button(Text("button-outline"), outline_press(plan))
