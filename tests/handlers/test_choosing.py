"""What is typed where there are no buttons: which choice it presses, and above all when it presses none."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine

from bot.wording import wording
from handlers.answering import turn_of
from handlers.choosing import chosen
from handlers.commands import COMMANDS, LOOKING_COMMANDS
from handlers.presses import LOOKS, PRESSES, only_looks
from handlers.vocabulary import Message, Reply, Shows, Turn
from storage import choices, people, questions
from storage.choices import LIVE
from storage.database import open_database, unit_of_work
from tests.handlers.conftest import MONDAY
from tests.handlers.conversation import NO_BUTTONS
from tests.handlers.small_plans import small_plans

EARLIER = MONDAY - timedelta(hours=1)

# Offers as (label, press), numbered from the number of each.
REMINDER = [("Đã nộp: Báo cáo sơ kết 01 năm thí…", "nop:8"), ("Đã hoàn thành: Tổ chức hội nghị sơ kết", "nop:9")]
ONE = [("Đã nộp: Báo cáo sơ kết", "nop:8")]
DOCUMENT = [("Bỏ qua", "boqua:3"), ("Rút lại", "rut:3")]
YES_NO = [("Đúng, xác nhận", "nopco:8"), ("Không", "khong:")]
SECTIONS = [("I. Đặc điểm, tình hình", "dc:x:0:0"), ("1. Tổ chức bộ máy", "dc:x:1:0"), ("2. Tài chính", "dc:x:2:0")]
MENU = [("Việc chưa nộp của đơn vị", "lenh:viec"), ("Xác nhận đã nộp", "lenh:nop")]
STATUS = [("Chưa nộp: Báo cáo sơ kết", "td:x:y"), ("Đơn vị chưa có đầu mối", "td:x:-")]
UNITS = [("Đã nộp: Báo cáo – Sở Nội vụ", "nop:1"), ("Đã nộp: Báo cáo – Sở Tài chính", "nop:2")]
PLANS = [("Sở Nội vụ: cải cách", "td:a"), ("Tổ chức sơ kết", "td:b"), ("Đề cương", "dc:x")]
UNDO = [("Rút lại: Báo cáo sơ kết", "rut:1"), ("Rút lại: Tổ chức hội nghị", "rut:2")]


class Chat:
    """One officer's chat with what has been offered in it."""

    def __init__(self, engine: Engine, address: str) -> None:
        self.engine = engine
        self.address = address
        self.offers = 0

    def offer(self, labels: list[tuple[str, str]], name: str = "heard", age: timedelta = timedelta()) -> None:
        with unit_of_work(self.engine) as session:
            self.offers += 1
            chat = people.chat_of(session, "zalo", "", self.address)
            choices.offer(session, chat, f"{name} {self.offers}", labels, MONDAY - age)

    def ask(self, word: str) -> None:
        with unit_of_work(self.engine) as session:
            chat = people.chat_of(session, "zalo", "", self.address)
            questions.ask(session, chat, word, {"submission": 3, "assignment": 8}, EARLIER)

    def type(self, said: str, shows: Shows = NO_BUTTONS) -> str:
        """Return in short what became of it: "press …", a refusal's or question's key with what it names, or "-"."""
        with unit_of_work(self.engine) as session:
            chat = people.chat_of(session, "zalo", "", self.address)
            message = Message("zalo", "", "1", self.address, "private", "nghiem", "Nguyễn Thử Nghiệm", said=said)
            turn = turn_of(session, chat, message, small_plans(), MONDAY, shows)
            return outcome(chosen(turn, questions.pending(session, chat, MONDAY), only_looks))


def outcome(found: Turn | Reply | None) -> str:
    if found is None:
        return "-"
    if isinstance(found, Turn):
        assert found.message.said is None
        return f"press {found.message.pressed}"
    named = re.findall(r"^\[(\d+)\]", wording("vi").words(found).text, re.MULTILINE)
    again = [button.press for row in found.buttons for button in row]
    key = found.texts[0].key
    if key == "lines":
        key = found.texts[0].values["lines"][0].key  # type: ignore[index]
    return " ".join([key.removeprefix("choice-"), *named, *again])


@pytest.fixture(scope="module")
def engine(empty_database: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """Give one database to all the tables below: each case has a chat of its own."""
    file = shutil.copy(empty_database, tmp_path_factory.mktemp("choosing") / "test.db")
    engine = open_database(f"sqlite:///{file}")
    yield engine
    engine.dispose()


@pytest.fixture
def chat(engine: Engine, request: pytest.FixtureRequest) -> Chat:
    return Chat(engine, request.node.name)


NEWEST = [
    ("7 is there", SECTIONS, "2", "press dc:x:1:0"),
    ("a recording one", REMINDER, "số 1", "press nop:8"),
    ("unknown", REMINDER, "5", "unknown 1 2"),
    ("foreign", REMINDER, "１", "foreign 1 2"),
    ("a date", REMINDER, "1/5", "-"),
    ("a document", REMINDER, "45/BC", "-"),
    ("a section by its path", REMINDER, "II.1", "-"),
    ("two at once", REMINDER, "1, 2", "one-at-a-time 1 2"),
    ("mentioned", REMINDER, "đã nộp việc 1", "to-confirm 1"),
    ("mentioned, not there", REMINDER, "đã nộp việc 7", "-"),
    # words: whole labels press, parts of what records only ask
    ("whole label", REMINDER, "đã hoàn thành: tổ chức hội nghị sơ kết", "press nop:9"),
    ("whole label, plain", REMINDER, "Da hoan thanh to chuc hoi nghi so ket.", "press nop:9"),
    ("whole label, asking", REMINDER, "Đã hoàn thành: Tổ chức hội nghị sơ kết?", "to-confirm 2"),
    ("a name", REMINDER, "báo cáo sơ kết", "to-confirm 1"),
    ("the whole name, cut short on the label", REMINDER, "Báo cáo sơ kết 01 năm thí điểm", "to-confirm 1"),
    ("another name", REMINDER, "báo cáo tháng", "-"),
    ("several", REMINDER, "sơ kết", "several 1 2"),
    ("the only one", ONE, "đã nộp", "to-confirm 1"),
    ("the only one, without diacritics", ONE, "da nop", "to-confirm 1"),
    *((said, ONE, said, "-") for said in ("sắp nộp", "mai nộp", "đã nộp chưa?", "chưa nộp", "nộp rồi mà sao còn nhắc")),
    *(
        (said, REMINDER, said, "-")
        for said in ("sap nop bao cao so ket", "chua nop bao cao", "se nop", "ok", "có", "nộp")
    ),
    ("one of two units", UNITS, "sở nội vụ", "to-confirm 1"),
    ("withdrawing", UNDO, "rút lại", "several 1 2"),
    ("withdrawing one", UNDO, "tổ chức hội nghị", "to-confirm 2"),
    ("skip", DOCUMENT, "bo qua", "press boqua:3"),
    ("withdraw, the whole label", DOCUMENT, "Rút lại", "press rut:3"),
    ("no", YES_NO, "không", "press khong:"),
    ("yes, the whole label", YES_NO, "đúng xác nhận", "press nopco:8"),
    ("yes, a part", YES_NO, "xác nhận", "to-confirm 1"),
    ("looking", PLANS, "de cuong", "press dc:x"),
    ("looking, politely", PLANS, "cho em xem đề cương ạ", "press dc:x"),
    ("looking, with a verb", PLANS, "xem đề cương", "press dc:x"),
    ("a name to look at", PLANS, "sở nội vụ", "press td:a"),
    ("a section's name", SECTIONS, "tổ chức bộ máy", "press dc:x:1:0"),
    ("a section by its own number", SECTIONS, "mục 2", "press dc:x:2:0"),
    ("a Roman section", SECTIONS, "II", "-"),
    ("a Roman section that is there", SECTIONS, "mục I", "press dc:x:0:0"),
    ("who has not", STATUS, "chưa có đầu mối", "press td:x:-"),
    ("a word too short", STATUS, "có", "-"),
    ("not yet", STATUS, "chưa", "-"),
    ("a command may record the only one", MENU, "đã nộp", "to-confirm 2"),
    ("its whole label too", MENU, "xác nhận đã nộp", "to-confirm 2"),
    ("a looking command", MENU, "việc chưa nộp", "press lenh:viec"),
]


@pytest.mark.parametrize(("offered", "said", "expected"), [case[1:] for case in NEWEST], ids=[c[0] for c in NEWEST])
def test_typed_at_the_newest_offer(chat: Chat, offered: list[tuple[str, str]], said: str, expected: str) -> None:
    chat.offer(offered)
    assert chat.type(said) == expected


OLDER = [
    ("numbers are unique", REMINDER, MENU, "1", "press nop:8"),
    ("a section shows the same number", REMINDER, SECTIONS, "1", "unclear nop:8 dc:x:1:0"),
    ("no section shows it", [*REMINDER, *YES_NO], SECTIONS, "3", "press nopco:8"),
    ("a section's number that is no choice any more", ONE, SECTIONS, "9", "unknown 2 3 4"),
    ("words mean the newest only", ONE, MENU, "báo cáo sơ kết", "-"),
]


@pytest.mark.parametrize(
    ("older", "newer", "said", "expected"), [case[1:] for case in OLDER], ids=[c[0] for c in OLDER]
)
def test_typed_at_an_older_offer(
    chat: Chat, older: list[tuple[str, str]], newer: list[tuple[str, str]], said: str, expected: str
) -> None:
    chat.offer(older, age=timedelta(days=1))
    chat.offer(newer)
    assert chat.type(said) == expected


QUESTIONS = [
    # the offer before, the question, its own offer (or a reminder that came after it)
    ("its own choice", REMINDER, "document", DOCUMENT, "3", "press boqua:3"),
    ("a bare number is the document's", REMINDER, "document", DOCUMENT, "45", "-"),
    ("or an older choice", REMINDER, "document", DOCUMENT, "2", "unclear sovb:3:2 nop:9"),
    ("or an older look", SECTIONS, "document", DOCUMENT, "số 2", "unclear sovb:3:2 dc:x:1:0"),
    ("a document mark", REMINDER, "document", DOCUMENT, "45/BC-UBND ngày 06/5", "-"),
    ("a document mark with a name", REMINDER, "document", [*DOCUMENT, *PLANS], "đề cương 45", "-"),
    ("no document", REMINDER, "document", DOCUMENT, "không có", "-"),
    ("words that only look", REMINDER, "document", [*DOCUMENT, *PLANS], "đề cương", "press dc:x"),
    ("a day", REMINDER, "handed-in", DOCUMENT, "ngày 06/5", "-"),
    ("a bare day", REMINDER, "handed-in", DOCUMENT, "2", "-"),
    ("yes by number", REMINDER, "submit", YES_NO, "3", "press nopco:8"),
    ("yes in words", REMINDER, "submit", YES_NO, "có", "-"),
    ("yes, the label", REMINDER, "submit", YES_NO, "Đúng, xác nhận", "press nopco:8"),
    ("the first of the two, wrongly numbered", REMINDER, "submit", YES_NO, "1", "-"),
    ("an older look", SECTIONS, "undo", YES_NO, "1", "press dc:x:0:0"),
    ("unknown", REMINDER, "undo", YES_NO, "9", "unknown 3 4"),
    ("an older choice beside a question for any words", REMINDER, "reason", YES_NO, "1", "unclear nop:8"),
    ("and its words", REMINDER, "reason", YES_NO, "xác nhận", "-"),
]


@pytest.mark.parametrize(
    ("older", "question", "newer", "said", "expected"), [case[1:] for case in QUESTIONS], ids=[c[0] for c in QUESTIONS]
)
def test_typed_while_a_question_waits(
    chat: Chat,
    older: list[tuple[str, str]],
    question: str,
    newer: list[tuple[str, str]],
    said: str,
    expected: str,
) -> None:
    chat.offer(older, age=timedelta(days=1))
    chat.ask(question)
    chat.offer(newer)
    assert chat.type(said) == expected


@pytest.mark.parametrize(
    ("question", "said", "expected"),
    [
        ("document", "1", "unclear sovb:3:1 nop:8"),
        ("handed-in", "1", "unclear nop:8"),
        ("submit", "1", "press nop:8"),
        ("document", "đã nộp", "to-confirm 1"),
    ],
)
def test_a_reminder_came_between_a_question_and_its_answer(chat: Chat, question: str, said: str, expected: str) -> None:
    chat.ask(question)
    chat.offer(ONE, name="outbox")
    assert chat.type(said) == expected


def test_what_records_is_never_pressed_by_a_word() -> None:
    assert PRESSES.keys() >= LOOKS
    assert COMMANDS.keys() >= LOOKING_COMMANDS
    for word in ("nop", "nopco", "rut", "rutco", "so", "sovb", "ngay", "dotdau"):
        assert not only_looks(f"{word}:1")
    assert [press for press in ("lenh:nop", "lenh:rutlai", "lenh:start", "gi-vay", "") if only_looks(press)] == []


def test_an_expired_number_is_known_and_refused(chat: Chat) -> None:
    chat.offer(REMINDER, age=LIVE)
    assert chat.type("1") == "expired"
    assert chat.type("báo cáo sơ kết") == "-"
    chat.offer(DOCUMENT)
    assert chat.type("1") == "expired 3 4"
    chat.ask("document")
    assert chat.type("1") == "-"  # nothing else can be meant but the document's number


def test_where_nothing_has_been_offered_a_number_means_nothing(chat: Chat) -> None:
    assert [chat.type(said) for said in ("1", "đề cương", "")] == ["-", "-", "-"]


def test_where_there_are_buttons_nothing_typed_is_a_choice(chat: Chat) -> None:
    chat.offer(REMINDER)
    assert [chat.type(said, Shows()) for said in ("1", "１", "đã nộp", "9")] == ["-"] * 4
