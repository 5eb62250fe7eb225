"""Answer /nop and the "Đã nộp" buttons: which assignment, a yes where it is not sure, then record."""

from __future__ import annotations

from datetime import date, datetime

from handlers.describing import deadline_of, document_cited, due_of
from handlers.finding import Found, by_number, of_unit, outstanding
from handlers.handing_in.confirming import already, named, record, waiting_pieces
from handlers.handing_in.documents import check_not_future
from handlers.handing_in.evidence_pieces import link_in
from handlers.handing_in.outstanding import submit_buttons, viec
from handlers.spelling import NO, YES, answer_words, names_a_day
from handlers.understanding.handing_in import AGAINST, Standing, standing
from handlers.understanding.normalising import read_words
from handlers.understanding.report_names import tasks_named
from handlers.vocabulary import Button, Reply, Text, Turn
from schedules.deadline import ReadingType
from schedules.typed_dates import read_document_mark
from storage import assignments, questions, submissions
from storage.tables import Question

UNTOLD = AGAINST | {Standing.ASKED}  # says that nothing was handed in, or asks
NEVER_MIND = Button(Text("button-no"), "khong:")


def nop(turn: Turn) -> Reply:
    """Confirm the only outstanding assignment, or let the person choose; what follows the command is the document."""
    left = outstanding(turn)
    if not left:
        return viec(turn)
    if turn.argument:
        return _with_document(turn, left)
    if len(left) == 1:
        return record(turn, left[0])
    return Reply((Text("nop-choose"),), submit_buttons(turn, left))


def press_nop(turn: Turn) -> Reply:
    """Record what the button names; a button of an earlier period asks first."""
    found = by_number(turn, turn.argument)
    standing = submissions.standing_of(turn.session, found.id)
    if standing:
        return already(turn, found, standing)
    newer = _newer_period(turn, found)
    return _ask_period(turn, found, newer) if newer else record(turn, found)


def press_yes(turn: Turn) -> Reply:
    """Record after a yes, with the document that the question kept."""
    found = by_number(turn, turn.argument)
    question = questions.pending(turn.session, turn.chat, turn.now)
    about = question.about if question and question.word == "submit" else {}
    if about.get("assignment") not in (None, int(turn.argument)):
        about = {}  # the document was said of another assignment
    return record(turn, found, about.get("number"), _day(about.get("on")))


def answer_submit(turn: Turn, question: Question) -> Reply:
    """Read a typed yes or no to "has it been handed in?"; an address is kept for what is confirmed."""
    if link_in(turn.argument)[0]:
        from handlers.handing_in import evidence  # only here: it asks by this module's questions

        if kept := evidence.linked(turn, turn.argument):
            return kept
    said = answer_words(turn.argument)
    number = question.about.get("assignment")
    if said in NO:
        return never_mind(turn)
    if said in YES and number is not None:
        found = by_number(turn, str(number))
        return record(turn, found, question.about.get("number"), _day(question.about.get("on")))
    if number is None:
        return _chosen_in_words(turn, question)
    return Reply((Text("answer-yes-or-no"),), (_yes_or_no(number),))


def _chosen_in_words(turn: Turn, question: Question) -> Reply:
    """Take up the assignment and the document that words name where a choice was offered, for a yes."""
    left = outstanding(turn)
    if standing(read_words(turn.argument).line) in UNTOLD:
        return Reply((Text("answer-by-button"),), submit_buttons(turn, left, "nopco"))
    named_tasks = _named(turn, left)
    number, on = read_document_mark(turn.argument, turn.now)
    news = number is not None or on is not None
    if not news:
        number, on = question.about.get("number"), _day(question.about.get("on"))
    elif on is None and names_a_day(turn.argument):
        return Reply((Text("nop-document-unread", {"said": turn.argument}),), submit_buttons(turn, left, "nopco"))
    check_not_future(on, turn.now)
    document = document_cited(number, on)
    if len(named_tasks) == 1:
        return ask(turn, named_tasks[0], document, number, on)
    keep(turn, None, number, on)
    said = Text("nop-choose-document", {"document": document}) if document and news else Text("answer-by-button")
    return Reply((said,), submit_buttons(turn, named_tasks or left, "nopco"))


def _named(turn: Turn, left: list[Found]) -> list[Found]:
    """Return what the words name by its title, nothing where they name none."""
    spoken = tasks_named(turn.argument, [found.owed.task.title for found in left])
    return [left[place] for place in spoken.places]


def ask_again(turn: Turn, question: Question) -> Reply:
    """Ask once more what waits for a yes, with its document and its files."""
    number, on = question.about.get("number"), _day(question.about.get("on"))
    if question.about.get("assignment") is None:
        return Reply((Text("answer-by-button"),), submit_buttons(turn, outstanding(turn), "nopco"))
    found = by_number(turn, str(question.about["assignment"]))
    return ask(turn, found, document_cited(number, on), number, on)


def never_mind(turn: Turn) -> Reply:
    """Let a question go; nothing has changed."""
    questions.drop(turn.session, turn.chat)
    return Reply((Text("never-mind"),), edits=True)


def _with_document(turn: Turn, left: list[Found]) -> Reply:
    """Ask a yes that names the assignment, or which one it is; the document waits in the question."""
    number, on = read_document_mark(turn.argument, turn.now)
    document = document_cited(number, on)
    named_tasks = _named(turn, left)
    if document is None and len(named_tasks) == 1:
        return ask(turn, named_tasks[0], None, None, None)
    left = named_tasks or left
    if document is None or (on is None and names_a_day(turn.argument)):
        return Reply((Text("nop-document-unread", {"said": turn.argument}),), submit_buttons(turn, left))
    check_not_future(on, turn.now)
    if len(left) > 1:
        keep(turn, None, number, on)
        return Reply((Text("nop-choose-document", {"document": document}),), submit_buttons(turn, left, "nopco"))
    return ask(turn, left[0], document, number, on)


def ask(turn: Turn, found: Found, document: Text | None, number: str | None, on: date | None) -> Reply:
    """Ask whether an assignment was handed in; the document, where one was named, waits in the question."""
    kept = keep(turn, found, number, on)
    asked = Text("nop-ask", {**named(found), "document": document}) if document else Text("nop-ask-said", named(found))
    return Reply((asked,), (_yes_or_no(kept),))


def _ask_period(turn: Turn, found: Found, newer: Found) -> Reply:
    """Ask whether the earlier period is meant, and offer the present one beside it."""
    values = {
        "unit": found.own.unit.name,
        "task": found.owed.task.title,
        "deadline": deadline_of(found.owed),
        "newer": deadline_of(newer.owed),
    }
    kept = keep(turn, found, None, None)
    present = Button(Text("button-present-period"), f"nop:{assignments.number(turn.session, newer.id)}")
    return Reply((Text("nop-ask-period", values),), (_yes_or_no(kept), (present,)))


def keep(turn: Turn, found: Found | None, number: str | None, on: date | None) -> int | None:
    """Remember what waits for a yes; return the assignment's number, None where it is still to be chosen."""
    assignment = assignments.number(turn.session, found.id) if found else None
    about: dict[str, object] = {"assignment": assignment, "number": number, "on": on.isoformat() if on else None}
    if pieces := waiting_pieces(turn, assignment):
        about["pieces"] = list(pieces)
    questions.ask(turn.session, turn.chat, "submit", about, turn.now)
    return assignment


def _yes_or_no(number: int | None) -> tuple[Button, ...]:
    return (Button(Text("button-yes"), f"nopco:{number}"), NEVER_MIND)


def _newer_period(turn: Turn, found: Found) -> Found | None:
    """Return the latest later period of the same recurring task that is open already."""
    due = due_of(found.owed.task, found.owed.unit)
    if due is None or due.reading.type is not ReadingType.RECURRING:
        return None
    alike = [one for one in of_unit(turn, found.own) if one.id[:4] == found.id[:4] and _ends(one) > _ends(found)]
    return max(alike, key=_ends, default=None)


def _ends(found: Found) -> datetime:
    assert found.owed.deadline is not None, "a period always has a deadline"
    return found.owed.deadline.ends_at


def _day(kept: str | None) -> date | None:
    return date.fromisoformat(kept) if kept else None
