"""The page of an official document as Nghị định 30/2020/NĐ-CP, Phụ lục I has it: sheet, letters, head, page numbers.

The words that it prints are fixed by law or by custom and are Vietnamese whoever reads them, so they stand here.
"""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from typing import Any

from docx import Document
from docx.document import Document as Docx
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.table import _Cell
from docx.text.paragraph import Paragraph

FONT, SIZE = "Times New Roman", 14
SHEET = (Mm(210), Mm(297))
LEFT, RIGHT, TOP, BOTTOM = Mm(30), Mm(20), Mm(20), Mm(20)
HEADINGS = 5  # levels; what lies deeper is set as the last one
KEPT_STYLES = {"Normal", "Default Paragraph Font", "Normal Table", "No List", "Table Grid", "Header"}
UNUSED_PARTS = ("stylesWithEffects", "customXml", "thumbnail")  # of the library's template: 25 kB of a file of 40
ALWAYS = (1980, 1, 1, 0, 0, 0)  # the date of every part in the file: the same content is the same bytes


def blank(title: str, made_at: datetime) -> Docx:
    """Open an empty document: A4, Times New Roman 14, numbered from its second page.

    Parameters:
        made_at: naive; stands in the file's properties, in place of the moment of making it.
    """
    document = Document()
    _drop_what_is_unused(document)
    _set_letters(document)
    section = document.sections[0]
    section.different_first_page_header_footer = True
    lay_out(section)
    _number_pages(section.header.paragraphs[0])
    properties = document.core_properties
    properties.title, properties.author, properties.comments, properties.language = title, "", "", "vi-VN"
    properties.created = properties.modified = made_at
    return document


def lay_out(section: Any, *, landscape: bool = False) -> None:
    """Give a section its sheet and margins; the binding edge keeps the widest."""
    width, height = reversed(SHEET) if landscape else SHEET
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = width, height
    section.left_margin, section.right_margin, section.top_margin, section.bottom_margin = LEFT, RIGHT, TOP, BOTTOM


def put(holder: Docx | _Cell, text: str, align: ALIGN = ALIGN.CENTER, size: float = SIZE, **looks: bool) -> Paragraph:
    """Add a line without indent, as titles and heads have; ``looks`` are bold and italic."""
    paragraph = holder.add_paragraph()
    paragraph.alignment = align
    paragraph.paragraph_format.first_line_indent = Mm(0)
    run = paragraph.add_run(text)
    run.font.size = Pt(size)
    run.bold, run.italic = looks.get("bold"), looks.get("italic")
    return paragraph


def rule(holder: Docx | _Cell, inset: float) -> None:
    """Draw a thin line that leaves ``inset`` millimetres free at both ends."""
    paragraph = put(holder, "")
    paragraph.paragraph_format.line_spacing = Pt(3)
    paragraph.paragraph_format.left_indent = paragraph.paragraph_format.right_indent = Mm(inset)
    paragraph.paragraph_format.space_before, paragraph.paragraph_format.space_after = Pt(2), Pt(2)
    borders = OxmlElement("w:pBdr")
    top = OxmlElement("w:top")
    for name, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", "auto")):
        top.set(qn(f"w:{name}"), value)
    borders.append(top)
    paragraph.paragraph_format.element.get_or_add_pPr().insert_element_before(
        borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc"
    )


def side_by_side(document: Docx, left: float, right: float) -> tuple[_Cell, _Cell]:
    """Add two columns without lines, of these widths in millimetres; their first paragraphs are gone."""
    table = document.add_table(1, 2)
    table.autofit = False
    cells = table.rows[0].cells
    for column, cell, width in zip(table.columns, cells, (left, right), strict=True):
        column.width = cell.width = Mm(width)
        first = cell.paragraphs[0]._p
        first.getparent().remove(first)
    return cells[0], cells[1]


def saved(document: Docx) -> bytes:
    """Return the file, the same bytes whenever it is made."""
    made, fixed = io.BytesIO(), io.BytesIO()
    document.save(made)
    with zipfile.ZipFile(made) as source, zipfile.ZipFile(fixed, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as target:
        for part in source.namelist():
            entry = zipfile.ZipInfo(part, ALWAYS)
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, source.read(part), compresslevel=9)
    return fixed.getvalue()


def _drop_what_is_unused(document: Docx) -> None:
    for rels in (document.part.rels, document.part.package.rels):
        for id in [id for id, rel in rels.items() if any(word in rel.reltype for word in UNUSED_PARTS)]:
            del rels[id]
    headings = {f"Heading {level}" for level in range(1, HEADINGS + 1)}
    for style in list(document.styles):
        if style.name not in KEPT_STYLES | headings:
            style.delete()
        elif (link := style.element.find(qn("w:link"))) is not None:
            style.element.remove(link)  # to the style of the same look for letters, which is gone


def _set_letters(document: Docx) -> None:
    normal = document.styles["Normal"]
    assert isinstance(normal, ParagraphStyle)
    _plain(normal, bold=False)
    layout = normal.paragraph_format
    layout.alignment, layout.first_line_indent = ALIGN.JUSTIFY, Mm(10)
    layout.space_before, layout.space_after, layout.line_spacing = Pt(0), Pt(6), 1.0
    for level in range(1, HEADINGS + 1):
        heading = document.styles[f"Heading {level}"]
        assert isinstance(heading, ParagraphStyle)
        _plain(heading, bold=True)
        heading.font.italic = level > 3
        heading.paragraph_format.space_before, heading.paragraph_format.space_after = Pt(6), Pt(6)
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "vi-VN")


def _plain(style: ParagraphStyle, *, bold: bool) -> None:
    """Set a style in black Times New Roman 14, for every script: the template's own fonts and colours go."""
    style.font.name, style.font.size, style.font.bold = FONT, Pt(SIZE), bold
    style.font.color.rgb = RGBColor(0, 0, 0)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in [name for name in fonts.attrib if "theme" in name.lower()]:
        del fonts.attrib[name]
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{script}"), FONT)


def _number_pages(paragraph: Paragraph) -> None:
    """Put the page's number in the middle of the upper margin."""
    paragraph.alignment = ALIGN.CENTER
    paragraph.paragraph_format.first_line_indent = Mm(0)
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    paragraph._p.append(field)
