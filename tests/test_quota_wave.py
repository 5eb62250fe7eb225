"""A wave of 1,000 units on Zalo with the month's messages nearly used up: who was told, who was not, and why."""

from __future__ import annotations

import re

import pytest
from sqlmodel import col, select

from bot.house import House
from schedules.plan import AssignmentId
from simulator import acts
from simulator.people import Person
from storage import outbox, people, spending, submissions
from storage.database import reading, unit_of_work
from storage.tables import Outbox, OutboxState, RoleKind
from tests.phones import Phones, until
from tests.small_plans import ORGANISATION, at, join

QUOTA, LEFT, UNITS, FEW = 3000, 700, 1000, 20
NAMES = [f"don-vi-{number:04}" for number in range(1, UNITS + 1)]
PLAN = f"""\
version: 1
organisations:
  - id: tinh-thu
    name: Ủy ban nhân dân tỉnh Thử
    standing_office: so-mot
    units:
      - {{id: so-mot, name: Sở Một}}
      - {{id: don-vi-9999, name: Đơn vị chưa liên kết}}
{chr(10).join(f"      - {{id: {one}, name: Đơn vị {one[-4:]}}}" for one in NAMES)}
    groups:
      - {{id: tat-ca, name: Tất cả đơn vị, members: [don-vi-9999, {", ".join(NAMES)}]}}
    plans:
      - id: ke-hoach
        title: Kế hoạch thử
        issuer: Ủy ban nhân dân tỉnh Thử
        number: 1/KH-UBND
        issued_on: '2026-05-05'
        tasks:
          - id: bao-cao
            title: Báo cáo thử
            kind: report
            units: [tat-ca]
            send_to: Sở Một
            deadline: trước ngày 07/5/2026
"""


async def to(house: House, moment: str) -> None:
    """Let a moment come, and everything be sent that is due by then."""
    house.clock.jump(at(moment))
    await house.round()
    await until(lambda: nothing_waits(house), 60)


def nothing_waits(house: House) -> bool:
    with reading(house.engine) as session:
        counts = outbox.counts(session)
        return counts[OutboxState.WAITING] + counts[OutboxState.CLAIMED] == 0


def told(house: House, since: str) -> set[str]:
    """Return the units of the chats that a bundle has reached since a moment."""
    with reading(house.engine) as session:
        units = {chat.id: unit for unit, chat in people.chats_of_units(session, ORGANISATION)}
        reached = select(Outbox.chat_id).where(
            Outbox.kind == "bundle", Outbox.state == OutboxState.SENT, col(Outbox.sent_at) >= at(since)
        )
        return {units[chat] for chat in session.exec(reached)}


def spent(house: House, month: str) -> int:
    with reading(house.engine) as session:
        return spending.spent(session, "zalo", "", month)


async def asked(phones: Phones, who: Person, label: str = "") -> str:
    """Let somebody ask for /tiendo, or press a button; return the answer."""
    before = len(phones.read(who))
    if label:
        acts.press(phones.world, who, bot=phones.nhacviec, label=label)
    else:
        phones.say(who, "/tiendo")
    await until(lambda: len(phones.read(who)) > before)
    return "\n".join(phones.read(who)[before:])


def figure(answer: str, label: str) -> int:
    found = re.search(rf"{label}: ([\d.]+)", answer)
    assert found, (label, answer)
    return int(found[1].replace(".", ""))


@pytest.mark.timeout(300)  # a thousand messages, each claimed, worded and sent on its own
async def test_a_wave_with_the_quota_nearly_used(phones: Phones) -> None:
    phones.plans = PLAN
    officers = [phones.world.add_person(f"Cán bộ Thử {one}", started=True) for one in NAMES]
    addresses = [phones.address(person, "zalo") for person in officers]
    of_units = [(unit, RoleKind.OFFICER) for unit in NAMES]
    join(phones.url, ORGANISATION, dict(zip(addresses, of_units, strict=True)), "zalo")
    (coordinator,) = phones.officers(1, "so-mot", RoleKind.COORDINATOR)
    async with phones.bot(zalo_monthly_quota=QUOTA) as house:
        with unit_of_work(house.engine) as session:
            spending.spend(session, "zalo", "", "2026-05", QUOTA - LEFT)
        await to(house, "05/5 17:00")
        (tight,) = phones.read(coordinator)
        assert "Hạn mức tin Zalo tháng 5/2026 dự kiến không đủ: đã dùng 2.300" in tight

        await to(house, "06/5 07:30")
        assert told(house, "06/5 07:30") == set(NAMES[:LEFT]), "as many as were left, in the order of the outbox"
        assert spent(house, "2026-05") == QUOTA
        assert sum(bool(phones.read(person, "zalo")) for person in officers) == LEFT, "and they have it"

        await asked(phones, coordinator)
        answer = await asked(phones, coordinator, "Lần nhắc gần nhất")
        assert "07:30 thứ Tư 06/5/2026" in answer
        assert "Khi đó có 1.001 đơn vị" in answer
        assert figure(answer, "– qua Zalo") == figure(answer, "Đã nhắc được") == LEFT
        assert figure(answer, "Không nhắc được") == UNITS - LEFT
        assert figure(answer, "– không còn đủ hạn mức tin Zalo tháng 5/2026") == UNITS - LEFT
        assert figure(answer, "Chưa có đầu mối liên kết") == 1
        named = re.findall(r"Đơn vị \d{4}", answer)
        while "đơn vị khác" in answer:
            answer = await asked(phones, coordinator, "Các đơn vị tiếp theo")
            named += re.findall(r"Đơn vị \d{4}", answer)
        assert named == [f"Đơn vị {one[-4:]}" for one in NAMES[LEFT:]], "each once, to the last"
        assert "Chưa có đầu mối liên kết: Đơn vị chưa liên kết" in answer

        with unit_of_work(house.engine) as session:
            for unit in NAMES[FEW:]:
                id = AssignmentId(ORGANISATION, "ke-hoach", "bao-cao", unit)
                submissions.record(session, id, 1, house.clock.now())
        await to(house, "06/5 13:30")
        assert told(house, "06/5 13:30") == set(), "the afternoon joined the morning"
        await to(house, "07/5 07:30")
        assert told(house, "07/5 07:30") == set()
        assert spent(house, "2026-05") == QUOTA
        assert any("đã hết: đã dùng 3.000 / 3.000 tin" in text for text in phones.read(coordinator))

        await to(house, "03/6 07:30")
        assert told(house, "03/6 07:30") == set(NAMES[:FEW]), "a new month, and everybody who owes is told"
        assert spent(house, "2026-06") == FEW
        status = await asked(phones, coordinator)
        assert f"Zalo tháng 6/2026: đã dùng {FEW}, dự kiến còn" in status
