"""Where what hangs on a document begins: annexes, outlines of reports, forms, an attached plan; and what each is."""

from __future__ import annotations

import re

from schedules.drafting.document import Paragraph, Table
from schedules.drafting.items import Part
from schedules.drafting.words.joining import shouted
from schedules.drafting.words.rows import headed
from schedules.folding import fold

NUMBERED = r"(?:\s+(?:số|SỐ))?\s*[:.]?\s*(?:[IVX]{1,5}|\d{1,2}[A-ZĐ]?(?:[./-]\w{1,4}){0,2}|[A-ZĐ])?\b"
TITLE = re.compile(
    rf"(?P<label>(?:PHỤ LỤC|Phụ lục|PHỤ BIỂU|Phụ biểu|BIỂU MẪU|Biểu mẫu|BIỂU|Biểu|MẪU|Mẫu){NUMBERED})(?P<rest>.*)$",
    re.DOTALL,
)
SHOUTED = re.compile(
    r"(?:ĐỀ CƯƠNG|DANH SÁCH|DANH MỤC|BẢNG |PHÂN CÔNG|LỊCH |TIẾN ĐỘ|NHIỆM VỤ|KẾ HOẠCH|CHƯƠNG TRÌNH|QUY CHẾ"
    r"|QUY ĐỊNH|PHƯƠNG ÁN"
    r"|HƯỚNG DẪN|MẪU BÁO CÁO|BÁO CÁO|TỔNG HỢP|THỐNG KÊ|ĐỀ ÁN|NỘI DUNG|CHỈ TIÊU|GIAO CHỈ TIÊU|KẾT QUẢ|GỢI Ý)"
)
PLAIN_HEADING = re.compile(r"(?:Đề cương|Danh sách|Danh mục|Bảng phân công|Biểu tổng hợp|Mẫu báo cáo)\b[^.;]{0,160}$")
ATTACHED = re.compile(r"^\W*+(?:ban hành )?kèm theo\b", re.IGNORECASE)
LABEL = re.compile(r"(phụ lục|phụ biểu|biểu mẫu|biểu|mẫu)(?:\s+số)?\s*(.*)$", re.IGNORECASE)
OUTLINE = re.compile(r"\b(?:de cuong|goi y noi dung|mau bao cao|khung bao cao|noi dung bao cao)\b")
FORM = re.compile(r"^(?:phu )?(?:bieu|mau)\b|\bbieu mau\b")
ORDERS = re.compile(r"^(?:ke hoach|chuong trinh|quy che|quy dinh|phuong an|huong dan|de an)\b")
WORK = re.compile(r"\b(?:phan cong|nhiem vu|tien do|lich|danh sach|danh muc|thoi gian|han)\b")


def title(paragraph: Paragraph) -> str | None:
    """Return the label of what begins with this line ("Phụ lục 1", "Biểu 2B", "Đề cương"), or None."""
    text = paragraph.text
    if len(text) > 400 or text.endswith((";", "/.")):
        return None
    if found := TITLE.match(text):
        return _label(found["label"]) if _stands_alone(found, paragraph) else None
    if shouted(text) and SHOUTED.match(text):
        return text.capitalize() if len(text) < 40 else _first(text)
    heading = paragraph.strong or paragraph.level
    return _first(text) if heading and PLAIN_HEADING.match(text) else None


def part(lines: list[str], tables: list[Table]) -> Part:
    """Return which part an annex is.

    Parameters:
        lines: its first lines, the label's own line included.
        tables: the tables that stand in it.
    """
    said = fold(" ".join(lines))
    if OUTLINE.search(said):
        return Part.OUTLINE
    if ORDERS.match(fold(lines[0])):
        return Part.BODY
    if FORM.search(said) or (tables and not WORK.search(said) and all(_to_fill(table) for table in tables)):
        return Part.FORM
    return Part.ANNEX


def _stands_alone(found: re.Match[str], paragraph: Paragraph) -> bool:
    """Tell a heading ("PHỤ LỤC 1", "Biểu 1B KẾT QUẢ …") from a sentence that begins with the same words."""
    rest = found["rest"].strip(" :.-–")
    if not rest or ATTACHED.match(rest) or shouted(rest):
        return True
    return bool(paragraph.strong or paragraph.level or shouted(found["label"])) and not rest.endswith(".")


def _label(text: str) -> str:
    """Return "Phụ lục 1" for "PHỤ LỤC SỐ 1:"."""
    words = " ".join(text.replace(":", " ").rstrip(" .").split())
    found = LABEL.match(words)
    return f"{found[1].capitalize()} {found[2]}".strip() if found else words


def _first(text: str) -> str:
    return " ".join(text.split()[:2]).capitalize()


def _to_fill(table: Table) -> bool:
    """Say whether most cells below the headings are empty, as in a form."""
    below = [cell for row in table.rows[1 + headed(table.rows) :] for cell in row[1:]]
    return len(below) > 3 and sum(not cell.strip(" .…") for cell in below) > 0.6 * len(below)
