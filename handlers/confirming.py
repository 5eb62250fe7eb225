"""Record a submission and say exactly what was recorded: unit, task, plan, document, moment, in time or late."""

from __future__ import annotations

from datetime import date

from handlers.belonging import speaker
from handlers.describing import act_of, deadline_of, document_of, lines, plan_cited
from handlers.figures import Standing, classify, is_by_word
from handlers.finding import Found
from handlers.notices import tell_colleagues
from handlers.vocabulary import Button, Reply, Text, Turn
from storage import questions, submissions
from storage.submissions import AlreadySubmitted
from storage.tables import Person, Submission


def record(turn: Turn, found: Found, number: str | None = None, on: date | None = None) -> Reply:
    """Record that an assignment was handed in, tell the unit's other officers, ask for the document if unknown.

    Two who press at once: the second hears who recorded it.
    """
    try:
        submission = submissions.record(turn.session, found.id, speaker(turn), turn.now, number, on)
    except AlreadySubmitted as known:
        questions.drop(turn.session, turn.chat)
        return already(turn, found, known.submission)
    tell_colleagues(turn, found, submission, "submitted")
    if document_of(submission) is None:
        return ask_document(turn, found, submission)
    questions.drop(turn.session, turn.chat)
    return confirmed(found, submission, turn)


def ask_document(turn: Turn, found: Found, submission: Submission) -> Reply:
    """Confirm, and ask for number and date of the document."""
    questions.ask(turn.session, turn.chat, "document", {"submission": submission.id}, turn.now)
    skip = Button(Text("button-skip"), f"boqua:{submission.id}")
    return Reply(
        (confirmation(found, submission, turn), Text("document-ask")),
        ((skip, _undo(submission)),),
        toast=Text("toast-recorded"),
    )


def confirmed(found: Found, submission: Submission, turn: Turn, *, edits: bool = False) -> Reply:
    """Confirm what was recorded, with a way back; a late one may state the day on which it was handed in."""
    rows = [(_undo(submission),)]
    if classify(found.owed.deadline, submission, turn.now) is Standing.LATE:
        rows.append((Button(Text("button-handed-in-earlier"), f"ngay:{submission.id}"),))
    return Reply((confirmation(found, submission, turn),), tuple(rows), edits=edits, toast=Text("toast-recorded"))


def confirmation(found: Found, submission: Submission, turn: Turn) -> Text:
    """Name exactly what was recorded."""
    owed = found.owed
    values = named(found)
    return lines(
        Text("submitted", values),
        Text("submitted-deadline", {"deadline": deadline_of(owed)}),
        _document_line(submission),
        _handed_in_line(found, submission),
        Text("submitted-moment", {"moment": submission.recorded_at, "standing": _standing(found, submission, turn)}),
    )


def named(found: Found) -> dict[str, object]:
    """Name an assignment in full: unit, what was done, task, plan."""
    task = found.owed.task
    return {
        "unit": found.own.unit.name,
        "act": act_of(task),
        "task": task.title,
        "plan": plan_cited(found.owed.plan),
    }


def already(turn: Turn, found: Found, submission: Submission) -> Reply:
    """Say who confirmed it before, and when."""
    by = turn.session.get(Person, submission.recorded_by)
    values = {**named(found), "person": by.display_name if by else "", "moment": submission.recorded_at}
    row = [_undo(submission)]
    if document_of(submission) is None:
        row.insert(0, Button(Text("button-add-document"), f"so:{submission.id}"))
    text = lines(Text("already-submitted", values), _document_line(submission))
    return Reply((text,), (tuple(row),), toast=Text("toast-already"))


def _document_line(submission: Submission) -> Text | None:
    document = document_of(submission)
    return Text("submitted-document", {"document": document}) if document else None


def _handed_in_line(found: Found, submission: Submission) -> Text | None:
    if submission.handed_in_on is None:
        return None
    key = "submitted-handed-in-by-word" if is_by_word(found.owed.deadline, submission) else "submitted-handed-in"
    return Text(key, {"day": submission.handed_in_on})


def _standing(found: Found, submission: Submission, turn: Turn) -> Text:
    return Text(f"standing-{classify(found.owed.deadline, submission, turn.now)}")


def _undo(submission: Submission) -> Button:
    return Button(Text("button-undo"), f"rut:{submission.id}")
