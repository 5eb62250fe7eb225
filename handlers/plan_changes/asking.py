"""Ask the admins about a version that waits: what it changes, what it would bring about, what is unclear."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime
from typing import Any

from sqlmodel import Session

from handlers.plan_changes.describing import difference_texts
from handlers.plan_changes.foreseeing import Effect
from handlers.plan_changes.unanswered import left_to_ask, open_renames
from handlers.vocabulary import Button, Reply, Text
from schedules.differing.differences import Difference, Rename, as_json, from_json, of_organisation
from schedules.plan import Organisation, Plans
from storage import outbox, people, plan_versions
from storage.outbox import OutboxRow
from storage.tables import PlanVersion, RoleKind, VersionState

APPLY, APPLY_WHY, DECLINE, SAME = "apdung", "apdungly", "khongap", "doima"  # begin the presses


def about_of(
    differences: tuple[Difference, ...], effects: Mapping[str, Effect], renames: tuple[Rename, ...]
) -> dict[str, Any]:
    """Return what is kept of a version to ask about it.

    Parameters:
        renames: what was perhaps only given another id: nobody has said yet.
    """
    asked = [id for id, effect in effects.items() if effect.concerns_somebody]
    asked += [one.organisation for one in renames if one.organisation not in asked]
    return {
        "differences": as_json(differences),
        "effects": {id: effect.as_json() for id, effect in effects.items()},
        "renames": [{**asdict(one), "said": None} for one in renames],
        "asked": asked,
        "yes": {},
    }


def ask_about_change(session: Session, version: PlanVersion, now: datetime) -> int:
    """Ask every admin of the organisations that have not said yes, once for each state of the question."""
    rows = []
    for organisation in left_to_ask(version):
        if open_renames(version) and not open_renames(version, organisation):
            continue  # another organisation's answer comes first: it is counted anew then
        cause = f"change {plan_versions.named(version)} {_stage(version, organisation)}"
        rows += [
            OutboxRow(
                chat_id=chat.id or 0,
                organisation=organisation,
                kind="alarm",
                cause=cause,
                about={"what": "plan-change", "version": version.id},
                urgent_at=now,
                not_before=now,
            )
            for chat in people.chats_of_role(session, organisation, RoleKind.ADMIN)
        ]
    return outbox.put_many(session, rows)


def change_alarm(session: Session, plans: Plans, organisation: str, about: Mapping[str, Any]) -> Reply | None:
    """Word the question when its turn has come; None when it waits for nobody of this organisation any more."""
    version = plan_versions.version(session, about["version"])
    here = plans.organisations.get(organisation)
    if version is None or version.state is not VersionState.WAITING or organisation not in left_to_ask(version):
        return None
    return question(version, organisation, here)


def question(version: PlanVersion, organisation: str, here: Organisation | None) -> Reply:
    """Show an organisation its own part: first what is unclear, then the whole with its yes and no."""
    found = from_json(version.about["differences"])
    mine = of_organisation(found, organisation)
    heading = Text("change-heading", {"organisation": here.name if here else organisation, "number": version.id})
    told = Text("lines", {"lines": (heading, *difference_texts(mine, here))})
    for place, one in open_renames(version, organisation):
        return Reply((told, _asked_rename(one)), _rename_buttons(version, place))
    effect = Effect(**version.about["effects"].get(organisation, {}))
    others = len({one.organisation for one in found} - {organisation})
    texts = [told, effect_text(effect)]
    if others:
        texts.append(Text("change-others", {"count": others}))
    texts.append(Text("change-ask"))
    return Reply(tuple(texts), answer_buttons(version))


def effect_text(effect: Effect) -> Text:
    """Say what a change brings about."""
    told = [
        Text("effect-sent", {"count": effect.sent}),
        Text("effect-reminders", {"dropped": effect.dropped, "added": effect.added}),
    ]
    if effect.withdrawn:
        told.append(Text("effect-withdrawn", {"count": effect.withdrawn}))
    if effect.submissions:
        told.append(Text("effect-submissions", {"count": effect.submissions}))
    return Text("lines", {"lines": tuple(told)})


def answer_buttons(version: PlanVersion) -> tuple[tuple[Button, ...], ...]:
    """Offer yes, yes with a reason, and no."""
    name = plan_versions.named(version)
    return (
        (Button(Text("button-change-apply"), f"{APPLY}:{name}"),),
        (Button(Text("button-change-why"), f"{APPLY_WHY}:{name}"),),
        decline_button(version),
    )


def decline_button(version: PlanVersion) -> tuple[Button, ...]:
    """Offer the no alone: it may still be said after one's own yes."""
    return (Button(Text("button-change-decline"), f"{DECLINE}:{plan_versions.named(version)}"),)


def _asked_rename(one: Mapping[str, Any]) -> Text:
    kind = "task" if one["plan"] else "unit"
    return Text(f"change-same-{kind}", {"was": one["was"], "now": one["now_called"]})


def _rename_buttons(version: PlanVersion, place: int) -> tuple[tuple[Button, ...], ...]:
    name = plan_versions.named(version)
    press = f"{SAME}:{name}:{place}"
    return (
        (Button(Text("button-change-same"), f"{press}:1"),),
        (Button(Text("button-change-other"), f"{press}:0"),),
        decline_button(version),
    )


def _stage(version: PlanVersion, organisation: str) -> str:
    """Tell apart the questions that one version may ask one after the other."""
    return f"{len(open_renames(version, organisation))} {version.about.get('counted', 0)}"
