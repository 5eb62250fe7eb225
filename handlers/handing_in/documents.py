"""Ask for number and date of the document, and for the day of handing in; both may be left out."""

from __future__ import annotations

from datetime import date, datetime

from handlers.belonging import speaker
from handlers.describing import plan_cited
from handlers.finding import Found, by_submission, by_unaccepted
from handlers.handing_in.confirming import ask_document, confirmed
from handlers.handing_in.evidence_pieces import add, link_in, piece_of
from handlers.refusing import DayInFuture, UnknownButton
from handlers.spelling import SKIP, answer_words, is_only_a_day, is_only_a_document, names_a_day, plain
from handlers.vocabulary import Button, Reply, Text, Turn
from schedules.deadline import VIETNAM
from schedules.typed_dates import read_document_mark, read_typed
from storage import journal, questions, submissions
from storage.tables import Question, Submission


def check_not_future(day: date | None, now: datetime) -> None:
    """Ask back about a day that has not come yet.

    Raises:
        DayInFuture: it lies after today.
    """
    if day is not None and day > now.astimezone(VIETNAM).date():
        raise DayInFuture(day)


def press_add_document(turn: Turn) -> Reply:
    """Ask for the document of what was confirmed without one."""
    submission, found = by_unaccepted(turn, turn.argument)
    return ask_document(turn, found, submission)


def press_number(turn: Turn) -> Reply:
    """Add a bare number that could have been a choice; the person has said that it is the document's."""
    kept, _, number = turn.argument.partition(":")
    submission, found = by_unaccepted(turn, kept)
    if not number.isdecimal():
        raise UnknownButton
    merged = _merged(turn, submission, number, None)
    questions.drop(turn.session, turn.chat)
    return confirmed(found, merged, turn)


def press_skip(turn: Turn) -> Reply:
    """Leave the document out; what was recorded stands."""
    submission, found = by_submission(turn, turn.argument)
    questions.drop(turn.session, turn.chat)
    return confirmed(found, submission, turn, edits=True)


def answer_document(turn: Turn, question: Question) -> Reply:
    """Read "45/BC-UBND ngày 06/5" and add it to the submission."""
    submission, found = by_unaccepted(turn, str(question.about["submission"]))
    if answer_words(turn.argument) in SKIP:
        questions.drop(turn.session, turn.chat)
        return confirmed(found, submission, turn)
    link, said = link_in(turn.argument)
    number, on = read_document_mark(said, turn.now)
    check_not_future(on, turn.now)
    if link:
        submission = add(turn, submission, piece_of(turn.message, link, turn.now))
    if number is None and on is None:
        return ask_document(turn, found, submission) if link else _unread(submission)
    if on is None and names_a_day(said):
        return Reply((Text("document-day-unread", {"said": said}),), ((_skip(submission),),))
    if not is_only_a_document(said, plain(found.own.unit.name)):
        return _unread(submission, "document-unclear")
    kept = _merged(turn, submission, number, on)
    questions.drop(turn.session, turn.chat)
    return confirmed(found, kept, turn)


def press_handed_in(turn: Turn) -> Reply:
    """Ask on which day it was handed in, for a confirmation that comes late."""
    submission, found = by_unaccepted(turn, turn.argument)
    questions.ask(turn.session, turn.chat, "handed-in", {"submission": submission.id}, turn.now)
    return Reply((Text("handed-in-ask", {"task": found.owed.task.title}),), ((_skip(submission),),))


def answer_handed_in(turn: Turn, question: Question) -> Reply:
    """Read the day of handing in; one before the deadline stated after it is marked as the unit's word."""
    submission, found = by_unaccepted(turn, str(question.about["submission"]))
    day = _day_typed(turn.argument, turn.now) if is_only_a_day(turn.argument) else None
    if day is None:
        return Reply((Text("handed-in-unread"),), ((_skip(submission),),))
    check_not_future(day, turn.now)
    plan = found.owed.plan
    if day < (plan.issued_on or plan.remind_from):
        return Reply((Text("handed-in-too-early", {"day": day, "plan": plan_cited(plan)}),), ((_skip(submission),),))
    _state_day(turn, found, submission, day)
    questions.drop(turn.session, turn.chat)
    return confirmed(found, submission, turn)


def _day_typed(said: str, now: datetime) -> date | None:
    """Read "06/5" or "hôm qua"; what is only guessed is not taken, for nobody is asked a yes here."""
    typed = read_typed(said, now)
    return typed.day if typed and typed.sure else read_document_mark(said, now)[1]


def _merged(turn: Turn, submission: Submission, number: str | None, on: date | None) -> Submission:
    """Add what was said; what it leaves out stays as it was said before."""
    number, on = number or submission.document_number, on or submission.document_on
    return submissions.add_document(turn.session, submission, number, on, turn.now, speaker(turn))


def _state_day(turn: Turn, found: Found, submission: Submission, day: date) -> None:
    submission.handed_in_on = day
    journal.write(
        turn.session,
        at=turn.now,
        act="handed_in_stated",
        organisation=found.id.organisation,
        person_id=speaker(turn),
        unit=found.id.unit,
        assignment_id=submission.assignment_id,
        day=day.isoformat(),
    )


def _unread(submission: Submission, why: str = "document-unread") -> Reply:
    undo = Button(Text("button-undo"), f"rut:{submission.id}")
    return Reply((Text(why),), ((_skip(submission), undo),))


def _skip(submission: Submission) -> Button:
    return Button(Text("button-skip"), f"boqua:{submission.id}")
