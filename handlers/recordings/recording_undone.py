"""Take back what the office has recorded: a whole list within ten minutes, one unit's at any time by /rutlai."""

from __future__ import annotations

from handlers.belonging import speaker
from handlers.describing import document_of, lines, plan_cited
from handlers.handing_in.submitting import NEVER_MIND
from handlers.office import as_number, check_undoable, submission_named, who_recorded
from handlers.overseeing import Overseen
from handlers.pushes.office_notices import tell_units, tell_units_that_heard
from handlers.recordings.unit_matching import roster_of
from handlers.refusing import Refused, UnitNotFound
from handlers.returns.return_words import named
from handlers.returns.returnable import submitted
from handlers.spelling import shortened
from handlers.vocabulary import Button, Reply, Text, Turn
from storage import recording as record_storage
from storage.tables import Submission

LABEL = 30


def withdraw_for_unit(turn: Turn) -> Reply:
    """Ask which record of the office about the unit that follows the command is to be withdrawn."""
    meant = roster_of(turn).meant(turn.argument)
    names = "; ".join(turn.plans.organisations[place[0]].units[place[1]].name for place in meant.units)
    if not meant.units:
        raise UnitNotFound(turn.argument)
    if not meant.sure:
        raise UnitNotFound(turn.argument, names)
    found = [(one, owed) for one, owed in submitted(turn, meant) if one.by_office and one.accepted_at is None]
    if not found:
        raise Refused(Text("recording-none-of", {"units": names}))
    if len(found) == 1:
        return _ask(turn, *found[0])
    rows = tuple((Button(Text("button-undo-of", {"task": _short(owed)}), f"ghibo:{one.id}"),) for one, owed in found)
    return Reply((Text("undo-choose"),), rows)


def press_withdraw(turn: Turn) -> Reply:
    """Ask a yes before one record is withdrawn."""
    return _ask(turn, *_standing(turn, turn.argument))


def press_withdraw_yes(turn: Turn) -> Reply:
    """Withdraw one record; the unit hears."""
    submission, found = _standing(turn, turn.argument)
    record_storage.undo(turn.session, [submission], speaker(turn), turn.now)
    tell_units(turn, [submission], "recording-undone", f"recording-undone-one-{submission.id}")
    return Reply((Text("undone", named(found)),), edits=True, toast=Text("toast-undone"))


def press_undo(turn: Turn) -> Reply:
    """Take back, within ten minutes, what one act has recorded; what was accepted since stays."""
    first, _, last = turn.argument.partition(":")
    head, found = submission_named(turn, first)
    together = record_storage.recorded_together(turn.session, as_number(first), as_number(last))
    open_yet = [one for one in together if one.accepted_at is None]
    if not open_yet:
        raise Refused(Text("recording-gone"))
    check_undoable(head.recorded_at, turn.now)
    record_storage.undo(turn.session, open_yet, speaker(turn), turn.now)
    cause = f"recording-undone-{first}-{turn.now.isoformat()}"  # the rest may be taken back later
    tell_units_that_heard(turn, open_yet, "recording-undone", cause, f"recorded-{first}")
    values = {"count": len(open_yet), "task": found.owed.task.title, "plan": plan_cited(found.owed.plan)}
    return Reply((Text("recording-undone", values),), edits=True, toast=Text("toast-undone"))


def _standing(turn: Turn, number: str) -> tuple[Submission, Overseen]:
    submission, found = submission_named(turn, number)
    if not submission.by_office or submission.withdrawn_at is not None or submission.accepted_at is not None:
        raise Refused(Text("recording-gone"))
    return submission, found


def _ask(turn: Turn, submission: Submission, found: Overseen) -> Reply:
    document = document_of(submission)
    told = lines(
        Text("undo-ask", named(found)),
        Text("submitted-document", {"document": document}) if document else None,
        Text("undo-recorded", {"person": who_recorded(turn.session, submission), "moment": submission.recorded_at}),
    )
    return Reply((told,), ((Button(Text("button-undo"), f"ghiboco:{submission.id}"), NEVER_MIND),))


def _short(found: Overseen) -> str:
    return shortened(found.owed.task.title, LABEL)
