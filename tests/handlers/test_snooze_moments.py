"""When a reminder comes that somebody asked for: what was said, and what a deadline leaves of it."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from handlers.later.snooze_meaning import meant_by
from handlers.later.snooze_moments import fitted, moment_of, offered
from schedules.duties import office_of
from tests.handlers.small_plans import SMALL, VI_DU
from tests.small_plans import at

OFFICE = office_of(SMALL.organisations[VI_DU])
NOW = at("5/5 09:00")  # a Tuesday


@pytest.mark.parametrize(
    ("when", "moment"),
    [
        ("2026-05-05T13:45", at("5/5 13:45")),
        ("2026-05-07", at("7/5 07:30")),
        ("2026-05-06TMO", at("6/5 07:30")),
        ("2026-05-06TMI", at("6/5 11:30")),
        ("2026-05-05TAF", at("5/5 13:30")),
        ("2026-05-05TEV", at("5/5 19:00")),
        ("PT1H", at("5/5 10:00")),
        ("PT1H30M", at("5/5 10:30")),
        ("PT45M", at("5/5 09:45")),
        ("P2D", at("7/5 09:00")),
        ("", None),
        ("P", None),
        ("PT", None),
        ("2026-13-05", None),
        ("2026-05-05T25:00", None),
        ("mai", None),
    ],
)
def test_moment_of(when: str, moment: datetime | None) -> None:
    assert moment_of(when, NOW, OFFICE) == moment


@pytest.mark.parametrize(
    ("asked", "ends", "fit"),
    [
        pytest.param("5/5 15:00", ["7/5 00:00"], ("5/5 15:00", ""), id="in time"),
        pytest.param("6/5 23:30", ["7/5 00:00"], ("6/5 23:30", ""), id="late, but in time"),
        pytest.param("7/5 00:00", ["7/5 00:00"], ("6/5 20:00", "deadline"), id="at the end"),
        pytest.param("9/5 07:30", ["10/5 00:00", "7/5 00:00"], ("6/5 20:00", "deadline"), id="the nearest counts"),
        pytest.param("6/5 07:30", ["5/5 17:00"], ("5/5 16:00", "deadline"), id="an hour before a clock's deadline"),
        pytest.param("6/5 07:30", ["5/5 09:40"], ("5/5 09:20", "deadline"), id="half of what is left"),
        pytest.param("6/5 07:30", ["5/5 09:08"], None, id="nothing left"),
        pytest.param("6/5 07:30", ["4/5 00:00", "8/5 00:00"], ("6/5 07:30", ""), id="what is past counts for nothing"),
        pytest.param("12/5 09:00", ["4/5 00:00"], ("12/5 09:00", ""), id="a week, all overdue"),
        pytest.param("13/5 07:30", ["4/5 00:00"], ("12/5 09:00", "week"), id="more than a week"),
        pytest.param("13/5 07:30", [], ("12/5 09:00", "week"), id="no day known"),
    ],
)
def test_fitted(asked: str, ends: list[str], fit: tuple[str, str] | None) -> None:
    found = fitted(at(asked), NOW, map(at, ends))
    assert (found and (found.at, found.cut)) == (fit and (at(fit[0]), fit[1]))


def test_nothing_is_ever_set_past_the_deadline_or_in_the_past() -> None:
    end = at("7/5 17:00")
    for minutes in range(1, 3 * 24 * 60, 17):
        now = end - timedelta(minutes=minutes)
        for asked in (now + timedelta(hours=1), end, end + timedelta(days=3)):
            found = fitted(asked, now, [end])
            assert found is None or now < found.at < end


@pytest.mark.parametrize(
    ("now", "names"),
    [
        ("5/5 09:00", ["hour", "afternoon", "tomorrow"]),
        ("5/5 14:00", ["hour", "tomorrow"]),
        ("8/5 14:00", ["hour", "tomorrow", "working-day"]),  # a Friday
    ],
)
def test_offered(now: str, names: list[str]) -> None:
    found = dict(offered(at(now), OFFICE))
    assert list(found) == names
    assert all((moment_of(when, at(now), OFFICE) or at(now)) > at(now) for when in found.values())


def test_a_message_that_names_nothing_means_everything() -> None:
    assert meant_by([], "chiều nhắc lại").everything
