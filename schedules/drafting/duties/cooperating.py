"""Read who is to work along: "phối hợp với Sở Tài chính"."""

from __future__ import annotations

import re

from schedules.drafting.words.aligned import aligned
from schedules.drafting.words.bodies import bodies
from schedules.drafting.words.names import named_at

COOPERATING = re.compile(
    r"\bphoi hop(?: chat che| thuong xuyen)?,? (?:voi|cung)(?: voi)? |co su phoi hop cua |don vi phoi"
    r" hop:? |co quan phoi hop:? "
)


def cooperating(text: str) -> tuple[str, ...]:
    """Return the bodies that work along, as printed."""
    flat = aligned(text)
    found: list[str] = []
    for match in COOPERATING.finditer(flat):
        if named := named_at(text, match.end()):
            found += bodies(named.text)
    return tuple(dict.fromkeys(found))
