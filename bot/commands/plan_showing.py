"""Show at the command line what a version would change and bring about, and ask for the yes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import TYPE_CHECKING, Any, NamedTuple

import typer

from bot.commands.plan_diff import Side, print_differences, version_side
from bot.commands.troubles import stop
from bot.commands.yes_or_no import leave, says_yes
from bot.settings import Settings
from bot.wording import wording
from handlers.vocabulary import Text

if TYPE_CHECKING:
    from sqlalchemy import Engine
    from sqlmodel import Session

    from schedules.differing.differences import Difference, Rename

COMMAND = {"by": "command"}


class Shown(NamedTuple):
    """What was shown: the differences, what is kept of them with the version, and from which version they lead on."""

    differences: tuple[Difference, ...]
    about: dict[str, Any]
    running: int


def shown(
    settings: Settings,
    engine: Engine,
    after: Side,
    digest: str,
    renamed: bool | None,
    *,
    yes: bool,
    written_back: bool = False,
) -> Shown:
    """Show what a version changes and brings about; return that, as it is kept with the version."""
    from bot.commands.invite import now_of
    from handlers.plan_changes.asking import about_of, effect_text
    from handlers.plan_changes.foreseeing import foresee
    from schedules.differing.differences import differences
    from storage import plan_versions
    from storage.database import reading

    with reading(engine) as session:
        running = plan_versions.heads(session)[0]
        if running and running.digest == digest and not written_back:
            say(settings, "plan-nothing-to-apply", {"number": running.id})
            raise typer.Exit(0)
        before = version_side(settings, session, None)
        print_differences(settings, before.plans, after.plans)
        renames = _renames(settings, session, before, after, renamed, yes=yes)
        found = differences(before.plans, after.plans, [one for one, said in renames if said])
        effects = foresee(session, before.plans, after.plans, found, now_of(session))
    for effect in effects.values():
        print(wording(settings.language).text(effect_text(effect)))
    about = about_of(found, effects, ())
    about["renames"] = [{**asdict(one), "said": said} for one, said in renames]
    about["yes"] = dict.fromkeys(about["asked"], plan_versions.COMMAND)
    return Shown(found, {**about, **COMMAND, "counted": 1}, before.number)


def _renames(
    settings: Settings, session: Session, before: Side, after: Side, renamed: bool | None, *, yes: bool
) -> list[tuple[Rename, bool]]:
    """Ask about each task or unit that was perhaps only given another id; ``--yes`` must say so itself."""
    from schedules.differing.likely_renames import likely_renames
    from storage.known_of_tasks import is_known

    answered = []
    for one in likely_renames(before.plans, after.plans):
        if not is_known(session, one):
            continue
        values = {"was": one.was, "now": one.now_called}
        question = Text("change-same-task" if one.plan else "change-same-unit", values)
        if renamed is None and yes:
            print(wording(settings.language).text(question))
            stop(settings, Text("plan-say-renamed"))
        said = renamed if renamed is not None else says_yes(settings, question)
        answered.append((one, said))
    return answered


def confirm(settings: Settings, *, yes: bool) -> None:
    """Ask for the yes, where it has not been given; without it the command ends."""
    if not yes and not says_yes(settings, Text("plan-confirm")):
        leave(settings)


def say(settings: Settings, key: str, values: Mapping[str, object]) -> None:
    """Print one text."""
    print(wording(settings.language).text(Text(key, values)))
