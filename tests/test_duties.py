"""Which periods of a recurring duty are still looked at: also one whose deadline was moved far from its own day."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from schedules.deadline import VIETNAM, Moved
from schedules.duties import duties
from schedules.plan import AssignmentId
from tests.handlers.small_plans import HANG_THANG, SMALL, THU_NGHIEM, VI_DU

PERIOD, GIVEN = "2026-04-20", date(2026, 7, 19)  # 91 days after the nineteenth of April
MOVED = {
    AssignmentId(VI_DU, HANG_THANG.id, "dinh-ky", THU_NGHIEM, PERIOD): Moved(
        "extended", GIVEN, datetime(2026, 4, 18, 9, 0, tzinfo=VIETNAM)
    )
}


@pytest.mark.parametrize(("days", "seen"), [(-1, True), (3, True), (40, True), (200, False)])
def test_a_period_extended_by_a_quarter_is_reminded_of_after_its_new_day(days: int, seen: bool) -> None:
    day = GIVEN + timedelta(days=days)
    found = {duty.period: duty.deadline.last_day for duty in duties(SMALL.organisations[VI_DU], day, day, MOVED)}
    assert (found.get(PERIOD) == GIVEN) is seen
