"""Who hears for a unit while its officer is on leave."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlmodel import Session

from storage import leaves, people
from storage.tables import RoleKind
from tests.storage.conftest import GIA_LAI, NOW, Office, join

TODAY = date(2026, 5, 4)
DAY = timedelta(days=1)


def hearing(session: Session, now: datetime | None, units: list[str] | None = None) -> list[str]:
    found = people.chats_of_units(session, GIA_LAI, units, now=now)
    return [f"{unit} {chat.address.split()[0]}" for unit, chat in found]


def away(session: Session, name: str, first: date = TODAY, last: date = TODAY) -> int:
    chat = people.chat_of(session, "telegram", "", name)
    assert chat.person_id is not None
    leaves.take(session, chat.person_id, first, last, NOW)
    return chat.person_id


def test_deputies_hear_nothing_unasked(session: Session, office: Office) -> None:
    join(session, "Thay Thu", "21607", RoleKind.DEPUTY)
    assert hearing(session, NOW) == ["21607 Em", "so-noi-vu Binh", "so-noi-vu Chi"]


@pytest.mark.parametrize(
    ("deputies", "on_leave", "expected"),
    [
        pytest.param([], ["Binh Thu"], ["21607 Em", "so-noi-vu Chi"], id="another officer hears"),
        pytest.param([], ["Em Thu"], ["21607 Em", "so-noi-vu Binh", "so-noi-vu Chi"], id="nobody else: still told"),
        pytest.param(["21607"], ["Em Thu"], ["21607 Thay", "so-noi-vu Binh", "so-noi-vu Chi"], id="the deputy"),
        pytest.param(
            ["so-noi-vu"], ["Binh Thu"], ["21607 Em", "so-noi-vu Chi", "so-noi-vu Thay"], id="both, where one is there"
        ),
        pytest.param(
            ["21607"],
            ["Em Thu", "Thay Thu"],
            ["21607 Em", "so-noi-vu Binh", "so-noi-vu Chi"],
            id="the deputy is away too",
        ),
        pytest.param(["so-noi-vu"], ["Em Thu"], ["21607 Em", "so-noi-vu Binh", "so-noi-vu Chi"], id="another's deputy"),
        pytest.param([], ["Dung Thu"], ["21607 Em", "so-noi-vu Binh", "so-noi-vu Chi"], id="a leader's leave"),
    ],
)
def test_who_hears(
    session: Session, office: Office, deputies: list[str], on_leave: list[str], expected: list[str]
) -> None:
    for unit in deputies:
        join(session, "Thay Thu", unit, RoleKind.DEPUTY)
    for name in on_leave:
        away(session, name)
    assert hearing(session, NOW) == expected
    assert hearing(session, None) == ["21607 Em", "so-noi-vu Binh", "so-noi-vu Chi"]


def test_only_units_asked_for(session: Session, office: Office) -> None:
    join(session, "Thay Thu", "21607", RoleKind.DEPUTY)
    away(session, "Em Thu")
    assert hearing(session, NOW, ["so-noi-vu"]) == ["so-noi-vu Binh", "so-noi-vu Chi"]
    assert hearing(session, NOW, ["21607"]) == ["21607 Thay"]


def test_a_deputy_hears_for_an_officer_whom_nothing_reaches(session: Session, office: Office) -> None:
    join(session, "Thay Thu", "21607", RoleKind.DEPUTY)
    away(session, "Em Thu")
    people.mark_unreachable(session, office.em, "blocked", NOW)
    assert hearing(session, NOW, ["21607"]) == ["21607 Thay"]


@pytest.mark.parametrize(
    ("now", "is_away"),
    [
        pytest.param(datetime(2026, 5, 10, 16, 59, tzinfo=UTC), False, id="the evening before"),
        pytest.param(datetime(2026, 5, 10, 17, 0, tzinfo=UTC), True, id="midnight in Vietnam"),
        pytest.param(datetime(2026, 5, 15, 16, 59, tzinfo=UTC), True, id="the last evening"),
        pytest.param(datetime(2026, 5, 15, 17, 0, tzinfo=UTC), False, id="the morning after"),
    ],
)
def test_days_are_days_in_vietnam(session: Session, office: Office, now: datetime, is_away: bool) -> None:
    join(session, "Thay Thu", "21607", RoleKind.DEPUTY)
    away(session, "Em Thu", date(2026, 5, 11), date(2026, 5, 15))
    assert hearing(session, now, ["21607"]) == (["21607 Thay"] if is_away else ["21607 Em"])


def test_coming_back_early(session: Session, office: Office) -> None:
    person = away(session, "Em Thu", TODAY, TODAY + 5 * DAY)
    assert {unit for unit, _, _ in leaves.away(session, GIA_LAI, NOW)} == {"21607"}
    assert leaves.end(session, person, NOW) == 1
    assert leaves.end(session, person, NOW) == 0
    assert leaves.away(session, GIA_LAI, NOW) == set()


def test_new_days_replace_those_before(session: Session, office: Office) -> None:
    person = away(session, "Em Thu", TODAY, TODAY + 5 * DAY)
    away(session, "Em Thu", TODAY + DAY, TODAY + DAY)
    assert [one.first_on for one in leaves.kept(session, person, NOW)] == [TODAY + DAY]
