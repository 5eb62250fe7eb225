"""Faults come when they are ordered, hit the call that was meant, and leave the truth on the phone."""

from __future__ import annotations

import asyncio
from typing import Any

import aiohttp
import pytest


async def texts(door, person: int) -> list[str]:
    return [each["text"] for each in await door.phone(person)]


@pytest.mark.parametrize(
    ("fault", "status", "words"),
    [
        pytest.param({"kind": "status", "status": 502}, 502, "Bad Gateway", id="502"),
        pytest.param({"kind": "status"}, 500, "Internal Server Error", id="500"),
        pytest.param(
            {"kind": "refuse", "status": 429, "parameters": {"retry_after": 7}},
            429,
            "Too Many Requests: retry after 7",
            id="429",
        ),
        pytest.param(
            {"kind": "refuse", "status": 403, "description": "Forbidden: bot was blocked by the user"},
            403,
            "Forbidden: bot was blocked by the user",
            id="403",
        ),
    ],
)
async def test_the_next_call_is_refused(door, an: int, fault: dict[str, Any], status: int, words: str) -> None:
    assert (await door.post("/faults", fault))["status"] == 201
    answer, body = await door.call("sendMessage", chat_id=an, text="a")
    assert (answer, body["description"], body.get("parameters")) == (status, words, fault.get("parameters"))
    await door.result("sendMessage", chat_id=an, text="b")
    assert await texts(door, an) == ["b"]


async def test_a_fault_waits_for_its_method_its_chat_and_its_turn(door, world, an: int) -> None:
    other = world.add_person("Trần Văn Mẫu", started=True).id
    fault = {"kind": "status", "times": 2, "skip": 1, "method": "sendmessage", "chat": an}
    await door.post("/faults", {"faults": [fault]})
    await door.result("sendChatAction", chat_id=an, action="typing")
    await door.result("sendMessage", chat_id=other, text="a")
    statuses = [(await door.call("sendMessage", chat_id=an, text=str(number)))[0] for number in range(4)]
    assert statuses == [200, 500, 500, 200]
    assert (await door.get("/faults"))["faults"] == []


async def test_dropped_has_arrived_and_cut_has_not(door, an: int) -> None:
    for kind in ("drop", "cut"):
        await door.post("/faults", {"kind": kind})
        with pytest.raises(aiohttp.ClientError):
            await door.call("sendMessage", chat_id=an, text=kind)
    assert await texts(door, an) == ["drop"]
    calls = (await door.get("/log", method="sendMessage"))["calls"]
    assert [(call["fault"], call["status"]) for call in calls] == [("drop", 0), ("cut", 0)]


async def test_a_hung_call_arrives_only_if_the_caller_stays(door, an: int) -> None:
    await door.post("/faults", {"kind": "hang", "seconds": 0.5, "times": 2})
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(door.call("sendMessage", chat_id=an, text="left"), 0.05)
    await door.result("sendMessage", chat_id=an, text="stayed")
    await asyncio.sleep(0.1)
    assert await texts(door, an) == ["stayed"]


async def test_a_late_answer_has_arrived_at_once(door, an: int) -> None:
    await door.post("/faults", {"kind": "late", "seconds": 5})
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(door.call("sendMessage", chat_id=an, text="late"), 0.1)
    assert await texts(door, an) == ["late"]


async def test_slowness_lasts_until_removed_and_stands_beside_other_faults(door, an: int) -> None:
    await door.post("/faults", {"faults": [{"kind": "slow", "seconds": 0.3, "times": None}, {"kind": "status"}]})
    begun = asyncio.get_running_loop().time()
    assert (await door.call("sendMessage", chat_id=an, text="a"))[0] == 500
    await door.result("sendMessage", chat_id=an, text="b")
    assert asyncio.get_running_loop().time() - begun >= 0.6
    async with door.session.delete(f"{door.url}/sim/faults") as answer:
        assert await answer.json() == {"faults": []}
    begun = asyncio.get_running_loop().time()
    await door.result("sendMessage", chat_id=an, text="c")
    assert asyncio.get_running_loop().time() - begun < 0.3


@pytest.mark.parametrize(
    "fault",
    [{"kind": "explode"}, {}, {"kind": "status", "status": 200}, {"kind": "hang", "seconds": "long"}],
    ids=["unknown kind", "no kind", "200 is no fault", "seconds in words"],
)
async def test_a_wrong_fault_is_told(door, fault: dict[str, Any]) -> None:
    answer = await door.post("/faults", fault)
    assert (answer["status"], "error" in answer) == (400, True)
