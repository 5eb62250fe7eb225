"""Text files become paragraphs and tables: wrapped lines, pages, columns, Markdown, old codes; others are refused."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from schedules.drafting.document import Paragraph, Table
from schedules.drafting.files.opening import Unreadable, open_document

WRAPPED = """I. YÊU CẦU

Các sở, ban, ngành tỉnh và Ủy ban nhân dân các xã, phường khẩn trương
rà soát, tổng hợp kết quả thực hiện nhiệm vụ được giao trong sáu tháng
đầu năm, gửi báo cáo về Sở Nội vụ trước ngày 08/5/2026.
- Báo cáo phải nêu rõ kết quả, hạn chế, nguyên nhân và trách nhiệm của

7

từng cơ quan, đơn vị; kèm theo số liệu.
- Cử một đầu mối theo dõi việc này trong suốt thời gian thực hiện, gửi
danh sách về Văn phòng.
"""
HEAD = """ỦY BAN NHÂN DÂN                      CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
TỈNH LỘC AN                               Độc lập - Tự do - Hạnh phúc

Số: 15/UBND-NC                       Lộc An, ngày 04 tháng 5 năm 2026
V/v báo cáo công tác
lưu trữ năm 2026

Kính gửi: Các sở, ban, ngành tỉnh.
"""
MARKDOWN = """# **KẾ HOẠCH**

**Rà soát hồ sơ<sup>1</sup>** của *các đơn vị*

| TT | Việc | Hạn |
|:--|---|---|
| 1 | Rà soát<br>- hồ sơ giấy | **Trước 05/6** |

3

| TT | Việc | Hạn |
|---|---|---|
| 2 | Lập danh mục | 10/6/2026 |

<sup>1</sup> Chú thích cuối trang.
"""


def opened(tmp_path: Path, raw: str | bytes, name: str = "van-ban.txt") -> list[str]:
    """Open a file of this content and return its paragraphs' texts, tables as their rows joined by "|"."""
    path = tmp_path / name
    path.write_bytes(raw if isinstance(raw, bytes) else raw.encode())
    blocks = open_document(path).blocks
    return [block.text if isinstance(block, Paragraph) else _rows(block) for block in blocks]


def _rows(table: Table) -> str:
    return " / ".join("|".join(row) for row in table.rows)


def test_wrapped_lines_are_joined_also_over_a_page_number(tmp_path: Path) -> None:
    heading, asked, first, second = opened(tmp_path, WRAPPED)
    assert heading == "I. YÊU CẦU"
    assert asked.startswith("Các sở, ban")
    assert asked.endswith("trước ngày 08/5/2026.")
    assert "sáu tháng đầu năm" in asked
    assert "trách nhiệm của từng cơ quan" in first
    assert second.endswith("gửi danh sách về Văn phòng.")


def test_a_head_in_two_columns_is_set_below_each_other(tmp_path: Path) -> None:
    lines = opened(tmp_path, HEAD)
    assert lines[:3] == ["ỦY BAN NHÂN DÂN", "TỈNH LỘC AN", "Số: 15/UBND-NC"]
    assert "Lộc An, ngày 04 tháng 5 năm 2026" in lines
    assert "V/v báo cáo công tác lưu trữ năm 2026" in lines


def test_markdown_is_taken_off_and_a_cut_table_is_one(tmp_path: Path) -> None:
    kind, title, table = opened(tmp_path, MARKDOWN, "van-ban.md")
    assert (kind, title) == ("KẾ HOẠCH", "Rà soát hồ sơ của các đơn vị")
    assert table == "TT|Việc|Hạn / 1|Rà soát\n- hồ sơ giấy|Trước 05/6 / 2|Lập danh mục|10/6/2026"


def test_rows_with_tabs_are_a_table_over_an_empty_line(tmp_path: Path) -> None:
    (table,) = opened(tmp_path, "STT\tViệc\tGhi chú\n1\tRà soát\t\n\n2\tTổng hợp\t\nII\t\t\n")
    assert table == "STT|Việc|Ghi chú / 1|Rà soát| / 2|Tổng hợp| / II||"


SPACED = """STT   Nhiệm vụ             Đơn vị           Thời hạn
1     Rà soát hồ sơ        Sở Nội vụ        Trước 15/8
      lưu trữ              tỉnh

2     Lập danh mục                          30/9/2026

Yêu cầu các đơn vị thực hiện."""


def test_columns_kept_apart_by_spaces_are_a_table(tmp_path: Path) -> None:
    table, after = opened(tmp_path, SPACED)
    assert table == (
        "STT|Nhiệm vụ|Đơn vị|Thời hạn / 1|Rà soát hồ sơ lưu trữ|Sở Nội vụ tỉnh|Trước 15/8 / 2|Lập danh mục||30/9/2026"
    )
    assert after == "Yêu cầu các đơn vị thực hiện."


SAID = "Đề nghị các đơn vị báo cáo kết quả thực hiện của năm 2026 về Sở Nội vụ trước ngày 05/5/2026"


@pytest.mark.parametrize("code", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
def test_codes_are_told_by_content(tmp_path: Path, code: str) -> None:
    assert opened(tmp_path, unicodedata.normalize("NFD", SAID).encode(code)) == [SAID]


def test_the_old_code_of_windows_is_read(tmp_path: Path) -> None:
    pieces = []
    for sign in SAID:
        base, *marks = unicodedata.normalize("NFD", sign)
        own = unicodedata.normalize("NFC", base + "".join(mark for mark in marks if mark in "\u0302\u0306\u031b"))
        pieces.append((own + "".join(mark for mark in marks if mark not in "\u0302\u0306\u031b")).encode("cp1258"))
    assert opened(tmp_path, b"".join(pieces)) == [SAID]


REFUSED = {
    "bytes": (b"abc\x00def" * 50, "not-a-document"),
    "another language in an old code": (
        "Ceci n'est pas un document: été, œuvre, façade".encode("cp1252"),
        "not-a-document",
    ),
    "empty": (b" \n\n ", "no-text"),
    "an old Word file": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"0" * 600, "wrong-kind"),
    "a locked Word file": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
    "a web page": (b"<!DOCTYPE html><p>x", "wrong-kind"),
    "too long": (b"- viec\n" * 200_000, "too-big"),
    "too many lines": (b"a\n" * 30_000, "too-complex"),
    "rules only": (b"*" * 5_000 + b"\n" + b"| " * 5_000, "no-text"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_is_no_document_is_refused(tmp_path: Path, case: str) -> None:
    raw, key = REFUSED[case]
    with pytest.raises(Unreadable) as refused:
        opened(tmp_path, raw)
    assert refused.value.key == key
    assert refused.value.values["file"] == "van-ban.txt"


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    for path in (tmp_path / "khong-co.txt", tmp_path):
        with pytest.raises(Unreadable, match="missing"):
            open_document(path)


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        ("1. Các thôn nộp danh sách trước ngày\n15/6/2026.", "1. Các thôn nộp danh sách trước ngày 15/6/2026."),
        ("2. Công an xã rà soát xong trước 20/\n5/2026.", "2. Công an xã rà soát xong trước 20/ 5/2026."),
        ("- Văn phòng tổng hợp trong quý\nIII/2026.", "- Văn phòng tổng hợp trong quý III/2026."),
    ],
)
def test_a_day_that_a_line_breaks_is_one(tmp_path: Path, lines: str, text: str) -> None:
    (tmp_path / "a.txt").write_text(lines, "utf-8")
    (only,) = open_document(tmp_path / "a.txt").paragraphs
    assert "".join(only.text.split()) == "".join(text.split())


def test_a_column_of_receivers_makes_no_foot_of_a_table(tmp_path: Path) -> None:
    rows = (
        "| STT | Việc | Đơn vị | Nơi nhận | Hạn |\n|---|---|---|---|---|\n| 1 | Rà soát | Các thôn | UBND xã | 15/6 |\n"
    )
    (tmp_path / "a.md").write_text(f"II. TIẾN ĐỘ\n\n{rows}", "utf-8")
    _, table = open_document(tmp_path / "a.md").blocks
    assert isinstance(table, Table)


def test_a_left_column_that_is_longer_keeps_its_last_line(tmp_path: Path) -> None:
    head = (
        "UBND XÃ LỘC AN                 CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "Số: 15/UBND                        Độc lập - Tự do - Hạnh phúc\n"
        "V/v báo cáo công tác           Lộc An, ngày 04 tháng 5 năm 2026\n"
        "lưu trữ năm 2026\n\nKính gửi: Các thôn.\n"
    )
    (tmp_path / "a.txt").write_text(head, "utf-8")
    texts = [one.text for one in open_document(tmp_path / "a.txt").paragraphs]
    assert "V/v báo cáo công tác lưu trữ năm 2026" in texts
    assert "Lộc An, ngày 04 tháng 5 năm 2026" in texts
