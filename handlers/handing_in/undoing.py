"""Answer /rutlai: withdraw a submission after a yes; it is outstanding again, and the unit hears of it."""

from __future__ import annotations

from handlers.belonging import own_units, speaker
from handlers.describing import document_of, lines
from handlers.finding import Found, by_submission, by_unaccepted, check_not_accepted, of_unit
from handlers.handing_in.confirming import named
from handlers.handing_in.submitting import NEVER_MIND, never_mind
from handlers.office import is_coordinator, who_recorded
from handlers.pushes.submission_notices import tell_colleagues, tell_office
from handlers.recordings.recording_undone import withdraw_for_unit
from handlers.spelling import NO, YES, answer_words, shortened
from handlers.vocabulary import Button, Reply, Text, Turn
from storage import questions, submissions
from storage.tables import Question, Submission

MOST = 20  # submissions offered: older ones are rarely mistakes
LABEL = 40


def rutlai(turn: Turn) -> Reply:
    """Ask which submission to withdraw, straight on if there is one; a coordinator may name the unit."""
    if turn.argument and is_coordinator(turn):
        return withdraw_for_unit(turn)
    standing = _standing(turn)
    if not standing:
        return Reply((Text("undo-nothing"),))
    if len(standing) == 1:
        return _ask(turn, *standing[0])
    rows = tuple(
        (Button(Text("button-undo-of", {"task": shortened(found.owed.task.title, LABEL)}), f"rut:{submission.id}"),)
        for submission, found in standing[:MOST]
    )
    return Reply((Text("undo-choose"),), rows)


def press_undo(turn: Turn) -> Reply:
    """Ask a yes before withdrawing."""
    return _ask(turn, *by_submission(turn, turn.argument))


def press_undo_yes(turn: Turn) -> Reply:
    """Withdraw."""
    return _withdraw(turn, turn.argument)


def answer_undo(turn: Turn, question: Question) -> Reply:
    """Read a typed yes or no to "withdraw?"."""
    said = answer_words(turn.argument)
    number = str(question.about["submission"])
    if said in YES:
        return _withdraw(turn, number)
    return never_mind(turn) if said in NO else Reply((Text("answer-yes-or-no"),), (_yes_or_no(number),))


def _standing(turn: Turn) -> list[tuple[Submission, Found]]:
    """List what stands for the person's units, the latest first."""
    standing: list[tuple[Submission, Found]] = []
    for own in own_units(turn):
        done = submissions.standing(turn.session, own.organisation.id, unit=own.unit.id)
        standing += [(done[found.id], found) for found in of_unit(turn, own) if found.id in done]
    return sorted(standing, key=lambda one: one[0].recorded_at, reverse=True)


def _ask(turn: Turn, submission: Submission, found: Found) -> Reply:
    check_not_accepted(submission, found)
    questions.ask(turn.session, turn.chat, "undo", {"submission": submission.id}, turn.now)
    document = document_of(submission)
    text = lines(
        Text("undo-ask", named(found)),
        Text("submitted-document", {"document": document}) if document else None,
        Text("undo-recorded", {"person": who_recorded(turn.session, submission), "moment": submission.recorded_at}),
    )
    return Reply((text,), (_yes_or_no(str(submission.id)),))


def _withdraw(turn: Turn, number: str) -> Reply:
    _, found = by_unaccepted(turn, number)
    withdrawn = submissions.withdraw(turn.session, found.id, speaker(turn), turn.now)
    questions.drop(turn.session, turn.chat)
    tell_colleagues(turn, found, withdrawn, "withdrawn")
    if withdrawn.by_office:
        tell_office(turn, found, withdrawn, "withdrawn")
    return Reply((Text("undone", named(found)),), edits=True, toast=Text("toast-undone"))


def _yes_or_no(number: str) -> tuple[Button, ...]:
    return (Button(Text("button-undo"), f"rutco:{number}"), NEVER_MIND)
