"""The outline as a .docx, read back against the shipped plans: headings, texts, forms, sheet, letters."""

from __future__ import annotations

import io
import zipfile

import pytest
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.shared import Pt

from handlers.outlines.outline_pages import heading_text, outline_file, plan_named
from handlers.outlines.sections import walk
from schedules.plan import Section
from tests.handlers.documents import SHIPPED, cells_of, lines_of, made, opened, shipped
from tests.handlers.small_plans import BINH_THU, OUTLINE, SMALL, SO_KET, TAI_CHINH, VI_DU


@pytest.mark.parametrize("id", SHIPPED)
def test_every_section_has_its_heading_and_its_text(id: str) -> None:
    _, plan = shipped(id)
    assert plan.outline is not None
    sections = list(walk(plan.outline.sections))
    document = made(id)
    headings = [line for line in document.paragraphs if (line.style.name or "").startswith("Heading")]
    wanted = [(heading_text(placed.section), f"Heading {len(placed.at)}") for placed in sections]
    assert [(line.text, line.style.name) for line in headings[: len(wanted)]] == wanted
    italic = [line.text for line in document.paragraphs if line.runs and all(run.italic for run in line.runs)]
    for placed in sections:
        for line in filter(None, map(str.strip, placed.section.text.splitlines())):
            assert line in italic, placed.spoken


@pytest.mark.parametrize("id", SHIPPED)
def test_every_attached_form_is_a_table_with_its_printed_cells(id: str) -> None:
    _, plan = shipped(id)
    document = made(id)
    attached = [form for form in plan.forms.values() if form.attached]
    tables = document.tables[2:]  # after the head and the foot
    assert len(tables) == len(attached)
    for form, table in zip(attached, tables, strict=True):
        assert f"Biểu {form.id}" in lines_of(document)
        assert (len(table.rows), len(table.columns)) == (len(form.rows), len(form.rows[0]))
        assert [(row, place, text) for row, place, text in cells_of(table) if text != form.rows[row][place]] == []
        written = sum(bool(text) for row in form.rows for text in row)
        assert sum(bool(text) for _, _, text in cells_of(table)) == written


def test_an_giang_has_forms_and_names_those_that_are_only_cited() -> None:
    _, plan = shipped("an-giang")
    assert [form.id for form in plan.forms.values() if form.attached] == ["1B", "2B", "8B", "12B", "13B"]
    cited = [line for line in lines_of(made("an-giang")) if line.startswith("Biểu ") and ": " in line]
    assert [line.partition(":")[0] for line in cited] == [f"Biểu {number}B" for number in (3, 4, 5, 6, 7, 9, 10, 11)]


@pytest.mark.parametrize("id", SHIPPED)
def test_the_sheet_and_the_letters_are_those_of_the_decree(id: str) -> None:
    document = made(id)
    first = document.sections[0]
    assert (round(first.page_width.mm), round(first.page_height.mm)) == (210, 297)
    for section in document.sections:
        margins = (section.left_margin, section.right_margin, section.top_margin, section.bottom_margin)
        assert [round(margin.mm) for margin in margins] == [30, 20, 20, 20]
    for name in ("Normal", "Heading 1", "Heading 2", "Heading 3", "Heading 4", "Heading 5"):
        style = document.styles[name]
        fonts = style.element.rPr.rFonts.attrib
        assert style.font.size == Pt(14), name
        assert {value for key, value in fonts.items() if key != qn("w:hint")} == {"Times New Roman"}, name
    others = {run.font.name for line in document.paragraphs for run in line.runs} - {None}
    assert others == set()


def test_a_form_of_many_columns_lies_across_the_sheet() -> None:
    document = made("an-giang")
    lying = [section.orientation == WD_ORIENT.LANDSCAPE for section in document.sections]
    assert lying == [False, False, False, True, True, True, False]  # the report, 1B, 2B, 8B, 12B, 13B, those cited


def test_the_pages_are_numbered_from_the_second() -> None:
    first, *others = made("an-giang").sections
    assert first.different_first_page_header_footer
    assert not any(section.different_first_page_header_footer for section in others)
    fields = first.header._element.iter(qn("w:fldSimple"))
    assert [field.get(qn("w:instr")) for field in fields] == ["PAGE"]
    assert all(section.header.is_linked_to_previous for section in others)


def test_the_same_plan_and_unit_are_the_same_bytes() -> None:
    organisation = SMALL.organisations[VI_DU]
    files = [outline_file(organisation, SO_KET, organisation.units[unit]) for unit in (TAI_CHINH, TAI_CHINH, BINH_THU)]
    assert files[0] == files[1]
    assert files[0] != files[2]
    with zipfile.ZipFile(io.BytesIO(files[0])) as parts:
        assert {part.date_time for part in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert not [name for name in parts.namelist() if "thumbnail" in name or "customXml" in name]
    properties = opened(files[0]).core_properties
    assert (properties.author, properties.title, str(properties.created)[:10]) == ("", OUTLINE.title, "2026-04-22")


@pytest.mark.parametrize("id", SHIPPED)
def test_the_file_is_small(id: str) -> None:
    organisation, plan = shipped(id)
    assert len(outline_file(organisation, plan, None)) < 30_000


@pytest.mark.parametrize(
    ("id", "named"),
    [
        ("lao-cai", "Kế hoạch số 197/KH-UBND ngày 04/5/2026 của Ủy ban nhân dân tỉnh Lào Cai"),
        ("an-giang", "Kế hoạch của Ban Thường vụ Tỉnh ủy An Giang"),
    ],
)
def test_a_plan_is_named_as_far_as_it_is_printed(id: str, named: str) -> None:
    assert plan_named(shipped(id)[1]) == named


@pytest.mark.parametrize(
    ("number", "title", "heading"),
    [("1.1", "Về nhân sự", "1.1. Về nhân sự"), ("a)", "Về", "a) Về"), ("2.", "Về", "2. Về"), ("3", "", "3.")],
)
def test_a_heading_has_its_printed_number(number: str, title: str, heading: str) -> None:
    assert heading_text(Section(number, number, title)) == heading
