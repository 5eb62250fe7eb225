"""Rounds that tell those above an officer: who, once, only what holds when it is sent, and at no cost otherwise."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from sqlmodel import Session, select

from benchmarks import country
from bot.escalating import escalate
from bot.house import House
from bot.reminding import arm
from handlers.pushes.pushing import reply_for
from schedules.deadline import VIETNAM
from schedules.duties import duties
from schedules.loading.loader import load
from schedules.plan import Plans
from schedules.working_days import national
from storage import assignments, escalations, receipts, submissions
from storage.database import open_database, unit_of_work
from storage.tables import Chat, Extension, Outbox, OutboxState, Role, RoleKind
from tests.small_plans import ORGANISATION, REPORT, SMALL, UNIT, at, database, join
from tests.test_rounds import Office, office

DEPUTY, LEADER = RoleKind.DEPUTY, RoleKind.LEADER
MAY = date(2026, 5, 1)
PEOPLE = {
    "dau-moi": (UNIT, RoleKind.OFFICER),
    "thay": (UNIT, DEPUTY),
    "lanh-dao": (UNIT, LEADER),
    "co-quan": ("so-mot", RoleKind.COORDINATOR),
}


@pytest.fixture
def opened() -> Iterator[list[House]]:
    houses: list[House] = []
    yield houses
    for house in houses:
        house.engine.dispose()
        if house.held:
            house.held.close()


@pytest.fixture
def here(tmp_path: Path, opened: list[House]) -> Office:
    """Return an office with everybody linked; the report is due on Wednesday 06/5, the meeting on Saturday 09/5."""
    return opened_office(tmp_path, opened, *PEOPLE)


def opened_office(folder: Path, opened: list[House], *linked: str, plans: str = SMALL) -> Office:
    file = folder / "plans.yaml"
    file.write_text(plans, "utf-8")
    join(database(folder), ORGANISATION, {who: PEOPLE[who] for who in linked})
    return office(opened, file, "22/4 07:30")


async def risen(here: Office, *moments: str) -> list[tuple[str, str, set[str]]]:
    """Run rounds at some moments; return (moment, whom, tasks) of what was put for those above."""
    found = []
    for moment in moments:
        for row in await here.round(moment):
            if row.kind == "escalation":
                found.append((moment, whom(here, row), {item_task(here, item) for item in row.about["items"]}))
    return sorted(found, key=lambda one: at(one[0]))


def whom(here: Office, row: Outbox) -> str:
    with Session(here.house.engine) as session:
        return session.get_one(Chat, row.chat_id).address


def item_task(here: Office, item: dict[str, int]) -> str:
    with Session(here.house.engine) as session:
        id = assignments.named(session, item["assignment"])
        return id.task if id else ""


def waiting(here: Office) -> list[str | None]:
    """Word what waits for those above, as it would be sent now."""
    with unit_of_work(here.house.engine) as session:
        rows = session.exec(select(Outbox).where(Outbox.kind == "escalation", Outbox.state == OutboxState.WAITING))
        now = here.house.clock.now()
        replies = [reply_for(session, here.house.rounds.plans, row, now) for row in rows]
        return [reply.texts[0].key if reply else None for reply in replies]


async def reminded(here: Office) -> None:
    for moment in ("22/4 07:30", "24/4 07:30", "04/5 07:30"):
        await here.round(moment)


async def test_one_level_after_the_other_each_once(here: Office) -> None:
    await reminded(here)
    assert await risen(here, "04/5 13:29", "04/5 13:30", "04/5 13:31", "05/5 07:29", "05/5 07:30", "05/5 13:30") == [
        ("04/5 13:30", "thay", {"bao-cao"}),
        ("05/5 07:30", "lanh-dao", {"bao-cao"}),
        ("05/5 13:30", "co-quan", {"bao-cao"}),
    ]
    # On the last day of the report each level has been told of it; the meeting's "−2" is the same day.
    assert await risen(here, "06/5 13:30", "06/5 14:30", "06/5 16:15", "07/5 07:30") == [
        ("06/5 13:30", "thay", {"so-ket"}),
        ("07/5 07:30", "lanh-dao", {"so-ket"}),
    ]


async def test_a_level_with_nobody_is_passed_over_at_once(tmp_path: Path, opened: list[House]) -> None:
    here = opened_office(tmp_path, opened, "dau-moi", "co-quan")
    await reminded(here)
    assert await risen(here, "04/5 13:30") == [("04/5 13:30", "co-quan", {"bao-cao"})]


async def test_without_a_coordinator_the_unit_still_stands_on_the_list(tmp_path: Path, opened: list[House]) -> None:
    here = opened_office(tmp_path, opened, "dau-moi")
    await reminded(here)
    assert await risen(here, "04/5 13:30") == []
    with Session(here.house.engine) as session:
        assert [one.id for one in escalations.listed(session, ORGANISATION)] == [REPORT]


async def test_an_officer_who_also_leads_is_not_told_of_the_own_silence(tmp_path: Path, opened: list[House]) -> None:
    here = opened_office(tmp_path, opened, "dau-moi", "co-quan")
    with unit_of_work(here.house.engine) as session:
        chat = session.exec(select(Chat).where(Chat.address == "dau-moi")).one()
        role = {"organisation": ORGANISATION, "unit": UNIT, "kind": LEADER, "since_at": at("01/1 00:00")}
        session.add(Role(person_id=chat.person_id, **role))
    await reminded(here)
    assert await risen(here, "04/5 13:30") == [("04/5 13:30", "co-quan", {"bao-cao"})]


async def test_units_with_nobody_are_only_listed_on_the_last_day(tmp_path: Path, opened: list[House]) -> None:
    here = opened_office(tmp_path, opened, "co-quan")
    await reminded(here)
    assert await risen(here, "04/5 13:30", "06/5 14:30") == [("06/5 14:30", "co-quan", {"bao-cao"})]


async def test_one_message_however_many_assignments(tmp_path: Path, opened: list[House]) -> None:
    here = opened_office(tmp_path, opened, *PEOPLE, plans=SMALL.replace("10/5/2026", "07/5/2026"))
    await reminded(here)
    assert await risen(here, "04/5 13:30") == [("04/5 13:30", "thay", {"bao-cao", "so-ket"})]


def submit(session: Session, now: datetime) -> None:
    submissions.record(session, REPORT, 1, now)


def receive(session: Session, now: datetime) -> None:
    receipts.record(session, {REPORT: now + timedelta(days=2)}, 1, now)


def ask(session: Session, now: datetime) -> None:
    session.add(Extension(assignment_id=assignments.number(session, REPORT), asked_by=1, asked_at=now))


def grant(session: Session, now: datetime) -> None:
    number = assignments.number(session, REPORT)
    session.add(Extension(assignment_id=number, asked_at=now, decided_at=now, decided_by=1, last_day=date(2026, 5, 20)))


@pytest.mark.parametrize("answer", [submit, receive, ask, grant])
async def test_an_answer_ends_what_waits_and_what_would_follow(
    here: Office, answer: Callable[[Session, datetime], None]
) -> None:
    await reminded(here)
    assert len(await risen(here, "04/5 13:30")) == 1
    assert waiting(here) == ["escalation-to-deputy"]
    with unit_of_work(here.house.engine) as session:
        answer(session, at("04/5 13:31"))
    assert waiting(here) == [None]
    assert await risen(here, "05/5 07:30", "05/5 13:30") == []


async def test_a_receipt_is_no_submission_on_the_last_day(here: Office) -> None:
    await reminded(here)
    with unit_of_work(here.house.engine) as session:
        receive(session, at("04/5 08:00"))
    assert await risen(here, "04/5 13:30", "06/5 13:29", "06/5 14:30", "06/5 15:30", "06/5 16:15") == [
        ("06/5 14:30", "thay", {"bao-cao", "so-ket"}),
        ("06/5 15:30", "lanh-dao", {"bao-cao"}),
        ("06/5 16:15", "co-quan", {"bao-cao"}),
    ]


async def test_a_closed_plan_rises_no_further(here: Office) -> None:
    await reminded(here)
    here.house.settings.plans_file.write_text(
        SMALL.replace("        issued_on:", "        closed_on: '2026-05-04'\n        issued_on:"), "utf-8"
    )
    assert await risen(here, "04/5 13:30", "05/5 07:30") == []


async def test_an_outage_is_not_silence_and_no_backlog(here: Office) -> None:
    await reminded(here)
    # Down from the deputy's moment until after the leader's: both hear now, the list in its turn.
    assert {who for _, who, _ in await risen(here, "05/5 09:00")} == {"thay", "lanh-dao"}
    assert await risen(here, "05/5 13:30") == [("05/5 13:30", "co-quan", {"bao-cao"})]
    # Down until the deadline is over: the overdue steps go on, nothing is told that was of the day before.
    assert {task for _, _, tasks in await risen(here, "07/5 07:30") for task in tasks} == {"so-ket"}


async def test_what_is_claimed_after_hours_waits_for_the_opening(here: Office) -> None:
    await reminded(here)
    await here.sent()
    await risen(here, "04/5 13:30")
    here.house.clock.jump(at("04/5 17:00"))
    await here.house.deliverer.until_empty()
    (row,) = [row for row in here.rows() if row.kind == "escalation"]
    assert (row.state, row.not_before) == (OutboxState.WAITING, at("05/5 07:30"))


def test_it_costs_nearly_nothing_in_a_country(tmp_path: Path) -> None:
    """3,797 units: a round in which nothing comes, and the one of a task's last afternoon."""
    plans = load(country.make(tmp_path)).plans
    assert plans is not None
    engine = open_database(f"sqlite:///{tmp_path / 'bot.db'}")
    with unit_of_work(engine) as session:
        arm(session, plans, at("16/4 08:00"), yes=True)
        took_quiet, put_quiet = timed(lambda: escalate(session, plans, at("22/4 08:00")))
        took_busy, put_busy = timed(lambda: escalate(session, plans, last_afternoon(plans)))
        listed = sum(len(escalations.listed(session, id)) for id in plans.organisations)
        took_again, _ = timed(lambda: escalate(session, plans, last_afternoon(plans) + timedelta(minutes=1)))
    engine.dispose()
    print(
        f"quiet {took_quiet * 1000:.0f} ms; {listed} units {took_busy * 1000:.0f} ms, then {took_again * 1000:.0f} ms"
    )
    assert (put_quiet, put_busy) == (0, 0), "nobody is linked"
    assert listed == 3797
    assert took_quiet < 1
    assert took_busy < 15


def timed(doing: Callable[[], int]) -> tuple[float, int]:
    began = time.perf_counter()
    done = doing()
    return time.perf_counter() - began, done


def last_afternoon(plans: Plans) -> datetime:
    """Return 14:31 of the first last day that is worked."""
    days = {duty.deadline.last_day for one in plans.organisations.values() for duty in duties(one, MAY, MAY)}
    first = min(day for day in days if national().is_working(day))
    return datetime.combine(first, datetime.min.time(), VIETNAM) + timedelta(hours=14, minutes=31)
