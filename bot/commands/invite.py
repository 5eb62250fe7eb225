"""``invite``: a code, links and QR codes for one unit, or a whole roster as CSV or a printable page."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.clock import real_now
from bot.commands.in_force import plans_in_force
from bot.commands.invitation import Invitation, steps
from bot.commands.invite_file import KINDS, whole_file, write_roster
from bot.commands.invitees import Invitee, invitees
from bot.commands.troubles import explain, stop
from bot.commands.ways_in import Lack, WaysIn, ways_in
from bot.settings import Settings
from bot.wording import wording
from handlers.vocabulary import Text
from schedules.plan import Organisation, Unit
from storage.kinds import RoleKind

if TYPE_CHECKING:
    from sqlmodel import Session


def invite(
    unit: Annotated[str | None, typer.Argument(help="id of the unit; not for an admin")] = None,
    organisation: Annotated[str | None, typer.Option(help="id of the organisation")] = None,
    role: Annotated[RoleKind, typer.Option()] = RoleKind.OFFICER,
    everybody: Annotated[bool, typer.Option("--all", help="one code for every unit; needs --to")] = False,
    to: Annotated[Path | None, typer.Option(help="FILE.csv, or FILE.html to print")] = None,
) -> None:
    """Make an invitation: single use, good for 14 days, on Zalo and Telegram alike."""
    settings = Settings()
    with explain(settings):
        wanted = invitees(settings, plans_in_force(settings), organisation, unit, role, everybody)
        if to:
            _to_file(settings, wanted, role, to)
        elif everybody:
            stop(settings, Text("cannot-invite-all"))
        else:
            for one in _make(settings, wanted, role):
                _show(one, settings.language)


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
    ways, lacks = asyncio.run(ways_in(settings, {organisation.id for organisation, _ in wanted}))
    _tell(settings, lacks)
    try:
        with unit_of_work(engine) as session:
            return [made for one in _by_organisation(wanted) for made in _of_one(session, one, role, ways)]
    finally:
        engine.dispose()


def _by_organisation(wanted: list[Invitee]) -> Iterable[tuple[Organisation, list[Unit | None]]]:
    grouped: dict[str, tuple[Organisation, list[Unit | None]]] = {}
    for organisation, unit in wanted:
        grouped.setdefault(organisation.id, (organisation, []))[1].append(unit)
    return grouped.values()


def _of_one(
    session: Session, one: tuple[Organisation, list[Unit | None]], role: RoleKind, ways: dict[str, WaysIn]
) -> list[Invitation]:
    from storage.invites import LIFETIME, make_invites

    organisation, units = one
    now = now_of(session)
    codes = make_invites(session, organisation.id, [(unit.id if unit else "", role) for unit in units], now)
    return [
        Invitation(organisation, unit, role, code, now + LIFETIME, ways[organisation.id])
        for unit, code in zip(units, codes, strict=True)
    ]


def now_of(session: Session) -> datetime:
    """Return the present of the bot that a database serves.

    A rehearsal's is that of its last round, at most a minute old: by the machine's clock a code for a rehearsal in
    another year would have expired before anybody could use it, or never would.
    """
    from bot.house import SERVES
    from storage.marks import LAST_MOMENT, get_mark

    last = get_mark(session, LAST_MOMENT) if get_mark(session, SERVES) == "rehearsal" else None
    return datetime.fromisoformat(last) if last else real_now()


def _tell(settings: Settings, lacks: list[Lack]) -> None:
    """Say on standard error why invitations will have no link; the codes are good without."""
    for trouble, setting in sorted({(lack.trouble, lack.setting) for lack in lacks}):
        whose = ", ".join(lack.organisation for lack in lacks if (lack.trouble, lack.setting) == (trouble, setting))
        told = Text("invite-without-link", {"organisations": whose, "trouble": trouble, "setting": setting})
        print(wording(settings.language).text(told), file=sys.stderr)


def _show(one: Invitation, language: str) -> None:
    """Print one invitation, with a QR for a phone's camera of each way in."""
    import segno

    words = wording(language)
    print(words.text(Text("invite-shown", {"unit": one.name, "role": Text(f"role-{one.role}"), "code": one.code})))
    for channel, link in one.links:
        if len(one.links) > 1:
            print(f"{channel}:")
        print(link)
        segno.make(link).terminal(sys.stdout, compact=True)
    for number, step in enumerate(steps(one), 1):
        print(f"{number}. {words.text(step)}")
