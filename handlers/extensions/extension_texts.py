"""What the texts about one extension have in common: whose it is, which deadline holds, how it was decided."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlmodel import Session

from handlers.describing import deadline_of, lines, plain_day, plan_cited, unit_name
from handlers.extensions.extending_days import day_off
from handlers.finding import owed_as
from handlers.vocabulary import Button, Place, Text
from schedules.owing import Owed
from schedules.plan import AssignmentId, Organisation, Plans
from storage import assignments
from storage.tables import Extension, Person


@dataclass(frozen=True, slots=True)
class Extended:
    """An extension with what it is about, as that stands now."""

    extension: Extension
    organisation: Organisation
    owed: Owed

    @property
    def id(self) -> AssignmentId:
        """Return the id of the assignment."""
        return self.owed.id


def extended(session: Session, plans: Plans, number: object, now: datetime) -> Extended | None:
    """Return an extension by its number; None where the plan no longer asks for what it was about."""
    extension = session.get(Extension, number)
    id = assignments.named(session, extension.assignment_id) if extension else None
    organisation = plans.organisations.get(id.organisation) if id else None
    owed = owed_as(session, organisation, id, now) if organisation and id else None
    return Extended(extension, organisation, owed) if extension and organisation and owed else None


def values_of(organisation: Organisation, owed: Owed) -> dict[str, object]:
    """Name an assignment in full, with the deadline that holds and the office that follows it."""
    return {
        "unit": unit_name(organisation, owed.unit),
        "task": owed.task.title,
        "plan": plan_cited(owed.plan),
        "deadline": deadline_of(owed),
        "office": office_of_plan(organisation, owed),
    }


def office_of_plan(organisation: Organisation, owed: Owed) -> str:
    """Name the standing office that follows an assignment's plan."""
    return unit_name(organisation, owed.plan.standing_office_id or organisation.standing_office_id)


def name_of(session: Session, person_id: int | None) -> str:
    """Return the display name of a person."""
    person = session.get(Person, person_id) if person_id is not None else None
    return person.display_name if person else ""


def request_text(session: Session, one: Extended) -> Text:
    """Tell all that a coordinator needs in order to decide."""
    asked = one.extension
    values = {"person": name_of(session, asked.asked_by), "moment": asked.asked_at}
    return lines(
        Text("extension-request", values_of(one.organisation, one.owed)),
        Text("extension-until", {"day": asked.asked_day}),
        day_off(asked.asked_day, one.organisation) if asked.asked_day else None,
        reason_line(asked.reason),
        Text("extension-asked-by", values),
    )


def reason_line(reason: str) -> Text | None:
    """Tell the reason, where one is known."""
    return Text("extension-reason", {"reason": reason}) if reason else None


def request_buttons(extension: Extension) -> tuple[tuple[Button, ...], ...]:
    """Offer the three decisions."""
    assert extension.asked_day is not None, "whoever asks names a day"
    return (
        (Button(Text("button-extend-until", {"day": plain_day(extension.asked_day)}), f"ghdy:{extension.id}"),),
        (
            Button(Text("button-other-day"), f"ghkhac:{extension.id}"),
            Button(Text("button-refuse"), f"ghtc:{extension.id}"),
        ),
    )


def numbered(key: str, place: int, **values: object) -> Text:
    """Return a label with its place among several; ``key`` is that of the label alone."""
    return Text(f"{key}-numbered", {"place": Place(place), **values})


def outcome(session: Session, extension: Extension) -> Text:
    """Say how a request stands that is open no longer."""
    values: Mapping[str, Any] = {
        "person": name_of(session, extension.decided_by),
        "moment": extension.decided_at,
        "day": extension.last_day,
    }
    if extension.decided_at is None or (extension.last_day and extension.ended_at):
        return Text("extension-ended")
    return Text("extension-decided-granted" if extension.last_day else "extension-decided-refused", values)
