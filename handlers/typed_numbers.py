"""Read the number of a choice in what was typed: "7", "số 7", "[7]", "câu 7 ạ"; never "7/5", "7/BC" or "II.7"."""

from __future__ import annotations

import re

from handlers.spelling import plain

MARKS = " .,:;!#*()[]{}\"'“”"  # stray around a number; not "?", which asks, nor "/" and "-", which belong to others
FOREIGN = "\ufe0f\u20e3"  # make a digit an emoji
ASIDE = rf"[{re.escape(MARKS)}]*"
BEFORE = rf"(?:(?:da|vang|em|toi|minh|xin|chon|lua chon|xem|mo|cau|viec|so){ASIDE})*"
AFTER = r"(?:(?<!\d)(?:a|nhe|nha|nhe a))?"
NUMBER = re.compile(rf"{ASIDE}{BEFORE}(?P<number>\d{{1,4}}){ASIDE}{AFTER}{ASIDE}")
SEVERAL = re.compile(rf"{ASIDE}{BEFORE}\d{{1,4}}(?:(?:[\s,;+&]|va|voi)+\d{{1,4}})+{ASIDE}{AFTER}{ASIDE}")
DONE = re.compile(
    rf"(?:(?:da|em) )*(?:nop|gui|xong|hoan thanh)(?: xong)? (?:(?:viec|so) )*\d{{1,4}}(?: roi)?(?: a)?{ASIDE}"
)
LOOKING = re.compile(r"\b(?:xem|mo|xin)\b")
LONGEST = 40


class Foreign(str):
    """A number in digits that are not the usual ones ("７", "①", "1️⃣"): asked for again, in usual ones."""


def typed_number(said: str) -> int | Foreign | None:
    """Return the number that somebody typed, None where the words are no number of a choice."""
    if len(said) > LONGEST:
        return None
    usual = "".join(_usual(sign) for sign in said)
    found = NUMBER.fullmatch(plain(usual))
    if found is None:
        return None
    return int(found["number"]) if usual == said else Foreign(said.strip())


def mentioned_numbers(said: str) -> list[int]:
    """Return the numbers of "1, 2 và 3" or "đã nộp việc 7": they name choices, and choose none yet."""
    if len(said) > LONGEST:
        return []
    words = plain(said)
    meant = SEVERAL.fullmatch(words) or DONE.fullmatch(words)
    return [int(number) for number in re.findall(r"\d+", words)] if meant else []


def asks_to_see(said: str) -> bool:
    """Say whether words ask to be shown something: "xem việc 1" is no confirmation of it."""
    return LOOKING.search(plain(said)) is not None


def _usual(sign: str) -> str:
    """Write any digit as a usual one, so that the form around it can be read."""
    if sign in FOREIGN:
        return ""
    return "0" if sign.isnumeric() and not sign.isascii() else sign
