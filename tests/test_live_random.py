"""Random edits of a live plan, with answers, hand-ins, kills and bad files between: what must hold after each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest
from sqlmodel import col, select

from bot.house import House
from handlers.describing import due_of
from handlers.plan_changes.asking import left_to_ask, open_renames
from schedules.plan import AssignmentId, Plans
from storage import assignments, submissions
from storage.database import reading, unit_of_work
from storage.tables import Outbox, OutboxState, Submission, VersionState
from tests.live import ADMIN, Live, live, restart, stop
from tests.small_plans import HEAD, ORGANISATION
from tests.test_rounds import opened, plans_file

__all__ = ["opened", "plans_file"]  # fixtures
STEPS = 25
UNITS = ("so-mot", "so-hai")


@dataclass(frozen=True)
class Written:
    """A task as the file has it."""

    id: str
    title: str
    units: tuple[str, ...]
    day: int
    was: str = ""

    def __str__(self) -> str:
        was = f"            was: {self.was}\n" if self.was else ""
        return (
            f"          - id: {self.id}\n            title: {self.title}\n            kind: report\n{was}"
            f"            units: [{', '.join(self.units)}]\n            send_to: Sở Một\n"
            f"            deadline: trước ngày {self.day:02}/5/2026\n"
        )


@dataclass
class Editor:
    """Somebody who edits the file, mostly rightly."""

    dice: Random
    tasks: list[Written] = field(default_factory=lambda: [Written("bao-cao", "Báo cáo thử", ("so-hai",), 7)])
    made: int = 0

    def text(self) -> str:
        return HEAD + "".join(map(str, self.tasks)) if self.tasks else HEAD.replace("tasks:", "tasks: []")

    def edit(self) -> str:
        """Change something, and return what is saved: now and then only half of it, or a mistake."""
        self.dice.choice([self._move, self._move, self._units, self._add, self._remove, self._rename, self._other_id])()
        saved = self.dice.random()
        if saved < 0.1:
            return self.text()[: len(self.text()) // 2]
        return (
            self.text().replace("/5/2026", "/13/2026") if saved < 0.2 else self.text() + "# ghi chú\n" * (saved < 0.4)
        )

    def _some(self) -> int:
        return self.dice.randrange(len(self.tasks)) if self.tasks else self._add()

    def _move(self) -> None:
        at = self._some()
        self.tasks[at] = replace(self.tasks[at], day=self.dice.choice((6, 7, 8, 15)))

    def _units(self) -> None:
        at = self._some()
        self.tasks[at] = replace(self.tasks[at], units=self.dice.choice((UNITS, UNITS[:1], UNITS[1:])))

    def _add(self) -> int:
        self.made += 1
        self.tasks.append(Written(f"viec-{self.made}", f"Việc thử số {self.made}", UNITS, 8))
        return len(self.tasks) - 1

    def _remove(self) -> None:
        if self.tasks:
            del self.tasks[self._some()]

    def _rename(self) -> None:
        at = self._some()
        self.made += 1
        self.tasks[at] = replace(self.tasks[at], id=f"moi-{self.made}", was=self.tasks[at].id)

    def _other_id(self) -> None:
        at = self._some()
        self.made += 1
        self.tasks[at] = replace(self.tasks[at], id=f"khac-{self.made}", was="")


def owed(plans: Plans) -> Iterator[AssignmentId]:
    for plan in plans.organisations[ORGANISATION].plans.values():
        for task in plan.tasks.values():
            for due in task.dues:
                yield from (AssignmentId(ORGANISATION, plan.id, task.id, unit) for unit in due.unit_ids)


def answer(here: Live, dice: Random) -> None:
    """Say yes or no to what waits, or nothing."""
    version = here.versions()[-1]
    if version.state is not VersionState.WAITING or not left_to_ask(version):
        return
    if renames := open_renames(version):
        here.send(ADMIN, pressed=f"doima:{here.named()}:{renames[0][0]}:{dice.randrange(2)}")
    else:
        here.send(ADMIN, pressed=f"{dice.choice(('apdung', 'apdung', 'khongap'))}:{here.named()}")


def hand_in(here: Live, dice: Random) -> None:
    with unit_of_work(here.house.engine) as session:
        done = submissions.standing(session, ORGANISATION)
        left = [one for one in owed(here.house.rounds.plans) if one not in done]
        if left:
            submissions.record(session, dice.choice(left), 1, here.house.clock.now())


async def round_checked(here: Live) -> None:
    before = {row.id for row in here.rows()}
    await here.house.rounds.run()
    check(here, [row for row in here.rows() if row.id not in before])


def check(here: Live, put: list[Outbox]) -> None:
    """Hold the plan that runs to what must hold of any."""
    plans = here.house.rounds.plans
    with reading(here.house.engine) as session:
        standing = session.exec(select(Submission).where(col(Submission.withdrawn_at).is_(None))).all()
        assert len(standing) == len(session.exec(select(Submission)).all()), "no submission is ever taken back"
        for row in put:
            if row.kind == "bundle":
                named = assignments.named_many(session, [item["assignment"] for item in row.about["items"]])
                for id in named.values():
                    found = plans.task(id)
                    assert found, "no reminder of what is gone"
                    assert due_of(found[2], id.unit)


def check_told(here: Live) -> None:
    """See that nobody was told the same step of the same deadline twice running, unless it was gone between."""
    last: dict[tuple[int, int], set[tuple[str, str]]] = {}
    with reading(here.house.engine) as session:
        sent = select(Outbox).where(Outbox.state == OutboxState.SENT).order_by(col(Outbox.id))
        for row in session.exec(sent):
            if row.about.get("what") == "removed":
                for item in row.about["items"]:
                    last.pop((row.chat_id, item["assignment"]), None)
            for item in row.about.get("items", ()) if row.kind == "bundle" else ():
                said = last.setdefault((row.chat_id, item["assignment"]), set())
                step = (item["step"], item["ends_at"])
                assert step not in said, f"{step} told twice"
                if any(ends_at != item["ends_at"] for _, ends_at in said):
                    said.clear()
                said.add(step)


@pytest.mark.parametrize("seed", range(4))
async def test_random_edits(plans_file: Path, opened: list[House], seed: int) -> None:
    dice = Random(seed)
    editor = Editor(dice)
    here = live(plans_file, opened, text=editor.text())
    now = here.house.clock.now()
    for _ in range(STEPS):
        now += timedelta(minutes=dice.choice((1, 20, 300, 1500)))
        act = dice.random()
        if act < 0.5:
            plans_file.write_text(editor.edit(), "utf-8")
        elif act < 0.65:
            hand_in(here, dice)
        elif act < 0.8:
            stop(here)
            here = restart(plans_file, opened, f"{now:%d/%m %H:%M}")
        if now > here.house.clock.now():
            here.house.clock.jump(now)
        await round_checked(here)
        answer(here, dice)
        await round_checked(here)
        here.deliver()
    check_told(here)
    states = here.states()
    assert len(states) > 5
    assert states.count("ran") > 1, "something was let in"
