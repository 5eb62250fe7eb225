"""Answer "Đã nhận": seen, not done. It stops the asking for two working days, and never the reminders."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from zlib import crc32

from handlers.belonging import Own, own_units, speaker
from handlers.describing import deadline_line, lines
from handlers.finding import Found, left_of_unit
from handlers.refusing import NotYours, UnknownButton
from handlers.spelling import shortened
from handlers.vocabulary import Button, Reply, Text, Turn
from schedules.deadline import VIETNAM
from schedules.duties import office_of
from schedules.plan import AssignmentId, Organisation
from storage import assignments, receipts

HOLDS = 2  # working days after which a receipt lapses, at the same hour
WORD = "nhanviec"
LONGEST = 64  # bytes of a press
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
SHOWN = 10  # assignments named as still to do


@dataclass(frozen=True, slots=True)
class Asked:
    """What a press is about: these assignments, or all that an organisation had told the person by a moment."""

    numbers: frozenset[int] = frozenset()
    organisation: str = ""  # its mark
    until: datetime | None = None


def received_button(organisation: Organisation, numbers: Collection[int], now: datetime) -> Button:
    """Return the one button that acknowledges all of a message, however many assignments it speaks of.

    As many as fit are named one by one; of more, it is what had been told by the moment of the message.
    """
    named = f"{WORD}:{'.'.join(_short(number) for number in sorted(numbers))}"
    if len(named) > LONGEST:
        named = f"{WORD}:@{_short(int(now.timestamp()))}:{_mark(organisation.id)}"
    return Button(Text("button-received"), named)


def press_received(turn: Turn) -> Reply:
    """Record a receipt for what is still outstanding of a message."""
    asked = _read(turn.argument)
    if asked.until is None:
        ids = set(assignments.named_many(turn.session, asked.numbers).values())
    else:
        here = turn.group.chat_id if turn.group else turn.chat.id
        told = receipts.told_by(turn.session, speaker(turn), here, asked.until)
        ids = {id for id in told if _mark(id.organisation) == asked.organisation}
    if not ids:
        raise UnknownButton
    owns = own_units(turn)
    if not ids & _of_units(ids, owns):
        raise NotYours
    return _received(turn, owns, ids)


def danhan(turn: Turn) -> Reply:
    """Record a receipt for all that the person's units have outstanding."""
    return _received(turn, own_units(turn), None)


def _received(turn: Turn, owns: list[Own], ids: set[AssignmentId] | None) -> Reply:
    """Record, and tell what remains to do; who was first is told to whoever presses again."""
    left = [found for own in owns for found in left_of_unit(turn, own)]
    meant = [found for found in left if ids is None or found.id in ids]
    if not meant:
        return Reply((Text("received-nothing-left"),), toast=Text("toast-nothing-left"))
    wanted = {found.id: _lapses_at(found.own.organisation, turn.now) for found in meant}
    made = receipts.record(turn.session, wanted, speaker(turn), turn.now)
    head = Text("received", {"moment": turn.now}) if made else _before(turn, meant)
    return Reply((lines(head, *_remaining(meant, turn.now)),), toast=Text("toast-received"))


def _before(turn: Turn, meant: list[Found]) -> Text:
    numbers = assignments.numbers(turn.session, [found.id for found in meant])
    known = receipts.live(turn.session, numbers.values(), turn.now)
    return Text("received-before", {"moment": min(receipt.received_at for receipt in known.values())})


def _remaining(meant: list[Found], now: datetime) -> Iterable[Text]:
    """Name what is still to do, with its deadline: a receipt is not a submission."""
    yield Text("received-remaining", {"count": len(meant)})
    for found in meant[:SHOWN]:
        values = {"task": shortened(found.owed.task.title, 80), "deadline": deadline_line(found.owed, now)}
        yield Text("received-remaining-task", values)
    if len(meant) > SHOWN:
        yield Text("received-remaining-more", {"count": len(meant) - SHOWN})


def _lapses_at(organisation: Organisation, now: datetime) -> datetime:
    local = now.astimezone(VIETNAM)
    day = office_of(organisation).days.shift(local.date(), HOLDS)
    return datetime.combine(day, local.time(), VIETNAM).astimezone(UTC)


def _of_units(ids: set[AssignmentId], owns: list[Own]) -> set[AssignmentId]:
    mine = {own.key for own in owns}
    return {id for id in ids if (id.organisation, id.unit) in mine}


def _mark(organisation: str) -> str:
    return f"{crc32(organisation.encode()):08x}"


def _short(number: int) -> str:
    """Write a number with as few signs as may be."""
    signs = ""
    while number:
        number, rest = divmod(number, len(DIGITS))
        signs = DIGITS[rest] + signs
    return signs or "0"


def _read(argument: str) -> Asked:
    try:
        if argument.startswith("@"):
            moment, _, organisation = argument[1:].partition(":")
            return Asked(organisation=organisation, until=datetime.fromtimestamp(int(moment, 36) + 1, UTC))
        return Asked(numbers=frozenset(int(number, 36) for number in argument.split(".")))
    except (ValueError, OverflowError, OSError):
        raise UnknownButton from None
