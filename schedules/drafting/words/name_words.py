"""Go on from one word of a body's name to the next: which words belong to it, and which end it."""

from __future__ import annotations

import re

from schedules.drafting.words import body_words, small_words, specialties
from schedules.drafting.words.aligned import aligned

WORD = re.compile(r"[^\W_]+(?:[-.&/][^\W_]+)*")
# Places that share one noun are one group, with a colon or without: "UBND các xã: Thử An, Thử Bình".
PLACES = re.compile(
    r"(?:các|hai|ba|bốn|\d+) (?:xã|phường|đặc khu|tỉnh|thành phố|thôn|bản|ấp|khóm|xóm|khu phố|tổ dân phố|huyện)"
    r"(?: (?:biên giới|ven biển|ven sông|miền núi|vùng cao|trọng điểm|khó khăn|có [a-zà-ỹ]{2,6}))?"
    r"(?P<named>:? [A-ZĐÀ-Ỹ][\w ]*(?:, [A-ZĐÀ-Ỹ][\w ]*)*)?$"
)
# "mỗi ngành 01 bài": a number that counts something is none of a name, as in "Tổ đại biểu số 1".
COUNTED = re.compile(
    r"\d+ (?:bai|ban|bo|nguoi|dai bieu|bao cao|tin|phong su|cuon|dong chi|mo hinh|du an|ho so|tham luan)\b"
)
# "trình Ủy ban nhân dân tỉnh Báo cáo …": what is handed up is no part of the name of who receives it.
PAPER = re.compile(
    r"(?:Báo cáo|Dự thảo|Tờ trình|Công văn|Kế hoạch|Đề án|Phương án|Nghị quyết|Quyết định|Chỉ thị|Hồ sơ|Danh sách"
    r"|Chương trình|Dự toán|Quyết toán|Văn bản|Phụ lục|Biểu)(?!\w)"
)
NUMBERED = re.compile(r"số \d+")  # "tổ dân phố số 1, số 2 và số 5"


def head_of(text: str, flat: str) -> int | None:
    """Return how long the noun is with which a name begins."""
    small = text[:60].lower()
    if found := body_words.HEAD_ANY.match(flat) or body_words.HEAD_GROUP.match(small):
        return found.end()
    if text[:1].isupper() and body_words.HEAD_NAMED.match(text):
        found = body_words.HEAD_CAPITAL.match(small)
        return found.end() if found else None
    return None


def next_word(text: str, flat: str, at: int, gap: str) -> int | None:
    """Return where the next word of a name ends; None where the name is over."""
    listed = bool(re.search(r"[,;]|và", gap))
    if PAPER.match(text, at) and specialties.AFTER_PLACE.search(text[max(0, at - 12) : at].rstrip()):
        return None
    if ":" in gap:
        return _place(text, at)
    if text.startswith("và ", at) and (joined := _joined(text, flat, at + 3)):
        return joined
    if reached := _words_together(text, flat, at, listed=listed):
        return reached
    if not (word := WORD.match(text, at)) or (listed and small_words.LONGER.match(flat, at)):
        return None
    if listed:
        return _listed_word(text, flat, at, word, gap)
    return word.end() if text[at].isupper() else _small_word(flat, at, word)


def _joined(text: str, flat: str, at: int) -> int | None:
    """Go on over "và" where no name of its own follows it."""
    word = WORD.match(text, at)
    return None if word is None or head_of(text[at : at + 80], flat[at : at + 80]) else _added(text, at, word, " và ")


def _place(text: str, at: int) -> int | None:
    """Go on over a colon only to the names of places: "UBND các xã: Thử An, Thử Bình"."""
    named = PLACES.search(text[max(0, at - 40) : at - 2])
    place = re.compile(r"[A-ZĐÀ-Ỹ][\w ]{1,30}(?=,| và )").match(text, at) if named else None
    word = WORD.match(text, at)
    return word.end() if word and place and not head_of(text[at : at + 80], aligned(text)[at : at + 80]) else None


def _added(text: str, at: int, word: re.Match[str], gap: str) -> int | None:
    """Go on behind a comma or "và" to one more place of a group, or one more field of work of a room."""
    places = PLACES.search(text[max(0, at - 120) : at - len(gap)])
    if text[at].isupper() and places and places["named"]:
        return word.end()
    numbered = NUMBERED.match(text, at) if NUMBERED.search(text[max(0, at - 12) : at - len(gap)]) else None
    if numbered:
        return numbered.end()
    return specialties.listed(text, at, gap)


def _words_together(text: str, flat: str, at: int, *, listed: bool) -> int | None:
    """Return where words end that are one: a compound, a field of work, a turn like "có tên tại mục II"."""
    longer = small_words.LONGER.match(flat, at)
    if longer:
        return None if listed else longer.end()
    compound = next(
        (m for m in body_words.COMPOUND.finditer(text, max(0, at - 60), at + 80) if m.start() < at < m.end()), None
    )
    if compound:
        return compound.end()
    return None if listed else specialties.goes_on(text, at)


def _small_word(flat: str, at: int, word: re.Match[str]) -> int | None:
    """Follow a small word that names go on with; a verb ends them."""
    if word[0] in small_words.VERBS or body_words.ACTS.match(flat, at):
        return None
    plain = flat[at : word.end()]
    if plain.isdigit():
        return None if COUNTED.match(flat, at) else word.end()
    goes_on = plain in small_words.GOING_ON and _fits(flat, at, plain)
    return word.end() if goes_on else None


def _fits(flat: str, at: int, plain: str) -> bool:
    if plain == "to" and flat.startswith("to chuc", at):
        return small_words.NOT_ALONE["to chuc"].match(flat, at) is not None
    rule = small_words.NOT_ALONE.get(plain)
    return rule is None or rule.match(flat, at) is not None


def _listed_word(text: str, flat: str, at: int, word: re.Match[str], gap: str) -> int | None:
    """After a comma or "và" only a noun of office goes on ("các sở, ban, ngành"), or "Du lịch" of one name."""
    if head_of(text[at : at + 80], flat[at : at + 80]) is not None or ";" in gap or body_words.TITLE.match(flat, at):
        return None  # the next name; the list goes on with it
    if noun := body_words.PART.match(text, at):
        return noun.end()
    return _added(text, at, word, gap)
