"""Killed at any instruction, the database still says what is true."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import Engine, insert, text
from sqlmodel import select

from storage import outbox
from storage.database import open_database, reading, unit_of_work
from storage.tables import Chat, OutboxState
from tests.storage.conftest import NOW, message

ROWS = 400
# Claims two rows at a time and settles them; every settled row is named on standard output after its commit.
SENDER = """
import sys
from datetime import datetime, timedelta
from storage import outbox
from storage.database import open_database, unit_of_work
engine, now = open_database(sys.argv[1]), datetime.fromisoformat(sys.argv[2])
while True:
    with unit_of_work(engine) as session:
        rows = outbox.claim(session, "killed", now, now, timedelta(seconds=1), 2)
        for row in rows:
            outbox.fix_words(session, row, ["words"], [])
    for row in rows:
        with unit_of_work(engine) as session:
            outbox.sent(session, row, "1", now)
        print(row.id, flush=True)
"""


def test_kill_9_in_the_middle_of_a_wave(engine: Engine, file: Path) -> None:
    with unit_of_work(engine) as session:
        addresses = [{"channel": "telegram", "bot": "", "address": str(number)} for number in range(ROWS)]
        session.connection().execute(insert(Chat), addresses)
        outbox.put_many(session, [message(chat) for chat in session.exec(select(Chat))])
    engine.dispose()

    command = [sys.executable, "-c", SENDER, f"sqlite:///{file}", NOW.isoformat()]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as sender:
        assert sender.stdout is not None
        told = [sender.stdout.readline() for _ in range(40)]
        os.kill(sender.pid, signal.SIGKILL)
        told += [line for line in sender.stdout if line.endswith("\n")]

    again = open_database(f"sqlite:///{file}")
    with reading(again) as session:
        run = session.connection().execute
        assert run(text("PRAGMA integrity_check")).scalar() == "ok"
        assert run(text("PRAGMA foreign_key_check")).all() == []
        sent = set(run(text("SELECT id FROM outbox WHERE state = 'sent'")).scalars())
        counts = outbox.counts(session)
    assert {int(line) for line in told} <= sent  # nothing that was said to be settled is forgotten
    assert len(sent) <= len(told) + 1
    assert counts[OutboxState.CLAIMED] <= 2
    assert counts[OutboxState.WAITING] == ROWS - len(sent) - counts[OutboxState.CLAIMED]

    rest = set()
    later = datetime.now(UTC) + timedelta(days=365)
    with unit_of_work(again) as session:
        while rows := outbox.claim(session, "next", NOW, later, timedelta(minutes=1), 100):
            rest |= {row.id for row in rows}
            repeated = [row for row in rows if row.unknown_outcomes]
            assert len(repeated) <= counts[OutboxState.CLAIMED]
    assert rest | sent == set(range(1, ROWS + 1))
    assert rest & sent == set()
    again.dispose()
