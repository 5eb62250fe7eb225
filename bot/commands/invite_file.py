"""A roster of invitations as a file: complete, or not there at all."""

from __future__ import annotations

import csv
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING

from bot.wording import wording
from handlers.vocabulary import Text

if TYPE_CHECKING:
    from bot.commands.invitation import Invitation

COLUMNS = ("organisation", "unit", "unit_name", "role", "code", "link", "zalo_link")
PAGES = (".html", ".htm")
KINDS = (".csv", *PAGES)


@contextmanager
def whole_file(to: Path) -> Iterator[IO[str]]:
    """Give a file that takes the place of ``to`` only once everything is in it.

    It is opened before any code is made, so that a place that cannot be written to costs no codes. Only its owner can
    read it: whoever has a code becomes what it says.

    Raises:
        OSError: the file cannot be made, or not be written to the end.
    """
    if to.is_dir():
        raise IsADirectoryError(str(to))
    descriptor, beside = tempfile.mkstemp(dir=to.absolute().parent, prefix=f".{to.name}.")
    try:
        # The mark at its beginning tells Excel that a CSV is UTF-8.
        with open(descriptor, "w", encoding="utf-8-sig" if to.suffix == ".csv" else "utf-8", newline="") as file:
            yield file
        os.replace(beside, to)
    except BaseException:
        os.unlink(beside)
        raise


def write_roster(made: list[Invitation], kind: str, file: IO[str], language: str) -> None:
    """Write invitations as ``kind`` says: ".csv", or a page to print."""
    if kind in PAGES:
        from rich.console import Console
        from rich.progress import track

        from bot.commands.invite_page import in_roster_order, page

        words = wording(language)
        drawn = track(
            in_roster_order(made), words.text(Text("invite-drawing")), console=Console(stderr=True), transient=True
        )
        file.write(page(drawn, words))
        return
    lines = csv.writer(file)
    lines.writerow(COLUMNS)
    for one in made:
        unit_id = one.unit.id if one.unit else ""
        lines.writerow((one.organisation.id, unit_id, one.name, one.role, one.code, one.link, one.zalo_link))
