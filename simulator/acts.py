"""What people do: say, press, hand over a file, block, found a group."""

from __future__ import annotations

import base64
import time
from itertools import count
from typing import Any

from simulator.marks import commands
from simulator.messages import Button, File, Kind, Message, Press
from simulator.people import Bot, Chat, Group, Person
from simulator.world import World

_press_ids = count(int(time.time() * 1_000_000))  # never those of an earlier run

_STICKER = "simulated-sticker"
_DOT = base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==")
_ENCLOSED: dict[str, tuple[str, str, bytes, tuple[int, int]]] = {
    "sticker": ("nhan-dan.png", "image/png", _DOT, (1, 1)),
    "voice": ("tin-thoai.aac", "audio/aac", b"\xff\xf1\x50\x80\x00\x1f\xfc", (0, 0)),
}


class CannotAct(Exception):
    """A person cannot do this on a real phone either; the words say why."""


def say(
    world: World,
    person: Person,
    text: str,
    *,
    bot: Bot,
    group: Group | None = None,
    file: File | None = None,
    reply_to: int | None = None,
) -> tuple[Message, int | None]:
    """Type a message to a bot, or into a group; on Telegram ``/start CODE`` follows an invite link.

    Returns the message and the id of the update that the bot hears (None: it does not hear this).
    """
    if not text.strip() and file is None:
        raise CannotAct("nothing to say")
    chat = _may_speak(world, person, text, bot, group)
    message = _message(world, person, chat, bot, text=text, marks=commands(text), file=file, reply_to=reply_to)
    return message, _tell(world, chat, bot, message)


def _may_speak(world: World, person: Person, text: str, bot: Bot, group: Group | None) -> Chat:
    if person.deactivated:
        raise CannotAct("this person is deactivated")
    if group is not None:
        return _open_group(person, group)
    if bot.id in person.blocked:
        if bot.platform != "telegram" or not text.startswith("/start"):
            raise CannotAct("this person has blocked the bot; unblock it first (on Telegram, /start does)")
        unblock(world, person, bot)
    person.started.add(bot.id)
    return person


def event(
    world: World, person: Person, kind: Kind, *, bot: Bot, group: Group | None = None
) -> tuple[Message, int | None]:
    """Send what is no text: a sticker, a voice, or something that the platform withholds from the bot."""
    if bot.platform != "zalo":
        raise CannotAct("stickers, voices and withheld messages are sent on Zalo only")
    chat = _may_speak(world, person, "", bot, group)
    text, file = _STICKER if kind == "sticker" else "", None
    if kind in _ENCLOSED:
        file = world.files.keep(*_ENCLOSED[kind])
    message = _message(world, person, chat, bot, text=text, file=file, kind=kind)
    return message, _tell(world, chat, bot, message)


def _open_group(person: Person, group: Group) -> Group:
    if person.id not in group.members:
        raise CannotAct("this person is not in the group")
    if group.moved_to is not None or group.closed:
        raise CannotAct("nobody can write in this group any more")
    return group


def press(
    world: World,
    person: Person,
    *,
    bot: Bot,
    group: Group | None = None,
    message_id: int | None = None,
    data: str | None = None,
    label: str | None = None,
) -> tuple[Press | None, int | None, str | None]:
    """Press a button: of ``message_id``, or of the newest message that has such a button.

    Returns the press, the id of its update, and the link where the button is only a link (then nothing else happens).
    """
    if bot.platform == "zalo":
        raise CannotAct("there are no buttons on Zalo")
    if person.deactivated or (group is None and bot.id in person.blocked):
        raise CannotAct("this person is deactivated or has blocked the bot")
    chat = person.id if group is None else _open_group(person, group).id
    message, button = _find_button(world, chat, bot, message_id, data, label)
    if button.data is None:
        return None, None, button.url
    pressed = Press(str(next(_press_ids)), person, message, button.data, time.monotonic())
    owner = message.sender if isinstance(message.sender, Bot) else bot
    return pressed, owner.ears.pressed(pressed) if owner.ears else None, None


def _find_button(
    world: World, chat: int, bot: Bot, message_id: int | None, data: str | None, label: str | None
) -> tuple[Message, Button]:
    thread = world.thread(chat, bot.id)
    messages = [thread[message_id]] if message_id in thread else [] if message_id else list(reversed(thread.values()))
    for message in messages:
        for button in (button for row in message.buttons for button in row):
            if not message.deleted and _is_meant(button, data, label):
                return message, button
    raise CannotAct("no such button on the phone")


def _is_meant(button: Button, data: str | None, label: str | None) -> bool:
    return (data is None or button.data == data) and (label is None or button.label == label)


def block(world: World, person: Person, bot: Bot) -> int | None:
    """Block the bot; it hears of it."""
    if bot.id in person.blocked:
        return None
    person.blocked.add(bot.id)
    return bot.ears.member(person, person, "member", "kicked") if bot.ears else None


def unblock(world: World, person: Person, bot: Bot) -> int | None:
    """Let the bot write again; it hears of it."""
    if bot.id not in person.blocked:
        return None
    person.blocked.discard(bot.id)
    return bot.ears.member(person, person, "kicked", "member") if bot.ears else None


def join(world: World, group: Group, by: Person, people: list[Person], bots: list[Bot]) -> None:
    """Add people and bots to a group; the phones show it and the bots hear of it."""
    people = [person for person in people if person.id not in group.members]
    bots = [bot for bot in bots if bot.id not in group.bots]
    group.members.update(person.id for person in people)
    for bot in bots:
        group.bots.add(bot.id)
        group.kicked.discard(bot.id)
        if bot.ears:
            bot.ears.member(group, by, "left", "member")
    if people or bots:
        note(world, group, by, {"new_chat_members": [*people, *bots]})


def leave(world: World, group: Group, person: Person) -> None:
    """Take a person out of a group."""
    if person.id in group.members:
        note(world, group, person, {"left_chat_member": person})
        group.members.discard(person.id)


def kick(world: World, group: Group, by: Person, bot: Bot) -> int | None:
    """Throw the bot out of a group; it hears of it."""
    if bot.id not in group.bots:
        return None
    group.bots.discard(bot.id)
    group.kicked.add(bot.id)
    return bot.ears.member(group, by, "member", "kicked") if bot.ears else None


def migrate(world: World, group: Group, by: Person) -> Group:
    """Make a supergroup of a group: it gets another id, the old one refuses from now on."""
    if group.moved_to is not None or group.kind == "supergroup":
        raise CannotAct("this group is a supergroup already")
    new = world.add_group(group.title, supergroup=True)
    new.members, new.bots = set(group.members), set(group.bots)
    note(world, group, by, {"migrate_to_chat_id": new.id})
    group.moved_to = new.id
    note(world, new, by, {"migrate_from_chat_id": group.id})
    return new


def note(world: World, group: Group, by: Person, what: dict[str, Any]) -> Message:
    """Put a service message into a group; every bot in it hears it."""
    message = _message(world, by, group, None, note=what)
    _tell(world, group, None, message)
    return message


def _message(world: World, sender: Person, chat: Chat, bot: Bot | None, **content: Any) -> Message:
    account = bot.id if bot is not None and isinstance(chat, Person) else 0
    message = Message(world.next_message_id(), chat.id, account, sender, world.now(), **content)
    world.keep(chat, message)
    return message


def _tell(world: World, chat: Chat, bot: Bot | None, message: Message) -> int | None:
    hearers = [bot] if isinstance(chat, Person) else [each for each in world.bots if each.id in chat.bots]
    heard = [each.ears.said(message) for each in hearers if each is not None and each.ears is not None]
    return next((update for update in heard if update is not None), None)
