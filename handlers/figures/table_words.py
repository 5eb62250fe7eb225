"""The words of the coordinator's table as a file: Excel and picture.

They are those of an office's own papers and are Vietnamese whoever asks for them, so they stand here.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from handlers.figures.figures import Figures, Standing
from handlers.plan_names import day_named
from schedules.deadline import VIETNAM
from schedules.plan import Organisation, UnitKind

WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
STANDINGS: Mapping[Standing, str] = {
    Standing.ON_TIME: "Đúng hạn",
    Standing.LATE: "Muộn",
    Standing.OPEN: "Còn trong hạn",
    Standing.OVERDUE: "Quá hạn",
}
KINDS: Mapping[UnitKind, str] = {
    "commune": "Xã, phường, đặc khu",
    "department": "Sở, ban, ngành và đơn vị khác",
}


def moment_named(now: datetime) -> str:
    """Write a moment as the chat does: "08:00 thứ Hai 04/5/2026"."""
    local = now.astimezone(VIETNAM)
    return f"{local:%H:%M} {WEEKDAYS[local.weekday()]} {day_named(local.date())}"


def as_of(now: datetime) -> str:
    """Say at which moment figures hold."""
    return f"Số liệu tính đến {moment_named(now)}"


def percent_named(figures: Figures) -> str:
    """Write the share that has handed in: "33,3%"."""
    return f"{figures.percent:g}%".replace(".", ",")


def figures_named(figures: Figures) -> str:
    """Write figures as the chat does."""
    return (
        f"Đã nộp {figures.submitted}/{figures.expected} ({percent_named(figures)}): đúng hạn {figures.on_time}, "
        f"muộn {figures.late}; chưa nộp: còn trong hạn {figures.open}, quá hạn {figures.overdue}"
    )


def office_named(organisation: Organisation) -> str:
    """Name the standing office of an organisation."""
    office = organisation.units.get(organisation.standing_office_id)
    return office.name if office else organisation.name
