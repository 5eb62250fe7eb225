"""Give more time without being asked: what is missing is asked for, all of it is shown, then a yes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from zlib import crc32

from handlers.belonging import Followed, followed_plans, speaker
from handlers.describing import lines, plan_cited
from handlers.extensions.deciding_extensions import decides, new_batch, undo_button
from handlers.extensions.extending_days import (
    DayRefused,
    Wanted,
    check_day,
    day_buttons,
    day_of,
    day_off,
    read_day,
    typed_reason,
)
from handlers.extensions.extension_notices import tell_granted
from handlers.extensions.extension_texts import reason_line
from handlers.handing_in.submitting import NEVER_MIND, never_mind
from handlers.overseeing import Overseen, overseen, still_outstanding
from handlers.pressing import plan_mark, task_mark
from handlers.refusing import NotYours, Refused, UnknownButton
from handlers.spelling import NO, YES, answer_words, shortened
from handlers.vocabulary import Button, Reply, Text, Turn
from storage import extension_batches, questions
from storage.tables import Question

LABEL = 30
NAMED = 10  # units named before a yes; the rest are counted


@dataclass(frozen=True, slots=True)
class Giving:
    """To whom time is to be given, and what is known of it. ``scope`` names them: see ``_meant``."""

    scope: str
    meant: list[Overseen]
    wanted: Wanted

    @property
    def latest(self) -> Overseen:
        """Return the one with the latest deadline: days are counted from it."""
        return max(self.meant, key=lambda one: one.owed.deadline.last_day if one.owed.deadline else date.min)

    @property
    def day(self) -> date | None:
        """Return the day that is wanted, None while it is unknown."""
        return day_of(self.wanted.day, self.latest.owed, self.latest.followed.organisation)


def press_day(turn: Turn) -> Reply:
    """Take the day of a button."""
    giving = _of_question(turn, question_of(turn))
    return next_step(turn, replace(giving, wanted=replace(giving.wanted, day=turn.argument, sure=True)))


def press_yes(turn: Turn) -> Reply:
    """Give what was shown."""
    giving = _of_question(turn, question_of(turn))
    day, _, mark = turn.argument.partition(":")
    if giving.day is None or giving.day.isoformat() != day or mark != _mark(giving) or not giving.wanted.reason:
        raise UnknownButton
    return _give(turn, giving, giving.day)


def answer(turn: Turn, question: Question) -> Reply:
    """Read what was typed for what is still missing: the day, the reason, the yes."""
    if answer_words(turn.argument) in NO:
        return never_mind(turn)
    if not question.about["scope"]:
        return Reply((Text("answer-by-button"),), ((NEVER_MIND,),))
    giving = _of_question(turn, question)
    if giving.day is None:
        return _day_typed(turn, giving)
    if not giving.wanted.reason:
        return _reason_typed(turn, giving)
    if answer_words(turn.argument) in YES:
        return _give(turn, giving, giving.day)
    return Reply((Text("answer-yes-or-no"),), (_yes_or_no(giving, giving.day),))


def next_step(turn: Turn, giving: Giving) -> Reply:
    """Ask for what is missing, or show all of it for a yes."""
    if giving.day is None:
        return _ask_day(turn, giving)
    try:
        getting = _getting(turn, giving, giving.day)
    except DayRefused as refused:
        return _ask_day(turn, replace(giving, wanted=replace(giving.wanted, day="")), *refused.reply.texts)
    keep(turn, giving.scope, giving.wanted)
    heading = _heading(giving, len(getting))
    if not giving.wanted.reason:
        return Reply((heading, Text("extend-all-ask-reason", {"day": giving.day})), ((NEVER_MIND,),))
    shown = lines(
        heading,
        _names(getting),
        Text("extend-all-kept", {"count": len(giving.meant) - len(getting)})
        if len(getting) < len(giving.meant)
        else None,
        Text("extend-all-until", {"day": giving.day}),
        day_off(giving.day, giving.latest.followed.organisation),
        reason_line(giving.wanted.reason),
    )
    return Reply((shown,), (_yes_or_no(giving, giving.day),))


def _getting(turn: Turn, giving: Giving, day: date) -> list[Overseen]:
    """List those whose deadline a day moves; who has more time already keeps it.

    Raises:
        DayRefused: it moves nobody's, is over, or is absurdly far.
    """
    getting = [one for one in giving.meant if one.owed.deadline and one.owed.deadline.last_day < day]
    for one in getting or [giving.latest]:
        check_day(day, one.owed, turn.now)
    return getting


def _give(turn: Turn, giving: Giving, day: date) -> Reply:
    getting, batch = _getting(turn, giving, day), new_batch()
    ids = [one.id for one in getting]
    followed = giving.latest.followed
    reason = giving.wanted.reason
    extension_batches.give(turn.session, ids, speaker(turn), turn.now, day, reason, batch)
    questions.drop(turn.session, turn.chat)
    tell_granted(turn.session, followed.organisation, followed.plan, batch, speaker(turn), turn.now)
    text = lines(
        _heading(giving, len(getting), "extend-all-given", "extend-one-given"),
        Text("extend-all-until", {"day": day}),
        day_off(day, followed.organisation),
        reason_line(reason),
    )
    return Reply((text,), ((undo_button(batch),),), edits=True, toast=Text("toast-extended"))


def _heading(giving: Giving, count: int, many: str = "extend-all-show", one: str = "extend-one-show") -> Text:
    """Name the task, and the unit or how many they are."""
    first = giving.meant[0]
    values = {"task": first.owed.task.title, "plan": plan_cited(first.owed.plan), "count": count, "unit": first.unit}
    alone = {"deadline": first.owed.deadline} if len(giving.meant) == 1 else {}
    return Text(one if alone else many, {**values, **alone})


def _names(getting: list[Overseen]) -> Text | None:
    """Name the first of many."""
    if len(getting) < 2:
        return None
    more = len(getting) - NAMED
    return lines(
        Text("extend-all-names", {"names": "; ".join(one.unit for one in getting[:NAMED])}),
        Text("wave-more", {"count": more}) if more > 0 else None,
    )


def _ask_day(turn: Turn, giving: Giving, *why: Text) -> Reply:
    keep(turn, giving.scope, giving.wanted)
    latest = giving.latest
    offered = day_buttons("ghcn", latest.owed.deadline, latest.followed.organisation, turn.now)
    asked_for = Text("extend-all-ask-day", {"deadline": latest.owed.deadline})
    heading = _heading(giving, len(giving.meant))
    return Reply((*why, lines(heading, _names(giving.meant)), asked_for), (*((day,) for day in offered), (NEVER_MIND,)))


def _day_typed(turn: Turn, giving: Giving) -> Reply:
    day = read_day(turn.argument, turn.now)
    if day is None:
        return _ask_day(turn, giving, Text("extension-day-unread", {"said": shortened(turn.argument, LABEL)}))
    return next_step(turn, replace(giving, wanted=replace(day, reason=giving.wanted.reason)))


def _reason_typed(turn: Turn, giving: Giving) -> Reply:
    reason = typed_reason(turn.argument)
    if reason is None:
        return Reply((Text("extension-reason-needed"),), ((NEVER_MIND,),))
    return next_step(turn, replace(giving, wanted=replace(giving.wanted, reason=reason)))


def giving_to(turn: Turn, scope: str, wanted: Wanted) -> Giving:
    """Find who is meant, as things stand now.

    Raises:
        Refused: nobody owes it any more, or it is not the person's to decide.
    """
    meant = [one for one in _meant(turn, scope) if one.owed.deadline]
    if not meant:
        raise Refused(Text("extend-all-nobody"))
    return Giving(scope, meant, wanted)


def _meant(turn: Turn, scope: str) -> list[Overseen]:
    """List the outstanding that a scope names: "1:<assignment>", or "<mark of the plan>:<mark of the task>"."""
    first, _, second = scope.partition(":")
    if first == "1":
        one = overseen(turn, second)
        if not may_give(turn, one.followed):
            raise NotYours
        return [found for found in still_outstanding(turn, one.followed, [one.id.unit]) if found.id == one.id]
    return [
        one
        for followed in decided(turn)
        if plan_mark(followed.plan) == first
        for one in still_outstanding(turn, followed)
        if task_mark(one.owed) == second
    ]


def scope_of(one: Overseen) -> str:
    """Name the task of an assignment, with its period, for all who still owe it."""
    return f"{plan_mark(one.followed.plan)}:{task_mark(one.owed)}"


def decided(turn: Turn) -> list[Followed]:
    """List the plans that the person decides for."""
    return [one for one in followed_plans(turn) if may_give(turn, one)]


def may_give(turn: Turn, followed: Followed) -> bool:
    """Say whether the person decides for a plan."""
    return decides(turn, followed.organisation, followed.plan)


def _yes_or_no(giving: Giving, day: date) -> tuple[Button, ...]:
    return (Button(Text("button-yes"), f"ghcgui:{day.isoformat()}:{_mark(giving)}"), NEVER_MIND)


def _mark(giving: Giving) -> str:
    """Return eight signs of what was shown, so that the yes to it is none to anything else."""
    return f"{crc32(f'{giving.scope}/{giving.wanted.reason}'.encode()):08x}"


def keep(turn: Turn, scope: str, wanted: Wanted, units: list[list[str]] | None = None) -> None:
    """Remember what is known so far."""
    about = {"scope": scope, "day": wanted.day, "reason": wanted.reason, "units": units}
    questions.ask(turn.session, turn.chat, "extend-all", about, turn.now)


def kept(question: Question) -> Wanted:
    """Return what was known when the question was asked."""
    return Wanted(question.about["day"], question.about["reason"])


def question_of(turn: Turn) -> Question:
    """Return the question that a button belongs to; one that was left or answered makes the button an old one."""
    question = questions.pending(turn.session, turn.chat, turn.now)
    if question is None or question.word != "extend-all":
        raise UnknownButton
    return question


def _of_question(turn: Turn, question: Question) -> Giving:
    if not question.about["scope"]:
        raise UnknownButton
    return giving_to(turn, question.about["scope"], kept(question))
