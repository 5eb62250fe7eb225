"""Take the outline of a report and its forms out of a document, as printed, and who leads which of its sections."""

from __future__ import annotations

import re

from schedules.drafting.draft import OutlineDraft
from schedules.drafting.items import Item, Part
from schedules.drafting.papers import forms, sections
from schedules.drafting.words.aligned import aligned
from schedules.drafting.words.bodies import bodies
from schedules.drafting.words.markers import DASH, marker
from schedules.drafting.work_tables.table_columns import Role, columns
from schedules.drafting.work_tables.table_rows import blank
from schedules.plan import Section

TOPICS = re.compile(r"^noi dung (?:so ket|tong ket|bao cao|danh gia|de cuong|kiem diem)\b")
# Sections of a plan's body that say when, who and with what, not what to write about.
NOT_WRITTEN = re.compile(
    r"^(?:ve )?(?:thoi gian|thoi han|kinh phi|to chuc thuc hien|dia diem|thanh phan|trach nhiem|phan cong|tien do)\b"
)
SMALL = {"va", "ve", "cua", "cac", "cho", "theo", "tai", "trong", "voi", "viec", "cong", "tac"}
ALIKE = 0.6  # share of the words of the shorter title that the other has too


def outline(found: tuple[Item, ...]) -> OutlineDraft | None:
    """Return the outline with its forms, or None where the document has none.

    The outline is the annex called so; without one, the part of the plan that says what the report is about.
    """
    printed = [item for item in found if item.part is Part.OUTLINE and item.table is None]
    title, lines = _titled(printed) if printed else _of_body(found)
    filled = forms.forms(found)
    written = sections.sections(lines, {form.id for form in filled})
    filled = forms.with_cited(filled, lines)
    if not written and not filled:
        return None
    return OutlineDraft(title, written, filled, _leads(found, written))


def _titled(printed: list[Item]) -> tuple[str, list[Item]]:
    """Split an outline's items into its title (its first lines without a mark) and the rest."""
    at = next((at for at, item in enumerate(printed) if item.marker or len(item.text) > 400), len(printed))
    lines = [item.text for item in printed[:at] if not item.text.startswith("(")]
    kept = [line for line in lines if not re.fullmatch(r"(?i)phụ lục(?: số)? ?\w*[.:]?", line)]
    return " ".join(kept[:4]) or (lines[0] if lines else "ĐỀ CƯƠNG"), printed[at:]


def _of_body(found: tuple[Item, ...]) -> tuple[str, list[Item]]:
    """Take the part of the body under "NỘI DUNG SƠ KẾT" that has sections of its own."""
    body = [item for item in found if item.part in (Part.BODY, Part.BASIS)]
    for at, item in enumerate(body):
        if item.marker and TOPICS.match(aligned(item.text)) and len(item.text) < 120:
            under = [
                below for below in body[at + 1 :] if below.above[len(item.above) : len(item.above) + 1] == (item.text,)
            ]
            kept = [
                below
                for below in under
                if not any(NOT_WRITTEN.search(aligned(text)) for text in _headings(below, item))
            ]
            if sum(bool(below.marker) and below.marker not in "-+*" for below in kept) >= 2:
                return item.text, [item, *kept]
    return "", []


def _headings(below: Item, item: Item) -> list[str]:
    """Return the short headings between a section and what stands in it, its own if it is one."""
    own = [below.text] if below.marker and len(below.text) < 100 else []
    return [text for text in (*below.above[len(item.above) + 1 :], *own) if len(text) < 100]


def _leads(found: tuple[Item, ...], written: tuple[Section, ...]) -> dict[str, tuple[str, ...]]:
    """Return who leads which section where a table of the annex gives parts of the report to units."""
    leads: dict[str, tuple[str, ...]] = {}
    every = list(_flat(written))
    for item in found:
        known = columns(item.table.rows) if item.table is not None and item.part in (Part.ANNEX, Part.BODY) else None
        owner, task = (known.first(Role.OWNER), known.first(Role.TASK)) if known else (None, None)
        if item.table is None or known is None or owner is None or task is None:
            continue
        for row in item.table.rows[known.begins :]:
            section = _likest(row[task], every) if not blank(row[owner]) and len(row[task]) < 160 else None
            if section:
                leads[section.path] = tuple(
                    dict.fromkeys((*leads.get(section.path, ()), *(bodies(row[owner]) or (row[owner],))))
                )
    return leads


def _flat(written: tuple[Section, ...]) -> list[Section]:
    return [inner for section in written for inner in (section, *_flat(section.sections))]


def _likest(title: str, every: list[Section]) -> Section | None:
    words = _words(title)
    scored = [(_share(words, _words(section.title)), section) for section in every]
    best = max(scored, key=lambda pair: pair[0], default=None)
    return best[1] if best and best[0] >= ALIKE else None


def _share(words: set[str], said: set[str]) -> float:
    """Return how much of the shorter title the longer one has too; 0 where one is a sentence beside a short heading."""
    shorter = min(len(words), len(said))
    return len(words & said) / shorter if shorter > 2 and len(words) <= 2.5 * len(said) else 0.0


def _words(text: str) -> set[str]:
    mark = marker(text)
    plain = text[mark.end :] if mark and mark.rank >= DASH else text
    return set(re.findall(r"\w+", aligned(plain))) - SMALL
