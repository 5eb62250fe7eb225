"""``invite``: a code, a link and a QR for one unit, or a whole roster as CSV or a printable page."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.clock import real_now
from bot.commands.bot_names import BotNames, bot_names
from bot.commands.check import print_problems
from bot.commands.invite_file import KINDS, whole_file, write_roster
from bot.commands.invitees import Invitee, invitees
from bot.commands.troubles import explain, stop
from bot.settings import Settings
from bot.wording import wording
from handlers.vocabulary import Text
from schedules.loader import load
from schedules.plan import Organisation, Plans, Unit
from storage.tables import RoleKind

if TYPE_CHECKING:
    from sqlmodel import Session


@dataclass(frozen=True, slots=True)
class Invitation:
    """One code that was made, with where it leads; ``link`` is "" while the bot's name is not known."""

    organisation: Organisation
    unit: Unit | None
    role: RoleKind
    code: str
    link: str

    @property
    def name(self) -> str:
        """Return the unit's name; an admin's invitation has the organisation's."""
        return self.unit.name if self.unit else self.organisation.name


def invite(
    unit: Annotated[str | None, typer.Argument(help="id of the unit; not for an admin")] = None,
    organisation: Annotated[str | None, typer.Option(help="id of the organisation")] = None,
    role: Annotated[RoleKind, typer.Option()] = RoleKind.OFFICER,
    everybody: Annotated[bool, typer.Option("--all", help="one code for every unit; needs --to")] = False,
    to: Annotated[Path | None, typer.Option(help="FILE.csv, or FILE.html to print")] = None,
) -> None:
    """Make an invitation: single use, good for 14 days."""
    settings = Settings()
    with explain(settings):
        wanted = invitees(settings, _plans(settings), organisation, unit, role, everybody)
        if to:
            _to_file(settings, wanted, role, to)
        elif everybody:
            stop(settings, Text("cannot-invite-all"))
        else:
            for one in _make(settings, wanted, role):
                _show(one, settings.language)


def _plans(settings: Settings) -> Plans:
    loaded = load(settings.plans_file)
    if loaded.plans is None:
        print_problems(loaded, sys.stderr)
        stop(settings, Text("cannot-no-plan", {"file": str(settings.plans_file)}))
    return loaded.plans


def _to_file(settings: Settings, wanted: list[Invitee], role: RoleKind, to: Path) -> None:
    if to.suffix not in KINDS:
        stop(settings, Text("cannot-write-kind", {"file": str(to)}))
    try:
        with whole_file(to) as file:
            made = _make(settings, wanted, role)
            write_roster(made, to.suffix, file, settings.language)
    except (FileNotFoundError, NotADirectoryError):
        stop(settings, Text("cannot-write-folder", {"folder": str(to.absolute().parent)}))
    except PermissionError:
        stop(settings, Text("cannot-write-permission", {"folder": str(to.absolute().parent)}))
    except OSError as trouble:
        stop(settings, Text("cannot-write", {"file": str(to), "why": trouble.strerror or str(trouble)}))
    print(wording(settings.language).text(Text("invite-written", {"count": len(made), "file": str(to)})))


def _make(settings: Settings, wanted: list[Invitee], role: RoleKind) -> list[Invitation]:
    from storage.database import open_database, unit_of_work

    engine = open_database(settings.database_url)
    names = asyncio.run(bot_names(settings, {organisation.id for organisation, _ in wanted}))
    _tell_unknown(settings, names)
    try:
        with unit_of_work(engine) as session:
            return [made for one in _by_organisation(wanted) for made in _of_one(session, one, role, names)]
    finally:
        engine.dispose()


def _by_organisation(wanted: list[Invitee]) -> Iterable[tuple[Organisation, list[Unit | None]]]:
    grouped: dict[str, tuple[Organisation, list[Unit | None]]] = {}
    for organisation, unit in wanted:
        grouped.setdefault(organisation.id, (organisation, []))[1].append(unit)
    return grouped.values()


def _of_one(
    session: Session, one: tuple[Organisation, list[Unit | None]], role: RoleKind, names: BotNames
) -> list[Invitation]:
    from storage.invites import make_invites

    organisation, units = one
    codes = make_invites(session, organisation.id, [(unit.id if unit else "", role) for unit in units], now_of(session))
    name = names.known.get(organisation.id)
    return [
        Invitation(organisation, unit, role, code, f"https://t.me/{name}?start={code}" if name else "")
        for unit, code in zip(units, codes, strict=True)
    ]


def now_of(session: Session) -> datetime:
    """Return the present of the bot that a database serves.

    A rehearsal's is that of its last round, at most a minute old: by the machine's clock a code for a rehearsal in
    another year would have expired before anybody could use it, or never would.
    """
    from bot.house import SERVES
    from bot.rounds import LAST_MOMENT
    from storage.marks import get_mark

    last = get_mark(session, LAST_MOMENT) if get_mark(session, SERVES) == "rehearsal" else None
    return datetime.fromisoformat(last) if last else real_now()


def _tell_unknown(settings: Settings, names: BotNames) -> None:
    """Say on standard error why invitations will have no link; the codes are good without."""
    for trouble in sorted(set(names.troubles.values())):
        whose = ", ".join(one for one, why in names.troubles.items() if why == trouble)
        told = Text("invite-without-link", {"organisations": whose, "trouble": trouble})
        print(wording(settings.language).text(told), file=sys.stderr)


def _show(one: Invitation, language: str) -> None:
    """Print one invitation with its QR for a phone's camera."""
    import segno

    words = wording(language)
    print(words.text(Text("invite-shown", {"unit": one.name, "role": Text(f"role-{one.role}"), "code": one.code})))
    if one.link:
        print(one.link)
        segno.make(one.link).terminal(sys.stdout, compact=True)
    else:
        print(words.text(Text("invite-no-link", {"code": one.code})))
