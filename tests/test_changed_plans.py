"""A plans.yaml that changes while it runs: whom it concerns is told once, and nothing told before is told again."""

from __future__ import annotations

from pathlib import Path

from bot.house import House
from schedules.plan import AssignmentId
from storage import plan_versions, submissions, waves
from storage.database import unit_of_work
from storage.tables import Outbox, VersionState
from tests.small_plans import REPORT, SMALL, at, link
from tests.test_rounds import database, office, opened, plans_file

__all__ = ["opened", "plans_file"]  # fixtures
BOTH = SMALL.replace("units: [so-hai]", "units: [so-mot, so-hai]", 1)


def told(rows: list[Outbox]) -> list[tuple[int, str, bool]]:
    """Write what was put as (chat, end of the deadline, whether it is told as changed)."""
    items = [(row.chat_id, item) for row in rows for item in row.about["items"]]
    return sorted((chat, item["ends_at"][5:10], item["changed"]) for chat, item in items)


async def test_two_deadlines_that_mean_the_same_reach_both_units(plans_file: Path, opened: list[House]) -> None:
    same = "units: [so-mot, {of: so-hai, deadline: chậm nhất ngày 06/5/2026}]"
    plans_file.write_text(SMALL.replace("units: [so-hai]", same, 1), "utf-8")
    link(database(plans_file), "tinh-thu", "so-mot", "so-hai")
    here = office(opened, plans_file, "22/4 07:30")
    assert told(await here.round("22/4 07:30")) == [
        (1, "05-07", False),
        (2, "05-07", False),
        (2, "05-10", False),
    ]


async def test_a_unit_that_is_added_is_told_and_the_others_hear_nothing(plans_file: Path, opened: list[House]) -> None:
    link(database(plans_file), "tinh-thu", "so-mot", "so-hai")
    here = office(opened, plans_file, "22/4 07:30")
    await here.round("22/4 07:30")
    plans_file.write_text(BOTH, "utf-8")
    assert told(await here.round("23/4 09:00")) == [(1, "05-07", False)]
    assert await here.round("23/4 09:01") == []


async def test_a_deadline_that_moves_there_and_back_is_told_each_time(plans_file: Path, opened: list[House]) -> None:
    link(database(plans_file), "tinh-thu", "so-hai")
    here = office(opened, plans_file, "22/4 07:30")
    await here.round("22/4 07:30")
    plans_file.write_text(SMALL.replace("07/5/2026", "15/5/2026"), "utf-8")
    assert told(await here.round("22/4 09:00")) == [(1, "05-15", True)]
    plans_file.write_text(SMALL, "utf-8")
    assert told(await here.round("22/4 10:00")) == [(1, "05-07", True)]
    assert told(await here.round("24/4 07:30")) == [(1, "05-07", False)]


async def test_a_ladder_that_changes_makes_up_no_step(plans_file: Path, opened: list[House]) -> None:
    link(database(plans_file), "tinh-thu", "so-hai")
    here = office(opened, plans_file, "22/4 07:30")
    await here.round("22/4 07:30")
    await here.round("24/4 07:30")
    await here.round("29/4 09:00")
    ladder = "deadline: trước ngày 07/5/2026\n            ladder: {before: [3, 2]}"
    plans_file.write_text(SMALL.replace("deadline: trước ngày 07/5/2026", ladder), "utf-8")
    assert await here.round("29/4 16:00") == []  # three working days before 06/5 was this morning
    assert told(await here.round("04/5 07:30")) == [(1, "05-07", False)]


async def test_a_renamed_task_keeps_what_was_handed_in(plans_file: Path, opened: list[House]) -> None:
    link(database(plans_file), "tinh-thu", "so-hai")
    here = office(opened, plans_file, "22/4 07:30")
    await here.round("22/4 07:30")
    with unit_of_work(here.house.engine) as session:
        submissions.record(session, REPORT, 1, at("22/4 08:00"))
    plans_file.write_text(SMALL.replace("id: bao-cao", "id: bao-cao-moi\n            was: bao-cao"), "utf-8")
    assert await here.round("22/4 09:00") == []
    renamed = AssignmentId("tinh-thu", "ke-hoach", "bao-cao-moi", "so-hai")
    with unit_of_work(here.house.engine) as session:
        assert submissions.standing_of(session, renamed)


async def test_a_task_that_comes_later_waits_for_a_yes(plans_file: Path, opened: list[House]) -> None:
    link(database(plans_file), "tinh-thu", "so-hai")
    here = office(opened, plans_file, "28/4 08:00", yes=False)
    await here.round("28/4 08:00")
    with unit_of_work(here.house.engine) as session:
        waves.approve(session, "tinh-thu", "ke-hoach", at("28/4 08:30"))
    later = SMALL + SMALL[SMALL.index("          - id: so-ket") :].replace("id: so-ket", "id: so-ket-hai")
    plans_file.write_text(later, "utf-8")
    assert told(await here.round("28/4 09:00")) == [(1, "05-07", False), (1, "05-10", False)], "the first load's own"
    assert "so-ket-hai" not in here.house.rounds.plans.organisations["tinh-thu"].plans["ke-hoach"].tasks
    with unit_of_work(here.house.engine) as session:
        coming = plan_versions.coming(session)
        assert coming
        plan_versions.decide(session, coming, VersionState.APPROVED, at("28/4 09:05"))
    assert told(await here.round("28/4 09:06")) == [(1, "05-10", False)], "the yes covers what is new"


async def test_a_first_load_without_a_yes_holds_its_own_wave_only(plans_file: Path, opened: list[House]) -> None:
    link(database(plans_file), "tinh-thu", "so-hai")
    here = office(opened, plans_file, "28/4 08:00", yes=False)
    assert await here.round("28/4 08:00") == []
    assert told(await here.round("04/5 07:30")) == [(1, "05-07", False), (1, "05-10", False)]


async def test_what_waited_past_the_hours_goes_at_the_opening(plans_file: Path, opened: list[House]) -> None:
    link(database(plans_file), "tinh-thu", "so-hai")
    here = office(opened, plans_file, "24/4 16:29")
    (row,) = await here.round("24/4 16:29")
    here.house.clock.jump(at("25/4 02:00"))  # a Saturday night, after an outage
    await here.sent()
    (waiting,) = here.rows()
    assert (waiting.id, waiting.state, waiting.not_before) == (row.id, "waiting", at("28/4 07:30"))


async def test_a_restart_on_a_broken_file_runs_on_the_last_good_plan(plans_file: Path, opened: list[House]) -> None:
    link(database(plans_file), "tinh-thu", "so-hai")
    before = office(opened, plans_file, "22/4 07:30")
    await before.round("22/4 07:30")
    before.house.engine.dispose()
    assert before.house.held
    before.house.held.close()
    plans_file.write_text(SMALL.replace("07/5/2026", "31/4/2026"), "utf-8")
    here = office(opened, plans_file, "23/4 08:00")
    assert told(await here.round("24/4 07:30")) == [(1, "05-07", False)]
    plans_file.write_text(SMALL.replace("07/5/2026", "15/5/2026"), "utf-8")
    assert told(await here.round("24/4 08:00")) == [(1, "05-15", True)]
