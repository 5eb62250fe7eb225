"""A small plans.yaml with one office and two units, and invented people who join it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from schedules.deadline import VIETNAM
from schedules.plan import AssignmentId
from storage.database import open_database, unit_of_work
from storage.invites import accept, make_invites
from storage.people import chat_of
from storage.tables import RoleKind

HEAD = """\
version: 1
organisations:
  - id: tinh-thu
    name: Ủy ban nhân dân tỉnh Thử
    standing_office: so-mot
    units:
      - {id: so-mot, name: Sở Một}
      - {id: so-hai, name: Sở Hai}
    plans:
      - id: ke-hoach
        title: Kế hoạch thử
        issuer: Ủy ban nhân dân tỉnh Thử
        number: 1/KH-UBND
        issued_on: '2026-04-22'
        tasks:
"""
SMALL = (
    HEAD
    + """\
          - id: bao-cao
            title: Báo cáo thử
            kind: report
            units: [so-hai]
            send_to: Sở Một
            deadline: trước ngày 07/5/2026
          - id: so-ket
            title: Sơ kết thử
            kind: hold
            units: [so-hai]
            deadline: trước ngày 10/5/2026
"""
)
ORGANISATION, UNIT, OFFICE = "tinh-thu", "so-hai", "so-mot"
REPORT = AssignmentId(ORGANISATION, "ke-hoach", "bao-cao", UNIT)


def with_many_tasks(count: int) -> str:
    """Return a plans.yaml whose unit owes so many reports that one reminder is several messages."""
    task = """\
          - id: bao-cao-{n}
            title: Báo cáo thử số {n} về việc thực hiện nhiệm vụ thử thứ {n}
            kind: report
            units: [so-hai]
            send_to: Sở Một
            deadline: trước ngày 07/5/2026
"""
    return HEAD + "".join(task.format(n=number) for number in range(1, count + 1))


def at(text: str) -> datetime:
    """Read a moment of 2026 in Vietnam: "22/4 07:30"."""
    return datetime.strptime(f"2026 {text}", "%Y %d/%m %H:%M").replace(tzinfo=VIETNAM)


def database(folder: Path) -> str:
    return f"sqlite:///{folder / 'bot.db'}"


def link(url: str, organisation: str, *units: str, kind: RoleKind = RoleKind.OFFICER) -> None:
    """Let one invented person without a phone join for each unit."""
    join(url, organisation, {f"{kind}-{unit}": (unit, kind) for unit in units})


def join(url: str, organisation: str, people: Mapping[str, tuple[str, RoleKind]], channel: str = "telegram") -> None:
    """Let people join, by the addresses of their chats. Call it while no bot runs."""
    engine = open_database(url)
    with unit_of_work(engine) as session:
        codes = make_invites(session, organisation, people.values(), at("01/1 08:00"))
        for address, code in zip(people, codes, strict=True):
            chat = chat_of(session, channel, "", address)
            accept(session, chat, f"Cán bộ Thử {address}", code, at("01/1 08:01"))
    engine.dispose()
