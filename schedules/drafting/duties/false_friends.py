"""What looks like a deadline and is none: each rule with the way of writing that it comes from."""

from __future__ import annotations

import re
from datetime import date, timedelta

from schedules.deadline import Reading, ReadingType
from schedules.drafting.duties.asking import AFTER, BEFORE, DOING, sentence_end
from schedules.drafting.duties.orders_told import (
    CITED,
    NOT_YET_TOLD,
    PURPOSE,
    REPLACED,
    STATE,
    STATE_OF_THINGS,
    TELLING,
    THEN_ASKS,
    TOLD,
)
from schedules.drafting.duties.unasked import (
    ALL_BY,
    CUT_OFF,
    EVENT_ITSELF,
    FORBIDDEN,
    GOAL_SIGN,
    HAND_IN,
    LUNAR,
    MEETING_AT,
    MOMENT,
    NEVER_WORK,
    OPEN_AT,
    REFUSED,
    SAME_DAY,
    SINCE,
    TARGET,
    TIMETABLE,
    TO_HOLD,
    WILL,
)

LONG_AGO = timedelta(days=45)
LONGEST_WORK = timedelta(days=550)
KEPT = {ReadingType.DEADLINE, ReadingType.RANGE, ReadingType.RANGES, ReadingType.RECURRING, ReadingType.RELATIVE}


def is_false_friend(text: str, flat: str, start: int, end: int, reading: Reading, on: date) -> bool:
    """Say whether a phrase of time in a text is no deadline for work.

    Parameters:
        flat: the whole text, aligned (schedules/drafting/words/aligned.py).
        start, end: where the phrase stands in it.
    """
    low = max(0, start - BEFORE)
    text, flat = text[low : end + AFTER], flat[low : end + AFTER]
    start, end = start - low, end - low
    if re.search(r"\btính(?: toán)? $", text[max(0, start - 12) : start].lower()):
        return True  # "tính đến ngày …"; only its diacritics tell it from "tỉnh"
    before, phrase, after = _clause(flat, start), flat[start:end], flat[end : end + 160]
    return (
        any(rule.search(before) for rule in (*NEVER_WORK, *TELLING))
        or _figures(text, before, phrase, start)
        or _asked_back(flat, end)
        or bool(PURPOSE.search(before) and THEN_ASKS.match(flat[end:]))
        or bool(TOLD.search(before) or REPLACED.search(after) or REFUSED.match(after) or LUNAR.search(after))
        or bool(SAME_DAY.search(text[:start].lower()))
        or _meets(before, phrase)
        or _over(reading, on)
        or _told(flat, start, phrase, before, after, reading, on)
        or _target(flat, start, end, phrase)
    )


def _figures(text: str, before: str, phrase: str, start: int) -> bool:
    """Say whether a day closes figures or a time that is told of, or belongs to a timetable."""
    signed = phrase.startswith(("truoc", "xong", "hoan thanh", "cham nhat"))
    if not signed and (FORBIDDEN.search(before) or CUT_OFF.search(before)):
        return True
    since = SINCE.search(before) or text[max(0, start - 4) : start].lower().endswith("từ ")  # not "điện tử"
    if since and re.match(r"(?:den|toi|truoc)\b", phrase):
        return True
    if WILL.search(before) and re.match(r"(?:tu|vao|trong)\b", phrase):
        return True
    if OPEN_AT.search(text[:start].lower()) and re.match(r"tu\b", phrase):
        return True
    timetable = TIMETABLE.match(before)
    return bool(MOMENT.match(phrase) or (timetable and not DOING.search(timetable[1])))


def _over(reading: Reading, on: date) -> bool:
    """Say whether a time is over or too long for a work."""
    if reading.type is ReadingType.RANGE and reading.past_at_issue:
        return True  # "trong tháng 4/2026, toàn tỉnh …"
    if reading.last_day and reading.last_day < on - LONG_AGO:
        return True  # a deadline long past is told, not set
    # else a programme, a term of office
    return bool(reading.start and reading.end and reading.end - reading.start > LONGEST_WORK)


def _told(flat: str, start: int, phrase: str, before: str, after: str, reading: Reading, on: date) -> bool:
    """Say whether it tells the state of things on a day that has passed, or an order that was given before."""
    past = reading.past_at_issue
    if past and (phrase.startswith("den ") or before.count("(") > before.count(")")):
        return True  # "so với yêu cầu (hoàn thành trước ngày 30/6)": what once was asked
    if NOT_YET_TOLD.match(phrase) and not DOING.search(before) and STATE_OF_THINGS.match(after):
        return True
    if past and STATE.search(flat[flat.rfind(". ", 0, start) + 1 : start]):
        return True
    return past and bool(CITED.search(before) or re.search(r"\b(?:da|tuy nhien|nhung|den nay)\b", before + after))


def _asked_back(flat: str, end: int) -> bool:
    """Say whether the sentence is a reader's question."""
    mark = re.compile(r"[.?](?= |$)").search(flat, end)
    return mark is not None and mark[0] == "?"


def _target(flat: str, start: int, end: int, phrase: str) -> bool:
    clause = (
        re.split(r"[;()]", flat[flat.rfind(". ", 0, start) + 1 : start])[-1] + flat[start : sentence_end(flat, end)]
    )
    if GOAL_SIGN.match(phrase):
        return True
    if re.search(r"\d ?[/.-] ?\d", phrase) and ALL_BY.search(flat[:start]):
        return False
    far = phrase.startswith(("den", "het", "tu nay")) or re.fullmatch(r"(?:trong )?nam \d{4}", phrase)
    return bool(far and TARGET.search(clause) and not re.search(r"\b(?:gui|trinh|bao cao ve)\b", clause))


def _meets(before: str, phrase: str) -> bool:
    """A meeting is held on its day, "vào ngày …"; only what goes before it has a deadline."""
    if EVENT_ITSELF.match(before.strip()) and not re.match(r"truoc|cham nhat|xong", phrase):
        return True
    if TO_HOLD.match(before) and re.match(r"(?:trong khoang thoi gian )?tu\b", phrase):
        return False
    at = MEETING_AT.search(before)
    on_its_day = re.match(r"(?:vao|luc|ngay|tu|trong ngay)\b|\d", phrase)
    return bool(at and on_its_day and not HAND_IN.search(at[0]))


def _clause(flat: str, start: int) -> str:
    """Return what stands before a place in its own sentence."""
    begin = max(flat.rfind(mark, 0, start) for mark in (". ", "; ", "! "))
    return flat[begin + 1 if begin >= 0 else 0 : start]
