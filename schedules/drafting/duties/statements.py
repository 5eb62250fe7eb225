"""What a statement is read with: its paragraph, the sentence of it, and what was said before."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from schedules.drafting.duties.owners import Subject
from schedules.drafting.duties.spotting import Spotted

OWN_LABEL = re.compile(r"^\W*(?:thoi (?:gian|han|diem)|han|tien do|xong|hoan thanh)\b[^.;]{0,90}$")


@dataclass(slots=True)
class Context:
    """What a statement is read with: the reference day, whom the document addresses, and what stood before."""

    on: date
    addressees: tuple[str, ...] = ()
    issuer: str = ""
    spoken: Said | None = None  # the last statement under the same headings
    within: Said | None = None  # the last sentence of the same paragraph
    above: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Said:
    """A piece of work that a statement told before its deadline came."""

    text: str
    units: tuple[str, ...]


@dataclass(slots=True)
class Sentence:
    """One sentence being read, with what the ones before it in its paragraph said."""

    text: str
    spotted: list[Spotted]
    found: tuple[Subject, ...] = ()
