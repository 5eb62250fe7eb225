"""Tables whose columns are kept apart by spaces ("STT   Nhiệm vụ      Thời hạn") become rows with tabs."""

from __future__ import annotations

import re

HEADING = re.compile(r"^\s*(?:STT|TT|Stt|Tt)\s{2,}\S")
PIECE = re.compile(r"\S+(?: \S+)*")
NEAR = 2  # signs by which a cell may stand left of its heading


def with_tabs(lines: list[str]) -> list[str]:
    """Return a text's lines; those of such a table as rows with tabs, a cell's further lines taken together."""
    found: list[str] = []
    at = 0
    while at < len(lines):
        starts = _starts(lines[at])
        if len(starts) < 3 or "\t" in lines[at]:
            found.append(lines[at])
            at += 1
            continue
        end = _end(lines, at + 1, starts)
        found.extend(_rows(lines[at:end], starts) if end > at + 1 else lines[at:end])
        at = end
    return found


def _starts(line: str) -> list[int]:
    return [piece.start() for piece in PIECE.finditer(line)] if HEADING.match(line) else []


def _end(lines: list[str], at: int, starts: list[int]) -> int:
    """Return where the table ends: at a line that keeps to none of its columns."""
    end = at
    while at < len(lines):
        if lines[at].strip():
            pieces = list(PIECE.finditer(lines[at]))
            if len(pieces) < 2 and pieces[0].start() < starts[1] - NEAR:
                break
            end = at + 1
        at += 1
    return end


def _rows(lines: list[str], starts: list[int]) -> list[str]:
    rows: list[list[str]] = []
    for line in (line for line in lines if line.strip()):
        cells = [""] * len(starts)
        for piece in PIECE.finditer(line):
            column = max(n for n, start in enumerate(starts) if n == 0 or start - NEAR <= piece.start())
            cells[column] = f"{cells[column]} {piece[0]}".strip()
        if cells[0] or not rows:
            rows.append(cells)
        else:
            rows[-1] = [f"{above} {below}".strip() for above, below in zip(rows[-1], cells, strict=True)]
    return ["\t".join(row) for row in rows]
