"""Check the keyboard under a message, and refuse what Telegram refuses."""

from __future__ import annotations

from typing import Any

from simulator.door.parameters import Parameters
from simulator.door.refusals import bad
from simulator.messages import Button, Rows

MOST_BUTTONS = 100
_LINKS = ("http://", "https://", "tg://")
_OTHER_KINDS = ("web_app", "login_url", "switch_inline_query", "switch_inline_query_current_chat", "copy_text", "pay")

Labels = tuple[tuple[str, ...], ...]


def read_keyboard(given: Parameters) -> tuple[Rows, Labels]:
    """Return (buttons under the message, labels of a keyboard in place of the letters).

    Raises Refusal "BUTTON_DATA_INVALID" for callback_data outside 1–64 bytes, and others of that family.
    """
    markup = given.structure("reply_markup")
    if not isinstance(markup, dict):
        if markup is None:
            return (), ()
        raise bad("object expected as reply markup")
    if "inline_keyboard" in markup:
        return _inline(markup["inline_keyboard"]), ()
    return (), _labels(markup.get("keyboard"))


def _inline(rows: Any) -> Rows:
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise bad('field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays')
    if sum(len(row) for row in rows) > MOST_BUTTONS:
        raise bad("reply markup is too long")
    return tuple(tuple(_button(button) for button in row) for row in rows if row)


def _button(given: Any) -> Button:
    if not isinstance(given, dict) or not isinstance(given.get("text"), str):
        raise bad('can\'t parse inline keyboard button: Field "text" must be of type String')
    if not given["text"]:
        raise bad("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
    if "callback_data" in given:
        data = given["callback_data"]
        if not isinstance(data, str) or not 1 <= len(data.encode()) <= 64:
            raise bad("BUTTON_DATA_INVALID")
        return Button(given["text"], data=data)
    if "url" in given:
        return Button(given["text"], url=_link(given["url"]))
    if not any(kind in given for kind in _OTHER_KINDS):
        raise bad("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
    return Button(given["text"])


def _link(link: Any) -> str:
    if not isinstance(link, str) or not link.startswith(_LINKS):
        raise bad(f"inline keyboard button URL '{link}' is invalid: Wrong HTTP URL")
    return link


def _labels(rows: Any) -> Labels:
    if not isinstance(rows, list):
        return ()
    return tuple(
        tuple(str(key.get("text", "")) if isinstance(key, dict) else str(key) for key in row)
        for row in rows
        if isinstance(row, list)
    )
