"""The dialogues of this folder: how they are read, and how a turn is compared with what the phones show.

A dialogue has ``now``, ``people`` (name and roles, "kind organisation/unit"), perhaps ``invites`` (named codes) and
``turns``: who (``by``, else the one before) said or pressed what, which texts answered (their keys), which words the
phone shows or does not show, which buttons, and what others were told. A person may stand on the ``channel: other``;
``<code>`` is the last code that a phone has shown. ``sent`` names a document, ``photo`` a picture that is sent, with
``said`` as its caption; ``files`` names those that the answer hands on. ``round: true`` runs a round instead: whoever
it tells something is ``told``. ``in`` names the Telegram group in which a turn is said or pressed: everybody is in it,
and what comes there unasked is told under its name; ``replying: true`` answers the bot's newest message there. A
dialogue that one channel cannot hold says ``only: telegram``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from schedules.deadline import VIETNAM
from storage.invites import LENGTH, LETTERS

FOLDER = Path(__file__).parent
FILES = sorted(FOLDER.glob("*.yaml"))
PLANS = FOLDER / "plans" / "plans.yaml"
TURN_KEYS = {"at", "by", "said", "pressed", "raw", "answered", "words", "not_words", "buttons", "not_buttons", "told"}
TURN_KEYS |= {"sent", "photo", "files", "round", "in", "replying"}
CODE = re.compile(rf"\b[{LETTERS}]{{{LENGTH}}}\b")


def moment(words: str) -> datetime:
    """Read a moment in Vietnam."""
    return datetime.fromisoformat(words).replace(tzinfo=VIETNAM)


def role(words: str) -> tuple[str, str, str]:
    """Read "officer tinh-vi-du/90001" as kind, organisation and unit."""
    kind, _, place = words.partition(" ")
    organisation, _, unit = place.partition("/")
    return kind, organisation, unit


def channel_of(person: Mapping[str, Any], channel: str) -> str:
    """Return on which channel a person is, when the dialogue is played on one of the two."""
    return channel if person.get("channel") != "other" else {"telegram": "zalo", "zalo": "telegram"}[channel]


def groups_of(dialogue: Mapping[str, Any]) -> list[str]:
    """Return the groups in which something is said."""
    return list(dict.fromkeys(turn["in"] for turn in dialogue["turns"] if "in" in turn))


def code_in(words: str) -> dict[str, str]:
    """Return the code that a phone shows under the name by which a later turn types it."""
    found = CODE.findall(words)
    return {"code": found[-1]} if found else {}


def check_shown(where: str, turn: Mapping[str, Any], words: str, labels: Sequence[str]) -> None:
    """Compare the words and the choices that one phone shows with those that the turn names."""
    for fragment in turn.get("words", []):
        assert fragment in words, f"{where}: {fragment!r} is not in\n{words}"
    for fragment in turn.get("not_words", []):
        assert fragment not in words, f"{where}: {fragment!r} is in\n{words}"
    for fragment in turn.get("buttons", []):
        assert any(fragment in label for label in labels), f"{where}: no button {fragment!r} in {labels}"
    for fragment in turn.get("not_buttons", []):
        assert not any(fragment in label for label in labels), f"{where}: a button {fragment!r} in {labels}"


def check_told(where: str, turn: Mapping[str, Any], told: Mapping[str, str]) -> None:
    """Compare what everybody else was told; who is not named was told nothing."""
    wanted = turn.get("told", {})
    assert set(told) == set(wanted), f"{where}: told {sorted(told)}"
    for who, fragments in wanted.items():
        for fragment in fragments:
            assert fragment in told[who], f"{where}: {who} was not told {fragment!r} but\n{told[who]}"
