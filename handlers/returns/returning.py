"""Answer /tralai: a coordinator sends a unit's report back, with a reason and a new day, after a yes."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from handlers.belonging import speaker
from handlers.handing_in.submitting import never_mind
from handlers.office import as_number, check_undoable, decided_plans, submission_named
from handlers.overseeing import Overseen
from handlers.recordings.unit_matching import roster_of
from handlers.refusing import Refused, UnitNotFound, UnknownButton
from handlers.returns.day_in_reason import day_said, parted
from handlers.returns.return_notices import tell_return_undone, tell_returned
from handlers.returns.return_words import (
    MOST,
    SHORTEST_REASON,
    choose_submission,
    day_asked,
    day_offered,
    default_day,
    preview,
    reason_asked,
    returned_reply,
    undone_reply,
    yes_or_no,
)
from handlers.returns.returnable import nothing_to_return, standing_named, submitted
from handlers.spelling import NO, YES, answer_words
from handlers.vocabulary import Reply, Text, Turn
from schedules.deadline import VIETNAM
from storage import questions, returns
from storage.tables import Question, Return, Submission

QUESTION = "return"
LONGEST_REASON = 500


def tralai(turn: Turn) -> Reply:
    """Return what follows the command: "/tralai Hoài Nhơn thiếu phụ lục"."""
    unit, reason = roster_of(turn).leading(turn.argument)
    return asked(turn, unit, reason) if unit or not turn.argument else asked(turn, turn.argument, "")


def asked(turn: Turn, unit: str, reason: str) -> Reply:
    """Find the submission that is meant, and ask for what is missing: which one, the reason, the day, a yes."""
    return _asked(turn, unit, *_parted(turn, reason))


def _asked(turn: Turn, unit: str, reason: str, day: date | None) -> Reply:
    roster = roster_of(turn)
    if not unit:
        return _which(turn, list(submitted(turn, None)), reason, day, Text("return-choose"))
    meant = roster.meant(unit)
    found = list(submitted(turn, meant))
    if not meant.units:
        raise UnitNotFound(unit)
    if not found:
        raise nothing_to_return(turn, meant, unit)
    if len(found) == 1 and meant.sure:
        return _begun(turn, *found[0], _cut(reason), day)
    key = "return-choose" if meant.sure else "return-choose-near"
    return _which(turn, found, reason, day, Text(key, {} if meant.sure else {"said": unit}))


def press_return(turn: Turn) -> Reply:
    """Return what the button names; the reason may have been said with the unit."""
    submission, found = standing_named(turn, turn.argument)
    question = questions.pending(turn.session, turn.chat, turn.now)
    chosen = question is not None and question.word == QUESTION and "submission" not in question.about
    about = question.about if question and chosen else {}
    return _begun(turn, submission, found, about.get("reason", ""), _day(about))


def press_day(turn: Turn) -> Reply:
    """Take the day that a button offers, or ask for another one."""
    number, _, day = turn.argument.partition(":")
    submission, found = standing_named(turn, number)
    about = _about(turn, number)
    if not about.get("reason"):
        raise UnknownButton
    if not day:
        return _next(turn, submission, found, about | {"day": None})
    return _with_day(turn, submission, found, about, _read_iso(day))


def press_yes(turn: Turn) -> Reply:
    """Return it until the day that its message shows; a message that shows another day than was chosen since is old."""
    number, _, day = turn.argument.partition(":")
    submission, found = standing_named(turn, number)
    about = _about(turn, number)
    if about.get("day") != day:
        raise UnknownButton
    return _return(turn, submission, found, about)


def press_undo(turn: Turn) -> Reply:
    """Take a return back within ten minutes."""
    decided_plans(turn)
    made = turn.session.get(Return, as_number(turn.argument))
    if made is None:
        raise UnknownButton
    submission, found = submission_named(turn, str(made.submission_id))
    check_undoable(made.returned_at, turn.now)
    try:
        returns.undo(turn.session, found.id, made, speaker(turn), turn.now)
    except returns.NotUndoable:
        raise Refused(Text("return-not-undoable", {"unit": found.unit, "task": found.owed.task.title})) from None
    tell_return_undone(turn, found, made)
    return undone_reply(found, submission)


def answer_return(turn: Turn, question: Question) -> Reply:
    """Read what was asked for: the unit, the reason, the day, or a yes."""
    about = dict(question.about)
    if answer_words(turn.argument) in NO:
        return never_mind(turn)
    if "submission" not in about:
        return _asked(turn, turn.argument, about.get("reason", ""), _day(about))
    submission, found = standing_named(turn, str(about["submission"]))
    if not about.get("reason"):
        return _with_reason(turn, submission, found, about)
    if not about.get("day"):
        return _with_day(turn, submission, found, about, day_said(turn.argument, turn.now))
    if answer_words(turn.argument) in YES:
        return _return(turn, submission, found, about)
    return Reply((Text("answer-yes-or-no"),), (yes_or_no(submission, date.fromisoformat(about["day"])),))


def _with_reason(turn: Turn, submission: Submission, found: Overseen, about: dict[str, object]) -> Reply:
    reason, day = _parted(turn, turn.argument)
    reason = _cut(reason)
    if len(reason) < SHORTEST_REASON and not day:
        return reason_asked(found)
    return _begun(turn, submission, found, reason, day or _day(about))


def _begun(turn: Turn, submission: Submission, found: Overseen, reason: str, day: date | None) -> Reply:
    """Go on with what was said at once: the reason, perhaps the day too."""
    if day and not reason and not _wrong_day(turn, found, day):
        return _next(turn, submission, found, {"reason": "", "day": day.isoformat()})
    asked_next = _next(turn, submission, found, {"reason": reason})
    return _with_day(turn, submission, found, {"reason": reason}, day) if day and reason else asked_next


def _parted(turn: Turn, reason: str) -> tuple[str, date | None]:
    """Tell the day from the reason; in free words it may stand beside what was read as the reason."""
    reason, day = parted(reason, turn.now)
    return reason, day or parted(turn.message.said or "", turn.now)[1]


def _day(about: Mapping[str, object]) -> date | None:
    return date.fromisoformat(str(about["day"])) if about.get("day") else None


def _with_day(turn: Turn, submission: Submission, found: Overseen, about: dict[str, object], day: date | None) -> Reply:
    """Take a day that is to come and not before the deadline that the unit has anyway."""
    wrong = _wrong_day(turn, found, day) if day else Text("return-day-unread")
    if wrong or day is None:
        return Reply((wrong or Text("return-day-unread"),), day_offered(submission, default_day(found, turn.now)))
    return _next(turn, submission, found, about | {"day": day.isoformat()})


def _wrong_day(turn: Turn, found: Overseen, day: date) -> Text | None:
    deadline = found.owed.deadline
    if day <= turn.now.astimezone(VIETNAM).date():
        return Text("return-day-past", {"day": day})
    if deadline and day < deadline.last_day:
        return Text("return-day-early", {"day": day, "deadline": deadline})
    return None


def _next(turn: Turn, submission: Submission, found: Overseen, about: dict[str, object]) -> Reply:
    """Ask for what is missing next, the yes last."""
    about = {"submission": submission.id, "reason": about.get("reason", ""), "day": about.get("day")}
    questions.ask(turn.session, turn.chat, QUESTION, about, turn.now)
    if not about["reason"]:
        return reason_asked(found)
    if not about["day"]:
        return day_asked(found, submission, default_day(found, turn.now))
    return preview(turn, found, submission, str(about["reason"]), date.fromisoformat(str(about["day"])))


def _return(turn: Turn, submission: Submission, found: Overseen, about: dict[str, object]) -> Reply:
    reason, day = about.get("reason"), about.get("day")
    if not reason or not day:
        raise UnknownButton
    last_day = date.fromisoformat(str(day))
    if _wrong_day(turn, found, last_day):  # midnight, or an extension, has come since it was chosen
        _next(turn, submission, found, about | {"day": None})
        return _with_day(turn, submission, found, about, last_day)
    made = returns.send_back(turn.session, found.id, submission, str(reason), last_day, speaker(turn), turn.now)
    questions.drop(turn.session, turn.chat)
    tell_returned(turn, found, made)
    return returned_reply(turn, found, made)


def _which(turn: Turn, found: list[tuple[Submission, Overseen]], reason: str, day: date | None, heading: Text) -> Reply:
    """Let the coordinator choose among submissions, or name the unit."""
    if not found:
        raise Refused(Text("return-nothing"))
    about: dict[str, object] = {"reason": _cut(reason), "day": day.isoformat() if day else None}
    questions.ask(turn.session, turn.chat, QUESTION, about, turn.now)
    return choose_submission(heading, found[:MOST])


def _about(turn: Turn, number: str) -> dict[str, object]:
    """Return what has been said of this return so far; an old button finds nothing."""
    question = questions.pending(turn.session, turn.chat, turn.now)
    if question is None or question.word != QUESTION or question.about.get("submission") != as_number(number):
        raise UnknownButton
    return dict(question.about)


def _read_iso(day: str) -> date:
    try:
        return date.fromisoformat(day)
    except ValueError:
        raise UnknownButton from None


def _cut(reason: str) -> str:
    return " ".join(reason.split())[:LONGEST_REASON]
