"""Make a message of the outbox ready to send: claim it, and fix its words in the same transaction."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import structlog
from sqlalchemy import Engine
from sqlmodel import Session

from bot.budgets import Budgets, Key
from bot.channels.channel import Channel, Words
from bot.channels.splitting import split
from bot.clock import Clock, real_now
from bot.wording import wording
from handlers.numbering import degraded
from handlers.pushes.pushing import reply_for
from handlers.vocabulary import Reply, Shows, Text
from schedules.duties import office_of
from schedules.plan import Plans
from storage import holds, outbox
from storage.database import unit_of_work
from storage.tables import Chat, Outbox

PUSHED = frozenset({"bundle", "chase", "escalation", "summary"})  # kinds that go only inside the office's sending hours
LEASE = timedelta(seconds=90)  # longer than any send can take: a row claimed longer ago has lost its sender
CANNOT_WORD = (LookupError, TypeError, ValueError, AttributeError)  # our own mistakes in wording a row
MARK = 40  # characters left free for the mark of a message that is sent again
LONGEST = 4096  # of a message whose channel does not run
log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Parcel:
    """A claimed row with where it goes and its words."""

    row: Outbox
    chat: Chat
    words: Words


@dataclass(frozen=True, slots=True)
class Parcels:
    """Claim what is due. What cannot go now, or need not go any more, is settled here."""

    engine: Engine
    clock: Clock
    channels: Mapping[Key, Channel]
    plans: Callable[[], Plans]
    budgets: Budgets

    def claim(
        self, worker: str, of: Collection[Key] | None = None, besides: Collection[Key] = ()
    ) -> tuple[bool, Parcel | None]:
        """Take one row; return whether there was one, and what is to be sent of it.

        Parameters:
            of: only of these bots; None for all.
            besides: not of these bots.
        """
        with unit_of_work(self.engine) as session:
            now = self.clock.now()
            held = holds.held(session)
            rows = outbox.claim(session, worker, now, real_now(), LEASE, limit=1, held=held, of=of, besides=besides)
            return (bool(rows), self._parcel(session, rows[0]) if rows else None)

    def _parcel(self, session: Session, row: Outbox) -> Parcel | None:
        chat = session.get_one(Chat, row.chat_id)
        if opening := self._waits_for(row):
            outbox.put_back(session, row, opening, counts=False, trouble="closed")
            return None
        try:
            if _never_went_out(row) and not self._is_worded(session, row, chat):
                return None
        except CANNOT_WORD as mistake:  # it must not hold up all others
            log.error("cannot be worded", outbox=row.id, mistake=type(mistake).__name__)
            outbox.failed(session, row, "cannot-be-worded")  # nor could it on another channel
            return None
        text = sent_again(row.text or "", chat.language) if row.unknown_outcomes else row.text or ""
        buttons = tuple(tuple((label, press) for label, press in line) for line in row.buttons or ())
        return Parcel(row, chat, Words(text, buttons))

    def _waits_for(self, row: Outbox) -> datetime | None:
        """Return when the office opens for a reminder whose hours have passed while it waited; None if it may go."""
        organisation = self.plans().organisations.get(row.organisation)
        if row.kind not in PUSHED or organisation is None:
            return None
        office, now = office_of(organisation), self.clock.now()
        return None if office.may_send(now, row.urgent_at) else office.next_open(now)

    def _is_worded(self, session: Session, row: Outbox, chat: Chat) -> bool:
        """Fix the words; a row with nothing left to say is withdrawn, one beyond the month's quota passed on."""
        if row.kind in ("bundle", "chase"):
            outbox.leave_to_newer(session, row)
        now = self.clock.now()
        reply = reply_for(session, self.plans(), row, now)
        if reply is None:
            outbox.withdraw(session, row)
            return False
        parts, buttons = self._words(session, row, chat, reply)
        if not self.budgets.allows(session, row, chat, now, len(parts)):
            outbox.failed(session, row, "quota")
            outbox.pass_on(session, row, now)
            return False
        outbox.fix_words(session, row, parts, buttons)
        return True

    def _words(self, session: Session, row: Outbox, chat: Chat, reply: Reply) -> tuple[list[str], Sequence[Any]]:
        """Return the parts in which a message goes, and what stands under the last."""
        channel = self.channels.get((chat.channel, chat.bot))
        shows, longest = (channel.shows, channel.longest) if channel else (Shows(), LONGEST)
        shown = degraded(session, chat, reply, shows, self.clock.now(), f"outbox {row.id}")
        words = wording(chat.language, markup=True).words(shown)
        return split(words.text, longest - MARK), words.buttons


def sent_again(text: str, language: str) -> str:
    """Mark words that may have arrived before."""
    return wording(language).text(Text("sent-again")) + "\n" + text


def _never_went_out(row: Outbox) -> bool:
    """Tell whether a message is certainly on no phone: then it says what is true now, however long it has waited.

    A further part belongs to words that did go out.
    """
    return row.text is None or (row.part == 0 and row.unknown_outcomes == 0)
