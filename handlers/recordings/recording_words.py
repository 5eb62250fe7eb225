"""What a coordinator reads while recording for units: the preview, what is unclear, what was recorded."""

from __future__ import annotations

from collections import Counter
from datetime import date
from itertools import islice

from handlers.describing import deadline_of, document_cited, lines, plain_day, plan_cited
from handlers.figures.figures import Standing, classify
from handlers.handing_in.submitting import NEVER_MIND
from handlers.office import UNDO
from handlers.overseeing import Overseen
from handlers.recordings.recording_draft import Draft, Line, Sorted, stated, task_key
from handlers.recordings.unit_matching import Place, is_spelt_otherwise
from handlers.spelling import shortened
from handlers.vocabulary import Button, Reply, Text, Turn
from storage.tables import Submission

MOST_TASKS = 12
MOST_ODD = 25  # lines that were not recognised, by name; more than that is no list of units
LABEL = 34


def choose_task(draft: Draft, tasks: dict[str, list[Overseen]]) -> Reply:
    """Ask which task the reports are of; those that most units owe first."""
    ordered = sorted(tasks.values(), key=lambda group: -len(group))[:MOST_TASKS]
    rows = tuple((Button(_task_label(group), f"ghi:{draft.mark}:t:{task_key(group[0])}"),) for group in ordered)
    return Reply((Text("record-choose-task", {"count": len(draft.lines)}),), (*rows, (NEVER_MIND,)))


def preview(turn: Turn, draft: Draft, owed: Overseen, found: Sorted) -> Reply:
    """Show what would be recorded and what would not, and ask a yes."""
    task = {"task": owed.owed.task.title, "plan": plan_cited(owed.owed.plan)}
    texts = [
        lines(Text("record-preview", task), Text("submitted-deadline", {"deadline": deadline_of(owed.owed)})),
        *([_ready(turn, draft, found)] if found.ready else []),
        *_left_out(turn, found),
    ]
    return Reply(tuple(texts), tuple(_buttons(draft, found)))


def ask_unit(turn: Turn, draft: Draft, at: int) -> Reply:
    """Ask which unit a line means, with those that it may mean."""
    line = draft.lines[at]
    rows: list[tuple[Button, ...]] = [
        (Button(Text("button-record-unit", {"unit": unit_at(turn, place)}), f"ghi:{draft.mark}:u:{at}:{nth}"),)
        for nth, place in enumerate(line.units)
    ]
    rows.append((Button(Text("button-record-leave-out"), f"ghi:{draft.mark}:x:{at}"), NEVER_MIND))
    key = "record-which" if line.units else "record-which-unknown"
    return Reply((Text(key, {"said": line.said}),), tuple(rows))


def nothing_owed(turn: Turn, found: Sorted) -> Reply:
    """Say that nobody who was recognised owes anything, and name what was not recognised."""
    heading = [Text("record-nothing-owed")] if found.not_owing or not found.unknown else []
    return Reply((*heading, *_left_out(turn, found)), ((NEVER_MIND,),))


def recorded(turn: Turn, made: list[Submission], owed: Overseen, found: Sorted) -> Reply:
    """Say what was recorded, with a way back for ten minutes."""
    one = {"count": len(made), "task": owed.owed.task.title, "plan": plan_cited(owed.owed.plan)}
    names = "; ".join(each.unit for _, each in found.ready.values())
    told = lines(
        Text("recorded-for-units", one),
        Text("recorded-names", {"names": names}),
        Text("undo-within", {"minutes": UNDO.seconds // 60}),
    )
    press = f"ghihuy:{made[0].id}:{made[-1].id}"
    row = (Button(Text("button-recording-undo"), press),)
    return Reply((told, *_left_out(turn, found)), (row,), edits=True, toast=Text("toast-recorded"))


def unit_at(turn: Turn, place: Place) -> str:
    """Return the official name of a unit."""
    return turn.plans.organisations[place[0]].units[place[1]].name


def _ready(turn: Turn, draft: Draft, found: Sorted) -> Text:
    names = [_with_document(one.unit, line) for line, one in found.ready.values()]
    classes = Counter(_class(turn, draft, line, one) for line, one in found.ready.values())
    day: object = date.fromisoformat(draft.came_on) if draft.came_on else turn.now
    return lines(
        Text("record-ready", {"count": len(names)}),
        Text("record-names", {"names": tuple(names)}),
        Text("record-day-stated" if draft.came_on else "record-day-now", {"day": day}),
        Text("record-classes", {"on_time": classes[Standing.ON_TIME], "late": classes[Standing.LATE]}),
    )


def _class(turn: Turn, draft: Draft, line: Line, one: Overseen) -> Standing:
    """Say how it would stand once recorded."""
    said = stated(draft, line)
    as_recorded = Submission(assignment_id=0, handed_in_on=said.handed_in_on, recorded_at=turn.now, recorded_by=0)
    return classify(one.owed.deadline, as_recorded, turn.now)


def _with_document(unit: str, line: Line) -> Text:
    document = document_cited(line.number, date.fromisoformat(line.on) if line.on else None)
    values: dict[str, object] = {"unit": unit}
    if is_spelt_otherwise(line.said, unit):
        values = {"unit": Text("record-spelt", {"unit": unit, "said": line.said})}
    if document is None:
        return Text("record-name", values)
    return Text("record-name-document", {**values, "document": document})


def _left_out(turn: Turn, found: Sorted) -> list[Text]:
    """Name what is not recorded, and why."""
    texts: list[Text] = []
    if found.already:
        names = [_already(one, submission) for one, submission in found.already.values()]
        texts.append(lines(Text("record-already", {"count": len(names)}), *names))
    if found.not_owing:
        named = "; ".join(unit_at(turn, place) for place in found.not_owing)
        texts.append(Text("record-not-owing", {"count": len(found.not_owing), "names": named}))
    for key, odd in (("record-unclear", found.unclear), ("record-unknown", found.unknown)):
        if odd:
            told = [_odd(turn, line) for _, line in islice(odd, MOST_ODD)]
            more = [Text("record-more", {"count": len(odd) - MOST_ODD})] if len(odd) > MOST_ODD else []
            texts.append(lines(Text(key, {"count": len(odd)}), *told, *more))
    return texts


def _already(one: Overseen, submission: Submission) -> Text:
    return Text("record-already-line", {"unit": one.unit, "moment": submission.recorded_at})


def _odd(turn: Turn, line: Line) -> Text:
    if not line.units:
        return Text("record-odd", {"said": line.said})
    names = "; ".join(unit_at(turn, place) for place in line.units)
    return Text("record-odd-unclear" if line.sure else "record-odd-near", {"said": line.said, "names": names})


def _buttons(draft: Draft, found: Sorted) -> list[tuple[Button, ...]]:
    mark = draft.mark
    rows: list[tuple[Button, ...]] = []
    if found.ready:
        rows.append((Button(Text("button-record-yes", {"count": len(found.ready)}), f"ghi:{mark}:y"),))
        rows.append((Button(Text("button-record-day"), f"ghi:{mark}:d"),))
    odd = len(found.unclear) + sum(1 for _, line in found.unknown if line.units)
    if odd:
        rows.append((Button(Text("button-record-clear", {"count": odd}), f"ghi:{mark}:c"),))
    return [*rows, (NEVER_MIND,)]


def _task_label(group: list[Overseen]) -> Text:
    one = group[0]
    task: object = shortened(one.owed.task.title, LABEL - 8)
    if one.id.period and one.owed.deadline:
        task = Text("task-of-period", {"task": task, "day": plain_day(one.owed.deadline.last_day)})
    return Text("button-record-task", {"task": task, "count": len(group)})
