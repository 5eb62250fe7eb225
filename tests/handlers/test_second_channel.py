"""What /kenh offers where a channel is missing, lost or the only way to somebody; the coordinator's list by channel."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from sqlmodel import Session, select

from handlers.pressing import plan_mark
from storage import journal, outbox, own_chats, people
from storage.database import reading, unit_of_work
from storage.tables import Chat, Outbox
from tests.handlers.conversation import Conversation
from tests.handlers.small_plans import BINH_THU, KHAC, SO_KET, VI_DU

WHO = "nghiem"


@pytest.fixture
def officer(conversation: Conversation) -> Conversation:
    conversation.join(WHO, "Nguyễn Thử Nghiệm", "officer", VI_DU, BINH_THU)
    return conversation


def link(conversation: Conversation, channel: str = "zalo", bot: str = "", lost: str = "") -> None:
    """Link one more chat to the officer."""
    with unit_of_work(conversation.engine) as session:
        first = chat_of_officer(session)
        other = people.chat_of(session, channel, bot, "second")
        other.person_id = first.person_id
        if lost:
            people.mark_unreachable(session, other, lost, conversation.now)


def chat_of_officer(session: Session) -> Chat:
    return session.exec(select(Chat).where(Chat.address == WHO)).one()


def offered(conversation: Conversation, channels: Iterable[str]) -> None:
    with unit_of_work(conversation.engine) as session:
        own_chats.offer(session, channels)


ADD, PREFER = ["Thêm kênh Zalo"], ["Nhắc qua Zalo trước"]
DROP = ["Bỏ kênh Telegram", "Bỏ kênh Zalo"]


@pytest.mark.parametrize(
    ("channels", "second", "how", "buttons"),
    [
        pytest.param(("telegram", "zalo"), None, "channels-one", ADD, id="one linked"),
        pytest.param(("telegram",), None, "channels-only-one", [], id="no other channel runs"),
        pytest.param(("telegram", "zalo"), {}, "channels-both", PREFER + DROP, id="both linked"),
        pytest.param(("telegram", "zalo"), {"lost": "blocked"}, "channels-one", ADD + DROP[1:], id="the other is lost"),
        pytest.param(("telegram", "zalo"), {"bot": KHAC}, "channels-both", PREFER + DROP[1:], id="cannot replace it"),
    ],
)
def test_what_is_offered(
    officer: Conversation, channels: tuple[str, ...], second: dict[str, str] | None, how: str, buttons: list[str]
) -> None:
    offered(officer, channels)
    if second is not None:
        link(officer, **second)
    shown = officer.say(WHO, "/kenh")
    assert shown.keys == ["channels-heading", how]
    assert [label for label, _ in shown.buttons] == buttons
    assert "– Telegram: nhắc trước" in shown.words
    assert ("– Zalo: không gửi được (đã chặn bot)" in shown.words) == (second == {"lost": "blocked"})


def test_only_what_is_offered_is_done(officer: Conversation) -> None:
    """A press may be forged, or stand on an old message."""
    link(officer, bot=KHAC)
    with reading(officer.engine) as session:
        first, second = session.exec(select(Chat.id).order_by(Chat.id)).all()
    for press in (
        f"bokenh:{first}",
        f"bokenhco:{first}",
        "bokenhco:",
        f"bokenhco:{second}0",
        "uutien:viber",
        "themkenh:",
    ):
        assert officer.press_raw(WHO, press).keys == ["refused-button"], press
    assert officer.press_raw(WHO, f"bokenhco:{second}").keys == ["channel-dropped"]
    assert officer.press_raw(WHO, f"bokenhco:{second}").keys == ["refused-button"]


def test_nobody_takes_away_the_chat_of_somebody_else(officer: Conversation) -> None:
    link(officer)
    officer.join("khac", "Lê Khác", "officer", VI_DU, BINH_THU)
    with reading(officer.engine) as session:
        victim = chat_of_officer(session).id
    assert officer.press_raw("khac", f"bokenhco:{victim}").keys == ["refused-button"]
    assert officer.say(WHO, "/viec").keys[0] == "outstanding-some"


def test_adding_and_taking_away_is_in_the_journal(officer: Conversation) -> None:
    officer.say(WHO, "/kenh")
    code = officer.press(WHO, "Thêm kênh").words.split()[3]
    officer.channels["second"] = "zalo"
    assert officer.say("second", code).keys[:2] == ["greeting", "joined-channel"]
    officer.say(WHO, "/kenh")
    officer.press(WHO, "Bỏ kênh Zalo")
    officer.press(WHO, "Đúng, bỏ kênh này")
    with reading(officer.engine) as session:
        written = [(entry.act, entry.detail) for entry in journal.entries(session, VI_DU)]
    assert written[:2] == [("chat-dropped", {"channel": "zalo"}), ("chat-added", {"channel": "zalo"})]


def test_a_person_known_types_a_second_invite_without_a_command(officer: Conversation) -> None:
    """Zalo has no links that bring the command along."""
    code = officer.invite("officer", KHAC, "91001")
    assert officer.say(WHO, code).keys[0] == "joined"
    assert officer.say(WHO, "chao cac ban").keys == ["greeted"]


@pytest.mark.parametrize(
    ("channels", "line"),
    [
        (("telegram", "zalo"), "(Nguyễn Thử Nghiệm): Telegram: đã chặn bot"),
        (("telegram",), "(Nguyễn Thử Nghiệm): đã chặn bot"),
    ],
    ids=["several channels", "one channel"],
)
def test_the_coordinator_reads_on_which_channel(officer: Conversation, channels: tuple[str, ...], line: str) -> None:
    offered(officer, channels)
    officer.join("ngoc", "Phạm Điều Phối", "coordinator", VI_DU, "so-noi-vu")
    officer.owe(WHO, {"items": []}, VI_DU)
    with unit_of_work(officer.engine) as session:
        people.mark_unreachable(session, chat_of_officer(session), "blocked", officer.now)
        assert [row.trouble for row in session.exec(select(Outbox))] == ["blocked"]
    officer.say("ngoc", "/tiendo")
    with reading(officer.engine) as session:
        assert len(outbox.troubles(session, VI_DU)) == 1
    assert line in officer.press_raw("ngoc", f"td:{plan_mark(SO_KET)}:-").words
