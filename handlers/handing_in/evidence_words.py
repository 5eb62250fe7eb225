"""Name what proves a submission."""

from __future__ import annotations

from handlers.describing import lines
from handlers.spelling import shortened
from handlers.vocabulary import Text
from storage.evidence import Piece, pieces
from storage.tables import Submission

NAME = 80  # signs of a file's name that are shown
PICTURE = "zalo-picture"  # in place of a link's channel: an address of Zalo's own, which does not last


def evidence_line(submission: Submission) -> Text | None:
    """Name all that proves a submission, None for nothing."""
    told = [named(piece) for piece in pieces(submission)]
    return Text("evidence", {"pieces": lines(*told)}) if told else None


def named(piece: Piece) -> Text:
    """Name one piece: a link by its address, a picture on Zalo by where it lies, a file by its name."""
    if piece["kind"] == "file":
        return Text("evidence-file", {"name": shortened(str(piece["name"]), NAME), "channel": piece["channel"]})
    return Text("evidence-picture" if piece["channel"] == PICTURE else "evidence-link", {"link": piece["value"]})
