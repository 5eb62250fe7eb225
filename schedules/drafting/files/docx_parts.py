"""Take the parts out of a .docx, with bounds on what they unpack to: a zip bomb must cost nothing."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from typing import Any

from schedules.drafting.files.unreadable import Unreadable

Element = Any  # an lxml element
LARGEST_PART = 16 * 1024 * 1024  # bytes of XML; a hundred printed pages need about five
LARGEST_ALL = 24 * 1024 * 1024
PIECE = 64 * 1024


class Parts:
    """The XML parts of a .docx that are asked for, each read once."""

    def __init__(self, raw: bytes, name: str) -> None:
        self.name = name
        self.left = LARGEST_ALL
        try:
            self.archive = zipfile.ZipFile(io.BytesIO(raw))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, UnicodeDecodeError):
            raise Unreadable("not-a-document", {"file": name}) from None
        self.main = self._main()

    def tree(self, path: str) -> Element | None:
        """Return the root of a part, or None where the file has none of this name.

        Raises:
            Unreadable: too large, broken or encrypted.
        """
        return self._tree(path) if path in self.archive.NameToInfo else None

    def beside(self, name: str) -> Element | None:
        """Return the root of a part in the main part's folder ("numbering.xml")."""
        return self.tree(posixpath.join(posixpath.dirname(self.main), name))

    def _main(self) -> str:
        links = self.tree("_rels/.rels")
        for link in links if links is not None else ():
            if str(link.get("Type", "")).endswith("/officeDocument"):
                path = str(link.get("Target", "")).lstrip("/")
                if path.startswith("word/") and path in self.archive.NameToInfo:
                    return path
        if "word/document.xml" in self.archive.NameToInfo:
            return "word/document.xml"
        raise Unreadable("wrong-kind", {"file": self.name})

    def _tree(self, path: str) -> Element:
        from lxml import etree

        raw = self._unpacked(path)
        if b"<!DOCTYPE" in raw or b"<!ENTITY" in raw:  # no word processor writes one; entities can grow without end
            raise Unreadable("too-complex", {"file": self.name})
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
        try:
            return etree.fromstring(raw, parser)
        except etree.XMLSyntaxError as wrong:
            key = "too-complex" if "depth" in str(wrong).lower() else "not-a-document"
            raise Unreadable(key, {"file": self.name}) from None

    def _unpacked(self, path: str) -> bytes:
        info = self.archive.NameToInfo[path]
        if info.flag_bits & 1:
            raise Unreadable("encrypted", {"file": self.name})
        pieces: list[bytes] = []
        size = 0
        try:
            with self.archive.open(info) as packed:
                while piece := packed.read(PIECE):
                    size += len(piece)
                    self.left -= len(piece)
                    if size > LARGEST_PART or self.left < 0:
                        raise Unreadable("too-complex", {"file": self.name})
                    pieces.append(piece)
        except (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError, RuntimeError, ValueError):
            raise Unreadable("not-a-document", {"file": self.name}) from None
        return b"".join(pieces)


def kind(element: Element) -> str:
    """Return an element's name without its namespace: there are two of them, and they mean the same."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def child(element: Element | None, *names: str) -> Element | None:
    """Return the element that is reached by the names, from the outermost, or None."""
    for name in names:
        if element is None:
            return None
        element = next((inner for inner in element if kind(inner) == name), None)
    return element


def value(element: Element | None, name: str = "val") -> str | None:
    """Return an attribute, whatever its namespace."""
    if element is None:
        return None
    return next((str(said) for key, said in element.attrib.items() if str(key).rpartition("}")[2] == name), None)


def number(element: Element | None, name: str = "val", otherwise: int = 0) -> int:
    """Return an attribute as a number within reason."""
    said = value(element, name)
    return min(int(said), 10_000) if said and said.isdecimal() and len(said) < 10 else otherwise


def on(element: Element | None) -> bool:
    """Say whether a switch ("w:b") is there and not off."""
    return element is not None and value(element) not in ("0", "false", "off", "none")
