"""Read obligations from tables of work: who owes what by when, row by row."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from schedules.deadline import ReadingType
from schedules.drafting.draft import Doubt, Obligation
from schedules.drafting.duties.receivers import Receiver, receivers
from schedules.drafting.duties.spotting import Spotted, spot
from schedules.drafting.items import Item, Part
from schedules.drafting.words.aligned import aligned
from schedules.drafting.words.bodies import bodies, is_body
from schedules.drafting.work_tables import table_receivers, table_rows
from schedules.drafting.work_tables.row_kinds import kind_of_row
from schedules.drafting.work_tables.table_columns import Columns, Role, columns
from schedules.drafting.work_tables.table_days import days, label_of
from schedules.drafting.work_tables.table_lists import roster, topics
from schedules.drafting.work_tables.table_parts import as_one
from schedules.drafting.work_tables.table_rows import Row, blank

__all__ = ["obligations", "roster", "topics"]
READ = {Part.BODY, Part.ANNEX}
PROGRAMME = re.compile(
    r"\b(?:chuong trinh (?:hoi nghi|cuoc hop|lam viec|le)|lich (?:hop|tiep|truc|kiem tra|giam sat|lam viec|di))\b"
)
COOPERATING = re.compile(
    r"[;,.(]?\s*(?:chủ trì,? |thực hiện,? )?(?:cơ quan |đơn vị )?phối hợp(?: với)?\s*:?\s*", re.IGNORECASE
)
LEADING = re.compile(
    r"^\W*(?:(?:cơ quan|đơn vị)\s+)?(?:chủ trì|thực hiện|đầu mối)(?: thực hiện)?\s*:\s*", re.IGNORECASE
)
VISITED = re.compile(r"\b(?:kiem tra|giam sat|thanh tra|khao sat|lam viec|tiep|hop|to chuc|dien ra|tham dinh)\b")
DONE = re.compile(
    r"^\W*da (?:xong|hoan thanh|thuc hien xong|bao cao|gui|nop|ban hanh)\b"
)  # a column of what came of it
LONGEST_TITLE = 160


def obligations(item: Item, on: date) -> tuple[Obligation, ...]:
    """Return what the rows of a table oblige whom to do by when; nothing for forms, programmes and lists.

    Parameters:
        on: the day from which years that are not printed are counted.
    """
    if item.table is None or item.part not in READ:
        return ()
    found = columns(item.table.rows)
    if found is None or _programme(item, found) or _timetable(found):
        return ()
    reader = _Reader(item, found, on)
    return tuple(as_one(list(reader.read())))


@dataclass
class _Reader:
    item: Item
    columns: Columns
    on: date
    owner_above: str = ""

    def read(self) -> Iterator[tuple[Row, Obligation]]:
        group: tuple[str, ...] = ()
        assert self.item.table is not None
        for row in table_rows.work(self.item.table.rows, self.columns):
            if row.groups != group:
                group, self.owner_above = row.groups, ""
            owner = self._cell(row, Role.OWNER)
            self.owner_above = owner if not blank(owner) else self.owner_above
            for one in self._of_row(row):
                yield row, one

    def _of_row(self, row: Row) -> Iterator[Obligation]:
        """Yield an obligation for each day of a row: of its columns of time, else of what its task says."""
        if any(DONE.match(aligned(cell)) for cell in row.cells):
            return
        dated = self._dated(row)
        period, headings = self._cell(row, Role.PERIOD), self.columns.headings
        cells = [(at, one) for at in dated for one in days(row.cells[at], period, self.on, headings[at])]
        if not dated:
            task = self.columns.first(Role.TASK, Role.PRODUCT)
            cells = [(task, one) for one in spot(row.cells[task], self.on)] if task is not None else []
        for at, one in cells:
            yield self._drafted(row, at, one, several=len(cells) > 1)

    def _dated(self, row: Row) -> list[int]:
        """Return a row's columns of days; a new day holds instead of the one that it was moved from."""
        renewed = self.columns.renewed()
        return [renewed] if renewed is not None and not blank(row.cells[renewed]) else self.columns.all(Role.DEADLINE)

    def _drafted(self, row: Row, at: int, one: Spotted, several: bool) -> Obligation:
        task = self._cell(row, Role.TASK, Role.TOPIC, Role.PRODUCT)
        product = self._cell(row, Role.PRODUCT)
        units, cooperating = self._units(row, task)
        sent = self._sent(row, at, task, product)
        title = _title(task or (row.groups[-1] if row.groups else self.columns.headings[at]), one.phrase)
        if several and (label := label_of(row.cells[at], one)):
            title = f"{title} ({label})"
        place = f"{self.item.place}, dòng {row.number}"
        return Obligation(
            title=title,
            kind=kind_of_row(task or self.columns.headings[at], product, not blank(self._cell(row, Role.RECEIVER))),
            reading=one.reading,
            units=units,
            send_to=sent.send_to if sent else None,
            via=sent.via if sent else None,
            cooperating=cooperating,
            places=(place,),
            words=" | ".join(" ".join(cell.split()) for cell in dict.fromkeys(row.cells) if cell),
            doubts=_doubts(units, one),
        )

    def _units(self, row: Row, task: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return who owes a row, and who works along."""
        owner = self._cell(row, Role.OWNER)
        along = _names(self._cell(row, Role.COOPERATING))
        if self.columns.first(Role.OWNER) is not None and blank(owner):
            owner = self.owner_above  # printed once for several rows
        lead, *others = COOPERATING.split(LEADING.sub("", owner), maxsplit=1)
        along = along or (_names(others[0]) if others else ())
        units = _names(lead) or next(
            (bodies(text) for text in (*row.groups[::-1], *self.item.above[::-1]) if is_body(text)), ()
        )
        if not units and self.columns.first(Role.OWNER) is None:
            units = bodies(row.groups[-1]) if row.groups else ()
        return units, tuple(name for name in along if name not in units)

    def _sent(self, row: Row, at: int, task: str, product: str) -> Receiver | None:
        named = self._cell(row, Role.RECEIVER)
        if named and not blank(named):
            return table_receivers.named(named)
        for text in (product, task, self._cell(row, Role.NOTE), self.columns.headings[at], *self.item.above[::-1][:1]):
            if said := receivers(" ".join(text.split())):
                return said[-1]
        return None

    def _cell(self, row: Row, *roles: Role) -> str:
        at = self.columns.first(*roles)
        return row.cells[at] if at is not None else ""


def _title(task: str, phrase: str) -> str:
    """Return a row's work as its title, without its time, cut at the end of a word."""
    text = " ".join(task.replace(phrase, " ").split()).strip(" -–+;:,.")
    if len(text) > LONGEST_TITLE:
        text = text[:LONGEST_TITLE].rsplit(" ", 1)[0].rstrip(" ,;:") + " …"
    return text[:1].upper() + text[1:]


def _names(cell: str) -> tuple[str, ...]:
    """Return the bodies of a cell; what is no name that is known stays as printed."""
    if blank(cell):
        return ()
    lines = [line.strip(" -–+;.,") for line in cell.split("\n")]
    text = "; ".join(lines) if all(is_body(line) for line in lines if line) else " ".join(lines)
    return bodies(text) or tuple(part.strip() for part in text.split(";") if part.strip())


def _doubts(units: tuple[str, ...], one: Spotted) -> tuple[Doubt, ...]:
    phrase = {"phrase": one.phrase}
    asked = (
        ("no-unit", not units),
        ("impossible", one.reading.type is ReadingType.ERROR),
        ("unsure-day", one.reading.needs_confirmation),
        ("weekday", one.reading.weekday_check == "wrong"),
        ("year-inferred", one.reading.year_inferred),
        ("no-anchor", one.reading.type is ReadingType.RELATIVE),
    )
    return tuple(Doubt(key, phrase) for key, holds in asked if holds)


def _programme(item: Item, found: Columns) -> bool:
    """Say whether a table tells when something takes place, rather than by when it must be done."""
    title = aligned(" ".join((*item.above[-2:], item.place)))
    placed = found.first(Role.PLACE) is not None and (found.first(Role.TASK) is None or found.first(Role.OWNER) is None)
    return placed or PROGRAMME.search(title) is not None


def _timetable(found: Columns) -> bool:
    """Say whether a table only says when each unit is visited ("Đơn vị | Thời gian kiểm tra")."""
    if found.first(Role.TASK, Role.TOPIC, Role.PRODUCT) is not None:
        return False
    return any(VISITED.search(aligned(found.headings[at])) for at in found.all(Role.DEADLINE))
