"""Rounds on the shipped and on a small plans.yaml: what is put into the outbox, when, and what never is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from sqlmodel import Session, select

from bot.house import House, build
from bot.settings import Settings
from handlers.pushes.pushing import LATE, reply_for
from storage import submissions, waves
from storage.database import unit_of_work
from storage.tables import Outbox, OutboxState
from tests import small_plans
from tests.small_plans import REPORT, SMALL, at, link

SHIPPED = Path(__file__).parent.parent / "plans.yaml"


@pytest.fixture
def plans_file(tmp_path: Path) -> Path:
    file = tmp_path / "plans.yaml"
    file.write_text(SMALL, "utf-8")
    return file


class Office:
    """A house without a network, whose clock a test moves."""

    def __init__(self, house: House) -> None:
        self.house = house

    async def round(self, moment: str) -> list[Outbox]:
        """Run a round at a moment and return what it put into the outbox."""
        before = {row.id for row in self.rows()}
        if at(moment) > self.house.clock.now():
            self.house.clock.jump(at(moment))
        await self.house.rounds.run()
        return [row for row in self.rows() if row.id not in before]

    def rows(self) -> list[Outbox]:
        with Session(self.house.engine) as session:
            return list(session.exec(select(Outbox)))

    async def sent(self) -> list[str]:
        """Deliver what is due to nowhere, and return the states afterwards."""
        await self.house.deliverer.until_empty()
        return [row.state for row in self.rows()]


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[list[House]]:
    houses: list[House] = []
    yield houses
    for house in houses:
        house.engine.dispose()
        if house.held:
            house.held.close()


def office(opened: list[House], file: Path, start: str, *, yes: bool = True) -> Office:
    settings = Settings(plans_file=file, database_url=database(file), plans_settle=0)
    house = build(settings, {}, start=at(start), yes=yes)
    opened.append(house)
    return Office(house)


def database(file: Path) -> str:
    return small_plans.database(file.parent if file != SHIPPED else Path("never"))


def steps(row: Outbox) -> list[tuple[str, bool]]:
    late = [row.not_before - datetime.fromisoformat(item["at"]) > LATE for item in row.about["items"]]
    return [(item["step"], is_late) for item, is_late in zip(row.about["items"], late, strict=True)]


async def test_plans_long_past_chase_nobody(tmp_path: Path, opened: list[House]) -> None:
    url = f"sqlite:///{tmp_path / 'bot.db'}"
    link(url, "gia-lai", "21583", "so-tai-chinh")
    link(url, "an-giang", "30307")
    house = build(Settings(plans_file=SHIPPED, database_url=url), {}, start=at("21/11 09:00"))
    opened.append(house)
    here = Office(house)
    assert await here.round("21/11 09:01") == []
    assert await here.round("23/11 07:30") == []
    with Session(house.engine) as session:
        assert all(arming.armed_at for arming in waves.armings(session).values())


async def test_loaded_late_tells_the_present_state_once(plans_file: Path, opened: list[House]) -> None:
    link(database(plans_file), "tinh-thu", "so-hai")
    here = office(opened, plans_file, "28/4 08:00")
    (told,) = await here.round("28/4 08:00")
    assert sorted(steps(told)) == [("assigned", False), ("assigned", False)]
    assert await here.round("28/4 08:05") == []


async def test_a_first_load_that_would_tell_many_waits_for_the_admin(plans_file: Path, opened: list[House]) -> None:
    link(database(plans_file), "tinh-thu", "so-hai")
    here = office(opened, plans_file, "28/4 08:00", yes=False)
    assert await here.round("28/4 08:01") == []
    with unit_of_work(here.house.engine) as session:
        assert waves.approve(session, "tinh-thu", None, at("28/4 09:00")) == 2
    assert len(await here.round("28/4 09:00")) == 1


async def test_an_outage_sends_the_newest_step_once_and_says_that_it_is_late(
    plans_file: Path, opened: list[House]
) -> None:
    link(database(plans_file), "tinh-thu", "so-hai")
    here = office(opened, plans_file, "22/4 07:30")
    assert len(await here.round("22/4 07:30")) == 1
    (after,) = await here.round("05/5 09:00")  # 24/4 and 04/5 were missed
    assert steps(after) == [("before-2", True), ("before-5", True)]
    assert await here.round("05/5 09:01") == []


async def test_nothing_is_pushed_outside_the_hours(plans_file: Path, opened: list[House]) -> None:
    link(database(plans_file), "tinh-thu", "so-hai")
    here = office(opened, plans_file, "22/4 06:00")
    for moment in ("22/4 07:29", "22/4 07:30", "22/4 12:00", "24/4 06:59"):
        put = await here.round(moment)
        assert len(put) == (1 if moment == "22/4 07:30" else 0), moment
    assert at("24/4 07:30") == here.house.rounds.coming[0]


async def test_who_has_handed_in_is_not_reminded(plans_file: Path, opened: list[House]) -> None:
    link(database(plans_file), "tinh-thu", "so-hai")
    here = office(opened, plans_file, "22/4 07:30")
    (first,) = await here.round("22/4 07:30")
    with unit_of_work(here.house.engine) as session:
        submissions.record(session, REPORT, 1, at("22/4 08:00"))
        submissions.record(session, REPORT._replace(task="so-ket"), 1, at("22/4 08:00"))
    assert await here.sent() == [OutboxState.WITHDRAWN], "put before, and no longer true when its turn came"
    assert await here.round("24/4 07:30") == []
    assert first.state is OutboxState.WAITING


async def test_a_broken_file_never_replaces_the_running_plan(plans_file: Path, opened: list[House]) -> None:
    link(database(plans_file), "tinh-thu", "so-hai")
    here = office(opened, plans_file, "22/4 07:30")
    await here.round("22/4 07:30")
    plans_file.write_text(SMALL.replace("07/5/2026", "31/4/2026"), "utf-8")
    (put,) = await here.round("24/4 07:30")
    assert steps(put) == [("before-5", False)]
    plans_file.unlink()
    assert len(await here.round("29/4 07:30")) == 1  # so-ket: five working days before Friday 08/5


async def test_a_changed_deadline_is_told_once_and_replaces_the_old_one(plans_file: Path, opened: list[House]) -> None:
    link(database(plans_file), "tinh-thu", "so-hai")
    here = office(opened, plans_file, "22/4 07:30")
    (old,) = await here.round("22/4 07:30")
    plans_file.write_text(SMALL.replace("07/5/2026", "15/5/2026"), "utf-8")
    (told,) = await here.round("22/4 09:00")
    assert [(item["changed"], item["ends_at"][:10]) for item in told.about["items"]] == [(True, "2026-05-15")]
    assert await here.round("22/4 09:10") == []
    assert steps(old) == [("assigned", False), ("assigned", False)]


async def test_whoever_has_no_chat_is_told_on_joining_not_by_a_backlog(plans_file: Path, opened: list[House]) -> None:
    here = office(opened, plans_file, "22/4 07:30")
    assert await here.round("22/4 07:30") == []
    link(database(plans_file), "tinh-thu", "so-hai")
    assert await here.round("22/4 09:00") == []
    assert len(await here.round("24/4 07:30")) == 1


async def test_a_rehearsal_goes_on_where_it_stopped(plans_file: Path, opened: list[House]) -> None:
    here = office(opened, plans_file, "22/4 07:30")
    await here.round("24/4 07:30")
    here.house.engine.dispose()
    assert here.house.held
    here.house.held.close()
    again = office(opened, plans_file, "22/4 07:30")
    assert again.house.clock.now() >= at("24/4 07:30")


async def test_a_cooperating_unit_hears_only_where_the_plan_says_so(plans_file: Path, opened: list[House]) -> None:
    cooperating = "send_to: Sở Một\n            cooperating_units: [so-mot]"
    plans_file.write_text(
        SMALL.replace("send_to: Sở Một", cooperating + "\n            remind_cooperating: true"), "utf-8"
    )
    link(database(plans_file), "tinh-thu", "so-mot", "so-hai")
    here = office(opened, plans_file, "22/4 07:30")
    put = await here.round("22/4 07:30")
    items = sorted((item["cooperating"], len(row.about["items"])) for row in put for item in row.about["items"])
    assert items == [(False, 2), (False, 2), (True, 1)]
    with unit_of_work(here.house.engine) as session:
        helper = next(row for row in put if row.about["items"][0]["cooperating"])
        reply = reply_for(session, here.house.rounds.plans, helper, at("22/4 07:30"))
        assert reply
        assert reply.buttons == ()
        submissions.record(session, REPORT, 1, at("22/4 08:00"))
        assert reply_for(session, here.house.rounds.plans, helper, at("22/4 08:01")) is None
    plans_file.write_text(SMALL.replace("send_to: Sở Một", cooperating), "utf-8")
    assert [row.chat_id for row in await here.round("24/4 07:30")] == []
