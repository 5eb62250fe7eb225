"""Answer /nhan: a coordinator accepts what units have submitted, one by one or a whole task at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from handlers.belonging import speaker
from handlers.describing import lines, plan_cited
from handlers.handing_in.submitting import NEVER_MIND, never_mind
from handlers.office import UNDO, as_number, check_undoable, decided_plans, name_of, submission_named
from handlers.overseeing import all_owed
from handlers.pushes.office_notices import tell_units, tell_units_that_heard
from handlers.recordings.unit_matching import roster_of
from handlers.refusing import Refused, UnitNotFound, UnknownButton
from handlers.returns.accept_words import Pending, all_buttons, list_of, task_of
from handlers.returns.return_words import named
from handlers.spelling import NO, YES, answer_words
from handlers.vocabulary import Button, Reply, Text, Turn
from storage import accepting, questions
from storage.tables import Question, Submission

PAGE = 8  # submissions shown at once


def nhan(turn: Turn) -> Reply:
    """List what waits to be accepted, of all units or of the one that is named."""
    waiting = _pending(turn)
    if not turn.argument:
        return _page(turn, waiting, 0)
    meant = _meant(turn)
    of_units = [one for one in waiting if (one[1].id.organisation, one[1].id.unit) in meant]
    if not of_units:
        return Reply((Text("accept-nothing-of", {"units": "; ".join(_names(turn, meant))}),))
    reply = list_of(turn, of_units[:PAGE])
    more = (Text("accept-more-of", {"count": len(of_units) - PAGE}),) if len(of_units) > PAGE else ()
    return replace(reply, texts=(*reply.texts, *more))


def press_page(turn: Turn) -> Reply:
    """Show another page of what waits."""
    return _page(turn, _pending(turn), as_number(turn.argument))


def press_accept(turn: Turn) -> Reply:
    """Accept one submission; pressed again, say who has accepted it."""
    submission, found = submission_named(turn, turn.argument)
    values = {"unit": found.unit, "task": found.owed.task.title}
    if submission.withdrawn_at is not None:
        raise Refused(Text("accept-withdrawn", values))
    if submission.accepted_at is not None:
        person = name_of(turn.session, submission.accepted_by)
        raise Refused(Text("accept-already", {**values, "person": person, "moment": submission.accepted_at}))
    accepted = accepting.accept(turn.session, [submission.id or 0], speaker(turn), turn.now)
    _tell(turn, accepted)
    told = lines(Text("accepted", named(found)), Text("undo-within", {"minutes": UNDO.seconds // 60}))
    return Reply((told,), (_undo(accepted),), toast=Text("toast-accepted"))


def press_all(turn: Turn) -> Reply:
    """Ask a yes before all that waits for one task is accepted."""
    waiting = _of_task(turn, turn.argument)
    newest = max(submission.id or 0 for submission, _ in waiting)
    owed = waiting[0][1].owed
    values = {"count": len(waiting), "task": owed.task.title, "plan": plan_cited(owed.plan)}
    names = "; ".join(one.unit for _, one in waiting)
    meant = f"{turn.argument}:{newest}"
    questions.ask(turn.session, turn.chat, "accept-all", {"meant": meant}, turn.now, timedelta(minutes=30))
    yes = Button(Text("button-accept-yes", {"count": len(waiting)}), f"nhantatco:{meant}")
    return Reply(
        (lines(Text("accept-all-ask", values), Text("accept-all-names", {"names": names})),), ((yes, NEVER_MIND),)
    )


def answer_all(turn: Turn, question: Question) -> Reply:
    """Read a typed yes or no to accepting all of one task."""
    said = answer_words(turn.argument)
    if said in YES:
        questions.drop(turn.session, turn.chat)
        return press_all_yes(replace(turn, argument=question.about["meant"]))
    return never_mind(turn) if said in NO else Reply((Text("answer-yes-or-no"),), ((NEVER_MIND,),))


def press_all_yes(turn: Turn) -> Reply:
    """Accept what waited for a task when the yes was asked; what has come since waits on."""
    task, _, newest = turn.argument.rpartition(":")
    waiting = [one for one in _of_task(turn, task) if (one[0].id or 0) <= as_number(newest)]
    accepted = accepting.accept(turn.session, [one.id or 0 for one, _ in waiting], speaker(turn), turn.now)
    if not accepted:
        raise UnknownButton
    _tell(turn, accepted)
    owed = waiting[0][1].owed
    values = {"count": len(accepted), "task": owed.task.title, "plan": plan_cited(owed.plan)}
    told = lines(Text("accepted-all", values), Text("undo-within", {"minutes": UNDO.seconds // 60}))
    return Reply((told,), (_undo(accepted),), edits=True, toast=Text("toast-accepted"))


def press_undo(turn: Turn) -> Reply:
    """Take back, within ten minutes, what one act has accepted."""
    first, _, last = turn.argument.partition(":")
    head, found = submission_named(turn, first)
    together = accepting.accepted_together(turn.session, as_number(first), as_number(last))
    if not together or head.accepted_at is None:
        raise Refused(Text("acceptance-gone"))
    check_undoable(head.accepted_at, turn.now)
    cause = _cause([head])  # as the act was told: its first submission may have been returned since
    accepting.undo(turn.session, together, speaker(turn), turn.now)
    undone = f"acceptance-undone-{first}-{turn.now.isoformat()}"
    tell_units_that_heard(turn, together, "acceptance-undone", undone, cause)
    values = {"count": len(together), "task": found.owed.task.title, "plan": plan_cited(found.owed.plan)}
    return Reply((Text("acceptance-undone", values),), edits=True, toast=Text("toast-undone"))


def _pending(turn: Turn) -> list[Pending]:
    """List what waits to be accepted on the plans that the person decides on, task by task, first come first."""
    found: list[Pending] = []
    for followed in decided_plans(turn):
        waiting = dict(accepting.to_accept(turn.session, followed.organisation.id, followed.plan.id))
        if waiting:
            owed = {one.id: one for one in all_owed(turn, followed, {id.unit for id in waiting})}
            found += [(one, owed[id]) for id, one in waiting.items() if id in owed]
    return found


def _meant(turn: Turn) -> set[tuple[str, str]]:
    meant = roster_of(turn).meant(turn.argument)
    if not meant.units:
        raise UnitNotFound(turn.argument)
    if not meant.sure:
        names = "; ".join(_names(turn, set(meant.units)))
        raise UnitNotFound(turn.argument, names)
    return set(meant.units)


def _names(turn: Turn, units: set[tuple[str, str]]) -> list[str]:
    return sorted(turn.plans.organisations[organisation].units[unit].name for organisation, unit in units)


def _page(turn: Turn, waiting: list[Pending], page: int) -> Reply:
    if not waiting:
        return Reply((Text("accept-nothing"),))
    pages = -(-len(waiting) // PAGE)
    page = min(page, pages - 1)
    reply = list_of(turn, waiting[page * PAGE : (page + 1) * PAGE])
    heading = Text("accept-heading", {"count": len(waiting), "page": page + 1, "pages": pages})
    rows = [*reply.buttons, *all_buttons(waiting)]
    if page + 1 < pages:
        rows.append((Button(Text("button-more"), f"nhantrang:{page + 1}"),))
    return Reply((heading, *reply.texts), tuple(rows), edits=turn.message.pressed is not None)


def _of_task(turn: Turn, press: str) -> list[Pending]:
    found = [one for one in _pending(turn) if task_of(one[1]) == press]
    if not found:
        raise Refused(Text("accept-nothing"))
    return found


def _tell(turn: Turn, accepted: Sequence[Submission]) -> None:
    tell_units(turn, accepted, "accepted", _cause(accepted))


def _cause(accepted: Sequence[Submission]) -> str:
    first = accepted[0]
    return f"accepted-{first.id}-{first.accepted_at.isoformat() if first.accepted_at else ''}"


def _undo(accepted: Sequence[Submission]) -> tuple[Button, ...]:
    return (Button(Text("button-acceptance-undo"), f"nhanhuy:{accepted[0].id}:{accepted[-1].id}"),)
