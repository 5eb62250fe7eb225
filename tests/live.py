"""Live plans for tests: an office with an admin, officers and a small plan that changes while it runs."""

from __future__ import annotations

from itertools import count
from pathlib import Path

from sqlmodel import select

from bot.house import House
from handlers.answering import hear
from handlers.pushes.pushing import reply_for
from handlers.vocabulary import Message
from storage import plan_versions
from storage.database import reading, unit_of_work
from storage.people import known_chat
from storage.tables import Outbox, OutboxState, PlanVersion, RoleKind
from tests.handlers.conversation import Seen, seen
from tests.small_plans import ORGANISATION, SMALL, join
from tests.test_rounds import Office, database, office

ADMIN, ONE, TWO = "admin", "officer-one", "officer-two"
MOVED = SMALL.replace("07/5/2026", "15/5/2026")
RENAMED = SMALL.replace("id: bao-cao", "id: bao-cao-moi")


class Live(Office):
    """An office whose admin and officers answer."""

    _updates = count(1)

    def deliver(self) -> None:
        """Bring what is due to the phones, and withdraw what has nothing left to say."""
        with unit_of_work(self.house.engine) as session:
            due = select(Outbox).where(Outbox.state == OutboxState.WAITING, Outbox.not_before <= self.house.clock.now())
            for row in session.exec(due):
                reply = reply_for(session, self.house.rounds.plans, row, self.house.clock.now())
                row.state = OutboxState.SENT if reply else OutboxState.WITHDRAWN
                row.text = seen(reply).words if reply else None

    def versions(self) -> list[PlanVersion]:
        """List the versions, the oldest first."""
        with reading(self.house.engine) as session:
            found = plan_versions.history(session)
            return [session.get_one(PlanVersion, one.id) for one in reversed(found)]

    def states(self) -> list[str]:
        return [str(one.state) for one in self.versions()]

    def named(self) -> str:
        """Name the newest version as its buttons do."""
        return plan_versions.named(self.versions()[-1])

    def words(self, row: Outbox) -> str:
        """Word a row as it would go out now, with its buttons' labels; "" where it is not true any more."""
        with unit_of_work(self.house.engine) as session:
            kept = session.get_one(Outbox, row.id)
            reply = reply_for(session, self.house.rounds.plans, kept, self.house.clock.now())
            shown = seen(reply) if reply else None
            return _read(shown) if shown else ""

    def chat_of(self, address: str) -> int:
        with reading(self.house.engine) as session:
            chat = known_chat(session, "telegram", "", address)
            assert chat
            return chat.id or 0

    def alarms(self, rows: list[Outbox], address: str = ADMIN) -> list[Outbox]:
        return [row for row in rows if row.kind == "alarm" and row.chat_id == self.chat_of(address)]

    def press(self, row: Outbox, label: str, address: str = ADMIN) -> str:
        """Press a button of a row, and return the words that came back."""
        with unit_of_work(self.house.engine) as session:
            kept = session.get_one(Outbox, row.id)
            reply = reply_for(session, self.house.rounds.plans, kept, self.house.clock.now())
            assert reply
            pressed = next(press for shown, press in seen(reply).buttons if label in shown)
        return self.send(address, pressed=pressed)

    def send(self, address: str, said: str | None = None, pressed: str | None = None) -> str:
        about = {"said": said} if pressed is None else {"pressed": pressed, "callback_id": "1"}
        message = Message("telegram", "", f"u{next(self._updates)}", address, "private", address, "Thử", **about)  # type: ignore[arg-type]
        with unit_of_work(self.house.engine) as session:
            shown = seen(hear(session, message, self.house.rounds.plans, self.house.clock.now()).reply)
            return _read(shown)

    def task(self, id: str = "bao-cao") -> object:
        return self.house.rounds.plans.organisations[ORGANISATION].plans["ke-hoach"].tasks.get(id)


def _read(shown: Seen) -> str:
    return "\n".join((shown.words, *(label for label, _ in shown.buttons)))


def live(file: Path, opened: list[House], start: str = "22/4 07:30", *, yes: bool = False, text: str = SMALL) -> Live:
    """Open an office with people in it."""
    file.write_text(text, "utf-8")
    people = {ADMIN: ("", RoleKind.ADMIN), ONE: ("so-mot", RoleKind.OFFICER), TWO: ("so-hai", RoleKind.OFFICER)}
    join(database(file), ORGANISATION, people)
    return Live(office(opened, file, start, yes=yes).house)


def stop(here: Live) -> None:
    """Stop a bot as if it had been killed."""
    here.house.engine.dispose()
    if here.house.held:
        here.house.held.close()


def restart(file: Path, opened: list[House], start: str, *, yes: bool = False) -> Live:
    """Open it again on the same database."""
    return Live(office(opened, file, start, yes=yes).house)
