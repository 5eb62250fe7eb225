"""Rounds while an officer is on leave: the deputy is reminded instead, and nobody twice."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlmodel import Session, select

from bot.house import House, build
from bot.settings import Settings
from storage import leaves
from storage.database import unit_of_work
from storage.tables import Chat, Outbox, RoleKind
from tests import small_plans
from tests.small_plans import ORGANISATION, SMALL, UNIT, at

PEOPLE = {"officer": (UNIT, RoleKind.OFFICER), "deputy": (UNIT, RoleKind.DEPUTY)}


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    file = tmp_path / "plans.yaml"
    file.write_text(SMALL, "utf-8")
    url = small_plans.database(tmp_path)
    small_plans.join(url, ORGANISATION, PEOPLE)
    house = build(Settings(plans_file=file, database_url=url), {}, start=at("22/4 07:30"), yes=True)
    yield house
    house.engine.dispose()
    if house.held:
        house.held.close()


async def told(house: House, moment: str) -> list[str]:
    """Run a round at a moment and return whom it reminds."""
    house.clock.jump(at(moment)) if at(moment) > house.clock.now() else None
    with Session(house.engine) as session:
        before = set(session.exec(select(Outbox.id)))
    await house.rounds.run()
    with Session(house.engine) as session:
        rows = session.exec(select(Outbox, Chat).join(Chat, Chat.id == Outbox.chat_id)).all()  # type: ignore[arg-type]
        return [chat.address for row, chat in rows if row.id not in before and row.kind == "bundle"]


def leave(house: House, first: date, last: date) -> int:
    with unit_of_work(house.engine) as session:
        person = session.exec(select(Chat.person_id).where(Chat.address == "officer")).one()
        assert person is not None
        leaves.take(session, person, first, last, house.clock.now())
        return person


async def test_the_deputy_hears_during_the_leave_only(house: House) -> None:
    assert await told(house, "22/4 07:30") == ["officer"]
    leave(house, date(2026, 4, 23), date(2026, 4, 24))
    assert await told(house, "24/4 07:30") == ["deputy"]
    assert await told(house, "24/4 07:31") == []
    assert await told(house, "04/5 07:30") == ["officer"]


async def test_who_comes_back_early_hears_the_next_step(house: House) -> None:
    assert await told(house, "22/4 07:30") == ["officer"]
    person = leave(house, date(2026, 4, 23), date(2026, 5, 30))
    assert await told(house, "24/4 07:30") == ["deputy"]
    with unit_of_work(house.engine) as session:
        leaves.end(session, person, at("28/4 08:00"))
    assert await told(house, "04/5 07:30") == ["officer"]
