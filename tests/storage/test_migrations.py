"""The migrations make exactly the tables of tables.py, in one transaction, and lose no row."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Engine, create_engine, text
from sqlmodel import SQLModel

from storage import invites, migrations, own_chats, people, plan_versions
from storage.database import open_database, reading, unit_of_work
from storage.migrations.__main__ import write_next
from storage.tables import Chat, Person
from tests.storage.conftest import NOW

NEXT = """
from alembic import op
import sqlalchemy as sa
revision, down_revision, branch_labels, depends_on = "{number}", "{before}", None, None
def upgrade():
    {body}
"""
COPY_A_TABLE = """with op.batch_alter_table("person", recreate="always") as table:
        table.add_column(sa.Column("telephone", sa.String(), nullable=True))"""
BREAK_HALF_WAY = """op.create_table("half", sa.Column("id", sa.Integer()))
    raise ZeroDivisionError"""

JOINED = "'2026-05-04 00:30:00'"
AT_0001 = (
    f"INSERT INTO person VALUES (1, 'Binh Thu', {JOINED}), (2, 'Em Thu', {JOINED})",
    f"""INSERT INTO chat (id, channel, bot, address, kind, person_id, language, unreachable_at, unreachable_why) VALUES
        (1, 'telegram', '', '1', 'private', 1, 'vi', NULL, NULL), (2, 'telegram', '', '2', 'private', 2, 'en', NULL,
        NULL), (3, 'telegram', '', '3', 'private', NULL, 'vi', {JOINED}, 'blocked')""",
    f"""INSERT INTO role (id, person_id, organisation, unit, kind, since_at) VALUES
        (1, 1, 'gia-lai', 'so-noi-vu', 'officer', {JOINED}), (2, 2, 'gia-lai', '21607', 'officer', {JOINED})""",
    f"""INSERT INTO invite (id, code_hash, organisation, unit, kind, created_at, expires_at, used_at, used_by, voided)
        VALUES (1, 'a', 'gia-lai', 'so-noi-vu', 'officer', {JOINED}, {JOINED}, {JOINED}, 1, 0),
        (2, 'b', 'gia-lai', '21608', 'leader', {JOINED}, {JOINED}, NULL, NULL, 1)""",
    f"""INSERT INTO outbox (id, chat_id, organisation, kind, cause, part, about, urgent_at, not_before, state, tries,
        unknown_outcomes) VALUES (1, 2, 'gia-lai', 'notice', 'submitted-1', 0, '{{}}', {JOINED}, {JOINED}, 'waiting',
        0, 0)""",
)


def ddl_of(engine: Engine) -> dict[str, list[str]]:
    """Return what each table and index is made of, without order and the quotes that SQLite adds to a copied table."""
    with engine.connect().execution_options(reading=True) as connection:
        rows = connection.execute(text("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")).all()
    made = {name: sql.replace('"', "") for name, sql in rows if name != "alembic_version"}
    return {name: sorted(re.findall(r"[^\s,]+", sql)) for name, sql in made.items()}


@pytest.fixture
def next_migration(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Copy the migrations, and give the file in which to write one more."""
    folder = Path(shutil.copytree(migrations.FOLDER, tmp_path / "migrations"))
    monkeypatch.setattr(migrations, "FOLDER", folder)
    return folder / "versions" / f"{len(migrations.versions()) + 1:04}_next.py"


def write(file: Path, body: str) -> str:
    number, before = file.name[:4], f"{int(file.name[:4]) - 1:04}"
    file.write_text(NEXT.format(number=number, before=before, body=body))
    return number


def test_alembic_finds_no_difference(engine: Engine) -> None:
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), SQLModel.metadata) == []


def test_the_tables_are_those_that_sqlmodel_would_make(engine: Engine, tmp_path: Path) -> None:
    made = create_engine(f"sqlite:///{tmp_path}/made.db")
    SQLModel.metadata.create_all(made)
    assert ddl_of(engine) == ddl_of(made)


def test_versions_are_numbered_in_a_row() -> None:
    assert migrations.versions() == [f"{number:04}" for number in range(1, len(migrations.versions()) + 1)]


def test_an_upgrade_that_copies_a_table_keeps_its_children(engine: Engine, file: Path, next_migration: Path) -> None:
    with unit_of_work(engine) as session:
        session.add(Person(id=1, display_name="Binh Thu", created_at=NOW))
        session.flush()
        session.add(Chat(channel="telegram", address="1", person_id=1))
    engine.dispose()
    number = write(next_migration, COPY_A_TABLE)
    with reading(open_database(f"sqlite:///{file}")) as session:
        rows = session.connection().execute(text("SELECT p.telephone, c.address FROM chat c JOIN person p")).all()
        assert [tuple(row) for row in rows] == [(None, "1")]
        assert migrations.version_of(session.connection()) == number


def test_a_second_channel_takes_nothing_from_those_who_have_joined(tmp_path: Path) -> None:
    """From 0001 to 0002: people, chats, invites and roles are as before, and nothing is preferred or heard yet."""
    old, tables = create_engine(f"sqlite:///{tmp_path}/old.db"), ("person", "chat", "invite", "role", "outbox")
    with old.connect() as connection, connection.begin():
        command.upgrade(migrations.config(connection), "0001")
        for row in AT_0001:
            connection.execute(text(row))
        before = {table: connection.execute(text(f"SELECT * FROM {table}")).mappings().all() for table in tables}
    old.dispose()
    upgraded = open_database(f"sqlite:///{tmp_path}/old.db")
    with reading(upgraded) as session:
        run = session.connection().execute
        assert run(text("PRAGMA foreign_key_check")).all() == []
        for table in tables:
            after = run(text(f"SELECT * FROM {table}")).mappings().all()
            assert [{name: row[name] for name in was} for row, was in zip(after, before[table], strict=True)] == [
                dict(was) for was in before[table]
            ]
        assert run(text("SELECT preferred FROM person")).scalars().all() == [None, None]
        assert run(text("SELECT channel, bot FROM outbox")).all() == [("telegram", "")], "as its chat has them"
        assert run(text("SELECT heard_at FROM chat")).scalars().all() == [None, None, None]
        assert [(unit, chat.address) for unit, chat in people.chats_of_units(session, "gia-lai")] == [
            ("21607", "2"),
            ("so-noi-vu", "1"),
        ]
    with unit_of_work(upgraded) as session:
        code = invites.make_chat_code(session, 1, NOW)
        invites.accept(session, people.chat_of(session, "zalo", "", "z"), "Binh Thu", code, NOW)
        assert [chat.channel for chat in own_chats.chats_of(session, 1)] == ["telegram", "zalo"]
    upgraded.dispose()


def test_the_plans_that_ran_before_still_run(tmp_path: Path) -> None:
    """From 0004 to 0005: the texts of the running plan stand where a restart looks for them."""
    old = create_engine(f"sqlite:///{tmp_path}/old.db")
    ran = """{"files": {"plans.yaml": "version: 1 # cũ"}}"""
    with old.connect() as connection, connection.begin():
        command.upgrade(migrations.config(connection), "0004")
        added = text(
            "INSERT INTO planversion (digest, loaded_at, accepted, problems, summary) VALUES (:d, :at, :ok, :n, :s)"
        )
        for row in (("aa", 1, 0, ran), ("", 0, 3, "{}")):
            connection.execute(added, dict(zip(("d", "ok", "n", "s"), row, strict=True)) | {"at": JOINED.strip("'")})
    old.dispose()
    upgraded = open_database(f"sqlite:///{tmp_path}/old.db")
    with reading(upgraded) as session:
        running = plan_versions.running(session)
        assert running is not None
        assert (running.digest, running.texts, running.origin) == ("aa", {"plans.yaml": "version: 1 # cũ"}, "file")
        assert [one.state for one in plan_versions.history(session)] == ["refused", "ran"]
    upgraded.dispose()


def test_an_upgrade_that_breaks_half_way_changes_nothing(engine: Engine, file: Path, next_migration: Path) -> None:
    before, version = ddl_of(engine), migrations.versions()[-1]
    write(next_migration, BREAK_HALF_WAY)
    with pytest.raises(ZeroDivisionError):
        open_database(f"sqlite:///{file}")
    assert ddl_of(engine) == before
    with reading(engine) as session:
        assert migrations.version_of(session.connection()) == version


def test_the_next_migration_is_written_from_the_difference(next_migration: Path) -> None:
    """There is no difference, so it does nothing, but it stands in its place."""
    write_next("nothing at all")
    written = next_migration.with_name(f"{next_migration.name[:4]}_nothing_at_all.py").read_text()
    assert (
        "def upgrade() -> None:\n    # ### commands auto generated by Alembic - please adjust! ###\n    pass" in written
    )
