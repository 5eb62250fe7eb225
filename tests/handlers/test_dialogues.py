"""Run every dialogue of tests/dialogues against the handlers."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.dialogues import FILES, TURN_KEYS, channel_of, check_shown, check_told, code_in, moment, role
from tests.handlers.conversation import Conversation, Seen

TO_US = re.compile(r"/\w*(@nhacviec_bot)?(\s|$)|@nhacviec_bot\b")  # what a bot hears in a group as meant for it


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_dialogue(file: Path, conversation: Conversation) -> None:
    dialogue = yaml.load(file.read_text("utf-8"), yaml.BaseLoader)
    _prepare(conversation, dialogue)
    codes = {name: conversation.invite(*role(words)) for name, words in dialogue.get("invites", {}).items()}
    who = next(iter(dialogue["people"]))
    for number, turn in enumerate(dialogue["turns"], 1):
        assert turn.keys() <= TURN_KEYS, turn.keys() - TURN_KEYS
        who = turn.get("by", who)
        if "at" in turn:
            conversation.now = moment(turn["at"])
        where = f"{file.stem}, turn {number}"
        shown = conversation.round() if "round" in turn else _take(conversation, who, turn, codes)
        if "answered" in turn:
            assert shown.keys == turn["answered"], where
        if "files" in turn:
            assert [one.name for one in shown.reply.attachments] == turn["files"], where
        codes |= code_in(shown.words)
        check_shown(where, turn, shown.words, [label for label, _ in shown.buttons])
        told = conversation.deliver()
        check_told(where, turn, {whom: "\n\n".join(one.words for one in seen) for whom, seen in told.items()})


def test_there_are_enough_dialogues() -> None:
    assert len(FILES) >= 20


def _prepare(conversation: Conversation, dialogue: dict[str, Any]) -> None:
    conversation.now = moment(dialogue["now"])
    conversation.bot = dialogue.get("bot", "")
    if any("round" in turn for turn in dialogue["turns"]):
        conversation.round()
    for who, person in dialogue["people"].items():
        conversation.names[who] = person["name"]
        conversation.channels[who] = channel_of(person, conversation.channel)
        for words in person.get("roles", []):
            conversation.join(who, person["name"], *role(words))


def _take(conversation: Conversation, who: str, turn: dict[str, Any], codes: dict[str, str]) -> Seen:
    where, more = who, {}
    if "in" in turn:
        addressed = "replying" in turn or TO_US.match(turn.get("said", "/")) is not None
        where, more = turn["in"], conversation.of_group(who, turn["in"], addressed=addressed)
    if "sent" in turn or "photo" in turn:
        return conversation.send(where, turn.get("sent", ""), turn.get("said"), **more)
    if "said" in turn:
        said = turn["said"]
        for name, code in codes.items():
            said = said.replace(f"<{name}>", code)
        return conversation.say(where, said, **more)
    if "raw" in turn:
        return conversation.press_raw(where, turn["raw"], **more)
    return conversation.press(where, turn["pressed"], **more)
