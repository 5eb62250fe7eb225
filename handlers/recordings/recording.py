"""Answer /ghinhan and a coordinator's /nop: record for units whose reports came by another way, after a preview."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from handlers.belonging import speaker
from handlers.finding import Found
from handlers.handing_in.documents import check_not_future
from handlers.handing_in.outstanding import submit_buttons
from handlers.handing_in.submitting import NEVER_MIND, never_mind
from handlers.office import as_number, decided_plans
from handlers.pushes.office_notices import tell_units
from handlers.recordings.pasted_list import entries, with_marks
from handlers.recordings.recording_draft import Draft, draft_of, lines_of, outstanding_tasks, sort, stated, tasks_of
from handlers.recordings.recording_words import ask_unit, choose_task, nothing_owed, preview, recorded
from handlers.recordings.unit_matching import roster_of
from handlers.refusing import Refused, UnknownButton
from handlers.spelling import NO, YES, answer_words
from handlers.vocabulary import Reply, Text, Turn
from schedules.typed_dates import read_document_mark, read_typed
from storage import questions
from storage import recording as record_storage
from storage.tables import Question

QUESTION = "recording"
MOST = 4000  # lines of one list: more is no list of units


def ghinhan(turn: Turn) -> Reply:
    """Read the list that follows the command, or ask for it."""
    decided_plans(turn)
    return _with_list(turn, Draft(), turn.argument) if turn.argument else ask_list(turn)


def asked(turn: Turn, unit: str, number: str, on: str) -> Reply:
    """Record for one unit; ``number`` and ``on`` (ISO) are its document's, "" where unknown."""
    roster = roster_of(turn)
    day = date.fromisoformat(on) if on else None
    check_not_future(day, turn.now)
    found = entries(unit, lambda words: bool(roster.named(words)), turn.now)
    if not found:
        return ask_list(turn)
    if len(found) == 1:
        found = [replace(found[0], number=number or found[0].number, on=day or found[0].on)]
    return _step(turn, Draft(tuple(lines_of(roster, found))))


def press_recording(turn: Turn) -> Reply:
    """Take a step that a button of the list offers: "<the list's mark>:<letter>:<more>"."""
    mark, _, rest = turn.argument.partition(":")
    draft = _waiting(turn, mark)
    act, _, more = rest.partition(":")
    if act == "y":
        return _record(turn, draft)
    if act == "d":
        _keep(turn, replace(draft, asks="day"))
        return Reply((Text("record-ask-day"),), ((NEVER_MIND,),))
    if act == "c":
        return _clear_next(turn, draft) or _step(turn, draft)
    if act == "t":
        return _step(turn, replace(draft, task=more))
    return _cleared(turn, draft, act, more)


def answer_recording(turn: Turn, question: Question) -> Reply:
    """Read a yes or a no, the day that was asked for, or more of the list: long ones come in several messages."""
    draft = draft_of(question.about)
    said = answer_words(turn.argument)
    if said in NO:
        return never_mind(turn)
    if draft.asks == "day":
        return _with_day(turn, draft)
    if draft.asks.isdigit():
        return _accepted(turn, draft, int(draft.asks)) if said in YES else _named(turn, draft, int(draft.asks))
    if said in YES and draft.lines:
        return _record(turn, draft) if draft.task else _step(turn, draft)
    return _with_list(turn, draft, turn.argument)


def _with_list(turn: Turn, draft: Draft, text: str) -> Reply:
    roster = roster_of(turn)
    found = entries(text, lambda words: bool(roster.named(words)), turn.now)
    if not found:
        return Reply((Text("record-unread"),), ((NEVER_MIND,),))
    for one in found:
        check_not_future(one.on, turn.now)
        check_not_future(one.came_on, turn.now)
    if len(draft.lines) + len(found) > MOST:
        raise Refused(Text("record-too-long", {"most": MOST}))
    return _step(turn, replace(draft, lines=(*draft.lines, *lines_of(roster, found)), asks=""))


def _step(turn: Turn, draft: Draft) -> Reply:
    """Ask what is missing next: the task, which unit is meant, the yes."""
    if not any(line.sure for line in draft.lines) and (unclear := _clear_next(turn, draft)):
        return unclear
    tasks = tasks_of(turn, draft)
    left = outstanding_tasks(turn, tasks)
    if draft.task not in tasks:
        draft = replace(draft, task="")
        if len(left) > 1:
            _keep(turn, draft)
            return choose_task(draft, left)
        draft = replace(draft, task=next(iter(left or tasks), ""))
    _keep(turn, draft)
    if not draft.task:
        return _nothing(turn, draft)
    found = sort(turn, draft, tasks[draft.task])
    if not found.ready and not found.already and (unclear := _clear_next(turn, draft)):
        return unclear
    return preview(turn, draft, tasks[draft.task][0], found)


def _nothing(turn: Turn, draft: Draft) -> Reply:
    """Say that no unit of the list owes anything, with what was not recognised; the list may be sent again."""
    found = sort(turn, draft, ())
    _keep(turn, Draft())
    return nothing_owed(turn, found)


def _clear_next(turn: Turn, draft: Draft) -> Reply | None:
    """Ask about the first line that does not tell its unit; None where there is none."""
    tasks = tasks_of(turn, draft)
    found = sort(turn, draft, tasks.get(draft.task, ()))
    odd = sorted([*found.unclear, *found.unknown], key=lambda one: (not one[1].units, one[0]))
    if not odd or (not odd[0][1].units and len(draft.lines) > 1):
        return None
    at = odd[0][0]
    _keep(turn, replace(draft, asks=str(at)))
    return ask_unit(turn, draft, at)


def _cleared(turn: Turn, draft: Draft, act: str, more: str) -> Reply:
    """Take the unit that a line means, or leave the line out; then ask about the next."""
    at, _, nth = more.partition(":")
    place = as_number(at)
    if place >= len(draft.lines):
        raise UnknownButton
    line = draft.lines[place]
    if act == "x":
        return _next_unclear(turn, draft.with_line(place, None))
    if act != "u" or as_number(nth) >= len(line.units):
        raise UnknownButton
    meant = (line.units[as_number(nth)],)
    return _next_unclear(turn, draft.with_line(place, replace(line, units=meant, sure=True)))


def _next_unclear(turn: Turn, draft: Draft) -> Reply:
    draft = replace(draft, asks="")
    if not draft.lines:
        return never_mind(turn)
    return (_clear_next(turn, draft) if draft.task else None) or _step(turn, draft)


def _accepted(turn: Turn, draft: Draft, at: int) -> Reply:
    """Take a yes for the only unit that was offered for a line; where several were, ask again."""
    line = draft.lines[at] if at < len(draft.lines) else None
    if line is None:
        raise UnknownButton
    return _next_unclear(turn, draft.with_line(at, replace(line, sure=True)) if len(line.units) == 1 else draft)


def _named(turn: Turn, draft: Draft, at: int) -> Reply:
    """Take what was typed for the name of the unit that a line means."""
    line = next(lines_of(roster_of(turn), [with_marks(turn.argument, turn.now)]), None)
    if line is None or at >= len(draft.lines):
        raise UnknownButton
    if not line.units:
        return _next_unclear(turn, draft)  # what the list says must not be lost for words that name nothing
    kept = replace(draft.lines[at], said=line.said, units=line.units, sure=line.sure)
    return _next_unclear(turn, draft.with_line(at, kept))


def _with_day(turn: Turn, draft: Draft) -> Reply:
    typed = read_typed(turn.argument, turn.now)
    day = typed.day if typed else read_document_mark(turn.argument, turn.now)[1]
    if day is None:
        return Reply((Text("record-day-unread"),), ((NEVER_MIND,),))
    check_not_future(day, turn.now)
    return _step(turn, replace(draft, came_on=day.isoformat(), asks=""))


def _record(turn: Turn, draft: Draft) -> Reply:
    """Record what can be, as things stand now."""
    owed = tasks_of(turn, draft).get(draft.task)
    if not owed:
        questions.drop(turn.session, turn.chat)
        raise Refused(Text("refused-removed-office"))
    found = sort(turn, draft, owed)
    if not found.ready:
        questions.drop(turn.session, turn.chat)
        return preview(turn, draft, owed[0], found)
    wanted = {one.id: stated(draft, line) for line, one in found.ready.values()}
    made = record_storage.record_many(turn.session, wanted, speaker(turn), turn.now)
    tell_units(turn, made, "recorded", f"recorded-{made[0].id}")
    questions.drop(turn.session, turn.chat)
    return recorded(turn, made, owed[0], found)


def _waiting(turn: Turn, mark: str) -> Draft:
    """Return the list that a button is of; an older one is refused."""
    decided_plans(turn)
    question = questions.pending(turn.session, turn.chat, turn.now)
    draft = draft_of(question.about) if question and question.word == QUESTION else None
    if draft is None or draft.mark != mark:
        raise Refused(Text("refused-list-changed"))
    return draft


def _keep(turn: Turn, draft: Draft) -> None:
    questions.ask(turn.session, turn.chat, QUESTION, draft.kept(), turn.now)


def ask_list(turn: Turn, *own: Found) -> Reply:
    """Ask for the list; what the person's own unit has outstanding may be offered beside it."""
    decided_plans(turn)
    _keep(turn, Draft())
    heading = (Text("record-ask-list"), *([Text("record-own")] if own else []))
    return Reply(heading, (*submit_buttons(turn, list(own)), (NEVER_MIND,)))
