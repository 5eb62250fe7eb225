"""Keep the comment true that ``draft`` writes beside a phrase: the day that it means. Others are the admin's own."""

from __future__ import annotations

import re
from calendar import day_name
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from schedules.duties import office_of
from schedules.editing.edits import SetDeadline
from schedules.editing.splicing import Splice
from schedules.editing.written import MARK
from schedules.periods import ends
from schedules.plan import Plans
from schedules.reading_json import WEEKDAYS

DAY = r"\d{2}/\d{1,2}/\d{4}"
# How the draft words it in either language, and the weekdays of each.
FORMS: Mapping[str, tuple[str, ...]] = {"hết": WEEKDAYS, "to the end of": tuple(day_name)}
MEANT = "|".join(f"(?:{said} (?:{'|'.join(days)}) {DAY})" for said, days in FORMS.items())
BESIDE = re.compile(rf"[^#\r\n]*?(?P<gap>[ \t]+)# (?P<said>{MEANT})[ \t]*(?=\r|\n|\Z)")
ABOVE = re.compile(rf"(?P<gap>[ \t]*)# (?P<said>{MEANT})[ \t]*(?:\r\n|\n|\r)\Z")


def comment_splices(
    texts: Mapping[str, str], splices: Iterable[Splice], edit: SetDeadline, after: Plans
) -> Iterator[Splice]:
    """Yield what brings the comments beside, or above, a phrase that is written anew to what that means.

    Parameters:
        splices: what writes the phrase; places are those of the texts before.
        after: the plans with the new phrase. Where it means no one day, the comment goes.
    """
    day = _last_day(edit, after)
    for one in splices:
        body = texts[one.file].removeprefix(MARK)
        if one.start == one.end or edit.phrase not in one.words:
            continue
        if beside := BESIDE.match(body, one.end):
            yield _rewritten(one.file, beside, day, beside.start("gap"), beside.end())
            continue
        line = max(body.rfind("\n", 0, one.start), body.rfind("\r", 0, one.start)) + 1
        before = max(body.rfind("\n", 0, max(line - 2, 0)), body.rfind("\r", 0, max(line - 2, 0))) + 1
        if above := ABOVE.match(body[:line], before):
            yield _rewritten(one.file, above, day, above.start(), above.end())


def _rewritten(file: str, found: re.Match[str], day: date | None, start: int, end: int) -> Splice:
    """Write another day in a comment; without one, take the comment out."""
    if day is None:
        return Splice(file, start, end, "")
    said = next(form for form in FORMS if found["said"].startswith(form))
    return Splice(file, found.start("said"), found.end("said"), f"{said} {FORMS[said][day.weekday()]} {_printed(day)}")


def _printed(day: date) -> str:
    """Write a day as official documents do: 07/5/2026, but 07/01/2026 (Nghị định 30/2020/NĐ-CP, Phụ lục I)."""
    return f"{day.day:02}/{day.month:02}/{day.year}" if day.month < 3 else f"{day.day:02}/{day.month}/{day.year}"


def _last_day(edit: SetDeadline, after: Plans) -> date | None:
    """Return the one day that the new phrase means, None where it recurs, awaits an answer, or is counted apart."""
    organisation = after.organisations[edit.organisation]
    plan, days = organisation.plans[edit.plan], office_of(organisation).days
    tasks = plan.tasks.values() if edit.task is None else [plan.tasks[edit.task]]
    dues = [due for task in tasks for due in task.dues if due.reading.phrase == edit.phrase]
    meant = {found.last_day if (found := ends(due.reading, due, plan.closes, days)) else None for due in dues}
    return meant.pop() if len(meant) == 1 else None
