"""Extensions: a later deadline for one unit, asked by it and decided by the coordinator, or simply given.

A request is open until it is decided, taken back, or no longer needed. Two who decide at once: the first counts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime

from sqlalchemy import ColumnElement, text, update
from sqlalchemy.dialects.sqlite import insert
from sqlmodel import Session, col, select

from schedules.plan import AssignmentId
from storage import assignments, journal
from storage.listed import listed
from storage.tables import Assignment, Extension

MOST_DIGITS = 16  # of a number that SQLite can hold
OPEN = "decided_at IS NULL AND ended_at IS NULL"  # as the unique index has it


class ExtensionError(Exception):
    """What was said about an extension does not fit how it stands: ``extension``, read before the transaction ends."""

    def __init__(self, extension: Extension) -> None:
        super().__init__(f"extension {extension.id}")
        self.extension = extension


class AlreadyAsked(ExtensionError):
    """One waits already for the coordinator's word."""


class NotOpen(ExtensionError):
    """It has been decided, taken back, or ended by a submission."""


def open_since(session: Session, organisation: str) -> dict[AssignmentId, datetime]:
    """Return what waits for the coordinator's word, and since when."""
    return {id: extension.asked_at for id, extension in waiting(session, organisation)}


def waiting(session: Session, organisation: str, plan: str | None = None) -> list[tuple[AssignmentId, Extension]]:
    """List the open requests of an organisation, or of one of its plans, the oldest first."""
    return list(_listed(session, organisation, plan, *_is_open()))


def given(session: Session, organisation: str, plan: str | None = None) -> list[tuple[AssignmentId, Extension]]:
    """List the extensions that were granted and not taken back, the latest first."""
    stands = (col(Extension.last_day).is_not(None), col(Extension.ended_at).is_(None))
    return list(_listed(session, organisation, plan, *stands))[::-1]


def open_of(session: Session, id: AssignmentId) -> Extension | None:
    """Return the request that waits for one assignment."""
    number = assignments.known(session, [id]).get(id)
    if number is None:
        return None
    return session.exec(select(Extension).where(Extension.assignment_id == number, *_is_open())).first()


def kept(session: Session, number: str) -> Extension | None:
    """Return the extension that a button names."""
    readable = number.isascii() and number.isdigit() and len(number) < MOST_DIGITS
    return session.get(Extension, int(number)) if readable else None


def ask(session: Session, id: AssignmentId, person_id: int, now: datetime, day: date, reason: str) -> Extension:
    """Ask for more time.

    Raises:
        AlreadyAsked: also when two ask at once: the unique index lets one through.
    """
    number = assignments.number(session, id)
    unless_one_waits = insert(Extension).on_conflict_do_nothing(
        index_elements=["assignment_id"], index_where=text(OPEN)
    )
    row = {"assignment_id": number, "asked_by": person_id, "asked_at": now, "asked_day": day, "reason": reason}
    asked = session.scalars(unless_one_waits.returning(Extension), [row]).one_or_none()
    if asked is None:
        waits = open_of(session, id)
        assert waits is not None, "only an open request keeps another one out"
        raise AlreadyAsked(waits)
    _write(session, asked, id, person_id, now, "extension_asked", asked=day.isoformat(), reason=reason)
    return asked


def grant(
    session: Session, extension: Extension, person_id: int, now: datetime, last_day: date, batch: str
) -> Extension:
    """Let the unit have until ``last_day``, which may be another day than the one asked for.

    Args:
        batch: names the decision, so that it can be taken back.

    Raises:
        NotOpen: somebody was first.
    """
    granted = _settle(session, extension, decided_at=now, decided_by=person_id, last_day=last_day, batch=batch)
    asked = granted.asked_day.isoformat() if granted.asked_day else None
    id = _id_of(session, granted)
    days = {"asked": asked, "granted": last_day.isoformat()}
    _write(session, granted, id, person_id, now, "extension_granted", **days, reason=granted.reason)
    return granted


def refuse(session: Session, extension: Extension, person_id: int, now: datetime, why: str) -> Extension:
    """Refuse; the deadline stays.

    Raises:
        NotOpen: somebody was first.
    """
    refused = _settle(session, extension, decided_at=now, decided_by=person_id)
    _write(session, refused, _id_of(session, refused), person_id, now, "extension_refused", reason=why)
    return refused


def withdraw(session: Session, extension: Extension, person_id: int, now: datetime) -> Extension:
    """Take a request back, for the unit.

    Raises:
        NotOpen: it has been decided meanwhile.
    """
    gone = _settle(session, extension, ended_at=now)
    _write(session, gone, _id_of(session, gone), person_id, now, "extension_withdrawn")
    return gone


def end_asked(session: Session, handed_in: Mapping[int, AssignmentId], person_id: int, now: datetime) -> None:
    """End the requests of what has just been handed in: nobody need decide them any more.

    Args:
        handed_in: the assignments by their numbers.
    """
    open_ones = select(Extension).where(col(Extension.assignment_id).in_(listed(handed_in)), *_is_open())
    for extension in session.exec(open_ones).all():
        extension.ended_at = now
        id = handed_in[extension.assignment_id]
        _write(session, extension, id, person_id, now, "extension_withdrawn", why="submitted")
    session.flush()


def _is_open() -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return col(Extension.decided_at).is_(None), col(Extension.ended_at).is_(None)


def _settle(session: Session, extension: Extension, **values: object) -> Extension:
    """Change a request if it is still open; read as it stands in the database then."""
    still_open = update(Extension).where(col(Extension.id) == extension.id, *_is_open())
    changed = session.exec(still_open.values(**values)).rowcount
    found = session.get_one(Extension, extension.id, populate_existing=True)
    if not changed:
        raise NotOpen(found)
    return found


def _listed(
    session: Session, organisation: str, plan: str | None, *which: ColumnElement[bool]
) -> Iterator[tuple[AssignmentId, Extension]]:
    wanted = (
        select(Assignment, Extension)
        .join(Extension, col(Extension.assignment_id) == Assignment.id)
        .where(Assignment.organisation == organisation, *which)
        .order_by(col(Extension.id))
    )
    if plan is not None:
        wanted = wanted.where(Assignment.plan == plan)
    for a, extension in session.exec(wanted):
        yield AssignmentId(a.organisation, a.plan, a.task, a.unit, a.period), extension


def _id_of(session: Session, extension: Extension) -> AssignmentId:
    id = assignments.named(session, extension.assignment_id)
    assert id is not None, "numbers are never removed"
    return id


def _write(
    session: Session,
    extension: Extension,
    id: AssignmentId,
    person_id: int,
    now: datetime,
    act: str,
    **detail: str | None,
) -> None:
    journal.write(
        session,
        at=now,
        act=act,
        organisation=id.organisation,
        person_id=person_id,
        unit=id.unit,
        assignment_id=extension.assignment_id,
        **{name: value for name, value in detail.items() if value},
    )
