"""Outlines and forms as printed, and who leads which section."""

from __future__ import annotations

from pathlib import Path

import pytest

from schedules.drafting.files.opening import open_document
from schedules.drafting.papers.outlines import outline
from schedules.drafting.parts.structure import items
from schedules.plan import Section
from tests.drafting.reading import document

ISSUED = Path(__file__).parents[1] / "data" / "drafts" / "issued"
REPORT = document(
    *("KẾ HOẠCH", "Tổng kết", "", "I. NỘI DUNG", "", "Báo cáo theo đề cương.", "", "Nơi nhận:", "- Lưu: VT.", ""),
    *(
        "ĐỀ CƯƠNG",
        "BÁO CÁO TỔNG KẾT",
        "",
        "I. TÌNH HÌNH",
        "",
        "Nêu đặc điểm.",
        "",
        "II. KẾT QUẢ",
        "",
        "1. Tổ chức bộ máy",
        "",
    ),
    *("- Số đơn vị.", "", "a) Trước sắp xếp.", "", "(Phụ lục số 1A, 2A kèm theo).", "", "2. Tài chính", ""),
    *(
        "Biểu 1A",
        "TỔNG HỢP ĐƠN VỊ",
        "",
        "TT\tĐơn vị\tSố\tSố",
        "1\tSở\t\t",
        "2\tXã\t\t",
        "",
        "Ghi chú: ghi đến ngày 31/5/2026.",
    ),
)


def flat(sections: tuple[Section, ...]) -> list[Section]:
    return [one for section in sections for one in (section, *flat(section.sections))]


def test_sections_forms_and_their_texts() -> None:
    found = outline(items(REPORT))
    assert found is not None
    assert found.title == "ĐỀ CƯƠNG BÁO CÁO TỔNG KẾT"
    assert [(one.path, one.title) for one in flat(found.sections)] == [
        ("I", "TÌNH HÌNH"),
        ("II", "KẾT QUẢ"),
        ("II.1", "Tổ chức bộ máy"),
        ("II.2", "Tài chính"),
    ]
    machinery = found.sections[1].sections[0]
    assert machinery.text == "- Số đơn vị.\na) Trước sắp xếp.\n(Phụ lục số 1A, 2A kèm theo)."
    assert machinery.form_ids == ("1A", "2A")
    assert [(form.id, form.title, form.attached, len(form.rows)) for form in found.forms] == [
        ("1A", "TỔNG HỢP ĐƠN VỊ", True, 3),
        ("2A", "", False, 0),
    ]
    assert found.forms[0].note == "Ghi chú: ghi đến ngày 31/5/2026."


PRINTED = {  # paths of sections in the shipped outlines, and how many
    "an-giang.txt": ({"A.1", "B.I", "B.II.1", "B.III.8", "B.VI.4"}, 36),
    "binh-thanh.txt": ({"II", "II.1", "II.9"}, 10),
    "gia-lai.txt": ({"II.1.1", "II.1.8", "II.2"}, 11),
    "lao-cai.txt": ({"B.I.1", "B.I.8", "B.II.2"}, 13),
}


@pytest.mark.parametrize("name", PRINTED)
def test_the_issued_outlines(name: str) -> None:
    found = outline(items(open_document(ISSUED / name)))
    assert found is not None
    paths = [one.path for one in flat(found.sections)]
    must, count = PRINTED[name]
    assert must <= set(paths)
    assert len(paths) == len(set(paths)) == count


def test_the_annex_says_who_leads_a_section() -> None:
    found = outline(items(open_document(ISSUED / "lao-cai.txt")))
    assert found is not None
    assert found.leads["B.I.6"] == ("Sở Tài chính", "Sở Xây dựng")
    assert found.leads["B.I.7"] == ("Sở Khoa học và Công nghệ",)


def test_a_document_without_an_outline() -> None:
    assert outline(items(open_document(ISSUED / "lai-chau.txt"))) is None
