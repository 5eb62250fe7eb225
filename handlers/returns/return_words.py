"""What a coordinator reads while returning a report: which one, why, until when, and what will happen."""

from __future__ import annotations

from datetime import date, datetime

from handlers.describing import act_of, document_of, lines, plain_day, plan_cited
from handlers.handing_in.submitting import NEVER_MIND
from handlers.office import UNDO, name_of, who_recorded
from handlers.overseeing import Overseen
from handlers.spelling import shortened
from handlers.vocabulary import Button, Reply, Text, Turn
from schedules.deadline import VIETNAM
from schedules.duties import office_of
from storage.tables import Return, Submission

MOST = 12  # submissions offered at once; others are found by the unit's name
UNIT, TASK = 22, 24  # characters of a label: what a phone shows of one line
WORKING_DAYS = 3  # that a unit is given unless the coordinator says otherwise
SHORTEST_REASON = 3


def choose_submission(heading: Text, found: list[tuple[Submission, Overseen]]) -> Reply:
    """Offer submissions, each by its unit and task; another unit may be typed."""
    rows = tuple(
        (Button(Text("button-submission-of", _short(one)), f"tralai:{submission.id}"),) for submission, one in found
    )
    return Reply((heading, Text("return-type-unit")), rows)


def reason_asked(found: Overseen) -> Reply:
    """Ask why."""
    return Reply((Text("return-ask-reason", named(found)),), ((NEVER_MIND,),))


def day_asked(found: Overseen, submission: Submission, day: date) -> Reply:
    """Ask until when, with a day to take at once."""
    return Reply((Text("return-ask-day", named(found)),), day_offered(submission, day))


def day_offered(submission: Submission, day: date) -> tuple[tuple[Button, ...], ...]:
    """Offer the usual day."""
    press = f"tralaingay:{submission.id}:{day.isoformat()}"
    return ((Button(Text("button-return-day", {"day": day}), press),), (NEVER_MIND,))


def default_day(found: Overseen, now: datetime) -> date:
    """Return three working days from now, or the deadline that the unit has anyway where it is later."""
    today = now.astimezone(VIETNAM).date()
    days = office_of(found.followed.organisation).days
    usual = days.shift(today, WORKING_DAYS)
    return max(usual, found.owed.deadline.last_day) if found.owed.deadline else usual


def preview(turn: Turn, found: Overseen, submission: Submission, reason: str, day: date) -> Reply:
    """Say what is returned and what will happen, and ask a yes."""
    document = document_of(submission)
    recorded = {"person": who_recorded(turn.session, submission), "moment": submission.recorded_at}
    days = office_of(found.followed.organisation).days
    told = lines(
        Text("return-preview", named(found)),
        Text("submitted-document", {"document": document}) if document else None,
        Text("undo-recorded", recorded),
        _accepted(turn, submission),
        Text("return-reason", {"reason": reason}),
        Text("return-new-day", {"day": day}),
        None if days.is_working(day) else Text("return-day-off"),
    )
    other = Button(Text("button-return-other-day"), f"tralaingay:{submission.id}:")
    return Reply((told, Text("return-effect")), (yes_or_no(submission, day), (other,)))


def yes_or_no(submission: Submission, day: date) -> tuple[Button, ...]:
    """Offer to return it until a day, or not."""
    return (Button(Text("button-return-yes"), f"tralaico:{submission.id}:{day.isoformat()}"), NEVER_MIND)


def returned_reply(turn: Turn, found: Overseen, made: Return) -> Reply:
    """Say what was returned, with a way back for ten minutes."""
    values = {"reason": made.reason}
    told = lines(
        Text("returned", named(found)),
        Text("return-reason", values),
        Text("return-new-day", {"day": made.last_day}),
        Text("undo-within", {"minutes": _minutes()}),
    )
    row = (Button(Text("button-return-undo"), f"tralaihuy:{made.id}"),)
    return Reply((told,), (row,), edits=True, toast=Text("toast-returned"))


def undone_reply(found: Overseen, submission: Submission) -> Reply:
    """Say that the submission stands again."""
    document = document_of(submission)
    told = lines(
        Text("return-undone", named(found)),
        Text("submitted-document", {"document": document}) if document else None,
    )
    return Reply((told,), edits=True, toast=Text("toast-undone"))


def named(found: Overseen) -> dict[str, object]:
    """Name an assignment in full: unit, what was done, task, plan."""
    task = found.owed.task
    return {"unit": found.unit, "act": act_of(task), "task": task.title, "plan": plan_cited(found.owed.plan)}


def _accepted(turn: Turn, submission: Submission) -> Text | None:
    if submission.accepted_at is None:
        return None
    person = name_of(turn.session, submission.accepted_by)
    return Text("return-accepted-before", {"person": person, "moment": submission.accepted_at})


def _short(one: Overseen) -> dict[str, object]:
    task: object = shortened(one.owed.task.title, TASK)
    if one.id.period and one.owed.deadline:
        task = Text("task-of-period", {"task": task, "day": plain_day(one.owed.deadline.last_day)})
    return {"unit": shortened(one.unit, UNIT), "task": task}


def _minutes() -> int:
    return int(UNDO.total_seconds()) // 60
