"""Read the HTML that Telegram understands, and refuse the rest in its words.

The behaviour is that of TDLib's parser (td/telegram/MessageEntity.cpp): only ``&lt; &gt; &amp; &quot;`` and numbers are
decoded, any other ``&name;`` stays as it is typed and is no error; offsets in the words of a refusal count bytes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from simulator.door.refusals import Refusal, bad
from simulator.marks import length16
from simulator.messages import Mark

_KINDS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "a": "text_link",
    "tg-emoji": "custom_emoji",
}
_SPECIAL = re.compile(r"[<&]")
_WORD = re.compile(r"[^\s>]*")
_SPACE = re.compile(r"\s*")
_ATTRIBUTE = re.compile(r"[^\s=>]*")
_TOKEN = re.compile(r"[A-Za-z0-9.-]*")
_ENTITY = re.compile(r"&(?:#x([0-9a-fA-F]{1,6})|#([0-9]{1,7})|(lt|gt|amp|quot)(?![A-Za-z]));?")
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_LINK = re.compile(r"(?i)(?:https?|tg|ton)://\S+")


@dataclass(slots=True)
class _Open:
    tag: str
    offset: int
    piece: int  # index of the first piece of text inside
    attributes: dict[str, str]


def parse_html(text: str) -> tuple[str, list[Mark]]:
    """Return the plain text and its marks. Raises Refusal "can't parse entities: …"."""
    if "<" not in text and "&" not in text:
        return text, []
    reader = _Reader(text)
    reader.read()
    return "".join(reader.pieces), sorted(reader.marks, key=lambda mark: (mark["offset"], -mark["length"]))


class _Reader:
    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.length = 0  # of the plain text so far, in UTF-16 units
        self.pieces: list[str] = []
        self.marks: list[Mark] = []
        self.open: list[_Open] = []

    def read(self) -> None:
        while (found := _SPECIAL.search(self.text, self.at)) is not None:
            self.write(self.text[self.at : found.start()])
            self.at = found.start()
            if found[0] == "&":
                self.entity()
            elif self.text.startswith("/", self.at + 1):
                self.end_tag()
            else:
                self.start_tag()
        self.write(self.text[self.at :])
        if self.open:
            raise _cannot_parse(f'Can\'t find end tag corresponding to start tag "{self.open[-1].tag}"')

    def write(self, piece: str) -> None:
        if piece:
            self.pieces.append(piece)
            self.length += length16(piece)

    def entity(self) -> None:
        letter, self.at = _decode(self.text, self.at)
        self.write(letter)

    def start_tag(self) -> None:
        begin = self.at
        word = self._match(_WORD, begin + 1)
        if self.at >= len(self.text):
            raise self._error("Unclosed start tag", begin)
        tag = word.lower()
        if tag not in _KINDS:
            raise self._error(f'Unsupported start tag "{tag}"', begin)
        attributes = self.attributes(tag, begin)
        if tag == "span" and attributes.get("class") != "tg-spoiler":
            raise self._error('Tag "span" must have class "tg-spoiler"', begin)
        self.open.append(_Open(tag, self.length, len(self.pieces), attributes))

    def attributes(self, tag: str, begin: int) -> dict[str, str]:
        """Read up to and over the ``>``."""
        read: dict[str, str] = {}
        while True:
            self._match(_SPACE, self.at)
            if self.text.startswith(">", self.at):
                self.at += 1
                return read
            name = self._match(_ATTRIBUTE, self.at)
            if not name:
                raise self._error(f'Empty attribute name in the tag "{tag}"', begin)
            self._match(_SPACE, self.at)
            read[name] = self.value(tag, name, begin)
            if self.at >= len(self.text):
                raise self._error("Unclosed start tag", begin)

    def value(self, tag: str, name: str, begin: int) -> str:
        if not self.text.startswith("=", self.at):
            if (tag, name) == ("blockquote", "expandable"):
                return "1"
            raise self._error(f'Expected equal sign in declaration of an attribute of the tag "{tag}"', begin)
        self._match(_SPACE, self.at + 1)
        quote = self.text[self.at : self.at + 1]
        if quote in ('"', "'"):
            return self._quoted(quote)
        token_begin = self.at
        token = self._match(_TOKEN, self.at).lower()
        if self.at < len(self.text) and not self.text[self.at].isspace() and self.text[self.at] != ">":
            raise self._error("Unexpected end of name token", token_begin)
        return token

    def _quoted(self, quote: str) -> str:
        end = self.text.find(quote, self.at + 1)
        end = len(self.text) if end < 0 else end
        raw, self.at = self.text[self.at + 1 : end], min(end + 1, len(self.text))
        return _ENTITY.sub(lambda found: _decode(found[0], 0)[0], raw)

    def end_tag(self) -> None:
        begin = self.at
        if not self.open:
            raise self._error("Unexpected end tag", begin)
        name = self._match(_WORD, begin + 2).lower()
        self._match(_SPACE, self.at)
        if not self.text.startswith(">", self.at):
            raise self._error("Unclosed end tag", begin)
        self.at += 1
        opened = self.open.pop()
        if name not in ("", opened.tag):
            raise self._error("Unmatched end tag", begin, f', expected "</{opened.tag}>", found "</{name}>"')
        if self.length > opened.offset:
            self.mark(opened)

    def mark(self, opened: _Open) -> None:
        mark: Mark = {"type": _KINDS[opened.tag], "offset": opened.offset, "length": self.length - opened.offset}
        if opened.tag == "a":
            link = _checked_link(opened.attributes.get("href") or "".join(self.pieces[opened.piece :]))
            if link is None:
                return  # a link of an unknown kind is shown as plain text
            mark["url"] = link
        elif opened.tag == "tg-emoji":
            mark["custom_emoji_id"] = opened.attributes.get("emoji-id", "")
        elif opened.tag == "blockquote" and "expandable" in opened.attributes:
            mark["type"] = "expandable_blockquote"
        self.marks.append(mark)

    def _match(self, pattern: re.Pattern[str], at: int) -> str:
        found = pattern.match(self.text, at)
        self.at = found.end() if found else at
        return found[0] if found else ""

    def _error(self, words: str, at: int, more: str = "") -> Refusal:
        return _cannot_parse(f"{words} at byte offset {len(self.text[:at].encode())}{more}")


def _cannot_parse(words: str) -> Refusal:
    return bad(f"can't parse entities: {words}")


def _decode(text: str, at: int) -> tuple[str, int]:
    """Return the letter of the entity at ``at`` and where the text goes on; what is no entity is a plain ``&``."""
    found = _ENTITY.match(text, at)
    if found is None:
        return "&", at + 1
    if found[3]:
        return _NAMED[found[3]], found.end()
    code = int(found[1], 16) if found[1] else int(found[2])
    if not 0 < code < 0x10FFFF or 0xD800 <= code <= 0xDFFF:
        return "&", at + 1
    return chr(code), found.end()


def _checked_link(link: str) -> str | None:
    link = link.strip()
    if _LINK.fullmatch(link):
        return link
    return f"http://{link}" if "." in link and ":" not in link and " " not in link else None
