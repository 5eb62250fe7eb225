"""Open a text file (.txt, .md): its lines become paragraphs again, rows become tables, a head in two columns one."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from schedules.drafting.document import Document
from schedules.drafting.files import assembling, columns, plain_marks, scan_flaws, spaced_tables
from schedules.drafting.files.assembling import Found, Grid
from schedules.drafting.words import joining
from schedules.drafting.words.rows import squared

PIPES = re.compile(r"^\s*\|.*\|\s*$")
RULER = re.compile(r"^(?=.*[-─━=]{3})[\s:|+=─━┼-]++$")
LEAST_ROWS = 2  # a single line with tabs is no table


def document(text: str, name: str) -> Document:
    """Return what a text holds.

    Parameters:
        text: in NFC, with plain line ends; a form feed is the end of a page.
        name: the file's own name.
    """
    printed = scan_flaws.without_page_numbers([line.rstrip(" ") for line in text.replace("\f", "\n").split("\n")])
    lines = columns.apart(spaced_tables.with_tabs(printed))
    reader = _Reader(joining.width(lines), lines.count("") >= len(lines) / 5)
    for line in lines:
        reader.read(line)
    reader.close()
    return assembling.document(name, reader.blocks)


@dataclass
class _Reader:
    """Takes a file's lines one by one; ``lines`` are those of the paragraph, ``rows`` those of the table being read."""

    width: int
    spaced: bool
    blocks: list[Found] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    rows: list[list[str]] = field(default_factory=list)

    def read(self, line: str) -> None:
        cells = _row(line)
        if cells is not None:
            self._end_paragraph()
            self.rows.extend([cells] if cells else [])
        elif not line.strip():
            self._end_paragraph()
        else:
            self._end_table()
            self._line(line)

    def close(self) -> None:
        self._end_table()
        self._end_paragraph()

    def _line(self, line: str) -> None:
        if self.lines and not self._same_paragraph(line):
            self._end_paragraph()
        self.lines.append(line)

    def _same_paragraph(self, line: str) -> bool:
        if plain_marks.HEADING.match(line) or plain_marks.HEADING.match(self.lines[-1]):
            return False
        if plain_marks.FOOTNOTE.match(self.lines[0]):
            return joining.wraps(self.lines[-1], line, self.width, self.spaced)
        before, after = plain_marks.plain(self.lines[-1]), plain_marks.plain(line)
        if self.width:
            indent = " " * (len(self.lines[-1]) - len(self.lines[-1].lstrip()))
            return joining.wraps(indent + before, after, self.width, self.spaced)
        return joining.goes_on(before, after)

    def _end_paragraph(self) -> None:
        raw, self.lines = "\n".join(self.lines), []
        if not raw or plain_marks.FOOTNOTE.match(raw) or plain_marks.RULE.match(raw):
            return
        line = plain_marks.bare(raw)
        if line.text.strip("_.…*~= ") and not joining.PAGE_NUMBER.match(line.text):
            self.blocks.append(line)

    def _end_table(self) -> None:
        rows, self.rows = self.rows, []
        if len(rows) < LEAST_ROWS and not (self.blocks and isinstance(self.blocks[-1], Grid)):
            lines = (plain_marks.bare(" ".join(row)) for row in rows)
            self.blocks.extend(line for line in lines if line.text)
        elif table := squared([[plain_marks.cell(cell) for cell in row] for row in rows]):
            self.blocks.append(Grid(table))


def _row(line: str) -> list[str] | None:
    """Return the cells of a table's line ([]: a ruler between rows), or None where it is no row."""
    if PIPES.match(line):
        return [] if RULER.match(line) else [cell.strip() for cell in _between_pipes(line)]
    if "|" in line and RULER.match(line):
        return []
    if "\t" in line.strip() or line.endswith("\t"):
        return [cell.strip() for cell in line.split("\t")]
    return None


def _between_pipes(line: str) -> list[str]:
    return re.split(r"(?<!\\)\|", line.strip().removeprefix("|").removesuffix("|"))
