"""What is drafted of a document: its head, what it obliges whom to do, its meetings, its outline, and what to ask."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from schedules.deadline import Reading
from schedules.plan import Form, Section, TaskKind


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something that is not sure: ``key`` names the text ``draft-doubt-<key>``, ``values`` its arguments."""

    key: str
    values: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Obligation:
    """One piece of work that the document asks of some units by a deadline. Units and offices as printed."""

    title: str
    kind: TaskKind
    reading: Reading  # its ``phrase`` is the printed one
    units: tuple[str, ...]  # () where the document does not say: a doubt goes with it
    send_to: str | None = None
    via: str | None = None
    cooperating: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    words: str = ""  # the sentence or row that it was read from
    topics: Mapping[str, str] = field(default_factory=dict)  # unit as printed -> topic of its paper
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True, slots=True)
class Meeting:
    """A dated meeting that nobody owes."""

    title: str
    reading: Reading
    venue: str = ""
    places: tuple[str, ...] = ()
    words: str = ""


@dataclass(frozen=True, slots=True)
class Head:
    """What the document says of itself; None where it leaves a blank. ``kind`` is "Kế hoạch", "Công văn", …"""

    kind: str = ""
    number: str | None = None
    issued_on: date | None = None
    issuer: str | None = None
    title: str | None = None
    secrecy: str | None = None
    words: Mapping[str, str] = field(default_factory=dict)  # field -> the line it was read from


@dataclass(frozen=True, slots=True)
class OutlineDraft:
    """The outline as printed, its forms, and where it says who leads which section (as printed)."""

    title: str
    sections: tuple[Section, ...] = ()
    forms: tuple[Form, ...] = ()
    leads: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # a section's path -> units as printed


@dataclass(frozen=True, slots=True)
class Draft:
    """All that was read of one document. ``doubts`` are those that no single obligation has."""

    head: Head
    obligations: tuple[Obligation, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    outline: OutlineDraft | None = None
    rosters: Mapping[str, tuple[str, ...]] = field(
        default_factory=dict
    )  # group as printed -> members the document lists
    doubts: tuple[Doubt, ...] = ()
