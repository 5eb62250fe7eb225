"""A returned report over rounds: outstanding again with its own ladder, and as before once that is undone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlmodel import Session, select

from bot.house import House, build
from bot.settings import Settings
from handlers.pushes.pushing import reply_for
from storage import returns, submissions
from storage.database import unit_of_work
from storage.tables import Outbox, OutboxState, Return, RoleKind
from tests.small_plans import OFFICE, ORGANISATION, REPORT, SMALL, UNIT, at, database, link

ONLY_REPORT = SMALL[: SMALL.index("          - id: so-ket")]


class Here:
    """A house without a network, whose clock a test moves."""

    def __init__(self, house: House) -> None:
        self.house = house

    async def round(self, moment: str) -> list[tuple[str, str]]:
        """Run a round and return what it put: (day of the deadline, kind of step)."""
        before = {row.id for row in self.rows()}
        if at(moment) > self.house.clock.now():
            self.house.clock.jump(at(moment))
        await self.house.rounds.run()
        new = [row for row in self.rows() if row.id not in before and row.kind == "bundle"]
        return [(item["ends_at"][5:10], item["kind"]) for row in new for item in row.about["items"]]

    def rows(self) -> list[Outbox]:
        with Session(self.house.engine) as session:
            return list(session.exec(select(Outbox)))

    def worded(self) -> list[str]:
        """Word what waits, and keep it as sent."""
        told: list[str] = []
        with unit_of_work(self.house.engine) as session:
            for row in session.exec(select(Outbox).where(Outbox.state == OutboxState.WAITING)):
                reply = reply_for(session, self.house.rounds.plans, row, self.house.clock.now())
                row.state = OutboxState.SENT if reply else OutboxState.WITHDRAWN
                told += [row.kind] if reply else []
        return told

    def submit(self) -> None:
        with unit_of_work(self.house.engine) as session:
            submissions.record(session, REPORT, 1, self.house.clock.now())

    def send_back(self, last_day: date) -> Return:
        with unit_of_work(self.house.engine) as session:
            standing = submissions.standing_of(session, REPORT)
            assert standing
            made = returns.send_back(session, REPORT, standing, "thiếu biểu", last_day, 2, self.house.clock.now())
            session.refresh(made)
            session.expunge(made)
            return made

    def undo(self, made: Return) -> None:
        with unit_of_work(self.house.engine) as session:
            returns.undo(session, REPORT, made, 2, self.house.clock.now())


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Here]:
    file = tmp_path / "plans.yaml"
    file.write_text(ONLY_REPORT, "utf-8")
    link(database(tmp_path), ORGANISATION, UNIT)
    link(database(tmp_path), ORGANISATION, OFFICE, kind=RoleKind.COORDINATOR)
    house = build(Settings(plans_file=file, database_url=database(tmp_path)), {}, start=at("22/4 07:30"), yes=True)
    yield Here(house)
    house.engine.dispose()
    if house.held:
        house.held.close()


async def test_a_return_has_a_ladder_of_its_own(here: Here) -> None:
    await here.round("22/4 07:30")
    here.submit()
    assert here.worded() == []  # the assigned bundle is no longer true
    await here.round("04/5 08:00")
    here.send_back(date(2026, 5, 12))
    assert await here.round("04/5 09:00") == []  # told when it was returned
    assert await here.round("05/5 07:30") == [("05-13", "before")]
    assert await here.round("06/5 13:30") == []  # the printed deadline has no steps any more
    assert await here.round("08/5 07:30") == [("05-13", "before")]
    assert await here.round("12/5 07:30") == [("05-13", "last_day")]
    assert await here.round("13/5 07:30") == [("05-13", "overdue")]


async def test_an_undone_return_withdraws_what_waits(here: Here) -> None:
    await here.round("22/4 07:30")
    here.submit()
    here.worded()
    await here.round("07/5 07:40")
    made = here.send_back(date(2026, 5, 12))
    assert await here.round("08/5 07:30") == [("05-13", "before")]
    here.undo(made)
    assert here.worded() == []
    assert await here.round("12/5 07:30") == []


async def test_a_second_round_ends_the_ladder_of_the_return(here: Here) -> None:
    await here.round("22/4 07:30")
    here.submit()
    here.worded()
    await here.round("04/5 08:00")
    here.send_back(date(2026, 5, 12))
    assert await here.round("08/5 07:30") == [("05-13", "before")]
    here.submit()
    assert here.worded() == []
    assert await here.round("13/5 07:30") == []
