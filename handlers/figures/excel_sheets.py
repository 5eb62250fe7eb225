"""Write the coordinator's table as an Excel file: "Tổng hợp", figures that add up, and "Chi tiết", every field."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from itertools import groupby

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import PatternFill

from handlers.figures.excel_columns import STANDING, Column, Shape, Shown, columns
from handlers.figures.excel_page import FORMULAS, Page, filled
from handlers.figures.figures import Standing
from handlers.figures.table_of_figures import Row, Table, figures_of
from handlers.figures.table_words import STANDINGS, as_of, figures_named, office_named
from handlers.plan_names import plan_named
from schedules.deadline import VIETNAM
from schedules.plan import Organisation

TOP = 5  # the line of the columns' titles
TOTAL_FILL = PatternFill("solid", fgColor="DDE7F0")
FILLS = {
    Standing.ON_TIME: PatternFill("solid", fgColor="D5EBD8"),
    Standing.LATE: PatternFill("solid", fgColor="FFE9B8"),
    Standing.OPEN: PatternFill("solid", fgColor="E8EEF6"),
    Standing.OVERDUE: PatternFill("solid", fgColor="F6C9C6"),
}
SUMMARY = (  # the columns of the first sheet with their widths
    ("TT", 6),
    ("Nhiệm vụ", 60),
    ("Thời hạn trong văn bản", 28),
    ("Phải nộp", 10),
    ("Đã nộp", 10),
    ("Tỷ lệ nộp", 10),
    *((STANDINGS[standing], 11) for standing in Standing),
    ("Đúng hạn theo lời đơn vị", 12),
    ("Đã gia hạn", 10),
    ("Trả lại, chờ nộp lại", 12),
    ("Đang xin gia hạn", 12),
)


def excel_file(organisation: Organisation, table: Table, *, persons: bool) -> bytes:
    """Return the table of an organisation as .xlsx.

    Parameters:
        persons: name who confirmed; not in a file that lies behind a link, which anybody who has it can open.
    """
    book = Workbook(write_only=True)
    _write_summary(book, organisation, table)
    _write_details(book, organisation, table, columns(persons=persons))
    about = book.properties
    about.title, about.creator, about.language = f"Bảng theo dõi tiến độ của {organisation.name}", "Nhắc Việc", "vi-VN"
    about.subject, about.description = as_of(table.moment), f"Cơ quan thường trực: {office_named(organisation)}"
    about.created = table.moment.astimezone(VIETNAM).replace(tzinfo=None)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _heading(organisation: Organisation, table: Table, note: str = "") -> tuple[str, ...]:
    """Say on top whose figures these are, the moment at which they hold, and what they come to."""
    office = f"Cơ quan thường trực: {office_named(organisation)}"
    return organisation.name, office, f"{as_of(table.moment)}. {figures_named(table.figures)}", note


def _write_summary(book: Workbook, organisation: Organisation, table: Table) -> None:
    """Write the figures task by task, a total for each plan, and one of all."""
    page = Page(book, "Tổng hợp", [title for title, _ in SUMMARY], [width for _, width in SUMMARY], TOP, 2)
    page.put_heading(_heading(organisation, table))
    plans = [(plan, list(rows)) for plan, rows in groupby(table.rows, key=lambda row: row.plan)]
    for plan, rows in plans:
        page.put([page.cell(f"{plan_named(plan)}: {plan.title}", bold=True, wrap=False)])
        for place, (_, alike) in enumerate(groupby(rows, key=lambda row: (row.task.id, row.period)), 1):
            page.put(_task(page, place, list(alike)))
        page.put(_total(page, "Cộng", rows))
    if len(plans) != 1:
        page.put(_total(page, "Tổng cộng", table.rows))


def _task(page: Page, place: int, rows: Sequence[Row]) -> list[Cell]:
    phrases = "; ".join(dict.fromkeys(row.phrase for row in rows if row.phrase))
    named = [page.cell(value, box=True) for value in (str(place), rows[0].title, phrases)]
    return [*named, *(page.cell(value, shape, box=True) for value, shape in _figures(rows))]


def _total(page: Page, name: str, rows: Sequence[Row]) -> list[Cell]:
    told: list[tuple[Shown | float, Shape]] = [("", Shape.TEXT), (name, Shape.TEXT), ("", Shape.TEXT), *_figures(rows)]
    return [page.cell(value, shape, bold=True, fill=TOTAL_FILL, box=True) for value, shape in told]


def _figures(rows: Sequence[Row]) -> Iterator[tuple[float, Shape]]:
    """Yield the figures of some rows in the order of the columns."""
    figures = figures_of(rows)
    yield figures.expected, Shape.NUMBER
    yield figures.submitted, Shape.NUMBER
    yield figures.percent / 100, Shape.PERCENT
    for count in (figures.on_time, figures.late, figures.open, figures.overdue, figures.by_word):
        yield count, Shape.NUMBER
    yield sum(row.extended_until is not None for row in rows), Shape.NUMBER
    yield sum(row.waits_after_return for row in rows), Shape.NUMBER
    yield sum(row.asks_extension for row in rows), Shape.NUMBER


def _write_details(book: Workbook, organisation: Organisation, table: Table, shown: Sequence[Column]) -> None:
    """Write a line for each expected assignment."""
    page = Page(book, "Chi tiết", [column.title for column in shown], [column.width for column in shown], TOP, 1)
    page.filter(len(table.rows))
    last = page.print_columns(sum(column.printed for column in shown), len(table.rows))
    note = f"Bản in gồm các cột từ A đến {last}; các cột sau đó xem trên máy."
    page.put_heading(_heading(organisation, table, note))
    for line in _lines(page, table, shown):
        page.put(line)


def _lines(page: Page, table: Table, shown: Sequence[Column]) -> Iterator[list[Cell | None]]:
    """Yield the lines; a column's cell is made once and filled anew for each of them."""
    cells = [page.cell(None, column.shape) for column in shown]
    quoted = [page.cell(None, column.shape, quoted=True) for column in shown]
    standings = {one: page.cell(STANDINGS[one], fill=fill) for one, fill in FILLS.items()}
    for row in table.rows:
        line: list[Cell | None] = []
        for place, column in enumerate(shown):
            value = column.of(row, table.moment)
            if column is STANDING:
                line.append(standings[row.standing])
            elif value is None or value == "":
                line.append(None)
            elif isinstance(value, str) and value.startswith(FORMULAS):
                line.append(filled(quoted[place], value))
            else:
                line.append(filled(cells[place], value))
        yield line
