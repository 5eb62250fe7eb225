"""What a coordinator reads of a chase before the yes: whom it would remind, whom not and why, units to untick."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from itertools import groupby

from handlers.chases.chase_choice import Choice, Draft, Why
from handlers.contacts.hats import unit_mark
from handlers.describing import lines, plan_cited, unit_name
from handlers.figures.status_lists import fitting
from handlers.handing_in.submitting import NEVER_MIND
from handlers.office import name_of
from handlers.overseeing import Overseen
from handlers.spelling import shortened
from handlers.vocabulary import Button, Reply, Text, Turn
from schedules.duties import office_of
from schedules.plan import Organisation
from storage import chases

WIDE, NARROW = 1200, 500  # characters of names in one list: what one message has room for
PAGE = 8  # units that can be ticked at once
LABEL = 28
AFTER_OPENING = timedelta(minutes=5)  # the morning's reminders go first, and a chase leaves out what they say
Row = tuple[Button, ...]


def preview(turn: Turn, draft: Draft, choice: Choice, note: Text | None = None) -> Reply:
    """Show whom a yes would remind, and whom not."""
    texts = [
        *([note] if note else []),
        heading(choice.meant),
        _figures(turn, choice),
        *_skipped(turn, choice),
    ]
    if not choice.chased:
        return Reply((*texts, Text("chase-nobody-now")), _changing(draft, choice), edits=_is_press(turn))
    yes = Button(Text("button-chase-yes", {"count": len(choice.chased)}), f"ddco:{draft.mark}:{draft.seal}")
    texts += [*_later(turn, choice), Text("chase-ask", {"count": len(choice.chased)})]
    return Reply(tuple(texts), ((yes, NEVER_MIND), *_changing(draft, choice)), edits=_is_press(turn))


def ticking(turn: Turn, draft: Draft, choice: Choice, page: int) -> Reply:
    """Show a page of the units that can be ticked."""
    units = choice.tickable
    pages = max(1, -(-len(units) // PAGE))
    page = min(page, pages - 1)
    shown = units[page * PAGE : (page + 1) * PAGE]
    values = {"count": len(choice.chased), "all": len(units), "page": page + 1, "pages": pages}
    rows: list[Row] = [(_tick(draft, choice, unit, page),) for unit in shown]
    turning = [
        Button(Text("button-chase-before"), f"ddc:{draft.mark}:{page - 1}") if page else None,
        Button(Text("button-chase-after"), f"ddc:{draft.mark}:{page + 1}") if page + 1 < pages else None,
    ]
    rows.append(tuple(button for button in turning if button))
    rows.append(
        (
            Button(Text("button-chase-all"), f"ddt:{draft.mark}:{page}:1"),
            Button(Text("button-chase-none"), f"ddt:{draft.mark}:{page}:0"),
        )
    )
    rows.append((Button(Text("button-chase-back"), f"ddv:{draft.mark}"),))
    text = lines(heading(choice.meant), Text("chase-ticking", values))
    return Reply((text,), tuple(row for row in rows if row), edits=_is_press(turn))


def heading(meant: Mapping[str, Sequence[Overseen]]) -> Text:
    """Name what a chase is about: one task with its deadlines, or how many there are."""
    found = [one for owing in meant.values() for one in owing]
    tasks = {(one.id.plan, one.id.task, one.id.period): one for one in found}
    plans = {one.id.plan: one.followed.plan for one in found}
    cited = tuple(plan_cited(plan) for plan in plans.values())
    if len(tasks) > 1:
        return lines(
            Text("chase-of-tasks", {"count": len(tasks)}), *(Text("chase-plan", {"plan": one}) for one in cited)
        )
    ((_, one),) = tasks.items()
    deadlines = {found.owed.deadline for found in found}
    told = Text("item-deadline-only", {"deadline": one.owed.deadline}) if len(deadlines) == 1 else None
    return lines(Text("chase-of-task", {"task": one.owed.task.title, "plan": cited[0]}), told)


def names(turn: Turn, organisation: Organisation, units: Sequence[str]) -> Text:
    """Name units, as many as one message has room for."""
    return named(organisation, units, WIDE if turn.shows.buttons else NARROW)


def named(organisation: Organisation, units: Sequence[str], room: int) -> Text:
    """Name units, as many as there is room for."""
    all_names = [unit_name(organisation, unit) for unit in units]
    until = fitting(all_names, 0, room) if all_names else 0
    rest = Text("chase-others", {"count": len(all_names) - until}) if until < len(all_names) else ""
    return Text("chase-names", {"names": "; ".join(all_names[:until]), "others": rest})


def _figures(turn: Turn, choice: Choice) -> Text:
    """Tell how many are outstanding, how many would be reminded, and their names."""
    counts = {"count": len(choice.meant), "chased": len(choice.chased)}
    return lines(
        Text("status-moment", {"moment": turn.now}),
        Text("chase-figures", counts),
        _line("chase-who", turn, choice, list(choice.chased)) if choice.chased else None,
        _line("chase-off", turn, choice, list(choice.off)) if choice.off else None,
    )


def _skipped(turn: Turn, choice: Choice) -> Iterator[Text]:
    """Name who is left alone, reason by reason; of a chase, also whose and when."""
    told: list[Text] = []
    for why in Why:
        if units := choice.skipped.get(why):
            told += (
                _by_chase(turn, choice, units)
                if why is Why.CHASED
                else [_line(f"chase-skip-{why}", turn, choice, units)]
            )
    if told:
        yield lines(Text("chase-skipped"), *told)


def _by_chase(turn: Turn, choice: Choice, units: list[str]) -> Iterator[Text]:
    def chase_of(unit: str) -> int:
        return choice.reminded[unit].chase or 0

    for number, alike in groupby(sorted(units, key=chase_of), key=chase_of):
        chase, mine = chases.kept(turn.session, number), list(alike)
        who = name_of(turn.session, chase.ordered_by) if chase else ""
        values = {"person": who, "moment": chase.ordered_at if chase else turn.now}
        yield _line("chase-skip-chased", turn, choice, mine, values)


def _line(key: str, turn: Turn, choice: Choice, units: list[str], more: Mapping[str, object] | None = None) -> Text:
    return Text(key, {"count": len(units), "names": names(turn, choice.organisation, units), **(more or {})})


def begins_at(organisation: Organisation, now: datetime) -> datetime:
    """Return when a chase that is ordered now goes: at once, or a little after the next opening."""
    office = office_of(organisation)
    return now if office.is_open(now) else office.next_open(now) + AFTER_OPENING


def _later(turn: Turn, choice: Choice) -> Iterator[Text]:
    """Say when it will go, where the office does not send now."""
    begins = begins_at(choice.organisation, turn.now)
    if begins > turn.now:
        yield Text("chase-later", {"moment": begins})


def _changing(draft: Draft, choice: Choice) -> tuple[Row, ...]:
    """Offer to untick units, and to leave those alone that have said "đã nhận"."""
    rows: list[Row] = []
    if len(choice.tickable) > 1:
        rows.append((Button(Text("button-chase-tick"), f"ddc:{draft.mark}:0"),))
    ticked = "on" if draft.unreceived else "off"
    rows.append((Button(Text(f"button-chase-unreceived-{ticked}"), f"ddn:{draft.mark}"),))
    return tuple(rows)


def _tick(draft: Draft, choice: Choice, unit: str, page: int) -> Button:
    ticked = "on" if unit in choice.chased else "off"
    name = shortened(unit_name(choice.organisation, unit), LABEL)
    mark = unit_mark(choice.organisation.id, unit)
    return Button(Text(f"button-chase-unit-{ticked}", {"unit": name}), f"ddx:{draft.mark}:{page}:{mark}")


def _is_press(turn: Turn) -> bool:
    return turn.message.pressed is not None
