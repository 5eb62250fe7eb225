"""Measure what answering costs: 1,000 mixed questions from 500 people on the five shipped plans, database included."""

from __future__ import annotations

import random
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from statistics import median

from sqlmodel import Session

from handlers.answering import hear
from handlers.overseeing import names_of
from handlers.vocabulary import Message
from schedules.deadline import VIETNAM
from schedules.loading.loader import load
from schedules.owing import owed
from schedules.plan import Plans
from storage import invites, people
from storage.database import open_database, unit_of_work
from storage.tables import RoleKind

PLANS = Path(__file__).parent.parent / "plans.yaml"
NOW = datetime(2026, 5, 5, 8, 0, tzinfo=VIETNAM)
PEOPLE, QUESTIONS = 500, 1000
OF_OFFICERS = (
    "/viec", "/han", "/tiendo", "/decuong", "/trogiup", "còn nợ gì không ạ", "hạn nộp là hôm nào vậy", "xin đề cương",
    "đã nộp báo cáo số 45/BC-UBND ngày 04/5 rồi ạ", "chiều nay nhắc lại nhé", "mai em nộp", "phần II viết gì",
    "xin lùi đến 12/5 vì chưa có số liệu", "em cảm ơn", "/lich",
)  # fmt: skip
OF_COORDINATORS = ("/tiendo", "tiến độ đến giờ thế nào", "xã nào chậm nhất", "/donvi", "/nhan", "/han", "/dondoc")


def main() -> None:
    """Print the median and the 99th percentile, of all and of each kind of question."""
    random.seed(2026)
    with tempfile.TemporaryDirectory() as folder:
        plans = load(PLANS).plans
        assert plans
        engine = open_database(f"sqlite:///{folder}/bot.db")
        with unit_of_work(engine) as session:
            asking = list(_join(session, plans))
        names_of(plans)  # built once for each state of the file, not for each question
        took: dict[str, list[float]] = defaultdict(list)
        for number in range(QUESTIONS):
            address, said = _question(asking)
            message = Message("telegram", "", str(number), address, "private", address, "Người Thử", said=said)
            began = time.perf_counter()
            with unit_of_work(engine) as session:
                hear(session, message, plans, NOW)
            took[said].append(1000 * (time.perf_counter() - began))
        engine.dispose()
    _print(took)


def _join(session: Session, plans: Plans) -> Iterator[tuple[str, bool]]:
    """Let an officer join in each of the first units that owe something, then a coordinator of each organisation."""
    units = [(id, unit) for id, one in plans.organisations.items() for unit in {o.unit: None for o in owed(one, NOW)}]
    offices = [(id, one.standing_office_id) for id, one in plans.organisations.items()]
    wanted = [(*one, RoleKind.OFFICER) for one in units[: PEOPLE - len(offices)]]
    wanted += [(*one, RoleKind.COORDINATOR) for one in offices]
    for number, (organisation, unit, kind) in enumerate(wanted):
        code = invites.make_invite(session, organisation, unit, kind, NOW)
        chat = people.chat_of(session, "telegram", "", str(number))
        invites.accept(session, chat, f"Nguyễn Thử {number}", code, NOW)
        yield str(number), kind is RoleKind.COORDINATOR


def _question(asking: list[tuple[str, bool]]) -> tuple[str, str]:
    """Choose who asks what; every tenth question is a coordinator's."""
    oversees = random.random() < 0.1
    address, _ = random.choice([one for one in asking if one[1] is oversees])
    return address, random.choice(OF_COORDINATORS if oversees else OF_OFFICERS)


def _print(took: dict[str, list[float]]) -> None:
    every = sorted(one for each in took.values() for one in each)
    highest = every[int(0.99 * len(every))]
    print(f"{len(every):,} questions: median {median(every):.1f} ms, 99th percentile {highest:.1f} ms\n")
    print("| question | times | median | slowest |")
    print("|---|--:|--:|--:|")
    for said, each in sorted(took.items(), key=lambda one: -median(one[1])):
        print(f"| {said} | {len(each)} | {median(each):.1f} ms | {max(each):.1f} ms |")


if __name__ == "__main__":
    main()
