"""Compare what was typed with the label of a choice: the same words, a part of it, a name that it cuts short."""

from __future__ import annotations

import re

from handlers.spelling import NO, plain

SHORTEST = 4  # letters that can stand for a label
LEADING = re.compile(r"(?P<number>[\w.]+?)\. ")
ASKING = re.compile(r"^(?:(?:cho|xin|em|toi|minh|xem|mo|chon|gui|muc|phan) )+|(?: (?:a|nhe|nha|voi))+$")


def only_words(text: str) -> str:
    """Return the words of a text as they are typed: no diacritics, no marks."""
    return " ".join(re.findall(r"\w+", plain(text)))


def leading(label: str) -> str:
    """Return the number with which a label itself begins ("1. Tổ chức bộ máy"), "" for none."""
    found = LEADING.match(label)
    return found["number"] if found else ""


def is_part(said: str, label: str) -> bool:
    """Say whether words, as ``only_words`` gives them, are a part of a label.

    So are the number of a section ("mục II"), and the whole name where the label is cut short.
    """
    asked = ASKING.sub("", said)
    if asked and asked == only_words(leading(label)):
        return True
    if len(asked) < SHORTEST or said in NO:
        return False
    told = f" {only_words(label)} "
    return f" {asked} " in told or f" {said} " in told or _is_cut_short(asked, label)


def _is_cut_short(asked: str, label: str) -> bool:
    name = only_words(label.rpartition(":")[2])
    return label.endswith("…") and bool(name) and asked.startswith(f"{name} ")
