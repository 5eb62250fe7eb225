"""One person on Telegram and on Zalo: told on one of them, on the other when that fails or stays without receipt."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from sqlmodel import select

from bot.clock import real_now
from bot.house import House
from simulator import acts
from simulator.people import Person
from storage import outbox, own_chats, people, submissions
from storage.database import open_database, unit_of_work
from storage.tables import Chat, Outbox, OutboxState, Spending
from tests.phones import Phones, later, rows, settled, states, troubles, until
from tests.small_plans import ORGANISATION, REPORT, at

SENT, FAILED, UNCERTAIN, WAITING = OutboxState.SENT, OutboxState.FAILED, OutboxState.UNCERTAIN, OutboxState.WAITING
CHANNELS = ("telegram", "zalo")


def on_both(phones: Phones, preferred: str | None = None, count: int = 1) -> list[Person]:
    """Let officers join on Telegram and link Zalo too; only while no bot runs."""
    officers = phones.officers(count)
    engine = open_database(phones.url)
    with unit_of_work(engine) as session:
        for officer in officers:
            joined = people.chat_of(session, "telegram", "", phones.address(officer, "telegram"))
            zalo = people.chat_of(session, "zalo", "", phones.address(officer, "zalo"))
            zalo.person_id = joined.person_id
            if preferred:
                own_chats.prefer(session, joined.person_id or 0, preferred)
    engine.dispose()
    return officers


def told(phones: Phones, person: Person) -> tuple[int, int]:
    """Return how many messages a person's Telegram and Zalo show."""
    return len(phones.read(person, "telegram")), len(phones.read(person, "zalo"))


async def round_at(house: House, moment: str) -> None:
    house.clock.jump(at(moment))
    await house.round()


async def quiet(house: House) -> None:
    """Wait until everything is settled, and a little more for what should not come."""
    await until(lambda: settled(house))
    await asyncio.sleep(0.15)


def prefer(house: House, phones: Phones, officer: Person, channel: str) -> None:
    with unit_of_work(house.engine) as session:
        chat = people.chat_of(session, "telegram", "", phones.address(officer, "telegram"))
        own_chats.prefer(session, chat.person_id or 0, channel)


class TestWhereTheyAreTold:
    @pytest.mark.parametrize(
        ("preferred", "expected"), [(None, (1, 0)), ("telegram", (1, 0)), ("zalo", (0, 1))], ids=str
    )
    async def test_on_the_preferred_channel_only(
        self, phones: Phones, preferred: str | None, expected: tuple[int, int]
    ) -> None:
        (officer,) = on_both(phones, preferred)
        async with phones.bot() as house:
            await quiet(house)
        assert told(phones, officer) == expected

    async def test_a_unit_with_an_officer_on_each_channel(self, phones: Phones) -> None:
        (here,), (there,) = phones.officers(1), phones.officers(1, channel="zalo")
        async with phones.bot() as house:
            await quiet(house)
        assert (told(phones, here), told(phones, there)) == ((1, 0), (0, 1))

    async def test_a_new_preference_holds_from_the_next_step_on(self, phones: Phones) -> None:
        (officer,) = on_both(phones)
        async with phones.bot() as house:
            await quiet(house)
            prefer(house, phones, officer, "zalo")
            phones.say(officer, "/viec", "zalo")  # a receipt, so that nothing is said again for want of one
            await until(lambda: told(phones, officer) == (1, 1))
            await round_at(house, "24/4 07:30")
            await quiet(house)
        assert told(phones, officer) == (1, 2)

    async def test_what_was_told_there_is_not_told_here_after_a_changed_plan(self, phones: Phones) -> None:
        (officer,) = on_both(phones)
        async with phones.bot() as house:
            await quiet(house)
            prefer(house, phones, officer, "zalo")
            file = house.settings.plans_file
            file.write_text(file.read_text("utf-8").replace("Báo cáo thử", "Báo cáo thử hai"), "utf-8")
            await round_at(house, "22/4 08:00")
            await quiet(house)
            assert told(phones, officer) == (1, 0)
            changed = file.read_text("utf-8").replace("trước ngày 07/5/2026", "trước ngày 09/5/2026")
            file.write_text(changed, "utf-8")
            await round_at(house, "22/4 09:00")
            await quiet(house)
        assert told(phones, officer) == (1, 1), "another deadline is news"
        assert "Hạn của việc sau đây đã thay đổi; hạn cũ:" in phones.read(officer, "zalo")[0]


async def nothing(phones: Phones, house: House, officer: Person) -> None:
    """Leave it to the fault that was ordered."""


async def patience(phones: Phones, house: House, officer: Person) -> None:
    """Let it be tried again and again."""
    for tries in range(1, outbox.LONG_TRIED):
        await until(lambda tries=tries: rows(house)[0].tries == tries)  # type: ignore[misc]
        later(house, minutes=5)


async def again(phones: Phones, house: House, officer: Person) -> None:
    await until(lambda: rows(house)[0].unknown_outcomes == 1)
    later(house, minutes=5)


FAILING: dict[str, tuple[dict[str, Any], Callable[..., Any], OutboxState, str]] = {
    "refused for ever": ({"kind": "refuse", "status": 403, "description": "Forbidden"}, nothing, FAILED, "forbidden"),
    "again and again": ({"kind": "status", "status": 500}, patience, FAILED, "server"),
    "two unknown outcomes": ({"kind": "cut"}, again, UNCERTAIN, "no-answer"),
}


class TestWhenOneChannelFails:
    @pytest.mark.parametrize(("fault", "meanwhile", "state", "trouble"), FAILING.values(), ids=FAILING)
    async def test_the_other_brings_it_once(
        self, phones: Phones, fault: dict[str, Any], meanwhile: Callable[..., Any], state: OutboxState, trouble: str
    ) -> None:
        officer, colleague = on_both(phones, count=2)
        phones.fault(person=officer, bot=phones.nhacviec.username, times=None, **fault)
        async with phones.bot() as house:
            await meanwhile(phones, house, officer)
            await until(lambda: len(phones.read(officer, "zalo")) == 1)
            later(house, hours=1)
            await quiet(house)
            assert states(house) == [state, SENT, SENT]
            assert troubles(house) == []
        assert told(phones, officer) == (0, 1)
        assert told(phones, colleague) == (1, 0)
        assert phones.read(officer, "zalo")[0].startswith("Kính gửi: Sở Hai"), "as the first time, not marked"

    async def test_a_blocked_chat_hands_over_everything_and_stays_out(self, phones: Phones) -> None:
        (officer,) = on_both(phones)
        officer.blocked.add(phones.nhacviec.id)
        async with phones.bot() as house:
            await quiet(house)
            await round_at(house, "24/4 07:30")
            await quiet(house)
            assert states(house) == [FAILED, SENT, SENT]
            assert troubles(house) == []
        assert told(phones, officer) == (0, 2)

    async def test_blocked_while_it_waits(self, phones: Phones) -> None:
        (officer,) = on_both(phones)
        phones.fault("status", officer, bot=phones.nhacviec.username, status=500, times=None)
        async with phones.bot() as house:
            await until(lambda: rows(house)[0].tries == 1)
            acts.block(phones.world, officer, phones.nhacviec)
            await until(lambda: told(phones, officer) == (0, 1))

    async def test_a_channel_that_is_down(self, phones: Phones) -> None:
        """Telegram takes the token no more: whoever has Zalo too is told there, the others wait."""
        (officer,), (alone,) = on_both(phones), phones.officers(1)
        async with phones.bot(token="1:REVOKED") as house:
            await until(lambda: told(phones, officer) == (0, 1))
            await until(lambda: states(house).count(WAITING) == 1)
        async with phones.bot() as house:
            later(house, hours=1)
            await quiet(house)
        assert (told(phones, officer), told(phones, alone)) == ((0, 1), (1, 0))

    async def test_a_channel_that_is_no_more(self, phones: Phones) -> None:
        (officer,) = on_both(phones, "zalo")
        engine = open_database(phones.url)
        with unit_of_work(engine) as session:
            zalo = session.exec(select(Chat).where(Chat.channel == "zalo")).one()
            zalo.bot = ORGANISATION  # a bot whose token was taken out of the settings
        engine.dispose()
        async with phones.bot() as house:
            await quiet(house)
        assert told(phones, officer) == (1, 0)

    async def test_the_months_quota_used_up(self, phones: Phones) -> None:
        officer, colleague = on_both(phones, "zalo", count=2)
        engine = open_database(phones.url)
        with unit_of_work(engine) as session:
            session.add(Spending(channel="zalo", bot="", month="2026-04", sent=9))
        engine.dispose()
        async with phones.bot(zalo_monthly_quota=9) as house:
            await until(lambda: told(phones, officer) == told(phones, colleague) == (1, 0))
            await quiet(house)
            assert troubles(house) == []

    async def test_both_fail_and_it_is_not_sent_to_and_fro(self, phones: Phones) -> None:
        (officer,) = on_both(phones)
        for channel, status in (("telegram", 403), ("zalo", 400)):
            bot = phones.bot_on(channel).username
            phones.fault("refuse", officer, bot=bot, status=status, description="Refused", times=None)
        async with phones.bot() as house:
            await until(lambda: states(house) == [FAILED, FAILED])
            later(house, hours=1)
            await quiet(house)
            assert states(house) == [FAILED, FAILED]
            listed = {address for _, address, _ in troubles(house)}
            assert listed == {phones.address(officer, channel) for channel in CHANNELS}
        assert told(phones, officer) == (0, 0)

    async def test_killed_with_it_in_flight_for_the_second_time(self, phones: Phones) -> None:
        (officer,) = on_both(phones)
        async with phones.bot() as house:
            await quiet(house)
        engine = open_database(phones.url)
        with unit_of_work(engine) as session:
            row = session.exec(select(Outbox)).one()
            row.state, row.unknown_outcomes, row.claimed_by = OutboxState.CLAIMED, 1, "killed"
            row.lease_until, row.sent_at = real_now() - timedelta(minutes=1), None
        engine.dispose()
        async with phones.bot() as house:
            await until(lambda: told(phones, officer) == (1, 1))
            await quiet(house)
            assert states(house) == [UNCERTAIN, SENT]


class TestWithoutReceipt:
    async def test_after_a_working_day_the_other_channel_brings_it(self, phones: Phones) -> None:
        (officer,), (alone,) = on_both(phones), phones.officers(1)
        async with phones.bot() as house:
            await quiet(house)
            await round_at(house, "22/4 16:29")
            await quiet(house)
            assert told(phones, officer) == (1, 0)
            for moment in ("23/4 07:31", "23/4 07:32", "23/4 07:33"):
                await round_at(house, moment)
            await until(lambda: told(phones, officer) == (1, 1))
            await round_at(house, "23/4 09:00")
            await quiet(house)
            assert states(house) == [SENT] * 3
        assert told(phones, officer) == (1, 1), "once"
        assert told(phones, alone) == (1, 0), "there is no other channel"
        assert "(nhắc muộn)" in phones.read(officer, "zalo")[0]

    @pytest.mark.parametrize("where", CHANNELS)
    @pytest.mark.parametrize(("said_at", "reminders"), [("23/4 07:29", 1), ("23/4 07:32", 2)], ids=["in time", "late"])
    async def test_whatever_they_say_anywhere_is_the_receipt(
        self, phones: Phones, where: str, said_at: str, reminders: int
    ) -> None:
        (officer,) = on_both(phones)
        async with phones.bot() as house:
            await quiet(house)
            for moment in sorted(("23/4 07:31", said_at)):
                house.clock.jump(at(moment))
                if moment == said_at:
                    phones.say(officer, "/trogiup", where)
                    await until(lambda: any("Các lệnh" in text for text in phones.read(officer, where)))
                else:
                    await house.round()
                    await quiet(house)
        shown = [text for channel in CHANNELS for text in phones.read(officer, channel)]
        assert len([text for text in shown if "Kính gửi" in text]) == reminders

    async def test_the_last_day_waits_for_four_open_hours(self, phones: Phones) -> None:
        (officer,) = on_both(phones)
        async with phones.bot() as house:
            await quiet(house)
            phones.say(officer, "/viec")
            await until(lambda: told(phones, officer) == (2, 0))
            for moment, reminders in (("06/5 07:30", 3), ("06/5 13:30", 4), ("06/5 13:59", 4)):
                await round_at(house, moment)
                await quiet(house)
                assert told(phones, officer) == (reminders, 0)
            await round_at(house, "06/5 14:01")
            await until(lambda: told(phones, officer) == (4, 1))
        assert "Hạn cuối là hôm nay: Báo cáo thử" in phones.read(officer, "zalo")[0]

    async def test_what_was_handed_in_meanwhile_is_left_out(self, phones: Phones) -> None:
        (officer,) = on_both(phones)
        async with phones.bot() as house:
            await quiet(house)
            with unit_of_work(house.engine) as session:
                chat = people.chat_of(session, "telegram", "", phones.address(officer, "telegram"))
                submissions.record(session, REPORT, chat.person_id or 0, at("22/4 10:00"))
            await round_at(house, "23/4 07:31")
            await until(lambda: told(phones, officer) == (1, 1))
        (text,) = phones.read(officer, "zalo")
        assert "Sơ kết thử" in text
        assert "Báo cáo thử" not in text

    async def test_not_outside_the_offices_hours_nor_of_what_is_long_past(self, phones: Phones) -> None:
        (officer,) = on_both(phones)
        async with phones.bot() as house:
            await quiet(house)
            for moment in ("23/4 06:00", "23/4 12:00", "23/4 20:00"):
                await round_at(house, moment)
            await quiet(house)
            assert told(phones, officer) == (1, 0)
            await round_at(house, "05/5 09:00")  # an outage of days: 22/4 is too long ago
            await quiet(house)
            assert len(rows(house)) == 2
        assert told(phones, officer) == (2, 0)
