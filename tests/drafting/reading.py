"""Make documents of lines for the tests of drafting."""

from __future__ import annotations

from schedules.drafting.document import Document
from schedules.drafting.files import opening_text


def document(*lines: str) -> Document:
    """Return the document of a text whose lines are paragraphs; rows have tabs."""
    return opening_text.document("\n".join(lines), "van-ban.txt")
