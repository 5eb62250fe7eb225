"""A live plan changes: what waits for a yes, what runs at once, who is told what, and what is never lost."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from sqlmodel import select

from bot.clock import real_now
from bot.house import House
from schedules.plan import AssignmentId
from storage import assignments, plan_versions, submissions
from storage.backups import take
from storage.database import reading, unit_of_work
from storage.plan_versions import FILE_SAYS
from storage.restoring import restore
from storage.tables import JournalEntry, Mark, OutboxState, RoleKind, VersionState
from tests.live import ADMIN, MOVED, ONE, RENAMED, TWO, Live, live, restart, stop
from tests.small_plans import HEAD, ORGANISATION, REPORT, SMALL, at, database, join
from tests.test_rounds import opened, plans_file

__all__ = ["opened", "plans_file"]  # fixtures
MEETING = SMALL[: SMALL.index("          - id: so-ket")].replace("bao-cao", "hop").replace("Báo cáo thử", "Họp thử")
MEETING = MEETING.replace("kind: report", "kind: other").replace("07/5", "12/5")
CARRIED = RENAMED.replace("id: bao-cao-moi", "id: bao-cao-moi\n            was: bao-cao")
WITHOUT_REPORT = HEAD + SMALL[SMALL.index("          - id: so-ket") :]


async def begun(plans_file: Path, opened: list[House], *, yes: bool = False) -> Live:
    """Open an office on the plan's first morning, all told and sent."""
    here = live(plans_file, opened, yes=yes)
    await here.round("22/4 07:30")
    here.deliver()
    return here


def handed_in(here: Live, id: AssignmentId = REPORT, moment: str = "22/4 08:00") -> None:
    with unit_of_work(here.house.engine) as session:
        submissions.record(session, id, 1, at(moment))


async def test_a_moved_deadline_waits_for_the_admin(plans_file: Path, opened: list[House]) -> None:
    here = await begun(plans_file, opened)
    plans_file.write_text(MOVED, "utf-8")
    (asked,) = await here.round("22/4 09:00")
    shown = here.words(asked)
    assert "Sở Hai: hạn “trước ngày 07/5/2026” (hết thứ Tư 06/5/2026) → “trước ngày 15/5/2026”" in shown
    assert "Gửi ngay (trong giờ gửi): 1 tin" in shown
    assert "Bỏ 14 lời nhắc sắp tới, đặt 14 lời nhắc mới" in shown
    assert await here.round("22/4 09:01") == [], "asked once"
    assert "hết thứ Tư 06/5/2026" in here.send(TWO, "/han"), "the running plan stays"
    assert "Đã ghi nhận" in here.press(asked, "Áp dụng")
    told = await here.round("22/4 09:02")
    (bundle,) = [row for row in told if row.kind == "bundle"]
    assert "Hạn của việc sau đây đã thay đổi; hạn cũ: hết thứ Tư 06/5/2026." in here.words(bundle)
    (applied,) = [row for row in told if row.kind == "notice"]
    assert applied.chat_id == here.chat_of(ADMIN)
    assert "Đã áp dụng thay đổi kế hoạch (bản số 2), theo ý kiến của Cán bộ Thử admin." in here.words(applied)
    assert here.states() == ["ran", "ran"]
    assert await here.round("22/4 09:03") == []
    assert "hết thứ Năm 14/5/2026" in here.send(TWO, "/han")


async def test_the_units_hear_the_admins_reason_and_only_those_who_push_is_for(
    plans_file: Path, opened: list[House]
) -> None:
    plans_file.write_text(SMALL, "utf-8")
    others = {"leader": ("so-hai", RoleKind.LEADER), "deputy": ("so-hai", RoleKind.DEPUTY)}
    join(database(plans_file.parent), ORGANISATION, others)
    here = await begun(plans_file, opened)
    plans_file.write_text(MOVED, "utf-8")
    (asked,) = here.alarms(await here.round("22/4 09:00"))
    assert "Gửi ngay (trong giờ gửi): 1 tin" in here.words(asked)
    here.press(asked, "ghi lý do")
    here.send(ADMIN, "Theo Công văn số 320/SNV")
    told = await here.round("22/4 09:05")
    (bundle,) = [row for row in told if row.chat_id != here.chat_of(ADMIN)]
    assert bundle.chat_id == here.chat_of(TWO), "neither the leader nor the deputy of an officer who is there"
    assert "hạn cũ: hết thứ Tư 06/5/2026.\nLý do: Theo Công văn số 320/SNV" in here.words(bundle)
    here.deliver()
    plans_file.write_text(WITHOUT_REPORT, "utf-8")
    (asked,) = here.alarms(await here.round("22/4 10:00"))
    here.press(asked, "ghi lý do")
    here.send(ADMIN, "Theo Công văn số 321/SNV")
    (removed,) = [row for row in await here.round("22/4 10:05") if row.chat_id != here.chat_of(ADMIN)]
    assert removed.chat_id == here.chat_of(TWO)
    assert "Lý do: Theo Công văn số 321/SNV\nHệ thống không nhắc các việc này nữa." in here.words(removed)


async def test_a_change_without_a_reason_gives_none(plans_file: Path, opened: list[House]) -> None:
    here = await begun(plans_file, opened, yes=True)
    plans_file.write_text(MOVED, "utf-8")
    (bundle,) = [row for row in await here.round("22/4 09:00") if row.kind == "bundle"]
    assert "hạn cũ" in here.words(bundle)
    assert "Lý do" not in here.words(bundle)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("comment", SMALL + "# một ghi chú\n"),
        ("white space", SMALL.replace("[so-hai]", "[ so-hai ]") + "\n\n"),
        ("title", SMALL.replace("Báo cáo thử", "Báo cáo thử nghiệm")),
    ],
)
async def test_what_concerns_nobody_runs_at_once(plans_file: Path, opened: list[House], name: str, text: str) -> None:
    here = await begun(plans_file, opened)
    plans_file.write_text(text, "utf-8")
    assert await here.round("22/4 09:00") == [], name
    assert here.states() == ["ran", "ran"]


async def test_other_steps_of_the_ladder_are_asked_about(plans_file: Path, opened: list[House]) -> None:
    here = await begun(plans_file, opened)
    text = SMALL.replace("ngày 07/5/2026", "ngày 07/5/2026\n            ladder: {before: [3], overdue_days: 1}")
    plans_file.write_text(text, "utf-8")
    (asked,) = await here.round("22/4 09:00")
    shown = here.words(asked)
    assert "– Việc “Báo cáo thử”: các lần nhắc thay đổi" in shown
    assert "Gửi ngay (trong giờ gửi): 0 tin" in shown
    assert "Bỏ 6 lời nhắc sắp tới, đặt 1 lời nhắc mới" in shown
    here.press(asked, "Áp dụng")
    assert [row.kind for row in await here.round("22/4 09:01")] == ["notice"], "only the admin hears of it"


async def test_with_nobody_linked_nothing_is_asked(plans_file: Path, opened: list[House]) -> None:
    from tests.test_rounds import office

    here = Live(office(opened, plans_file, "22/4 07:30", yes=False).house)
    await here.round("22/4 07:30")
    plans_file.write_text(MOVED, "utf-8")
    assert await here.round("22/4 09:00") == []
    assert here.states() == ["ran", "ran"]


async def test_a_submission_that_would_drop_out_is_asked_about(plans_file: Path, opened: list[House]) -> None:
    here = await begun(plans_file, opened)
    handed_in(here)
    plans_file.write_text(WITHOUT_REPORT, "utf-8")
    (asked,) = await here.round("22/4 09:00")
    shown = here.words(asked)
    assert "– Bỏ việc “Báo cáo thử”: Sở Hai" in shown
    assert "Không còn tính 1 xác nhận đã nộp (vẫn lưu trong hồ sơ)" in shown
    assert "Gửi ngay (trong giờ gửi): 0 tin" in shown
    here.press(asked, "Áp dụng")
    await here.round("22/4 09:01")
    with reading(here.house.engine) as session:
        assert submissions.standing_of(session, REPORT), "the record stays"
    assert "bao-cao" in here.send(ADMIN, "/nhatky")
    assert "kế hoạch thay đổi (bản số 2)" in here.send(ADMIN, "/nhatky")


async def test_a_no_leaves_the_running_plan(plans_file: Path, opened: list[House]) -> None:
    here = await begun(plans_file, opened)
    plans_file.write_text(MOVED, "utf-8")
    (asked,) = await here.round("22/4 09:00")
    said = here.press(asked, "Không áp dụng")
    assert "Không áp dụng bản số 2; kế hoạch đang chạy giữ nguyên." in said
    assert "plan roll-back 1" in said
    assert await here.round("22/4 09:01") == []
    assert here.states() == ["ran", "declined"]
    stop(here)
    again = restart(plans_file, opened, "22/4 09:05")
    assert await again.round("22/4 09:05") == [], "nobody is asked twice about what was declined"
    assert "hết thứ Tư 06/5/2026" in again.send(TWO, "/han")
    plans_file.write_text(MOVED.replace("15/5", "16/5"), "utf-8")
    assert len(again.alarms(await again.round("22/4 09:06"))) == 1, "another change is another question"


async def test_a_file_saved_back_takes_the_question_back(plans_file: Path, opened: list[House]) -> None:
    here = await begun(plans_file, opened)
    plans_file.write_text(MOVED, "utf-8")
    (asked,) = await here.round("22/4 09:00")
    pressed = f"apdung:{here.named()}"
    plans_file.write_text(SMALL, "utf-8")
    assert await here.round("22/4 09:01") == []
    assert here.states() == ["ran", "superseded"]
    assert here.words(asked) == "", "what has not gone out is not asked any more"
    assert "không còn hiệu lực" in here.send(ADMIN, pressed=pressed)
    plans_file.write_text(MOVED, "utf-8")
    assert len(here.alarms(await here.round("22/4 09:02"))) == 1, "the same change, made anew, is asked anew"


async def test_a_reason_is_kept(plans_file: Path, opened: list[House]) -> None:
    here = await begun(plans_file, opened)
    plans_file.write_text(MOVED, "utf-8")
    (asked,) = await here.round("22/4 09:00")
    assert "Đề nghị gửi lý do" in here.press(asked, "ghi lý do")
    assert "Đề nghị gửi lý do" in here.send(ADMIN, "3"), "a number is no reason"
    assert "được áp dụng ngay" in here.send(ADMIN, "Theo Công văn số 15/SNV ngày 22/4/2026")
    (applied,) = [row for row in await here.round("22/4 09:02") if row.kind == "notice"]
    assert "Lý do: Theo Công văn số 15/SNV ngày 22/4/2026" in here.words(applied)
    assert here.versions()[-1].why == "Theo Công văn số 15/SNV ngày 22/4/2026"


@pytest.mark.parametrize("pressed", ["apdung:{}", "apdungly:{}", "khongap:{}", "apdung:2", "apdung:x", "doima:{}:0:1"])
async def test_nobody_else_decides(plans_file: Path, opened: list[House], pressed: str) -> None:
    here = await begun(plans_file, opened)
    plans_file.write_text(MOVED, "utf-8")
    await here.round("22/4 09:00")
    here.send(ONE, pressed=pressed.format(here.named()))
    assert here.states() == ["ran", "waiting"]


async def test_a_second_press_finds_it_done(plans_file: Path, opened: list[House]) -> None:
    here = await begun(plans_file, opened)
    plans_file.write_text(MOVED, "utf-8")
    (asked,) = await here.round("22/4 09:00")
    here.press(asked, "Áp dụng")
    assert "đang được áp dụng" in here.send(ADMIN, pressed=f"apdung:{here.named()}")
    await here.round("22/4 09:01")
    assert "đã được áp dụng" in here.send(ADMIN, pressed=f"khongap:{here.named()}")
    assert here.states() == ["ran", "ran"]


async def test_a_removed_task_is_told_once_to_who_knew_of_it(plans_file: Path, opened: list[House]) -> None:
    here = await begun(plans_file, opened)
    plans_file.write_text(WITHOUT_REPORT, "utf-8")
    (asked,) = await here.round("22/4 09:00")
    here.press(asked, "Áp dụng")
    (notice,) = [row for row in await here.round("22/4 21:00") if row.chat_id == here.chat_of(TWO)]
    assert notice.not_before == at("23/4 07:30"), "the office pushes in its hours"
    shown = here.words(notice)
    assert "Kính gửi: Sở Hai" in shown
    assert "– “Báo cáo thử” (1/KH-UBND)" in shown
    assert "Hệ thống không nhắc các việc này nữa." in shown
    assert await here.round("23/4 07:31") == []


async def test_what_comes_back_before_it_was_told_gone_is_not_told(plans_file: Path, opened: list[House]) -> None:
    here = await begun(plans_file, opened, yes=True)
    plans_file.write_text(WITHOUT_REPORT, "utf-8")
    (notice,) = await here.round("22/4 21:00")
    plans_file.write_text(SMALL, "utf-8")
    assert await here.round("22/4 21:30") == []
    assert here.words(notice) == ""
    assert await here.round("23/4 07:31") == []


async def test_what_comes_back_after_it_was_told_gone_is_told_anew(plans_file: Path, opened: list[House]) -> None:
    here = await begun(plans_file, opened, yes=True)
    plans_file.write_text(WITHOUT_REPORT, "utf-8")
    await here.round("22/4 09:00")
    here.deliver()
    plans_file.write_text(SMALL, "utf-8")
    (bundle,) = await here.round("22/4 10:00")
    assert [item["step"] for item in bundle.about["items"]] == ["assigned"]


async def test_an_id_that_may_have_changed_is_a_question(plans_file: Path, opened: list[House]) -> None:
    here = await begun(plans_file, opened)
    handed_in(here)
    plans_file.write_text(RENAMED, "utf-8")
    (asked,) = await here.round("22/4 09:00")
    assert "Việc có mã “bao-cao” bị bỏ và việc tương tự có mã “bao-cao-moi” được thêm." in here.words(asked)
    assert "giữ lịch sử" in here.press(asked, "Đúng, chỉ đổi mã")
    (applied,) = await here.round("22/4 09:01")
    assert "theo ý kiến của Cán bộ Thử admin" in here.words(applied), "and no reminder"
    assert here.states() == ["ran", "ran"], "nobody is concerned by an id"
    with reading(here.house.engine) as session:
        assert submissions.standing_of(session, REPORT._replace(task="bao-cao-moi"))


async def test_another_task_is_asked_about_as_removed_and_added(plans_file: Path, opened: list[House]) -> None:
    here = await begun(plans_file, opened)
    handed_in(here)
    plans_file.write_text(RENAMED, "utf-8")
    (first,) = await here.round("22/4 09:00")
    here.press(first, "Không phải, tính là mới")
    (second,) = await here.round("22/4 09:01")
    assert "Không còn tính 1 xác nhận đã nộp" in here.words(second)
    here.press(second, "Áp dụng")
    told = [row for row in await here.round("22/4 09:02") if row.kind == "bundle"]
    assert [item["step"] for row in told for item in row.about["items"]] == ["assigned"]
    with reading(here.house.engine) as session:
        assert submissions.standing_of(session, REPORT)
        assert not submissions.standing_of(session, REPORT._replace(task="bao-cao-moi"))


async def test_a_yes_beforehand_leaves_the_question_of_an_id(plans_file: Path, opened: list[House]) -> None:
    here = await begun(plans_file, opened, yes=True)
    handed_in(here)
    plans_file.write_text(RENAMED, "utf-8")
    (asked,) = here.alarms(await here.round("22/4 09:00"))
    here.press(asked, "Đúng")
    await here.round("22/4 09:01")
    assert here.states() == ["ran", "ran"]


async def test_a_unit_under_another_id_keeps_its_people_and_its_word(plans_file: Path, opened: list[House]) -> None:
    here = await begun(plans_file, opened)
    handed_in(here)
    plans_file.write_text(SMALL.replace("so-hai", "so-hai-moi"), "utf-8")
    (asked,) = await here.round("22/4 09:00")
    assert "Đơn vị có mã “so-hai” bị bỏ và đơn vị cùng tên" in here.words(asked)
    here.press(asked, "Đúng")
    assert [row for row in await here.round("22/4 09:01") if row.kind == "bundle"] == []
    assert here.states() == ["ran", "ran"]
    with reading(here.house.engine) as session:
        assert submissions.standing_of(session, REPORT._replace(unit="so-hai-moi"))
    assert "Sở Hai" in here.send(TWO, "/viec")


async def test_a_unit_that_leaves_a_task_is_told(plans_file: Path, opened: list[House]) -> None:
    both = SMALL.replace("units: [so-hai]", "units: [so-mot, so-hai]", 1)
    here = live(plans_file, opened, yes=True, text=both)
    await here.round("22/4 07:30")
    here.deliver()
    plans_file.write_text(SMALL, "utf-8")
    (notice,) = await here.round("22/4 09:00")
    assert (notice.chat_id, notice.kind) == (here.chat_of(ONE), "notice")
    assert "Kính gửi: Sở Một" in here.words(notice)


async def test_waiting_messages_of_what_is_gone_are_withdrawn(plans_file: Path, opened: list[House]) -> None:
    here = live(plans_file, opened, yes=True)
    await here.round("22/4 07:30")
    (first,) = here.rows()
    plans_file.write_text(MEETING, "utf-8")
    assert len(await here.round("22/4 07:31")) == 1
    assert here.words(first) == ""
    here.deliver()
    assert [row.state for row in here.rows()] == [OutboxState.WITHDRAWN, OutboxState.SENT]
    assert "Họp thử" in here.rows()[1].text, "and nobody is told that something is gone of which nobody had heard"


async def test_a_restart_runs_what_ran_and_asks_about_the_file(plans_file: Path, opened: list[House]) -> None:
    here = await begun(plans_file, opened)
    stop(here)
    plans_file.write_text(MOVED, "utf-8")
    again = restart(plans_file, opened, "22/4 09:00")
    assert "hết thứ Tư 06/5/2026" in again.send(TWO, "/han")
    (asked,) = await again.round("22/4 09:01")
    assert "hết thứ Năm 14/5/2026" in again.words(asked)


async def test_a_broken_file_takes_a_question_back(plans_file: Path, opened: list[House]) -> None:
    here = await begun(plans_file, opened)
    plans_file.write_text(MOVED, "utf-8")
    await here.round("22/4 09:00")
    plans_file.write_text(MOVED.replace("15/5", "31/4"), "utf-8")
    (alarm,) = await here.round("22/4 09:01")
    assert alarm.about["what"] == "refused"
    assert here.states() == ["ran", "superseded", "refused"]
    plans_file.write_text(SMALL, "utf-8")
    assert await here.round("22/4 09:02") == []


async def test_who_and_when_and_why_are_journalled(plans_file: Path, opened: list[House]) -> None:
    here = await begun(plans_file, opened)
    plans_file.write_text(MOVED, "utf-8")
    (asked,) = await here.round("22/4 09:00")
    here.press(asked, "Áp dụng")
    await here.round("22/4 09:01")
    with reading(here.house.engine) as session:
        acts = session.exec(select(JournalEntry)).all()
    assert [one.act for one in acts if one.act.startswith("plan-")] == ["plan-approved", "plan-changed"]
    assert here.versions()[-1].state is VersionState.RAN


async def test_a_number_of_an_assignment_outlives_its_task(plans_file: Path, opened: list[House]) -> None:
    here = await begun(plans_file, opened, yes=True)
    with unit_of_work(here.house.engine) as session:
        number = assignments.number(session, REPORT)
    plans_file.write_text(WITHOUT_REPORT, "utf-8")
    await here.round("22/4 09:00")
    assert "không còn" in here.send(TWO, pressed=f"nop:{number}")


async def test_after_a_restore_another_change_is_another_question(plans_file: Path, opened: list[House]) -> None:
    here = await begun(plans_file, opened)
    file, copy = plans_file.parent / "bot.db", plans_file.parent / "copy.db"
    take(file, copy, real_now())
    plans_file.write_text(MOVED, "utf-8")
    assert len(await here.round("22/4 09:00")) == 1
    here.deliver()
    old = here.named()
    stop(here)
    assert restore(copy, file, real_now()).taken_over == 1
    plans_file.write_text(MOVED.replace("15/5", "20/5"), "utf-8")
    again = restart(plans_file, opened, "22/4 09:05")
    (asked,) = again.alarms(await again.round("22/4 09:05"))
    assert "20/5/2026" in again.words(asked)
    assert again.states() == ["ran", "waiting"], "its number is that of the version that was asked about before"
    again.send(ADMIN, pressed=f"apdung:{old}")
    assert again.states() == ["ran", "waiting"]
    assert "được áp dụng ngay" in again.press(asked, "Áp dụng")


async def test_whoever_writes_next_writes_of_the_new_plans(plans_file: Path, opened: list[House]) -> None:
    here = await begun(plans_file, opened, yes=True)
    plans_file.write_text(CARRIED, "utf-8")
    rounds, seen = here.house.rounds, []

    class Place:
        """The writers' place, which looks at the plans when it is given up."""

        def acquire(self, timeout: float) -> bool:
            return True

        def release(self) -> None:
            seen.append("bao-cao-moi" in rounds.plans.organisations[ORGANISATION].plans["ke-hoach"].tasks)

    before = here.house.engine.get_execution_options()["writers"]
    here.house.engine.update_execution_options(writers=Place())
    await rounds.run()
    here.house.engine.update_execution_options(writers=before)
    assert seen == [True]


async def test_a_round_that_fails_keeps_the_plans(
    plans_file: Path, opened: list[House], monkeypatch: pytest.MonkeyPatch
) -> None:
    here = await begun(plans_file, opened, yes=True)
    plans_file.write_text(CARRIED, "utf-8")
    with monkeypatch.context() as broken:
        broken.setattr("bot.rounds.report", _fails)
        with pytest.raises(OSError, match="disk"):
            await here.round("22/4 09:00")
    assert not here.task("bao-cao-moi")
    await here.round("22/4 09:01")
    assert here.task("bao-cao-moi")
    assert here.states() == ["ran", "ran"]


async def test_a_disk_in_trouble_does_not_end_the_bot(
    plans_file: Path, opened: list[House], monkeypatch: pytest.MonkeyPatch
) -> None:
    here = await begun(plans_file, opened)
    monkeypatch.setattr(here.house.rounds.changing, "is_called_for", _fails)
    watching = asyncio.create_task(here.house._watch_answers())
    here.house.heard.set()
    done, _ = await asyncio.wait({watching}, timeout=0.1)
    watching.cancel()
    assert not done


async def test_what_never_ran_loses_its_texts_after_a_while(plans_file: Path, opened: list[House]) -> None:
    here = await begun(plans_file, opened)
    plans_file.write_text("version: 1\n", "utf-8")
    await here.round("22/4 09:00")
    assert await _kept(here, "22/4 09:01") == [True, True]
    assert await _kept(here, "31/8 09:01") == [True, False]
    assert here.states() == ["ran", "refused"]


async def _kept(here: Live, moment: str) -> list[bool]:
    """Say of each version whether its texts are there after a round."""
    await here.round(moment)
    with reading(here.house.engine) as session:
        return [bool(one.texts) for one in reversed(plan_versions.history(session))]


def _fails(*_: object) -> None:
    raise OSError("disk")


OTHER = SMALL[SMALL.index("  - id: tinh-thu") :].replace("tinh-thu", "tinh-khac").replace("tỉnh Thử", "tỉnh Khác")
TWO_PROVINCES = SMALL + OTHER


async def two_provinces(plans_file: Path, opened: list[House]) -> Live:
    here = live(plans_file, opened, text=TWO_PROVINCES)
    stop(here)
    others = {"admin-khac": ("", RoleKind.ADMIN), "officer-khac": ("so-hai", RoleKind.OFFICER)}
    join(database(plans_file.parent), "tinh-khac", others)
    again = restart(plans_file, opened, "22/4 07:30")
    await again.round("22/4 07:30")
    again.deliver()
    return again


async def test_each_organisation_answers_for_its_own_part(plans_file: Path, opened: list[House]) -> None:
    here = await two_provinces(plans_file, opened)
    plans_file.write_text(SMALL.replace("07/5", "15/5") + OTHER.replace("10/5", "20/5"), "utf-8")
    asked = await here.round("22/4 09:00")
    (mine,), (theirs,) = here.alarms(asked), here.alarms(asked, "admin-khac")
    assert "“Báo cáo thử”" in here.words(mine)
    assert "“Sơ kết thử”" not in here.words(mine)
    assert "của 1 cơ quan khác" in here.words(mine)
    assert "“Sơ kết thử”" in here.words(theirs)
    assert "Còn chờ ý kiến của: Ủy ban nhân dân tỉnh Khác" in here.press(mine, "Áp dụng")
    assert await here.round("22/4 09:01") == []
    assert "đang chờ cơ quan khác" in here.send(ADMIN, pressed=f"apdung:{here.named()}")
    assert "được áp dụng ngay" in here.press(theirs, "Áp dụng", "admin-khac")
    await here.round("22/4 09:02")
    assert here.states() == ["ran", "ran"]


async def test_an_organisation_that_is_not_concerned_is_not_asked(plans_file: Path, opened: list[House]) -> None:
    here = await two_provinces(plans_file, opened)
    plans_file.write_text(SMALL.replace("07/5", "15/5") + OTHER.replace("Sơ kết thử", "Sơ kết"), "utf-8")
    asked = await here.round("22/4 09:00")
    assert [row.chat_id for row in asked] == [here.chat_of(ADMIN)]
    assert "được áp dụng ngay" in here.press(asked[0], "Áp dụng")


async def test_one_no_is_enough(plans_file: Path, opened: list[House]) -> None:
    here = await two_provinces(plans_file, opened)
    plans_file.write_text(SMALL.replace("07/5", "15/5") + OTHER.replace("10/5", "20/5"), "utf-8")
    asked = await here.round("22/4 09:00")
    here.press(here.alarms(asked)[0], "Áp dụng")
    here.press(here.alarms(asked, "admin-khac")[0], "Không áp dụng", "admin-khac")
    told = [row for row in await here.round("22/4 09:01") if row.kind == "notice"]
    assert here.states() == ["ran", "declined"]
    assert told == [], "put when it was said"
    (notice,) = [row for row in here.rows() if row.about.get("what") == "change-declined"]
    assert notice.chat_id == here.chat_of(ADMIN)


async def test_a_start_with_a_yes_takes_what_waits(plans_file: Path, opened: list[House]) -> None:
    here = await begun(plans_file, opened)
    plans_file.write_text(MOVED, "utf-8")
    await here.round("22/4 09:00")
    stop(here)
    again = restart(plans_file, opened, "22/4 09:05", yes=True)
    assert "bundle" in {row.kind for row in await again.round("22/4 09:05")}
    assert again.states() == ["ran", "ran"]


async def test_tables_and_lists_go_on_without_a_task_that_is_gone(plans_file: Path, opened: list[House]) -> None:
    here = await begun(plans_file, opened, yes=True)
    handed_in(here)
    plans_file.write_text(WITHOUT_REPORT, "utf-8")
    await here.round("22/4 09:00")
    for said in ("/tiendo", "/nhatky", "/baocao", "/donvi", "/han", "/bang"):
        assert "gặp lỗi" not in here.send(ADMIN, said), said
    for said in ("/viec", "/nhatky", "/rutlai", "/minhchung", "/nop"):
        assert "gặp lỗi" not in here.send(TWO, said), said


@pytest.mark.parametrize("texts", [{"plans.yaml": SMALL}, {}], ids=["with its texts", "without"])
async def test_a_database_of_an_earlier_release_asks_nothing(
    plans_file: Path, opened: list[House], texts: dict[str, str]
) -> None:
    here = await begun(plans_file, opened)
    with unit_of_work(here.house.engine) as session:
        version = plan_versions.running(session)
        assert version
        version.digest, version.texts = "aa", texts
        session.delete(session.get_one(Mark, FILE_SAYS))
    stop(here)
    again = restart(plans_file, opened, "22/4 09:00")
    assert await again.round("22/4 09:00") == []
    assert again.states() == ["ran", "ran"]
    assert await again.round("22/4 09:01") == []
    assert again.states() == ["ran", "ran"]
