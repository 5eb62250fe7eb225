"""Read a cell of the column of receivers: "Sở Tài chính (Phòng Ngân sách)", "Phòng Ngân sách, Sở Tài chính"."""

from __future__ import annotations

import re

from schedules.drafting.duties.receivers import Receiver, receivers
from schedules.drafting.words.bodies import bodies, is_body

BRACKETED = re.compile(
    r"^(?P<whole>[^()]+?)\s*\(\s*+(?:(?:thông )?qua:?\s+|trực tiếp:?\s+)?(?P<part>[^()]+?)\s*\)\W*$", re.IGNORECASE
)
PARTS = re.compile(r"^(?:Phòng|Vụ|Khoa|Bộ phận|Tổ)\b")
WHOLES = re.compile(r"^(?:Sở|Bộ|Cục|Chi cục|Ban|Thanh tra|Trung tâm|Bệnh viện|Trường|UBND|Ủy ban)\b")


def named(cell: str) -> Receiver:
    """Return whom a cell names, and through which of its rooms."""
    said = " ".join(cell.split()).strip(" -–+;.,")
    found = BRACKETED.match(said)
    if found and is_body(found["part"]):
        return Receiver(found["whole"], found["part"], 0, 0)
    names = bodies(said)
    if len(names) == 2 and PARTS.match(names[0]) and WHOLES.match(names[1]):
        return Receiver(names[1], names[0], 0, 0)  # "Phòng Ngân sách, Sở Tài chính": the room first, as in an address
    read = receivers(f"gửi {said}")
    return read[-1] if read else Receiver(said, None, 0, 0)
