"""Answer /dondoc: a coordinator reminds units now. Whom is shown first, some can be unticked, then a yes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from handlers.chases.chase_choice import (
    ALL,
    Choice,
    Draft,
    all_outstanding,
    as_shown,
    chosen,
    drafted,
    keep,
    kept,
    read,
    scopes_of,
)
from handlers.chases.chase_meaning import Meant, meant_by, scope_buttons, task_buttons
from handlers.chases.chase_order import done_already, ordered
from handlers.chases.chase_words import preview, ticking
from handlers.contacts.hats import marked, unit_buttons, unit_mark
from handlers.describing import lines, plan_cited
from handlers.handing_in.submitting import NEVER_MIND, never_mind
from handlers.office import as_number
from handlers.overseeing import Overseen
from handlers.pushes.holding import held_refusal
from handlers.refusing import Refused, UnknownButton
from handlers.spelling import NO, YES, answer_words, shortened
from handlers.vocabulary import Place, Reply, Text, Turn
from storage import holds
from storage.tables import Question


def dondoc(turn: Turn) -> Reply:
    """Chase whom the words after the command mean."""
    return asked(turn, turn.argument)


def asked(turn: Turn, words: str) -> Reply:
    """Show whom a chase would remind, or ask which task is meant.

    Parameters:
        words: names of units, words of a task's title, or "" for all that is outstanding.

    Raises:
        Refused: the person decides on no plan; all pushes are on hold.
    """
    meant = meant_by(turn, words)
    if meant.scope:
        units = [own.unit.id for own in meant.units] if meant.units else None
        return _shown(turn, drafted(turn, meant.scope, units))
    return _choose(turn, words, meant)


def press_scope(turn: Turn) -> Reply:
    """Go on with the task, the plan or the organisation that was chosen."""
    return _shown(turn, drafted(turn, turn.argument))


def press_unit(turn: Turn) -> Reply:
    """Go on with the unit that was chosen."""
    own = marked(turn, turn.argument)
    return _shown(turn, drafted(turn, ALL + unit_mark(own.organisation.id, ""), [own.unit.id]))


def press_preview(turn: Turn) -> Reply:
    """Show again whom a yes would remind."""
    return _shown(turn, _draft(turn, turn.argument))


def press_page(turn: Turn) -> Reply:
    """Show a page of the units that can be ticked."""
    mark, _, page = turn.argument.partition(":")
    return _ticking(turn, _draft(turn, mark), as_number(page))


def press_tick(turn: Turn) -> Reply:
    """Tick or untick one unit."""
    mark, page, unit = _three(turn.argument)
    draft = _draft(turn, mark)
    choice = _choice(turn, draft)
    found = next((one for one in choice.tickable if unit_mark(choice.organisation.id, one) == unit), None)
    if found is None:
        raise Refused(Text("chase-unit-gone"))
    return _ticking(turn, replace(draft, off=draft.off ^ {found}), as_number(page))


def press_tick_all(turn: Turn) -> Reply:
    """Tick or untick all units."""
    mark, page, wanted = _three(turn.argument)
    draft = _draft(turn, mark)
    off = frozenset() if wanted == "1" else frozenset(_choice(turn, draft).tickable)
    return _ticking(turn, replace(draft, off=off), as_number(page))


def press_unreceived(turn: Turn) -> Reply:
    """Leave alone those that have said "đã nhận", or remind them too."""
    draft = _draft(turn, turn.argument)
    return _shown(turn, replace(draft, unreceived=not draft.unreceived))


def press_yes(turn: Turn) -> Reply:
    """Remind those that were shown; a second press is told that it has been done."""
    mark, _, seal = turn.argument.partition(":")
    draft = kept(turn, mark)
    if draft is None:
        return done_already(turn, mark)
    if draft.seal != seal:
        return _shown(turn, draft, Text("chase-changed"))
    return _ordered(turn, draft)


def answer_chase(turn: Turn, question: Question) -> Reply:
    """Read a typed yes or no."""
    said = answer_words(turn.argument)
    if said in NO:
        return never_mind(turn)
    draft = read(dict(question.about))
    if said in YES and draft.offered:
        return _ordered(turn, draft)
    return _shown(turn, draft, Text("answer-yes-or-no"))


def _ordered(turn: Turn, draft: Draft) -> Reply:
    """Remind those that were shown, where it is still to be done; else say why it is not."""
    return ordered(turn, draft, _choice(turn, draft)) or _shown(turn, draft)


def _choose(turn: Turn, words: str, meant: Meant) -> Reply:
    """Ask for the task, or which of some units is meant; straight on where there is one task."""
    if meant.tasks:
        return _choose_task(turn, words, meant.tasks)
    if meant.units and not meant.unclear:
        return Reply(
            (Text("unit-several", {"said": words}),), (*unit_buttons(list(meant.units), "dddv"), (NEVER_MIND,))
        )
    found = all_outstanding(turn)
    if not found:
        return Reply((Text("chase-nothing"),))
    tasks = {scopes_of(one)[0] for one in found}
    if len(tasks) == 1 and not meant.unclear:
        return _shown(turn, drafted(turn, *tasks))
    texts = [Text("chase-unclear", {"said": shortened(words, 60)})] if meant.unclear else []
    rows = [*unit_buttons(list(meant.units), "dddv"), *scope_buttons(found), (NEVER_MIND,)]
    return Reply((*texts, Text("chase-choose")), tuple(rows))


def _choose_task(turn: Turn, words: str, scopes: Sequence[str]) -> Reply:
    """Offer the tasks whose titles have the words; the titles stand in full above, for a button cuts them short."""
    named: dict[str, Overseen] = {}
    for one in all_outstanding(turn):
        if scopes_of(one)[0] in scopes:
            named.setdefault(scopes_of(one)[0], one)
    said = shortened(words, 60)
    listed = [_task_line(one, place) for place, one in enumerate(named.values(), 1)]
    rows = task_buttons(one for one in all_outstanding(turn) if scopes_of(one)[0] in named)
    return Reply((lines(Text("chase-choose-task", {"said": said}), *listed),), (*rows, (NEVER_MIND,)))


def _task_line(one: Overseen, place: int) -> Text:
    values = {"place": Place(place), "task": one.owed.task.title, "plan": plan_cited(one.followed.plan)}
    return Text("chase-choose-line", values)


def _shown(turn: Turn, draft: Draft, note: Text | None = None) -> Reply:
    choice = _choice(turn, draft)
    draft = as_shown(draft, choice)
    keep(turn, draft)
    return preview(turn, draft, choice, note)


def _ticking(turn: Turn, draft: Draft, page: int) -> Reply:
    choice = _choice(turn, draft)
    draft = as_shown(draft, choice)
    keep(turn, draft)
    return ticking(turn, draft, choice, page)


def _choice(turn: Turn, draft: Draft) -> Choice:
    """Find whom a draft is for.

    Raises:
        Refused: nobody owes anything of it (any more); all pushes of the organisation are on hold.
    """
    choice = chosen(turn, draft)
    if choice is None:
        raise Refused(Text("chase-nothing"))
    if hold := holds.of(turn.session, choice.organisation.id):
        raise held_refusal(turn, hold)
    return choice


def _draft(turn: Turn, mark: str) -> Draft:
    draft = kept(turn, mark)
    if draft is None:
        raise UnknownButton
    return draft


def _three(argument: str) -> tuple[str, str, str]:
    mark, _, rest = argument.partition(":")
    first, _, second = rest.partition(":")
    return mark, first, second
