"""The files of a live plan: read when they lie still, written whole, and right again after a kill at any step."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

from bot.house import House
from bot.watching import PlansFile
from bot.writing import CannotWrite, FileChanged, write_texts
from schedules.differing.differences import differences
from schedules.kept_texts import digest_of, load_kept
from schedules.loading.loader import load
from storage import plan_versions
from storage.database import open_database, unit_of_work
from tests.live import MOVED, TWO, Live, live, restart, stop
from tests.small_plans import SMALL, at, database
from tests.test_rounds import opened, plans_file

__all__ = ["opened", "plans_file"]  # fixtures
TASKS = SMALL.index("          - id: bao-cao")
MAIN = SMALL[:TASKS].replace(
    "        tasks:\n", "        tasks:\n          - {include: mot.yaml}\n          - {include: hai.yaml}\n"
)
ONE, TWO_TASK = (
    "\n".join(line[10:] for line in text.splitlines()) + "\n"
    for text in (SMALL[TASKS : SMALL.index("          - id: so-ket")], SMALL[SMALL.index("          - id: so-ket") :])
)
THREE = {"plans.yaml": MAIN, "mot.yaml": ONE, "hai.yaml": TWO_TASK}


def put(folder: Path, texts: dict[str, str]) -> None:
    for path, text in texts.items():
        (folder / path).write_text(text, "utf-8")


def says(folder: Path) -> dict[str, str]:
    return {path: (folder / path).read_text("utf-8") for path in THREE}


def changed(**more: str) -> dict[str, str]:
    return THREE | {f"{name}.yaml": text for name, text in more.items()}


MOVED_BOTH = changed(mot=ONE.replace("07/5", "15/5"), hai=TWO_TASK.replace("10/5", "20/5"))


def propose(here_database: str, texts: dict[str, str], base: dict[str, str]) -> None:
    """Approve a change as one made in a chat."""
    before, after = load_kept("plans.yaml", base).plans, load_kept("plans.yaml", texts).plans
    assert before
    assert after
    engine = open_database(here_database)
    with unit_of_work(engine) as session:
        found = differences(before, after)
        plan_versions.propose(session, texts, digest_of(base), "chat", None, "", found, at("22/4 08:50"))
    engine.dispose()


async def three_files(plans_file: Path, opened: list[House], *, yes: bool = False) -> Live:
    put(plans_file.parent, THREE)
    here = live(plans_file, opened, text=MAIN, yes=yes)
    await here.round("22/4 07:30")
    here.deliver()
    return here


async def test_a_change_from_a_chat_is_written_to_the_files(plans_file: Path, opened: list[House]) -> None:
    here = await three_files(plans_file, opened)
    propose(database(plans_file.parent), MOVED_BOTH, THREE)
    assert here.house.rounds.changing.is_called_for()
    told = await here.round("22/4 09:00")
    assert says(plans_file.parent) == MOVED_BOTH
    assert [row.kind for row in told if row.chat_id == here.chat_of(TWO)] == ["bundle"]
    assert await here.round("22/4 09:01") == []
    assert here.states() == ["ran", "ran"]
    assert sorted(file.name for file in plans_file.parent.glob("*yaml*")) == ["hai.yaml", "mot.yaml", "plans.yaml"]


async def test_a_file_that_changed_meanwhile_is_never_written_over(plans_file: Path, opened: list[House]) -> None:
    here = await three_files(plans_file, opened)
    propose(database(plans_file.parent), MOVED_BOTH, THREE)
    edited = changed(mot=ONE + "  # ghi chú của quản trị\n")
    put(plans_file.parent, edited)
    (refused,) = await here.round("22/4 09:00")
    assert says(plans_file.parent) == edited
    assert "tệp kế hoạch đã bị sửa trong lúc đó" in here.words(refused)
    assert here.states() == ["ran", "refused", "ran"], "and the note runs, as it concerns nobody"


KILLED = """
import asyncio, os, signal, sys
import bot.{module} as place
from bot.house import build
from bot.settings import Settings
from pathlib import Path
from tests.small_plans import at, database
before, calls = place.{name}, []
def killed(*given, **more):
    calls.append(1)
    if len(calls) == {call}:
        os.kill(os.getpid(), signal.SIGKILL)
    return before(*given, **more)
place.{name} = killed
file = Path(sys.argv[1])
settings = Settings(plans_file=file, database_url=database(file.parent), plans_settle=0)
asyncio.run(build(settings, {{}}, start=at("22/4 09:00")).rounds.run())
"""


def kill(script: str, file: Path) -> None:
    """Run a bot of its own that kills itself."""
    ended = subprocess.run([sys.executable, "-c", script, str(file)], check=False, capture_output=True)
    assert ended.returncode == -signal.SIGKILL, ended.stderr.decode()


@pytest.mark.parametrize(
    ("module", "name", "call"),
    [
        pytest.param("writing", "_same_rights", 1, id="before the first file is in its place"),
        pytest.param("writing", "_keep_name", 1, id="between two files"),
        pytest.param("writing", "_keep_name", 2, id="after the last file"),
        pytest.param("letting_in", "apply", 1, id="before anything is told"),
        pytest.param("rounds", "remind", 1, id="before the reminders"),
        pytest.param("rounds", "moments_after", 1, id="before the commit"),
    ],
)
async def test_killed_while_a_change_is_made(
    plans_file: Path, opened: list[House], module: str, name: str, call: int
) -> None:
    here = await three_files(plans_file, opened)
    stop(here)
    propose(database(plans_file.parent), MOVED_BOTH, THREE)
    kill(KILLED.format(module=module, name=name, call=call), plans_file)
    again = restart(plans_file, opened, "22/4 09:00")
    (bundle,) = [row for row in await again.round("22/4 09:05") if row.chat_id == again.chat_of(TWO)]
    assert [(item["changed"], item["ends_at"][5:10]) for item in bundle.about["items"]] == [
        (True, "05-15"),
        (True, "05-20"),
    ]
    assert says(plans_file.parent) == MOVED_BOTH
    assert again.states() == ["ran", "ran"]
    assert await again.round("22/4 09:06") == []


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    real = tmp_path / "elsewhere"
    real.mkdir()
    (real / "plans.yaml").write_text(SMALL, "utf-8")
    (tmp_path / "plans.yaml").symlink_to(real / "plans.yaml")
    assert write_texts(tmp_path, {"plans.yaml": MOVED}, {"plans.yaml": SMALL}) == ["plans.yaml"]
    assert (tmp_path / "plans.yaml").is_symlink()
    assert (real / "plans.yaml").read_text("utf-8") == MOVED


def test_nothing_is_written_where_one_file_is_not_as_known(tmp_path: Path) -> None:
    put(tmp_path, THREE)
    (tmp_path / "hai.yaml").write_text("# khác\n", "utf-8")
    with pytest.raises(FileChanged, match=r"hai\.yaml"):
        write_texts(tmp_path, MOVED_BOTH, THREE)
    assert (tmp_path / "mot.yaml").read_text("utf-8") == ONE


def test_a_folder_in_the_way_is_told(tmp_path: Path) -> None:
    (tmp_path / "plans.yaml").mkdir()
    with pytest.raises(CannotWrite, match=r"plans\.yaml"):
        write_texts(tmp_path, {"plans.yaml": SMALL}, {})
    assert list(tmp_path.iterdir()) == [tmp_path / "plans.yaml"]


def aged(file: Path, seconds: float = 60) -> None:
    """Let a file's own time lie back; the time at which it was put in its place does not."""
    past = time.time() - seconds
    os.utime(file, (past, past))


def settled(file: Path, still: float) -> PlansFile:
    watched = PlansFile(file, still)
    while watched._settled is None or watched.restless or watched._read is None:
        assert watched.changed()
        watched.settle()
        time.sleep(0.05)
        if watched._read is not None:
            break
        watched._settled = None
    return watched


def test_a_file_is_read_when_it_lies_still(plans_file: Path) -> None:
    watched = settled(plans_file, 0.4)
    plans_file.write_text("version: 1\n", "utf-8")  # half of it
    assert (watched.changed(), watched.restless) == (None, True)
    plans_file.write_text(MOVED, "utf-8")
    assert watched.changed() is None
    time.sleep(0.45)
    loaded = watched.changed()
    assert loaded
    assert loaded.texts == {"plans.yaml": MOVED}


def test_an_old_file_put_in_the_place_is_seen(plans_file: Path) -> None:
    watched = settled(plans_file, 0.3)
    other = plans_file.with_name("other.yaml")
    other.write_text(MOVED, "utf-8")
    aged(other)
    other.replace(plans_file)
    assert watched.changed() is None, "however old its own time is"
    time.sleep(0.35)
    assert watched.changed()


def test_a_file_gone_for_a_moment_is_no_news(plans_file: Path) -> None:
    watched = settled(plans_file, 0.3)
    kept = plans_file.with_name("kept")
    plans_file.rename(kept)
    assert watched.changed() is None
    kept.rename(plans_file)
    time.sleep(0.35)
    loaded = watched.changed()
    assert loaded is None or loaded.plans, "it came back"


def test_a_file_that_stays_away_is_told(plans_file: Path) -> None:
    watched = settled(plans_file, 0.2)
    plans_file.unlink()
    assert watched.changed() is None
    time.sleep(0.25)
    loaded = watched.changed()
    assert loaded
    assert loaded.plans is None


def test_what_is_kept_is_what_was_loaded(tmp_path: Path) -> None:
    text = "\ufeff" + SMALL.replace("\n", "\r\n")
    (tmp_path / "plans.yaml").write_bytes(text.encode())
    loaded = load(tmp_path / "plans.yaml")
    assert loaded.texts == {"plans.yaml": text}
    again = load_kept("plans.yaml", loaded.texts)
    assert again.plans == loaded.plans
    assert digest_of(again.texts) == digest_of(loaded.texts)


@pytest.mark.parametrize("path", ["../../elsewhere.yaml", "/tmp/nhac-viec-elsewhere.yaml"])
def test_kept_texts_never_leave_their_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, path: str) -> None:
    folder = tmp_path / "of" / "plans"
    folder.mkdir(parents=True)
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    texts = {"plans.yaml": SMALL, path: "x"}
    assert load_kept("plans.yaml", texts).plans
    with pytest.raises(CannotWrite, match="outside"):
        write_texts(folder, texts, {})
    assert [one.name for one in tmp_path.rglob("*.yaml")] == []
    assert not Path("/tmp/nhac-viec-elsewhere.yaml").exists()


async def test_an_include_that_is_gone_leaves_the_running_plan(plans_file: Path, opened: list[House]) -> None:
    here = await three_files(plans_file, opened, yes=True)
    (plans_file.parent / "hai.yaml").unlink()
    (alarm,) = here.alarms(await here.round("22/4 09:00"))
    assert "plans.yaml" in here.words(alarm)
    assert "Sơ kết thử" in here.send("officer-two", "/viec")
    put(plans_file.parent, THREE)
    assert await here.round("22/4 09:01") == []
    assert here.states() == ["ran", "refused"]
    (plans_file.parent / "hai.yaml").unlink()
    assert len(here.alarms(await here.round("22/4 09:02"))) == 1, "gone again is told again"


async def test_saves_of_two_files_are_one_change(plans_file: Path, opened: list[House]) -> None:
    here = await three_files(plans_file, opened)
    put(plans_file.parent, {"mot.yaml": MOVED_BOTH["mot.yaml"]})
    put(plans_file.parent, {"hai.yaml": MOVED_BOTH["hai.yaml"]})
    (asked,) = await here.round("22/4 09:00")
    assert here.words(asked).count("hạn “trước ngày") == 2
