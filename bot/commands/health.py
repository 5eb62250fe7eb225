"""``health``: exit 0 only if the bot's last round is recent."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from bot.clock import real_now
from bot.settings import Settings
from bot.wording import wording
from handlers.vocabulary import Text

RECENT = 180  # seconds: a round runs each minute, one may be slow


class Form(StrEnum):
    TEXT = "text"
    JSON = "json"


def health(form: Annotated[Form, typer.Option("--format")] = Form.TEXT) -> None:
    """Print the age of the last round; exit 0 if it is recent, 1 if not."""
    settings = Settings()
    age = _age(settings.database_url)
    recent = age is not None and age <= RECENT
    if form is Form.JSON:
        print(json.dumps({"ok": recent, "age_seconds": age}))
    else:
        told = Text("health-never") if age is None else Text("health-age", {"seconds": int(age)})
        print(wording(settings.language).text(told))
    raise typer.Exit(0 if recent else 1)


def _age(url: str) -> float | None:
    """Return the seconds since the last round, or None where there is no database or no round yet."""
    from sqlalchemy.engine import make_url
    from sqlalchemy.exc import ArgumentError

    from storage.marks import LAST_ROUND

    # Read only, and without creating or migrating: a health check must not make the file that it looks for.
    try:
        file = Path(make_url(url).database or "").absolute().as_uri()
        with closing(sqlite3.connect(f"{file}?mode=ro", uri=True)) as connection:
            found = connection.execute("SELECT value FROM mark WHERE name = ?", (LAST_ROUND,)).fetchone()
    except (ArgumentError, sqlite3.Error):
        return None
    return (real_now() - datetime.fromisoformat(found[0])).total_seconds() if found else None
