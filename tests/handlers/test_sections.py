"""What people type for a section or a form, and what it finds."""

from __future__ import annotations

import pytest

from handlers.outlines.sections import find_form, find_sections
from handlers.spelling import plain, shortened
from schedules.plan import Form, Outline, Plan, Section
from tests.handlers.small_plans import FORMS, OUTLINE, SO_KET

PRINTED = Outline(
    "Đề cương",
    (
        Section("A", "A", "YÊU CẦU CHUNG", sections=(Section("1", "A.1", "", text="Báo cáo phản ánh trung thực"),)),
        Section(
            "B",
            "B",
            "NỘI DUNG",
            sections=(
                Section("I", "B.I", "ĐẶC ĐIỂM"),
                Section("II", "B.II", "LÃNH ĐẠO", sections=(Section("1", "B.II.1", "Tuyên truyền"),)),
            ),
        ),
        Section(
            "III",
            "III",
            "KẾT QUẢ",
            sections=(
                Section("4", "III.4", "Lĩnh vực", sections=(Section("4.1", "III.4.4.1", "Thủ tục hành chính"),)),
            ),
        ),
        Section("2", "2", "PHÂN CÔNG", sections=(Section("2.3", "2.2.3", "Tài sản công"),)),
    ),
)

ASKED = [
    ("II.2", OUTLINE, ["II.2"]),
    ("ii 2", OUTLINE, ["II.2"]),
    ("mục II-1", OUTLINE, ["II.1"]),
    ("1", OUTLINE, ["I", "II.1", "III.1"]),
    ("Tài chính", OUTLINE, ["II.2"]),
    ("", OUTLINE, []),
    ("7", OUTLINE, []),
    ("2.3", PRINTED, ["2.2.3"]),
    ("B.II.1", PRINTED, ["B.II.1"]),
    ("II.1", PRINTED, ["B.II.1"]),
    ("phần A", PRINTED, ["A"]),
    ("4.1", PRINTED, ["III.4.4.1"]),
    ("mục III.4.1", PRINTED, ["III.4.4.1"]),
    ("2", PRINTED, ["2"]),
]


@pytest.mark.parametrize(("asked", "outline", "paths"), ASKED, ids=[f"{asked[0]!r}" for asked in ASKED])
def test_find_sections(asked: str, outline: Outline, paths: list[str]) -> None:
    assert [placed.section.path for placed in find_sections(outline, asked)] == paths


@pytest.mark.parametrize("asked", ["biểu 3B", "Biểu mẫu 3b", "Phụ lục số 3B", "phu luc 3b", "3b"])
def test_find_form(asked: str) -> None:
    assert find_form(SO_KET, asked) is FORMS["3B"]


def test_no_such_form() -> None:
    assert find_form(SO_KET, "biểu 33B") is None


def test_forms_are_found_by_their_id_alone() -> None:
    plan = Plan(**{name: getattr(SO_KET, name) for name in Plan.__slots__} | {"forms": {"01": Form("01", "", True)}})
    assert find_form(plan, "mẫu số 01") is plan.forms["01"]


@pytest.mark.parametrize(
    ("text", "most", "short"),
    [
        ("Báo cáo", 10, "Báo cáo"),
        ("Báo cáo sơ kết 01 năm", 15, "Báo cáo sơ kết…"),
        ("Báo cáo sơ kết 01 năm", 14, "Báo cáo sơ…"),
        ("Khôngcókhoảngtrắng", 6, "Không…"),
        ("Báo cáo, tổng hợp", 10, "Báo cáo…"),
    ],
)
def test_shortened(text: str, most: int, short: str) -> None:
    assert shortened(text, most) == short
    assert len(shortened(text, most)) <= most


def test_plain() -> None:
    assert plain("  Đề  CƯƠNG ") == "de cuong"
