"""What a coordinator reads of submissions that wait to be accepted: each with a button, and one for all of a task."""

from __future__ import annotations

from itertools import groupby

from handlers.describing import document_of, lines, plain_day
from handlers.figures.figures import classify
from handlers.office import who_recorded
from handlers.overseeing import Overseen
from handlers.pressing import plan_mark, task_mark
from handlers.spelling import shortened
from handlers.vocabulary import Button, Place, Reply, Text, Turn
from storage.tables import Submission

LABEL = 24

Pending = tuple[Submission, Overseen]


def list_of(turn: Turn, shown: list[Pending]) -> Reply:
    """Show some submissions with a button each; a single one can be returned at once, too."""
    texts = tuple(_item(turn, one, place) for place, one in enumerate(shown, 1))
    if len(shown) == 1:
        number = shown[0][0].id
        both = (Button(Text("button-accept"), f"nhan:{number}"), Button(Text("button-return"), f"tralai:{number}"))
        return Reply(texts, (both,))
    rows = tuple((_accept(one, place),) for place, one in enumerate(shown, 1))
    return Reply(texts, rows)


def _item(turn: Turn, one: Pending, place: int) -> Text:
    submission, found = one
    document = document_of(submission)
    standing = Text(f"standing-{classify(found.owed.deadline, submission, turn.now)}")
    return lines(
        Text("accept-item", {"place": Place(place), "unit": found.unit, "task": found.owed.task.title}),
        Text("submitted-document", {"document": document}) if document else None,
        Text("undo-recorded", {"person": who_recorded(turn.session, submission), "moment": submission.recorded_at}),
        Text("accept-standing", {"standing": standing}),
    )


def _accept(one: Pending, place: int) -> Button:
    submission, found = one
    values = {"place": Place(place), "unit": shortened(found.unit, LABEL)}
    return Button(Text("button-accept-of-numbered", values), f"nhan:{submission.id}")


def all_buttons(waiting: list[Pending]) -> list[tuple[Button, ...]]:
    """Offer each task of which several submissions wait."""
    rows: list[tuple[Button, ...]] = []
    ordered = sorted(waiting, key=lambda one: task_of(one[1]))
    for press, alike in groupby(ordered, key=lambda one: task_of(one[1])):
        group = list(alike)
        if len(group) > 1:
            values = {"count": len(group), "task": _title(group[0][1])}
            rows.append((Button(Text("button-accept-all", values), f"nhantat:{press}"),))
    return rows


def _title(found: Overseen) -> object:
    title = shortened(found.owed.task.title, LABEL - 8)
    if found.id.period and found.owed.deadline:
        return Text("task-of-period", {"task": title, "day": plain_day(found.owed.deadline.last_day)})
    return title


def task_of(found: Overseen) -> str:
    return f"{plan_mark(found.owed.plan)}:{task_mark(found.owed)}"
