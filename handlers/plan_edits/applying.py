"""Show the difference that a change makes, and after the yes let the next round write and run it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from handlers.belonging import speaker
from handlers.describing import lines, plan_cited
from handlers.handing_in.submitting import NEVER_MIND
from handlers.plan_changes.asking import effect_text
from handlers.plan_changes.foreseeing import Effect, foresee
from handlers.plan_edits.deadline_words import deadline_difference
from handlers.plan_edits.drafts import AsksAgain, Draft, changeable, keep, kept, organisation_of
from handlers.plan_edits.line_words import lines_shown
from handlers.plan_edits.member_words import member_difference
from handlers.refusing import Refused, UnknownButton
from handlers.spelling import shortened
from handlers.vocabulary import Button, Reply, Text, Turn
from schedules.differing.differences import differences
from schedules.editing import Changed, EditRefused, ResultRefused, changed
from storage import journal, plan_versions, questions
from storage.tables import PlanVersion

LABEL = 26


def show(turn: Turn, draft: Draft) -> Reply:
    """Tell what would change, in words and in the lines of the file, and ask for a yes.

    Raises:
        AsksAgain: it cannot be done so; another value may do.
    """
    organisation_of(turn, draft)
    running = changeable(turn)
    value = "phrase" if draft.what == "deadline" else "unit"
    keep(turn, replace(draft, asks=value, **{value: ""}))
    made = _made(turn, running, draft)
    draft = replace(draft, asks="yes", base=running.digest)
    keep(turn, draft)
    rows: list[tuple[Button, ...]] = [(Button(Text("button-edit-apply"), f"suaco:{draft.mark}"),)]
    if draft.other:
        rows.append((Button(Text("button-edit-other", {"phrase": shortened(draft.other, LABEL)}), "suakh:"),))
    rows.append((Button(Text("button-edit-again"), "suala:"), Button(Text("button-edit-drop"), NEVER_MIND.press)))
    texts = (_heading(made, draft), _words(turn, made, draft), _effect(turn, made, draft), *_warnings(made, draft))
    return Reply((*texts, lines_shown(made)), (*rows,))


def press_yes(turn: Turn) -> Reply:
    """Make the change that was shown."""
    draft = kept(turn)
    if draft is None or draft.asks != "yes" or draft.mark != turn.argument:
        raise UnknownButton
    return apply(turn, draft)


def apply(turn: Turn, draft: Draft) -> Reply:
    """Make the change, if the plans are still those of which it was shown.

    Raises:
        Refused: the plans have changed meanwhile, or another change is on its way.
    """
    organisation_of(turn, draft)
    running = changeable(turn)
    if running.digest != draft.base:
        raise Refused(Text("edit-outdated"))
    made = _made(turn, running, draft)
    questions.drop(turn.session, turn.chat)
    found = differences(made.before, made.after)
    by = speaker(turn)
    version = plan_versions.propose(turn.session, made.texts, running.digest, "chat", by, "", found, turn.now)
    _note(turn, made, draft, version)
    return Reply((_words(turn, made, draft), Text("edit-applied")), edits=True, toast=Text("toast-edit-applied"))


def _made(turn: Turn, running: PlanVersion, draft: Draft) -> Changed:
    try:
        return changed(running.texts, draft.edit(), turn.plans)
    except ResultRefused as refused:
        told = (Text("edit-problem", {"what": Text(f"problem-{one.key}", one.values)}) for one in refused.problems[:3])
        raise AsksAgain(lines(Text("edit-refused-result-refused"), *told)) from None
    except EditRefused as refused:
        raise AsksAgain(Text(f"edit-refused-{refused.key}", refused.values)) from None


def _heading(made: Changed, draft: Draft) -> Text:
    organisation = made.after.organisations[draft.organisation]
    if draft.what == "deadline":
        return Text("edit-show-deadline", {"plan": plan_cited(organisation.plans[draft.plan])})
    return Text("edit-show-group", {"organisation": organisation.name})


def _words(turn: Turn, made: Changed, draft: Draft) -> Text:
    return deadline_difference(made, draft, turn.now) if draft.what == "deadline" else member_difference(made, draft)


def _warnings(made: Changed, draft: Draft) -> Iterator[Text]:
    """Tell what is doubtful about the new deadline; other doubts about the line were there before."""
    for one in made.warnings:
        if draft.phrase and one.values.get("phrase") == draft.phrase:
            yield Text("edit-warning", {"what": Text(f"problem-{one.key}", one.values)})


def _effect(turn: Turn, made: Changed, draft: Draft) -> Text:
    """Tell what would be sent and what would not come any more."""
    found = differences(made.before, made.after)
    effects = foresee(turn.session, made.before, made.after, found, turn.now)
    return effect_text(effects.get(draft.organisation, Effect()))


def _note(turn: Turn, made: Changed, draft: Draft, version: PlanVersion) -> None:
    """Write into the journal who changed what, from what to what."""
    was, now = made.before.organisations[draft.organisation], made.after.organisations[draft.organisation]
    detail: dict[str, Any]
    if draft.what == "deadline":
        plan = was.plans[draft.plan]
        task = plan.tasks.get(draft.task)
        detail = {"task": task.title if task else plan.title, "was": _phrases(made, draft), "now": draft.phrase}
    else:
        detail = {"group": now.groups[draft.group].name}
    journal.write(
        turn.session,
        at=turn.now,
        act="plan-edited",
        organisation=draft.organisation,
        person_id=speaker(turn),
        unit=draft.unit or (draft.of if draft.of in now.units else ""),
        edited=draft.what,
        plan=draft.plan,
        count=version.id,
        **detail,
    )


def _phrases(made: Changed, draft: Draft) -> str:
    """Return the phrases that go."""
    found = (one for one in differences(made.before, made.after) if one.before)
    return "; ".join(dict.fromkeys(one.before for one in found))
