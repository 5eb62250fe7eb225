"""Read what a keyboard without Vietnamese leaves behind: telex "ddax guwir" and VNI "d9a4 gu7i3" are "đã gửi"."""

from __future__ import annotations

import re
import unicodedata

from handlers.spelling import plain

TONES = {"s": "\u0301", "f": "\u0300", "r": "\u0309", "x": "\u0303", "j": "\u0323"}
SHAPES = (("dd", "đ"), ("uow", "ươ"), ("aa", "â"), ("ee", "ê"), ("oo", "ô"), ("aw", "ă"), ("ow", "ơ"), ("uw", "ư"))
VNI = str.maketrans({"1": "s", "2": "f", "3": "r", "4": "x", "5": "j"})
VNI_SHAPES = (("d9", "dd"), ("a6", "aa"), ("e6", "ee"), ("o6", "oo"), ("a8", "aw"), ("o7", "ow"), ("u7", "uw"))
VOWELS = "aeiouyâêôăơư"
KEYED = re.compile(rf"(?P<head>[^{VOWELS}]*(?:gi(?=[{VOWELS}])|qu)?)(?P<vowels>[{VOWELS}]+)(?P<tail>[a-z]*)")
KEYED_WORD = re.compile(r"(?<![\w./-])[A-Za-z][A-Za-z1-9]*(?![\w/-])")
SYLLABLE = re.compile(
    r"(?:ngh|ng|nh|gh|gi|kh|ph|qu|th|tr|ch|[bcdghklmnprstvx])?"
    r"(?:ieu|yeu|oai|oay|uay|uoi|uou|uye|uya|uyu|oeo|ai|ao|au|ay|eo|eu|ia|ie|iu|oa|oe|oi|ua|ue|ui|uo|uu|uy|ye|[aeiouy])(?:ch|ng|nh|[cmnpt])?"
)
FOREIGN = frozenset(
    """user fax office ioffice excel form four reset pass over status yes word link mail email zalo file scan admin
    task boong loong ngoong xoong job ok oki share download update menu send submit
    deadline hello hi ad remind check""".split()  # noqa: SIM905
)


def is_syllable(word: str) -> bool:
    """Say whether a word without diacritics is shaped like Vietnamese."""
    return SYLLABLE.fullmatch(word) is not None


def keyed(word: str) -> str | None:
    """Return the word that the keys mean, None where they mean none; ``word`` is in lower case."""
    if not word.isascii() or is_syllable(word) or word in FOREIGN:
        return None
    telex = _from_vni(word) if any(sign.isdigit() for sign in word) else word
    if not telex.isalpha():
        return None
    shaped = telex
    for keys, letter in SHAPES:
        shaped = shaped.replace(keys, letter)
    first = next((place for place, sign in enumerate(shaped) if sign in VOWELS), len(shaped))
    at = max((place for place, sign in enumerate(shaped) if sign in TONES and place > first), default=0)
    tone = shaped[at] if at else ""
    if at:
        shaped = shaped[:at] + shaped[at + 1 :]
    if shaped == word or not is_syllable(plain(shaped)):
        return None
    return _toned(shaped, TONES.get(tone, ""))


def decoded(text: str) -> str:
    """Write the words of a text that were keyed without Vietnamese as they were meant."""
    return KEYED_WORD.sub(_decoded, text)


def _decoded(found: re.Match[str]) -> str:
    word = found.group()
    meant = keyed(word.lower())
    if meant is None:
        return word
    return meant.upper() if word.isupper() and len(word) > 2 else meant.capitalize() if word[0].isupper() else meant


def _from_vni(word: str) -> str:
    for keys, telex in VNI_SHAPES:
        word = word.replace(keys, telex)
    return word.translate(VNI) if word[0].isalpha() else ""


def _toned(shaped: str, tone: str) -> str:
    parts = KEYED.fullmatch(shaped.replace("đ", "\u0111"))
    if not parts or not tone:
        return unicodedata.normalize("NFC", shaped)
    vowels = parts["vowels"]
    marked = [place for place, sign in enumerate(vowels) if sign in "âêôăơư"]
    last = len(vowels) - 1
    at = marked[-1] if marked else (last if parts["tail"] else max(last - 1, 0))
    toned = vowels[: at + 1] + tone + vowels[at + 1 :]
    return unicodedata.normalize("NFC", parts["head"] + toned + parts["tail"])
