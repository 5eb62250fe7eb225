"""Put bundles into the outbox: all that one chat is told in one slot, in one message."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from functools import cached_property
from typing import Any

from sqlmodel import Session

from handlers.plan_changes.reasons import reasons_of_moves
from schedules.duties import Duty
from schedules.forecast import hearing
from schedules.ladder import Step, StepKind
from schedules.plan import AssignmentId, Organisation
from storage import assignments, marks, outbox, people, submissions, waves
from storage.tables import Chat, RoleKind

Tight = Callable[[Chat], bool]  # whether messages to a chat must be saved
WaveKey = tuple[str, str, str, str, str, str]  # organisation, plan, task, period, step, end of the deadline
CHANGED_AT = "changed-at"  # mark: the last moment at which the plan before the present one ran


@dataclass(frozen=True, slots=True)
class Wave:
    """A step of a duty whose turn has come, for all units that still owe it."""

    duty: Duty
    step: Step

    @property
    def key(self) -> WaveKey:
        """Name the wave once and for all: put twice, it is the same."""
        duty = self.duty
        ends_at = duty.deadline.ends_at.isoformat()
        return (duty.organisation.id, duty.plan.id, duty.task.id, duty.period, self.step.id, ends_at)


@dataclass(frozen=True, slots=True)
class Item:
    """One line of a bundle, as the outbox row keeps it."""

    assignment: int
    step: str
    kind: str
    working_days: int | None
    ends_at: str
    at: str  # the step's moment, to tell how late it comes
    changed: bool = False  # the chat was told another deadline before
    cooperating: bool = False  # the unit only cooperates: it hears, and owes nothing
    early: bool = False  # taken along before its time, to save a message
    was: str = ""  # where ``changed``: the end of the deadline that the chat was told before
    moved: bool = False  # by an extension or a return, of which the unit was told when it was decided
    why: str = ""  # where ``changed``: the admin's reason


def put_bundles(
    session: Session,
    organisation: Organisation,
    due: list[Wave],
    coming: Callable[[], list[Wave]],
    tight: Tight,
    now: datetime,
    pausing: Container[AssignmentId] = frozenset(),
) -> int:
    """Bundle what is outstanding of several waves into one message a chat, note it as told, and return how many.

    Args:
        coming: the steps that a message to a ``tight`` chat takes along.
        pausing: what has asked for an extension just now: its overdue steps are not sent.
    """
    done = submissions.standing(session, organisation.id)
    chats = people.chats_of_units(session, organisation.id, None, (RoleKind.OFFICER,), now, with_groups=True)
    items = _items(session, due, chats, done, pausing)
    saving = [(unit, chat) for unit, chat in chats if chat.id in items and tight(chat)]
    early = _items(session, coming(), saving, done, pausing, early_at=now) if saving else {}
    return _put_rows(session, organisation, items, early, now)


def _items(
    session: Session,
    waves: list[Wave],
    chats: Iterable[tuple[str, Chat]],
    done: Container[AssignmentId],
    pausing: Container[AssignmentId],
    early_at: datetime | None = None,
) -> dict[int, list[Item]]:
    """Return what each chat is to hear of some waves."""
    of_unit: dict[str, list[int]] = defaultdict(list)
    for unit, chat in chats:
        of_unit[unit].append(chat.id or 0)
    heard = [(wave, *one) for wave in waves for one in hearing(wave.duty, done) if one[0].unit in of_unit]
    numbers = assignments.numbers(session, [one for _, one, _ in heard])
    items: dict[int, list[Item]] = defaultdict(list)
    for wave, one, cooperates in heard:
        if wave.step.kind is StepKind.OVERDUE and one in pausing:
            continue
        item = _item(wave, numbers[one], cooperating=cooperates, early_at=early_at)
        for chat_id in of_unit[one.unit]:
            items[chat_id].append(item)
    return items


def _item(wave: Wave, number: int, *, cooperating: bool, early_at: datetime | None) -> Item:
    step = wave.step
    ends_at = wave.duty.deadline.ends_at.isoformat()
    at = (early_at or step.at).astimezone(UTC).isoformat()
    early = early_at is not None
    moved = wave.duty.deadline.moved is not None
    return Item(
        number, step.id, step.kind, step.working_days, ends_at, at, cooperating=cooperating, early=early, moved=moved
    )


def _put_rows(
    session: Session,
    organisation: Organisation,
    items: dict[int, list[Item]],
    early: Mapping[int, list[Item]],
    now: datetime,
) -> int:
    """Put one message a chat with what is news to it, and note that as told; ``early`` joins what goes anyway."""
    numbers = {item.assignment for wanted in (items, early) for one in wanted.values() for item in one}
    told = waves.already_told(session, items, numbers)
    known = waves.last_told(session, items, numbers)
    changed_at = marks.get_mark(session, CHANGED_AT) or ""
    explained = _Explained(session, organisation.id)

    def fresh(chat: int, wanted: Iterable[Item]) -> list[Item]:
        news = [_as_news(item, known.get((chat, item.assignment)), changed_at, now) for item in wanted]
        news = [item and explained(item) for item in news]
        return [item for item in news if item and (item.changed or (chat, *_step_of(item)) not in told)]

    rows = [
        _row(organisation, chat, news + fresh(chat, early.get(chat, ())), now)
        for chat, wanted in items.items()
        if (news := fresh(chat, wanted))
    ]
    put = outbox.put_many(session, rows)
    waves.tell(session, [_told(row.chat_id, item, now) for row in rows for item in row.about["items"]])
    return put


def _as_news(item: Item, known: str | None, changed_at: str, now: datetime) -> Item | None:
    """Return what an item is to a chat that was told the deadline ``known`` last; None where it is nothing new.

    A step whose moment came while another plan ran did not exist then. It only brings a deadline that the chat has not
    been told, and that is not late.
    """
    changed = not item.moved and known not in (None, item.ends_at)
    item = replace(item, changed=changed, was=known or "" if changed else "")
    if item.at > changed_at:
        return item
    return None if known == item.ends_at else replace(item, at=now.astimezone(UTC).isoformat())


class _Explained:
    """Adds its reason to what has changed; looked up once, and only where something has."""

    def __init__(self, session: Session, organisation: str) -> None:
        self._session, self._organisation = session, organisation

    def __call__(self, item: Item) -> Item:
        return replace(item, why=self._why(item.assignment)) if item.changed and self._reasons else item

    @cached_property
    def _reasons(self) -> Mapping[tuple[str, str, str], str]:
        return {owed: why for owed, why in reasons_of_moves(self._session, self._organisation).items() if why}

    def _why(self, number: int) -> str:
        id = assignments.named(self._session, number)
        return self._reasons.get((id.plan, id.task, id.unit), "") if id else ""


def _step_of(item: Item) -> tuple[int, str, str]:
    return item.assignment, item.step, item.ends_at


def _told(chat: int, item: dict[str, Any], now: datetime) -> waves.ToldStep:
    return waves.ToldStep(chat, item["assignment"], item["step"], item["ends_at"], now)


def _row(organisation: Organisation, chat: int, items: list[Item], now: datetime) -> outbox.OutboxRow:
    return outbox.OutboxRow(
        chat_id=chat,
        organisation=organisation.id,
        kind="bundle",
        cause=f"{organisation.id} {now.astimezone(UTC).isoformat()}",
        about={"items": [asdict(item) for item in items]},
        urgent_at=min(datetime.fromisoformat(item.ends_at) for item in items),
        not_before=now,
    )
