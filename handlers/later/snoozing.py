"""Answer /nhaclai and "nhắc lại sau": remind this person later, of what is outstanding then, and never too late."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from handlers.belonging import speaker
from handlers.describing import deadline_of, lines
from handlers.finding import by_number, outstanding
from handlers.later.snooze_meaning import Meant, meant_by
from handlers.later.snooze_moments import fitted, moment_of
from handlers.later.snooze_texts import TASK, cancel_button, choices, told
from handlers.refusing import Refused, UnknownButton
from handlers.spelling import NO, answer_words, shortened
from handlers.understanding.normalising import read_words
from handlers.understanding.typed_days import when as when_said
from handlers.vocabulary import Reply, Text, Turn
from schedules.deadline import VIETNAM
from storage import assignments, journal, questions, snoozes, submissions
from storage.tables import Outbox, Question

ANSWERED_WITHIN = timedelta(hours=1)
CANCEL = frozenset({"cancel", "bo", "bo nhac", "bo nhac lai", "huy nhac", "khong nhac", "khong nhac nua", *NO})


def nhaclai(turn: Turn) -> Reply:
    """Read when to remind, ask it where nothing is said, or cancel what waits ("huy")."""
    said = turn.argument
    if answer_words(said) in CANCEL:
        return _cancelled(turn, snoozes.withdraw(turn.session, turn.chat))
    return asked(turn, _when(said, turn.now), said)


def asked(turn: Turn, when: str, words: str) -> Reply:
    """Set a reminder for the person who asks.

    Parameters:
        when: as ``snooze_moments.moment_of`` reads it; "" asks for it.
        words: the whole message, which may name one of the outstanding assignments.
    """
    left = outstanding(turn)
    if not left:
        return _nothing(turn)
    meant = meant_by(left, words)
    at = moment_of(when, turn.now, meant.office)
    if at is None or _names_only_today(when, at, turn.now):
        return _ask(turn, meant, Text("snooze-ask"))
    return _set(turn, meant, at)


def press_later(turn: Turn) -> Reply:
    """Ask when, below a reminder."""
    return asked(turn, "", "")


def press_snooze(turn: Turn) -> Reply:
    """Set what a button offers: "<when>", or "<when>/<assignment>" where only one is meant."""
    when, _, number = turn.argument.partition("/")
    meant = _of_button(turn, number)
    if meant is None:
        return _nothing(turn)
    at = moment_of(when, turn.now, meant.office)
    if at is None:
        raise UnknownButton
    return _set(turn, meant, at)


def press_cancel(turn: Turn) -> Reply:
    """Take back the reminder that a button names, as long as it waits."""
    if turn.argument not in {str(row.id) for row in snoozes.waiting(turn.session, turn.chat)}:
        raise Refused(Text("snooze-over"))
    return _cancelled(turn, snoozes.withdraw(turn.session, turn.chat))


def answer_snooze(turn: Turn, question: Question) -> Reply:
    """Read the moment that was typed; what names none is asked again."""
    if answer_words(turn.argument) in NO:
        questions.drop(turn.session, turn.chat)
        return Reply((Text("snooze-not-set"),))
    numbers = set(question.about["assignments"])
    everything = outstanding(turn)
    known = assignments.numbers(turn.session, [found.id for found in everything])
    left = [found for found in everything if not numbers or known[found.id] in numbers]
    if not left:
        return _nothing(turn)
    meant = Meant(left, everything=not numbers)
    at = moment_of(_when(turn.argument, turn.now), turn.now, meant.office)
    if at is None:
        return _ask(turn, meant, Text("snooze-unread", {"said": shortened(turn.argument, TASK)}))
    return _set(turn, meant, at)


def _when(said: str, now: datetime) -> str:
    return when_said(read_words(said).line, now) or ""


def _names_only_today(when: str, at: datetime, now: datetime) -> bool:
    """Say whether a day without an hour is today, and its opening over: then no moment has been named."""
    local = now.astimezone(VIETNAM)
    return at <= now and when == local.date().isoformat()


def _of_button(turn: Turn, number: str) -> Meant | None:
    if not number:
        left = outstanding(turn)
        return Meant(left, everything=True) if left else None
    found = by_number(turn, number)
    if submissions.standing_of(turn.session, found.id):
        raise Refused(Text("snooze-submitted", {"task": found.owed.task.title}))
    return Meant([found], everything=False)


def _nothing(turn: Turn) -> Reply:
    questions.drop(turn.session, turn.chat)
    return Reply((Text("snooze-nothing"),))


def _ask(turn: Turn, meant: Meant, text: Text) -> Reply:
    """Ask when, with what most people want as buttons; a typed moment is read too."""
    numbers = _numbers(turn, meant)
    questions.ask(turn.session, turn.chat, "snooze", {"assignments": numbers}, turn.now, ANSWERED_WITHIN)
    rows = choices(meant, numbers[0] if numbers else None, turn.now) if len(numbers) < 2 else []
    known = snoozes.waiting(turn.session, turn.chat)
    waits = Text("snooze-waits", {"moment": known[0].not_before}) if known else None
    if known:
        rows.append((cancel_button(known[0].id),))
    return Reply((lines(text, waits),), tuple(rows))


def _set(turn: Turn, meant: Meant, at: datetime) -> Reply:
    """Keep the reminder, cut to come before the next deadline."""
    if at <= turn.now:
        return _ask(turn, meant, Text("snooze-past", {"moment": at}))
    fit = fitted(at, turn.now, meant.ends)
    if fit is None:
        raise _no_time(meant, turn.now)
    questions.drop(turn.session, turn.chat)
    before = snoozes.waiting(turn.session, turn.chat)
    cause = f"{turn.now.isoformat()} {turn.message.update_id}"
    row = snoozes.put(turn.session, turn.chat, cause, fit.at, _items(turn, meant), turn.now)
    _note(turn, "snoozed", {own.organisation.id for own in meant.units}, fit.at)
    return Reply(tuple(told(meant, at, fit, before, turn.now)), ((cancel_button(row),),))


def _no_time(meant: Meant, now: datetime) -> Refused:
    urgent = meant.most_urgent(now)
    assert urgent is not None, "only a deadline leaves no time"
    return Refused(Text("snooze-no-time", {"task": urgent.owed.task.title, "deadline": deadline_of(urgent.owed)}))


def _items(turn: Turn, meant: Meant) -> dict[str, list[int]]:
    """Return what to speak of by organisation: two never share a message."""
    items: dict[str, list[int]] = {}
    known = assignments.numbers(turn.session, [found.id for found in meant.found])
    for found in meant.found:
        numbers = items.setdefault(found.own.organisation.id, [])
        numbers += [] if meant.everything else [known[found.id]]
    return items


def _numbers(turn: Turn, meant: Meant) -> list[int]:
    """Return the assignments that were named, none for everything."""
    if meant.everything:
        return []
    return list(assignments.numbers(turn.session, [found.id for found in meant.found]).values())


def _cancelled(turn: Turn, rows: list[Outbox]) -> Reply:
    questions.drop(turn.session, turn.chat)
    if not rows:
        return Reply((Text("snooze-none-waits"),))
    _note(turn, "snooze_cancelled", {row.organisation for row in rows}, rows[0].not_before)
    return Reply((Text("snooze-cancelled", {"moment": rows[0].not_before}),))


def _note(turn: Turn, act: str, organisations: Iterable[str], at: datetime) -> None:
    for organisation in sorted(organisations):
        journal.write(
            turn.session,
            at=turn.now,
            act=act,
            organisation=organisation,
            person_id=speaker(turn),
            moment=at.isoformat(),
        )
