"""Take an admin's answer about a version of the plans that waits."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

from handlers.belonging import speaker
from handlers.describing import lines
from handlers.handing_in.submitting import NEVER_MIND, never_mind
from handlers.plan_changes.answerable import asked_of, waiting
from handlers.plan_changes.asking import decline_button, question
from handlers.plan_changes.outcomes import tell_outcome
from handlers.plan_changes.unanswered import left_to_ask, names_of, open_renames
from handlers.refusing import Refused, UnknownButton
from handlers.spelling import NO, answer_words
from handlers.vocabulary import Reply, Text, Turn
from storage import journal, plan_versions, questions
from storage.tables import PlanVersion, Question, VersionState

QUESTION = "change-why"
LONGEST = 500  # characters of a reason


def press_apply(turn: Turn) -> Reply:
    """Say yes for the person's organisations."""
    version, mine = waiting(turn, turn.argument)
    return _apply(turn, version, mine, "")


def press_why(turn: Turn) -> Reply:
    """Ask for the reason before saying yes."""
    version, _ = waiting(turn, turn.argument)
    about = {"version": plan_versions.named(version)}
    questions.ask(turn.session, turn.chat, QUESTION, about, turn.now, timedelta(minutes=30))
    return Reply((Text("change-why-ask", {"number": version.id}),), ((NEVER_MIND,),))


def answer_why(turn: Turn, asked: Question) -> Reply:
    """Read the reason, and say yes."""
    if answer_words(turn.argument) in NO:
        return never_mind(turn)
    if not any(sign.isalpha() for sign in turn.argument):  # the number of an older choice, say
        return press_why(replace(turn, argument=str(asked.about["version"])))
    version, mine = waiting(turn, str(asked.about["version"]))
    questions.drop(turn.session, turn.chat)
    return _apply(turn, version, mine, " ".join(turn.argument.split())[:LONGEST])


def press_decline(turn: Turn) -> Reply:
    """Leave the plan as it runs, and say what to do with the file.

    One's own yes can be taken back so, as long as others have yet to answer.
    """
    version, mine = asked_of(turn, turn.argument)
    version.by = speaker(turn)
    plan_versions.decide(turn.session, version, VersionState.DECLINED, turn.now, {"declined_for": mine})
    for organisation in mine:
        _note(turn, "plan-declined", organisation, version)
    tell_outcome(turn.session, version, "change-declined", turn.now, but_not=speaker(turn))
    running = plan_versions.heads(turn.session)[0]
    values = {"number": version.id, "running": running.id if running else 0}
    return Reply((lines(Text("change-declined-done", values), Text("change-declined-file", values)),), edits=True)


def press_same(turn: Turn) -> Reply:
    """Say whether something was only given another id; then ask what is left."""
    name, _, rest = turn.argument.partition(":")
    place, _, said = rest.partition(":")
    version, mine = waiting(turn, name)
    wanted = {str(at): one for at, one in open_renames(version) if one["organisation"] in mine}
    if place not in wanted or said not in ("0", "1"):
        raise UnknownButton
    renames: list[dict[str, Any]] = [dict(one) for one in version.about["renames"]]
    renames[int(place)]["said"] = said == "1"
    version.by = speaker(turn)
    version.about = {**version.about, "renames": renames}
    turn.session.add(version)
    turn.session.flush()
    here = next((id for id in mine if open_renames(version, id)), None)
    if here:
        return question(version, here, turn.plans.organisations.get(here))
    # What it brings about is counted anew by the next round, which then asks for the yes.
    return Reply((Text("change-same-done" if said == "1" else "change-other-done"),), edits=True)


def _apply(turn: Turn, version: PlanVersion, mine: list[str], why: str) -> Reply:
    if open_renames(version):
        here = next((id for id in mine if open_renames(version, id)), None)
        if here:
            return question(version, here, turn.plans.organisations.get(here))
        raise Refused(Text("change-rename-first"))
    by = speaker(turn)
    yes = {**version.about["yes"], **dict.fromkeys(mine, by)}
    version.why, version.by = why or version.why, by
    version.about = {**version.about, "yes": yes}
    for organisation in mine:
        _note(turn, "plan-approved", organisation, version, why)
    left = left_to_ask(version)
    if left:
        turn.session.add(version)
        turn.session.flush()
        told = Text("change-waits-for", {"names": names_of(turn.plans, left), "number": version.id})
        return Reply((told,), (decline_button(version),), edits=True)
    plan_versions.decide(turn.session, version, VersionState.APPROVED, turn.now)
    return Reply((Text("change-approved", {"number": version.id}),), edits=True, toast=Text("toast-change-approved"))


def _note(turn: Turn, act: str, organisation: str, version: PlanVersion, why: str = "") -> None:
    journal.write(
        turn.session,
        at=turn.now,
        act=act,
        organisation=organisation,
        person_id=speaker(turn),
        count=version.id,
        reason=why,
    )
