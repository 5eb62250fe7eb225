"""Small changes by chat: the yes makes an approved version, once, of the very plans that were shown."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from sqlmodel import select

from handlers.plan_edits.typed_phrases import split, typed_phrase
from schedules.deadline import VIETNAM
from schedules.editing import changed_lines
from schedules.kept_texts import digest_of, load_kept
from storage import journal, marks, plan_versions
from storage.database import reading, unit_of_work
from storage.plan_versions import Version
from storage.tables import PlanVersion, Role, RoleKind, VersionState
from tests.handlers.conversation import Conversation
from tests.handlers.small_plans import KHAC, LOADED, TAI_CHINH, VI_DU

NOW = datetime(2026, 5, 4, 8, 0, tzinfo=VIETNAM)
ASKED = "/sua hạn báo cáo tham luận 15/5"


@pytest.fixture
def admin(conversation: Conversation) -> str:
    conversation.join("quan", "Cao Quản Trị", "admin", VI_DU)
    return "quan"


def coming(conversation: Conversation) -> PlanVersion | None:
    with reading(conversation.engine) as session:
        return plan_versions.coming(session)


def let_run(conversation: Conversation) -> None:
    """Let what was approved run, as a round does."""
    with unit_of_work(conversation.engine) as session:
        version = plan_versions.coming(session)
        assert version
        plan_versions.decide(session, version, VersionState.RAN, conversation.now)
        plans = load_kept(next(iter(version.texts)), version.texts).plans
        assert plans
        conversation.plans = plans


def test_the_yes_makes_an_approved_version(conversation: Conversation, admin: str) -> None:
    assert conversation.say(admin, ASKED).keys == ["edit-show-deadline", "edit-whom", "effect-sent", "edit-line-place"]
    assert coming(conversation) is None
    assert conversation.press(admin, "Áp dụng").keys == ["edit-whom", "edit-applied"]
    version = coming(conversation)
    assert version
    assert (version.state, version.origin, version.base) == (VersionState.APPROVED, "chat", digest_of(LOADED.texts))
    assert [(line.was, line.now) for line in changed_lines(LOADED.texts, version.texts)] == [
        ("            deadline: trước ngày 06/5/2026", "            deadline: chậm nhất ngày 15/5/2026")
    ]
    told = version.about["differences"]
    assert [(one["organisation"], one["task"], one["after"]) for one in told] == [
        (VI_DU, "tham-luan", "chậm nhất ngày 15/5/2026")
    ]


def test_it_is_written_into_the_journal(conversation: Conversation, admin: str) -> None:
    conversation.say(admin, ASKED)
    conversation.press(admin, "Áp dụng")
    with reading(conversation.engine) as session:
        entry = journal.entries(session, VI_DU)[0]
    assert (entry.act, entry.detail["was"], entry.detail["now"]) == (
        "plan-edited",
        "trước ngày 06/5/2026",
        "chậm nhất ngày 15/5/2026",
    )
    assert "“trước ngày 06/5/2026” → “chậm nhất ngày 15/5/2026”" in conversation.say(admin, "/nhatky").words


def test_a_typed_yes_counts(conversation: Conversation, admin: str) -> None:
    conversation.say(admin, ASKED)
    assert conversation.say(admin, "có").keys == ["edit-whom", "edit-applied"]
    assert coming(conversation) is not None


def test_pressed_twice_it_is_made_once(conversation: Conversation, admin: str) -> None:
    shown = conversation.say(admin, ASKED)
    press = next(press for label, press in shown.buttons if label == "Áp dụng")
    conversation.press_raw(admin, press)
    assert conversation.press_raw(admin, press).keys == ["refused-button"]
    let_run(conversation)
    assert conversation.press_raw(admin, press).keys == ["refused-button"]
    with reading(conversation.engine) as session:
        assert len(plan_versions.history(session)) == 2


def test_the_second_of_two_admins_is_told(conversation: Conversation, admin: str) -> None:
    conversation.join("hai", "Đỗ Quản Hai", "admin", VI_DU)
    conversation.say(admin, ASKED)
    conversation.say("hai", "/sua hạn báo cáo tham luận 18/5")
    conversation.press(admin, "Áp dụng")
    assert conversation.press("hai", "Áp dụng").keys == ["edit-waits"]
    let_run(conversation)
    assert conversation.press("hai", "Áp dụng").keys == ["edit-outdated"]
    assert coming(conversation) is None


def test_nothing_is_begun_while_another_change_waits(conversation: Conversation, admin: str) -> None:
    with unit_of_work(conversation.engine) as session:
        waiting = Version("other", NOW, VersionState.WAITING, texts=LOADED.texts)
        plan_versions.keep(session, waiting)
    assert conversation.say(admin, ASKED).keys == ["edit-waits"]
    assert conversation.say(admin, "/sua nhóm").keys == ["edit-waits"]
    with reading(conversation.engine) as session:
        found = plan_versions.coming(session)
    assert found is not None
    assert found.digest == "other"


def test_an_admin_changes_only_the_own_organisation(conversation: Conversation, admin: str) -> None:
    conversation.join("khac", "Hồ Quản Khác", "admin", KHAC)
    shown = conversation.say(admin, ASKED)
    press = next(press for label, press in shown.buttons if label == "Áp dụng")
    assert conversation.press_raw("khac", press).keys == ["refused-button"]
    scope = conversation.say(admin, "/sua hạn hội nghị 15/5").buttons
    assert conversation.press_raw("khac", scope[0][1]).keys == ["refused-button"]
    assert coming(conversation) is None


def test_who_is_no_admin_any_more_cannot_say_yes(conversation: Conversation, admin: str) -> None:
    conversation.join("hai", "Đỗ Quản Hai", "coordinator", VI_DU, "so-noi-vu")
    press = next(press for label, press in conversation.say(admin, ASKED).buttons if label == "Áp dụng")
    assert conversation.press_raw("hai", press).keys == ["refused-button"]
    with unit_of_work(conversation.engine) as session:
        session.exec(select(Role).where(Role.kind == RoleKind.ADMIN)).one().ended_at = NOW
    assert conversation.press_raw(admin, press).keys == ["stranger"]
    assert coming(conversation) is None


def test_a_group_is_no_place_for_it(conversation: Conversation, admin: str) -> None:
    where = conversation.of_group(admin, "nhom")
    assert "edit-show-deadline" not in conversation.say("nhom", ASKED, **where).keys


def test_a_unit_comes_and_goes(conversation: Conversation, admin: str) -> None:
    conversation.say(admin, "/sua nhóm tổ công tác thêm an mẫu")
    conversation.press(admin, "Áp dụng")
    let_run(conversation)
    conversation.say(admin, "/sua nhóm tổ công tác bớt an mẫu")
    conversation.press(admin, "Áp dụng")
    version = coming(conversation)
    assert version
    assert dict(version.texts) == dict(LOADED.texts)


def test_a_contact_is_replaced_only_when_the_code_is_used(conversation: Conversation, admin: str) -> None:
    conversation.join("cu", "Nguyễn Thử Nhất", "officer", VI_DU, TAI_CHINH)
    conversation.say(admin, "/sua đầu mối sở tài chính")
    conversation.press(admin, "Thay Nguyễn Thử Nhất")
    first = conversation.press(admin, "Áp dụng").reply.texts[0].values["code"]
    second = conversation.press(admin, "Áp dụng").reply.texts[0].values["code"]
    conversation.names |= {"moi": "Trần Thử Nhì", "muon": "Vũ Thử Muộn"}
    assert "join-expired" in " ".join(conversation.say("muon", f"/start {first}").keys)
    assert "Sở Tài chính" in conversation.say("cu", "/viec").words
    conversation.say("moi", f"/start {second}")
    assert conversation.say("cu", "/viec").keys == ["stranger"]
    assert "Nguyễn Thử Nhất" in conversation.say(admin, "/nhatky").words


@pytest.mark.parametrize(
    ("said", "phrase", "other"),
    [
        ("15/5", "chậm nhất ngày 15/5/2026", "trước ngày 15/5/2026"),
        ("ngày 5/6/2026", "chậm nhất ngày 05/6/2026", "trước ngày 05/6/2026"),
        ("17h 15/5", "chậm nhất 17 giờ 00 ngày 15/5/2026", "trước 17 giờ 00 ngày 15/5/2026"),
        ("thứ Sáu tuần sau", "chậm nhất ngày 15/5/2026", "trước ngày 15/5/2026"),
        ("mai", "chậm nhất ngày 05/5/2026", "trước ngày 05/5/2026"),
        ("trước ngày 15/5/2026", "trước ngày 15/5/2026", ""),
        ("truoc ngay 15/5", "trước ngày 15/5/2026", ""),
        ("cham nhat 17h ngay 15/5/2026", "chậm nhất 17 giờ 00 ngày 15/5/2026", ""),
        ("Đến hết ngày 15/5/2026.", "Đến hết ngày 15/5/2026", ""),
        ("đến hết 15/5", "đến hết ngày 15/5/2026", ""),
        ("gia hạn đến 15/5", "chậm nhất ngày 15/5/2026", ""),
        ("trước 17h ngày 15/5", "trước 17 giờ 00 ngày 15/5/2026", ""),
        ("trước 17 giờ ngày 15/5/2026", "trước 17 giờ ngày 15/5/2026", ""),
        ("trước thứ Sáu tuần sau", "trước ngày 15/5/2026", ""),
        ("trước 10/1", "trước ngày 10/01/2027", ""),
        ("trước ngày 20 hằng tháng", "trước ngày 20 hằng tháng", ""),
        ("tuần 4 tháng 5/2026", "tuần 4 tháng 5/2026", ""),
        ("trước ngày 31/4/2026", "trước ngày 31/4/2026", ""),
    ],
)
def test_what_a_typed_deadline_becomes(said: str, phrase: str, other: str) -> None:
    found = typed_phrase(said, NOW, date(2026, 4, 22))
    assert found
    assert (found.phrase, found.other) == (phrase, other)


@pytest.mark.parametrize(
    "said", ["sớm nhất có thể", "theo quy định", "", "khi có yêu cầu", "thứ Năm ngày 15/5/2026", "tuần sau", "15"]
)
def test_what_is_no_deadline(said: str) -> None:
    assert typed_phrase(said, NOW, date(2026, 4, 22)) is None


@pytest.mark.parametrize(
    ("said", "task", "phrase"),
    [
        ("báo cáo sơ kết 15/5/2026", "báo cáo sơ kết", "15/5/2026"),
        ("báo cáo sơ kết thành 15/5", "báo cáo sơ kết", "15/5"),
        ("báo cáo sơ kết 01 năm trước ngày 15/5/2026", "báo cáo sơ kết 01 năm", "trước ngày 15/5/2026"),
        ("tham luận sang chậm nhất 17 giờ ngày 15/5", "tham luận", "chậm nhất 17 giờ ngày 15/5"),
        ("báo cáo tháng 5/2026", "báo cáo tháng 5/2026", ""),
        ("hội nghị", "hội nghị", ""),
    ],
)
def test_task_and_deadline_are_told_apart(said: str, task: str, phrase: str) -> None:
    assert split(said, NOW) == (task, phrase)


def test_nothing_is_changed_while_the_file_says_what_does_not_run(conversation: Conversation, admin: str) -> None:
    with unit_of_work(conversation.engine) as session:
        marks.set_mark(session, plan_versions.FILE_SAYS, "declined")
    assert conversation.say(admin, ASKED).keys == ["edit-file-differs"]
    with unit_of_work(conversation.engine) as session:
        marks.set_mark(session, plan_versions.FILE_SAYS, digest_of(LOADED.texts))
    assert conversation.say(admin, ASKED).keys[0] == "edit-show-deadline"
