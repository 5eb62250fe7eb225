"""Answer people: a message in, one transaction, the reply out over the same channel."""

from __future__ import annotations

import asyncio
import traceback
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from functools import partial

import structlog
from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError

from bot.budgets import Budgets
from bot.channels.channel import Channel, DeliveryError, HasButtons, NotNow, OutOfQuota, Unknown, Words
from bot.channels.splitting import split
from bot.clock import Clock
from bot.menus import Menus
from bot.parcels import CANNOT_WORD, MARK, sent_again
from bot.wording import wording
from handlers.answering import Answer, hear
from handlers.vocabulary import Message, Reply, Text
from schedules.plan import Plans
from storage import heard, people
from storage.database import may_pass, unit_of_work
from storage.tables import RoleKind

SLOW = 1.0  # seconds after which a person sees that an answer is being written
AT_ONCE = 16  # messages of one channel that are handled at the same time; being said, they hold up nobody
TRIES = 5  # of sending one answer: the person can ask again, an answer hours later is worse than none
log = structlog.get_logger()


@dataclass
class Conversation:
    """Answer what one channel hears.

    ``wake_senders`` is called when an answer may have put something into the outbox for others.
    """

    engine: Engine
    clock: Clock
    channel: Channel
    plans: Callable[[], Plans]
    menus: Menus
    budgets: Budgets
    wake_senders: Callable[[], None]
    _room: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(AT_ONCE))

    async def listen(self) -> None:
        """Hear and answer until cancelled."""
        await self.channel.listen(self.hear)

    async def hear(self, message: Message) -> None:
        """Handle one message; returning means that it is stored and answered, so that it need not come again."""
        try:
            answer, kinds = await self._handled(message)
        except Exception as mistake:
            if may_pass(mistake) or isinstance(mistake, SQLAlchemyError):
                raise  # it is tried again
            # Our own mistake would be the same again: better an apology than silence, and a line for us.
            where = "".join(traceback.format_tb(mistake.__traceback__)[-3:])
            log.error(
                "message cannot be handled", update=message.update_id, mistake=type(mistake).__name__, where=where
            )
            answer, kinds = Answer(Reply((Text("cannot-answer"),)), "vi"), frozenset[RoleKind]()
        if answer.already_answered:
            return
        if message.callback_id:
            await self._acknowledge(message.callback_id, answer.reply, answer.language)
        self.wake_senders()
        try:
            sent = await self._say(message, answer)
        except CANNOT_WORD as mistake:  # our own mistake: better an apology than silence, and a line for us
            log.error("answer cannot be worded", update=message.update_id, mistake=repr(mistake)[:200])
            sent = await self._say(message, Answer(Reply((Text("cannot-answer"),)), answer.language))
        await asyncio.to_thread(self._note_answered, message, sent)
        if message.chat_kind == "private":
            await self.menus.fit(self.channel, message.address, kinds)

    async def _handled(self, message: Message) -> tuple[Answer, frozenset[RoleKind]]:
        """Handle a message in a thread; what takes long (a file) shows that it is being written."""
        async with self._room:
            handling = asyncio.create_task(asyncio.to_thread(self._handle, message))
            finished, _ = await asyncio.wait({handling}, timeout=SLOW)
            typing = None if finished else asyncio.create_task(self.channel.typing(message.address))
            try:
                return await handling
            finally:
                if typing:
                    typing.cancel()  # it may hang; the answer must not

    def _handle(self, message: Message) -> tuple[Answer, frozenset[RoleKind]]:
        """Answer in one transaction; also return what the person is afterwards, for the menu."""
        with unit_of_work(self.engine) as session:
            answer = hear(session, message, self.plans(), self.clock.now(), self.channel.shows)
            if message.chat_kind != "private":  # a group has no menu, and may have moved to another address just now
                return answer, frozenset()
            chat = people.known_chat(session, message.channel, message.bot, message.address)  # None: just forgotten
            person = people.person_of(session, chat) if chat else None
            roles = people.roles_of(session, person.id) if person and person.id is not None else []
            return answer, frozenset(role.kind for role in roles)

    def _note_answered(self, message: Message, sent: int) -> None:
        with unit_of_work(self.engine) as session:
            self.budgets.spend(session, (self.channel.name, self.channel.bot), sent, self.clock.now())
            known = heard.known(session, message.channel, message.bot, message.update_id)
            if known:
                heard.answered(session, known, self.clock.now())

    async def _acknowledge(self, callback_id: str, reply: Reply, language: str) -> None:
        if not isinstance(self.channel, HasButtons):
            return
        toast = wording(language).text(reply.toast) if reply.toast else ""
        try:
            await self.channel.acknowledge(callback_id, toast)
        except DeliveryError as trouble:
            log.info("toast not shown", trouble=trouble.trouble)

    async def _say(self, message: Message, answer: Answer) -> int:
        """Send an answer, up to the first part that cannot be sent; return how many messages it took."""
        if not answer.reply.texts:
            return 0
        words = wording(answer.language, markup=True).words(answer.reply)
        parts = split(words.text, self.channel.longest - MARK)
        channel = self.channel
        if isinstance(channel, HasButtons) and answer.reply.edits and message.pressed_message_id and len(parts) == 1:
            edit = partial(channel.edit, message.address, message.pressed_message_id, words)
            return int(await self._with_patience(edit, edit, message))
        for number, part in enumerate(parts, 1):
            last = number == len(parts)
            one = Words(part, words.buttons if last else (), words.attachments if last else ())
            marked = replace(one, text=sent_again(part, answer.language))
            again = partial(self._send, message, marked)
            if not await self._with_patience(partial(self._send, message, one), again, message):
                return number - 1
        return len(parts)

    async def _send(self, message: Message, words: Words) -> None:
        await self.channel.send(message.address, words, "answer")

    async def _with_patience(
        self, send: Callable[[], Awaitable[None]], again: Callable[[], Awaitable[None]], message: Message
    ) -> bool:
        """Try a few times while it is refused for the moment; other refusals are noted and let go.

        ``again`` is tried once where nobody knows whether it has arrived: silence would look like a lost message.
        Return whether it has arrived, or may have.
        """
        unknown = 0
        for _ in range(TRIES):
            try:
                await (again() if unknown else send())
            except NotNow as trouble:
                await asyncio.sleep(trouble.wait)
            except DeliveryError as trouble:
                unknown += isinstance(trouble, Unknown)
                if not isinstance(trouble, Unknown) or unknown > 1:
                    await asyncio.to_thread(self._note_gone, message, trouble)
                    return unknown > 0
            else:
                return True
        log.warning("answer given up", update=message.update_id)
        return unknown > 0

    def _note_gone(self, message: Message, trouble: DeliveryError) -> None:
        log.info("answer not delivered", trouble=trouble.trouble)
        if isinstance(trouble, OutOfQuota):
            with unit_of_work(self.engine) as session:
                self.budgets.closed(session, (message.channel, message.bot), self.clock.now())
        if getattr(trouble, "chat_gone", False):
            with unit_of_work(self.engine) as session:
                chat = people.chat_of(session, message.channel, message.bot, message.address, message.chat_kind)
                people.mark_unreachable(session, chat, trouble.trouble, self.clock.now())
