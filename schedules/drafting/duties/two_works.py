"""Two pieces of work that one sentence asks for by one deadline."""

from __future__ import annotations

import re
from dataclasses import replace

from schedules.drafting.draft import Obligation
from schedules.drafting.duties.kinds import kind_of
from schedules.drafting.duties.receivers import Receiver
from schedules.drafting.duties.titles import title_of
from schedules.drafting.words.aligned import aligned
from schedules.plan import TaskKind

TWO_WORKS = re.compile(
    r"(?:;|,)? (?:va|dong thoi|hoan thanh va|; hoan thanh va),? (?=gui |nop )|; (?:hoan thanh va )?(?=gui |nop )"
)
HOLDING = re.compile(
    r"\b(?:to chuc (?:hoi nghi )?(?:so ket|tong ket|hoi nghi|le|tap huan)|chuan bi (?:cac )?(?:noi"
    r" dung|dieu kien|hoi truong))"
)


def two_works(whole: Obligation, work: str, sent: Receiver | None) -> list[Obligation]:
    """Holding a review and sending its report are two, though one deadline is printed for both."""
    flat = aligned(work)
    cut = TWO_WORKS.search(flat)
    if not cut or not HOLDING.search(flat[: cut.start()]):
        return [whole]
    first, second = work[: cut.start()], work[cut.end() :]
    return [
        _like(whole, title_of(first, ""), "prepare" if "chuan bi" in flat[: cut.start()] else "hold", None),
        _like(whole, title_of(second, ""), kind_of(second), sent),
    ]


def _like(whole: Obligation, title: str, kind: TaskKind, sent: Receiver | None) -> Obligation:
    return replace(
        whole, title=title, kind=kind, send_to=sent.send_to if sent else None, via=sent.via if sent else None
    )
