"""The head and the foot of a report: whose it is, number and day left open; who gets it, who signs."""

from __future__ import annotations

import re

from docx.document import Document as Docx
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.shared import Pt
from docx.table import _Cell

from handlers.outlines.official_page import put, rule, side_by_side
from schedules.plan import Organisation, Plan, Unit

PARTY = re.compile(r"\b(Đảng ủy|Tỉnh ủy|Thành ủy|Đảng bộ|Chi bộ)\b")  # bodies whose documents follow the Party's form
UNDER_THE_COMMITTEE = ("Sở ", "Phòng ", "Thanh tra ")  # offices that print their People's Committee above their name
IN_FULL = {"UBND": "Ủy ban nhân dân", "HĐND": "Hội đồng nhân dân", "UBMTTQ": "Ủy ban Mặt trận Tổ quốc"}
PLACE = re.compile(r" (?=(XÃ|PHƯỜNG|ĐẶC KHU|TỈNH|THÀNH PHỐ) )")  # where a long name is broken
ONE_LINE = 20  # signs that surely fit beside the country's name
LEFT, RIGHT = 66, 94  # millimetres of the two columns
OPEN = "......"


def put_head(document: Docx, organisation: Organisation, unit: Unit | None) -> None:
    """Put the body's name beside the country's, or the Party's; number, place and day are left open."""
    left, right = side_by_side(document, LEFT, RIGHT)
    name = unit.name if unit else ""
    if above := superior(organisation, unit):
        _line(left, above.upper(), bold=False)
    for line in heading_of(name).split("\n"):
        _line(left, line, bold=True)
    if PARTY.search(name):
        _party_head(left, right, name)
    else:
        _state_head(left, right, name)
    document.add_paragraph()


def put_foot(document: Docx, plan: Plan, unit: Unit | None) -> None:
    """Name the receivers that the plan asks for, and leave room for who signs."""
    left, right = side_by_side(document, LEFT, RIGHT)
    _line(left, "Nơi nhận:", size=12, align=ALIGN.LEFT, bold=True, italic=True)
    for receiver in receivers(plan, unit):
        _line(left, f"- {receiver};", size=11, align=ALIGN.LEFT)
    _line(left, "- Lưu: ......", size=11, align=ALIGN.LEFT)
    _line(right, "CHỨC VỤ CỦA NGƯỜI KÝ", size=14, bold=True)
    for _ in range(3):
        _line(right, "", size=14)
    _line(right, "Họ và tên", size=14, bold=True)


def heading_of(name: str) -> str:
    """Write a body's name as its documents print it: in full, in capitals, the place of a long one on its own line."""
    full = " ".join(IN_FULL.get(word, word) for word in name.split()).upper()
    return PLACE.sub("\n", full, count=1) if len(full) > ONE_LINE else full or OPEN * 4


def superior(organisation: Organisation, unit: Unit | None) -> str:
    """Return the body that a department prints above its name, "" where the plan does not tell it."""
    committee = organisation.name.startswith("Ủy ban nhân dân")
    return organisation.name if unit and committee and unit.name.startswith(UNDER_THE_COMMITTEE) else ""


def receivers(plan: Plan, unit: Unit | None) -> list[str]:
    """List to whom the unit's reports go, as the plan prints it; an open line where it does not say."""
    reports = [
        task
        for task in plan.tasks.values()
        if task.kind == "report" and unit and any(unit.id in due.unit_ids for due in task.dues)
    ]
    named = dict.fromkeys(name for task in reports for name in (task.send_to, task.via) if name)
    return list(named) or [OPEN]


def _state_head(left: _Cell, right: _Cell, name: str) -> None:
    rule(left, 24)
    _line(left, f"Số: {OPEN}/BC-{'UBND' if name.startswith('UBND ') else OPEN}", size=13)
    _line(right, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", size=12, bold=True)
    _line(right, "Độc lập - Tự do - Hạnh phúc", size=13, bold=True)
    rule(right, 17)
    _line(right, f"{OPEN}, ngày {OPEN} tháng {OPEN} năm {OPEN}", size=13, italic=True)


def _party_head(left: _Cell, right: _Cell, name: str) -> None:
    _line(left, "*")
    _line(left, f"Số {OPEN}-BC/{'ĐU' if name.startswith('Đảng ủy ') else OPEN}", size=13)
    _line(right, "ĐẢNG CỘNG SẢN VIỆT NAM", size=15, bold=True)
    rule(right, 14)
    _line(right, f"{OPEN}, ngày {OPEN} tháng {OPEN} năm {OPEN}", size=13, italic=True)


def _line(cell: _Cell, text: str, size: float = 13, align: ALIGN = ALIGN.CENTER, **looks: bool) -> None:
    put(cell, text, align, size, **looks).paragraph_format.space_after = Pt(0)
