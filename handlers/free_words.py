"""Answer what people say in their own words: what they mean decides which handler answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from handlers import deadlines, helping
from handlers.chases import chasing
from handlers.extensions import extending
from handlers.figures import status
from handlers.handing_in import outstanding, receiving, saying_submitted, submitting, undoing
from handlers.later import snoozing
from handlers.outlines import outline
from handlers.overseeing import names_of
from handlers.own_reports import reports_of
from handlers.recordings import recording
from handlers.returns import returning
from handlers.spelling import answer_words
from handlers.understanding import Intent, Speaker, Understood, understand
from handlers.vocabulary import Button, Reply, Text, Turn
from storage.kinds import RoleKind

Answering = Callable[[Turn, Mapping[str, str]], Reply]
# A plain no, where no question waits: the offers of ``_which`` are none, and neither is what was pushed.
NEITHER = frozenset({"khong", "ko", "k", "khong phai", "khong phai cac muc tren", "khong a", "no"})
OVERSEES = frozenset({RoleKind.COORDINATOR, RoleKind.ADMIN})
SPEAKS = frozenset({RoleKind.OFFICER, RoleKind.DEPUTY, RoleKind.LEADER})

OF_A_UNIT: Mapping[Intent, Answering] = {
    "confirm_submission": lambda turn, slots: _confirmed(turn, slots),
    "undo_confirmation": lambda turn, _: undoing.rutlai(turn),
    "outstanding_tasks": lambda turn, _: outstanding.viec(turn),
    "status": lambda turn, slots: status.of_unit(turn, slots.get("unit", "")),
    "extension_request": lambda turn, slots: extending.asked(turn, slots.get("new_due", ""), slots.get("reason", "")),
    "snooze": lambda turn, slots: snoozing.asked(turn, slots.get("when", ""), turn.message.said or ""),
}
OF_A_COORDINATOR: Mapping[Intent, Answering] = {
    "confirm_submission": lambda turn, slots: _recorded(turn, slots),
    "undo_confirmation": lambda turn, _: undoing.rutlai(turn),
    "outstanding_tasks": lambda turn, _: status.tiendo(turn),
    "status": lambda turn, slots: status.of_unit(turn, slots["unit"]) if "unit" in slots else status.tiendo(turn),
    "nudge": lambda turn, slots: chasing.asked(turn, slots.get("unit", "")),
    "return_submission": lambda turn, slots: returning.asked(turn, slots.get("unit", ""), slots.get("reason", "")),
    "extension_request": lambda turn, _: extending.giahan(turn),
    "snooze": lambda turn, slots: snoozing.asked(turn, slots.get("when", ""), turn.message.said or ""),
}
OF_ANYBODY: Mapping[Intent, Answering] = {
    "deadline_question": lambda turn, _: deadlines.han(turn),
    "outline": lambda turn, slots: outline.asked(turn, slots.get("section", "")),
    "help": lambda turn, _: helping.trogiup(turn),
    "greeting": lambda turn, _: helping.greet(turn),
}
# What is offered where words can be read in several ways: the label, and the command that does it.
OFFERS: Mapping[Intent, str] = {
    "confirm_submission": "nop",
    "undo_confirmation": "rutlai",
    "outstanding_tasks": "viec",
    "status": "tiendo",
    "extension_request": "giahan",
    "snooze": "nhaclai",
    "nudge": "dondoc",
    "return_submission": "tralai",
    "deadline_question": "han",
    "outline": "decuong",
    "help": "trogiup",
}


def meant_by(turn: Turn, said: str) -> Understood:
    """Read a message as somebody of the person's roles would mean it."""
    role: Speaker = "coordinator" if _oversees(turn) else "unit"
    return understand(said, role, turn.now, names_of(turn.plans), reports_of(turn))


def answer(turn: Turn, said: str) -> Reply:
    """Answer a message that is no command, choice or answer; ask where it can be read in several ways."""
    if answer_words(said) in NEITHER:
        return submitting.never_mind(turn)
    meant = meant_by(turn, said)
    if meant.close:
        return _which(turn, meant)
    if meant.intent == "none":
        return _remark(turn, meant.hint)
    answering = _table(turn).get(meant.intent)
    return answering(replace(turn, argument=""), meant.slots) if answering else helping.unknown(turn)


def press_submitted(turn: Turn) -> Reply:
    """Go on with a confirmation that was one of several readings."""
    return _confirmed(turn, {})


def _confirmed(turn: Turn, slots: Mapping[str, str]) -> Reply:
    number, on = slots.get("document_number", ""), slots.get("document_date", "")
    return saying_submitted.said_submitted(turn, slots.get("unit", ""), number, on)


def _recorded(turn: Turn, slots: Mapping[str, str]) -> Reply:
    """Record for the unit that a coordinator names; who is an officer too and names none speaks for the own."""
    if "unit" not in slots and _speaks(turn):
        return _confirmed(turn, slots)
    number, on = slots.get("document_number", ""), slots.get("document_date", "")
    return recording.asked(turn, slots.get("unit", ""), number, on)


def _table(turn: Turn) -> Mapping[Intent, Answering]:
    mine: dict[Intent, Answering] = dict(OF_ANYBODY)
    if _oversees(turn):
        mine |= OF_A_COORDINATOR
    if _speaks(turn):
        mine = {**OF_A_UNIT, **mine}
    return mine


def _oversees(turn: Turn) -> bool:
    return any(role.kind in OVERSEES for role in turn.roles)


def _speaks(turn: Turn) -> bool:
    return any(role.kind in SPEAKS for role in turn.roles)


def _which(turn: Turn, meant: Understood) -> Reply:
    """Offer each reading as a choice; nothing is done on a guess."""
    intents = dict.fromkeys([meant.intent, *meant.close])
    commands = [OFFERS[intent] for intent in intents if intent in OFFERS and intent in _table(turn)]
    if not commands:
        return helping.unknown(turn)
    # "lenh:nop" would record the only assignment at once: after free words a yes must name it.
    rows = tuple(
        (Button(Text(f"menu-{command}"), "hoinop:" if command == "nop" else f"lenh:{command}"),) for command in commands
    )
    return Reply((Text("meant-which"),), (*rows, (Button(Text("button-neither"), "khong:"),)))


def _remark(turn: Turn, hint: str) -> Reply:
    """Answer what asks for nothing, so that nobody believes that something was recorded."""
    if hint == "received" and _speaks(turn):
        return receiving.danhan(turn)
    if hint in ("will-do", "not-yet", "trouble") and _speaks(turn):
        buttons = (Button(Text("menu-nhaclai"), "lenh:nhaclai"), Button(Text("menu-giahan"), "lenh:giahan"))
        return Reply((Text(f"remark-{hint}"),), tuple((button,) for button in buttons))
    if hint in ("thanks", "complaint"):
        return Reply((Text(f"remark-{hint}"),))
    return helping.unknown(turn)
