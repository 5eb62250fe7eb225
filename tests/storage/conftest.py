"""A database of its own for every test, and invented people with fixed rights."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine
from sqlmodel import Session

from storage import invites, outbox, people
from storage.database import open_database, unit_of_work
from storage.tables import Chat, Person, RoleKind

NOW = datetime(2026, 5, 4, 0, 30, tzinfo=UTC)  # Monday 07:30 in Vietnam
GIA_LAI = "gia-lai"


@pytest.fixture(scope="session")
def empty_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make one migrated file, to be copied."""
    file = tmp_path_factory.mktemp("empty") / "empty.db"
    open_database(f"sqlite:///{file}").dispose()
    return file


@pytest.fixture
def file(empty_database: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(empty_database, tmp_path / "test.db"))


@pytest.fixture
def engine(file: Path) -> Iterator[Engine]:
    engine = open_database(f"sqlite:///{file}")
    yield engine
    engine.dispose()


@pytest.fixture
def session(engine: Engine) -> Iterator[Session]:
    """Give one unit of work that lasts as long as the test."""
    with unit_of_work(engine) as session:
        yield session


def join(session: Session, name: str, unit: str, kind: RoleKind = RoleKind.OFFICER, bot: str = "") -> Chat:
    """Let somebody join by an invite; the chat's address is their name."""
    chat = people.chat_of(session, "telegram", bot, name)
    invites.accept(session, chat, name, invites.make_invite(session, GIA_LAI, unit, kind, NOW), NOW)
    return chat


def message(chat: Chat, cause: str = "slot", **changes: object) -> outbox.OutboxRow:
    """Make a message that is due at NOW."""
    row = {
        "chat_id": chat.id,
        "organisation": GIA_LAI,
        "kind": "bundle",
        "cause": cause,
        "about": {"items": [1, "đã nộp"]},
        "urgent_at": NOW + timedelta(days=3),
        "not_before": NOW,
    }
    return outbox.OutboxRow(**{**row, **changes})


@dataclass(frozen=True)
class Office:
    """A department with two officers and a leader, and a commune with one officer."""

    binh: Chat  # first officer of so-noi-vu
    chi: Chat  # second officer of so-noi-vu
    dung: Chat  # leader of so-noi-vu
    em: Chat  # officer of commune 21607
    person: Person  # binh's


@pytest.fixture
def office(session: Session) -> Office:
    chats = [
        join(session, "Binh Thu", "so-noi-vu"),
        join(session, "Chi Thu", "so-noi-vu"),
        join(session, "Dung Thu", "so-noi-vu", RoleKind.LEADER),
        join(session, "Em Thu", "21607"),
    ]
    person = people.person_of(session, chats[0])
    assert person is not None
    return Office(*chats, person)
