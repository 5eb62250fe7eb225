"""Backups are whole, and never replace what they should not; a restored database knows what may have been sent."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from alembic import command
from sqlalchemy import create_engine
from sqlmodel import Session, col, select

from bot.alone import hold
from schedules.differing.differences import Rename
from storage import assignments, journal, marks, outbox, people, plan_versions, waves
from storage.backups import look, take
from storage.database import open_database, unit_of_work
from storage.forgetting import FORGOTTEN, forget
from storage.migrations import config, versions
from storage.plan_versions import Version
from storage.renaming import carry_over
from storage.restoring import Restored, restore
from storage.tables import Chat, JournalEntry, Outbox, OutboxState, Person, RoleKind, Told, VersionState
from storage.whole_copies import BackupError
from tests.commanding import Shell, said
from tests.small_plans import ORGANISATION, REPORT, SMALL, at, join

NOW = at("22/4 07:30").astimezone(UTC)
LATER = NOW + timedelta(hours=2)
WAITING, CLAIMED, SENT = OutboxState.WAITING, OutboxState.CLAIMED, OutboxState.SENT
LEASE = timedelta(seconds=90)


@pytest.fixture
def file(empty_database: Path, tmp_path: Path) -> Path:
    """Give a database in which three officers have joined and a round has ended at NOW."""
    file = Path(shutil.copy(empty_database, tmp_path / "bot.db"))
    join(f"sqlite:///{file}", ORGANISATION, dict.fromkeys(("nhat", "hai", "ba"), ("so-hai", RoleKind.OFFICER)))
    with changing(file) as session:
        round_ended(session, NOW)
    return file


@contextmanager
def changing(file: Path) -> Iterator[Session]:
    engine = open_database(f"sqlite:///{file}")
    try:
        with unit_of_work(engine) as session:
            yield session
    finally:
        engine.dispose()


def round_ended(session: Session, now: datetime) -> None:
    marks.set_mark(session, "last-round", now.isoformat())
    marks.set_mark(session, "last-moment", now.isoformat())


def put(session: Session, *names: str, cause: str = "slot", kind: str = "bundle", due: datetime = NOW) -> None:
    """Put a message for each of some officers, as a round does."""
    number = assignments.number(session, REPORT)
    item = {"assignment": number, "step": "assigned", "ends_at": "2026-05-07", "at": due.isoformat()}
    rows = [
        outbox.OutboxRow(
            chat_id=chat(session, name).id or 0,
            organisation=ORGANISATION,
            kind=kind,
            cause=cause,
            about={"items": [item]},
            urgent_at=due + timedelta(days=1),
            not_before=due,
        )
        for name in names
    ]
    outbox.put_many(session, rows)
    waves.tell(session, [waves.ToldStep(row.chat_id, number, cause, "2026-05-07", due) for row in rows])


def chat(session: Session, name: str) -> Chat:
    return people.chat_of(session, "telegram", "", name)


def send(session: Session, name: str, now: datetime = NOW) -> None:
    """Send what waits for somebody."""
    row = session.exec(select(Outbox).where(Outbox.chat_id == chat(session, name).id, Outbox.state == WAITING)).one()
    row.state, row.claimed_by, row.lease_until, row.text = CLAIMED, "1", now + LEASE, "Kính gửi"
    session.flush()
    assert outbox.sent(session, row, f"id-{row.id}", now)


def states(file: Path) -> dict[str, tuple[OutboxState, int]]:
    """Return by officer what became of the newest message, and how often its outcome is unknown."""
    with changing(file) as session:
        rows = session.exec(select(Outbox, Chat).join(Chat, col(Chat.id) == Outbox.chat_id).order_by(col(Outbox.id)))
        return {chat.address: (row.state, row.unknown_outcomes) for row, chat in rows}


# Taking


def test_what_lies_in_the_log_is_in_the_copy_and_the_copy_is_one_private_file(file: Path) -> None:
    engine = open_database(f"sqlite:///{file}")
    with unit_of_work(engine) as session:
        put(session, "nhat")
    assert Path(f"{file}-wal").stat().st_size > 0
    with unit_of_work(engine) as session:  # a writer is at work
        put(session, "hai")
        session.flush()
        taken = take(file, file.parent / "copy.db", NOW)
    engine.dispose()
    assert (taken.version, taken.taken_at) == (versions()[-1], NOW)
    assert {one.name for one in file.parent.iterdir()} == {"bot.db", "copy.db"}
    assert taken.file.stat().st_mode & 0o777 == 0o600
    with closing(sqlite3.connect(taken.file)) as copy:
        assert copy.execute("PRAGMA journal_mode").fetchone() == ("delete",)
        assert copy.execute("SELECT count(*) FROM outbox").fetchone() == (1,)


def test_a_folder_gets_a_file_named_after_the_moment(file: Path) -> None:
    shell = Shell(file.parent)
    folder = file.parent / "copies"
    folder.mkdir()
    result = shell.run("backup", str(folder))
    assert result.exit_code == 0, result.stderr
    (copy,) = folder.iterdir()
    assert datetime.strptime(copy.name, "bot-%Y%m%d-%H%M%S.db").year >= 2026  # noqa: DTZ007
    assert f"Đã sao lưu vào {copy} (" in result.stdout


def test_a_folder_that_is_not_there_is_made_where_a_sign_at_its_end_says_so(file: Path) -> None:
    result = Shell(file.parent).run("backup", f"{file.parent}/sao-luu/thang-5/")
    assert result.exit_code == 0, result.stderr
    (copy,) = (file.parent / "sao-luu" / "thang-5").iterdir()
    assert copy.name.startswith("bot-")
    refused = said(Shell(file.parent).run("backup", f"{copy}/"))
    assert refused.startswith(f"Không đọc hoặc ghi được {copy}")


def test_a_file_that_is_there_stays_unless_forced(file: Path) -> None:
    shell, target = Shell(file.parent), file.parent / "copy.db"
    target.write_text("của người khác", "utf-8")
    result = shell.run("backup", str(target))
    assert result.exit_code == 2
    assert said(result) == f"Đã có tệp {target}. Đề nghị chọn tên khác, hoặc thêm --force để thay tệp này."
    assert target.read_text("utf-8") == "của người khác"
    assert shell.run("backup", str(target), "--force").exit_code == 0
    assert look(target).version == versions()[-1]


@pytest.mark.parametrize("target", ["bot.db", "none/copy.db"])
def test_where_nothing_can_be_put(file: Path, target: str) -> None:
    before = file.read_bytes()
    assert said(Shell(file.parent).run("backup", str(file.parent / target)))
    assert file.read_bytes() == before


def test_a_database_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    shell = Shell(tmp_path)
    assert said(shell.run("backup", str(tmp_path / "copy.db"))) == f"Không có tệp {shell.file}."
    assert list(tmp_path.iterdir()) == []


def damage(file: Path) -> None:
    """Overwrite pages in the middle of a database, as a bad disk does."""
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    content = bytearray(file.read_bytes())
    content[4096 * 3 : 4096 * 12] = b"\xff" * (4096 * 9)
    file.write_bytes(content)


def test_another_program_s_database_makes_no_backup(tmp_path: Path) -> None:
    shell = Shell(tmp_path)
    foreign(shell.file)
    assert (
        said(shell.run("backup", str(tmp_path / "copy.db")))
        == f"{shell.file} không phải là cơ sở dữ liệu của Nhắc Việc."
    )
    assert not (tmp_path / "copy.db").exists()


def test_a_damaged_database_makes_no_backup(file: Path) -> None:
    damage(file)
    with pytest.raises(BackupError) as refused:
        take(file, file.parent / "copy.db", NOW)
    assert refused.value.reason == "damaged"
    left = {one.name for one in file.parent.iterdir()} - {"bot.db", "bot.db-wal", "bot.db-shm"}
    assert left == set()


# Refusing to restore


def foreign(copy: Path) -> None:
    copy.unlink(missing_ok=True)
    with closing(sqlite3.connect(copy)) as connection:
        connection.execute("CREATE TABLE others (id)")


def newer(copy: Path) -> None:
    with closing(sqlite3.connect(copy)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")


def no_database(copy: Path) -> None:
    copy.write_text("version: 1\n" * 1000, "utf-8")


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (Path.unlink, "Không có tệp {copy}."),
        (foreign, "{copy} không phải là cơ sở dữ liệu của Nhắc Việc."),
        (no_database, "{copy} không phải là cơ sở dữ liệu của Nhắc Việc."),
        (newer, "{copy} do phiên bản mới hơn ghi (9999). Đề nghị cập nhật chương trình trước khi khôi phục."),
        (damage, "Tệp {copy} đã hỏng"),
    ],
)
def test_what_is_no_backup_replaces_nothing(file: Path, spoil: object, told: str) -> None:
    copy = take(file, file.parent / "copy.db", NOW).file
    spoil(copy)  # type: ignore[operator]
    before = file.read_bytes()
    assert said(Shell(file.parent).run("restore", str(copy))).startswith(told.format(copy=copy))
    assert file.read_bytes() == before
    assert list(file.parent.glob("*before-restore*")) == []


def test_a_database_is_no_backup_of_itself(file: Path) -> None:
    result = Shell(file.parent).run("restore", str(file))
    assert result.exit_code == 2
    assert "đang là cơ sở dữ liệu" in said(result)


def test_nothing_is_restored_under_a_running_bot(file: Path) -> None:
    copy = take(file, file.parent / "copy.db", NOW).file
    held = hold(f"sqlite:///{file}")
    assert said(Shell(file.parent).run("restore", str(copy))) == "Một bot khác đang chạy trên cơ sở dữ liệu này."
    assert held
    held.close()
    assert Shell(file.parent).run("restore", str(copy)).exit_code == 0


# What a restored database knows


def restored(file: Path, copy: Path, now: datetime = LATER) -> Restored:
    found = restore(copy, file, now)
    assert not Path(f"{file}-wal").exists()
    return found


def test_the_replaced_database_is_kept_whole(file: Path) -> None:
    copy = take(file, file.parent / "copy.db", NOW).file
    engine = open_database(f"sqlite:///{file}")
    with unit_of_work(engine) as session:
        journal.write(session, at=NOW, act="submitted", organisation=ORGANISATION)
    with closing(sqlite3.connect(file)):  # keeps the log from being brought in
        engine.dispose()
        found = restored(file, copy)
    assert found.kept_as
    assert found.forgotten == 1
    with closing(sqlite3.connect(found.kept_as)) as kept:
        assert kept.execute("SELECT act FROM journalentry ORDER BY id DESC").fetchone() == ("submitted",)
    with changing(file) as session:
        assert session.exec(select(JournalEntry.act).order_by(col(JournalEntry.id).desc())).first() == "restored"


def test_a_link_to_the_database_stays_a_link(file: Path) -> None:
    copy = take(file, file.parent / "copy.db", NOW).file
    (file.parent / "disk").mkdir()
    real = file.rename(file.parent / "disk" / "real.db")
    file.symlink_to(real)
    kept = restore(copy, file, LATER).kept_as
    assert file.is_symlink()
    assert kept
    assert kept.parent == real.parent
    assert look(real).version == versions()[-1]


def test_what_the_replaced_one_sent_is_sent_and_what_it_put_is_there(file: Path) -> None:
    with changing(file) as session:
        put(session, "nhat", "hai", "ba")
        send(session, "nhat")
    copy = take(file, file.parent / "copy.db", NOW).file
    with changing(file) as session:
        send(session, "hai")
        put(session, "nhat", cause="later slot", due=LATER)
        put(session, "hai", cause="its cause is undone", kind="notice")
        round_ended(session, LATER)
    assert restored(file, copy).taken_over == 2
    assert states(file) == {"nhat": (WAITING, 0), "hai": (SENT, 0), "ba": (WAITING, 0)}
    with changing(file) as session:
        assert len(session.exec(select(Told).where(Told.step == "later slot")).all()) == 1


def test_on_a_new_machine_what_was_due_may_have_been_sent(file: Path) -> None:
    with changing(file) as session:
        put(session, "nhat", "hai")
        send(session, "nhat")
        put(session, "ba", due=LATER + timedelta(days=1))
    copy = take(file, file.parent / "copy.db", NOW).file
    file.unlink()
    found = restored(file, copy)
    assert (found.kept_as, found.taken_over, found.may_repeat) == (None, None, 1)
    assert states(file) == {"nhat": (SENT, 0), "hai": (WAITING, 1), "ba": (WAITING, 0)}


def test_a_step_that_came_after_the_backup_is_put_as_a_repeat_and_a_later_one_is_not(file: Path) -> None:
    copy = take(file, file.parent / "copy.db", NOW).file
    file.unlink()
    restored(file, copy)
    with changing(file) as session:
        put(session, "nhat", due=NOW + timedelta(hours=1))
        put(session, "hai", due=LATER + timedelta(hours=1))
        put(session, "ba", kind="escalation")
    assert states(file) == {"nhat": (WAITING, 1), "hai": (WAITING, 0), "ba": (WAITING, 1)}
    with changing(file) as session:
        round_ended(session, LATER + timedelta(minutes=1))
        put(session, "ba", kind="escalation", cause="after the first round")
    assert states(file)["ba"] == (WAITING, 0)


@pytest.mark.parametrize("why", ["another bot's", "older than the backup", "damaged", "no database"])
def test_a_database_that_knows_nothing_of_it_is_not_asked(file: Path, why: str) -> None:
    with changing(file) as session:
        put(session, "nhat")
        round_ended(session, NOW + timedelta(minutes=1))
    copy = take(file, file.parent / "copy.db", NOW).file
    with changing(file) as session:
        send(session, "nhat")
        if why == "another bot's":
            for one in session.exec(select(Chat)):
                one.address = f"other {one.id}"
        if why == "older than the backup":
            round_ended(session, NOW)
    if why == "damaged":
        damage(file)
    if why == "no database":
        no_database(file)
    found = restored(file, copy)
    assert found.kept_as
    assert (found.taken_over, found.may_repeat) == (None, 1)
    assert states(file) == {"nhat": (WAITING, 1)}


@pytest.mark.parametrize("renamed", ["task", "unit"])
def test_what_was_given_another_id_since_is_still_the_same(file: Path, renamed: str) -> None:
    with changing(file) as session:
        put(session, "nhat")
    copy = take(file, file.parent / "copy.db", NOW).file
    with changing(file) as session:
        send(session, "nhat")
        was = REPORT.task if renamed == "task" else REPORT.unit
        plan = REPORT.plan if renamed == "task" else ""
        carry_over(session, [Rename(ORGANISATION, was, "moi", plan)], NOW)
    assert restored(file, copy).taken_over == 1
    assert states(file) == {"nhat": (SENT, 0)}


def test_restored_twice_it_still_knows_what_is_uncertain(file: Path) -> None:
    with changing(file) as session:
        put(session, "nhat")
    copy = take(file, file.parent / "copy.db", NOW).file
    file.unlink()
    restored(file, copy)
    assert restored(file, copy).taken_over == 1
    assert states(file) == {"nhat": (WAITING, 1)}
    with changing(file) as session:
        put(session, "hai", cause="later slot", due=NOW + timedelta(hours=1))
    assert states(file)["hai"] == (WAITING, 1)


def test_who_was_forgotten_since_stays_forgotten(file: Path) -> None:
    copy = take(file, file.parent / "copy.db", NOW).file
    with changing(file) as session:
        forget(session, chat(session, "hai").person_id or 0, NOW)
    restored(file, copy)
    with changing(file) as session:
        names = [person.display_name for person in session.exec(select(Person).order_by(col(Person.id)))]
        assert names == ["Cán bộ Thử nhat", FORGOTTEN, "Cán bộ Thử ba"]


def test_words_that_never_went_out_are_worded_anew(file: Path) -> None:
    with changing(file) as session:
        put(session, "nhat")
        row = session.exec(select(Outbox)).one()
        row.text, row.tries = "Kính gửi: như hôm qua", 2
    copy = take(file, file.parent / "copy.db", NOW).file
    file.unlink()
    restored(file, copy)
    with changing(file) as session:
        assert session.exec(select(Outbox.text)).one() is None


# The whole command


def test_on_a_new_machine_the_files_of_the_plan_come_back(file: Path) -> None:
    texts = {"plans.yaml": SMALL, "tinh-thu/de-cuong.yaml": "title: Đề cương\n"}
    with changing(file) as session:
        plan_versions.keep(session, Version("digest", NOW, VersionState.RAN, texts=texts))
    copy = take(file, file.parent / "copy.db", NOW).file
    machine = file.parent / "new"
    machine.mkdir()
    shell = Shell(machine, {"PLANS_FILE": str(machine / "plans.yaml")})
    result = shell.run("restore", str(copy))
    assert result.exit_code == 0, result.stderr
    assert {name: (machine / name).read_text("utf-8") for name in texts} == texts
    assert "Không rõ những tin nào đã gửi" in result.stdout
    assert "kèm theo (2 tệp)" in result.stdout
    (machine / "plans.yaml").write_text("# của quản trị\n", "utf-8")
    assert shell.run("restore", str(copy)).exit_code == 0
    assert (machine / "plans.yaml").read_text("utf-8") == "# của quản trị\n"


@pytest.mark.parametrize("path", ["../elsewhere.yaml", "/tmp/nhac-viec-elsewhere.yaml"])
def test_no_file_is_written_outside_the_folder(file: Path, path: str) -> None:
    with changing(file) as session:
        texts = {"plans.yaml": SMALL, path: "x"}
        plan_versions.keep(session, Version("digest", NOW, VersionState.RAN, texts=texts))
    copy = take(file, file.parent / "copy.db", NOW).file
    machine = file.parent / "new"
    machine.mkdir()
    assert Shell(machine, {"PLANS_FILE": str(machine / "plans.yaml")}).run("restore", str(copy)).exit_code == 0
    assert not (machine / path).exists()
    assert not (machine / "plans.yaml").exists()


def test_a_backup_of_an_older_version_is_brought_up_to_date(tmp_path: Path) -> None:
    old, file = tmp_path / "old.db", tmp_path / "bot.db"
    engine = create_engine(f"sqlite:///{old}")
    with engine.begin() as connection:
        command.upgrade(config(connection), versions()[0])
    engine.dispose()
    assert look(old).version == versions()[0]
    assert restore(old, file, LATER).may_repeat == 0
    assert look(file).version == versions()[-1]
    assert look(old).version == versions()[0], "the backup stays as it is"


# Killed while restoring

STEPS = {"os.link", "os.rename", "os.remove", "sqlite3.connect", "tempfile.mkstemp"}


def killed_at(step: int, copy: Path, file: Path) -> bool:
    """Restore in a process that dies at its so many-th step; return whether it came to its end."""
    child = os.fork()
    if child:
        ended = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        assert ended in (0, -signal.SIGKILL)
        return ended == 0
    done: list[str] = []

    def die(event: str, _: object) -> None:
        if event in STEPS:
            done.append(event)
            if len(done) == step:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(die)
    try:
        restore(copy, file, LATER)
        os._exit(0)
    finally:
        os._exit(1)


def test_killed_at_any_step_one_whole_database_is_there(file: Path, tmp_path: Path) -> None:
    copy = take(file, tmp_path / "copy.db", NOW).file
    engine = open_database(f"sqlite:///{file}")
    with unit_of_work(engine) as session:
        put(session, "nhat")  # only in the log: a bot that was killed leaves it so
    parts = {one: one.read_bytes() for one in (file, Path(f"{file}-wal"))}
    engine.dispose()
    seen, step, ended = set(), 0, False
    while not ended:
        step += 1
        for left in tmp_path.glob("bot.db*"):
            left.unlink()
        for part, content in parts.items():
            part.write_bytes(content)
        ended = killed_at(step, copy, file)
        with closing(sqlite3.connect(file)) as database:
            assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            assert database.execute("SELECT count(*) FROM outbox").fetchone() == (1,), "nothing that was put is lost"
            seen.add(database.execute("SELECT count(*) FROM journalentry WHERE act = 'restored'").fetchone()[0])
    assert seen == {0, 1}
    assert step > 5
