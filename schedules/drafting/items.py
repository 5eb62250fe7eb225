"""A document taken apart: each statement with where it stands, and under which headings."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from schedules.drafting.document import Table


class Part(StrEnum):
    """Name the part of a document in which something stands."""

    HEAD = "head"  # number, place and day, title
    BASIS = "basis"  # "Căn cứ …", "Thực hiện …": why it is issued
    BODY = "body"
    ADDRESSEES = "addressees"  # "Nơi nhận" and the signature
    ANNEX = "annex"  # a list or table of work or papers that hangs on the document
    OUTLINE = "outline"  # đề cương: what a report must contain; its days are no deadlines
    FORM = "form"  # biểu mẫu


@dataclass(frozen=True, slots=True)
class Item:
    """One paragraph or table in its place.

    ``above`` are the texts of the headings and lead-ins ("… như sau:") that it stands under, the outermost first.
    ``place`` is what a reader would cite: "mục III.2.a", "Phụ lục 1", else "trang 3" or "đoạn 12".
    """

    text: str  # without its marker; "" for a table
    marker: str  # "I", "1", "1.2", "a", "-", "+" or ""
    place: str
    part: Part
    number: int  # as in the document
    above: tuple[str, ...] = ()
    table: Table | None = None
    strong: bool = False
    page: int | None = None
    heads: bool = False  # other statements stand under it
