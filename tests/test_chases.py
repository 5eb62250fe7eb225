"""Chases through the whole bot: both channels, faults, the months' quota, a restart, the result told once."""

from __future__ import annotations

import asyncio
import time
from pathlib import Path

from sqlmodel import Session, col, select

from benchmarks import country
from bot.budgets import rank_of_row
from bot.chases import report
from bot.house import House
from handlers.answering import turn_of
from handlers.chases.chase_choice import ALL, chosen, drafted
from handlers.chases.chase_words import preview
from handlers.contacts.hats import unit_mark
from handlers.vocabulary import Message
from schedules.forecast import Rank
from schedules.loading.loader import load
from schedules.plan import Plans
from simulator import acts
from simulator.people import Person
from storage import chases, holds
from storage.database import open_database, unit_of_work
from storage.invites import accept, make_invites
from storage.people import chat_of
from storage.tables import Chase, Chat, Outbox, OutboxState, RoleKind
from tests.phones import Phones, rows, settled, until
from tests.small_plans import OFFICE, at
from tests.test_both_channels import on_both, quiet, round_at, told

SENT, FAILED, WAITING, WITHDRAWN = OutboxState.SENT, OutboxState.FAILED, OutboxState.WAITING, OutboxState.WITHDRAWN


def coordinator(phones: Phones) -> Person:
    (made,) = phones.officers(1, OFFICE, RoleKind.COORDINATOR)
    return made


async def say(phones: Phones, house: House, who: Person, said: str) -> str:
    """Say something on Telegram, and return the answer."""
    before = len(phones.read(who, "telegram"))
    acts.say(phones.world, who, said, bot=phones.nhacviec)
    await until(lambda: len(phones.read(who, "telegram")) > before)
    return phones.read(who, "telegram")[-1]


async def chase(phones: Phones, house: House, who: Person, moment: str = "22/4 13:40") -> None:
    """Chase all that is outstanding of the only unit that owes; in the afternoon no summary comes in between."""
    await round_at(house, moment)
    await say(phones, house, who, "/dondoc Sở Hai")
    assert "Đã ghi nhận: đôn đốc" in await say(phones, house, who, "có")


def of_chase(house: House) -> list[Outbox]:
    return [row for row in rows(house) if row.kind == "chase"]


async def test_one_message_on_the_preferred_channel_and_the_result_once(phones: Phones) -> None:
    who, (officer,) = coordinator(phones), on_both(phones, "zalo")
    async with phones.bot() as house:
        await quiet(house)
        assert told(phones, officer) == (0, 1)
        await chase(phones, house, who)
        await until(lambda: told(phones, officer) == (0, 2))
        await quiet(house)
        await round_at(house, "22/4 13:41")
        await until(lambda: "Kết quả đôn đốc" in phones.read(who, "telegram")[-1])
        await round_at(house, "22/4 14:10")
        await quiet(house)
        shown = phones.read(who, "telegram")
        assert sum("Kết quả đôn đốc" in words for words in shown) == 1
        assert "Đã gửi đến: 1 đơn vị" in shown[-1]
    assert "Theo đề nghị của Sở Một" in phones.read(officer, "zalo")[-1]


async def test_what_one_channel_refuses_the_other_brings(phones: Phones) -> None:
    who, (officer,) = coordinator(phones), on_both(phones)
    async with phones.bot() as house:
        await quiet(house)
        acts.block(phones.world, officer, phones.nhacviec)
        await chase(phones, house, who)
        await until(lambda: told(phones, officer)[1] >= 1)
        await quiet(house)
        await round_at(house, "22/4 13:41")
        await until(lambda: "Đã gửi đến: 1 đơn vị" in phones.read(who, "telegram")[-1])


async def test_who_blocks_is_named_with_the_reason(phones: Phones) -> None:
    who, (officer,) = coordinator(phones), phones.officers(1)
    async with phones.bot() as house:
        await quiet(house)
        officer.blocked.add(phones.nhacviec.id)  # unknown to the bot until it sends
        await chase(phones, house, who)
        await until(lambda: settled(house))
        await round_at(house, "22/4 13:41")
        await until(lambda: "Kết quả đôn đốc" in phones.read(who, "telegram")[-1])
        shown = phones.read(who, "telegram")[-1]
        assert "Đã gửi đến: 0 đơn vị" in shown
        assert "Không gửi được: 1 đơn vị\n– Sở Hai: đã chặn bot" in shown
        assert "Chưa có cán bộ nào nhận được tin (1): Sở Hai" in await say(phones, house, who, "/dondoc Sở Hai")


async def test_a_channel_that_hangs_is_told_as_waiting_after_ten_minutes(phones: Phones) -> None:
    who, (officer,) = coordinator(phones), phones.officers(1)
    async with phones.bot() as house:
        await quiet(house)
        phones.fault("status", officer, bot=phones.nhacviec.username, status=500, times=None)
        await chase(phones, house, who)
        await until(lambda: bool(of_chase(house)) and of_chase(house)[0].tries > 0)
        await round_at(house, "22/4 13:45")
        assert "Kết quả đôn đốc" not in phones.read(who, "telegram")[-1]
        await round_at(house, "22/4 13:51")
        await until(lambda: "Đang chờ gửi (1): Sở Hai" in phones.read(who, "telegram")[-1])


async def test_a_chase_of_the_evening_survives_a_restart(phones: Phones) -> None:
    who, (officer,) = coordinator(phones), phones.officers(1)
    async with phones.bot() as house:
        await quiet(house)
        await chase(phones, house, who, "22/4 20:00")
        await asyncio.sleep(0.2)
        assert told(phones, officer)[0] == 1
    async with phones.bot() as house:
        await round_at(house, "23/4 07:30")
        await asyncio.sleep(0.2)
        assert told(phones, officer)[0] == 1, "the morning's reminders go first"
        await round_at(house, "23/4 07:35")
        await until(lambda: told(phones, officer)[0] == 2)
        await quiet(house)
        await round_at(house, "23/4 07:36")
        await until(lambda: "Đã gửi đến: 1 đơn vị" in phones.read(who, "telegram")[-1])


async def test_the_mornings_reminder_makes_up_for_a_chase_of_the_evening(phones: Phones) -> None:
    """On 24/4 at 07:30 a step of the report comes; the meeting, which has none then, is still chased."""
    who, (officer,) = coordinator(phones), phones.officers(1)
    async with phones.bot() as house:
        await quiet(house)
        await chase(phones, house, who, "23/4 20:00")
        await round_at(house, "24/4 07:30")
        await until(lambda: told(phones, officer)[0] == 2)
        await round_at(house, "24/4 07:35")
        await quiet(house)
        (reminder, chased) = phones.read(officer, "telegram")[-2:]
        assert "Báo cáo thử" in reminder
        assert "Theo đề nghị của Sở Một" in chased
        assert "Báo cáo thử" not in chased


async def test_a_hold_keeps_back_a_chase_and_its_result(phones: Phones) -> None:
    who, (officer,) = coordinator(phones), phones.officers(1)
    async with phones.bot() as house:
        await quiet(house)
        await chase(phones, house, who, "22/4 20:00")
        with unit_of_work(house.engine) as session:
            holds.hold(session, "tinh-thu", 1, house.clock.now())
        await round_at(house, "23/4 08:00")
        await asyncio.sleep(0.2)
        assert [row.state for row in of_chase(house)] == [WAITING]
        with unit_of_work(house.engine) as session:
            holds.release(session, "tinh-thu", 1, house.clock.now())
        await round_at(house, "23/4 08:01")
        await until(lambda: "đề nghị đôn đốc lại (1): Sở Hai" in phones.read(who, "telegram")[-1])
        assert [row.state for row in of_chase(house)] == [WITHDRAWN]
        assert told(phones, officer)[0] == 1


def test_a_chase_matters_as_much_as_what_it_speaks_of() -> None:
    overdue, last = ({"kind": kind, "working_days": 0, "assignment": 1} for kind in ("overdue", "last_day"))
    assert rank_of_row("chase", {"items": [overdue]}) is Rank.OVERDUE
    assert rank_of_row("chase", {"items": [overdue, last]}) is Rank.LAST_DAY


def test_a_preview_of_a_whole_province_is_quick(tmp_path: Path) -> None:
    """All units of the largest province, four tasks each, all linked."""
    plans = load(country.make(tmp_path)).plans
    assert plans is not None
    largest = max(plans.organisations.values(), key=lambda one: len(one.units))
    engine = open_database(f"sqlite:///{tmp_path / 'bot.db'}")
    with unit_of_work(engine) as session:
        office = [("so-01", RoleKind.COORDINATOR)]
        codes = make_invites(session, largest.id, [*office, *((unit, RoleKind.OFFICER) for unit in largest.units)], NOW)
        for number, code in enumerate(codes):
            accept(session, chat_of(session, "telegram", "", f"p{number}"), f"Cán bộ Thử {number}", code, NOW)
        took, shown = timed_preview(session, plans, largest.id)
    engine.dispose()
    print(f"preview of {len(largest.units)} units: {took * 1000:.0f} ms")
    assert shown == len(largest.units)
    assert took < 2


NOW = at("05/5 08:00")


def timed_preview(session: Session, plans: Plans, organisation: str) -> tuple[float, int]:
    chat = session.exec(select(Chat).where(col(Chat.address) == "p0")).one()
    message = Message("telegram", "", "1", "p0", "private", "p0", "Lê Điều Phối", said="/dondoc")
    turn = turn_of(session, chat, message, plans, NOW)
    scope = ALL + unit_mark(organisation, "")
    began = time.perf_counter()
    choice = chosen(turn, drafted(turn, scope))
    assert choice
    preview(turn, drafted(turn, scope), choice)
    return time.perf_counter() - began, len(choice.chased)


def test_no_open_chase_costs_nothing(tmp_path: Path) -> None:
    plans = load(country.make(tmp_path)).plans
    assert plans is not None
    engine = open_database(f"sqlite:///{tmp_path / 'bot.db'}")
    with unit_of_work(engine) as session:
        about = {"units": {}, "begins": NOW.isoformat(), "tasks": [], "unreached": []}
        [code] = make_invites(session, "x", [("so-01", RoleKind.COORDINATOR)], NOW)
        chat = chat_of(session, "telegram", "", "p0")
        by = accept(session, chat, "Cán bộ Thử", code, NOW).person_id
        common = {"organisation": "x", "chat_id": chat.id, "ordered_by": by, "ordered_at": NOW, "about": about}
        session.add_all(Chase(**common, reported_at=NOW) for _ in range(2000))
        session.flush()
        began = time.perf_counter()
        assert report(session, plans, NOW) == 0
        took = time.perf_counter() - began
        assert chases.unreported(session) == []
    engine.dispose()
    assert took < 0.1
