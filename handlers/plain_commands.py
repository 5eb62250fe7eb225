"""Take plain words for a command: "xuất excel", "nhật ký", "bàn giao cho người khác"."""

from __future__ import annotations

import re
from collections.abc import Mapping

from handlers.spelling import plain

LONGEST = 60  # more words than that are about something
# What is not among the meanings that are read with care (docs/understanding.md); the first that fits.
WORDS: Mapping[str, re.Pattern[str]] = {
    command: re.compile(pattern)
    for command, pattern in {
        "baocao": r"\bexcel\b|\b(?:file|tep) (?:tong hop|so lieu)\b",
        "bang": r"\b(?:xem|gui|xin|cho) (?:\w+ )?(?:bang|anh bang|anh tien do)\b|^bang$",
        "lich": r"\b(?:file|tep) lich\b|^lich$|\bics\b",
        "nhatky": r"\bnhat ky\b",
        "bangiao": r"\bban giao\b",
        "nghi": r"\bnghi (?:phep|tu|om|che do)\b|\bbao (?:ngay )?nghi\b",
        "xoatoi": r"^(?:hay |xin )?(?:quen|xoa) (?:toi|minh|em)\b|\bxoa thong tin (?:cua )?(?:toi|minh|em)\b",
        "sua": r"^sua (?:thoi )?han\b|^sua nhom\b|^(?:sua|thay) dau moi\b",
        "donvi": r"\bai (?:la )?(?:dau moi|phu trach)\b|\bdau moi (?:cua|xa|phuong|so)\b|^dau moi$",
        "moi": r"^(?:moi (?:can bo|dau moi|lanh dao)|(?:xin|cap|tao) ma moi|moi (?:cho )?(?:so|xa|phuong))\b",
        "giahanchung": r"\bgia han (?:chung|cho tat ca|cho cac)\b",
        "tomtat": r"\btom tat\b",
        "tamdung": r"^tam dung\b",
        "tieptuc": r"^tiep tuc (?:gui|nhac)\b",
        "kenh": r"^(?:doi )?kenh\b",
    }.items()
}
TAKES_WORDS = frozenset({"nghi", "sua"})  # commands that read the rest of what was said


def plain_command(said: str) -> str | None:
    """Return the command whose name or plain words somebody typed, None where it is none of these."""
    words = plain(said).strip(" .,!")
    if len(words) > LONGEST or (words.endswith("?") and "excel" not in words and "dau moi" not in words):
        return None
    return next((command for command, pattern in WORDS.items() if pattern.search(words)), None)
