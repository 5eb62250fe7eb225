"""Methods that put messages on phones: sendMessage, sendPhoto, sendDocument, sendChatAction."""

from __future__ import annotations

from typing import Any

from simulator.door.parameters import Parameters, Upload
from simulator.door.refusals import Refusal, bad
from simulator.marks import length16, trim
from simulator.messages import File, Mark, Message
from simulator.people import Chat, Group, Person
from simulator.pictures import picture_size
from simulator.telegram import shapes
from simulator.telegram.account import Account
from simulator.telegram.html import parse_html
from simulator.telegram.keyboard import read_keyboard
from simulator.telegram.refusals import UPGRADED, forbidden

LONGEST_TEXT = 4096
LONGEST_CAPTION = 1024
LARGEST_FILE = 50 * 1024 * 1024
LARGEST_PHOTO = 10 * 1024 * 1024
_ACTIONS = {
    *("typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice", "upload_document"),
    *("choose_sticker", "find_location", "record_video_note", "upload_video_note"),
}


def send_message(account: Account, given: Parameters) -> shapes.Shape:
    """Send a text of 1–4096 characters, counted after the marks are read."""
    chat = find_chat(account, given)
    text, marks = read_text(given, "text", "entities")
    if not text:
        raise bad("message text is empty")
    if length16(text) > LONGEST_TEXT:
        raise bad("message is too long")
    return _send(account, "sendMessage", chat, given, text, marks, None)


def send_document(account: Account, given: Parameters) -> shapes.Shape:
    """Send a file of at most 50 MB, uploaded or by its file_id."""
    chat = find_chat(account, given)
    text, marks = _read_caption(given)
    sent = given.file("document")
    if sent is None:
        raise bad("there is no document in the request")
    if isinstance(sent, Upload):
        _check_size(sent, LARGEST_FILE)
        file = account.world.files.keep(sent.name or "file", sent.media_type, sent.content)
    else:
        file = _known_file(account, sent)
    return _send(account, "sendDocument", chat, given, text, marks, file)


def send_photo(account: Account, given: Parameters) -> shapes.Shape:
    """Send a PNG or JPEG of at most 10 MB, uploaded or by its file_id."""
    chat = find_chat(account, given)
    text, marks = _read_caption(given)
    sent = given.file("photo")
    if sent is None:
        raise bad("there is no photo in the request")
    file = _photo(account, sent) if isinstance(sent, Upload) else _known_file(account, sent)
    return _send(account, "sendPhoto", chat, given, text, marks, file)


def send_chat_action(account: Account, given: Parameters) -> bool:
    """Accept "typing" and the like for a chat that the bot may write to."""
    _check_may_write(account, find_chat(account, given))
    if given.text("action").lower() not in _ACTIONS:
        raise bad("wrong parameter action in request")
    return True


def find_chat(account: Account, given: Parameters) -> Chat:
    """Return the chat that ``chat_id`` names. Raises Refusal "chat not found"."""
    wanted = given.text("chat_id")
    if not wanted:
        raise bad("chat_id is empty")
    try:
        chat = account.world.chat(int(wanted))
    except ValueError:
        chat = None
    if chat is None or not _was_here(account.bot.id, chat):
        raise bad("chat not found")
    return chat


def _was_here(bot: int, chat: Chat) -> bool:
    return isinstance(chat, Person) or bot in chat.bots or bot in chat.kicked


def read_text(given: Parameters, text: str, marks: str) -> tuple[str, list[Mark]]:
    """Return a text without white space at its ends, and its marks, from parse_mode or from a list of entities."""
    mode = given.text("parse_mode").lower()
    words = given.text(text).replace("\r", "")
    if mode == "html":
        return trim(*parse_html(words))
    if mode not in ("", "none"):
        raise bad("unsupported parse_mode")
    listed = given.structure(marks) if marks in given else None
    return trim(words, [mark for mark in listed if _is_mark(mark)] if isinstance(listed, list) else [])


def _is_mark(mark: Any) -> bool:
    return (
        isinstance(mark, dict)
        and isinstance(mark.get("type"), str)
        and all(isinstance(mark.get(key), int) and mark[key] >= 0 for key in ("offset", "length"))
    )


def _read_caption(given: Parameters) -> tuple[str, list[Mark]]:
    caption, marks = read_text(given, "caption", "caption_entities")
    if length16(caption) > LONGEST_CAPTION:
        raise bad("message caption is too long")
    return caption, marks


def _send(
    account: Account, method: str, chat: Chat, given: Parameters, text: str, marks: list[Mark], file: File | None
) -> shapes.Shape:
    buttons, keyboard = read_keyboard(given)
    reply_to = _replied(account, chat, given)
    _check_may_write(account, chat)
    account.take_send(chat)
    world = account.world
    message = Message(
        world.next_message_id(),
        chat.id,
        0 if isinstance(chat, Group) else account.bot.id,
        account.bot,
        world.now(),
        text,
        marks,
        buttons,
        keyboard,
        file,
        silent=given.yes("disable_notification"),
        reply_to=reply_to,
    )
    world.keep(chat, message)
    world.counts.sends(method, message)
    return shapes.message(world, message)


def _replied(account: Account, chat: Chat, given: Parameters) -> int | None:
    wanted = given.whole("reply_to_message_id")
    forgiving = given.yes("allow_sending_without_reply")
    if "reply_parameters" in given and isinstance(asked := given.structure("reply_parameters"), dict):
        wanted, forgiving = Parameters(asked).whole("message_id"), bool(asked.get("allow_sending_without_reply"))
    if not wanted or wanted in account.world.thread(chat.id, account.bot.id):
        return wanted or None
    if forgiving:
        return None
    raise bad("message to be replied not found")


def _check_may_write(account: Account, chat: Chat) -> None:
    if isinstance(chat, Person):
        _check_person(account.bot.id, chat)
    elif chat.moved_to is not None:
        raise bad(UPGRADED, {"migrate_to_chat_id": chat.moved_to})
    elif chat.closed:
        raise forbidden("the group chat was deleted")
    elif account.bot.id in chat.kicked:
        raise forbidden(f"bot was kicked from the {chat.kind} chat")


def _check_person(bot: int, person: Person) -> None:
    if person.deactivated:
        raise forbidden("user is deactivated")
    if bot in person.blocked:
        raise forbidden("bot was blocked by the user")
    if bot not in person.started:
        raise forbidden("bot can't initiate conversation with a user")


def _photo(account: Account, sent: Upload) -> File:
    _check_size(sent, LARGEST_PHOTO)
    size = picture_size(sent.content)
    if size is None:
        raise bad("IMAGE_PROCESS_FAILED")
    if sum(size) > 10_000:
        raise bad("PHOTO_INVALID_DIMENSIONS")
    return account.world.files.keep(sent.name or "photo.jpg", sent.media_type, sent.content, size)


def _check_size(sent: Upload, most: int) -> None:
    if not sent.content:
        raise bad("file must be non-empty")
    if len(sent.content) > most:
        raise Refusal(413, "Request Entity Too Large")


def _known_file(account: Account, id: str) -> File:
    file = account.world.files.find(id)
    if file is None:
        raise bad("wrong file identifier/HTTP URL specified")
    return file
