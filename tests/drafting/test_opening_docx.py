"""Word files become paragraphs and tables: numbers, merged cells, changes, heads; hostile ones are refused at once."""

from __future__ import annotations

import time
import zipfile
from pathlib import Path
from typing import Any

import pytest

from schedules.drafting.document import Paragraph, Table
from schedules.drafting.files.opening import Unreadable, open_document

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NUMBERING = f"""<w:numbering xmlns:w="{NAMESPACE}"><w:abstractNum w:abstractNumId="7">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2."/></w:lvl>
<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%3)"/></w:lvl>
<w:lvl w:ilvl="3"><w:numFmt w:val="bullet"/><w:lvlText w:val="o"/></w:lvl>
</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num></w:numbering>"""


def written(path: Path, body: str, **parts: str) -> Path:
    """Write a .docx whose body is this XML."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("word/document.xml", f'<w:document xmlns:w="{NAMESPACE}"><w:body>{body}</w:body></w:document>')
        for name, text in parts.items():
            packed.writestr(f"word/{name}.xml", text)
    return path


def text(said: str, listed: int | None = None, before: str = "") -> str:
    numbered = f'<w:pPr><w:numPr><w:ilvl w:val="{listed}"/><w:numId w:val="1"/></w:numPr></w:pPr>'
    return f"<w:p>{numbered if listed is not None else ''}<w:r>{before}<w:t>{said}</w:t></w:r></w:p>"


def texts(path: Path) -> list[str]:
    return [block.text for block in open_document(path).blocks if isinstance(block, Paragraph)]


def test_automatic_numbers_are_restored_and_begin_again(tmp_path: Path) -> None:
    levels = [0, 1, 1, 2, 2, 3, 1, 2, 0, 1]
    body = "".join(text(f"việc {at}", level) for at, level in enumerate(levels))
    marks = [said.split(" ")[0] for said in texts(written(tmp_path / "so.docx", body, numbering=NUMBERING))]
    assert marks == ["I.", "1.", "2.", "a)", "b)", "+", "3.", "a)", "II.", "1."]


def test_kept_changes_stay_and_deleted_ones_go(tmp_path: Path) -> None:
    body = (
        "<w:p><w:r><w:t xml:space='preserve'>trước ngày </w:t></w:r>"
        "<w:del><w:r><w:delText>05</w:delText></w:r></w:del><w:ins><w:r><w:t>08</w:t></w:r></w:ins>"
        "<w:r><w:t>/5/2026</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r></w:p>"
        + text("Quyết định", before="<w:rPr><w:caps/><w:b/></w:rPr>")
    )
    path = written(tmp_path / "sua.docx", body)
    assert texts(path) == ["trước ngày 08/5/2026", "QUYẾT ĐỊNH"]
    assert [block.strong for block in open_document(path).paragraphs] == [False, True]


def made(tmp_path: Path) -> tuple[Path, Any]:
    import docx

    return tmp_path / "bang.docx", docx.Document()


def test_merged_cells_stand_in_every_place_and_nested_tables_are_lines(tmp_path: Path) -> None:
    path, document = made(tmp_path)
    document.add_paragraph("Phân công như sau:")
    table = document.add_table(rows=4, cols=3)
    for row, cells in enumerate((("TT", "Việc", "Hạn"), ("I", "NHÓM", ""), ("1", "Rà soát", "05/6"), ("2", "", ""))):
        for column, said in enumerate(cells):
            table.cell(row, column).text = said
    table.cell(1, 1).merge(table.cell(1, 2))
    table.cell(2, 2).merge(table.cell(3, 2))
    inner = table.cell(3, 1).add_table(rows=1, cols=2)
    inner.cell(0, 0).text, inner.cell(0, 1).text = "Lập", "danh mục"
    document.save(path)
    found = next(block for block in open_document(path).blocks if isinstance(block, Table))
    assert [tuple(cell.strip() for cell in row) for row in found.rows] == [
        ("TT", "Việc", "Hạn"),
        ("I", "NHÓM", "NHÓM"),
        ("1", "Rà soát", "05/6"),
        ("2", "Lập danh mục", "05/6"),
    ]


def test_the_head_table_and_the_signature_table_become_lines(tmp_path: Path) -> None:
    path, document = made(tmp_path)
    head = document.add_table(rows=2, cols=2)
    head.cell(0, 0).text, head.cell(0, 1).text = "ỦY BAN NHÂN DÂN\nXÃ LỘC AN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    head.cell(1, 0).text, head.cell(1, 1).text = "Số: 12/KH-UBND", "Lộc An, ngày 04 tháng 5 năm 2026"
    document.add_paragraph("KẾ HOẠCH")
    foot = document.add_table(rows=1, cols=2)
    foot.cell(0, 0).text, foot.cell(0, 1).text = "Nơi nhận:\n- Lưu: VT.", "CHỦ TỊCH"
    document.sections[0].footer.paragraphs[0].text = "chân trang"
    document.save(path)
    assert texts(path) == [
        *("ỦY BAN NHÂN DÂN", "XÃ LỘC AN", "Số: 12/KH-UBND", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        *("Lộc An, ngày 04 tháng 5 năm 2026", "KẾ HOẠCH", "Nơi nhận:", "- Lưu: VT.", "CHỦ TỊCH"),
    ]


def nested(depth: int) -> str:
    return "<w:tbl><w:tr><w:tc>" * depth + text("x") + "</w:tc></w:tr></w:tbl>" * depth


WIDE = f'<w:tc><w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr>{text("x")}</w:tc>'
HOSTILE = {
    "a zip bomb": (text("0" * (40 * 2**20)), "too-complex"),
    "thousands of nested tables": (nested(3_000), "too-complex"),
    "endless merged cells": ("<w:tbl>" + f"<w:tr>{WIDE}</w:tr>" * 3_000 + "</w:tbl>", "too-complex"),
    "more paragraphs than any document": (text("x") * 40_000, "too-complex"),
    "broken": ("<w:p>", "not-a-document"),
    "empty": ("", "no-text"),
}


@pytest.mark.parametrize("case", HOSTILE)
def test_hostile_files_are_refused_at_once(tmp_path: Path, case: str) -> None:
    body, key = HOSTILE[case]
    path = written(tmp_path / "la.docx", body)
    started = time.monotonic()
    with pytest.raises(Unreadable) as refused:
        open_document(path)
    assert refused.value.key == key
    assert time.monotonic() - started < 10


def test_entities_that_grow_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "la.docx"
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("word/document.xml", '<!DOCTYPE x [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><x>&b;</x>')
    with pytest.raises(Unreadable, match="too-complex"):
        open_document(path)


def test_another_office_file_is_no_document(tmp_path: Path) -> None:
    path = tmp_path / "bang-tinh.docx"
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("xl/workbook.xml", "<x/>")
    with pytest.raises(Unreadable, match="wrong-kind"):
        open_document(path)
