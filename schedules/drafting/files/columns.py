"""A head or a foot printed in two columns ("UBND TỈNH …      CỘNG HÒA …") becomes lines below each other."""

from __future__ import annotations

import re

NATION = re.compile(r"CỘNG\s+HO?[ÒÀ]A?\s+XÃ\s+HỘI|ĐẢNG\s+CỘNG\s+SẢN\s+VIỆT\s+NAM", re.IGNORECASE)
PLACE_DAY = re.compile(r"(?:^|\s)[^,:;\d\s][^,:;\d]{1,40},\s*ngày\b.{0,24}\b(?:tháng|/).{0,24}", re.IGNORECASE)
# Columns that came out of a scan with a single space between them.
TOGETHER = (
    re.compile(r"^(.*\S)\s+(CỘNG\s+H\S+\s+XÃ\s+HỘI.*|ĐẢNG\s+CỘNG\s+SẢN.*|Độc\s+lập\s*[-–—]\s*Tự\s+do.*)$"),
    re.compile(r"^(\W*Số\s*[:.]?.*?[/-]\s*[A-ZĐƯ][\w&/-]*)\s+([A-ZĐ][^,:;\d]{1,40},\s*ngày\b.*)$"),
)
SENT_TO = re.compile(r"^\W*nơi\s+nhận", re.IGNORECASE)
SUBJECT = re.compile(r"^\W*(?:v/v|về việc)\b", re.IGNORECASE)
GAP = re.compile(r"\s{3,}|\s*\t\s*")
ROW = re.compile(r"^\s*\|")  # of a table: its cells are columns already
MARKS = re.compile(r"[*#_]{1,6}(?=\s|\w)|(?<=\S)\*{1,3}")
BOLD_PIECES = re.compile(r"\*\* \*\*")  # two pieces of one line, no columns
HEAD_LINES = 30
FOOT_LINES = 40
RIGHT = 28  # a line that begins here stands in the right column


def apart(lines: list[str]) -> list[str]:
    """Return a text's lines with the columns of its head and of its foot set below each other, the left one first."""
    head = _head(lines)
    lines = _below(lines[:head]) + lines[head:]
    foot = next((at for at, line in enumerate(lines) if at >= 3 and SENT_TO.match(line.replace("*", ""))), None)
    if foot is None:
        return lines
    end = next((at for at in range(foot, len(lines)) if _is_annex(lines[at])), len(lines))
    end = min(end, foot + FOOT_LINES)
    return lines[:foot] + _below(lines[foot:end], SENT_TO) + lines[end:]


def _head(lines: list[str]) -> int:
    """Return how many lines belong to a head that is printed in two columns (0: none)."""
    top = lines[:HEAD_LINES]
    nation = next((at for at, line in enumerate(top) if NATION.search(line)), None)
    days = [at for at, line in enumerate(top) if PLACE_DAY.search(line)]
    day = next((at for at in days if nation is None or nation < at <= nation + 10), None)
    known = [at for at in (nation, day) if at is not None]
    if not any(len(_cells(lines[at])) > 1 for at in known) or any(ROW.match(lines[at]) for at in known):
        return 0
    last = max(known)
    while last + 1 < len(lines) and (len(_cells(lines[last + 1])) > 1 or _goes_on(lines, last)):
        last += 1
    return last + 1


def _goes_on(lines: list[str], last: int) -> bool:
    """Say whether the left column's subject ("V/v …") has one more line below the right column's last."""
    cells, below = _cells(lines[last]), lines[last + 1].strip()
    subject = any(SUBJECT.match(line) for line in lines[: last + 1])
    return bool(cells and subject and below[:1].islower()) and _indent(lines[last + 1]) < RIGHT


def _below(lines: list[str], first: re.Pattern[str] | None = None) -> list[str]:
    if not any(len(_cells(line)) > 1 for line in lines):
        return lines
    left: list[str] = []
    right: list[str] = []
    for line in lines:
        cells = _cells(line)
        if len(cells) > 1:
            left.append(cells[0])
            right.extend(cells[1:])
        elif cells:
            (right if _indent(line) >= RIGHT else left).append(cells[0])
        else:
            left.append("")
    return [*left, "", *right, ""]


def _cells(line: str) -> list[str]:
    cells = [cell for cell in GAP.split(MARKS.sub(" ", BOLD_PIECES.sub(" ", line)).strip()) if cell]
    found = next((match for pattern in TOGETHER if len(cells) == 1 and (match := pattern.match(cells[0]))), None)
    return list(found.groups()) if found else cells


def _indent(line: str) -> int:
    return len(line.expandtabs()) - len(line.expandtabs().lstrip())


def _is_annex(line: str) -> bool:
    return (
        bool(re.match(r"\W*(?:PHỤ LỤC|ĐỀ CƯƠNG|DANH SÁCH|BIỂU|MẪU|KẾ HOẠCH|Phụ lục)\b", line)) or line.count("\t") > 2
    )
