"""One obligation for what a document prints twice, with all its places."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from schedules.drafting.draft import Obligation
from schedules.drafting.words.aligned import aligned

SHORT = (("uy ban nhan dan", "ubnd"), ("hoi dong nhan dan", "hdnd"), ("cac ", ""))
# Words that every such sentence has, and that tell no product.
EMPTY_WORDS = (
    "gui nop ve hoan thanh va theo de cuong kem bao cao xay dung ket qua tham muu tong hop lap viec dinh ky cua cac"
)
EMPTY = frozenset(EMPTY_WORDS.split())
ALIKE = 0.5  # share of the words of the shorter title that the other has too


def merged(found: Iterable[Obligation]) -> tuple[Obligation, ...]:
    """Join obligations of the same units, product and deadline; their order is that of the document."""
    kept: list[Obligation] = []
    alike: dict[tuple[object, ...], list[int]] = {}  # a deadline -> places in ``kept``
    for one in found:
        places = alike.setdefault(_when(one), [])
        at = next((n for n in places if _same(one, kept[n])), None)
        if at is None:
            places.append(len(kept))
            kept.append(one)
        else:
            kept[at] = _joined(kept[at], one)
    return tuple(kept)


def plain_name(name: str) -> str:
    """Return a body's name as it is compared: spelled one way, without marks."""
    text = re.sub(r"[^\w ]", " ", aligned(name))
    for long, short in SHORT:
        text = text.replace(long, short)
    return " ".join(text.split())


def _same(one: Obligation, other: Obligation) -> bool:
    return (
        _when(one) == _when(other)
        and (one.kind == other.kind or {one.kind, other.kind} == {"report", "submit_up"})
        and {plain_name(unit) for unit in one.units} == {plain_name(unit) for unit in other.units}
        and _one_receiver(one.send_to, other.send_to)
        and _alike(one.title, other.title)
    )


def _one_receiver(one: str | None, other: str | None) -> bool:
    """Say whether two receivers may be one: "Sở Nội vụ" and "Sở Nội vụ và các cơ quan liên quan"."""
    if not one or not other:
        return True
    first, second = sorted((plain_name(one), plain_name(other)), key=len)
    return second.startswith(first)


def _when(one: Obligation) -> tuple[object, ...]:
    said = one.reading
    return said.type, said.last_day, said.end, said.ranges, said.boundary, said.rrule_last_day, said.anchor, said.offset


def _alike(one: str, other: str) -> bool:
    first, second = (set(re.findall(r"\w+", aligned(text))) - EMPTY for text in (one, other))
    return len(first & second) >= ALIKE * min(len(first), len(second))


def _joined(kept: Obligation, one: Obligation) -> Obligation:
    return replace(
        kept,
        send_to=kept.send_to or one.send_to,
        via=kept.via or one.via,
        cooperating=kept.cooperating or one.cooperating,
        places=tuple(dict.fromkeys((*kept.places, *one.places))),
        topics={**one.topics, **kept.topics},
    )
