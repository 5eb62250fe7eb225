"""A reply on a channel with less: numbers instead of buttons, links instead of files."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest
from sqlalchemy import Engine
from sqlmodel import Session

from bot.wording import wording
from handlers import kept_replies
from handlers.numbering import degraded
from handlers.vocabulary import Attachment, Button, Place, Reply, Shows, Text
from storage import choices, people
from storage.database import unit_of_work
from tests.handlers.conftest import MONDAY
from tests.handlers.conversation import NO_BUTTONS, Conversation

SKIP = Button(Text("button-skip"), "boqua:1")
UNDO = Button(Text("button-undo"), "rut:1")
NUMBERED = Button(Text("button-done-numbered", {"place": Place(2), "task": "Họp <A> & B"}), "nop:8")


@pytest.fixture
def engine(conversation: Conversation) -> Engine:
    return conversation.engine


def shown(engine: Engine, reply: Reply, shows: Shows = NO_BUTTONS, offer: str = "heard 1") -> tuple[Reply, str]:
    """Degrade a reply as ``hear`` does; also return its words as Telegram and Zalo get them."""
    with unit_of_work(engine) as session:
        less = degraded(session, people.chat_of(session, "zalo", "", "1"), reply, shows, MONDAY, offer)
    return less, wording("vi", markup=True).words(less).text


def kept(engine: Engine) -> list[tuple[int, str, str]]:
    with unit_of_work(engine) as session:
        found = choices.newest(session, people.chat_of(session, "zalo", "", "1"), MONDAY)
        return [(choice.number, choice.label, choice.press) for choice in found]


def test_buttons_become_the_last_paragraph(engine: Engine) -> None:
    reply = Reply((Text("document-ask"), Text("help-outline")), ((SKIP, UNDO), (NUMBERED,)), edits=True)
    less, words = shown(engine, reply)
    assert words.split("\n\n")[2:] == [
        "Gửi số tương ứng để chọn:\n[1] Bỏ qua\n[2] Rút lại\n[3] Đã hoàn thành: Họp &lt;A&gt; &amp; B"
    ]
    assert (less.buttons, less.edits, less.toast) == ((), False, None)
    assert kept(engine) == [
        (1, "Bỏ qua", "boqua:1"),
        (2, "Rút lại", "rut:1"),
        (3, "Đã hoàn thành: Họp <A> & B", "nop:8"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        Text("item-task", {"place": Place(2), "task": "T"}),
        Text("lines", {"lines": (Text("item-task", {"place": Place(2), "task": "T"}),)}),
        Text("lines", {"lines": Text("lines", {"lines": (Text("item-task", {"place": Place(2), "task": "T"}),)})}),
    ],
    ids=["alone", "among lines", "deeper"],
)
def test_an_item_shows_the_number_of_its_choice(engine: Engine, text: Text) -> None:
    shown(engine, Reply((Text("help-outline"),), ((SKIP,), (SKIP,), (SKIP,), (SKIP,))), offer="heard 0")
    _, words = shown(engine, Reply((text,), ((UNDO,), (NUMBERED,))))
    assert words.startswith("6. <b>T</b>\n\n")
    assert "[6] Đã hoàn thành: Họp" in words


def test_where_there_are_buttons_nothing_changes(engine: Engine) -> None:
    reply = Reply(
        (Text("item-task", {"place": Place(1), "task": "T"}),),
        ((NUMBERED,),),
        edits=True,
        toast=Text("toast-recorded"),
        attachments=(Attachment("a.docx", b"a", "application/x", (Text("help-outline"),)),),
    )
    assert shown(engine, reply, Shows())[0] == reply
    assert kept(engine) == []


@pytest.mark.parametrize(
    ("reply", "keys"),
    [
        (Reply(toast=Text("toast-recorded")), ["toast-recorded"]),
        (Reply((Text("undone"),), toast=Text("toast-undone")), ["undone"]),
        (Reply(), []),
    ],
    ids=["a toast alone is said", "a toast beside a text is dropped", "nothing stays nothing"],
)
def test_a_toast(engine: Engine, reply: Reply, keys: list[str]) -> None:
    with unit_of_work(engine) as session:
        less = degraded(session, people.chat_of(session, "zalo", "", "1"), reply, NO_BUTTONS, MONDAY, "heard 1")
    assert [text.key for text in less.texts] == keys
    assert less.toast is None


def test_worded_anew_under_the_same_name_it_keeps_its_numbers(engine: Engine) -> None:
    first, _ = shown(engine, Reply((Text("document-ask"),), ((SKIP, UNDO),)), offer="outbox 7")
    again, _ = shown(engine, Reply((Text("document-ask"),), ((SKIP, UNDO),)), offer="outbox 7")
    assert again == first


def test_labels_are_kept_in_the_language_of_the_chat(engine: Engine) -> None:
    with unit_of_work(engine) as session:
        people.chat_of(session, "zalo", "", "1").language = "en"
    shown(engine, Reply((Text("document-ask"),), ((SKIP,),)))
    assert kept(engine) == [(1, "Skip", "boqua:1")]


def test_a_degraded_reply_is_kept_and_read_back(engine: Engine) -> None:
    less, _ = shown(engine, Reply((Text("item-task", {"place": Place(1), "task": "T"}),), ((NUMBERED, SKIP),)))
    assert kept_replies.from_json(kept_replies.to_json(less)) == less


PICTURE = Attachment("bang.png", b"\x89PNG", "image/png", (Text("choices-none"),))
TABLE = Attachment("bang.xlsx", b"PK", "application/x-xlsx", (Text("choices-none"), Text("help-outline")))


def by_link(session: Session, file: Attachment, now: datetime) -> str | None:
    """Give links as a bot with a public address does."""
    assert session.is_active
    assert now == MONDAY
    return f"https://example.test/f/{file.name}"


def no_link(session: Session, file: Attachment, now: datetime) -> str | None:
    """Give none, as a bot does that nobody can reach."""
    return None


@pytest.mark.parametrize(
    ("link", "file", "keys", "attached"),
    [
        (by_link, PICTURE, [], [replace(PICTURE, link="https://example.test/f/bang.png")]),
        (by_link, TABLE, ["file-link"], []),
        (no_link, PICTURE, ["choices-none"], []),
        (no_link, TABLE, ["choices-none", "help-outline"], []),
        (None, TABLE, ["choices-none", "help-outline"], []),
    ],
    ids=["picture by link", "file by link", "picture in words", "file in words", "no links at all"],
)
def test_files_become_links_or_words(
    engine: Engine, link: object, file: Attachment, keys: list[str], attached: list[Attachment]
) -> None:
    shows = replace(NO_BUTTONS, files=False, link=link)  # type: ignore[arg-type]
    less, _ = shown(engine, Reply((Text("undo-nothing"),), ((SKIP,),), attachments=(file,)), shows)
    assert [text.key for text in less.texts] == ["undo-nothing", *keys, "lines"]
    assert list(less.attachments) == attached


def test_a_link_is_told_with_the_files_name(engine: Engine) -> None:
    shows = Shows(files=False, link=by_link)
    less, words = shown(engine, Reply((Text("undo-nothing"),), ((SKIP,),), attachments=(TABLE,)), shows)
    assert words.endswith("Tệp bang.xlsx (đường dẫn có thời hạn): https://example.test/f/bang.xlsx")
    assert less.buttons == ((SKIP,),)


def test_files_stay_where_a_channel_carries_them(engine: Engine) -> None:
    less, _ = shown(engine, Reply((Text("undo-nothing"),), attachments=(PICTURE, TABLE)))
    assert less.attachments == (PICTURE, TABLE)
