"""Tell how one unit stands: its assignments with all that has happened to each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from handlers.belonging import Own, followed_plans
from handlers.contacts.hats import unit_buttons
from handlers.describing import document_cited, lines, time_left
from handlers.figures.table_of_figures import Row, figures_of, rows_of_unit
from handlers.finding import is_closed
from handlers.overseeing import names_of, units_meant
from handlers.recordings.unit_matching import Roster
from handlers.refusing import NotYours
from handlers.spelling import answer_words, shortened
from handlers.vocabulary import Button, Reply, Text, Turn
from schedules.plan import Plan

UNIT = "tdv"  # the press that asks for one unit
MOST = 10  # units offered
LABEL = 20


def asked_by_coordinator(turn: Turn, words: str) -> Reply:
    """Show the unit that words name among those followed; ask between namesakes, offer the nearest where none is."""
    found = [Own(followed.organisation, unit) for followed, unit in units_meant(turn, words)]
    if len(found) == 1:
        return unit_reply(turn, found)
    if found:
        return Reply((Text("status-unit-several", {"said": words}),), unit_buttons(found[:MOST], UNIT))
    organisations = {one.organisation.id: one.organisation for one in followed_plans(turn)}
    near = Roster(organisations.values()).meant(words).units
    offered = [Own(organisations[id], organisations[id].units[unit]) for id, unit in near]
    key = "status-unit-nearest" if offered else "status-unit-not-found"
    return Reply((Text(key, {"said": words}),), unit_buttons(offered, UNIT))


def asked_by_officer(turn: Turn, words: str, own: list[Own]) -> Reply:
    """Show the own unit; words that name another one are refused.

    Raises:
        NotYours: they do.
    """
    meant = names_of(turn.plans).find(words) if answer_words(words) else []
    mine = [one for one in own if one.key in meant]
    if meant and not mine:
        raise NotYours
    return unit_reply(turn, mine or own)


def unit_reply(turn: Turn, units: Iterable[Own]) -> Reply:
    """Show how units stand, each with a heading."""
    texts = [Text("status-moment", {"moment": turn.now})]
    proved: list[Row] = []
    for own in units:
        rows = _rows(turn, own)
        figures = figures_of(rows)
        values = {"unit": own.unit.name, "done": figures.submitted, "expected": figures.expected}
        texts += [Text("status-unit", values), *(_row_text(row, turn.now) for row in rows)]
        proved += [row for row in rows if row.evidence]
    return Reply(tuple(texts), tuple((_evidence_button(row),) for row in proved))


def _evidence_button(row: Row) -> Button:
    return Button(Text("button-evidence-of", {"unit": shortened(row.task.title, LABEL)}), f"mc:{row.submission_id}")


def _rows(turn: Turn, own: Own) -> list[Row]:
    rows = rows_of_unit(turn.session, own.organisation, _shown_plans(turn, own), own.unit.id, turn.now)
    return [row for row in rows if not is_closed(row.plan, row.task, turn.now)]


def _shown_plans(turn: Turn, own: Own) -> list[Plan]:
    """Return the plans under which the person may see a unit: all for the own one, else those followed."""
    if any((role.organisation, role.unit) == own.key for role in turn.roles):
        return list(own.organisation.plans.values())
    return [one.plan for one in followed_plans(turn) if one.organisation.id == own.organisation.id]


def _row_text(row: Row, now: datetime) -> Text:
    awaited = Text("deadline-awaited", {"phrase": row.phrase})
    return lines(
        Text("status-unit-task", {"task": row.task.title}),
        Text("item-deadline-only", {"deadline": row.deadline or awaited}),
        *(_submitted(row) if row.is_submitted else _outstanding(row, now)),
    )


def _submitted(row: Row) -> Iterator[Text]:
    yield Text("status-unit-submitted", {"moment": row.submitted_at, "standing": Text(f"standing-{row.standing}")})
    if row.handed_in_on:
        yield Text("status-unit-handed-in", {"day": row.handed_in_on})
    document = document_cited(row.document_number or None, row.document_on)
    if document:
        yield Text("submitted-document", {"document": document})
    if row.evidence:
        yield Text("status-unit-evidence", {"evidence": row.evidence})
    yield Text("status-unit-by-office") if row.by_office else Text("status-unit-by", {"person": row.recorded_by})
    if row.returns:
        yield Text("status-unit-round", {"round": row.rounds})
    if row.accepted_at:
        yield Text("status-unit-accepted", {"moment": row.accepted_at})


def _outstanding(row: Row, now: datetime) -> Iterator[Text]:
    if row.deadline:
        yield Text("status-unit-open", {"left": time_left(row.deadline, now)})
    if row.returns:
        yield Text("status-unit-returned", {"reason": row.return_reason})
    if row.asks_extension:
        yield Text("status-unit-asking", {"until": row.asked_until or Text("status-day-unknown")})
    if row.received_at:
        yield Text("status-unit-received", {"moment": row.received_at})
    if row.reminded_at:
        yield Text("status-unit-reminded", {"moment": row.reminded_at})
