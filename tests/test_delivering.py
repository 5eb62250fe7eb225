"""What becomes of one message when Telegram, the line or the chat fails it: the whole bot, a simulated Telegram."""

from __future__ import annotations

import asyncio
import socket
from time import monotonic

import pytest

from simulator import acts
from storage.tables import OutboxState, RoleKind
from tests.phones import Phones, later, put, rows, settled, state_of, states, tried, troubles, unreachable, until
from tests.small_plans import OFFICE, UNIT, at

SENT, WAITING, FAILED, UNCERTAIN = OutboxState.SENT, OutboxState.WAITING, OutboxState.FAILED, OutboxState.UNCERTAIN
AGAIN = "(gửi lại)\n"


class TestRefusedForTheMoment:
    async def test_429_holds_one_chat_and_is_no_attempt(self, phones: Phones) -> None:
        held, *others = phones.officers(4)
        phones.fault("refuse", held, status=429, parameters={"retry_after": 1})
        began = monotonic()
        async with phones.bot() as house:
            await until(lambda: all(phones.read(other) for other in others))
            assert monotonic() - began < 1, "the others were held up"
            assert phones.read(held) == []
            await until(lambda: state_of(house, held) == [(WAITING, 0)])
            await until(lambda: settled(house))
        assert monotonic() - began >= 1, "sent before Telegram allowed it"
        assert len(phones.read(held)) == 1
        assert state_of(house, held) == [(SENT, 1)]
        assert phones.world.counts.refusals == {"429": 1}

    @pytest.mark.parametrize("status", [500, 502])
    async def test_telegrams_own_trouble_is_outlived(self, phones: Phones, status: int) -> None:
        (officer,) = phones.officers(1)
        phones.fault("status", status=status, times=3)
        async with phones.bot() as house:
            for tries in (1, 2, 3):
                await tried(house, officer, tries)
                later(house, minutes=5)
            await until(lambda: settled(house))
        assert state_of(house, officer) == [(SENT, 4)]
        (text,) = phones.read(officer)
        assert not text.startswith(AGAIN)

    async def test_a_line_that_is_down_loses_nothing(self, phones: Phones) -> None:
        """Refused connections for two hours: the coordinator reads of them, and when the line is back they arrive."""
        (officer,) = phones.officers(1)
        with socket.socket() as nobody:  # bound, but nobody listens: every connection is refused
            nobody.bind(("127.0.0.1", 0))
            async with phones.bot(api=f"http://127.0.0.1:{nobody.getsockname()[1]}") as house:
                for tries in range(1, 25):
                    await tried(house, officer, tries)
                    assert troubles(house) == ([(UNIT, str(officer.id), "network")] if tries >= 8 else [])
                    later(house, minutes=5)
        assert phones.read(officer) == []
        async with phones.bot() as house:
            later(house, hours=3)  # a rehearsal begins at its last round, before the tries above
            await until(lambda: settled(house))
            assert troubles(house) == []
        assert len(phones.read(officer)) == 1


class TestNobodyKnowsWhetherItArrived:
    async def test_sent_again_once_and_marked(self, phones: Phones) -> None:
        (officer,) = phones.officers(1)
        phones.fault("drop", officer)
        async with phones.bot() as house:
            await until(lambda: rows(house)[0].unknown_outcomes == 1)
            later(house, minutes=5)
            await until(lambda: settled(house))
        first, second = phones.read(officer)
        assert second == AGAIN + first
        assert [(row.state, row.unknown_outcomes) for row in rows(house)] == [(SENT, 1)]
        assert troubles(house) == []

    @pytest.mark.parametrize(("kind", "arrived"), [("drop", 2), ("cut", 0)])
    async def test_a_second_unknown_outcome_goes_to_the_coordinator(
        self, phones: Phones, kind: str, arrived: int
    ) -> None:
        officer, colleague = phones.officers(2)
        phones.fault(kind, officer, times=None)  # type: ignore[arg-type]
        async with phones.bot() as house:
            await until(lambda: rows(house)[0].unknown_outcomes == 1)
            later(house, minutes=5)
            await until(lambda: settled(house))
            later(house, hours=1)
            await asyncio.sleep(0.2)
            assert len(phones.read(officer)) == arrived
            assert phones.world.counts.calls["sendMessage"] == 3
            assert states(house) == [UNCERTAIN, SENT]
            assert troubles(house) == [(UNIT, str(officer.id), "no-answer")]
            assert len(phones.read(colleague)) == 1

    @pytest.mark.parametrize(
        ("kind", "times", "arrived"),
        [
            pytest.param("drop", 1, ["", AGAIN], id="arrived and again"),
            pytest.param("cut", 1, [AGAIN], id="arrives the second time"),
            pytest.param("drop", 2, ["", AGAIN], id="never a third time"),
        ],
    )
    async def test_an_answer_is_sent_again_once(
        self, phones: Phones, kind: str, times: int, arrived: list[str]
    ) -> None:
        (office,) = phones.officers(1, OFFICE, RoleKind.COORDINATOR)
        async with phones.bot():
            phones.say(office, "/trogiup")
            await until(lambda: len(phones.read(office)) == 1)
            phones.fault(kind, office, times=times)  # type: ignore[arg-type]
            for question in ("/trogiup", "/trogiup"):
                phones.say(office, question)
            await until(lambda: len(phones.read(office)) == 2 + len(arrived))
            await asyncio.sleep(0.1)
        _, *texts, plain = phones.read(office)
        assert texts == [mark + plain for mark in arrived]


class TestNeverAgain:
    @pytest.mark.parametrize("why", ["blocked", "deactivated", "no-chat"])
    async def test_a_chat_that_is_gone_is_listed_and_the_second_officer_told(self, phones: Phones, why: str) -> None:
        gone, second = phones.officers(2)
        if why == "blocked":
            gone.blocked.add(phones.nhacviec.id)  # silently: only sending finds out
        elif why == "deactivated":
            gone.deactivated = True
        else:
            del phones.world.people[gone.id]
        async with phones.bot() as house:
            await until(lambda: settled(house))
            assert state_of(house, gone) == [(FAILED, 1)]
            assert state_of(house, second) == [(SENT, 1)]
            assert troubles(house) == [(UNIT, str(gone.id), why)]
            assert unreachable(house) == [(UNIT, str(gone.id), why)]
            house.clock.jump(at("24/4 07:30"))
            await house.round()
            await until(lambda: len(phones.read(second)) == 2)
            assert len(state_of(house, gone)) == 1, "written to a chat that is gone"

    async def test_after_unblocking_the_next_reminder_comes_and_no_old_one(self, phones: Phones) -> None:
        officer, _ = phones.officers(2)
        async with phones.bot() as house:
            await until(lambda: settled(house))
            acts.block(phones.world, officer, phones.nhacviec)
            await until(lambda: unreachable(house))
            house.clock.jump(at("24/4 07:30"))
            await house.round()
            assert len(phones.read(officer)) == 1
            acts.unblock(phones.world, officer, phones.nhacviec)
            await until(lambda: not unreachable(house))
            await house.round()
            later(house, hours=1)
            await asyncio.sleep(0.2)
            assert len(phones.read(officer)) == 1, "what was missed came late"
            house.clock.jump(at("29/4 07:30"))
            await house.round()
            await until(lambda: len(phones.read(officer)) == 2)
            assert troubles(house) == []

    async def test_blocked_while_it_waits(self, phones: Phones) -> None:
        (officer,) = phones.officers(1)
        phones.fault("status", officer, status=500, times=None)
        async with phones.bot() as house:
            await until(lambda: state_of(house, officer) == [(WAITING, 1)])
            acts.block(phones.world, officer, phones.nhacviec)
            await until(lambda: states(house) == [FAILED])
            assert troubles(house) == [(UNIT, str(officer.id), "blocked")]

    async def test_a_row_that_cannot_be_worded_holds_up_nobody(self, phones: Phones) -> None:
        strange, officer = phones.officers(2)
        async with phones.bot() as house:
            await until(lambda: settled(house))
            put(house, str(strange.id), {"items": "?"}, kind="bundle")
            put(house, str(officer.id), {"items": "?"}, kind="bundle")
            house.clock.jump(at("24/4 07:30"))
            await house.round()
            await until(lambda: settled(house))
            assert [len(phones.read(each)) for each in (strange, officer)] == [2, 2]
            assert states(house).count(FAILED) == 2
            assert troubles(house) == [], "reached since"
