"""What may be said and pressed in a group, and the mark that keeps a question for the one who was asked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from hashlib import blake2b

from handlers.vocabulary import Button, Reply

LONGEST = 64  # bytes of a press
# Commands that only show, answered to every member for the unit whose group it is.
LOOKING = frozenset({"viec", "han", "decuong", "tiendo", "lich", "bang", "baocao"})
# Commands that record something: only for those who have joined privately, in the role that the group is of.
ACTING = frozenset({"nop", "rutlai", "danhan", "giahan", "giahanchung", "nhan", "tralai", "ghinhan"})
CODES = frozenset({"moi", "bangiao"})  # what makes codes, never in a group
SHOWING = frozenset({"dc", "dt", "bm", "dcx", "mc", "td", "tdv", "bang"})  # presses that only show
# Presses of the units' own people.
OF_UNITS = frozenset({
    "nop", "nopco", "hoinop", "khong", "boqua", "so", "sovb", "ngay", "rut", "rutco", "nhanviec", "tepcua", "gh",
    "ghn", "ghgui", "ghrut", "ghxin",
})  # fmt: skip
# Presses of the standing office.
OF_OFFICES = frozenset({
    "ghdy", "ghkhac", "ghngay", "ghtc", "ghtcko", "ghhoan", "ghx", "ghcho", "ghds", "ghc", "ghdv", "ghcn",
    "ghcgui", "tralai", "tralaingay", "tralaico", "tralaihuy", "nhan", "nhantat", "nhantatco", "nhantrang",
    "nhanhuy", "ghi", "ghihuy", "ghibo", "ghiboco",
})  # fmt: skip
LINKING = "nhom"  # the press that says whose group a chat is
PRESSED = OF_UNITS | OF_OFFICES | {LINKING}
AT = "~"  # stands before the mark of the one who was asked


def fitting(reply: Reply) -> Reply:
    """Leave out the buttons of what is not done in groups."""
    return _with_buttons(reply, lambda button: button if is_allowed(button.press) else None)


def asked_of(reply: Reply, sender: str) -> Reply:
    """Let only one member press the buttons of an answer; what only shows something anybody may."""

    def kept(button: Button) -> Button:
        press = f"{button.press}{AT}{_mark(sender)}"
        return button if shows_only(button.press) or len(press.encode()) > LONGEST else replace(button, press=press)

    return _with_buttons(reply, kept)


def unmarked(press: str) -> str:
    """Return what a press says without the mark of who may press it."""
    return press.rpartition(AT)[0] if AT in press else press


def may_press(press: str, sender: str) -> bool:
    """Say whether a press is nobody's in particular, or this member's."""
    return AT not in press or press.rpartition(AT)[2] == _mark(sender)


def shows_only(press: str) -> bool:
    """Say whether a press only shows something of the unit whose group it is."""
    word, _, argument = press.partition(":")
    return argument in LOOKING if word == "lenh" else word in SHOWING


def is_allowed(press: str) -> bool:
    """Say whether a button has its place in a group."""
    word, _, argument = press.partition(":")
    return argument in LOOKING | ACTING if word == "lenh" else word in SHOWING | PRESSED


def _with_buttons(reply: Reply, kept: Callable[[Button], Button | None]) -> Reply:
    rows = (tuple(filter(None, map(kept, row))) for row in reply.buttons)
    return replace(reply, buttons=tuple(row for row in rows if row))


def _mark(sender: str) -> str:
    return blake2b(sender.encode(), digest_size=3).hexdigest()
