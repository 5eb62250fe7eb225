"""Why a document's file cannot be taken."""

from __future__ import annotations

from collections.abc import Mapping


class Unreadable(Exception):
    """A file that cannot be taken.

    ``key`` names the text ``draft-unreadable-<key>``: missing, not-a-document, too-big, too-complex, encrypted,
    no-text, wrong-kind. ``values`` always has ``file`` and ``kinds`` (those that are read), and ``most`` where a
    bound was passed.
    """

    def __init__(self, key: str, values: Mapping[str, str]) -> None:
        super().__init__(key)
        self.key = key
        self.values = {"kinds": ".docx, .pdf, .txt, .md", **values}
