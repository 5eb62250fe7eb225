"""Write an outline as the skeleton of a report: head, title, the headings with what to write under each, the forms."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from docx.document import Document as Docx
from docx.enum.section import WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.shared import Mm, Pt

from handlers.outlines.document_head import put_foot, put_head
from handlers.outlines.form_tables import lies_across, put_table
from handlers.outlines.official_page import HEADINGS, LEFT, RIGHT, SHEET, blank, lay_out, put, saved
from handlers.plan_names import plan_named
from schedules.plan import Form, Organisation, Outline, Plan, Section, Unit

NAMED_LEADS = 5


def outline_file(organisation: Organisation, plan: Plan, unit: Unit | None) -> bytes:
    """Return the skeleton of a unit's report as .docx; for nobody in particular, its name is left open.

    The same plan and unit give the same bytes.
    """
    assert plan.outline is not None, "only a plan with an outline has a skeleton"
    day = plan.issued_on or plan.remind_from
    document = blank(plan.outline.title, datetime(day.year, day.month, day.day))  # noqa: DTZ001 - no moment is meant
    put_head(document, organisation, unit)
    _put_title(document, plan, plan.outline, unit)
    for section in plan.outline.sections:
        _put_section(document, organisation, section, 1)
    put_foot(document, plan, unit)
    for form in plan.forms.values():
        if form.attached:
            _put_form(document, form)
    _put_cited(document, [form for form in plan.forms.values() if not form.attached])
    return saved(document)


def subject(plan: Plan) -> str:
    """Return what the report is about: a plan "tổ chức sơ kết", the report tells of the "sơ kết"."""
    told = plan.title.removeprefix("Tổ chức ")
    return told[:1].upper() + told[1:]


def heading_text(section: Section) -> str:
    """Return a section's heading with its number as printed."""
    number = section.number if section.number.endswith((".", ")")) else f"{section.number}."
    return f"{number} {section.title}" if section.title else number


def _put_title(document: Docx, plan: Plan, outline: Outline, unit: Unit | None) -> None:
    put(document, "BÁO CÁO", bold=True).paragraph_format.space_before = Mm(4)
    put(document, subject(plan), bold=True)
    put(document, f"(thực hiện {plan_named(plan)})", italic=True)
    put(document, outline.title, bold=True)
    for topic in _topics(plan, unit):
        put(document, f"Nội dung tham luận của đơn vị: {topic}", ALIGN.JUSTIFY, italic=True)
    if outline.note:
        put(document, f"Ghi chú: {outline.note}", ALIGN.JUSTIFY, italic=True)


def _topics(plan: Plan, unit: Unit | None) -> list[str]:
    return [task.topics[unit.id] for task in plan.tasks.values() if unit and unit.id in task.topics]


def _put_section(document: Docx, organisation: Organisation, section: Section, level: int) -> None:
    """Put a heading, in italics what the outline asks under it, and where nothing lies below, a line to begin on."""
    document.add_heading(heading_text(section), min(level, HEADINGS))
    for guidance in (*_leads(organisation, section), *section.text.strip().splitlines()):
        if guidance.strip():
            document.add_paragraph().add_run(guidance.strip()).italic = True
    if not section.sections:
        document.add_paragraph()
    for below in section.sections:
        _put_section(document, organisation, below, level + 1)


def _leads(organisation: Organisation, section: Section) -> Iterator[str]:
    names = [organisation.units[id].name for id in section.lead_unit_ids if id in organisation.units]
    if 0 < len(names) <= NAMED_LEADS:
        yield f"(Chủ trì: {'; '.join(names)})"


def _put_form(document: Docx, form: Form) -> None:
    """Put a form on a sheet of its own, lying where its columns are many."""
    sheet = document.add_section(WD_SECTION.NEW_PAGE)
    sheet.different_first_page_header_footer = False
    across = lies_across(form.rows)
    lay_out(sheet, landscape=across)
    document.add_heading(f"Biểu {form.id}", 1).alignment = ALIGN.CENTER
    if form.title:
        put(document, form.title, bold=True)
    if any(form.rows):
        put_table(document, form.rows, (max(SHEET) if across else min(SHEET)).mm - LEFT.mm - RIGHT.mm)
    for line in form.note.splitlines():
        put(document, line, ALIGN.JUSTIFY, 12, italic=True).paragraph_format.space_before = Pt(3)


def _put_cited(document: Docx, forms: list[Form]) -> None:
    """Name the forms that the document only cites: they must be got elsewhere."""
    if not forms:
        return
    sheet = document.add_section(WD_SECTION.NEW_PAGE)
    sheet.different_first_page_header_footer = False
    lay_out(sheet)
    document.add_heading("Các biểu được dẫn, văn bản không kèm theo mẫu", 1)
    for form in forms:
        words = ". ".join(part for part in (form.title, form.note) if part)
        document.add_paragraph(f"Biểu {form.id}: {words}" if words else f"Biểu {form.id}")
