"""Of what somebody wants to be reminded later: of everything outstanding, unless the message names something."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from handlers.belonging import Own
from handlers.finding import Found
from handlers.spelling import plain
from schedules.duties import office_of
from schedules.sending_hours import Office


@dataclass(frozen=True, slots=True)
class Meant:
    """What to remind of, at least one: everything that is outstanding then, or only what was named."""

    found: list[Found]
    everything: bool

    @property
    def office(self) -> Office:
        """Return the hours by which "the morning" is read."""
        return office_of(self.found[0].own.organisation)

    @property
    def units(self) -> list[Own]:
        """Return whose it is."""
        return list({one.own.key: one.own for one in self.found}.values())

    @property
    def ends(self) -> list[datetime]:
        """Return the moments at which the deadlines end."""
        return [found.owed.deadline.ends_at for found in self.found if found.owed.deadline]

    def most_urgent(self, now: datetime) -> Found | None:
        """Return what ends next of what is still in time."""
        in_time = [
            (one.owed.deadline.ends_at, one.id, one)
            for one in self.found
            if one.owed.deadline and one.owed.deadline.ends_at > now
        ]
        return min(in_time)[2] if in_time else None


def meant_by(left: list[Found], words: str) -> Meant:
    """Find what a message names: by pairs of words that stand in the titles of some tasks and not of others."""
    said = set(_pairs(words))
    pairs = {found.owed.task.title: set(_pairs(found.owed.task.title)) for found in left}
    shared = {pair for pair in said if sum(pair in own for own in pairs.values()) > 1}
    named = {title for title, own in pairs.items() if own & said - shared}
    if not named or len(named) == len(pairs):
        return Meant(left, everything=True)
    return Meant([found for found in left if found.owed.task.title in named], everything=False)


def _pairs(text: str) -> Iterator[tuple[str, str]]:
    words = plain(text).replace(",", " ").split()
    return pairwise(words)
