"""Holds over rounds and restarts: what comes due is kept, and afterwards everybody gets one newest message."""

from __future__ import annotations

import asyncio
from datetime import date

from sqlmodel import col, select

from bot.house import House
from schedules.plan import AssignmentId
from storage import extension_batches, holds, submissions
from storage.database import unit_of_work
from storage.tables import Chat, Outbox, OutboxState, RoleKind
from tests.phones import Phones, rows, until
from tests.small_plans import OFFICE, ORGANISATION, REPORT
from tests.test_both_channels import on_both, quiet, round_at, told

SENT, WAITING, WITHDRAWN = OutboxState.SENT, OutboxState.WAITING, OutboxState.WITHDRAWN
STEPS = ("24/4 07:30", "04/5 07:30", "06/5 07:30", "06/5 13:30")
MEETING = REPORT._replace(task="so-ket")


def hold(house: House) -> None:
    with unit_of_work(house.engine) as session:
        assert holds.hold(session, ORGANISATION, 1, house.clock.now())


def release(house: House) -> holds.Waiting:
    with unit_of_work(house.engine) as session:
        waited = holds.release(session, ORGANISATION, 1, house.clock.now())
        assert waited
    house.deliverer.work.set()
    return waited


def submit(house: House, id: AssignmentId) -> None:
    with unit_of_work(house.engine) as session:
        submissions.record(session, id, 1, house.clock.now())


def bundles(house: House) -> list[OutboxState]:
    return [row.state for row in rows(house) if row.kind == "bundle"]


async def steps(house: House, *moments: str) -> None:
    for moment in moments:
        await round_at(house, moment)
        await asyncio.sleep(0.05)


async def test_four_steps_on_hold_are_one_message(phones: Phones) -> None:
    one, two = phones.officers(2)
    async with phones.bot() as house:
        await quiet(house)
        hold(house)
        await steps(house, *STEPS)
        assert [told(phones, who)[0] for who in (one, two)] == [1, 1]
        assert release(house).chats == 2
        await until(lambda: [told(phones, who)[0] for who in (one, two)] == [2, 2])
        await quiet(house)
        assert bundles(house).count(SENT) == 4
        assert WAITING not in bundles(house)
    newest = phones.read(one, "telegram")[-1]
    assert "Hạn cuối là hôm nay: Báo cáo thử" in newest
    assert newest.count("Báo cáo thử") == newest.count("Đã nộp: Báo cáo thử") + 1, "said once"
    assert "Sơ kết thử" in newest


async def test_a_hold_survives_a_restart(phones: Phones) -> None:
    (officer,) = phones.officers(1)
    async with phones.bot() as house:
        await quiet(house)
        hold(house)
        await steps(house, STEPS[0])
    async with phones.bot() as house:
        await steps(house, STEPS[1])
        assert told(phones, officer)[0] == 1
        release(house)
        await until(lambda: told(phones, officer)[0] == 2)


async def test_only_what_is_still_outstanding_goes(phones: Phones) -> None:
    (officer,) = phones.officers(1)
    async with phones.bot() as house:
        await quiet(house)
        hold(house)
        await steps(house, *STEPS)
        submit(house, REPORT)
        release(house)
        await until(lambda: told(phones, officer)[0] == 2)
        assert "Báo cáo thử" not in phones.read(officer, "telegram")[-1]
    assert "Sơ kết thử" in phones.read(officer, "telegram")[-1]


async def test_nothing_goes_where_nothing_is_outstanding(phones: Phones) -> None:
    (officer,) = phones.officers(1)
    async with phones.bot() as house:
        await quiet(house)
        hold(house)
        await steps(house, *STEPS)
        submit(house, REPORT)
        submit(house, MEETING)
        release(house)
        await quiet(house)
        assert bundles(house).count(SENT) == 1
    assert told(phones, officer)[0] == 1


async def test_a_deadline_moved_meanwhile_is_told_as_it_is_now(phones: Phones) -> None:
    (officer,) = phones.officers(1)
    async with phones.bot() as house:
        await quiet(house)
        hold(house)
        await steps(house, "24/4 07:30")
        with unit_of_work(house.engine) as session:
            now = house.clock.now()
            extension_batches.give(session, [REPORT], 1, now, date(2026, 5, 12), "thử", "b1")
        await steps(house, "08/5 07:30")
        release(house)
        await until(lambda: told(phones, officer)[0] == 2)
        await quiet(house)
    assert told(phones, officer)[0] == 2
    assert phones.read(officer, "telegram")[-1].count("đã gia hạn đến thứ Ba 12/5/2026") == 1


async def test_one_person_on_two_channels_hears_once(phones: Phones) -> None:
    (officer,) = on_both(phones, "zalo")
    async with phones.bot() as house:
        await quiet(house)
        phones.say(officer, "/han", "zalo")  # else what had no answer there is said on Telegram too
        await until(lambda: told(phones, officer) == (0, 2))
        hold(house)
        await steps(house, *STEPS)
        release(house)
        await until(lambda: told(phones, officer) == (0, 3))
        await quiet(house)
    assert told(phones, officer) == (0, 3)


async def test_resumed_after_hours_it_waits_for_the_opening(phones: Phones) -> None:
    (officer,) = phones.officers(1)
    async with phones.bot() as house:
        await quiet(house)
        hold(house)
        await steps(house, "24/4 07:30", "24/4 19:00")
        release(house)
        await asyncio.sleep(0.3)
        assert told(phones, officer)[0] == 1
        await round_at(house, "28/4 07:30")
        await until(lambda: told(phones, officer)[0] == 2)


async def test_escalations_of_the_hold_are_one_message_and_summaries_are_dropped(phones: Phones) -> None:
    phones.officers(1)
    (lead,) = phones.officers(1, kind=RoleKind.LEADER)
    (office,) = phones.officers(1, OFFICE, RoleKind.COORDINATOR)
    async with phones.bot() as house:
        await quiet(house)
        hold(house)
        await steps(
            house, "24/4 07:30", "04/5 07:30", "05/5 08:00", "05/5 13:35", "06/5 08:00", "06/5 13:30", "06/5 16:25"
        )
        assert (told(phones, lead)[0], told(phones, office)[0]) == (0, 0)
        kinds = {row.kind for row in rows(house) if row.state is WAITING}
        assert kinds == {"bundle", "escalation", "summary"}
        waited = release(house)
        assert waited.dropped == sum(row.kind == "summary" and row.state is WITHDRAWN for row in rows(house))
        await until(lambda: told(phones, lead)[0] == 1)
        await quiet(house)
        with unit_of_work(house.engine) as session:
            sent = select(Chat.address).join(Outbox, col(Outbox.chat_id) == Chat.id)
            addresses = list(session.exec(sent.where(Outbox.kind == "escalation", Outbox.state == SENT)))
        assert sorted(addresses) == sorted(str(one.id) for one in (lead, office))
