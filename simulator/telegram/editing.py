"""Methods that change what is on a phone already: edits, deletion, the answer to a press."""

from __future__ import annotations

from simulator.door.parameters import Parameters
from simulator.door.refusals import bad
from simulator.marks import length16
from simulator.messages import Mark, Message, Rows
from simulator.telegram import shapes
from simulator.telegram.account import Account
from simulator.telegram.keyboard import read_keyboard
from simulator.telegram.refusals import NOT_MODIFIED, QUERY_TOO_OLD
from simulator.telegram.sending import LONGEST_TEXT, find_chat, read_text

LONGEST_TOAST = 200


def edit_message_text(account: Account, given: Parameters) -> shapes.Shape:
    """Replace text and buttons; buttons that are not sent again are gone."""
    message = _own_message(account, given, "edit", "edited")
    text, marks = read_text(given, "text", "entities")
    if not text:
        raise bad("message text is empty")
    if length16(text) > LONGEST_TEXT:
        raise bad("message is too long")
    if message.file is not None:
        raise bad("there is no text in the message to edit")
    return _edit(account, message, text, marks, read_keyboard(given)[0])


def edit_message_reply_markup(account: Account, given: Parameters) -> shapes.Shape:
    """Replace the buttons alone."""
    message = _own_message(account, given, "edit", "edited")
    return _edit(account, message, message.text, message.marks, read_keyboard(given)[0])


def delete_message(account: Account, given: Parameters) -> bool:
    """Take an own message off the phone."""
    message = _own_message(account, given, "delete", "deleted")
    message.deleted = True
    account.world.changed(message)
    return True


def answer_callback_query(account: Account, given: Parameters) -> bool:
    """Answer a press, once and soon; its text appears as a notice on the phone."""
    text = given.text("text")
    if len(text) > LONGEST_TOAST:
        raise bad("MESSAGE_TOO_LONG")
    press = account.take_press(given.text("callback_query_id"))
    if press is None:
        raise bad(QUERY_TOO_OLD)
    account.world.toast(press.id, press.person, press.message, text, given.yes("show_alert"))
    return True


def _own_message(account: Account, given: Parameters, what: str, done: str) -> Message:
    chat = find_chat(account, given)
    message = account.world.thread(chat.id, account.bot.id).get(given.whole("message_id"))
    if message is None or message.deleted:
        raise bad(f"message to {what} not found")
    if message.sender is not account.bot:
        raise bad(f"message can't be {done}")
    return message


def _edit(account: Account, message: Message, text: str, marks: list[Mark], buttons: Rows) -> shapes.Shape:
    if (text, marks, buttons) == (message.text, message.marks, message.buttons):
        raise bad(NOT_MODIFIED)
    message.text, message.marks, message.buttons = text, marks, buttons
    message.edits += 1
    message.edited_on = account.world.now()
    account.world.changed(message)
    return shapes.message(account.world, message)
