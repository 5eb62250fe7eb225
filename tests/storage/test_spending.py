"""What a bot has sent in a month: counted by bot and by Vietnam's month, and what was foreseen."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlmodel import Session

from schedules.forecast import month_of
from schedules.plan import AssignmentId
from storage import outbox, own_chats, people, spending, submissions
from storage.spending import Forecast
from storage.tables import RoleKind
from tests.storage.conftest import GIA_LAI, NOW, Office, join, message

MAY = "2026-05"


@pytest.mark.parametrize(
    ("moment", "month"),
    [
        (datetime(2026, 4, 30, 16, 59, tzinfo=UTC), "2026-04"),
        (datetime(2026, 4, 30, 17, 0, tzinfo=UTC), "2026-05"),  # midnight in Vietnam
    ],
)
def test_the_month_turns_in_vietnam(moment: datetime, month: str) -> None:
    assert month_of(moment) == month


def test_messages_are_counted_by_bot_and_month(session: Session) -> None:
    for channel, bot, month, count in (
        ("zalo", "", MAY, 2),
        ("zalo", "", MAY, 3),
        ("zalo", "gia-lai", MAY, 10),
        ("zalo", "", "2026-06", 100),
    ):
        spending.spend(session, channel, bot, month, count)
    assert spending.spent(session, "zalo", "", MAY) == 5
    assert spending.spent(session, "zalo", "gia-lai", MAY) == 10
    assert spending.spent(session, "telegram", "", MAY) == 0


def test_a_refusal_keeps_what_was_counted(session: Session) -> None:
    assert spending.refused_until(session, "zalo", "", MAY) is None
    spending.spend(session, "zalo", "", MAY, 7)
    for hours in (6, 12):
        spending.refuse_until(session, "zalo", "", MAY, NOW + timedelta(hours=hours))
    spending.spend(session, "zalo", "", MAY, 1)
    assert spending.spent(session, "zalo", "", MAY) == 8
    assert spending.refused_until(session, "zalo", "", MAY) == NOW + timedelta(hours=12)
    assert spending.refused_until(session, "zalo", "", "2026-06") is None


def test_the_newest_forecast_of_each_bot_is_kept_for_its_month(session: Session) -> None:
    first = Forecast("zalo", "", MAY, 3000, 10, {"LAST_DAY": 5, "EARLY": 7}, tight=False)
    other = replace(first, bot="gia-lai", refused=["gia-lai"], closed=True)
    newer = replace(first, spent=12, demand={"LAST_DAY": 3}, tight=True)
    for one in (first, other, newer):
        spending.keep_forecast(session, one)
    assert spending.forecasts(session, MAY) == [newer, other]
    assert spending.forecasts(session, "2026-06") == []
    assert newer.to_come == 3


def test_what_is_being_sent_counts_for_its_bot(session: Session, office: Office) -> None:
    outbox.put_many(session, [message(office.binh), message(office.chi), message(office.em)])
    first, second = outbox.claim(session, "a", NOW, NOW, timedelta(minutes=1), 2)
    assert first.id != second.id
    assert spending.in_flight(session, "telegram", "") == 2
    assert spending.in_flight(session, "telegram", "", besides=first) == 1
    assert spending.in_flight(session, "zalo", "") == 0


def test_the_parts_of_a_message_that_has_begun_count_and_others_wait(session: Session, office: Office) -> None:
    outbox.put_many(session, [message(office.binh), message(office.em, urgent_at=NOW + timedelta(days=4))])
    begun, other = outbox.claim(session, "a", NOW, NOW, timedelta(minutes=1), 2)
    outbox.fix_words(session, begun, ["một", "hai", "ba"], [])
    outbox.fix_words(session, other, ["một", "hai"], [])
    assert spending.in_flight(session, "telegram", "") == 5
    assert spending.in_flight(session, "telegram", "", besides=begun) == 2
    outbox.sent(session, begun, "1", NOW)
    outbox.put_back(session, other, NOW, counts=False, trouble="busy")
    assert spending.in_flight(session, "telegram", "") == 2, "nothing of the other has gone out"


def test_whatever_matters_to_a_forecast_changes_the_figures(session: Session, office: Office) -> None:
    assert office.person.id
    seen = [spending.what_counts(session)]
    submissions.record(session, AssignmentId(GIA_LAI, "kh", "bao-cao", "21607"), office.person.id, NOW)
    seen.append(spending.what_counts(session))
    join(session, "Giang Thu", "21607", RoleKind.OFFICER)
    seen.append(spending.what_counts(session))
    people.mark_unreachable(session, office.em, "blocked", NOW)
    seen.append(spending.what_counts(session))
    outbox.put_many(session, [message(office.binh)])
    seen.append(spending.what_counts(session))
    for channel in ("zalo", "telegram"):
        own_chats.prefer(session, office.person.id, channel)
        seen.append(spending.what_counts(session))
    assert len(set(seen)) == len(seen)
    assert spending.what_counts(session) == seen[-1]
