"""The columns of the Excel file's sheet "Chi tiết": what each shows of a row, and how wide it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from handlers.figures.figures import Standing
from handlers.figures.table_of_figures import Row
from handlers.figures.table_words import KINDS, STANDINGS
from handlers.plan_names import plan_named
from schedules.deadline import VIETNAM

Shown = str | int | date | datetime | None


class Shape(StrEnum):
    """How a value is written; the value is Excel's own format."""

    TEXT = "@"
    NUMBER = "0"
    DAY = "dd/mm/yyyy"
    MOMENT = "dd/mm/yyyy hh:mm"
    PERCENT = "0.0%"


@dataclass(frozen=True, slots=True)
class Column:
    """One column. ``of`` takes a row and the moment at which the table holds; ``width`` is in characters."""

    title: str
    width: int
    of: Callable[[Row, datetime], Shown]
    shape: Shape = Shape.TEXT
    printed: bool = False  # one sheet of paper has room for the first columns only
    personal: bool = False  # names a person


STANDING = Column("Tình trạng", 15, lambda row, now: STANDINGS[row.standing], printed=True)
COLUMNS = (
    Column("Đơn vị", 28, lambda row, now: row.unit, printed=True),
    Column("Nhiệm vụ", 44, lambda row, now: row.task.title, printed=True),
    Column("Kỳ", 11, lambda row, now: row.period_ends_on, Shape.DAY, printed=True),
    Column("Thời hạn trong văn bản", 22, lambda row, now: row.phrase, printed=True),
    Column("Ngày cuối", 11, lambda row, now: row.last_day, Shape.DAY, printed=True),
    STANDING,
    Column("Số ngày quá hạn", 9, lambda row, now: _days_overdue(row, now), Shape.NUMBER, printed=True),
    Column("Xác nhận nộp lúc", 16, lambda row, now: _local(row.submitted_at), Shape.MOMENT, printed=True),
    Column("Số, ký hiệu văn bản", 18, lambda row, now: row.document_number, printed=True),
    Column("Ngày văn bản", 11, lambda row, now: row.document_on, Shape.DAY, printed=True),
    Column("Mã đơn vị", 14, lambda row, now: row.unit_id),
    Column("Kế hoạch", 34, lambda row, now: plan_named(row.plan)),
    Column("Giờ hết hạn", 9, lambda row, now: _hour(row)),
    Column("Ngày nộp theo lời đơn vị", 12, lambda row, now: row.handed_in_on, Shape.DAY),
    Column("Đúng hạn theo lời đơn vị", 11, lambda row, now: _yes(row.by_word)),
    Column("Do cơ quan thường trực ghi", 11, lambda row, now: _yes(row.by_office)),
    Column("Người xác nhận", 24, lambda row, now: "" if row.by_office else row.recorded_by, personal=True),
    Column("Minh chứng", 36, lambda row, now: row.evidence),
    Column("Chấp nhận lúc", 17, lambda row, now: _local(row.accepted_at), Shape.MOMENT),
    Column("Số lần nộp", 8, lambda row, now: row.rounds or None, Shape.NUMBER),
    Column("Số lần trả lại", 8, lambda row, now: row.returns or None, Shape.NUMBER),
    Column("Lý do trả lại", 30, lambda row, now: row.return_reason),
    Column("Trả lại, chờ nộp lại", 11, lambda row, now: _yes(row.waits_after_return)),
    Column("Đã gia hạn đến", 12, lambda row, now: row.extended_until, Shape.DAY),
    Column("Đang xin gia hạn", 11, lambda row, now: _yes(row.asks_extension)),
    Column("Xin gia hạn đến", 12, lambda row, now: row.asked_until, Shape.DAY),
    Column("Đã nhận lúc", 17, lambda row, now: _local(row.received_at), Shape.MOMENT),
    Column("Nhắc gần nhất lúc", 17, lambda row, now: _local(row.reminded_at), Shape.MOMENT),
    Column("Loại đơn vị", 20, lambda row, now: KINDS[row.kind]),
    Column("Nhóm đơn vị", 26, lambda row, now: "; ".join(row.groups)),
    Column("Nơi nhận", 26, lambda row, now: row.task.send_to),
    Column("Gửi qua", 20, lambda row, now: row.task.via),
)


def columns(*, persons: bool) -> tuple[Column, ...]:
    """Return the columns, with those that name persons or without."""
    return tuple(column for column in COLUMNS if persons or not column.personal)


def _local(moment: datetime | None) -> datetime | None:
    """Return a moment as the clock on the wall shows it: Excel knows no time zones."""
    return moment.astimezone(VIETNAM).replace(tzinfo=None) if moment else None


def _hour(row: Row) -> str:
    """Return the hour at which a deadline ends that does not end with its day."""
    if row.deadline is None:
        return ""
    ends_at = row.deadline.ends_at.astimezone(VIETNAM)
    midnight = ends_at.date() == row.deadline.last_day + timedelta(days=1) and ends_at.hour == ends_at.minute == 0
    return "" if midnight else f"{ends_at:%H:%M}"


def _days_overdue(row: Row, now: datetime) -> int | None:
    if row.standing is not Standing.OVERDUE or row.deadline is None:
        return None
    return (now.astimezone(VIETNAM).date() - row.deadline.last_day).days


def _yes(true: bool) -> str:
    return "Có" if true else ""
