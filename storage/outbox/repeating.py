"""Know after a restore which messages may have been sent before: their steps came while an unknown bot may have run."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlmodel import Session

from storage import marks
from storage.marks import LAST_ROUND

RESTORED = "restored"  # mark: real moment of the restore, and the domain's moment up to which a bot may have run
OF_ROUNDS = ("alarm", "escalation", "summary")  # kinds that rounds put, beside bundles


@dataclass(frozen=True, slots=True)
class Gap:
    """What nobody knows of: steps up to ``until``; and all that a round puts before one has ended since."""

    until: str  # ISO, UTC
    fresh: bool  # no round has ended since the restore

    def may_have_gone(self, kind: str, about: Mapping[str, Any]) -> bool:
        """Say whether a message about to be put may have been sent by the bot that nobody knows of."""
        if kind == "bundle":
            return all(item["at"] <= self.until for item in about["items"])
        return self.fresh and kind in OF_ROUNDS


def gap(session: Session) -> Gap | None:
    """Return what the last restore has left unknown, None where there was none."""
    said = marks.get_mark(session, RESTORED)
    if said is None:
        return None
    restored = json.loads(said)
    return Gap(restored["until"], (marks.get_mark(session, LAST_ROUND) or "") <= restored["at"])
