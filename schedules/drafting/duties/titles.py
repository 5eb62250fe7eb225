"""Make a short title of the words in which a piece of work is asked."""

from __future__ import annotations

import re

from schedules.drafting.duties.owners import subjects

LONGEST = 160
OPENING = re.compile(
    r"^(?:\W|(?:đề nghị|yêu cầu|giao|thời gian|thời hạn|hoàn thành:|định kỳ|đồng thời|và|để|có trách"
    r" nhiệm|chịu trách nhiệm|khẩn trương|chủ động|tiếp tục)\b)+",
    re.IGNORECASE,
)
THROUGH = re.compile(r" ?\((?:thông )?qua [^()]*\)", re.IGNORECASE)
# Where the paper goes is told apart: "Lập danh sách …, gửi về Sở Xây dựng".
SENT = re.compile(
    r"(?<=\w{3}),? (?:và |đồng thời )?(?:gửi|nộp) (?:về|đến|tới|cho) (?=[A-ZĐ]|các |cơ quan |thường trực )[^,;.]*$"
)
CLOSING = re.compile(r"(?:[^\w)]|\b(?:và|xong|hoàn thành|thời gian|thời hạn|chậm nhất|vào|trong)\b)+$", re.IGNORECASE)


def title_of(work: str, phrase: str) -> str:
    """Return what is to be done, without who owes it and by when; cut at the end of a word."""
    found = subjects(work)
    if found and len(work) - found[-1].end > 15:
        work = work[found[-1].end :]
    text = " ".join(work.replace(phrase, " ").split()) if phrase else " ".join(work.split())
    text = THROUGH.sub("", text)
    text = SENT.sub("", CLOSING.sub("", text))
    text = CLOSING.sub("", OPENING.sub("", text)) or " ".join(work.split())
    if not re.search(r"\w", text):
        return ""
    if len(text) > LONGEST:
        text = text[:LONGEST].rsplit(" ", 1)[0].rstrip(" ,;:") + " …"
    return text[:1].upper() + text[1:]
