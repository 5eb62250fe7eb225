"""Record a submission and say exactly what was recorded: unit, task, plan, document, moment, in time or late."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from handlers.belonging import speaker
from handlers.describing import act_of, deadline_of, document_of, lines, plan_cited
from handlers.figures.figures import Standing, classify, is_by_word
from handlers.finding import Found
from handlers.handing_in.evidence_words import evidence_line
from handlers.office import who_recorded
from handlers.pushes.submission_notices import tell_colleagues
from handlers.returns.return_notices import round_line, tell_resubmitted
from handlers.vocabulary import Button, Reply, Text, Turn
from storage import evidence, questions, submissions
from storage.evidence import Piece
from storage.submissions import AlreadySubmitted
from storage.tables import Submission

WAITS = timedelta(hours=1)  # a file that was sent before anybody said of what it is


def record(turn: Turn, found: Found, number: str | None = None, on: date | None = None) -> Reply:
    """Record that an assignment was handed in, tell the unit's other officers, ask for the document if unknown.

    Two who press at once: the second hears who recorded it.
    """
    try:
        submission = submissions.record(turn.session, found.id, speaker(turn), turn.now, number, on)
    except AlreadySubmitted as known:
        questions.drop(turn.session, turn.chat)
        return already(turn, found, known.submission)
    submission = _with_waiting_file(turn, submission)
    tell_colleagues(turn, found, submission, "submitted")
    tell_resubmitted(turn, found, submission)
    if document_of(submission) is None:
        return ask_document(turn, found, submission)
    questions.drop(turn.session, turn.chat)
    return confirmed(found, submission, turn)


def _with_waiting_file(turn: Turn, submission: Submission) -> Submission:
    """Add the files that were sent before anybody said of what they are: this confirmation says it."""
    for piece in waiting_pieces(turn, submission.assignment_id):
        submission = evidence.add(turn.session, submission, piece, speaker(turn), turn.now)
    return submission


def waiting_pieces(turn: Turn, assignment: int | None) -> Sequence[Piece]:
    """Return the files that wait in the question for this assignment, or for whichever is named.

    A button of another message takes along only what was sent a short while ago.
    """
    question = questions.pending(turn.session, turn.chat, turn.now)
    if question is None or question.word not in ("evidence", "submit"):
        return ()
    if question.about.get("assignment") not in (None, assignment):
        return ()
    pressed = turn.message.pressed
    answers = pressed is None or pressed.startswith("nopco:")
    return question.about.get("pieces", ()) if answers or turn.now - question.asked_at <= WAITS else ()


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
        evidence_line(submission),
        _handed_in_line(found, submission),
        round_line(turn.session, submission),
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
    by = who_recorded(turn.session, submission)
    values = {**named(found), "person": by, "moment": submission.recorded_at}
    row = [_undo(submission)]
    if document_of(submission) is None:
        row.insert(0, Button(Text("button-add-document"), f"so:{submission.id}"))
    text = lines(Text("already-submitted", values), _document_line(submission), evidence_line(submission))
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
