"""The shapes in which Zalo's Bot API speaks of bots, messages and events."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from simulator.messages import Message
from simulator.people import Bot, Group, Person

if TYPE_CHECKING:
    from simulator.zalo.account import Account

Shape = dict[str, Any]
_NAMES = {"sticker": "sticker", "voice": "voice", "withheld": "unsupported"}


def myself(bot: Bot) -> Shape:
    """Return the result of getMe."""
    return {"id": str(bot.id), "account_name": bot.username, "account_type": "BASIC", "can_join_groups": False}


def sent(account: Account, message: Message) -> Shape:
    """Return the result of a send."""
    return {"message_id": account.message_id(message), "date": message.date * 1000}


def event(account: Account, message: Message) -> Shape:
    """Return the event by which the bot hears of a message."""
    name = _name(message)
    chat = account.world.chat(message.chat)
    told: Shape = {
        "from": _sender(account, message.sender),
        "chat": {
            "id": account.address(chat) if chat is not None else "",
            "chat_type": "GROUP" if isinstance(chat, Group) else "PRIVATE",
        },
        "message_type": "CHAT_MESSAGE",
        **_content(account, message, name),
    }
    if name != "unsupported" or account.world.zalo.unsupported == "full":
        told |= sent(account, message)
    return {"event_name": f"message.{name}.received", "message": told}


def _name(message: Message) -> str:
    """Return the middle of the event's name. A document reaches no bot as one."""
    if message.kind != "plain":
        return _NAMES[message.kind]
    if message.file is None:
        return "text"
    return "image" if message.file.is_photo else "unsupported"


def _sender(account: Account, sender: Person | Bot) -> Shape:
    if isinstance(sender, Bot):
        return {"id": str(sender.id), "display_name": sender.name, "is_bot": True}
    return {"id": account.address(sender), "display_name": sender.name, "is_bot": False}


def _content(account: Account, message: Message, name: str) -> Shape:
    address = f"{account.world.url}/zalo/files/{message.file.id}" if message.file is not None else ""
    if name == "text":
        return {"text": message.text}
    if name == "image":
        caption = {"caption": message.text} if message.text else {}
        return {account.world.zalo.image_field: address, **caption}
    if name == "sticker":
        return {"sticker": message.text, "url": address}
    return {"voice_url": address or message.text} if name == "voice" else {}
