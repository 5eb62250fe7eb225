"""Find the address in what somebody typed, and keep it, or a file, as what proves a submission."""

from __future__ import annotations

import re
from datetime import datetime

from handlers.belonging import speaker
from handlers.handing_in.evidence_words import PICTURE
from handlers.refusing import Refused
from handlers.vocabulary import Message, SentFile, Text, Turn
from schedules.deadline import VIETNAM
from storage import evidence
from storage.evidence import Piece
from storage.tables import Submission

ADDRESS = re.compile(r"https://[^\s<>\"]+", re.IGNORECASE)
SHORTEST, LONGEST = 12, 500  # signs of an address that is kept
TRAILING = ".,;:!?)]}”’\"'"


def piece_of(message: Message, file: SentFile, now: datetime) -> Piece:
    """Return a file as it is kept: what the platform needs to show it again, and a name for people."""
    if file.kind == "link":
        channel = PICTURE if message.file and message.channel == "zalo" else message.channel
        return {"kind": "link", "value": file.id, "name": file.name, "channel": channel}
    name = file.name or f"anh-{now.astimezone(VIETNAM):%d-%m-%Y}.jpg"
    lies = {"channel": message.channel, "bot": message.bot, "shape": file.kind}
    return {"kind": "file", "value": file.id, "name": name, **lies}


def link_in(said: str) -> tuple[SentFile | None, str]:
    """Return the first https address in what was typed, and the words around it."""
    found = ADDRESS.search(said)
    address = found[0].rstrip(TRAILING) if found else ""
    if found is None or not SHORTEST <= len(address) <= LONGEST:
        return None, said
    rest = f"{said[: found.start()]} {said[found.start() + len(address) :]}"
    return SentFile("link", address), " ".join(rest.split()).strip(" .,;:-–")


def add(turn: Turn, submission: Submission, piece: Piece) -> Submission:
    """Add a piece of evidence to a submission.

    Raises:
        Refused: there is as much as is kept already.
    """
    try:
        return evidence.add(turn.session, submission, piece, speaker(turn), turn.now)
    except evidence.TooMuch:
        raise Refused(Text("evidence-enough", {"most": evidence.MOST})) from None
