"""Extensions over rounds: the old steps go, the new ladder comes, nothing is sent twice, and waiting is paused for."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from sqlmodel import select

from bot.house import House
from handlers.pushes.pushing import reply_for
from handlers.vocabulary import Reply
from storage import extension_batches, extensions
from storage.database import unit_of_work
from storage.tables import Extension, Outbox, OutboxState
from tests.small_plans import REPORT, SMALL, at, link
from tests.test_rounds import Office, database, office, opened, plans_file, steps

__all__ = ["opened", "plans_file"]  # fixtures
SO_KET = REPORT._replace(task="so-ket")
OFFICER, COORDINATOR = 1, 2


@pytest.fixture
def here(plans_file: Path, opened: list[House]) -> Office:
    """Open an office whose unit owes a report until 06/5 (and holds a review until 09/5, given until June here)."""
    link(database(plans_file), "tinh-thu", "so-hai", "so-mot")
    found = office(opened, plans_file, "22/4 07:30")
    with unit_of_work(found.house.engine) as session:
        extension_batches.give(session, [SO_KET], COORDINATOR, at("22/4 07:30"), date(2026, 6, 30), "thử", "away")
    return found


def ask(here: Office, moment: str, day: date) -> int:
    with unit_of_work(here.house.engine) as session:
        return extensions.ask(session, REPORT, OFFICER, at(moment), day, "chờ số liệu").id or 0


def grant(here: Office, number: int, moment: str, day: date) -> None:
    with unit_of_work(here.house.engine) as session:
        asked = session.get_one(Extension, number)
        extensions.grant(session, asked, COORDINATOR, at(moment), day, "b1")


def refuse(here: Office, number: int, moment: str) -> None:
    with unit_of_work(here.house.engine) as session:
        extensions.refuse(session, session.get_one(Extension, number), COORDINATOR, at(moment), "")


def worded(here: Office, row: Outbox, moment: str) -> Reply | None:
    with unit_of_work(here.house.engine) as session:
        return reply_for(session, here.house.rounds.plans, row, at(moment))


async def told(here: Office, *moments: str) -> list[tuple[str, str]]:
    """Run rounds and return the steps of the report that they put, with their moments."""
    found = []
    for moment in moments:
        for row in await here.round(moment):
            found += [(moment, step) for step, _ in steps(row) if row.kind == "bundle"]
    return found


async def test_a_new_ladder_takes_the_place_of_the_old_one(here: Office) -> None:
    await told(here, "22/4 07:30", "28/4 07:30", "04/5 07:30")
    (old,) = await here.round("06/5 07:30")
    assert [step for step, _ in steps(old)] == ["last_day-1"]
    grant(here, ask(here, "06/5 08:00", date(2026, 5, 13)), "06/5 08:05", date(2026, 5, 13))
    assert worded(here, old, "06/5 08:06") is None, "it speaks of the old deadline"
    coming = await told(
        here,
        *("06/5 08:10", "06/5 13:30", "07/5 07:30", "08/5 07:30", "11/5 07:30", "11/5 07:31", "12/5 07:30"),
        *("13/5 07:30", "13/5 13:30", "13/5 15:00", "14/5 07:30"),
    )
    new = [("11/5 07:30", "before-2"), ("13/5 07:30", "last_day-1"), ("13/5 13:30", "last_day-2")]
    assert coming == [*new, ("14/5 07:30", "overdue-1")]


async def test_what_waits_for_the_old_deadline_is_withdrawn_when_its_turn_comes(here: Office) -> None:
    await here.round("06/5 07:30")
    grant(here, ask(here, "06/5 07:31", date(2026, 5, 13)), "06/5 07:32", date(2026, 5, 13))
    assert await here.sent() == [OutboxState.WITHDRAWN] * len(here.rows())


async def test_the_new_deadline_is_no_news_of_a_changed_plan(here: Office) -> None:
    await here.round("22/4 07:30")
    grant(here, ask(here, "23/4 08:00", date(2026, 5, 13)), "23/4 08:05", date(2026, 5, 13))
    (row,) = await here.round("11/5 07:30")
    assert [item["changed"] for item in row.about["items"]] == [False]
    shown = worded(here, row, "11/5 07:30")
    assert shown
    assert "bundle-changed" not in [text.key for text in shown.texts]


async def test_overdue_steps_wait_one_working_day_for_the_word(here: Office) -> None:
    assert (await told(here, "22/4 07:30", "07/5 07:30"))[1:] == [("07/5 07:30", "overdue-1")]
    ask(here, "07/5 09:00", date(2026, 5, 20))
    coming = await told(here, "08/5 07:30", "08/5 10:00", "11/5 07:30", "12/5 07:30")
    assert coming == [("11/5 07:30", "overdue-3"), ("12/5 07:30", "overdue-4")]


async def test_a_refusal_resumes_with_the_next_step(here: Office) -> None:
    await told(here, "22/4 07:30", "07/5 07:30")
    number = ask(here, "07/5 09:00", date(2026, 5, 20))
    assert await told(here, "08/5 07:30") == []
    refuse(here, number, "08/5 08:00")
    assert await told(here, "08/5 08:01", "08/5 13:30", "11/5 07:30") == [("11/5 07:30", "overdue-3")]


async def test_an_approval_after_the_deadline_opens_it_again(here: Office) -> None:
    await told(here, "22/4 07:30", "07/5 07:30")
    grant(here, ask(here, "07/5 09:00", date(2026, 5, 13)), "08/5 09:00", date(2026, 5, 13))
    coming = await told(here, "08/5 09:01", "11/5 07:30", "12/5 07:30", "13/5 07:30")
    assert coming == [("11/5 07:30", "before-2"), ("13/5 07:30", "last_day-1")]


async def test_a_step_that_an_extension_swallowed_comes_when_it_is_taken_back(here: Office) -> None:
    await told(here, "22/4 07:30", "04/5 07:30")
    with unit_of_work(here.house.engine) as session:
        extension_batches.give(session, [REPORT], COORDINATOR, at("06/5 07:28"), date(2026, 5, 20), "thử", "b1")
    assert await told(here, "06/5 07:30") == []
    with unit_of_work(here.house.engine) as session:
        extension_batches.undo(session, "b1", COORDINATOR, at("06/5 07:33"))
    assert await told(here, "06/5 07:34", "06/5 07:35") == [("06/5 07:34", "last_day-1")]


async def test_a_step_already_told_is_not_told_again_when_it_is_taken_back(here: Office) -> None:
    assert (await told(here, "22/4 07:30", "06/5 07:30"))[1:] == [("06/5 07:30", "last_day-1")]
    with unit_of_work(here.house.engine) as session:
        extension_batches.give(session, [REPORT], COORDINATOR, at("06/5 07:30"), date(2026, 5, 13), "thử", "b1")
    with unit_of_work(here.house.engine) as session:
        extension_batches.undo(session, "b1", COORDINATOR, at("06/5 07:33"))
    assert await told(here, "06/5 07:34") == []
    with unit_of_work(here.house.engine) as session:
        assert len(session.exec(select(Outbox).where(Outbox.kind == "bundle")).all()) == 2


async def test_two_units_with_the_same_new_day_are_told_together(plans_file: Path, opened: list[House]) -> None:
    plans_file.write_text(SMALL.replace("units: [so-hai]", "units: [so-hai, so-mot]"), "utf-8")
    link(database(plans_file), "tinh-thu", "so-hai", "so-mot")
    here = office(opened, plans_file, "22/4 07:30")
    await here.round("22/4 07:30")
    other = REPORT._replace(unit="so-mot")
    for number, id in enumerate((REPORT, other)):  # decided apart: they are duties apart, of one deadline
        with unit_of_work(here.house.engine) as session:
            extension_batches.give(
                session, [id], COORDINATOR, at(f"05/5 08:0{number}"), date(2026, 5, 13), "a", f"{number}"
            )
    put = [row for row in await here.round("13/5 07:30") if row.kind == "bundle"]
    with unit_of_work(here.house.engine):
        days = [[item["ends_at"][:10] for item in row.about["items"] if item["moved"]] for row in put]
    assert days == [["2026-05-14"], ["2026-05-14"]]
