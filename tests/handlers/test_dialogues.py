"""Run every dialogue of tests/dialogues against the handlers.

A dialogue has ``now``, ``people`` (name and roles, "kind organisation/unit"), perhaps ``invites`` (named codes) and
``turns``: who (``by``, else the one before) said or pressed what, which texts answered (their keys), which words the
phone shows or does not show, which buttons, and what others were told.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
import yaml

from schedules.deadline import VIETNAM
from tests.handlers.conversation import Conversation, Seen

FOLDER = Path(__file__).parent.parent / "dialogues"
FILES = sorted(FOLDER.glob("*.yaml"))
TURN_KEYS = {"at", "by", "said", "pressed", "raw", "answered", "words", "not_words", "buttons", "not_buttons", "told"}


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_dialogue(file: Path, conversation: Conversation) -> None:
    dialogue = yaml.load(file.read_text("utf-8"), yaml.BaseLoader)
    _prepare(conversation, dialogue)
    codes = {name: conversation.invite(*_role(role)) for name, role in dialogue.get("invites", {}).items()}
    who = next(iter(dialogue["people"]))
    for number, turn in enumerate(dialogue["turns"], 1):
        assert turn.keys() <= TURN_KEYS, turn.keys() - TURN_KEYS
        who = turn.get("by", who)
        if "at" in turn:
            conversation.now = _moment(turn["at"])
        _check(f"{file.stem}, turn {number}", turn, _take(conversation, who, turn, codes))
        _check_told(f"{file.stem}, turn {number}", turn, conversation)


def test_there_are_enough_dialogues() -> None:
    assert len(FILES) >= 20


def _prepare(conversation: Conversation, dialogue: dict[str, Any]) -> None:
    conversation.now = _moment(dialogue["now"])
    conversation.bot = dialogue.get("bot", "")
    for who, person in dialogue["people"].items():
        conversation.names[who] = person["name"]
        for role in person.get("roles", []):
            conversation.join(who, person["name"], *_role(role))


def _role(words: str) -> tuple[str, str, str]:
    kind, _, place = words.partition(" ")
    organisation, _, unit = place.partition("/")
    return kind, organisation, unit


def _moment(words: str) -> datetime:
    return datetime.fromisoformat(words).replace(tzinfo=VIETNAM)


def _take(conversation: Conversation, who: str, turn: dict[str, Any], codes: dict[str, str]) -> Seen:
    if "said" in turn:
        said = turn["said"]
        for name, code in codes.items():
            said = said.replace(f"<{name}>", code)
        return conversation.say(who, said)
    if "raw" in turn:
        return conversation.press_raw(who, turn["raw"])
    return conversation.press(who, turn["pressed"])


def _check(where: str, turn: dict[str, Any], shown: Seen) -> None:
    if "answered" in turn:
        assert shown.keys == turn["answered"], where
    labels = [label for label, _ in shown.buttons]
    for fragment in turn.get("words", []):
        assert fragment in shown.words, f"{where}: {fragment!r} is not in\n{shown.words}"
    for fragment in turn.get("not_words", []):
        assert fragment not in shown.words, f"{where}: {fragment!r} is in\n{shown.words}"
    for fragment in turn.get("buttons", []):
        assert any(fragment in label for label in labels), f"{where}: no button {fragment!r} in {labels}"
    for fragment in turn.get("not_buttons", []):
        assert not any(fragment in label for label in labels), f"{where}: a button {fragment!r} in {labels}"


def _check_told(where: str, turn: dict[str, Any], conversation: Conversation) -> None:
    """Compare what everybody else was told; who is not named was told nothing."""
    told = conversation.deliver()
    wanted = turn.get("told", {})
    assert set(told) == set(wanted), f"{where}: told {sorted(told)}"
    for who, fragments in wanted.items():
        words = "\n\n".join(message.words for message in told[who])
        for fragment in fragments:
            assert fragment in words, f"{where}: {who} was not told {fragment!r} but\n{words}"
