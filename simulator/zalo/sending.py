"""Methods that put messages on phones: sendMessage, sendPhoto, sendSticker, sendVoice, sendChatAction."""

from __future__ import annotations

from simulator.door.parameters import Parameters
from simulator.door.refusals import bad
from simulator.marks import length16
from simulator.messages import File, Kind, Message
from simulator.people import Chat, Group
from simulator.zalo import shapes
from simulator.zalo.account import Account
from simulator.zalo.fetching import fetch_photo

LONGEST_TEXT = 2000
_MODES = ("", "markdown", "html")


async def send_message(account: Account, given: Parameters) -> shapes.Shape:
    """Send a text of 1–2000 characters. A parse_mode is taken, but the phone shows the text as it came."""
    chat = find_chat(account, given)
    text = given.text("text")
    if not text.strip():
        raise bad("text is empty")
    if length16(text) > LONGEST_TEXT:
        raise bad(f"text is longer than {LONGEST_TEXT} characters")
    if given.text("parse_mode").lower() not in _MODES:
        raise bad("parse_mode must be markdown or html")
    return _send(account, "sendMessage", chat, text)


async def send_photo(account: Account, given: Parameters) -> shapes.Shape:
    """Send the picture at an address, which is fetched more than once."""
    chat = find_chat(account, given)
    caption = given.text("caption")
    if length16(caption) > LONGEST_TEXT:
        raise bad(f"caption is longer than {LONGEST_TEXT} characters")
    name, media_type, content, size = await fetch_photo(given.text("photo"), account.world.zalo.photo_fetches)
    file = account.world.files.keep(name, media_type, content, size)
    return _send(account, "sendPhoto", chat, caption, file)


async def send_sticker(account: Account, given: Parameters) -> shapes.Shape:
    """Send a sticker by its id."""
    chat = find_chat(account, given)
    if not given.text("sticker"):
        raise bad("sticker is empty")
    return _send(account, "sendSticker", chat, given.text("sticker"), kind="sticker")


async def send_voice(account: Account, given: Parameters) -> shapes.Shape:
    """Send the sound at an address, which is not fetched; a group is answered ok and hears nothing."""
    chat = find_chat(account, given)
    if not given.text("voice_url").endswith(".aac"):
        raise bad("voice_url must end with .aac")
    return _send(account, "sendVoice", chat, given.text("voice_url"), kind="voice", hidden=isinstance(chat, Group))


async def send_chat_action(account: Account, given: Parameters) -> None:
    """Accept "typing" for a chat that the bot may write to."""
    find_chat(account, given)
    if given.text("action") != "typing":
        raise bad("action must be typing")


def find_chat(account: Account, given: Parameters) -> Chat:
    """Return the chat that ``chat_id`` names. Raises Refusal for one that the bot may not write to.

    Who has blocked the bot is refused here unless the switch says that Zalo answers ok.
    """
    chat = account.chat(given.text("chat_id"))
    if chat is None:
        raise bad("chat not found")
    if isinstance(chat, Group):
        trouble = _group_trouble(account.bot.id, chat)
    elif account.bot.id not in chat.started:
        trouble = "chat not found"  # nobody else can have learnt this id
    elif chat.deactivated:
        trouble = "user is not available"
    else:
        trouble = "user has blocked the bot" if _refuses(account, chat) else None
    if trouble is not None:
        raise bad(trouble)
    return chat


def _group_trouble(bot: int, group: Group) -> str | None:
    return "chat not found" if bot not in group.bots or group.closed or group.moved_to is not None else None


def _is_blocked(account: Account, chat: Chat) -> bool:
    return not isinstance(chat, Group) and account.bot.id in chat.blocked


def _refuses(account: Account, chat: Chat) -> bool:
    return _is_blocked(account, chat) and account.world.zalo.blocked == "refuse"


def _send(
    account: Account,
    method: str,
    chat: Chat,
    text: str,
    file: File | None = None,
    *,
    kind: Kind = "plain",
    hidden: bool = False,
) -> shapes.Shape:
    account.spend()
    world, bot = account.world, account.bot
    owner = 0 if isinstance(chat, Group) else bot.id
    message = Message(world.next_message_id(), chat.id, owner, bot, world.now(), text, file=file, kind=kind)
    if not hidden and not _is_blocked(account, chat):
        world.keep(chat, message)
        world.counts.sends(method, message)
        account.tell_own(message)
    return shapes.sent(account, message)
