"""Limits: the limiter by itself, and once the real defaults over HTTP."""

from __future__ import annotations

import asyncio

import aiohttp

from simulator.limits import Limits, no_limits
from simulator.server import start
from simulator.telegram.limits import Limiter
from simulator.telegram.refusals import Refusal
from simulator.world import World
from tests.simulator.doors import Door


def taken(limiter: Limiter, times: list[float], chat: int = 1, *, is_group: bool = False) -> list[int]:
    """Return 0 for each send that passed, else its retry_after."""
    return [wait_told(limiter, now, chat, is_group) for now in times]


def wait_told(limiter: Limiter, now: float, chat: int, is_group: bool) -> int:
    try:
        limiter.take(chat, is_group=is_group, now=now)
    except Refusal as refusal:
        return int((refusal.parameters or {})["retry_after"])
    return 0


def test_one_chat_takes_a_burst_and_then_one_a_second() -> None:
    limiter = Limiter(Limits(bot_per_second=None, chat_burst=3))
    assert taken(limiter, [0, 0, 0, 0, 0.9, 1.0, 1.0, 2.0]) == [0, 0, 0, 1, 1, 0, 1, 0]


def test_a_group_takes_twenty_a_minute() -> None:
    limiter = Limiter(Limits(bot_per_second=None, chat_per_second=None))
    assert taken(limiter, [*range(20), 20.5, 59.9, 60.0, 60.5], -1, is_group=True) == [0] * 20 + [40, 1, 0, 1]


def test_a_bot_takes_thirty_within_any_second() -> None:
    limiter = Limiter(Limits(chat_per_second=None))
    assert taken(limiter, [0.5] * 31 + [1.49, 1.5]) == [0] * 30 + [1, 1, 0]


def test_a_refused_send_uses_nothing_up() -> None:
    limiter = Limiter(Limits(bot_per_second=2, chat_burst=1))
    assert taken(limiter, [0, 0.1, 0.2]) == [0, 1, 1]
    assert taken(limiter, [0.3], chat=2) == [0]


def test_lifted_limits_refuse_nothing() -> None:
    assert taken(Limiter(no_limits()), [0.0] * 1000, -1, is_group=True) == [0] * 1000


async def test_limits_are_read_and_set(door) -> None:
    assert (await door.get("/limits"))["bot_per_second"] is None
    told = await door.post("/limits", {"default": True, "chat_burst": 2, "group_per_minute": None})
    assert told == {
        "bot_per_second": 30,
        "chat_per_second": 1.0,
        "chat_burst": 2,
        "group_per_minute": None,
        "callback_seconds": 15.0,
        "status": 200,
    }
    assert (await door.post("/limits", {"none": True}))["chat_per_second"] is None
    for wrong in ({"speed": 3}, {"bot_per_second": 0}, {"chat_burst": None}):
        assert (await door.post("/limits", wrong))["status"] == 400


async def test_the_real_limits_over_http() -> None:
    """31 chats at once: 30 get it; one chat seven times: five; one group 21 times, slowly: twenty."""
    world = World()
    people = [world.add_person(f"Cán bộ {number}", started=True).id for number in range(1, 32)]
    group = world.add_group("Tổ công tác")
    group.bots.add(world.bots[0].id)
    running = await start(world)
    try:
        async with asyncio.timeout(30), aiohttp.ClientSession() as session:
            door = Door(running.url, session)
            answers = await asyncio.gather(*(door.call("sendMessage", chat_id=id, text="a") for id in people))
            assert sorted(status for status, _ in answers) == [200] * 30 + [429]
            (refused,) = (body for status, body in answers if status == 429)
            assert refused == {
                "ok": False,
                "error_code": 429,
                "description": "Too Many Requests: retry after 1",
                "parameters": {"retry_after": 1},
            }
            await asyncio.sleep(1.1)
            statuses = [(await door.call("sendMessage", chat_id=people[0], text="b"))[0] for _ in range(7)]
            assert statuses == [200] * 5 + [429, 429]
            world.limits.chat_per_second = None
            group_answers = [await door.call("sendMessage", chat_id=group.id, text="c") for _ in range(21)]
            assert [status for status, _ in group_answers] == [200] * 20 + [429]
            assert group_answers[-1][1]["parameters"]["retry_after"] in range(55, 61)
            counts = await door.get("/counts")
            assert (counts["sent"], counts["refusals"], counts["peak_per_second"]) == (55, {"429": 4}, 30)
    finally:
        await running.stop()


async def test_edits_do_not_count_as_sends(door, world, an: int) -> None:
    world.limits.bot_per_second, world.limits.chat_per_second = 30, 1
    sent = await door.result("sendMessage", chat_id=an, text="0")
    for number in range(1, 40):
        await door.result("editMessageText", chat_id=an, message_id=sent["message_id"], text=str(number))
