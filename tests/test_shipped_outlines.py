"""The outlines and forms of the five shipped plans against what their documents print, stated by hand."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from schedules.loading.loader import load
from schedules.plan import Organisation, Outline, Plan, Section

PLANS_FILE = Path(__file__).parent.parent / "plans.yaml"


@pytest.fixture(scope="module")
def organisations() -> dict[str, Organisation]:
    plans = load(PLANS_FILE).plans
    assert plans is not None
    return dict(plans.organisations)


def plan_of(organisations: dict[str, Organisation], organisation: str) -> Plan:
    return organisations[organisation].plans["so-ket-01-nam"]


def outline_of(plan: Plan) -> Outline:
    assert plan.outline is not None
    return plan.outline


def section_at(plan: Plan, *numbers: str) -> Section:
    """Find a section by the printed numbers that lead to it."""
    sections = outline_of(plan).sections
    for number in numbers[:-1]:
        sections = next(section for section in sections if section.number == number).sections
    return next(section for section in sections if section.number == numbers[-1])


def all_sections(sections: tuple[Section, ...]) -> Iterator[Section]:
    for section in sections:
        yield section
        yield from all_sections(section.sections)


LEADS = [
    (("Phụ lục 1", "I", "2"), ["Sở Nội vụ"]),
    (("Phụ lục 1", "I", "2", "2.1"), ["Sở Nội vụ"]),
    (("Phụ lục 1", "I", "2", "2.2"), ["Sở Nội vụ"]),
    (("Phụ lục 1", "I", "2", "2.3"), ["Sở Tài chính"]),
    (("Phụ lục 1", "I", "2", "2.4"), ["Sở Xây dựng"]),
    (("Phụ lục 1", "I", "2", "2.5"), ["Sở Nội vụ"]),
    (("Phụ lục 1", "I", "2", "2.6"), ["Sở Khoa học và Công nghệ"]),
    (("Phụ lục 1", "I", "2", "2.7"), ["Trung tâm Phục vụ hành chính công tỉnh"]),
    (("B", "I", "1"), []),
    (("B", "I", "2"), ["Sở Nội vụ"]),
    (("B", "I", "3"), ["Sở Nội vụ"]),
    (("B", "I", "4"), ["Trung tâm Phục vụ hành chính công tỉnh"]),
    (("B", "I", "5"), []),
    (("B", "I", "6"), ["Sở Tài chính", "Sở Xây dựng"]),
    (("B", "I", "7"), ["Sở Khoa học và Công nghệ"]),
    (("B", "I", "8"), ["Sở Nội vụ"]),
    (("B", "II"), []),
]


@pytest.mark.parametrize(("numbers", "leads"), LEADS, ids=[" ".join(numbers) for numbers, _ in LEADS])
def test_lao_cai_section_has_the_lead_of_its_annex_row(
    organisations: dict[str, Organisation], numbers: tuple[str, ...], leads: list[str]
) -> None:
    section = section_at(plan_of(organisations, "lao-cai"), *numbers)
    assert [organisations["lao-cai"].units[unit].name for unit in section.lead_unit_ids] == leads


def test_lao_cai_last_annex_row_is_led_by_every_department(organisations: dict[str, Organisation]) -> None:
    section = section_at(plan_of(organisations, "lao-cai"), "Phụ lục 1", "I", "2", "2.8")
    assert section.lead_unit_ids == organisations["lao-cai"].groups["so-nganh"].unit_ids


def test_every_lead_owes_the_report_that_its_section_belongs_to(organisations: dict[str, Organisation]) -> None:
    plan = plan_of(organisations, "lao-cai")
    leads = {unit for section in all_sections(outline_of(plan).sections) for unit in section.lead_unit_ids}
    owing = {unit for due in plan.tasks["bao-cao-so-nganh"].dues for unit in due.unit_ids}
    assert leads <= owing


@pytest.mark.parametrize(
    ("organisation", "count", "first", "last"),
    [
        (
            "gia-lai",
            11,
            ("II", "NỘI DUNG SƠ KẾT"),
            ("2", "Về nhiệm vụ, giải pháp trong thời gian đến"),
        ),
        (
            "lao-cai",
            24,
            ("B", "NỘI DUNG SƠ KẾT"),
            (
                "2.8",
                "Khó khăn, vướng mắc; Bài học kinh nghiệm, cách làm hay cần nhân rộng; "
                "Giải pháp, phương hướng giai đoạn 2026-2030; Đề xuất, kiến nghị",
            ),
        ),
        (
            "binh-thanh",
            10,
            ("II", "NỘI DUNG SƠ KẾT"),
            ("9", "Tác động đối với phát triển kinh tế - xã hội, quốc phòng, an ninh"),
        ),
        (
            "an-giang",
            36,
            ("A", "YÊU CẦU CHUNG XÂY DỰNG BÁO CÁO"),
            (
                "4",
                "Kiến nghị, đề xuất với Ban Tổ chức Trung ương, Bộ Nội vụ, ban, bộ, ngành, cơ quan Trung ương.",
            ),
        ),
    ],
)
def test_outline_has_every_section(
    organisations: dict[str, Organisation],
    organisation: str,
    count: int,
    first: tuple[str, str],
    last: tuple[str, str],
) -> None:
    outline = outline_of(plan_of(organisations, organisation))
    sections = list(all_sections(outline.sections))
    assert outline.attached
    assert len(sections) == count
    assert (sections[0].number, sections[0].title) == first
    assert (sections[-1].number, sections[-1].title) == last


@pytest.mark.parametrize(
    ("organisation", "numbers", "below"),
    [
        ("gia-lai", ("II", "1"), ["1.1", "1.2", "1.3", "1.4", "1.5", "1.6", "1.7", "1.8"]),
        ("lao-cai", ("B", "I"), ["1", "2", "3", "4", "5", "6", "7", "8"]),
        ("lao-cai", ("B", "II"), ["1", "2"]),
        ("lao-cai", ("Phụ lục 1", "I", "2"), ["2.1", "2.2", "2.3", "2.4", "2.5", "2.6", "2.7", "2.8"]),
        ("binh-thanh", ("II",), ["1", "2", "3", "4", "5", "6", "7", "8", "9"]),
        ("an-giang", ("A",), ["1", "2", "3"]),
        ("an-giang", ("B",), ["I", "II", "III", "IV", "V", "VI"]),
        ("an-giang", ("B", "II"), ["1", "2", "3"]),
        ("an-giang", ("B", "III"), ["1", "2", "3", "4", "5", "6", "7", "8"]),
        ("an-giang", ("B", "IV"), ["1", "2", "3"]),
        ("an-giang", ("B", "V"), ["1", "2", "3", "4", "5", "6", "7"]),
        ("an-giang", ("B", "VI"), ["1", "2", "3", "4"]),
    ],
)
def test_sections_keep_their_printed_numbers_and_order(
    organisations: dict[str, Organisation], organisation: str, numbers: tuple[str, ...], below: list[str]
) -> None:
    section = section_at(plan_of(organisations, organisation), *numbers)
    assert [one.number for one in section.sections] == below


@pytest.mark.parametrize(
    ("organisation", "numbers", "words"),
    [
        ("gia-lai", ("II", "1", "1.3"), "trong đó làm rõ mức độ thông suốt, liên thông"),  # a page break stood inside
        ("lao-cai", ("B", "I", "1"), "\n¹ Đặc biệt là kết quả thực hiện Nghị quyết số 60-NQ/TW"),
        ("lao-cai", ("B", "I", "3"), "cấp tỉnh, cấp xã và Trung tâm phục vụ hành chính công các cấp."),
        ("lao-cai", ("B", "I", "3"), "\nc) Đánh giá mức độ hiệu lực, hiệu quả"),
        ("an-giang", ("A", "1"), "số liệu chính xác (từ ngày 01/7/2025 đến thời 31/5/2026)"),  # printed so
        ("an-giang", ("B", "III", "2"), "từ ngày 01/7/20025"),  # printed so
        ("an-giang", ("B", "III", "1"), "\n² Về: (1) Chất lượng cán bộ, công chức sau sắp xếp;"),
    ],
)
def test_text_is_word_for_word(
    organisations: dict[str, Organisation], organisation: str, numbers: tuple[str, ...], words: str
) -> None:
    assert words in section_at(plan_of(organisations, organisation), *numbers).text


@pytest.mark.parametrize("organisation", ["gia-lai", "lai-chau", "lao-cai", "an-giang", "binh-thanh"])
def test_no_marks_of_scanning_are_left(organisations: dict[str, Organisation], organisation: str) -> None:
    for section in all_sections(outline_of(plan_of(organisations, organisation)).sections):
        assert not set("<>*#\t") & set(section.title + section.text), section.path


def test_lai_chau_only_points_to_its_outline(organisations: dict[str, Organisation]) -> None:
    outline = outline_of(plan_of(organisations, "lai-chau"))
    assert not outline.attached
    assert outline.sections == ()
    assert "Phụ lục III" in outline.title
    assert "706/QĐ-TTg" in outline.title
    assert "Phần B của Kế hoạch ban hành kèm theo Quyết định số 706/QĐ-TTg" in outline.note


def test_forms_of_an_giang_are_attached_or_only_cited(organisations: dict[str, Organisation]) -> None:
    forms = plan_of(organisations, "an-giang").forms
    assert list(forms) == [f"{number}B" for number in range(1, 14)]
    attached = {form.id: len(form.rows) for form in forms.values() if form.attached}
    assert attached == {"1B": 9, "2B": 8, "8B": 41, "12B": 25, "13B": 10}
    for form in forms.values():
        assert bool(form.title) == form.attached
        assert form.attached or (form.rows == () and "Chỉ được dẫn tại mục" in form.note)


def test_rows_of_a_form_are_equally_wide(organisations: dict[str, Organisation]) -> None:
    forms = plan_of(organisations, "an-giang").forms
    widths = {form.id: {len(row) for row in form.rows} for form in forms.values() if form.attached}
    assert widths == {"1B": {6}, "2B": {6}, "8B": {14}, "12B": {9}, "13B": {9}}


def test_sections_cite_their_forms(organisations: dict[str, Organisation]) -> None:
    sections = all_sections(outline_of(plan_of(organisations, "an-giang")).sections)
    assert [section.form_ids for section in sections if section.form_ids] == [
        ("1B",),
        ("2B",),
        ("3B", "4B", "5B", "6B", "7B", "8B", "9B"),
        ("10B", "11B"),
        ("12B",),
        ("13B",),
    ]
