"""Write down what became of a message: sent, to be tried again, failed here and passed on, or nobody knows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog
from sqlalchemy import Engine
from sqlmodel import Session

from bot.budgets import Budgets
from bot.channels.channel import ChannelDown, DeliveryError, Moved, Never, NotNow, OutOfQuota
from bot.clock import Clock
from storage import outbox, people
from storage.database import unit_of_work
from storage.tables import Chat, Outbox

AGAIN_AFTER = 60.0  # seconds before a message is sent again whose outcome is unknown: the trouble may be over then
LONGEST_WAIT = 300.0  # seconds between two tries
DOWN = 60.0  # seconds that messages of a channel that is down wait before the next try
log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Outcomes:
    """Settle claimed rows, each in a transaction of its own."""

    engine: Engine
    clock: Clock
    budgets: Budgets

    def sent(self, row: Outbox, platform_id: str) -> None:
        """Settle: it has arrived."""
        with unit_of_work(self.engine) as session:
            outbox.sent(session, row, platform_id, self.clock.now())
            self._spend(session, row)

    def not_sent(self, row: Outbox, trouble: DeliveryError) -> None:
        """Settle: it has not arrived, or nobody knows."""
        with unit_of_work(self.engine) as session:
            match trouble:
                case NotNow():
                    self._wait(session, row, trouble)
                case Never():
                    self._refused(session, row, trouble)
                case OutOfQuota():
                    self._out_of_quota(session, row, trouble)
                case Moved():
                    self._moved(session, row, trouble)
                case ChannelDown():
                    self._down(session, row, trouble)
                case _:
                    self._unknown(session, row, trouble)

    def _wait(self, session: Session, row: Outbox, trouble: NotNow) -> None:
        """Let it wait, longer each time; it is never given up, for it was never sent (after a while it is listed).

        After as many tries it goes to the person's other channel instead, where there is one.
        """
        tired = trouble.counts and row.tries + 1 >= outbox.LONG_TRIED
        if tired and outbox.hand_over(session, row, trouble.trouble, self.clock.now()):
            return
        wait = min(LONGEST_WAIT, max(trouble.wait, 2.0 ** min(row.tries, 8) if trouble.counts else trouble.wait))
        outbox.put_back(session, row, self._later(wait), counts=trouble.counts, trouble=trouble.trouble)

    def _refused(self, session: Session, row: Outbox, trouble: Never) -> None:
        self._fail(session, row, trouble.trouble)
        log.warning("refused", outbox=row.id, trouble=trouble.trouble)
        if trouble.chat_gone:
            people.mark_unreachable(session, session.get_one(Chat, row.chat_id), trouble.trouble, self.clock.now())

    def _out_of_quota(self, session: Session, row: Outbox, trouble: OutOfQuota) -> None:
        chat = session.get_one(Chat, row.chat_id)
        self.budgets.closed(session, (chat.channel, chat.bot), self.clock.now())
        self._fail(session, row, trouble.trouble)

    def _moved(self, session: Session, row: Outbox, trouble: Moved) -> None:
        people.move_chat(session, session.get_one(Chat, row.chat_id), trouble.new_address)
        outbox.put_back(session, row, self.clock.now(), counts=False, trouble="moved")

    def _down(self, session: Session, row: Outbox, trouble: ChannelDown) -> None:
        if not outbox.hand_over(session, row, trouble.trouble, self.clock.now()):
            self._wait(session, row, NotNow(trouble.trouble, DOWN, counts=False))

    def _unknown(self, session: Session, row: Outbox, trouble: DeliveryError) -> None:
        outbox.unknown(session, row, trouble.trouble, self._later(AGAIN_AFTER))
        outbox.pass_on(session, row, self.clock.now())  # only after the second time
        self._spend(session, row)

    def _fail(self, session: Session, row: Outbox, trouble: str) -> None:
        """Fail a message here, and pass it on to the person's other channel."""
        outbox.failed(session, row, trouble)
        outbox.pass_on(session, row, self.clock.now())

    def _spend(self, session: Session, row: Outbox) -> None:
        """Count a message that arrived, or may have."""
        chat = session.get_one(Chat, row.chat_id)
        self.budgets.spend(session, (chat.channel, chat.bot), 1, self.clock.now())

    def _later(self, seconds: float) -> datetime:
        return self.clock.now() + timedelta(seconds=seconds)
