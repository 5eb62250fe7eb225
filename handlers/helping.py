"""Answer /trogiup, and say which commands a channel's menu offers to whom."""

from __future__ import annotations

from collections.abc import Collection

from handlers.describing import lines
from handlers.vocabulary import Button, Reply, Text, Turn
from storage.tables import RoleKind

OF_A_UNIT = ("viec", "nop", "rutlai", "decuong", "han", "tiendo", "kenh")
OF_A_COORDINATOR = ("tiendo", "han", "decuong", "viec", "nop", "rutlai", "kenh")
OF_AN_ADMIN = ("tiendo", "han", "decuong", "kenh")


def commands(kinds: Collection[RoleKind]) -> tuple[str, ...]:
    """Return the commands of somebody who is all of ``kinds``; a stranger has only the help."""
    if RoleKind.COORDINATOR in kinds:
        return (*OF_A_COORDINATOR, "trogiup")
    if RoleKind.OFFICER in kinds or RoleKind.LEADER in kinds:
        return (*OF_A_UNIT, "trogiup")
    return (*OF_AN_ADMIN, "trogiup") if RoleKind.ADMIN in kinds else ("trogiup",)


def menu(kinds: Collection[RoleKind]) -> list[tuple[str, Text]]:
    """Return what a channel's command menu shows: (command without its slash, what it does)."""
    return [(command, Text(f"menu-{command}")) for command in commands(kinds)]


def trogiup(turn: Turn) -> Reply:
    """Tell what one can say here; to a stranger, only how to join."""
    if not turn.roles:
        return Reply((Text("stranger"),))
    may_confirm = "nop" in commands(_kinds(turn))
    numbers = [] if turn.shows.buttons else [Text("help-numbers")]
    return Reply((_commands(turn), Text("help-outline"), *([Text("help-confirm")] if may_confirm else []), *numbers))


def unknown(turn: Turn) -> Reply:
    """Answer words that nobody understands with what would be."""
    buttons = tuple(
        (Button(Text(f"menu-{command}"), f"lenh:{command}"),)
        for command in commands(_kinds(turn))
        if command in ("viec", "nop", "tiendo", "trogiup")
    )
    return Reply((Text("not-understood"),), buttons)


def forget_me(turn: Turn) -> Reply:
    """Say whom to ask to be forgotten."""
    return Reply((Text("forget-me"),))


def _commands(turn: Turn) -> Text:
    told = [Text("help-line", {"command": f"/{command}", "does": does}) for command, does in menu(_kinds(turn))]
    return lines(Text("help-heading"), *told)


def _kinds(turn: Turn) -> set[RoleKind]:
    return {role.kind for role in turn.roles}
