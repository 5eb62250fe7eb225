"""A conversation on a fresh database, on the morning of Monday 04/5/2026."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from schedules.deadline import VIETNAM
from schedules.kept_texts import digest_of
from storage import plan_versions
from storage.database import open_database, unit_of_work
from storage.plan_versions import Version
from storage.tables import VersionState
from tests.handlers.conversation import Conversation
from tests.handlers.small_plans import LOADED, small_plans

MONDAY = datetime(2026, 5, 4, 8, 0, tzinfo=VIETNAM)


@pytest.fixture
def conversation(empty_database: Path, tmp_path: Path) -> Iterator[Conversation]:
    file = shutil.copy(empty_database, tmp_path / "test.db")
    engine = open_database(f"sqlite:///{file}")
    with unit_of_work(engine) as session:
        version = Version(digest_of(LOADED.texts), MONDAY, VersionState.RAN, texts=LOADED.texts)
        plan_versions.keep(session, version)
    yield Conversation(engine, small_plans(), MONDAY)
    engine.dispose()
