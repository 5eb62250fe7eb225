"""Give the rows of tables the receiver that the body prints once: "Báo cáo gửi về …", "Sở Y tế: thống kê …, gửi …"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice

from schedules.drafting.draft import Obligation
from schedules.drafting.duties.owners import subjects
from schedules.drafting.duties.receivers import Receiver, receivers
from schedules.drafting.duties.spotting import spot
from schedules.drafting.items import Item, Part
from schedules.drafting.words.aligned import aligned
from schedules.drafting.words.sentences import sentences

ALL_REPORTS = re.compile(
    r"^\W*(?:(?:tat ca |toan bo )?(?:cac )?(?:van ban )?bao cao(?: so ket| tong ket| dinh ky| ket qua)?"
    r"(?: nay)?(?: cua (?:cac |tung |moi |ca |hai |ba |bon |\d+ )[^.;:]{2,80}?)?|noi nhan bao cao)"
    r"(?: \([^()]*\))?(?: deu| duoc| phai)? ?:? ?(?:gui|nop)?\b ?(?:ve|den|toi|cho|:)? "
)
HANDED_IN = re.compile(r"\b(?:gui|nop)\b")
KINDS = ("report", "other")
WORD = re.compile(r"[a-z]{2,}")
SMALL = frozenset(
    (
        *("gui", "nop", "va", "ve", "cac", "cua", "cho", "den", "tai", "theo", "voi", "mot", "nhung", "toi", "lap"),
        *("hoan", "thanh", "tong", "hop", "so"),
    )
)
MOST = 300  # sentences that send something; a hostile text has more
ALIKE = 0.6  # of a row's words


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence of the body that sends something without a day of its own."""

    units: frozenset[str]  # empty: it speaks of all reports
    words: frozenset[str]
    receiver: Receiver


def said(found: Iterable[Item], on: date) -> tuple[Said, ...]:
    """Return where a document's body says that its reports go, and where each body's own papers go."""
    whole = (item.text for item in found if item.part is Part.BODY and item.table is None)
    pieces = (text[start:end] for text in whole for start, end in sentences(text))
    sending = (piece for piece in pieces if HANDED_IN.search(aligned(piece)))
    return tuple(one for piece in islice(sending, MOST) if (one := _said(piece, on)))


def completed(one: Obligation, elsewhere: tuple[Said, ...]) -> Obligation:
    """Return a row's obligation with its receiver, where the row leaves it out and the body names only one."""
    if one.send_to or one.kind not in KINDS or not elsewhere:
        return one
    own, words = frozenset(map(aligned, one.units)), _words(one.title)
    fits = [other.receiver for other in elsewhere if own and own <= other.units and _alike(words, other.words)]
    if not fits and one.kind == "report":
        fits = [other.receiver for other in elsewhere if not other.units]
    if len({aligned(receiver.send_to) for receiver in fits}) != 1 or aligned(fits[0].send_to) in own:
        return one
    via = fits[0].via
    return replace(one, send_to=fits[0].send_to, via=None if via and aligned(via) in own else via)


def completed_in_text(one: Obligation, elsewhere: tuple[Said, ...]) -> Obligation:
    """Return a sentence's report with its receiver, where only a sentence of its own says where all reports go."""
    if one.kind != "report":
        return one
    return completed(one, tuple(other for other in elsewhere if not other.units))


def _said(text: str, on: date) -> Said | None:
    flat = aligned(text)
    if len({aligned(one.send_to) for one in receivers(text)}) != 1 or any(spot(text, on)):
        return None
    receiver = receivers(text)[-1]
    if ALL_REPORTS.match(flat):
        return Said(frozenset(), frozenset(), receiver)
    units = frozenset(aligned(unit) for one in subjects(text) for unit in one.units)
    return Said(units, _words(text), receiver) if units else None


def _words(text: str) -> frozenset[str]:
    return frozenset(WORD.findall(aligned(text))) - SMALL


def _alike(row: frozenset[str], sentence: frozenset[str]) -> bool:
    return len(row) >= 2 and len(row & sentence) >= ALIKE * len(row)
