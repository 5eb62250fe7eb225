"""Word the notices of extensions at the moment when they are sent; None where they are no longer true."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from sqlmodel import Session

from handlers.describing import lines, plan_cited, submit_label, time_left, unit_name
from handlers.extensions.extension_texts import (
    Extended,
    extended,
    name_of,
    reason_line,
    request_buttons,
    request_text,
    values_of,
)
from handlers.spelling import shortened
from handlers.vocabulary import Button, Reply, Text
from schedules.plan import Plans
from storage import assignments, extension_batches, submissions

LABEL = 30
About = Mapping[str, Any]


def asked(session: Session, plans: Plans, about: About, now: datetime) -> Reply | None:
    """Word a request, with the three decisions; nothing where it is open no longer, or handed in."""
    one = next(_owing(session, plans, {"extensions": [about["extension"]]}, now), None)
    if one is None or one.extension.decided_at or one.extension.ended_at:
        return None
    again = (Text("extension-asked-again"),) if about.get("again") else ()
    return Reply((*again, request_text(session, one)), request_buttons(one.extension))


def withdrawn(session: Session, plans: Plans, about: About, now: datetime) -> Reply | None:
    """Tell a coordinator that nothing need be decided any more."""
    one = extended(session, plans, about["extension"], now)
    if one is None:
        return None
    values = {**values_of(one.organisation, one.owed), "person": name_of(session, about["person"])}
    return Reply((Text("notice-extension-withdrawn", values),))


def granted(session: Session, plans: Plans, about: About, now: datetime) -> Reply | None:
    """Tell a unit until when it has time; what was taken back or handed in since is left out."""
    texts = [_granted(session, one) for one in _owing(session, plans, about, now) if one.extension.ended_at is None]
    return Reply(tuple(texts)) if texts else None


def undone(session: Session, plans: Plans, about: About, now: datetime) -> Reply | None:
    """Tell a unit that the former deadline holds again."""
    texts = [_undone(one) for one in _owing(session, plans, about, now) if not _stands(one)]
    return Reply(tuple(texts)) if texts else None


def refused(session: Session, plans: Plans, about: About, now: datetime) -> Reply | None:
    """Tell a unit that its deadline stays, and ask for what it owes."""
    for one in _owing(session, plans, {"extensions": [about["extension"]]}, now):
        assert one.owed.deadline is not None, "more time is asked of what has a deadline"
        overdue = now >= one.owed.deadline.ends_at
        text = lines(
            Text("bundle-to", {"unit": unit_name(one.organisation, one.owed.unit)}),
            Text("notice-extension-refused", {**values_of(one.organisation, one.owed), "day": one.extension.asked_day}),
            reason_line(about["why"]),
            Text("item-deadline", {"deadline": one.owed.deadline, "left": time_left(one.owed.deadline, now)}),
            Text("extension-refused-overdue" if overdue else "extension-refused-open"),
        )
        return Reply((text, Text("bundle-closing")), ((_submit(one),),))
    return None


def refused_others(session: Session, plans: Plans, about: About, now: datetime) -> Reply | None:
    """Tell the other coordinators who refused."""
    one = extended(session, plans, about["extension"], now)
    if one is None:
        return None
    by = name_of(session, one.extension.decided_by)
    values = {**values_of(one.organisation, one.owed), "day": one.extension.asked_day, "person": by}
    return Reply((lines(Text("notice-extension-refused-others", values), reason_line(about["why"])),))


def decided(session: Session, plans: Plans, about: About, now: datetime) -> Reply | None:
    """Tell the other coordinators who gave how much time to whom; nothing where it was taken back."""
    gave = extension_batches.of_batch(session, about["batch"])
    found = plans.task(gave[0][0]) if gave else None
    if found is None:
        return None
    organisation, plan, task = found
    id, first = gave[0]
    values = {
        "person": name_of(session, first.decided_by),
        "task": task.title,
        "plan": plan_cited(plan),
        "day": first.last_day,
        "count": len(gave),
        "unit": unit_name(organisation, id.unit),
    }
    key = Text("notice-extension-decided", values) if len(gave) == 1 else Text("notice-extension-batch", values)
    return Reply((lines(key, reason_line(first.reason)),))


def undone_others(session: Session, plans: Plans, about: About, now: datetime) -> Reply | None:
    """Tell the other coordinators that a decision was taken back."""
    id = assignments.named(session, about["assignment"])
    found = plans.task(id) if id else None
    if found is None:
        return None
    values = {"person": name_of(session, about["person"]), "task": found[2].title, "plan": plan_cited(found[1])}
    return Reply((Text("notice-extension-undone-others", {**values, "count": about["count"]}),))


def _owing(session: Session, plans: Plans, about: About, now: datetime) -> Iterator[Extended]:
    """Yield the extensions that a notice tells of, those of what is still outstanding."""
    for number in about["extensions"]:
        one = extended(session, plans, number, now)
        if one and submissions.standing_of(session, one.id) is None:
            yield one


def _stands(one: Extended) -> bool:
    return one.extension.last_day is not None and one.extension.ended_at is None


def _granted(session: Session, one: Extended) -> Text:
    asked, values = one.extension.asked_day, values_of(one.organisation, one.owed)
    until = {"day": one.extension.last_day}
    given = Text("notice-extension-given", {**values, **until}) if asked is None else None
    return lines(
        Text("bundle-to", {"unit": values["unit"]}),
        given or Text("notice-extension-granted", {**values, **until}),
        Text("extension-asked-until", {"day": asked}) if asked and asked != one.extension.last_day else None,
        reason_line(one.extension.reason),
        Text("item-deadline-only", {"deadline": values["deadline"]}),
    )


def _undone(one: Extended) -> Text:
    values = values_of(one.organisation, one.owed)
    waits = one.extension.ended_at is None
    return lines(
        Text("bundle-to", {"unit": values["unit"]}),
        Text("notice-extension-undone", values),
        Text("item-deadline-only", {"deadline": values["deadline"]}),
        Text("extension-waits-again") if waits else None,
    )


def _submit(one: Extended) -> Button:
    task = one.owed.task
    return Button(
        Text(submit_label(task), {"task": shortened(task.title, LABEL)}), f"nop:{one.extension.assignment_id}"
    )
