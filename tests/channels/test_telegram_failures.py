"""How the Telegram channel says that sending failed."""

from __future__ import annotations

import logging
import socket
from typing import Any

import pytest

from bot.channels.channel import ChannelDown, DeliveryError, Moved, Never, NotNow, Unknown, Words
from bot.channels.limiter import Limiter, Limits
from bot.channels.telegram import TelegramChannel
from simulator import acts
from simulator.faults import Fault
from simulator.people import Bot, Person
from simulator.server import Running
from simulator.world import World
from tests.channels.conftest import TOKEN, Stranger

# The library announces at every 429 that its number will be a timedelta one day; both are read.
pytestmark = pytest.mark.filterwarnings("ignore:.*retry_after")

REMINDER = Words("Báo cáo sơ kết", ((("Đã nộp", "submit:7"),),))


REFUSALS: list[Any] = [
    pytest.param(
        429,
        "Too Many Requests: retry after 7",
        {"retry_after": 7},
        NotNow,
        "too-many",
        {"wait": 7, "counts": False},
        id="429",
    ),
    pytest.param(
        403, "Forbidden: bot was blocked by the user", {}, Never, "blocked", {"chat_gone": True}, id="blocked"
    ),
    pytest.param(
        403, "Forbidden: user is deactivated", {}, Never, "deactivated", {"chat_gone": True}, id="deactivated"
    ),
    pytest.param(
        403, "Forbidden: bot was kicked from the supergroup chat", {}, Never, "kicked", {"chat_gone": True}, id="kicked"
    ),
    pytest.param(
        403,
        "Forbidden: bot can't initiate conversation with a user",
        {},
        Never,
        "cannot-start",
        {"chat_gone": True},
        id="never started",
    ),
    pytest.param(400, "Bad Request: chat not found", {}, Never, "no-chat", {"chat_gone": True}, id="chat not found"),
    pytest.param(
        400,
        "Bad Request: group chat was upgraded to a supergroup chat",
        {"migrate_to_chat_id": -1002000000007},
        Moved,
        "moved",
        {"new_address": "-1002000000007"},
        id="migrated",
    ),
    pytest.param(
        400,
        "Bad Request: can't parse entities: Unsupported start tag",
        {},
        Never,
        "bad-markup",
        {"chat_gone": False},
        id="markup",
    ),
    pytest.param(400, "Bad Request: message is too long", {}, Never, "too-long", {"chat_gone": False}, id="too long"),
    pytest.param(400, "Bad Request: BUTTON_DATA_INVALID", {}, Never, "bad-button", {"chat_gone": False}, id="button"),
    pytest.param(400, "Bad Request: something new", {}, Never, "refused", {"chat_gone": False}, id="any other 400"),
    pytest.param(413, "Request Entity Too Large", {}, Never, "too-large", {"chat_gone": False}, id="413"),
    pytest.param(401, "Unauthorized", {}, ChannelDown, "bad-token", {}, id="401"),
    pytest.param(404, "Not Found", {}, ChannelDown, "bad-token", {}, id="404"),
    pytest.param(
        409, "Conflict: terminated by other getUpdates request", {}, ChannelDown, "second-poller", {}, id="409"
    ),
    pytest.param(500, "Internal Server Error", {}, NotNow, "server", {"wait": 1.0, "counts": True}, id="500"),
    pytest.param(502, "Bad Gateway", {}, NotNow, "server", {"wait": 1.0, "counts": True}, id="502"),
]


@pytest.mark.parametrize(("status", "description", "parameters", "family", "trouble", "fields"), REFUSALS)
async def test_refusals(
    status: int,
    description: str,
    parameters: dict[str, Any],
    family: type[DeliveryError],
    trouble: str,
    fields: dict[str, Any],
    channel: TelegramChannel,
    world: World,
    officer: Person,
) -> None:
    world.faults.order(Fault("refuse", status=status, description=description, parameters=parameters))

    with pytest.raises(DeliveryError) as raised:
        await channel.send(str(officer.id), REMINDER, "wave")

    assert type(raised.value) is family
    assert raised.value.trouble == trouble
    assert {name: getattr(raised.value, name) for name in fields} == fields


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
    fault: Fault, arrived: int, channel: TelegramChannel, world: World, officer: Person, nhacviec: Bot
) -> None:
    world.faults.order(fault)

    with pytest.raises(Unknown) as raised:
        await channel.send(str(officer.id), REMINDER, "wave")

    assert raised.value.trouble == "no-answer"
    seen = [message for message in world.thread(officer.id, nhacviec.id).values() if message.from_bot]
    assert len(seen) == arrived
    assert await channel.send(str(officer.id), REMINDER, "wave"), "the next one goes"


async def test_no_connection_means_never_sent() -> None:
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))  # taken, and nobody listens
        channel = TelegramChannel(TOKEN, f"http://127.0.0.1:{nobody.getsockname()[1]}")
        with pytest.raises(NotNow) as raised:
            await channel.send("1", REMINDER, "wave")
        await channel.close()

    assert (raised.value.trouble, raised.value.wait, raised.value.counts) == ("network", 1.0, True)


async def test_a_proxy_that_is_not_there_means_never_sent(simulator: Running, officer: Person) -> None:
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        proxy = f"http://127.0.0.1:{nobody.getsockname()[1]}"
        channel = TelegramChannel(TOKEN, simulator.url, proxy=proxy)
        with pytest.raises(NotNow, match="network"):
            await channel.send(str(officer.id), REMINDER, "wave")
        await channel.close()


def test_a_proxy_of_a_kind_that_would_be_ignored_is_refused() -> None:
    with pytest.raises(ValueError, match="http"):
        TelegramChannel(TOKEN, proxy="socks5://127.0.0.1:1080")


PAGE = b"<html>Access denied by policy</html>"


@pytest.mark.parametrize(
    ("status", "body", "family", "trouble"),
    [
        pytest.param(403, PAGE, NotNow, "network", id="a filter's 403 marks no chat as blocked"),
        pytest.param(404, PAGE, NotNow, "network", id="a portal's 404 is no bad token"),
        pytest.param(302, b"", NotNow, "network", id="a portal's redirect"),
        pytest.param(407, PAGE, NotNow, "network", id="a proxy that wants a password"),
        pytest.param(502, PAGE, Unknown, "no-answer", id="a gateway's 502 may have come after the send"),
        pytest.param(200, PAGE, Unknown, "no-answer", id="200 with a page"),
        pytest.param(200, b'{"ok": true, "result": ', Unknown, "no-answer", id="200 with half an answer"),
        pytest.param(200, b'{"ok": true, "result": "yes"}', Unknown, "no-answer", id="200 with a strange result"),
        pytest.param(
            200,
            b'{"ok": false, "error_code": 403, "description": "Forbidden: bot was blocked by the user"}',
            Never,
            "blocked",
            id="200 that says no",
        ),
    ],
)
async def test_answers_of_somebody_else(
    status: int, body: bytes, family: type[DeliveryError], trouble: str, stranger: Stranger
) -> None:
    stranger.status, stranger.body = status, body
    channel = TelegramChannel(TOKEN, stranger.url)

    with pytest.raises(DeliveryError) as raised:
        await channel.send("1", REMINDER, "wave")
    await channel.close()

    assert (type(raised.value), raised.value.trouble) == (family, trouble)


async def test_trouble_of_the_server_is_waited_out_longer_each_time(
    channel: TelegramChannel, world: World, officer: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    moments = [0, 0.1, 1, 3, 7, 15, 31, 61]
    monkeypatch.setattr(channel._line._trouble, "_clock", iter(moments).__next__)
    world.faults.order(Fault("status", times=None, status=500))
    waits = []
    for _ in moments:
        with pytest.raises(NotNow) as raised:
            await channel.send(str(officer.id), REMINDER, "wave")
        waits.append(raised.value.wait)

    assert waits == [1, 1, 2, 4, 8, 16, 30, 30]


async def test_what_is_no_chat_of_telegram_is_never_asked_for(channel: TelegramChannel) -> None:
    with pytest.raises(Never) as raised:
        await channel.send("somebody", REMINDER, "wave")
    assert raised.value.chat_gone


async def test_a_real_block_is_told_as_one(
    channel: TelegramChannel, world: World, officer: Person, nhacviec: Bot
) -> None:
    acts.block(world, officer, nhacviec)
    with pytest.raises(Never, match="blocked"):
        await channel.send(str(officer.id), REMINDER, "wave")


async def test_a_real_migration_names_the_new_address(
    channel: TelegramChannel, world: World, officer: Person, nhacviec: Bot
) -> None:
    group = world.add_group("Tổ thử nghiệm")
    acts.join(world, group, officer, [officer], [nhacviec])
    supergroup = acts.migrate(world, group, officer)

    with pytest.raises(Moved) as raised:
        await channel.send(str(group.id), REMINDER, "wave")
    assert raised.value.new_address == str(supergroup.id)
    assert await channel.send(raised.value.new_address, REMINDER, "wave")


async def test_a_429_holds_its_chat_and_no_other(simulator: Running, world: World, officer: Person) -> None:
    channel = TelegramChannel(TOKEN, simulator.url, limiter=Limiter(Limits(patience=0.5)))
    other = world.add_person("Trần Thị Mẫu", started=True)
    world.faults.order(Fault("refuse", status=429, chat=str(officer.id), parameters={"retry_after": 30}))
    with pytest.raises(NotNow):
        await channel.send(str(officer.id), REMINDER, "wave")

    with pytest.raises(NotNow) as raised:
        await channel.send(str(officer.id), REMINDER, "answer")
    assert 29 < raised.value.wait <= 30
    assert not raised.value.counts
    assert world.counts.calls["sendMessage"] == 1, "the second one was not even tried"
    assert await channel.send(str(other.id), REMINDER, "wave")
    await channel.close()


async def test_failures_print_neither_token_nor_words(
    channel: TelegramChannel, stranger: Stranger, caplog: pytest.LogCaptureFixture, officer: Person
) -> None:
    caplog.set_level(logging.INFO)
    stranger.body = b'{"ok": tru'
    strange = TelegramChannel(TOKEN, stranger.url)
    for one in (channel, strange):
        await one.acknowledge("1", "Mật khẩu")
        await one.typing("404404")
    await strange.close()

    assert "courtesy call" in caplog.text
    assert TOKEN not in caplog.text + repr(channel)
    assert "Mật khẩu" not in caplog.text
