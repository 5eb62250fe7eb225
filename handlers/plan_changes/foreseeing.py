"""What a change would bring about: messages at once, reminders that will not come, submissions out of the figures."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime

from sqlmodel import Session

from handlers.outlines.outline_changes import owing_units
from handlers.plan_changes.reminders_to_come import Turned, turned
from handlers.plan_changes.touched import Owed, Touched, touched
from schedules.differing.differences import Difference, of_organisation
from schedules.plan import Organisation, Plans
from storage import people
from storage.known_of_tasks import Known, known_of_tasks, told_of, waiting_for_nothing


@dataclass(frozen=True, slots=True)
class Effect:
    """What a change does in one organisation; all but ``submissions`` counts only what would reach somebody."""

    sent: int = 0  # chats that get a message at once, or when the office opens
    withdrawn: int = 0  # messages that wait to be sent and are taken back
    dropped: int = 0  # reminders to come that will not come
    added: int = 0  # reminders that come instead
    submissions: int = 0  # that stand, and drop out of the figures

    @property
    def concerns_somebody(self) -> bool:
        """Say whether somebody must say yes to it first."""
        return bool(self.sent or self.withdrawn or self.dropped or self.added or self.submissions)

    def as_json(self) -> dict[str, int]:
        """Return what the database keeps of it."""
        return asdict(self)


def foresee(
    session: Session, before: Plans, after: Plans, differences: Iterable[Difference], now: datetime
) -> dict[str, Effect]:
    """Return what a change would do in each organisation that it touches."""
    found = tuple(differences)
    return {
        id: _in_organisation(session, id, before, after, of_organisation(found, id), now)
        for id in dict.fromkeys(one.organisation for one in found)
    }


@dataclass(frozen=True, slots=True)
class Looked:
    """One organisation before and after a change, with what is known of what it touches."""

    what: Touched
    known: Known
    turned: Turned
    hearers: Mapping[str, list[int]]  # unit as called now → chats

    @property
    def gone(self) -> dict[int, Owed]:
        """Return what is owed no more, not submitted, and would still be spoken of, by number."""
        return {
            self.known.numbers[one]: key
            for one in self.what.gone(self.known)
            if one not in self.known.submitted and (key := self.what.key(one)) in self.turned.open_before
        }


def look(
    session: Session,
    before: Organisation | None,
    after: Organisation | None,
    found: Iterable[Difference],
    now: datetime,
) -> Looked | None:
    """Look at one organisation; None where the change touches no assignment and no outline."""
    what, here = touched(before, after, found), after or before
    if here is None or not (what.tasks or what.outlines):
        return None
    hearers: dict[str, list[int]] = defaultdict(list)
    for unit, chat in people.chats_of_units(session, here.id, now=now, with_groups=True):
        hearers[what.unit_now(unit)].append(chat.id or 0)
    known = known_of_tasks(session, here.id, what.tasks_before)
    return Looked(what, known, turned(session, before, after, what, known, hearers.keys(), now), hearers)


def _in_organisation(
    session: Session, id: str, before: Plans, after: Plans, found: tuple[Difference, ...], now: datetime
) -> Effect:
    was, here = before.organisations.get(id), after.organisations.get(id)
    looked = look(session, was, here, found, now)
    if looked is None:
        return Effect()
    what, known = looked.what, looked.known
    units = {unit for _, _, unit in looked.turned.news} | _outlined(session, here, what, now)
    chats = {chat for unit in units for chat in looked.hearers.get(unit, ())}
    chats |= {chat for chat, _ in told_of(session, id, looked.gone)}
    off = {number for one, number in known.numbers.items() if what.is_off(one)}
    return Effect(
        sent=len(chats),
        withdrawn=waiting_for_nothing(session, id, off) if off else 0,
        dropped=looked.turned.dropped,
        added=looked.turned.added,
        submissions=sum(one in known.submitted for one in what.gone(known)),
    )


def _outlined(session: Session, after: Organisation | None, what: Touched, now: datetime) -> set[str]:
    """Return the units that are told of a changed outline."""
    plans = [after.plans[id] for id in what.outlines if id in after.plans] if after else []
    return {unit for plan in plans if after for unit in owing_units(session, after, plan, now)}
