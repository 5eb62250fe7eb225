"""Talk with the handlers as people do: say, press a button by its label, read the phone."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Engine
from sqlmodel import col, select

from bot.chases import report
from bot.escalating import escalate
from bot.reminding import arm, remind
from bot.summaries import summarise
from bot.undecided import ask_again
from bot.wording import wording
from handlers.answering import hear
from handlers.numbering import degraded
from handlers.pushes.pushing import reply_for
from handlers.vocabulary import Message, Reply, SentFile, Shows, Text
from schedules.plan import Plans
from storage import holds, invites, outbox
from storage.database import unit_of_work
from storage.tables import Chat, Outbox, OutboxState, RoleKind

# A channel without buttons, as Zalo is: what it cannot press it types.
NO_BUTTONS = Shows(buttons=False, word=lambda text, language: wording(language).text(text))


@dataclass
class Seen:
    """A reply as the phone shows it."""

    keys: list[str]
    words: str
    buttons: list[tuple[str, str]]  # label, press
    reply: Reply


@dataclass
class Conversation:
    """People with phones, and the bot's handlers on the other side."""

    engine: Engine
    plans: Plans
    now: datetime
    bot: str = ""
    channel: str = "telegram"
    shows: Shows = field(default_factory=Shows)
    phones: dict[str, list[Seen]] = field(default_factory=lambda: defaultdict(list))
    names: dict[str, str] = field(default_factory=dict)
    channels: dict[str, str] = field(default_factory=dict)  # of those who are not on ``channel``
    _updates: int = 0
    _files: int = 0

    def join(self, who: str, name: str, kind: str, organisation: str, unit: str = "") -> Seen:
        """Let somebody join by an invite of their own."""
        self.names[who] = name
        return self.say(who, f"/start {self.invite(kind, organisation, unit)}")

    def invite(self, kind: str, organisation: str, unit: str = "") -> str:
        """Make an invite code."""
        with unit_of_work(self.engine) as session:
            return invites.make_invite(session, organisation, unit, RoleKind(kind), self.now)

    def say(self, who: str, said: str, **more: Any) -> Seen:
        """Type something."""
        return self._hear(who, said=said, **more)

    def send(self, who: str, document: str, caption: str | None = None, **more: Any) -> Seen:
        """Send a document of that name, "" for a picture, which has none."""
        self._files += 1
        file = SentFile("document" if document else "photo", f"file-{self._files}", document)
        return self._hear(who, said=caption, file=file, **more)

    def of_group(self, who: str, group: str, *, addressed: bool = True) -> dict[str, Any]:
        """Return what ``say``, ``press`` and ``send`` need besides, where somebody speaks in a group."""
        name = self.names.get(who, who)
        return {
            "sender": who,
            "sender_name": name,
            "address": group,
            "chat_kind": "group",
            "addressed": addressed,
        }

    def round(self) -> Seen:
        """Put what a round puts into the outbox."""
        with unit_of_work(self.engine) as session:
            arm(session, self.plans, self.now, yes=True)
            remind(session, self.plans, self.now)
            escalate(session, self.plans, self.now)
            ask_again(session, self.plans, self.now)
            summarise(session, self.plans, self.now)
            report(session, self.plans, self.now)
        return seen(Reply())

    def press(self, who: str, label: str, **more: Any) -> Seen:
        """Press the newest button whose label contains ``label``."""
        for seen in reversed(self.phones[who]):
            for text, press in seen.buttons:
                if label in text:
                    return self.press_raw(who, press, **more)
        shown = [button for seen in self.phones[who] for button, _ in seen.buttons]
        raise AssertionError(f"no button {label!r} on the phone of {who}: {shown}")

    def press_raw(self, who: str, press: str, **more: Any) -> Seen:
        """Press what a button sends, be it on the phone or not."""
        return self._hear(who, pressed=press, **more)

    def deliver(self) -> dict[str, list[Seen]]:
        """Show what waits in the outbox on the phones that it is for; return it by person."""
        told: dict[str, list[Seen]] = defaultdict(list)
        with unit_of_work(self.engine) as session:
            due = select(Outbox).where(Outbox.state == OutboxState.WAITING, Outbox.not_before <= self.now)
            back = col(Outbox.organisation).in_(holds.held(session)) & outbox.is_push(Outbox)
            for row in session.exec(due.where(~back)).all():
                reply = reply_for(session, self.plans, row, self.now)
                row.sent_at = self.now if reply else None
                row.state = OutboxState.SENT if reply else OutboxState.WITHDRAWN
                if reply:
                    chat = session.get_one(Chat, row.chat_id)
                    reply = degraded(session, chat, reply, self.shows, self.now, f"outbox {row.id}")
                    told[session.get_one(Chat, row.chat_id).address].append(seen(reply))
        for who, messages in told.items():
            self.phones[who] += messages
        return told

    def owe(self, who: str, about: dict[str, object], organisation: str) -> None:
        """Put a bundle for somebody, as a round does."""
        with unit_of_work(self.engine) as session:
            chat = session.exec(select(Chat).where(Chat.address == who)).one()
            assert chat.id is not None
            outbox.put(
                session,
                chat_id=chat.id,
                organisation=organisation,
                kind="bundle",
                cause=self.now.isoformat(),
                about=about,
                urgent_at=self.now,
                not_before=self.now,
            )

    def _hear(self, who: str, **what: Any) -> Seen:
        self._updates += 1
        values = {
            "channel": self.channels.get(who, self.channel),
            "bot": self.bot,
            "update_id": str(self._updates),
            "address": who,
            "chat_kind": "private",
            "sender": who,
            "sender_name": self.names.get(who, who),
        }
        message = Message(**(values | what))  # type: ignore[arg-type]
        with unit_of_work(self.engine) as session:
            answer = hear(session, message, self.plans, self.now, self.shows)
        shown = seen(answer.reply)
        self.phones[who].append(shown)
        return shown


def seen(reply: Reply) -> Seen:
    """Word a reply as the phone shows it, after checking what every channel asks of it."""
    words = wording("vi").words(reply)
    for language in ("vi", "en"):  # the mirror must take the same values, and so must safe HTML
        wording(language, markup=True).words(reply)
    for row in reply.buttons:
        for button in row:
            assert 0 < len(button.press.encode()) <= 64, button.press
    buttons = [button for row in words.buttons for button in row]
    return Seen([head(text) for text in reply.texts], words.text, buttons, reply)


def head(text: Text) -> str:
    """Return the key of a paragraph: that of its first line where it is made of lines."""
    inner = text.values.get("lines")
    return head(inner[0]) if text.key == "lines" and isinstance(inner, tuple) else text.key
