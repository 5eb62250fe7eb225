"""What a group's buttons carry, and what is not done in groups."""

from __future__ import annotations

import pytest

from handlers.commands import COMMANDS
from handlers.groups import group_buttons
from handlers.presses import PRESSES
from handlers.vocabulary import Button, Reply, Text
from tests.handlers.conversation import Conversation
from tests.handlers.small_plans import BINH_THU, VI_DU


def offering(*presses: str) -> Reply:
    return Reply((Text("never-mind"),), tuple((Button(Text("button-no"), press),) for press in presses))


def presses(reply: Reply) -> list[str]:
    return [button.press for row in reply.buttons for button in row]


def test_what_is_allowed_exists() -> None:
    named = group_buttons.LOOKING | group_buttons.ACTING | group_buttons.CODES
    assert named <= COMMANDS.keys()
    pressed = group_buttons.SHOWING | group_buttons.PRESSED
    assert pressed <= PRESSES.keys()


def test_buttons_that_have_no_place_in_a_group_are_left_out() -> None:
    offered = offering("nop:1", "nhacsau", "dc:ab", "moi:ab", "lenh:viec", "lenh:moi", "dvbo:3")
    assert presses(group_buttons.fitting(offered)) == ["nop:1", "dc:ab", "lenh:viec"]


def test_only_who_was_asked_may_press() -> None:
    marked, looks = presses(group_buttons.asked_of(offering("rutco:12", "dc:ab"), "500000001"))
    assert looks == "dc:ab"
    assert group_buttons.unmarked(marked) == "rutco:12"
    assert group_buttons.may_press(marked, "500000001")
    assert not group_buttons.may_press(marked, "500000002")
    assert group_buttons.may_press(looks, "500000002")


def test_a_press_that_is_full_stays_as_it_is() -> None:
    full = "nhanviec:" + "a" * 54
    assert presses(group_buttons.asked_of(offering(full), "1")) == [full]


@pytest.mark.parametrize("said", ["/viec", "/lienket", "/trogiup"])
def test_where_there_are_no_buttons_there_are_no_groups(conversation: Conversation, said: str) -> None:
    from tests.handlers.conversation import NO_BUTTONS

    conversation.join("nghiem", "Nguyễn Thử Nghiệm", "officer", VI_DU, BINH_THU)
    conversation.channel, conversation.shows = "zalo", NO_BUTTONS
    in_group = conversation.of_group("nghiem", "nhom")
    assert conversation.say("nhom", said, **in_group).keys == ["only-private"]
    assert conversation.say("nhom", "xin chào", **in_group).keys == []


def test_a_person_of_another_bot_is_a_stranger_here(conversation: Conversation) -> None:
    conversation.join("nghiem", "Nguyễn Thử Nghiệm", "officer", VI_DU, BINH_THU)
    in_group = conversation.of_group("nghiem", "nhom")
    assert conversation.say("nhom", "/lienket", bot="tinh-khac", **in_group).keys == ["group-link-join-first"]
    assert conversation.say("nhom", "/lienket", **in_group).keys == ["group-linked-unit"]


def test_the_same_update_is_answered_once(conversation: Conversation) -> None:
    conversation.join("nghiem", "Nguyễn Thử Nghiệm", "officer", VI_DU, BINH_THU)
    in_group = conversation.of_group("nghiem", "nhom")
    first = conversation.say("nhom", "/lienket", update_id="77", **in_group)
    assert first.keys == ["group-linked-unit"]
    assert conversation.say("nhom", "/lienket", update_id="77", **in_group).words == first.words


def test_two_link_at_once_the_second_is_told(conversation: Conversation) -> None:
    conversation.join("phoi", "Lê Điều Phối", "coordinator", VI_DU, "so-noi-vu")
    conversation.join("nghiem", "Nguyễn Thử Nghiệm", "officer", VI_DU, BINH_THU)
    phoi, nghiem = conversation.of_group("phoi", "nhom"), conversation.of_group("nghiem", "nhom")
    conversation.say("nhom", "/lienket", **phoi)
    assert conversation.say("nhom", "/lienket", **nghiem).keys == ["group-linked-unit"]
    assert conversation.press("nhom", "Theo dõi", **phoi).keys == ["group-linked-already"]


def test_a_sticker_in_a_group_gets_no_answer(conversation: Conversation) -> None:
    in_group = conversation.of_group("nghiem", "nhom")
    assert conversation.say("nhom", None, event="unreadable", **in_group).keys == []  # type: ignore[arg-type]
