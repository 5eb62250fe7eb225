"""The picture of a plan: its size, what is on it and in which order, and that all of it can be read."""

from __future__ import annotations

import io
import unicodedata
from dataclasses import replace
from datetime import datetime
from functools import cache

import pytest
from PIL import Image

from handlers.belonging import Followed
from handlers.figures import picture_page
from handlers.figures.figures import Figures, Standing
from handlers.figures.picture_grid import Column, Grid, Line, grids
from handlers.figures.picture_page import FONTS, LOOKS, picture
from handlers.figures.status_state import state_of
from handlers.figures.table_of_figures import table
from handlers.figures.table_words import figures_named
from schedules.deadline import VIETNAM
from schedules.plan import AssignmentId, Organisation, Plan
from storage import submissions
from storage.database import reading, unit_of_work
from storage.tables import Person
from tests.handlers.conversation import NO_BUTTONS, Conversation
from tests.handlers.documents import shipped
from tests.handlers.small_plans import BINH_THU, HANG_THANG, NOI_VU, SO_KET, VI_DU

PNG_MOST = 500_000
FRIDAY = datetime(2026, 5, 8, 8, 0, tzinfo=VIETNAM)
LETTERS = "ăâđêôơưĂÂĐÊÔƠƯ" + "".join(
    unicodedata.normalize("NFC", letter + mark)
    for letter in "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY"
    for mark in "\u0300\u0301\u0303\u0309\u0323"
)


def shown(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content)).convert("RGB")


def of_plan(conversation: Conversation, organisation: Organisation, plan: Plan, now: datetime) -> list[Grid]:
    with reading(conversation.engine) as session:
        return grids(organisation, plan, table(session, organisation, plan, now))


@pytest.fixture
def small(conversation: Conversation) -> Grid:
    organisation = conversation.plans.organisations[VI_DU]
    with unit_of_work(conversation.engine) as session:
        person = Person(display_name="Nguyễn Thử Nhất", created_at=FRIDAY)
        session.add(person)
        session.flush()
        report = AssignmentId(VI_DU, SO_KET.id, "bao-cao", BINH_THU)
        submissions.record(session, report, person.id or 0, FRIDAY)
    (found,) = of_plan(conversation, organisation, SO_KET, FRIDAY)
    return found


def test_units_and_tasks_the_worst_first(small: Grid) -> None:
    assert [(one.number, one.title) for one in small.columns] == [
        (1, "Báo cáo tham luận"),
        (2, "Báo cáo sơ kết 01 năm thí điểm"),
        (3, "Tổ chức hội nghị sơ kết"),
        (4, "Báo cáo tổng hợp của tỉnh"),
        (5, "Gửi ý kiến góp ý"),
    ]
    over, late, still = Standing.OVERDUE, Standing.LATE, Standing.OPEN
    assert [(line.unit, line.standings) for line in small.lines] == [
        ("Sở Tài chính", (over, over, None, None, None)),
        ("UBND xã An Mẫu", (None, over, still, None, still)),
        ("UBND phường Thử Nghiệm", (None, over, None, None, None)),
        ("UBND xã Bình Thử", (None, late, still, None, None)),
        ("Sở Nội vụ", (None, None, None, still, None)),
    ]


def test_a_period_is_called_by_its_last_day_as_in_the_chat(conversation: Conversation) -> None:
    organisation = conversation.plans.organisations[VI_DU]
    (found,) = of_plan(conversation, organisation, HANG_THANG, FRIDAY)
    assert [one.title for one in found.columns] == [f"Báo cáo tháng (hạn 19/{month:02}/2026)" for month in (3, 4)]


def test_its_totals_are_those_of_tiendo(conversation: Conversation, small: Grid) -> None:
    organisation = conversation.plans.organisations[VI_DU]
    with reading(conversation.engine) as session:
        state = state_of(session, Followed(organisation, SO_KET), FRIDAY)
    assert small.figures == state.figures == Figures(late=1, open=4, overdue=4)
    assert sum((column.figures for column in small.columns), Figures()) == small.figures
    cells = [standing for line in small.lines for standing in line.standings if standing]
    assert len(cells) == small.figures.expected
    assert figures_named(small.figures) == (
        "Đã nộp 1/9 (11,1%): đúng hạn 0, muộn 1; chưa nộp: còn trong hạn 4, quá hạn 4"
    )


@pytest.mark.parametrize("place", ["gia-lai", "lai-chau", "lao-cai", "an-giang", "binh-thanh"])
def test_every_shipped_plan_fits_a_phone(conversation: Conversation, place: str) -> None:
    organisation, plan = shipped(place)
    found = of_plan(conversation, organisation, plan, datetime(2026, 7, 20, 8, 0, tzinfo=VIETNAM))
    named = [line.unit for grid in found for line in grid.lines]
    assert len(named) == len(set(named)) > 0
    assert [grid.number for grid in found] == list(range(1, found[0].of + 1))
    assert found[0].left == len(named) - len(found[0].lines)
    assert found[-1].left == 0
    for grid in found:
        assert len(grid.lines) <= 40
        content = picture(grid)
        assert len(content) < PNG_MOST
        width, height = shown(content).size
        assert 720 <= width <= 1280
        assert 30 * len(grid.lines) < height < 1600


def test_each_class_is_seen_by_its_colour(small: Grid) -> None:
    image = shown(picture(small))
    here = {colour for _, colour in image.getcolors(maxcolors=1 << 20) or ()}

    def near(wanted: str) -> bool:
        red, green, blue = (int(wanted[at : at + 2], 16) for at in (1, 3, 5))
        return any(abs(r - red) + abs(g - green) + abs(b - blue) < 12 for r, g, b in here)

    assert [one for one in Standing if not near(LOOKS[one].ground)] == []
    inked = sum(count for count, colour in image.getcolors(maxcolors=1 << 20) or () if max(colour) < 100)
    assert inked > image.width * image.height / 200, "letters all over it"


def test_each_class_has_a_sign_of_its_own() -> None:
    signs = [look.sign for look in LOOKS.values()]
    assert len(set(signs)) == len(signs) == len(Standing) + 1


@cache
def drawn(letter: str, *, bold: bool) -> bytes:
    font = picture_page._font(20, bold=bold)
    return bytes(font.getmask(letter))


@pytest.mark.parametrize("bold", [False, True], ids=["regular", "bold"])
def test_the_font_has_every_vietnamese_letter_and_every_sign(bold: bool) -> None:
    nothing = drawn("\uffff", bold=bold)  # the box that stands for what a font does not have
    letters = [*LETTERS, *(look.sign for look in LOOKS.values()), "…", "/"]
    assert len(LETTERS) == 14 + 120
    assert [letter for letter in letters if drawn(letter, bold=bold) == nothing] == []


def test_letters_typed_in_parts_are_drawn_as_one(small: Grid) -> None:
    apart = replace(
        small, lines=tuple(replace(one, unit=unicodedata.normalize("NFD", one.unit)) for one in small.lines)
    )
    assert picture(apart) == picture(small)


def test_names_far_too_long_are_cut() -> None:
    long = "Ủy ban nhân dân phường " * 20
    column = Column(1, long, (long, long), Figures(open=1))
    grid = Grid(
        replace(SO_KET, title=long, issuer=long),
        FRIDAY,
        Figures(open=1),
        (column,),
        (Line(long, (Standing.OPEN,)),),
        1,
        1,
        0,
    )
    assert shown(picture(grid)).width <= 1280


def test_many_tasks_go_on_further_pictures(conversation: Conversation) -> None:
    organisation = conversation.plans.organisations[VI_DU]
    task = SO_KET.tasks["bao-cao"]
    many = replace(
        SO_KET, tasks={f"bao-cao-{n}": replace(task, id=f"bao-cao-{n}", title=f"Báo cáo {n}") for n in range(15)}
    )
    first, second = of_plan(conversation, organisation, many, FRIDAY)
    assert [one.number for one in (*first.columns, *second.columns)] == list(range(1, 16))
    assert [line.unit for line in first.lines] == [line.unit for line in second.lines]
    assert shown(picture(first)).width <= 1280


def test_a_licence_lies_beside_the_font() -> None:
    assert sorted(file.name for file in FONTS.iterdir()) == ["DejaVuSans-Bold.ttf", "DejaVuSans.ttf", "LICENSE"]
    assert "Bitstream Vera" in (FONTS / "LICENSE").read_text("utf-8")


def test_further_pictures_by_a_button(conversation: Conversation) -> None:
    organisation, plan = shipped("gia-lai")
    conversation.plans = replace(conversation.plans, organisations={organisation.id: organisation})
    conversation.now = datetime(2026, 5, 14, 8, 0, tzinfo=VIETNAM)
    conversation.join("phoi", "Lê Điều Phối", "coordinator", organisation.id, "so-noi-vu")
    said = conversation.say("phoi", "/bang")
    assert "Ảnh 1/5, gồm 30 đơn vị; chậm nhất trước." in said.words
    assert [label for label, _ in said.buttons] == ["Ảnh tiếp theo (còn 120 đơn vị)", "Toàn kế hoạch", "Tải tệp Excel"]
    for number in range(2, 6):
        said = conversation.press("phoi", "Ảnh tiếp theo")
        assert [one.name for one in said.reply.attachments] == [f"Bang-{plan.id}-{number}.png"]
    assert [label for label, _ in said.buttons] == ["Toàn kế hoạch", "Tải tệp Excel"]


def test_where_no_picture_can_be_given_the_units_are_listed(conversation: Conversation) -> None:
    conversation.join("phoi", "Lê Điều Phối", "coordinator", VI_DU, NOI_VU)
    conversation.shows = replace(NO_BUTTONS, files=False)
    conversation.say("phoi", "/bang")
    listed = conversation.say("phoi", "1")
    assert listed.keys[0] == "picture-not-here"
    assert "UBND xã Bình Thử" in listed.words
    assert listed.reply.attachments == ()
    assert "Xem bảng (ảnh)" not in conversation.say("phoi", "/tiendo").words
