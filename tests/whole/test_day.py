"""A working day with the real bot process, over HTTP, on the shipped plans."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from schedules.deadline import VIETNAM
from storage.tables import RoleKind
from tests.whole.running import FAST, Running, running, until

pytestmark = pytest.mark.whole
MORNING = "2026-05-04T07:29:50+07:00"  # ten seconds before the sending hours of a working day
QUY_NHON = "21583"


async def test_push_at_the_opening_answer_colleague_and_coordinator(tmp_path: Path) -> None:
    async with running(tmp_path) as house:
        first, second, office = [await house.person(name) for name in ("Nguyễn Thử Nhất", "Trần Thử Hai", "Lê Thử Ba")]
        house.link(
            {
                first: ("gia-lai", QUY_NHON, RoleKind.OFFICER),
                second: ("gia-lai", QUY_NHON, RoleKind.OFFICER),
                office: ("gia-lai", "so-noi-vu", RoleKind.COORDINATOR),
            }
        )
        await house.start_bot(MORNING, "--yes")
        started = await _moment(house)
        assert await house.sent() == []

        (push,) = await house.news(first)
        arrived = await _moment(house)
        assert started < datetime(2026, 5, 4, 7, 30, tzinfo=VIETNAM) <= arrived
        assert "UBND phường Quy Nhơn" in push["text"]
        assert "“trước ngày 07/5/2026” (hết thứ Tư 06/5/2026)" in push["text"]
        assert len(await house.news(second)) == 1

        before = await house.say(office, "/tiendo")
        recorded = await house.press(first, push, "Đã nộp")
        assert any("UBND phường Quy Nhơn" in message["text"] for message in recorded)
        (told,) = await house.news(second)
        assert "Cán bộ Thử" in told["text"]
        after = await house.say(office, "/tiendo")
        assert before[0]["text"] != after[0]["text"]

        await house.jump("2026-05-06T07:30:00+07:00")
        (last,) = await house.news(first)
        assert "Tổ chức sơ kết, đánh giá" in last["text"]
        assert "Báo cáo sơ kết 01 năm hoạt động" not in last["text"], "reminded of what was handed in"


async def test_killed_in_the_middle_of_a_wave(tmp_path: Path) -> None:
    async with running(tmp_path, "--no-limits") as house:
        people = await _officers_of(house, "gia-lai", "lao-cai", "lai-chau")
        assert len(people) >= 300
        house.link(people)
        senders = 4
        await house.start_bot("2026-05-04T07:29:58+07:00", "--yes", SENDERS=str(senders), **FAST)

        async def under_way() -> bool:
            return len(await house.sent()) >= 100

        await until(under_way)
        await house.kill_bot()
        arrived = {message["chat"] for message in await house.sent()}
        assert 100 <= len(arrived) < len(people)
        await house.start_bot("2026-05-04T07:29:58+07:00", "--yes", SENDERS=str(senders), **FAST)

        async def everybody() -> bool:
            return {message["chat"] for message in await house.sent()} == set(people)

        await until(everybody)
        sent = await house.sent()
        repeated = [message for number, message in enumerate(sent) if message["chat"] in _chats(sent[:number])]
        assert len(repeated) <= senders
        assert all(message["text"].startswith("(gửi lại)") for message in repeated)
        assert len(sent) == len(people) + len(repeated)


async def test_real_limits_are_kept(tmp_path: Path) -> None:
    async with running(tmp_path) as house:  # the simulator refuses past Telegram's own limits
        people = await _officers_of(house, "lai-chau")
        office = await house.person("Phạm Thử Tư")
        house.link({**people, office: ("lai-chau", "so-noi-vu", RoleKind.COORDINATOR)})
        await house.start_bot("2026-05-04T07:29:58+07:00", "--yes")

        async def under_way() -> bool:
            return len(await house.sent()) >= 10

        await until(under_way)
        assert await house.say(office, "/trogiup")
        assert len(await house.sent()) < len(people), "the answer waited behind the wave"

        async def everybody() -> bool:
            return {message["chat"] for message in await house.sent()} >= set(people)

        await until(everybody)
        counts = await house.get("/sim/counts")
        assert not counts["refusals"], counts


def _chats(messages: list[dict[str, object]]) -> set[object]:
    return {message["chat"] for message in messages}


async def _officers_of(house: Running, *organisations: str) -> dict[int, tuple[str, str, RoleKind]]:
    """Make one officer for every unit of some organisations, in one call."""
    units = [
        (organisation, unit) for organisation in organisations for unit in house.plans.organisations[organisation].units
    ]
    made = await house.post("/sim/people", count=len(units), name="Cán bộ Thử {n}", started=True)
    ids = [person["id"] for person in made["people"]]
    return {id: (*place, RoleKind.OFFICER) for id, place in zip(ids, units, strict=True)}


async def _moment(house: Running) -> datetime:
    async with house.http.get(f"{house.web}/clock") as answer:
        return datetime.fromisoformat((await answer.json())["now"])
