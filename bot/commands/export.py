"""``export``: the coordinator's table as an Excel file."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.commands.in_force import plans_in_force
from bot.commands.invite import now_of
from bot.commands.troubles import explain, stop
from bot.settings import Settings
from bot.wording import wording
from handlers.vocabulary import Text
from schedules.plan import Organisation

if TYPE_CHECKING:
    from handlers.figures.table_of_figures import Table

KIND = ".xlsx"


def export(
    to: Annotated[Path, typer.Option(help="FILE.xlsx; one that is there is replaced")],
    organisation: Annotated[str | None, typer.Option(help="id of the organisation")] = None,
) -> None:
    """Write the table of an organisation: what each unit owes and how it stands, with totals."""
    settings = Settings()
    with explain(settings):
        wanted = _organisation(settings, organisation)
        if to.suffix.lower() != KIND:
            stop(settings, Text("cannot-export-kind", {"file": str(to)}))
        found = _table(settings, wanted)
        _write(settings, wanted, found, to)
    told = {"count": len(found.rows), "organisation": wanted.name, "file": str(to)}
    print(wording(settings.language).text(Text("export-written", told)))


def _organisation(settings: Settings, id: str | None) -> Organisation:
    """Find the organisation; a name that is not there ends the command with those that are."""
    organisations = plans_in_force(settings).organisations
    known = ", ".join(organisations)
    if id is None:
        if len(organisations) != 1:
            stop(settings, Text("cannot-which-organisation", {"known": known}))
        return next(iter(organisations.values()))
    if id not in organisations:
        stop(settings, Text("cannot-unknown-organisation", {"organisation": id, "known": known}))
    return organisations[id]


def _table(settings: Settings, organisation: Organisation) -> Table:
    """Read the table at the bot's present.

    A database that is not there is not made: its figures would all be wrong.
    """
    from handlers.figures.table_of_figures import table
    from storage.database import file_of, open_database, reading

    file = file_of(settings.database_url)
    if not file.exists():
        stop(settings, Text("cannot-export-database", {"file": str(file)}))
    engine = open_database(settings.database_url)
    try:
        with reading(engine) as session:
            return table(session, organisation, None, now_of(session))
    finally:
        engine.dispose()


def _write(settings: Settings, organisation: Organisation, found: Table, to: Path) -> None:
    from handlers.figures.excel_sheets import excel_file

    try:
        _put(to, excel_file(organisation, found, persons=True))
    except (FileNotFoundError, NotADirectoryError):
        stop(settings, Text("cannot-export-folder", {"folder": str(to.absolute().parent)}))
    except PermissionError:
        stop(settings, Text("cannot-export-permission", {"folder": str(to.absolute().parent)}))
    except OSError as trouble:
        stop(settings, Text("cannot-export", {"file": str(to), "why": trouble.strerror or str(trouble)}))


def _put(to: Path, content: bytes) -> None:
    """Put the file in its place once it is whole; only its owner can read it, since it names people.

    Raises:
        OSError: it cannot be made, or not be written to the end.
    """
    if to.is_dir():
        raise IsADirectoryError(str(to))
    descriptor, beside = tempfile.mkstemp(dir=to.absolute().parent, prefix=f".{to.name}.")
    try:
        with open(descriptor, "wb") as file:
            file.write(content)
        os.replace(beside, to)
    except BaseException:
        os.unlink(beside)
        raise
