"""Every dialogue of tests/dialogues through the whole bot and HTTP, on Telegram and on Zalo.

What the handlers answered by key (``answered``) is compared in tests/handlers; here it is what the phones show.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from simulator.server import Running
from tests.dialogues import FILES, PLANS, channel_of, check_shown, check_told, code_in, groups_of, moment, role
from tests.over_http import Shown, Stage, stage


@pytest.mark.parametrize("channel", ["telegram", "zalo"])
@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
async def test_dialogue(file: Path, channel: str, simulated: Running, empty_database: Path, tmp_path: Path) -> None:
    dialogue = yaml.load(file.read_text("utf-8"), yaml.BaseLoader)
    now, bot = moment(dialogue["now"]), dialogue.get("bot", "")
    if dialogue.get("only", channel) != channel:
        pytest.skip(f"only on {dialogue['only']}")
    async with stage(tmp_path, simulated, PLANS, empty_database, channel, bot, now) as phones:
        await _join(phones, dialogue)
        codes = {name: phones.invite(*role(words)) for name, words in dialogue.get("invites", {}).items()}
        who = next(iter(dialogue["people"]))
        for number, turn in enumerate(dialogue["turns"], 1):
            who = turn.get("by", who)
            if "at" in turn:
                phones.house.clock.jump(moment(turn["at"]))
            if "raw" in turn and channel == "zalo":
                continue  # nothing can be pressed there, so nothing can be forged
            where = f"{file.stem} on {channel}, turn {number}"
            shown = await phones.round() if "round" in turn else await _take(phones, who, turn, codes)
            if "files" in turn:
                assert list(shown.files) == turn["files"], where
            codes |= code_in(shown.words)
            check_shown(where, turn, shown.words, [label for label, _ in shown.choices])
            check_told(where, turn, {whom: one.words for whom, one in (await phones.told()).items()})


async def _join(phones: Stage, dialogue: dict[str, Any]) -> None:
    for who, person in dialogue["people"].items():
        phones.appear(who, person["name"], channel_of(person, phones.channel))
        for words in person.get("roles", []):
            await phones.say(who, f"/start {phones.invite(*role(words))}")
    for name in groups_of(dialogue):
        await phones.gather(name)
    await phones.told()


async def _take(phones: Stage, who: str, turn: dict[str, Any], codes: dict[str, str]) -> Shown:
    group = turn.get("in")
    if "sent" in turn or "photo" in turn:
        return await phones.send(who, turn.get("sent", ""), turn.get("said", ""), group, replying="replying" in turn)
    if "said" in turn:
        said = turn["said"]
        for name, code in codes.items():
            said = said.replace(f"<{name}>", code)
        return await phones.say(who, said, group, replying="replying" in turn)
    if "raw" in turn:
        return await phones.forge(who, turn["raw"], group)
    return await phones.press(who, turn["pressed"], group)
