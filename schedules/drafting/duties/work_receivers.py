"""Say who receives the paper of a piece of work: its own clause says it, else what stands around it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from schedules.drafting.duties.receivers import Receiver, receiver, receiver_behind, with_via_behind
from schedules.drafting.duties.spotting import Spotted
from schedules.drafting.items import Item
from schedules.drafting.words.aligned import aligned
from schedules.drafting.words.bodies import is_body

AS_FOLLOWS = re.compile(r"\bnhu sau\W*$")
OWN_REPORT = re.compile(r"^\W*(?:bao cao|gui|nop|ho so|danh sach|thoi (?:gian|han))\b")


def sent_to(
    work: str,
    one: Spotted,
    text: str,
    left: int,
    right: int,
    told: str,
    after: str,
    item: Item,
    before: Receiver | None = None,
    going_on: bool = False,
) -> Receiver | None:
    segment = text[left:right]
    found = receiver(segment, one.start - left)
    if found is None and before and going_on:
        return before
    if found is None and told:
        found = receiver(told, len(told))
    if found is None and right < len(text):
        found = receiver_behind(text[left:], one.start - left)
    if (
        found is None
        and after
        and re.match(r"\W*(?:báo cáo|văn bản|kết quả|hồ sơ|ý kiến|danh sách)[^.]{0,60}\bgửi\b", after, re.IGNORECASE)
    ):
        found = receiver(after, len(after))
    if found is None and item.above and (OWN_REPORT.search(aligned(work)) or _only_names(work, item.above[-1])):
        found = receiver(item.above[-1], len(item.above[-1]))
    return with_via_behind(found, text, one.end)


def _only_names(work: str, above: str) -> bool:
    """Say whether a line only names who owes by when what stands above it: "Hồ sơ gửi về … như sau:"."""
    return AS_FOLLOWS.search(aligned(above)) is not None and is_body(work.strip(" -+*_:;,."))


def said_after(text: str, spans: list[tuple[int, int]], number: int, spotted: Sequence[Spotted]) -> str:
    """Return the next sentence where it has no deadline of its own: it may say where the paper goes."""
    if number + 1 == len(spans):
        return ""
    start, end = spans[number + 1]
    return "" if any(start <= one.start < end for one in spotted) else text[start:end]
