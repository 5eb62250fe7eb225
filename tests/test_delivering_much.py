"""Long messages, groups that move, outages and waves: what many messages must keep, however the channel fails."""

from __future__ import annotations

import asyncio
from time import monotonic

import pytest
from sqlmodel import select
from structlog.testing import capture_logs

from bot.channels.limiter import Limits
from bot.house import House
from simulator import acts
from simulator.limits import Limits as TelegramLimits
from simulator.people import Person
from storage import database, submissions
from storage.database import reading, unit_of_work
from storage.tables import Chat, OutboxState, RoleKind
from tests.phones import Phones, later, put, rows, settled, state_of, states, until
from tests.small_plans import OFFICE, REPORT, at, with_many_tasks

SENT, WAITING, WITHDRAWN = OutboxState.SENT, OutboxState.WAITING, OutboxState.WITHDRAWN
FAILED = OutboxState.FAILED
AGAIN = "(gửi lại)\n"


class TestGroups:
    @pytest.mark.parametrize("who_tells", ["the refusal", "the update"])
    async def test_a_group_that_became_a_supergroup_gets_it_once(self, phones: Phones, who_tells: str) -> None:
        (officer,) = phones.officers(1)
        group = phones.world.add_group("Nhóm Thử")
        acts.join(phones.world, group, officer, [officer], [phones.nhacviec])
        if who_tells == "the refusal":
            phones.fault("cut", method="getUpdates", times=None)
        async with phones.bot() as house:
            await until(lambda: settled(house))
            phones.fault("status", group.id, status=500)
            with unit_of_work(house.engine) as session:
                handed_in = submissions.record(session, REPORT, 1, house.clock.now())
            put(house, str(group.id), {"what": "submitted", "submission": handed_in.id})
            await until(lambda: WAITING in states(house))
            moved = acts.migrate(phones.world, group, officer)
            later(house, minutes=5)
            await until(lambda: settled(house))
            await asyncio.sleep(0.1)
            assert _groups(house) == [str(moved.id)]
        (text,) = phones.read(moved.id)
        assert "Báo cáo thử" in text
        assert phones.read(group.id) == []
        assert rows(house)[-1].state is SENT


def _groups(house: House) -> list[str]:
    """Return the addresses of the groups that the bot knows."""
    with reading(house.engine) as session:
        return list(session.exec(select(Chat.address).where(Chat.kind == "group")))


class TestLongMessages:
    async def test_parts_in_order_with_the_buttons_under_the_last(self, phones: Phones) -> None:
        phones.plans = with_many_tasks(60)
        (officer,) = phones.officers(1)
        async with phones.bot() as house:
            await until(lambda: rows(house) and settled(house))
        self._whole(phones, officer, house)

    @pytest.mark.parametrize("kind", ["drop", "status"])
    async def test_a_fault_in_the_middle_keeps_order_and_once(self, phones: Phones, kind: str) -> None:
        phones.plans = with_many_tasks(60)
        (officer,) = phones.officers(1)
        phones.fault(kind, officer, skip=1)  # type: ignore[arg-type]
        async with phones.bot() as house:
            await until(lambda: [row.tries for row in rows(house)[:2]] == [1, 1])
            assert len(phones.read(officer)) == (2 if kind == "drop" else 1), "the next part overtook"
            later(house, minutes=5)
            await until(lambda: settled(house))
        if kind == "drop":
            texts = phones.read(officer)
            assert texts[2] == AGAIN + texts[1]
            del phones.world.thread(officer.id, phones.nhacviec.id)[phones.messages(officer)[2].id]
        self._whole(phones, officer, house)

    @staticmethod
    def _whole(phones: Phones, officer: Person, house: House) -> None:
        messages = phones.messages(officer)
        assert len(messages) >= 3
        assert set(states(house)) == {SENT}
        assert len(states(house)) == len(messages)
        assert [row.part for row in rows(house)] == list(range(len(messages)))
        together = "\n".join(message.text for message in messages)
        found = [together.find(f"Báo cáo thử số {number} ") for number in range(1, 61)]
        assert -1 not in found
        assert [len(message.buttons) for message in messages] == [0] * (len(messages) - 1) + [61]  # and "Nhắc lại sau"

    async def test_one_that_does_not_fit_the_month_is_not_begun(self, phones: Phones) -> None:
        phones.plans = with_many_tasks(60)
        (officer,) = phones.officers(1, channel="zalo")
        async with phones.bot(zalo_monthly_quota=3) as house:
            await until(lambda: rows(house) and settled(house))
            assert [(row.state, row.trouble) for row in rows(house)] == [(FAILED, "quota")]
        assert phones.read(officer, "zalo") == []


class TestTheWholeChannel:
    async def test_one_that_hangs_does_not_hold_up_the_other(self, phones: Phones) -> None:
        waiting = phones.officers(40, channel="zalo")
        (officer,) = phones.officers(1)
        phones.fault("slow", bot=phones.bot_on("zalo").username, seconds=1, times=None)
        async with phones.bot() as house:
            await until(lambda: rows(house) and rows(house)[-1].state is SENT, 4)
            assert phones.read(officer), "it was put last"
            assert states(house).count(WAITING) > len(waiting) / 2

    async def test_a_database_that_is_busy_for_a_while_is_outlived(
        self, phones: Phones, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        (officer,) = phones.officers(1)
        async with phones.bot() as house:
            await until(lambda: rows(house) and settled(house))
            monkeypatch.setattr(database, "PATIENCE", 0.05)
            with capture_logs() as logged, house.engine.get_execution_options()["writers"]:
                await until(lambda: len(logged) > 1)
            monkeypatch.undo()
            assert {(line["event"], line["trouble"]) for line in logged} == {
                ("the database cannot be used", "DatabaseError")
            }
            house.clock.jump(at("24/4 07:30"))
            await house.round()
            await until(lambda: len(phones.read(officer)) == 2)

    async def test_a_wrong_token_stops_the_channel_and_loses_nothing(self, phones: Phones) -> None:
        (officer,) = phones.officers(1)
        with capture_logs() as logged:
            async with phones.bot(token="1000001:WRONG-TOKEN") as house:
                await until(lambda: rows(house)[0].trouble == "bad-token")
                for moment in ("24/4 07:30", "29/4 07:30"):
                    house.clock.jump(at(moment))
                    await house.round()
                assert len(rows(house)) == 3, "the rounds stopped with the channel"
        assert [(line["event"], line["trouble"]) for line in logged if line["log_level"] == "error"] == [
            ("channel stopped", "bad-token")
        ]
        assert "WRONG-TOKEN" not in str(logged)
        assert phones.read(officer) == []
        async with phones.bot() as house:
            later(house, minutes=2)
            await until(lambda: settled(house))
        assert states(house) == [WITHDRAWN, SENT, SENT]
        report, review = phones.read(officer)
        assert "Báo cáo thử" in report
        assert "Sơ kết thử" in review
        assert not report.startswith(AGAIN)
        assert not review.startswith(AGAIN)
        assert "Báo cáo thử" not in review
        assert "Sơ kết thử" not in report, "told twice: the first reminder and the newest one"

    async def test_a_polite_stop_lets_what_is_in_flight_arrive(self, phones: Phones) -> None:
        (officer,) = phones.officers(1)
        slow = phones.fault("slow", officer, seconds=0.5)
        async with phones.bot() as house:
            await until(lambda: slow.hits)
        assert len(phones.read(officer)) == 1
        async with phones.bot() as house:
            assert states(house) == [SENT]

    async def test_whoever_hands_in_during_an_outage_is_not_reminded_after_it(self, phones: Phones) -> None:
        (officer,) = phones.officers(1)
        phones.fault("status", officer, status=500, times=None)
        async with phones.bot() as house:
            await until(lambda: state_of(house, officer) == [(WAITING, 1)])
            with unit_of_work(house.engine) as session:
                for id in (REPORT, REPORT._replace(task="so-ket")):
                    submissions.record(session, id, 1, house.clock.now())
            phones.world.faults.forget()
            later(house, minutes=5)
            await until(lambda: settled(house))
        assert phones.read(officer) == []
        assert states(house) == [WITHDRAWN]

    async def test_answers_do_not_wait_behind_a_wave(self, phones: Phones) -> None:
        phones.world.limits = TelegramLimits()
        officers = phones.officers(200)
        (office,) = phones.officers(1, OFFICE, RoleKind.COORDINATOR)
        async with phones.bot(limits=Limits()) as house:
            await until(lambda: sum(bool(phones.read(officer)) for officer in officers) >= 30)
            asked = monotonic()
            phones.say(office, "/trogiup")
            await until(lambda: phones.read(office))
            assert monotonic() - asked < 2
            assert states(house).count(WAITING) > 50, "the wave was over already"
        assert phones.world.counts.refusals == {}
        assert phones.world.counts.peak <= 30
