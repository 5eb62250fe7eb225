"""Read the days of a table's cell: one time, several with what each is for, or what a column of periods leaves out."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from schedules import phrases
from schedules.deadline import ReadingType
from schedules.drafting.duties.spotting import Spotted, spot
from schedules.drafting.words.aligned import aligned
from schedules.drafting.work_tables.column_bounds import bound_of, bounded, completed, limit_of, period_of
from schedules.drafting.work_tables.table_rows import blank

# A beginning without an end ("Từ tháng 3"), years of a programme, what is done already, a goal: no day to hand in by.
NO_END = re.compile(
    r"^\W*tu (?!.*(?:den|toi|het|truoc|-)).*$|^\W*(?:giai doan )?20\d\d ?- ?20\d\d\W*$"
    r"|^\W*da (?:xong|hoan thanh|thuc hien)\b|\d ?%"
)
BRACKETS = re.compile(r"\s*\([^()]*\)")  # "15/6/2026 (thứ Hai)"
PART_OF_DAY = re.compile(r"\d|\b[IV]{1,3}\b")
MARK = re.compile(r"[xX✓✔√+]")  # "Đợt 1 (trước 15/4/2026) | x": the day of the heading
LONGEST_TIME = 60  # characters of a cell that is nothing but a time
TIMES = {ReadingType.DEADLINE, ReadingType.RANGE, ReadingType.RANGES, ReadingType.RECURRING, ReadingType.RELATIVE}


def days(cell: str, period: str, on: date, heading: str = "") -> list[Spotted]:
    """Return the days of a cell, as a whole or part by part.

    Parameters:
        period: what the row's column of periods says ("Hằng tháng"), else "".
        heading: of the cell's column: it may hold the boundary of its days, or their period.
    """
    if MARK.fullmatch(cell.strip()):
        return list(spot(heading, on))
    bound, period = bound_of(heading), period or period_of(heading)
    cell = completed(cell, heading, period)
    found = _days(cell, period, on) or _point(cell, bound or limit_of(heading), on)
    return [_bounded(one, bound, on) for one in found]


def _point(cell: str, bound: str, on: date) -> list[Spotted]:
    """Read what is a moment by itself and a limit only in its column: "16h00 ngày 15/6/2026"."""
    flat = " ".join(cell.split())
    if len(flat) > LONGEST_TIME or not (phrase := bounded(flat, bound)):
        return []
    reading = phrases.read(phrase, on)
    return [Spotted(phrase, 0, len(phrase), reading)] if reading.type in TIMES else []


def _bounded(one: Spotted, bound: str, on: date) -> Spotted:
    """Read a bare day with the boundary that stands in its column's heading."""
    phrase = bounded(one.phrase, bound)
    reading = phrases.read(phrase, on) if phrase else one.reading
    return replace(one, phrase=phrase, reading=reading) if phrase and reading.type in TIMES else one


def _days(cell: str, period: str, on: date) -> list[Spotted]:
    if blank(cell):
        return []
    flat = " ".join(cell.split())
    if NO_END.search(aligned(flat)):
        return []
    found = list(spot(flat, on)) or _whole(flat, on) or _whole(BRACKETS.sub("", flat), on)
    if period and not any(one.reading.type is ReadingType.RECURRING for one in found):
        found = list(spot(f"{flat} {period.lower()}", on)) or found
    return _part_by_part(cell, on) or found


def _whole(cell: str, on: date) -> list[Spotted]:
    """Read a cell that is nothing but a time though no sentence would say it so ("Tuần 1 tháng 6/2026")."""
    if len(cell) > LONGEST_TIME:
        return []
    reading = phrases.read(cell, on)
    return [Spotted(cell, 0, len(cell), reading)] if reading.type in TIMES else []


def _part_by_part(cell: str, on: date) -> list[Spotted]:
    """Read a cell that gives each of several reports a day of its own: on lines, or behind "Lần 1: …; lần 2: …"."""
    parts = [part for part in re.split(r"\n|;", cell) if part.strip()]
    if len(parts) < 2:
        return []
    found: list[Spotted] = []
    for part in parts:
        said = " ".join(part.rpartition(":")[2].split())
        read = [one for one in spot(said, on) if one.reading.type in TIMES] or _whole(said, on)
        if len(read) != 1 or not PART_OF_DAY.search(part) or read[0].reading.type is ReadingType.RANGES:
            return []
        found += read
    return found


def label_of(cell: str, one: Spotted) -> str:
    """Return what stands before one of a cell's days ("Báo cáo quý I: …"), "" where nothing does."""
    for line in cell.split("\n"):
        before, found, _ = " ".join(line.split()).partition(one.phrase)
        if found:
            return re.split(r"[;.]", before)[-1].strip(" -–+:,()")
    return ""
