"""The steps of changing a deadline: which task, for whom, until when."""

from __future__ import annotations

from dataclasses import replace

from handlers.plan_edits.drafts import Draft, kept
from handlers.plan_edits.editing_phrases import go_on
from handlers.plan_edits.editing_scopes import for_whom, unit_typed
from handlers.plan_edits.editing_tasks import Found, marked, named, of_plan, which_plan, which_task
from handlers.plan_edits.typed_phrases import split
from handlers.vocabulary import Reply, Turn


def begun(turn: Turn) -> Reply:
    """Ask which task; go on where the words name one."""
    words, phrase = split(turn.argument, turn.now)
    return _on(turn, which_task(turn, named(turn, words), phrase) if words else which_plan(turn, phrase), phrase)


def begun_if_meant(turn: Turn) -> Reply | None:
    """Go on where the words name a task and a day; None where they do not."""
    words, phrase = split(turn.argument, turn.now)
    found = named(turn, words) if words and phrase else []
    return _on(turn, which_task(turn, found, phrase), phrase) if found else None


def press_plan(turn: Turn) -> Reply:
    """Offer the tasks of the plan that was chosen."""
    return _on(turn, of_plan(turn, turn.argument, _said(turn)), _said(turn))


def press_task(turn: Turn) -> Reply:
    """Go on with the task that was chosen."""
    return _on(turn, marked(turn, turn.argument), _said(turn))


def typed(turn: Turn, draft: Draft) -> Reply:
    """Read what was typed: a task, a unit that owes it, or the new deadline."""
    match draft.asks:
        case "task":
            words, phrase = split(turn.argument, turn.now)
            phrase = phrase or draft.phrase
            return _on(turn, which_task(turn, named(turn, words), phrase), phrase)
        case "owing" | "scope":
            return unit_typed(turn, draft)
    return go_on(turn, replace(draft, phrase=turn.argument, other=""))


def _on(turn: Turn, found: Found | Reply, phrase: str) -> Reply:
    """Ask for whom, once it is clear which task; else which."""
    return found if isinstance(found, Reply) else for_whom(turn, found, phrase)


def _said(turn: Turn) -> str:
    """Return the deadline that was typed before the task was chosen."""
    draft = kept(turn)
    return draft.phrase if draft and draft.what == "deadline" and draft.asks == "task" else ""
