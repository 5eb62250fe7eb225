"""Opening, and the two kinds of transaction."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.exc import IntegrityError, OperationalError, StatementError
from sqlmodel import Session, SQLModel, UTCDateTime

from storage import marks, people
from storage.database import DatabaseError, open_database, reading, unit_of_work
from storage.tables import Chat, JournalEntry, Person, Role, RoleKind
from tests.storage.conftest import NOW

HANOI = timezone(timedelta(hours=7))


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        pytest.param("nhacviec.db", "not-a-url", id="a bare file name"),
        pytest.param("postgresql://office:secret@127.0.0.1/nhacviec", "not-sqlite", id="another database"),
        pytest.param("sqlite://", "not-a-file", id="in memory"),
        pytest.param("sqlite:///:memory:", "not-a-file", id="in memory, by name"),
        pytest.param("sqlite:////nowhere/at/all/x.db", "no-folder", id="no such folder"),
    ],
)
def test_an_address_that_cannot_be_used_is_refused_in_words(url: str, reason: str) -> None:
    with pytest.raises(DatabaseError) as refused:
        open_database(url)
    assert refused.value.reason == reason
    assert "secret" not in str(refused.value)


def make_text(file: Path) -> None:
    file.write_text("This is a letter, not a database.\n" * 100)


def make_other_program(file: Path) -> None:
    with sqlite3.connect(file) as raw:
        raw.execute("CREATE TABLE invoices (id INTEGER)")


def make_newer(file: Path) -> None:
    open_database(f"sqlite:///{file}").dispose()
    with sqlite3.connect(file) as raw:
        raw.execute("UPDATE alembic_version SET version_num = '9999'")


@pytest.mark.parametrize(
    ("make", "reason"),
    [(make_text, "unusable"), (make_other_program, "foreign"), (make_newer, "newer"), (Path.mkdir, "unusable")],
    ids=["a text file", "another program's", "a newer version's", "a folder"],
)
def test_a_file_that_is_not_ours_is_refused_and_left_alone(make: object, reason: str, tmp_path: Path) -> None:
    file = tmp_path / "x.db"
    make(file)
    before = file.read_bytes() if reason == "unusable" and file.is_file() else None
    with pytest.raises(DatabaseError) as refused:
        open_database(f"sqlite:///{file}")
    assert refused.value.reason == reason
    assert str(file) in str(refused.value)
    assert before is None or file.read_bytes() == before


def test_every_connection_keeps_what_is_committed_and_checks_foreign_keys(engine: Engine) -> None:
    with engine.connect() as first, engine.connect() as second:
        for connection in (first.execution_options(reading=True), second.execution_options(reading=True)):
            told = [connection.execute(text(f"PRAGMA {name}")).scalar() for name in ("journal_mode", "synchronous")]
            assert told == ["wal", 2]
            assert connection.execute(text("PRAGMA foreign_keys")).scalar() == 1


def test_a_chat_of_nobody_is_refused(engine: Engine) -> None:
    with pytest.raises(IntegrityError), unit_of_work(engine) as session:
        session.add(Chat(channel="telegram", address="1", person_id=77))


def test_a_unit_of_work_is_kept_whole_or_not_at_all(engine: Engine) -> None:
    with unit_of_work(engine) as session:
        kept = people.chat_of(session, "telegram", "", "kept")
    with pytest.raises(IntegrityError), unit_of_work(engine) as session:
        people.chat_of(session, "telegram", "", "lost").person_id = 77  # nobody
    with reading(engine) as session:
        assert [row[0] for row in session.connection().execute(text("SELECT address FROM chat"))] == ["kept"]
    assert kept.address == "kept"  # readable after its transaction


def test_reading_cannot_write(engine: Engine) -> None:
    with reading(engine) as session, pytest.raises(OperationalError, match="readonly"):
        people.chat_of(session, "telegram", "", "1")
    with unit_of_work(engine) as session:  # and leaves the connection fit to write
        people.chat_of(session, "telegram", "", "1")


def test_a_reader_sees_one_state_and_waits_for_no_writer(engine: Engine) -> None:
    with reading(engine) as reader:
        assert marks.get_mark(reader, "round") is None
        with unit_of_work(engine) as writer:
            marks.set_mark(writer, "round", "1")
            writer.flush()
            with reading(engine) as another:
                assert marks.get_mark(another, "round") is None
        assert reader.connection().execute(text("SELECT count(*) FROM mark")).scalar() == 0
    with reading(engine) as later:
        assert marks.get_mark(later, "round") == "1"


def test_writers_take_turns_and_lose_nothing(engine: Engine) -> None:
    def count(_: int) -> None:
        with unit_of_work(engine) as session:
            marks.set_mark(session, "count", str(int(marks.get_mark(session, "count") or 0) + 1))

    with ThreadPoolExecutor(6) as threads:
        list(threads.map(count, range(60)))
    with reading(engine) as session:
        assert marks.get_mark(session, "count") == "60"


def test_two_processes_may_open_a_new_file_at_once(tmp_path: Path) -> None:
    program = "import sys; from storage.database import open_database; open_database(sys.argv[1])"
    command = [sys.executable, "-c", program, f"sqlite:///{tmp_path}/new.db"]
    both = [subprocess.Popen(command, stderr=subprocess.PIPE, text=True) for _ in range(2)]
    assert [(one.communicate()[1], one.returncode) for one in both] == [("", 0), ("", 0)]


MOMENTS = [
    pytest.param(table.name, column.name, id=f"{table.name}.{column.name}")
    for table in SQLModel.metadata.sorted_tables
    for column in table.columns
    if column.name.endswith(("_at", "_until", "_before"))
    and not (table.name in ("wave", "told", "escalation") and "ends" in column.name)
]


@pytest.mark.parametrize(("table", "column"), MOMENTS)
def test_every_moment_is_stored_as_aware_utc(table: str, column: str) -> None:
    assert isinstance(SQLModel.metadata.tables[table].columns[column].type, UTCDateTime)


def test_a_moment_comes_back_as_the_same_moment_in_utc(engine: Engine) -> None:
    with unit_of_work(engine) as session:
        session.add(JournalEntry(at=datetime(2026, 5, 4, 7, 30, tzinfo=HANOI), organisation="o", act="joined"))
    with reading(engine) as session:
        entry = session.get_one(JournalEntry, 1)
    assert entry.at == NOW
    assert entry.at.tzinfo is UTC


def test_a_naive_moment_is_refused(engine: Engine) -> None:
    with pytest.raises(StatementError, match="timezone"), unit_of_work(engine) as session:
        session.add(Person(display_name="Binh Thu", created_at=NOW.replace(tzinfo=None)))


def test_words_are_stored_by_their_value(session: Session) -> None:
    person = Person(display_name="Binh Thu", created_at=NOW)
    session.add(person)
    session.flush()
    assert person.id is not None
    session.add(Role(person_id=person.id, organisation="o", kind=RoleKind.OFFICER, since_at=NOW))
    session.flush()
    assert session.connection().execute(text("SELECT kind FROM role")).scalar() == "officer"
