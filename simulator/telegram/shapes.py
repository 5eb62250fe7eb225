"""The shapes in which the Bot API speaks of users, chats, messages and updates."""

from __future__ import annotations

from typing import Any

from simulator.messages import File, Message, Press, Rows
from simulator.people import Bot, Chat, Group, Membership, Person
from simulator.world import World

Shape = dict[str, Any]


def user(account: Person | Bot) -> Shape:
    """Return a User."""
    if isinstance(account, Bot):
        return {"id": account.id, "is_bot": True, "first_name": account.name, "username": account.username}
    shape: Shape = {"id": account.id, "is_bot": False, "first_name": account.name}
    if account.username:
        shape["username"] = account.username
    shape["language_code"] = account.language
    return shape


def myself(bot: Bot) -> Shape:
    """Return the User of getMe."""
    return {
        **user(bot),
        "can_join_groups": True,
        "can_read_all_group_messages": bot.reads_groups,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


def chat(place: Chat) -> Shape:
    """Return a Chat."""
    if isinstance(place, Group):
        return {"id": place.id, "title": place.title, "type": place.kind}
    shape: Shape = {"id": place.id, "first_name": place.name, "type": "private"}
    if place.username:
        shape["username"] = place.username
    return shape


def message(world: World, told: Message, *, with_reply: bool = True) -> Shape:
    """Return a Message."""
    place = world.chat(told.chat)
    shape: Shape = {
        "message_id": told.id,
        "from": user(told.sender),
        "chat": chat(place) if place is not None else {"id": told.chat, "type": "private"},
        "date": told.date,
    }
    if told.edited_on is not None:
        shape["edit_date"] = told.edited_on
    if with_reply and told.reply_to is not None and (replied := world.messages.get(told.reply_to)) is not None:
        shape["reply_to_message"] = message(world, replied, with_reply=False)
    if told.file is not None:
        shape.update(_file(told.file))
    if told.text:
        words, marks = ("text", "entities") if told.file is None else ("caption", "caption_entities")
        shape[words] = told.text
        if told.marks:
            shape[marks] = told.marks
    if told.buttons:
        shape["reply_markup"] = {"inline_keyboard": keyboard(told.buttons)}
    if told.note is not None:
        shape.update(_note(told.note))
    return shape


def keyboard(rows: Rows) -> list[list[Shape]]:
    """Return the rows of an InlineKeyboardMarkup."""
    return [
        [
            {"text": button.label, "callback_data": button.data}
            if button.data is not None
            else {"text": button.label, "url": button.url or "tg://resolve"}
            for button in row
        ]
        for row in rows
    ]


def file(sent: File) -> Shape:
    """Return a File; the path goes after /file/bot<token>/."""
    folder = "photos" if sent.is_photo else "documents"
    return {
        "file_id": sent.id,
        "file_unique_id": sent.unique_id,
        "file_size": len(sent.content),
        "file_path": f"{folder}/{sent.id}",
    }


def _file(sent: File) -> Shape:
    named = {"file_id": sent.id, "file_unique_id": sent.unique_id, "file_size": len(sent.content)}
    if sent.is_photo:
        return {"photo": [{**named, "width": sent.width, "height": sent.height}]}
    return {"document": {**named, "file_name": sent.name, "mime_type": sent.media_type}}


def _note(note: dict[str, Any]) -> Shape:
    return {key: _noted(value) for key, value in note.items()}


def _noted(value: Any) -> Any:
    if isinstance(value, (Person, Bot)):
        return user(value)
    return [user(each) for each in value] if isinstance(value, list) else value


def callback_query(world: World, press: Press) -> Shape:
    """Return a CallbackQuery."""
    return {
        "id": press.id,
        "from": user(press.person),
        "message": message(world, press.message),
        "chat_instance": str(press.message.chat),
        "data": press.data,
    }


def chat_member_updated(place: Chat, by: Person, bot: Bot, date: int, was: Membership, now: Membership) -> Shape:
    """Return a ChatMemberUpdated about the bot itself."""
    return {
        "chat": chat(place),
        "from": user(by),
        "date": date,
        "old_chat_member": _chat_member(bot, was),
        "new_chat_member": _chat_member(bot, now),
    }


def _chat_member(bot: Bot, status: Membership) -> Shape:
    member: Shape = {"user": user(bot), "status": status}
    if status == "kicked":
        member["until_date"] = 0
    return member
