"""Contacts, invitations and rights that no dialogue shows: lost chats, links, pictures, many codes, an admin."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from io import BytesIO
from typing import Any

import pytest
from sqlmodel import select

from handlers.contacts.hats import unit_mark
from storage import bot_links
from storage.database import unit_of_work
from storage.tables import Invite, Outbox, OutboxState, RoleKind
from tests.handlers.conversation import Conversation

VI_DU, COMMUNE, OFFICE = "tinh-vi-du", "90001", "so-noi-vu"


@pytest.fixture
def talk(conversation: Conversation) -> Conversation:
    """Return a conversation of a coordinator, an admin and an officer."""
    conversation.join("phoi", "Lê Điều Phối", "coordinator", VI_DU, OFFICE)
    conversation.join("quan", "Cao Quản Trị", "admin", VI_DU)
    conversation.join("nghiem", "Nguyễn Thử Nghiệm", "officer", VI_DU, COMMUNE)
    return conversation


def test_who_has_blocked_the_bot_is_listed_with_the_reason(talk: Conversation) -> None:
    talk._hear("nghiem", event="blocked")
    assert "Người không nhắc được: 1" in talk.say("phoi", "/donvi").words
    assert "UBND xã Bình Thử (Nguyễn Thử Nghiệm): đã chặn bot" in talk.press("phoi", "Không nhắc được").words
    assert "không nhắc được: đã chặn bot" in talk.say("phoi", "/donvi binh thu").words


def test_whom_the_last_message_did_not_reach_is_listed_too(talk: Conversation) -> None:
    talk.owe("nghiem", {"items": []}, VI_DU)
    with unit_of_work(talk.engine) as session:
        row = session.exec(select(Outbox).where(Outbox.kind == "bundle")).one()
        row.state, row.trouble = OutboxState.FAILED, "deactivated"
    talk.say("phoi", "/donvi")
    assert "(Nguyễn Thử Nghiệm): tài khoản không còn hoạt động" in talk.press("phoi", "Không nhắc được").words


def test_an_admin_takes_a_coordinator_out(talk: Conversation) -> None:
    talk.say("quan", "/donvi so noi vu")
    talk.press("quan", "Bỏ liên kết: Lê Điều Phối")
    assert talk.press("quan", "Đúng, bỏ liên kết").keys == ["unlinked"]
    assert list(talk.deliver()) == ["phoi"]
    assert talk.say("phoi", "/donvi").keys == ["stranger"]


def test_nobody_takes_themselves_out(talk: Conversation) -> None:
    talk.join("phoi", "Lê Điều Phối", "officer", VI_DU, COMMUNE)
    shown = talk.say("phoi", "/donvi binh thu")
    assert [label for label, _ in shown.buttons if "Bỏ liên kết" in label] == ["Bỏ liên kết: Nguyễn Thử Nghiệm"]


def test_an_invitation_carries_links_and_pictures(talk: Conversation) -> None:
    with unit_of_work(talk.engine) as session:
        bot_links.begin(session, {("zalo", ""): "https://zalo.example/bot", ("telegram", VI_DU): "https://t.me/vidu"})
        bot_links.note(session, "telegram", "", "https://t.me/chung")
    shown = talk.press_raw("phoi", f"moi:{unit_mark(VI_DU, COMMUNE)}:officer")
    code = shown.words.partition("start=")[2].split()[0]
    assert f"Mở bot trên Telegram: https://t.me/vidu?start={code}" in shown.words
    assert "Mở bot trên Zalo: https://zalo.example/bot\n" in shown.words
    assert [one.name for one in shown.reply.attachments] == ["ma-moi-zalo.png", "ma-moi-telegram.png"]
    for one in shown.reply.attachments:
        assert one.is_picture
        assert one.content.startswith(b"\x89PNG")
        assert len(BytesIO(one.content).read()) < 20_000


def test_codes_of_one_unit_have_an_end(talk: Conversation) -> None:
    press = f"moi:{unit_mark(VI_DU, COMMUNE)}:officer"
    keys = [talk.press_raw("nghiem", press).keys[0] for _ in range(11)]
    assert keys == ["invite-made"] * 10 + ["invite-too-many"]
    talk.press_raw("phoi", f"dvma:{unit_mark(VI_DU, COMMUNE)}")
    assert talk.press_raw("nghiem", press).keys[0] == "invite-made"


@pytest.mark.parametrize("said", ["/moi", "/bangiao"])
def test_no_code_in_a_group(talk: Conversation, said: str) -> None:
    shown = talk.say("nhom", said, chat_kind="group", sender="nghiem")
    with unit_of_work(talk.engine) as session:
        assert session.exec(select(Invite).where(Invite.used_at == None)).all() == []  # noqa: E711
    assert "Mã" not in shown.words.replace("Mã mời chỉ được cấp", "")


@pytest.mark.parametrize(
    ("who", "unit", "kind", "made"),
    [
        ("phoi", OFFICE, RoleKind.COORDINATOR, False),
        ("phoi", OFFICE, RoleKind.OFFICER, True),
        ("phoi", COMMUNE, RoleKind.LEADER, True),
        ("phoi", COMMUNE, RoleKind.ADMIN, False),
        ("quan", OFFICE, RoleKind.COORDINATOR, True),
        ("quan", COMMUNE, RoleKind.COORDINATOR, False),
        ("nghiem", COMMUNE, RoleKind.DEPUTY, True),
        ("nghiem", COMMUNE, RoleKind.LEADER, False),
        ("nghiem", "90002", RoleKind.OFFICER, False),
    ],
)
def test_who_may_invite_whom(talk: Conversation, who: str, unit: str, kind: RoleKind, made: bool) -> None:
    shown = talk.press_raw(who, f"moi:{unit_mark(VI_DU, unit)}:{kind.value}")
    assert (shown.keys[0] == "invite-made") is made


def test_who_has_no_role_any_more_can_still_be_forgotten(talk: Conversation) -> None:
    talk.say("phoi", "/donvi binh thu")
    talk.press("phoi", "Bỏ liên kết: Nguyễn")
    talk.press("phoi", "Đúng, bỏ liên kết")
    assert talk.say("nghiem", "/xoatoi").keys == ["forgotten"]
    assert "Nguyễn Thử Nghiệm" not in talk.say("phoi", "/nhatky binh thu").words


def test_forgetting_holds_on_every_channel(talk: Conversation) -> None:
    code = talk.press_raw("nghiem", "themkenh:").words.partition(": ")[2].split()[0]
    talk.channels["may-hai"] = "zalo"
    assert talk.say("may-hai", code).keys[1] == "joined-channel"
    talk.say("may-hai", "/xoatoi")
    assert talk.press("may-hai", "Đúng, xóa").keys == ["forgotten"]
    assert talk.say("nghiem", "/viec").keys[-1] == "stranger"


def test_lists_are_paged(talk: Conversation, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("handlers.contacts.contacts.PAGE", 2)
    talk.say("phoi", "/donvi")
    first = talk.press("phoi", "chưa có đầu mối")
    assert "(1–2 trong tổng số 4)" in first.words
    second = talk.press("phoi", "Xem tiếp")
    assert "(3–4 trong tổng số 4)" in second.words
    assert second.buttons == []
    assert talk.press_raw("phoi", f"dvds:{unit_mark(VI_DU, '')}:k:9").keys == ["refused-button"]


def test_the_journal_is_paged(talk: Conversation) -> None:
    for _ in range(8):
        talk.press_raw("nghiem", f"moi:{unit_mark(VI_DU, COMMUNE)}:officer")
        talk.press_raw("phoi", f"dvma:{unit_mark(VI_DU, COMMUNE)}")
    first = talk.say("nghiem", "/nhatky")
    assert first.words.count(" – ") == 10
    second = talk.press("nghiem", "Cũ hơn")
    assert second.words.count(" – ") == 7
    assert "liên kết, vai trò cán bộ đầu mối" in second.words
    assert second.buttons == []


def test_a_unit_that_the_plans_no_longer_have(talk: Conversation) -> None:
    talk.say("nghiem", "/bangiao")
    code = talk.phones["nghiem"][-1].words.rpartition("Mã mời: ")[2].split()[0]
    talk.say("phoi", "/donvi binh thu")
    talk.press("phoi", "Bỏ liên kết: Nguyễn")
    organisation = talk.plans.organisations[VI_DU]
    units = {id: unit for id, unit in organisation.units.items() if id != COMMUNE}
    talk.plans = replace(talk.plans, organisations={VI_DU: replace(organisation, units=units, plans={})})
    assert talk.press("nghiem", "Hủy bàn giao").keys == ["refused-button"]
    assert talk.say("nghiem", "/bangiao").keys == ["refused-no-unit"]
    assert talk.say("moi", code).keys[1] == "joined-organisation"
    assert talk.press("phoi", "Đúng, bỏ liên kết").keys == ["unlink-gone"]
    assert set(talk.deliver()) == {"nghiem", "phoi"}


def test_one_person_in_two_roles_of_a_unit_chooses_what_is_handed_over(talk: Conversation) -> None:
    talk.join("nghiem", "Nguyễn Thử Nghiệm", "leader", VI_DU, COMMUNE)
    shown = talk.say("nghiem", "/bangiao")
    assert [label for label, _ in shown.buttons] == [
        "UBND xã Bình Thử (cán bộ đầu mối)",
        "UBND xã Bình Thử (lãnh đạo đơn vị)",
    ]
    talk.press("nghiem", "(lãnh đạo đơn vị)")
    code = talk.phones["nghiem"][-1].words.rpartition("Mã mời: ")[2].split()[0]
    talk.say("moi", code)
    assert "cán bộ đầu mối" in talk.say("nghiem", "/donvi").words
    assert "UBND xã Bình Thử" in talk.say("nghiem", "/viec").words


def linked_group(talk: Conversation) -> dict[str, Any]:
    group = talk.of_group("nghiem", "nhom-xa")
    assert talk.say("nhom-xa", "/lienket", **group).keys == ["group-linked-unit"]
    return group


def test_a_group_is_on_its_unit_s_page_and_ended_there(talk: Conversation) -> None:
    linked_group(talk)
    shown = talk.say("phoi", "/donvi binh thu")
    assert "– Nhóm Telegram (liên kết bởi Nguyễn Thử Nghiệm, từ 04/5/2026)" in shown.words
    assert "Thôi liên kết nhóm" in [label for label, _ in talk.say("nghiem", "/donvi").buttons]
    asked = talk.press("phoi", "Thôi liên kết nhóm")
    assert asked.keys == ["group-end-ask"]
    yes = asked.buttons[0][1]
    talk.join("khac", "Trần Thử Khác", "officer", VI_DU, "90002")
    assert talk.press_raw("khac", yes).keys == ["refused-other-unit"]
    assert talk.press_raw("phoi", yes).keys == ["group-ended"]
    assert talk.press_raw("phoi", yes).keys == ["group-ended-already"]
    assert [seen.keys for seen in talk.deliver()["nghiem"]] == [["notice-group-unlinked"]]
    assert "Nhóm Telegram" not in talk.say("phoi", "/donvi binh thu").words


def test_a_yes_to_the_end_of_a_group_is_none_to_a_later_link(talk: Conversation) -> None:
    group = linked_group(talk)
    talk.say("phoi", "/donvi binh thu")
    yes = talk.press("phoi", "Thôi liên kết nhóm").buttons[0][1]
    talk.say("nhom-xa", "/huylienket", **group)
    talk.now += timedelta(minutes=1)
    linked_group(talk)
    assert talk.press_raw("phoi", yes).keys == ["group-ended-already"]


@pytest.mark.parametrize("how", ["unlinked", "forgotten", "handed over"])
def test_a_group_ends_with_the_role_of_who_linked_it(talk: Conversation, how: str) -> None:
    group = linked_group(talk)
    if how == "unlinked":
        talk.say("phoi", "/donvi binh thu")
        talk.press("phoi", "Bỏ liên kết: Nguyễn")
        talk.press("phoi", "Đúng, bỏ liên kết")
    elif how == "forgotten":
        talk.say("nghiem", "/xoatoi")
        talk.press("nghiem", "Đúng, xóa")
    else:
        talk.say("moi", talk.say("nghiem", "/bangiao").words.rpartition("Mã mời: ")[2].split()[0])
    assert "Nhóm Telegram" not in talk.say("phoi", "/donvi binh thu").words
    assert talk.say("nhom-xa", "/viec", **group).keys == []
    assert "thôi liên kết nhóm Telegram" in talk.say("phoi", "/nhatky binh thu").words


def test_a_coordinator_whose_office_follows_nothing_looks_after_nobody(talk: Conversation) -> None:
    talk.say("phoi", "/donvi binh thu")
    unlink = next(press for label, press in talk.phones["phoi"][-1].buttons if "Bỏ liên kết: Nguyễn" in label)
    organisation = talk.plans.organisations[VI_DU]
    plans = {id: replace(plan, standing_office_id="so-tai-chinh") for id, plan in organisation.plans.items()}
    moved = replace(organisation, standing_office_id="so-tai-chinh", plans=plans)
    talk.plans = replace(talk.plans, organisations={VI_DU: moved})
    assert talk.press_raw("phoi", unlink).keys == ["refused-other-unit"]
    assert talk.press_raw("phoi", f"dv:{unit_mark(VI_DU, COMMUNE)}").keys == ["refused-button"]
    assert talk.press_raw("phoi", f"moi:{unit_mark(VI_DU, COMMUNE)}:officer").keys[0] != "invite-made"
    assert talk.say("quan", "/donvi binh thu").keys == ["contacts-unit"]


def test_the_codes_of_two_roles_of_a_unit_work_beside_each_other(talk: Conversation) -> None:
    talk.join("nghiem", "Nguyễn Thử Nghiệm", "leader", VI_DU, COMMUNE)
    presses = [press for _, press in talk.say("nghiem", "/bangiao").buttons]
    made = [talk.press_raw("nghiem", press) for press in presses]
    codes = [seen.words.rpartition("Mã mời: ")[2].split()[0] for seen in made]
    cancel = next(press for label, press in made[1].buttons if label == "Hủy bàn giao")
    assert talk.press_raw("nghiem", cancel).keys == ["handover-cancelled"]
    assert "join-expired" in talk.say("hai", codes[1]).keys
    assert "joined" in talk.say("mot", codes[0]).keys


def test_an_unknown_name_after_the_question_for_a_unit_is_asked_back(talk: Conversation) -> None:
    assert talk.say("phoi", "/moi").keys == ["invite-which-unit"]
    assert talk.say("phoi", "Qwerty Zxcv").keys == ["unit-not-found"]
    assert talk.say("phoi", "Bình Thử").keys == ["invite-which-role"]


@pytest.mark.parametrize(
    ("name", "told"), [("UBND xã", "Kính gửi: UBND xã An Mẫu"), ("Trần Thử Tám", "Kính gửi: (đã xóa)")]
)
def test_forgetting_leaves_official_names(talk: Conversation, name: str, told: str) -> None:
    talk.join("tam", name, "officer", VI_DU, "90002")
    talk.owe("nghiem", {"items": []}, VI_DU)
    with unit_of_work(talk.engine) as session:
        row = session.exec(select(Outbox).where(Outbox.kind == "bundle")).one()
        row.text = told.replace("(đã xóa)", name)
    talk.say("tam", "/xoatoi")
    assert talk.press("tam", "Đúng, xóa").keys == ["forgotten"]
    with unit_of_work(talk.engine) as session:
        assert session.exec(select(Outbox.text).where(Outbox.kind == "bundle")).one() == told
