"""What only the standing office decides: whose plans, whose submissions, and how long it may take a word back."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlmodel import Session

from handlers.belonging import Followed, followed_plans
from handlers.overseeing import Overseen, overseen
from handlers.refusing import Refused, UnknownButton
from handlers.vocabulary import Text, Turn
from schedules.plan import Organisation, Plan
from storage.tables import Person, RoleKind, Submission

UNDO = timedelta(minutes=10)


class OfficeOnly(Refused):
    """Somebody who is no coordinator asks for what the standing office decides."""

    def __init__(self) -> None:
        super().__init__(Text("refused-office-only"))


class TooLate(Refused):
    """The time in which the office may take its word back is over."""

    def __init__(self) -> None:
        super().__init__(Text("refused-undo-over", {"minutes": UNDO // timedelta(minutes=1)}))


def decided_plans(turn: Turn) -> list[Followed]:
    """Return the plans on which the person decides as a coordinator; an admin only looks on.

    Raises:
        OfficeOnly: there is none.
    """
    found = [one for one in followed_plans(turn) if _decides(turn, one)]
    if not found:
        raise OfficeOnly
    return found


def is_coordinator(turn: Turn) -> bool:
    """Say whether the person decides on any plan."""
    return any(_decides(turn, one) for one in followed_plans(turn))


def assignment_of(turn: Turn, submission: Submission) -> Overseen:
    """Find the assignment of a submission that the person may decide on.

    Raises:
        Refused: it is of a plan of another office, or no longer owed.
    """
    decided_plans(turn)
    found = overseen(turn, str(submission.assignment_id))
    if not _decides(turn, found.followed):
        raise OfficeOnly
    return found


def submission_named(turn: Turn, number: str) -> tuple[Submission, Overseen]:
    """Find the submission that a coordinator's button names, standing or not, with its assignment."""
    decided_plans(turn)
    kept = turn.session.get(Submission, as_number(number))
    if kept is None:
        raise UnknownButton
    return kept, assignment_of(turn, kept)


def as_number(argument: str) -> int:
    """Read the number in a press.

    Raises:
        UnknownButton: it is none.
    """
    if not argument.isascii() or not argument.isdigit() or len(argument) > 15:
        raise UnknownButton
    return int(argument)


def check_undoable(since: datetime, now: datetime) -> None:
    """Refuse to take back what was done too long ago.

    Raises:
        TooLate: more than ten minutes have passed.
    """
    if now - since > UNDO:
        raise TooLate


def name_of(session: Session, person: int | None) -> str:
    """Return how a person is shown, "" for one who is no longer known."""
    found = session.get(Person, person) if person is not None else None
    return found.display_name if found else ""


def who_recorded(session: Session, submission: Submission) -> str | Text:
    """Say whose word a submission is: a name; for the standing office's, marked so."""
    name = name_of(session, submission.recorded_by)
    return Text("recorded-by-office", {"person": name}) if submission.by_office else name


def office_name(organisation: Organisation, plan: Plan) -> str:
    """Return the name of the standing office that follows a plan."""
    office = plan.standing_office_id or organisation.standing_office_id
    return organisation.units[office].name if office in organisation.units else organisation.name


def _decides(turn: Turn, followed: Followed) -> bool:
    office = followed.plan.standing_office_id or followed.organisation.standing_office_id
    return any(
        (role.kind, role.organisation, role.unit) == (RoleKind.COORDINATOR, followed.organisation.id, office)
        for role in turn.roles
    )
