"""A rehearsal as lines of JSON, in the form that other programs rely on."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TextIO

from bot.rehearsals.calls import Call
from schedules.duties import Duty
from schedules.ladder import Step


def write_lines(calls: Iterable[Call], to: TextIO) -> int:
    """Write one JSON object a line for each unit that owes a step, as it is found; return how many."""
    written = 0
    for call in calls:
        units = call.duty.organisation.units
        head, tail = _around_unit(call.step, call.duty)
        for unit in call.owing:
            to.write(f'{head}"unit": {json.dumps(unit)}, "unit_name": {_json(units[unit].name)}, {tail}\n')
        written += len(call.owing)
    return written


def _around_unit(step: Step, duty: Duty) -> tuple[str, str]:
    """Write what all units of a reminder share once; only the unit differs from line to line."""
    before = {
        "at": step.at.isoformat(),
        "organisation": duty.organisation.id,
        "plan": duty.plan.id,
        "task": duty.task.id,
    }
    after = {"step": step.kind, "working_days": step.working_days, "deadline": _deadline(duty)}
    if duty.period:
        before["period"] = duty.period
    return _json(before)[:-1] + ", ", _json(after)[1:]


def _deadline(duty: Duty) -> dict[str, str]:
    deadline = duty.deadline
    return {
        "phrase": deadline.phrase,
        "last_day": deadline.last_day.isoformat(),
        "ends_at": deadline.ends_at.isoformat(),
    }


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
