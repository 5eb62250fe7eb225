"""How the Zalo channel says that sending failed."""

from __future__ import annotations

import json
import socket
from typing import Any

import pytest

from bot.channels.channel import ChannelDown, DeliveryError, Never, NotNow, OutOfQuota, Unknown, Words
from bot.channels.limiter import Limiter, Limits
from bot.channels.zalo import ZaloChannel
from simulator.faults import Fault
from simulator.people import Bot, Person
from simulator.world import World
from tests.channels.conftest import MakeZalo, Stranger
from tests.channels.zalo_side import address, phone

REMINDER = Words("Báo cáo sơ kết")

REFUSALS: list[Any] = [
    pytest.param(400, "Bad Request: something", Never, "refused", {"chat_gone": False}, id="400"),
    pytest.param(400, "Bad Request: chat not found", Never, "no-chat", {"chat_gone": True}, id="no chat"),
    pytest.param(404, "Not Found", Never, "refused", {"chat_gone": False}, id="404"),
    pytest.param(401, "Unauthorized", ChannelDown, "bad-token", {}, id="401"),
    pytest.param(403, "Forbidden", NotNow, "server", {"wait": 1.0, "counts": True}, id="403 is an internal error"),
    pytest.param(408, "Request timeout", Unknown, "no-answer", {}, id="408"),
    pytest.param(426, "Upgrade Required", NotNow, "server", {"wait": 1.0}, id="426"),
    pytest.param(429, "Too Many Requests", NotNow, "too-many", {"wait": 60, "counts": False}, id="429"),
    pytest.param(429, "Monthly quota exceeded", OutOfQuota, "quota", {}, id="429 that names the month"),
    pytest.param(500, "Internal Server Error", NotNow, "server", {"wait": 1.0, "counts": True}, id="500"),
    pytest.param(503, "Service Unavailable", NotNow, "server", {"wait": 1.0, "counts": True}, id="503"),
]


@pytest.mark.parametrize("status", [pytest.param("200", id="under 200"), pytest.param("code", id="under its code")])
@pytest.mark.parametrize(("code", "description", "family", "trouble", "fields"), REFUSALS)
async def test_refusals(
    code: int,
    description: str,
    family: type[DeliveryError],
    trouble: str,
    fields: dict[str, Any],
    status: Any,
    zalo: ZaloChannel,
    zalo_world: World,
    zalo_officer: Person,
    zalo_bot: Bot,
) -> None:
    zalo_world.zalo.error_status = status
    zalo_world.faults.order(Fault("refuse", status=code, description=description, method="sendMessage"))

    with pytest.raises(DeliveryError) as raised:
        await zalo.send(address(zalo_bot, zalo_officer), REMINDER, "wave")

    assert (type(raised.value), raised.value.trouble) == (family, trouble)
    assert {name: getattr(raised.value, name) for name in fields} == fields
    assert zalo_world.counts.calls == {"sendMessage": 1}, "the client itself never repeats a send"


@pytest.mark.parametrize(
    ("fault", "arrived"),
    [
        pytest.param(Fault("drop"), 1, id="cut after it was done"),
        pytest.param(Fault("cut"), 0, id="cut before it was done"),
        pytest.param(Fault("late", seconds=0.6), 1, id="answered too late"),
        pytest.param(Fault("hang", seconds=0.6), 0, id="never answered"),
    ],
)
async def test_no_answer_is_an_unknown_outcome(
    fault: Fault, arrived: int, zalo: ZaloChannel, zalo_world: World, zalo_officer: Person, zalo_bot: Bot
) -> None:
    zalo_world.faults.order(fault)

    with pytest.raises(Unknown) as raised:
        await zalo.send(address(zalo_bot, zalo_officer), REMINDER, "wave")

    assert raised.value.trouble == "no-answer"
    assert len(phone(zalo_world, zalo_officer, zalo_bot)) == arrived, "the client itself never repeats a send"
    assert await zalo.send(address(zalo_bot, zalo_officer), REMINDER, "wave"), "the next one goes"


@pytest.mark.parametrize("through", ["directly", "through a proxy"])
async def test_no_connection_means_never_sent(through: str, make_zalo: MakeZalo) -> None:
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))  # taken, and nobody listens
        nowhere = f"http://127.0.0.1:{nobody.getsockname()[1]}"
        channel = make_zalo(nowhere) if through == "directly" else make_zalo(proxy=nowhere)
        with pytest.raises(NotNow) as raised:
            await channel.send("6ede9afa", REMINDER, "wave")

    assert (raised.value.trouble, raised.value.wait, raised.value.counts) == ("network", 1.0, True)


PAGE = b"<html>Access denied by policy</html>"


@pytest.mark.parametrize(
    ("status", "body", "family", "trouble"),
    [
        pytest.param(401, PAGE, NotNow, "network", id="a proxy's 401 is no bad token"),
        pytest.param(403, PAGE, NotNow, "network", id="a filter's 403"),
        pytest.param(404, PAGE, NotNow, "network", id="a portal's 404"),
        pytest.param(302, b"", NotNow, "network", id="a portal's redirect"),
        pytest.param(407, PAGE, NotNow, "network", id="a proxy that wants a password"),
        pytest.param(429, b'{"error": "too many requests"}', NotNow, "network", id="a gateway's 429"),
        pytest.param(502, PAGE, Unknown, "no-answer", id="a gateway's 502 may have come after the send"),
        pytest.param(200, PAGE, Unknown, "no-answer", id="200 with a page"),
        pytest.param(200, b"", Unknown, "no-answer", id="200 with nothing"),
        pytest.param(200, b'{"ok": true, "result": ', Unknown, "no-answer", id="200 with half an answer"),
        pytest.param(200, b"[" * 100_000, Unknown, "no-answer", id="200 with JSON without a bottom"),
        pytest.param(200, b'{"result": {"message_id": "1"}}', Unknown, "no-answer", id="200 that says neither"),
        pytest.param(200, b'{"ok": "yes"}', Unknown, "no-answer", id="200 with another ok"),
        pytest.param(200, b'{"ok": false}', NotNow, "server", id="a no without a code"),
        pytest.param(200, b'{"ok": false, "error_code": "401"}', ChannelDown, "bad-token", id="a code as text"),
        pytest.param(200, b'{"ok": false, "errorCode": 400}', Never, "refused", id="the code's other name"),
        pytest.param(400, b'{"ok": false, "error_code": {}}', Never, "refused", id="a strange code: the status"),
        pytest.param(200, b'{"ok": false, "error_code": 400, "description": 5}', Never, "refused", id="odd words"),
    ],
)
async def test_odd_answers(
    status: int, body: bytes, family: type[DeliveryError], trouble: str, make_zalo: MakeZalo, stranger: Stranger
) -> None:
    stranger.status, stranger.body = status, body
    with pytest.raises(DeliveryError) as raised:
        await make_zalo(stranger.url).send("6ede9afa", REMINDER, "wave")

    assert (type(raised.value), raised.value.trouble) == (family, trouble)


async def test_trouble_of_the_server_is_waited_out_longer_each_time(
    zalo: ZaloChannel, zalo_world: World, zalo_officer: Person, zalo_bot: Bot, monkeypatch: pytest.MonkeyPatch
) -> None:
    moments = [0, 0.1, 1, 3, 7, 15, 31, 61]
    monkeypatch.setattr(zalo._line._trouble, "_clock", iter(moments).__next__)
    zalo_world.faults.order(Fault("refuse", times=None, status=403))
    waits = []
    for _ in moments:
        with pytest.raises(NotNow) as raised:
            await zalo.send(address(zalo_bot, zalo_officer), REMINDER, "wave")
        waits.append(raised.value.wait)

    assert waits == [1, 1, 2, 4, 8, 16, 30, 30]


async def test_too_many_again_and_again_is_the_quota(
    make_zalo: MakeZalo, stranger: Stranger, monkeypatch: pytest.MonkeyPatch
) -> None:
    zalo = make_zalo(stranger.url)
    moments = [0, 1, 60, 180, 420]
    monkeypatch.setattr(zalo._line._messages_refused, "_clock", iter(moments).__next__)
    stranger.body = b'{"ok": false, "error_code": 429, "description": "Too Many Requests"}'
    troubles: list[object] = []
    for _ in moments:
        with pytest.raises(DeliveryError) as raised:
            await zalo.send("6ede9afa", REMINDER, "answer")
        troubles.append(getattr(raised.value, "wait", type(raised.value)))
        zalo._limiter._held_until = {"answer": 0, "wave": 0}  # as when the pause is over

    assert troubles == [60, 60, 120, OutOfQuota, OutOfQuota]


async def test_a_success_between_begins_the_count_anew(
    make_zalo: MakeZalo, stranger: Stranger, monkeypatch: pytest.MonkeyPatch
) -> None:
    zalo = make_zalo(stranger.url)
    moments = [0, 60, 180]
    monkeypatch.setattr(zalo._line._messages_refused, "_clock", iter(moments).__next__)
    for refused in (True, True, False, True):
        code = {"ok": False, "error_code": 429} if refused else {"ok": True, "result": {"message_id": "1"}}
        stranger.body = json.dumps(code).encode()
        zalo._limiter._held_until = {"answer": 0, "wave": 0}
        if refused:
            with pytest.raises(NotNow) as raised:
                await zalo.send("6ede9afa", REMINDER, "answer")
        else:
            assert await zalo.send("6ede9afa", REMINDER, "answer") == "1"

    assert raised.value.wait == 60


async def test_a_429_holds_the_whole_bots_waves(
    make_zalo: MakeZalo, zalo_world: World, zalo_officer: Person, zalo_bot: Bot
) -> None:
    zalo = make_zalo(limiter=Limiter(Limits(patience=0.5)))
    other = zalo_world.add_person("Trần Thử Hai", started=True)
    zalo_world.faults.order(Fault("refuse", status=429))
    with pytest.raises(NotNow, match="too-many"):
        await zalo.send(address(zalo_bot, zalo_officer), REMINDER, "wave")

    with pytest.raises(NotNow) as raised:
        await zalo.send(address(zalo_bot, other), REMINDER, "wave")
    assert 59 < raised.value.wait <= 60
    assert not raised.value.counts
    assert zalo_world.counts.calls["sendMessage"] == 1, "the second one was not even tried"


async def test_the_months_quota(
    zalo: ZaloChannel, zalo_world: World, zalo_officer: Person, zalo_bot: Bot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(zalo._line._messages_refused, "_clock", iter([0, 60, 180]).__next__)
    zalo_world.zalo.quota = 1
    await zalo.send(address(zalo_bot, zalo_officer), REMINDER, "wave")
    for expected in (NotNow, NotNow, OutOfQuota):
        with pytest.raises(expected):
            await zalo.send(address(zalo_bot, zalo_officer), REMINDER, "wave")
        zalo._limiter._held_until = {"answer": 0, "wave": 0}  # as when the pause is over
    zalo_world.zalo.quota = None
    assert await zalo.send(address(zalo_bot, zalo_officer), REMINDER, "wave"), "nothing of ours stands in the way"
