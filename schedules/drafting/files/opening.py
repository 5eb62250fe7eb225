"""Open a document's file, whatever its kind (told by its content), with bounds on what it may cost.

Unreadable   the file cannot be taken; its key says why
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from schedules.drafting.document import Document
from schedules.drafting.files import opening_docx, opening_pdf, opening_text, text_codes
from schedules.drafting.files.unreadable import Unreadable

__all__ = ["Unreadable", "open_document"]
LARGEST = 20 * 1024 * 1024  # bytes
LARGEST_TEXT = 1024 * 1024  # a hundred printed pages are a third of it
MOST_LINES = 20_000
KINDS = ".docx, .pdf, .txt, .md"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # Word before 2007; an encrypted .docx too
OTHERS = (
    b"{\\rtf",
    b"<!DOCTYPE",
    b"<!doctype",
    b"<html",
    b"<HTML",
    b"<?xml",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"II*\0",
)


def open_document(path: Path) -> Document:
    """Return a file's paragraphs and tables in their order.

    Raises:
        Unreadable: missing, too big, encrypted, broken, without text, or of a kind that is not read.
    """
    document = _opened(path, _bytes(path))
    if not document.blocks:
        raise Unreadable("no-text", _told(path))
    return document


def _opened(path: Path, raw: bytes) -> Document:
    if b"%PDF-" in raw[:1024]:
        return opening_pdf.document(raw, path.name)
    if raw.startswith(b"PK\x03\x04"):
        return opening_docx.document(raw, path.name)
    if raw.startswith(OLE):
        raise Unreadable("encrypted" if "EncryptedPackage".encode("utf-16-le") in raw else "wrong-kind", _told(path))
    if raw.lstrip()[:16].startswith(OTHERS):
        raise Unreadable("wrong-kind", _told(path))
    return _text(raw, path)


def _bytes(path: Path) -> bytes:
    try:
        if not path.is_file():
            raise Unreadable("missing", _told(path))
        with path.open("rb") as opened:
            raw = opened.read(LARGEST + 1)
    except (OSError, ValueError):  # ValueError: a name that no file can have
        raise Unreadable("missing", _told(path)) from None
    if len(raw) > LARGEST:
        raise Unreadable("too-big", {**_told(path), "most": f"{LARGEST // 2**20} MB"})
    return raw


def _text(raw: bytes, path: Path) -> Document:
    if len(raw) > LARGEST_TEXT:
        raise Unreadable("too-big", {**_told(path), "most": f"{LARGEST_TEXT // 2**20} MB"})
    text = text_codes.decode(raw)
    if text is None:
        raise Unreadable("not-a-document", _told(path))
    if text.count("\n") > MOST_LINES:
        raise Unreadable("too-complex", _told(path))
    if not text.strip():
        raise Unreadable("no-text", _told(path))
    return opening_text.document(text, path.name)


def _told(path: Path) -> Mapping[str, str]:
    return {"file": path.name.encode("utf-8", "replace").decode(), "kinds": KINDS}
