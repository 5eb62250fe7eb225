"""Answers about a live plan that cross: one that others owe, a yes taken back, a change that another overtakes."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlmodel import select

from bot.house import House
from storage.database import reading
from storage.tables import JournalEntry, RoleKind
from tests.commanding import Shell
from tests.live import ADMIN, MOVED, Live, live, restart, stop
from tests.small_plans import ORGANISATION, SMALL, database, join
from tests.test_rounds import opened, plans_file

__all__ = ["opened", "plans_file"]  # fixtures
OTHER_ADMIN = "admin-khac"
OTHER = SMALL[SMALL.index("  - id: tinh-thu") :].replace("tinh-thu", "tinh-khac").replace("tỉnh Thử", "tỉnh Khác")
EDIT = "/sua hạn báo cáo thử 20/5"  # said by an admin whose own plan has that report


async def two_provinces(plans_file: Path, opened: list[House], *, with_admin: bool = True) -> Live:
    """Open an office of two organisations, the other one with an officer and perhaps an admin."""
    here = live(plans_file, opened, text=SMALL + OTHER)
    stop(here)
    others = {"officer-khac": ("so-hai", RoleKind.OFFICER)}
    if with_admin:
        others[OTHER_ADMIN] = ("", RoleKind.ADMIN)
    join(database(plans_file.parent), "tinh-khac", others)
    again = restart(plans_file, opened, "22/4 07:30")
    await again.round("22/4 07:30")
    again.deliver()
    return again


async def edited(here: Live, address: str = ADMIN) -> str:
    """Change a deadline by chat, up to the yes; the next round would write it."""
    here.send(address, EDIT)
    return here.send(address, "có")


def acts(here: Live, organisation: str = ORGANISATION) -> list[tuple[str, object]]:
    """List what the journal says about the plans, the oldest first, each with its reason."""
    with reading(here.house.engine) as session:
        found = session.exec(select(JournalEntry).where(JournalEntry.organisation == organisation)).all()
    return [(one.act, one.detail.get("refused")) for one in found if one.act.startswith("plan-")]


# What keeps a change by chat from being made


@pytest.mark.parametrize(
    ("with_admin", "nobody"),
    [pytest.param(True, False, id="somebody-can-answer"), pytest.param(False, True, id="nobody-is-linked")],
)
async def test_an_answer_that_others_owe_is_named(
    plans_file: Path, opened: list[House], *, with_admin: bool, nobody: bool
) -> None:
    here = await two_provinces(plans_file, opened, with_admin=with_admin)
    plans_file.write_text(SMALL + OTHER.replace("10/5", "20/5"), "utf-8")
    await here.round("22/4 09:00")
    told = here.send(ADMIN, EDIT)
    assert "bản số 2 của kế hoạch chờ ý kiến của Ủy ban nhân dân tỉnh Khác từ 09:00 thứ Tư 22/4/2026" in told
    assert "plan apply" in told
    assert ("Chưa có quản trị viên liên kết của Ủy ban nhân dân tỉnh Khác" in told) is nobody


async def test_whose_own_answer_is_missing_is_only_told_that_a_change_waits(
    plans_file: Path, opened: list[House]
) -> None:
    here = await two_provinces(plans_file, opened)
    plans_file.write_text(SMALL + OTHER.replace("10/5", "20/5"), "utf-8")
    (asked,) = await here.round("22/4 09:00")
    assert "Đang có một thay đổi khác" in here.send(OTHER_ADMIN, EDIT)
    here.press(asked, "Áp dụng", OTHER_ADMIN)
    assert "Đang có một thay đổi khác" in here.send(ADMIN, EDIT), "all have answered; the round comes"


# A yes that is taken back


async def test_a_yes_is_taken_back_while_others_have_yet_to_answer(plans_file: Path, opened: list[House]) -> None:
    here = await two_provinces(plans_file, opened)
    plans_file.write_text(SMALL.replace("07/5", "15/5") + OTHER.replace("10/5", "20/5"), "utf-8")
    asked = await here.round("22/4 09:00")
    (mine,), (theirs,) = here.alarms(asked), here.alarms(asked, OTHER_ADMIN)
    assert "Không áp dụng" in here.press(mine, "Áp dụng"), "the no stays within reach"
    assert here.states() == ["ran", "waiting"]
    assert "Không áp dụng bản số 2" in here.send(ADMIN, pressed=f"khongap:{here.named()}")
    assert here.states() == ["ran", "declined"]
    assert acts(here) == [("plan-approved", None), ("plan-declined", None)]
    assert here.words(theirs) == ""
    assert "đã bị từ chối" in here.send(OTHER_ADMIN, pressed=f"apdung:{here.named()}")


async def test_a_yes_is_not_taken_back_once_all_have_answered(plans_file: Path, opened: list[House]) -> None:
    here = await two_provinces(plans_file, opened)
    plans_file.write_text(SMALL.replace("07/5", "15/5") + OTHER, "utf-8")
    (mine,) = here.alarms(await here.round("22/4 09:00"))
    here.press(mine, "Áp dụng")
    assert "đã được đồng ý" in here.send(ADMIN, pressed=f"khongap:{here.named()}")
    assert here.states() == ["ran", "approved"]


async def test_nobody_says_no_for_others(plans_file: Path, opened: list[House]) -> None:
    here = await two_provinces(plans_file, opened)
    plans_file.write_text(SMALL.replace("07/5", "15/5") + OTHER, "utf-8")
    await here.round("22/4 09:00")
    here.send(OTHER_ADMIN, pressed=f"khongap:{here.named()}")
    assert here.states() == ["ran", "waiting"]


# A change by chat that is not made


async def test_the_journal_tells_that_a_change_was_not_made(plans_file: Path, opened: list[House]) -> None:
    here = live(plans_file, opened)
    await here.round("22/4 07:30")
    assert "Đã ghi nhận" in await edited(here)
    plans_file.write_text(SMALL.replace("10/5", "11/5"), "utf-8")
    await here.round("22/4 09:00")
    assert acts(here) == [("plan-edited", None), ("plan-edit-refused", "file-changed")]
    told = here.send(ADMIN, "/nhatky")
    assert "Hệ thống: không áp dụng được bản số 2 của kế hoạch" in told
    assert "Lý do: tệp kế hoạch đã bị sửa trong lúc đó" in told
    assert "sửa kế hoạch trong cuộc trò chuyện (bản số 2)" in told


async def test_a_change_that_is_made_is_journalled_as_before(plans_file: Path, opened: list[House]) -> None:
    here = live(plans_file, opened)
    await here.round("22/4 07:30")
    await edited(here)
    await here.round("22/4 09:00")
    assert acts(here) == [("plan-edited", None), ("plan-changed", None)]


@pytest.mark.parametrize(
    ("command", "state"),
    [
        pytest.param(("plan", "apply", "--yes"), "approved", id="apply"),
        pytest.param(("plan", "roll-back", "1", "--yes"), "approved", id="roll-back"),
    ],
)
async def test_the_author_hears_of_a_change_that_the_command_line_overtook(
    plans_file: Path, opened: list[House], command: tuple[str, ...], state: str
) -> None:
    shell = Shell(plans_file.parent, {"PLANS_FILE": str(plans_file), "COLUMNS": "200"})
    here = live(plans_file, opened)
    await here.round("22/4 07:30")
    here.deliver()
    await edited(here)
    plans_file.write_text(MOVED, "utf-8")
    assert shell.run(*command).exit_code == 0
    assert (here.states()[1], here.states()[-1]) == ("refused", state)
    assert acts(here) == [("plan-edited", None), ("plan-edit-refused", "overtaken")]
    (notice,) = [row for row in here.rows() if row.about.get("what") == "change-refused"]
    assert notice.chat_id == here.chat_of(ADMIN)
    assert "Bản số 2 không được áp dụng: một thay đổi khác đã thay thế" in here.words(notice)


async def test_an_apply_of_what_runs_no_more_is_refused(
    plans_file: Path, opened: list[House], monkeypatch: pytest.MonkeyPatch
) -> None:
    shell = Shell(plans_file.parent, {"PLANS_FILE": str(plans_file), "COLUMNS": "200"})
    here = live(plans_file, opened)
    await here.round("22/4 07:30")
    plans_file.write_text(MOVED, "utf-8")
    with monkeypatch.context() as slow:
        slow.setattr("bot.commands.plan_applying.confirm", lambda *_, **__: _runs_another(here))
        refused = shell.run("plan", "apply", "--yes")
    assert (refused.exit_code, "một bản khác đã được áp dụng" in refused.stderr) == (1, True)
    assert here.states() == ["ran", "ran"]


def _runs_another(here: Live) -> None:
    """Let another version run while somebody reads what would change."""
    from bot.clock import real_now
    from storage import plan_versions
    from storage.database import unit_of_work
    from storage.tables import VersionState

    with unit_of_work(here.house.engine) as session:
        running = plan_versions.running(session)
        assert running
        other = plan_versions.Version("other", real_now(), VersionState.RAN, texts=dict(running.texts))
        plan_versions.keep(session, other)
