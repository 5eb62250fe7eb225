"""Answer /trogiup, and say which commands a channel's menu offers to whom."""

from __future__ import annotations

from collections.abc import Collection

from handlers.describing import lines
from handlers.vocabulary import Button, Reply, Text, Turn
from storage.tables import RoleKind

# The most wanted first: a phone shows some seven lines of a menu.
OF_A_UNIT = (
    *("viec", "nop", "danhan", "giahan", "nhaclai", "decuong", "han", "lich", "rutlai", "tiendo"),
    *("kenh", "moi", "bangiao", "nghi", "nhatky"),
)
OF_A_COORDINATOR = (
    *("tiendo", "dondoc", "nhan", "tralai", "ghinhan", "giahan", "giahanchung", "baocao", "bang", "minhchung"),
    *("donvi", "moi", "tomtat", "han", "lich", "decuong", "viec", "nop", "rutlai", "kenh", "nhatky"),
    *("tamdung", "tieptuc"),
)
OF_AN_ADMIN = (
    *("tiendo", "baocao", "bang", "donvi", "moi", "sua", "tamdung", "tieptuc"),
    *("han", "lich", "decuong", "kenh", "nhatky"),
)
IN_A_GROUP = ("viec", "han", "decuong", "tiendo", "nop", "danhan", "giahan", "lienket", "trogiup")


def commands(kinds: Collection[RoleKind]) -> tuple[str, ...]:
    """Return the commands of somebody who is all of ``kinds``; a stranger has only the help."""
    of_kind = {
        RoleKind.COORDINATOR: OF_A_COORDINATOR,
        RoleKind.OFFICER: OF_A_UNIT,
        RoleKind.DEPUTY: OF_A_UNIT,
        RoleKind.LEADER: OF_A_UNIT,
        RoleKind.ADMIN: OF_AN_ADMIN,
    }
    offered = [command for kind, some in of_kind.items() if kind in kinds for command in some]
    return (*dict.fromkeys(offered), "xoatoi", "trogiup") if offered else ("trogiup",)


def menu(kinds: Collection[RoleKind]) -> list[tuple[str, Text]]:
    """Return what a channel's command menu shows: (command without its slash, what it does)."""
    return [(command, Text(f"menu-{command}")) for command in commands(kinds)]


def group_menu() -> list[tuple[str, Text]]:
    """Return what the command menu shows in a group, linked or not."""
    return [(command, Text(f"menu-{command}")) for command in IN_A_GROUP]


def trogiup(turn: Turn) -> Reply:
    """Tell what one can say here; to a stranger, only how to join."""
    if not turn.roles:
        return Reply((Text("stranger"),))
    may_confirm = "nop" in commands(_kinds(turn))
    channel = Text("help-group" if turn.shows.buttons else "help-numbers")
    confirm = [Text("help-confirm")] if may_confirm else []
    return Reply((_commands(turn), Text("help-outline"), *confirm, channel))


def unknown(turn: Turn) -> Reply:
    """Answer words that nobody understands with what would be."""
    return Reply((Text("not-understood"),), _offered(turn))


def _offered(turn: Turn) -> tuple[tuple[Button, ...], ...]:
    return tuple(
        (Button(Text(f"menu-{command}"), f"lenh:{command}"),)
        for command in commands(_kinds(turn))
        if command in ("viec", "nop", "tiendo", "trogiup")
    )


def greet(turn: Turn) -> Reply:
    """Return a greeting, with what can be asked here."""
    return Reply((Text("greeted"),), _offered(turn))


def _commands(turn: Turn) -> Text:
    told = [Text("help-line", {"command": f"/{command}", "does": does}) for command, does in menu(_kinds(turn))]
    return lines(Text("help-heading"), *told)


def _kinds(turn: Turn) -> set[RoleKind]:
    return {role.kind for role in turn.roles}
