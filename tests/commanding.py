"""Run one command of ours as a shell would, with settings that are all stated."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from unittest.mock import patch

from sqlmodel import select
from typer.testing import CliRunner, Result

from bot.__main__ import app
from storage.database import open_database, reading, unit_of_work
from storage.invites import accept
from storage.people import chat_of
from storage.tables import Invite, RoleKind

DIALOGUE_PLANS = Path(__file__).parent / "dialogues" / "plans" / "plans.yaml"
SHIPPED = Path(__file__).parent.parent / "plans.yaml"
NOBODY_HERE = "http://127.0.0.1:9"  # the discard port: refused at once on any machine of today


@dataclass
class Shell:
    """A folder, and the environment variables that a command finds."""

    folder: Path
    settings: dict[str, str] = field(default_factory=dict)

    @property
    def file(self) -> Path:
        """Return the database's file."""
        return self.folder / "bot.db"

    @property
    def environment(self) -> dict[str, str]:
        """Return all settings."""
        kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
        given = {"DATABASE_URL": f"sqlite:///{self.file}", "PLANS_FILE": str(DIALOGUE_PLANS), "COLUMNS": "100"}
        return {**kept, **given, **self.settings}

    def run(self, *words: str, answers: str | None = None) -> Result:
        """Run a command in this process; ``answers`` are typed into it, a line each."""
        with patch.dict(os.environ, self.environment, clear=True):
            return CliRunner().invoke(app, list(words), input=answers)


def said(result: Result) -> str:
    """Return what a refused command told: one sentence on standard error and nothing else, without a traceback."""
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    assert result.stdout == ""
    assert result.exit_code != 0
    return str(result.stderr).strip()


def kept(shell: Shell) -> list[Invite]:
    """Return the invitations in the database."""
    if not shell.file.exists():
        return []
    engine = open_database(f"sqlite:///{shell.file}")
    with reading(engine) as session:
        invites = list(session.exec(select(Invite)).all())
    engine.dispose()
    return invites


def join(shell: Shell, code: str, person: str, now: datetime, channel: str = "telegram") -> tuple[str, str, RoleKind]:
    """Accept a code as "/start CODE" does; returns whose role it gave."""
    engine = open_database(f"sqlite:///{shell.file}")
    try:
        with unit_of_work(engine) as session:
            chat = chat_of(session, channel, "", person)
            role = accept(session, chat, f"Cán bộ Thử {person}", code, now)
            return role.organisation, role.unit, role.kind
    finally:
        engine.dispose()
