"""Which units some words may name, in one roster and in all."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from statistics import median
from time import perf_counter

import pytest

from handlers.understanding import Names
from handlers.understanding.naming import named_units
from schedules.loading.loader import load
from schedules.plan import Group, Organisation, Unit

ROOT = Path(__file__).parent.parent.parent


def organisation(*units: Unit) -> Organisation:
    return Organisation(
        "tinh-thu", "UBND tỉnh Thử", units[0].id, {unit.id: unit for unit in units}, dict[str, Group](), {}
    )


SMALL = Names.of(
    [
        organisation(
            Unit("so-xay-dung", "Sở Xây dựng", "department", ("SXD",)),
            Unit("so-van-hoa", "Sở Văn hóa, Thể thao và Du lịch", "department", ("Sở VHTTDL",)),
            Unit("1", "UBND xã Văn Lang", "commune"),
            Unit("2", "UBND xã Văn Lăng", "commune"),
            Unit("3", "UBND phường Quy Nhơn", "commune"),
            Unit("4", "UBND phường Quy Nhơn Nam", "commune"),
            Unit("5", "UBND xã Bình Thành", "commune"),
            Unit("6", "Đảng ủy xã Mỹ Hòa Hưng", "commune"),
        )
    ]
)


@pytest.mark.parametrize(
    ("typed", "units"),
    [
        ("Văn Lăng", ["2"]),
        ("xã Văn Lang", ["1"]),
        ("van lang", ["1", "2"]),
        ("quy nhon", ["3"]),
        ("p. Quy Nhơn", ["3"]),
        ("Phường quy nhơn nam", ["4"]),
        ("xã Quy Nhơn", ["3"]),
        ("UBND phường Quy Nhơn", ["3"]),
        ("sxd", ["so-xay-dung"]),
        ("so xay dung", ["so-xay-dung"]),
        ("văn hóa du lịch", ["so-van-hoa"]),
        ("Sở VHTTDL", ["so-van-hoa"]),
        ("my hoa hung", ["6"]),
        ("dang uy xa my hoa hung", ["6"]),
        ("binh thahn", ["5"]),
        ("bin thanh", ["5"]),
        ("Hà Nội", []),
        ("", []),
        ("?!", []),
    ],
)
def test_find(typed: str, units: list[str]) -> None:
    assert [unit for _, unit in SMALL.find(typed)] == units


@pytest.mark.parametrize(
    ("said", "eager", "written"),
    [
        ("xa binh thanh nop chua", True, ["xã Bình Thành"]),
        ("van lang nop chua", True, ["van lang"]),
        ("văn lăng nộp chưa", True, ["Văn Lăng"]),
        ("SỞ XÂY DỰNG NỘP CHƯA", True, ["Sở Xây dựng"]),
        ("nhắc Bình Thành với p. Quy Nhơn Nam", True, ["Bình Thành", "p. Quy Nhơn Nam"]),
        ("xã em nộp rồi", False, []),
        ("xã nào chưa nộp", True, []),
        ("văn bản số 12/BC-SXD", False, []),
        ("xa binh thahn nop chua", True, ["xã Bình Thành"]),
    ],
)
def test_named_in_a_message(said: str, eager: bool, written: list[str]) -> None:
    assert [named.written for named in named_units(said, SMALL, eager)] == written


def test_what_something_is_sent_to_is_no_subject() -> None:
    assert [
        (named.written, named.receives) for named in named_units("Bình Thành đã gửi Sở Xây dựng", SMALL, False)
    ] == [
        ("Bình Thành", False),
        ("Sở Xây dựng", True),
    ]


@cache
def everywhere() -> tuple[Names, Names]:
    plans = load(ROOT / "plans.yaml").plans
    assert plans
    return Names.of([plans.organisations["gia-lai"]]), Names.of(plans.organisations.values())


@pytest.mark.parametrize("roster", [0, 1], ids=["135 communes", "all five"])
@pytest.mark.parametrize("typed", ["quy nhon nam", "hoai nhon", "quy nhon na", "khong co ten nay", "so tai chih"])
def test_finding_costs_little(roster: int, typed: str) -> None:
    names = everywhere()[roster]
    took = []
    for _ in range(30):
        start = perf_counter()
        names.find(typed)
        took.append(perf_counter() - start)
    assert median(took) < 0.002


def test_nobody_is_found_without_rosters() -> None:
    assert Names.of([]).find("Sở Xây dựng") == []
