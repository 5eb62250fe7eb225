"""PDF files become paragraphs and tables over the ends of their pages; locked, scanned and hostile ones are told."""

from __future__ import annotations

import zlib
from pathlib import Path

import pytest

from schedules.drafting.document import Paragraph, Table
from schedules.drafting.files.opening import Unreadable, open_document

WRITTEN = Path(__file__).parents[1] / "data" / "drafts" / "first"
LINE = "BT /F1 12 Tf {x} {y} Td ({text}) Tj ET\n"
RULE = "{} {} m {} {} l S\n"


def at(x: int, y: int, text: str) -> str:
    return LINE.format(x=x, y=y, text=text)


def ruled(lefts: list[int], tops: list[int]) -> str:
    """Return the rules of a grid."""
    across = [RULE.format(lefts[0], top, lefts[-1], top) for top in tops]
    return "".join(across + [RULE.format(left, tops[0], left, tops[-1]) for left in lefts])


def pdf(path: Path, *pages: str, more: bytes = b"") -> Path:
    """Write a .pdf by hand: a page for each content."""
    count = len(pages)
    font = "<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>"
    kids = " ".join(f"{3 + 2 * n} 0 R" for n in range(count))
    raw = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    raw += f"2 0 obj<</Type/Pages/Kids[{kids}]/Count {count}>>endobj\n".encode()
    for n, page in enumerate(pages):
        packed = zlib.compress(page.encode())
        own = f"/MediaBox[0 0 595 842]/Contents {4 + 2 * n} 0 R/Resources{font}"
        raw += f"{3 + 2 * n} 0 obj<</Type/Page/Parent 2 0 R{own}>>endobj\n".encode()
        raw += f"{4 + 2 * n} 0 obj<</Length {len(packed)}/Filter/FlateDecode>>stream\n".encode() + packed
        raw += b"\nendstream endobj\n"
    path.write_bytes(raw + more + b"trailer<</Root 1 0 R>>\n")
    return path


FULL = "cac so, ban, nganh tinh khan truong ra soat va tong hop ket qua thuc hien nhiem vu"


def test_paragraphs_go_on_over_lines_and_pages_without_page_numbers(tmp_path: Path) -> None:
    first = at(100, 700, "1. De nghi " + FULL[:-10]) + at(72, 684, FULL) + at(72, 668, FULL) + at(290, 815, "1")
    second = (
        at(290, 815, "2") + at(72, 760, "trong nam, gui bao cao truoc ngay 08/5/2026.") + at(100, 730, "2. Viec khac.")
    )
    blocks = open_document(pdf(tmp_path / "a.pdf", first, second)).paragraphs
    assert [(block.text[:10], block.text[-13:], block.page) for block in blocks] == [
        ("1. De nghi", "ay 08/5/2026.", 1),
        ("2. Viec kh", "2. Viec khac.", 2),
    ]


def test_a_table_cut_by_a_page_is_one_without_its_second_heading(tmp_path: Path) -> None:
    lefts = [60, 110, 330, 520]
    heading = at(66, 786, "TT") + at(116, 786, "Viec can lam") + at(336, 786, "Thoi han")
    first = (
        heading + ruled(lefts, [800, 780, 760]) + at(66, 766, "1") + at(116, 766, "Ra soat") + at(336, 766, "05/6/2026")
    )
    # The day of row 2 holds for row 3 as well: one cell over both.
    merged = "".join(RULE.format(60, top, 520, top) for top in (800, 780, 740)) + RULE.format(60, 760, 330, 760)
    merged += "".join(RULE.format(left, 800, left, 740) for left in lefts)
    rows = (
        at(66, 766, "2")
        + at(116, 766, "Tong hop")
        + at(336, 756, "10/6/2026")
        + at(66, 746, "3")
        + at(116, 746, "Trinh")
    )
    (table,) = open_document(pdf(tmp_path / "b.pdf", first, heading + merged + rows)).blocks
    assert isinstance(table, Table)
    assert table.rows == (
        ("TT", "Viec can lam", "Thoi han"),
        ("1", "Ra soat", "05/6/2026"),
        ("2", "Tong hop", "10/6/2026"),
        ("3", "Trinh", "10/6/2026"),
    )


COLUMNS = (66, 116, 300, 430)


def row(y: int, *cells: str) -> str:
    return "".join(at(x, y, cell) for x, cell in zip(COLUMNS, cells, strict=True) if cell)


HEADING = ("TT", "Viec can lam", "Don vi", "Thoi han")


def test_a_table_without_rules_is_read_by_its_white_columns_over_pages(tmp_path: Path) -> None:
    first = at(60, 760, "I. PHAN CONG") + row(740, *HEADING) + row(720, "1", "Ra soat so lieu", "Phong A", "05/6/2026")
    first += row(704, "", "cua toan xa", "", "") + row(684, "2", "Tap huan", "Phong B", "Truoc ngay")
    second = (
        row(780, "", "phan mem", "", "10/6/2026")
        + row(760, "3", "Tong ket", "Phong C", "15/6/2026")
        + at(60, 730, "II. TO CHUC THUC HIEN nhu sau")
    )
    _, table, after = open_document(pdf(tmp_path / "e.pdf", first, second)).blocks
    assert isinstance(table, Table)
    assert table.rows == (
        HEADING,
        ("1", "Ra soat so lieu cua toan xa", "Phong A", "05/6/2026"),
        ("2", "Tap huan phan mem", "Phong B", "Truoc ngay 10/6/2026"),
        ("3", "Tong ket", "Phong C", "15/6/2026"),
    )
    assert isinstance(after, Paragraph)


def test_lines_that_keep_to_no_columns_are_no_table(tmp_path: Path) -> None:
    page = row(740, *HEADING) + at(66, 720, "1. " + FULL) + at(66, 704, "2. " + FULL)
    assert all(isinstance(block, Paragraph) for block in open_document(pdf(tmp_path / "f.pdf", page)).blocks)


def test_a_head_and_a_foot_in_two_columns_are_read_column_by_column() -> None:
    texts = [block.text for block in open_document(WRITTEN / "kh-kiem-tra-cong-vu-2026.pdf").paragraphs]
    assert texts[:6] == [
        *("UBND TỈNH BÌNH SƠN", "SỞ NỘI VỤ", "Số: 77/KH-SNV"),
        *("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Bình Sơn, ngày 02 tháng 3 năm 2026"),
    ]
    foot = texts.index("Nơi nhận:")
    assert texts[foot + 1 : foot + 5] == [
        "- UBND tỉnh (b/c);",
        "- Các đơn vị được kiểm tra;",
        "- Lưu: VT, TTr.",
        "KT. GIÁM ĐỐC",
    ]


def refused(path: Path) -> str:
    with pytest.raises(Unreadable) as told:
        open_document(path)
    return told.value.key


def test_a_scan_says_that_it_has_no_text(tmp_path: Path) -> None:
    assert refused(pdf(tmp_path / "quet.pdf", "0 0 100 100 re f\n", "0 0 9 9 re f\n")) == "no-text"


def test_a_stream_that_unpacks_without_end_is_refused(tmp_path: Path) -> None:
    bomb = zlib.compress(b"0" * (170 * 2**20), 9)
    more = b"9 0 obj<</Length %d/Filter/FlateDecode>>stream\n" % len(bomb) + bomb + b"\nendstream endobj\n"
    assert refused(pdf(tmp_path / "bom.pdf", at(72, 700, FULL), more=more)) == "too-complex"


def test_a_page_drawn_without_end_is_refused(tmp_path: Path) -> None:
    assert refused(pdf(tmp_path / "day.pdf", at(72, 700, FULL) * 5_000)) == "too-complex"


def test_broken_and_endless_files_are_told(tmp_path: Path) -> None:
    path = tmp_path / "hong.pdf"
    path.write_bytes(b"%PDF-1.7\n" + bytes(range(256)) * 40)
    assert refused(path) == "not-a-document"
    assert refused(pdf(tmp_path / "dai.pdf", *[at(72, 700, "x")] * 201)) == "too-big"


def test_paragraphs_know_their_page(tmp_path: Path) -> None:
    blocks = open_document(
        pdf(tmp_path / "d.pdf", at(72, 700, FULL + "."), at(72, 700, "Trang hai " + FULL + "."))
    ).blocks
    assert [(isinstance(block, Paragraph), block.page) for block in blocks] == [(True, 1), (True, 2)]
