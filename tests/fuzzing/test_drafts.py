"""Documents that are spoilt at random, and hostile ones: each is drafted or refused, soon and within bounds."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from schedules.drafting.bounds import LONGEST
from schedules.drafting.document import Document, Paragraph, Table
from tests.fuzzing.drafting import draft_and_hold, open_and_hold
from tests.fuzzing.limits import within

DATA = Path(__file__).parent.parent / "data" / "drafts"
MEMORY = 400 * 2**20  # bytes
SECONDS = 60  # of a slow core
spoiling = settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.explicit, Phase.generate],
)
TEXTS = [file.read_text("utf-8") for file in sorted(DATA.glob("*/*.*")) if file.suffix in (".txt", ".md")]
SHORT = [text for text in TEXTS if len(text) < 5_000]
LINES = sorted({line for text in TEXTS for line in text.split("\n") if line.strip()})
WORDX = (DATA / "first" / "qd-phan-cong-thi-hanh-luat.docx").read_bytes()
PDF = (DATA / "first" / "cv-giai-ngan-dau-tu-cong.pdf").read_bytes()
HEAD = """ỦY BAN NHÂN DÂN
TỈNH THỬ NGHIỆM

Số: 15/KH-UBND

Thử Nghiệm, ngày 04 tháng 5 năm 2026

KẾ HOẠCH

Tổ chức tổng kết

I. NHIỆM VỤ

"""
SIGNS = st.sampled_from(
    [*' .,;:-+*|/()"#_<>&\t\n\r\f0123456789I', "\ufeff", "\u0301", "\u00a0", "đ", "O", "1. ", "a) ", "- ", "\n\n", "| "]
) | st.sampled_from(
    [
        "trước ngày ",
        "31/02/2026",
        "24 giờ ",
        "hằng tháng",
        "quý V",
        "năm 9999",
        "kể từ ngày ",
        "các sở",
        "qua ",
        "TM. ",
        "PHỤ LỤC\n",
        "Nơi nhận:\n",
        "gửi ",
        "9" * 50,
        "\n| a | b |\n|---|---|\n",
        "# ?",
        "'",
        "${x}",
        "{ $x }",
        "!!x",
    ]
)
EDITS = st.lists(st.tuples(st.integers(0, 5_000), st.integers(0, 25), SIGNS), min_size=1, max_size=8)


def spoilt(text: str, edits: list[tuple[int, int, str]]) -> str:
    for at, cut, put in edits:
        at %= len(text) + 1
        text = text[:at] + put + text[at + cut :]
    return text


@spoiling
@given(text=st.sampled_from(SHORT), edits=EDITS)
def test_signs_put_in_and_taken_out(tmp_path: Path, text: str, edits: list[tuple[int, int, str]]) -> None:
    (tmp_path / "vb.txt").write_text(spoilt(text, edits), "utf-8", newline="")
    open_and_hold(tmp_path / "vb.txt", tmp_path)


@spoiling
@given(
    lines=st.lists(st.sampled_from(LINES) | st.text(max_size=40), max_size=25),
    between=st.sampled_from(["\n", "\n\n"]),
    head=st.booleans(),
)
def test_lines_of_many_documents(tmp_path: Path, lines: list[str], between: str, head: bool) -> None:
    text = (HEAD if head else "") + between.join(lines)
    (tmp_path / "vb.md").write_text(text, "utf-8", errors="replace", newline="")
    open_and_hold(tmp_path / "vb.md", tmp_path)


CELLS = st.sampled_from(
    ["", "TT", "1", "I", "Nhiệm vụ", "Thời hạn", "Cơ quan chủ trì", "Nơi nhận", "15/6/2026", "Quý II"]
)
CELLS |= st.sampled_from(["Sở Nội vụ", "Các sở\nUBND các xã", "Báo cáo kết quả", "Trước ngày 20", "31/4", "x" * 300])


@spoiling
@given(
    rows=st.integers(1, 4).flatmap(lambda wide: st.lists(st.tuples(*[CELLS] * wide), min_size=1, max_size=6)),
    above=st.sampled_from(["PHỤ LỤC", "1. Lịch họp:", "DANH SÁCH", "ĐỀ CƯƠNG BÁO CÁO"]) | st.sampled_from(LINES),
)
def test_tables_of_anything(tmp_path: Path, rows: list[tuple[str, ...]], above: str) -> None:
    lines = [line for line in HEAD.split("\n") if line] + [above]
    paragraphs = [Paragraph(line, number) for number, line in enumerate(lines, 1)]
    draft_and_hold(Document("vb.docx", (*paragraphs, Table(tuple(rows), len(lines) + 1))), tmp_path)


@spoiling
@given(raw=st.binary(max_size=60), at=st.integers(0, 5_000), text=st.sampled_from(SHORT))
def test_bytes_that_are_no_text(tmp_path: Path, raw: bytes, at: int, text: str) -> None:
    whole = text.encode()
    (tmp_path / "vb.txt").write_bytes(whole[:at] + raw + whole[at:])
    open_and_hold(tmp_path / "vb.txt", tmp_path)


def unzipped(raw: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(parts: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return made.getvalue()


PARTS = unzipped(WORDX)
XML = st.sampled_from(
    [
        "",
        "<w:tc/>",
        "<w:tr/>",
        "<w:tbl><w:tr><w:tc/></w:tr></w:tbl>",
        '<w:gridSpan w:val="99"/>',
        "<w:vMerge/>",
        "<w:p/>",
        '<w:numPr><w:ilvl w:val="8"/><w:numId w:val="1"/></w:numPr>',
        "</w:p>",
        "<w:r><w:br/></w:r>",
        "&#0;",
        "&x;",
        "<",
    ]
)


@spoiling
@given(
    part=st.sampled_from(["word/document.xml"] * 3 + ["word/styles.xml", "_rels/.rels", "[Content_Types].xml"]),
    edits=st.lists(st.tuples(st.integers(0, 300), st.booleans(), XML), min_size=1, max_size=4),
)
def test_word_files_whose_xml_is_changed(tmp_path: Path, part: str, edits: list[tuple[int, bool, str]]) -> None:
    pieces = PARTS[part].decode().split("<w:")
    for at, drop, put in edits:
        at %= len(pieces)
        pieces[at] = ("" if drop else pieces[at]) + put
    (tmp_path / "vb.docx").write_bytes(zipped({**PARTS, part: "<w:".join(pieces).encode()}))
    open_and_hold(tmp_path / "vb.docx", tmp_path)


@spoiling
@given(
    raw=st.sampled_from([WORDX, PDF]),
    edits=st.lists(st.tuples(st.floats(0, 1), st.integers(0, 50), st.binary(max_size=20)), min_size=1, max_size=5),
    most=st.floats(0.1, 1),
)
def test_files_whose_bytes_are_changed(
    tmp_path: Path, raw: bytes, edits: list[tuple[float, int, bytes]], most: float
) -> None:
    for share, cut, put in edits:
        at = int(share * len(raw))
        raw = raw[:at] + put + raw[at + cut :]
    (tmp_path / "vb").write_bytes(raw[: int(most * len(raw))] if most < 0.5 else raw)
    open_and_hold(tmp_path / "vb", tmp_path)


def _word(body: str) -> bytes:
    """Return a Word file of a body's XML."""
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    return zipped({**PARTS, "word/document.xml": f"<w:document {space}><w:body>{body}</w:body></w:document>".encode()})


def _paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


ENTITIES = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">' + "".join(
    f'<!ENTITY {chr(98 + n)} "{("&" + chr(97 + n) + ";") * 10}">' for n in range(9)
)
DATES = ", ".join(f"ngày {1 + n % 28} tháng 6 năm 2026" for n in range(900))
# Files that would cost minutes or gigabytes without bounds.
BOMBS: dict[str, Callable[[], bytes]] = {
    "many-heavy-paragraphs": lambda: _word(_paragraph("Giao Sở Nội vụ báo cáo, " * 800) * 400),
    "many-orders": lambda: (HEAD + "- Giao Sở Nội vụ trước ngày 20/5/2026 báo cáo UBND tỉnh.\n\n" * 9_000).encode(),
    "many-different-orders": lambda: (
        HEAD + "".join(f"- Giao Sở {n} báo cáo việc {n} trước ngày {1 + n % 28}/6/2026.\n\n" for n in range(2_100))
    ).encode(),
    "many-days": lambda: f"{HEAD}1. Sở Nội vụ nộp trước {DATES} hằng".encode(),
    "many-days-with-slashes": lambda: (HEAD + "1. Nộp " + "trước ngày 20/5/2026, " * 4_000).encode(),
    "one-long-word": lambda: (HEAD + "1. Thời hạn " + "a" * 500_000).encode(),
    "one-long-ruler": lambda: (HEAD + "|" + "─" * 500_000 + "x|").encode(),
    "spaces": lambda: (HEAD + "Số" + " " * 300_000 + "x\n" + "phụ lục" + " " * 300_000 + "x").encode(),
    "brackets": lambda: (HEAD + "1. Giao Sở Nội vụ " + "(" * 200_000).encode(),
    "names": lambda: (HEAD + "1. Giao " + "các sở, ban, ngành, Sở Nội vụ, " * 150).encode(),
    "nested-lists": lambda: (HEAD + "".join(f"{'1.' * (1 + n % 40)} Việc {n}:\n" for n in range(4_000))).encode(),
    "annexes": lambda: (HEAD + "PHỤ LỤC I\n\nViệc\n\n" * 5_000).encode(),
    "endless-table": lambda: (
        HEAD + "| TT | Nhiệm vụ | Thời hạn |\n" + "| 1 | Báo cáo | 15/6/2026 |\n" * 9_000
    ).encode(),
    "endless-table-of-different-rows": lambda: (
        HEAD
        + "| TT | Nhiệm vụ | Thời hạn |\n"
        + "".join(f"| {n} | Việc {n} | {1 + n % 28}/6/2026 |\n" for n in range(4_000))
    ).encode(),
    "wide-table": lambda: (HEAD + ("|" + " Thời hạn |" * 9_000 + "\n") * 8).encode(),
    "nested-tables": lambda: _word("<w:tbl><w:tr><w:tc>" * 70 + _paragraph("x") + "</w:tc></w:tr></w:tbl>" * 70),
    "many-small-tables": lambda: _word(
        ("<w:tbl><w:tr>" + f"<w:tc>{_paragraph('a')}</w:tc>" * 2 + "</w:tr></w:tbl>") * 20_000
    ),
    "zip-bomb": lambda: zipped({**PARTS, "word/document.xml": b"<w:p/>" * 40_000_000}),
    "entities": lambda: zipped({**PARTS, "word/document.xml": (ENTITIES + "]><x>&j;</x>").encode()}),
    "deep-xml": lambda: _word("<w:p>" * 200_000),
    "nothing-but-nul": lambda: b"\0" * 900_000,
    "pdf-of-nothing": lambda: b"%PDF-1.4\n" + b"1 0 obj <<" * 200_000,
}


@pytest.mark.parametrize("bomb", BOMBS)
def test_bombs_cost_little_time_and_memory(tmp_path: Path, bomb: str) -> None:
    (tmp_path / "vb").write_bytes(BOMBS[bomb]())
    within(MEMORY, SECONDS, open_and_hold, tmp_path / "vb", tmp_path)


def test_what_is_not_read_is_said(tmp_path: Path) -> None:
    (tmp_path / "vb.txt").write_text(HEAD + "1. Việc " + "a" * LONGEST + "\n\n2. Việc khác", "utf-8")
    found = open_and_hold(tmp_path / "vb.txt", tmp_path)
    assert found
    assert [(doubt.key, dict(doubt.values)) for doubt in found.doubts] == [
        ("too-long", {"place": "đoạn 8", "most": str(LONGEST)})
    ]
