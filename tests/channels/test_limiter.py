"""Sending limits, in a time that only these tests move."""

from __future__ import annotations

import asyncio
import heapq
import itertools
import math
import random
from collections.abc import Iterable

import pytest

from bot.channels.channel import NotNow, Pace
from bot.channels.limiter import Limiter, Limits

PATIENT = Limits(patience=math.inf)


class FakeTime:
    """A clock that jumps to the next sleeper as soon as nobody has anything else to do."""

    def __init__(self) -> None:
        self.now = 1000.0
        self._order = itertools.count()
        self._sleepers: list[tuple[float, int, asyncio.Future[None]]] = []

    def clock(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        woken = asyncio.get_running_loop().create_future()
        heapq.heappush(self._sleepers, (self.now + seconds, next(self._order), woken))
        await woken

    async def until_done(self, tasks: Iterable[asyncio.Task[None]]) -> None:
        tasks = list(tasks)
        while True:
            await self.settle()
            if all(task.done() for task in tasks):
                return
            self._jump()

    async def until(self, moment: float) -> None:
        await self.settle()
        while self._sleepers and self._sleepers[0][0] <= moment:
            self._jump()
            await self.settle()
        self.now = moment

    async def settle(self) -> None:
        for _ in range(8):
            await asyncio.sleep(0)

    def _jump(self) -> None:
        when, _, woken = heapq.heappop(self._sleepers)
        if not woken.done():  # a cancelled sleeper wakes nobody
            self.now = max(self.now, when)
            woken.set_result(None)


class Office:
    """A limiter with a record of who went when, in seconds from the start."""

    def __init__(self, limits: Limits | None = None) -> None:
        self.time = FakeTime()
        self.begin = self.time.now
        self.limiter = Limiter(limits, self.time.clock, self.time.sleep)
        self.went: list[tuple[str, Pace, float]] = []

    def send(self, address: str, pace: Pace, *, group: bool = False) -> asyncio.Task[None]:
        async def go() -> None:
            await self.limiter.turn(address, pace, group=group)
            self.went.append((address, pace, self.time.now - self.begin))

        return asyncio.create_task(go())

    def moments(self, address: str | None = None, pace: Pace | None = None) -> list[float]:
        return [at for who, how, at in self.went if address in (None, who) and pace in (None, how)]


def most_within(moments: list[float], span: float) -> int:
    """Return the largest number of moments in any window [t, t + span)."""
    ordered = sorted(moments)
    return max(sum(1 for at in ordered[place:] if at < begin + span) for place, begin in enumerate(ordered))


async def test_a_wave_of_300_keeps_25_in_any_second_and_is_spread_evenly() -> None:
    office = Office()
    await office.time.until_done([office.send(f"unit-{n}", "wave") for n in range(300)])

    moments = office.moments()
    assert len(moments) == 300
    assert most_within(moments, 1.0) <= 25
    assert most_within(moments, 0.2) <= 6
    assert 11.9 < moments[-1] < 12.2


async def test_waves_and_many_answers_together_keep_30_in_any_second() -> None:
    office = Office()
    chance = random.Random(7)
    tasks = [office.send(f"unit-{n}", "wave") for n in range(200)]
    for n in range(300):
        await office.time.until(office.time.now + chance.choice([0.0, 0.0, 0.0, 0.05, 0.2]))
        tasks.append(office.send(f"officer-{n}", "answer"))
    await office.time.until_done(tasks)

    assert len(office.moments()) == 500
    assert most_within(office.moments(), 1.0) <= 30
    assert most_within(office.moments(), 1.0) > 25, "answers should be able to use the reserve"


async def test_500_answers_at_once_begin_with_no_burst_above_the_limit() -> None:
    office = Office(PATIENT)
    await office.time.until_done([office.send(f"officer-{n}", "answer") for n in range(500)])

    assert most_within(office.moments(), 1.0) == 30


@pytest.mark.parametrize("at", [0.0, 0.013, 0.5, 0.98, 3.021, 7.777])
async def test_an_answer_in_the_middle_of_a_wave_goes_within_50_ms(at: float) -> None:
    office = Office()
    wave = [office.send(f"unit-{n}", "wave") for n in range(300)]
    await office.time.until(office.begin + at)
    await office.time.until_done([office.send("officer", "answer")])

    assert office.moments("officer")[0] - at <= 0.05
    await office.time.until_done(wave)


@pytest.mark.parametrize(
    ("pace", "expected"),
    [
        pytest.param("wave", [0, 1, 2, 3, 4], id="waves strictly one a second"),
        pytest.param("answer", [0, 0, 0, 1, 2], id="three answers in a row, then one a second"),
    ],
)
async def test_the_pace_of_one_chat(pace: Pace, expected: list[float]) -> None:
    office = Office()
    await office.time.until_done([office.send("officer", pace) for _ in range(5)])

    assert office.moments("officer") == pytest.approx(expected, abs=0.01)


async def test_a_chat_that_must_wait_does_not_hold_up_the_others() -> None:
    office = Office()
    tasks = [office.send("long message", "wave") for _ in range(4)] + [office.send(f"u{n}", "wave") for n in range(20)]
    await office.time.until_done(tasks)

    assert max(at for who, _, at in office.went if who != "long message") < 1.0
    assert office.moments("long message") == pytest.approx([0, 1, 2, 3], abs=0.06)


@pytest.mark.parametrize("pace", ["answer", "wave"])
async def test_a_group_gets_20_in_any_minute(pace: Pace) -> None:
    office = Office(PATIENT)
    await office.time.until_done([office.send("-100", pace, group=True) for _ in range(45)])

    assert most_within(office.moments("-100"), 60.0) == 20


async def test_a_group_refused_before_anything_went_to_it_is_still_held_to_its_minute() -> None:
    office = Office(PATIENT)
    office.limiter.refused(1, "-100")
    await office.time.until_done([office.send("-100", "wave", group=True) for _ in range(25)])

    assert most_within(office.moments("-100"), 60.0) == 20


async def test_a_refused_chat_waits_alone() -> None:
    office = Office()
    office.limiter.refused(5, "an")
    await office.time.until_done(
        [office.send("an", "answer"), office.send("binh", "wave"), office.send("chi", "answer")]
    )

    assert office.moments("an") == pytest.approx([5], abs=0.01)
    assert max(office.moments("binh") + office.moments("chi")) < 0.05


async def test_a_second_refused_chat_means_the_whole_bot() -> None:
    office = Office()
    office.limiter.refused(5, "an")
    office.limiter.refused(5, "binh")
    await office.time.until_done([office.send("chi", "wave"), office.send("dung", "answer")])

    assert office.moments("chi") == pytest.approx([5], abs=0.01)
    assert office.moments("dung") == pytest.approx([1], abs=0.01)


async def test_refusals_of_one_chat_after_another_do_not_mean_the_bot() -> None:
    office = Office()
    office.limiter.refused(2, "an")
    await office.time.until(office.begin + 3)
    office.limiter.refused(2, "binh")
    await office.time.until_done([office.send("chi", "wave")])

    assert office.moments("chi") == pytest.approx([3], abs=0.01)


async def test_who_would_wait_too_long_is_told_instead_and_no_attempt_is_counted() -> None:
    office = Office()
    queued = [office.send(f"unit-{n}", "wave") for n in range(50)]
    await office.time.until(office.begin + 1)
    office.limiter.pause(117)
    await office.time.until_done(queued)

    refusals = [task.exception() for task in queued if task.exception()]
    assert len(refusals) + len(office.went) == 50
    assert len(office.went) <= 26
    assert all(isinstance(error, NotNow) and not error.counts and error.wait == 117 for error in refusals)


async def test_a_cancelled_sender_takes_nobodys_turn() -> None:
    office = Office()
    tasks = [office.send("officer", "wave") for _ in range(3)]
    await office.time.settle()
    tasks[1].cancel()
    await office.time.until_done(tasks)

    assert office.moments("officer") == pytest.approx([0, 1], abs=0.01)


async def test_idle_chats_are_forgotten() -> None:
    office = Office(PATIENT)
    for n in range(2000):
        await office.time.until(office.time.now + 0.1)
        await office.time.until_done([office.send(f"unit-{n}", "answer")])

    assert len(office.limiter._chats) < 1300  # ten a second for two minutes


async def test_without_limits_nobody_waits() -> None:
    office = Office(Limits.unlimited())
    await office.time.until_done([office.send(f"unit-{n}", "wave") for n in range(1000)])

    assert office.moments()[-1] == 0


async def test_the_limits_are_telegrams() -> None:
    limits = Limits()
    assert (limits.per_second, limits.waves, limits.chat_per_second, limits.group_per_minute) == (30, 25, 1, 20)


async def test_in_real_time_a_call_that_no_chat_sees_goes_at_once() -> None:
    limiter = Limiter()
    await asyncio.wait_for(limiter.turn(None, "answer"), 0.1)
