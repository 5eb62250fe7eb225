"""The last step of changing a deadline: the new one is asked for and read, then the difference is shown."""

from __future__ import annotations

from dataclasses import replace

from handlers.describing import lines
from handlers.handing_in.submitting import NEVER_MIND
from handlers.plan_edits.applying import show
from handlers.plan_edits.deadline_words import at_present
from handlers.plan_edits.drafts import Draft, keep, kept, organisation_of, plan_of
from handlers.plan_edits.editing_tasks import SAID
from handlers.plan_edits.typed_phrases import typed_phrase
from handlers.refusing import UnknownButton
from handlers.spelling import shortened
from handlers.vocabulary import Reply, Text, Turn


def press_other(turn: Turn) -> Reply:
    """Show the difference with the other phrase that a bare day may mean."""
    draft = kept(turn)
    if draft is None or not draft.other or draft.asks != "yes":
        raise UnknownButton
    return show(turn, replace(draft, phrase=draft.other, other=draft.phrase))


def go_on(turn: Turn, draft: Draft) -> Reply:
    """Ask for the deadline, or show what it would change."""
    if not draft.phrase:
        return ask_phrase(turn, draft)
    plan = plan_of(turn, draft)
    read = typed_phrase(draft.phrase, turn.now, plan.issued_on or plan.remind_from)
    if read is None:
        return ask_phrase(turn, draft, Text("edit-phrase-unread", {"said": shortened(draft.phrase, SAID)}))
    return show(turn, replace(draft, phrase=read.phrase, other=read.other))


def ask_phrase(turn: Turn, draft: Draft, *why: Text) -> Reply:
    """Ask for the new deadline, with how it stands at present."""
    keep(turn, replace(draft, asks="phrase", phrase="", other=""))
    organisation, plan = organisation_of(turn, draft), plan_of(turn, draft)
    task = plan.tasks.get(draft.task)
    present = at_present(organisation, plan, task, draft.of) if task else []
    name = task.title if task else plan.title
    return Reply(
        (*why, lines(Text("edit-ask-phrase", {"task": name}), *present, Text("edit-phrase-how"))), ((NEVER_MIND,),)
    )
