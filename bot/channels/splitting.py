"""Cut a long message into parts that a channel takes, without breaking its markup."""

from __future__ import annotations

import html
import re
import unicodedata
from dataclasses import dataclass

TOKEN = re.compile(
    r"""<(?P<close>/)?(?P<tag>[a-zA-Z][a-zA-Z0-9-]*)(?P<rest>(?:[^<>"']|"[^"]*"|'[^']*')*)>"""
    r"""|(?P<entity>&(?:lt|gt|amp|quot|\#\d{1,7}|\#[xX][0-9a-fA-F]{1,6});)"""
    r"""|(?P<character>.)""",
    re.DOTALL | re.VERBOSE,
)
REPLACED = "\ufffd"  # what an entity of an impossible letter shows
SENTENCE_ENDS = frozenset(".;:?!…")


@dataclass(frozen=True, slots=True)
class _Tag:
    number: int  # two <b> beside each other are two tags
    name: str
    opening: str


@dataclass(frozen=True, slots=True)
class _Letter:
    """One visible character, as written (perhaps as an entity), under the tags open around it."""

    written: str
    shown: str
    tags: tuple[_Tag, ...]

    @property
    def length(self) -> int:
        return 2 if ord(self.shown) > 0xFFFF else 1


def split(html: str, longest: int) -> list[str]:
    """Cut ``html`` into parts of at most ``longest`` characters, each with balanced tags.

    Cuts at the last paragraph end that fits, else the last line end, sentence end, word end, else between letters.
    White space at a cut is dropped; a message of nothing but white space gives no part. Tags open at a cut are closed
    there and opened again in the next part.

    Args:
        html: text with the tags and entities of Telegram's HTML (https://core.telegram.org/bots/api#html-style).
        longest: characters of one part after parsing: tags count nothing, an entity is one character, and letters
            beyond the basic plane count two, as Telegram counts UTF-16 units.

    Raises:
        ValueError: ``longest`` is less than 2, the room of the widest letter.
    """
    if longest < 2:
        raise ValueError("a part needs room for at least two UTF-16 units")
    parts = []
    letters = _letters(html)
    begin = _skip_white(letters, 0)
    while begin < len(letters):
        fits = _fits(letters, begin, longest)
        end = fits if fits == len(letters) else _cut(letters, begin, fits)
        parts.append(_written(letters[begin:end]))
        begin = _skip_white(letters, end)
    return parts


def length(html: str) -> int:
    """Return how long ``html`` is as Telegram counts: after parsing, in UTF-16 units."""
    return sum(letter.length for letter in _letters(html))


def plain(html: str) -> str:
    """Return ``html`` as it is read: without tags, entities as the letters they stand for."""
    return "".join(letter.shown for letter in _letters(html))


def _letters(markup: str) -> list[_Letter]:
    letters: list[_Letter] = []
    stack: tuple[_Tag, ...] = ()
    for token in TOKEN.finditer(markup):
        if token["tag"]:
            stack = _after_tag(stack, token)
        else:
            shown = html.unescape(token[0]) if token["entity"] else token[0]
            letters.append(_Letter(token[0], shown or REPLACED, stack))
    return letters


def _after_tag(stack: tuple[_Tag, ...], token: re.Match[str]) -> tuple[_Tag, ...]:
    name = token["tag"].lower()
    if not token["close"]:
        return (*stack, _Tag(token.start(), name, token[0]))
    while any(tag.name == name for tag in stack):  # what stands open inside it ends with it
        ended, stack = stack[-1], stack[:-1]
        if ended.name == name:
            break
    return stack


def _fits(letters: list[_Letter], begin: int, longest: int) -> int:
    room = longest
    for index in range(begin, len(letters)):
        room -= letters[index].length
        if room < 0:
            return index
    return len(letters)


def _cut(letters: list[_Letter], begin: int, fits: int) -> int:
    """Return where a part from ``begin`` ends: at most ``fits``, more than ``begin``."""
    most = fits - begin
    shown = "".join(letter.shown for letter in letters[begin : fits + 2])
    for end_at in (_paragraph_end, _line_end, _sentence_end, _word_end):
        taken = end_at(shown, most)
        if taken > 0:
            return begin + taken
    end = fits
    while end > begin + 1 and unicodedata.combining(letters[end].shown):  # a letter keeps its tone mark
        end -= 1
    return end if end > begin + 1 else fits


# Each of these returns how many of the letters in ``shown`` to take, at most ``most``, or none where there is no
# such end. ``shown`` goes two letters further, to see a blank line that begins where the part is full.


def _paragraph_end(shown: str, most: int) -> int:
    return shown.rfind("\n\n", 0, most + 2)


def _line_end(shown: str, most: int) -> int:
    return shown.rfind("\n", 0, most + 1)


def _sentence_end(shown: str, most: int) -> int:
    ends = (at for at in range(most, 0, -1) if shown[at].isspace() and shown[at - 1] in SENTENCE_ENDS)
    return next(ends, 0)


def _word_end(shown: str, most: int) -> int:
    return next((at for at in range(most, 0, -1) if shown[at].isspace()), 0)


def _skip_white(letters: list[_Letter], at: int) -> int:
    while at < len(letters) and letters[at].shown.isspace():
        at += 1
    return at


def _written(letters: list[_Letter]) -> str:
    end = len(letters)
    while letters[end - 1].shown.isspace():  # stops: no part begins with white space
        end -= 1
    pieces: list[str] = []
    open_tags: tuple[_Tag, ...] = ()
    for letter in letters[:end]:
        if letter.tags is not open_tags:
            pieces.append(_turn(open_tags, letter.tags))
            open_tags = letter.tags
        pieces.append(letter.written)
    pieces.append(_turn(open_tags, ()))
    return "".join(pieces)


def _turn(before: tuple[_Tag, ...], after: tuple[_Tag, ...]) -> str:
    common = 0
    while common < min(len(before), len(after)) and before[common] == after[common]:
        common += 1
    closing = "".join(f"</{tag.name}>" for tag in reversed(before[common:]))
    return closing + "".join(tag.opening for tag in after[common:])
