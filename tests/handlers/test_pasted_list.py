"""Lists as people paste them: numbered, separated, copied from tables, with documents and days."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from handlers.recordings.pasted_list import Entry, entries
from handlers.recordings.unit_matching import Roster, is_spelt_otherwise
from schedules.deadline import VIETNAM
from schedules.plan import Organisation, Unit
from tests.handlers.small_plans import BINH_THU, SMALL, VI_DU

NOW = datetime(2026, 5, 6, 8, 0, tzinfo=VIETNAM)
NAMES = {
    "so-van-hoa": "Sở Văn hóa, Thể thao và Du lịch",
    "so-noi-vu": "Sở Nội vụ",
    "24001": "UBND xã Văn Lang",
    "24002": "UBND xã Văn Lăng",
    "24003": "UBND phường Hoài Nhơn",
    "24004": "UBND phường Hoài Nhơn Bắc",
    "24005": "UBND xã Xa Dung",
    "24006": "UBND xã Tân Lập",
    "24007": "UBND phường Tân Lập",
    "24008": "UBND xã Bình Thử",
}


def organisation() -> Organisation:
    units = {id: Unit(id, name, "department" if id.startswith("so") else "xa") for id, name in NAMES.items()}
    return replace(SMALL.organisations[VI_DU], units=units)


ROSTER = Roster([organisation()])


def read(text: str) -> list[Entry]:
    return entries(text, lambda words: bool(ROSTER.named(words)), NOW)


@pytest.mark.parametrize(
    "text",
    [
        "Bình Thử\nHoài Nhơn",
        "1. Xã Bình Thử\n2. Phường Hoài Nhơn",
        "1) binh thu\n2) hoai nhon",
        "1/ UBND xã Bình Thử\n2/ UBND phường Hoài Nhơn",
        "1 Bình Thử\n2 Hoài Nhơn",
        "- Bình Thử;\n- Hoài Nhơn.",
        "• Bình Thử\n• Hoài Nhơn",
        "☑ Bình Thử\n☑ Hoài Nhơn",
        "Bình Thử, Hoài Nhơn",
        "Bình Thử; Hoài Nhơn;",
        "Bình Thử và Hoài Nhơn",
        "Các xã đã nộp: Bình Thử, Hoài Nhơn",
        "Bình Thử (đã nộp)\nHoài Nhơn đã nộp rồi",
        "Bình Thử ok\nHoài Nhơn x",
        "Bình Thử\tHoài Nhơn",
        "STT\tTên đơn vị\tGhi chú\n1\tUBND xã Bình Thử\tĐã gửi\n2\tUBND phường Hoài Nhơn\t",
        "| 1 | Bình Thử | đạt |\n|---|---|---|\n| 2 | Hoài Nhơn | |",
        "BINH THU\r\nHOAI NHON\r\n\r\n",
    ],
)
def test_two_units(text: str) -> None:
    assert [ROSTER.named(one.said)[0][1] for one in read(text)] == ["24008", "24003"]


DOCUMENT = Entry("", "45/BC-UBND", date(2026, 5, 5))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bình Thử, số 45/BC-UBND ngày 05/5", DOCUMENT),
        ("1. Bình Thử - 45/BC-UBND ngày 05/5/2026", DOCUMENT),
        ("Bình Thử 45/BC-UBND 05/5", DOCUMENT),
        ("Bình Thử: báo cáo số 45/BC-UBND ngày 5 tháng 5 năm 2026", DOCUMENT),
        ("Bình Thử\t45/BC-UBND\t05/05/2026", DOCUMENT),
        ("7\t24008\tBình Thử\t45/BC-UBND\t05/05/2026", DOCUMENT),
        ("45/BC-UBND\t05/5\tBình Thử", DOCUMENT),
        ("Bình Thử ngày 05/5", Entry("", None, date(2026, 5, 5))),
        ("Bình Thử số 45", Entry("", "45", None)),
        ("Bình Thử 45/BC-UBND ngày 05/5 nhận ngày 04/5", Entry("", "45/BC-UBND", date(2026, 5, 5), date(2026, 5, 4))),
    ],
)
def test_documents_and_days(text: str, expected: Entry) -> None:
    found = read(text)[-1]
    assert ROSTER.named(found.said)[0][1] == "24008"
    assert replace(found, said="") == expected


@pytest.mark.parametrize(
    ("said", "units"),
    [
        ("Văn Lang", ["24001"]),
        ("Văn Lăng", ["24002"]),
        ("van lang", ["24001", "24002"]),
        ("xã Tân Lập", ["24006"]),
        ("p. Tân Lập", ["24007"]),
        ("Tân Lập", ["24006", "24007"]),
        ("Hoài Nhơn", ["24003"]),
        ("hoai nhon bac", ["24004"]),
        ("Ủy ban nhân dân phường Hoài Nhơn", ["24003"]),
        ("xa dung", ["24005"]),
        ("xã Xa Dung", ["24005"]),
        ("24008", ["24008"]),
        ("nội vụ", ["so-noi-vu"]),
        ("so van hoa the thao va du lich", ["so-van-hoa"]),
        ("Hoài", []),
        ("Bình", []),
        ("", []),
    ],
)
def test_names(said: str, units: list[str]) -> None:
    assert sorted(unit for _, unit in ROSTER.named(said)) == units


def test_a_name_with_a_comma_stays_whole() -> None:
    assert [one.said for one in read("Sở Văn hóa, Thể thao và Du lịch, Sở Nội vụ")] == [
        "Sở Văn hóa, Thể thao và Du lịch",
        "Sở Nội vụ",
    ]


def test_what_is_no_unit_keeps_its_words() -> None:
    assert [one.said for one in read("1. Xã Không Có\n2. Bình Thử\n3. (ghi chú)")] == [
        "Xã Không Có",
        "Bình Thử",
        "(ghi chú)",
    ]


def test_other_diacritics_are_told() -> None:
    assert is_spelt_otherwise("xã Bình Thủ", "UBND xã Bình Thử")
    assert not is_spelt_otherwise("binh thu", "UBND xã Bình Thử")
    assert not is_spelt_otherwise("Bình Thử", "UBND xã Bình Thử")


def test_a_name_is_split_from_what_follows() -> None:
    assert ROSTER.leading("Hoài Nhơn Bắc thiếu phụ lục") == ("Hoài Nhơn Bắc", "thiếu phụ lục")
    assert ROSTER.leading("Hoài Nhơn: thiếu phụ lục") == ("Hoài Nhơn", "thiếu phụ lục")
    assert ROSTER.leading("thiếu phụ lục") == ("", "thiếu phụ lục")


def test_a_name_of_very_many_words_leads_a_sentence() -> None:
    name = "Ban " + " ".join(f"chữ{place}" for place in range(17))
    organisation = SMALL.organisations[VI_DU]
    unit = replace(organisation.units[BINH_THU], name=name)
    roster = Roster([replace(organisation, units={unit.id: unit})])
    assert roster.leading(f"{name} thiếu phụ lục") == (name, "thiếu phụ lục")
