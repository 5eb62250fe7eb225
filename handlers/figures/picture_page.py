"""Draw one picture of a plan's table, to be read on a phone: each class has a colour and a sign of its own."""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from handlers.figures.figures import Standing
from handlers.figures.picture_grid import Column, Grid, Line
from handlers.figures.table_words import STANDINGS, as_of, figures_named
from handlers.plan_names import plan_named

FONTS = Path(__file__).parent / "fonts"
NARROWEST, WIDEST = 720, 1280  # pixels: what phones show without scaling it down
EDGE = 20
ROW, TOTAL, LEGEND_LINE = 30, 34, 23
NAME_LEAST, NAME_MOST = 240, 520
CELL_LEAST, CELL_MOST = 66, 120
LEGEND_LINES = 2  # of a task's name
COLOURS = 96  # of the file: enough for letters to stay smooth
INK, FAINT, RULE, BAND = "#1A1A1A", "#5A5A5A", "#C9CED6", "#F5F7FA"
HEAD, HEAD_INK = "#1F4E78", "#FFFFFF"
NOTHING = "–"


@dataclass(frozen=True, slots=True)
class Look:
    """How one class is drawn."""

    sign: str
    ground: str
    ink: str


LOOKS: Mapping[Standing | None, Look] = {
    Standing.ON_TIME: Look("✓", "#D5EBD8", "#14591C"),
    Standing.LATE: Look("M", "#FFE2A3", "#6B4300"),
    Standing.OPEN: Look("○", "#DCE7F5", "#274D78"),
    Standing.OVERDUE: Look("✗", "#F4B9B5", "#8E1212"),
    None: Look(NOTHING, "#FFFFFF", "#9AA0A6"),
}


def picture(grid: Grid) -> bytes:
    """Return the picture as PNG."""
    return _Drawing(grid).drawn()


class _Drawing:
    """One picture in the making: ``_y`` is how far down it has come."""

    def __init__(self, grid: Grid) -> None:
        self._grid = grid
        bold = _font(19)
        names = max(bold.getlength(_nfc(line.unit)) for line in grid.lines) + 16
        self._name = int(min(max(names, NAME_LEAST), NAME_MOST))
        room = NARROWEST - 2 * EDGE - self._name
        self._cell = int(min(max(room / len(grid.columns), CELL_LEAST), CELL_MOST))
        self._width = min(max(2 * EDGE + self._name + self._cell * len(grid.columns), NARROWEST), WIDEST)
        self._name = self._width - 2 * EDGE - self._cell * len(grid.columns)
        self._y = 16

    def drawn(self) -> bytes:
        """Draw from top to bottom on a sheet that is cut where it ends."""
        height = 700 + ROW * len(self._grid.lines) + LEGEND_LINE * (LEGEND_LINES + 1) * len(self._grid.columns)
        self._image = Image.new("RGB", (self._width, height), "#FFFFFF")
        self._draw = ImageDraw.Draw(self._image)
        self._heading()
        self._signs()
        self._heads()
        self._totals()
        for place, line in enumerate(self._grid.lines):
            self._line(line, BAND if place % 2 else "#FFFFFF")
        self._tasks()
        file = io.BytesIO()
        cut = self._image.crop((0, 0, self._width, self._y + 14))
        few = cut.quantize(COLOURS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
        few.save(file, "PNG")
        return file.getvalue()

    def _heading(self) -> None:
        grid = self._grid
        for line in _wrapped(grid.plan.title, _font(24, bold=True), self._width - 2 * EDGE, 2):
            self._text(EDGE, line, _font(24, bold=True), height=31)
        for line in _wrapped(plan_named(grid.plan), _font(18), self._width - 2 * EDGE, 2):
            self._text(EDGE, line, _font(18), FAINT, height=25)
        page = f". Ảnh {grid.number}/{grid.of}" if grid.of > 1 else ""
        self._text(EDGE, f"{as_of(grid.moment)}{page}", _font(18), FAINT, height=28)
        for line in _wrapped(figures_named(grid.figures), _font(19, bold=True), self._width - 2 * EDGE, 2):
            self._text(EDGE, line, _font(19, bold=True), height=27)
        self._y += 6

    def _signs(self) -> None:
        """Say what the signs mean, as many on a line as fit."""
        x = EDGE
        for standing, words in (*((one, STANDINGS[one]) for one in Standing), (None, "Không phải thực hiện")):
            width = 34 + int(_font(17).getlength(words)) + 18
            if x + width > self._width:
                x, self._y = EDGE, self._y + 32
            self._sign(x, self._y, 28, 26, standing)
            self._draw.text((x + 34, self._y + 13), words, INK, _font(17), anchor="lm")
            x += width
        self._y += 38

    def _heads(self) -> None:
        top = self._y
        self._draw.rectangle((EDGE, top, self._width - EDGE - 1, top + TOTAL), HEAD)
        self._draw.text((EDGE + 8, top + TOTAL // 2), "Đơn vị  /  Nhiệm vụ số", HEAD_INK, _font(18, bold=True), "lm")
        for x, column in self._places():
            middle = (x + self._cell // 2, top + TOTAL // 2)
            self._draw.text(middle, str(column.number), HEAD_INK, _font(20, bold=True), "mm")
        self._y += TOTAL + 1

    def _totals(self) -> None:
        """Add up each column above its units, where the eye begins."""
        figures = [column.figures for column in self._grid.columns]
        told = (
            ("Đã nộp / phải nộp", [f"{one.submitted}/{one.expected}" for one in figures]),
            ("Quá hạn", [str(one.overdue) for one in figures]),
        )
        for name, each in told:
            top = self._y
            self._draw.rectangle((EDGE, top, self._width - EDGE - 1, top + ROW), "#E3EAF2")
            self._draw.text((EDGE + 8, top + ROW // 2), name, INK, _font(18, bold=True), "lm")
            for (x, _), words in zip(self._places(), each, strict=True):
                size = next((s for s in (18, 16, 14, 12) if _font(s).getlength(words) <= self._cell - 9), 11)
                self._draw.text((x + self._cell // 2, top + ROW // 2), words, INK, _font(size), "mm")
            self._y += ROW
        self._draw.line((EDGE, self._y, self._width - EDGE - 1, self._y), HEAD, 2)
        self._y += 2

    def _line(self, line: Line, ground: str) -> None:
        top = self._y
        self._draw.rectangle((EDGE, top, EDGE + self._name - 1, top + ROW - 1), ground)
        name = _cut(line.unit, _font(19), self._name - 12)
        self._draw.text((EDGE + 8, top + ROW // 2), name, INK, _font(19), "lm")
        for (x, _), standing in zip(self._places(), line.standings, strict=True):
            self._sign(x, top, self._cell, ROW, standing)
        self._draw.line((EDGE, top + ROW - 1, self._width - EDGE - 1, top + ROW - 1), RULE)
        self._y += ROW

    def _tasks(self) -> None:
        """Name the tasks under their numbers."""
        self._y += 14
        for column in self._grid.columns:
            words = f"({'; '.join(column.phrases)}) {column.title}" if column.phrases else column.title
            self._draw.text((EDGE, self._y), f"{column.number}.", INK, _font(17, bold=True))
            for line in _wrapped(words, _font(17), self._width - 2 * EDGE - 36, LEGEND_LINES):
                self._text(EDGE + 36, line, _font(17), height=LEGEND_LINE)
            self._y += 4

    def _places(self) -> Iterator[tuple[int, Column]]:
        for place, column in enumerate(self._grid.columns):
            yield EDGE + self._name + place * self._cell, column

    def _sign(self, x: int, y: int, width: int, height: int, standing: Standing | None) -> None:
        look = LOOKS[standing]
        self._draw.rectangle((x, y, x + width - 2, y + height - 2), look.ground)
        self._draw.text((x + width // 2, y + height // 2), look.sign, look.ink, _font(19, bold=True), "mm")

    def _text(self, x: int, words: str, font: ImageFont.FreeTypeFont, ink: str = INK, *, height: int) -> None:
        self._draw.text((x, self._y), words, ink, font)
        self._y += height


@cache
def _font(size: int, *, bold: bool = False) -> ImageFont.FreeTypeFont:
    name = "DejaVuSans-Bold.ttf" if bold else "DejaVuSans.ttf"
    return ImageFont.truetype(FONTS / name, size, layout_engine=ImageFont.Layout.BASIC)


def _nfc(words: str) -> str:
    """Compose letters with their marks: the plain layout puts loose marks beside their letter."""
    return unicodedata.normalize("NFC", words)


def _cut(words: str, font: ImageFont.FreeTypeFont, width: int) -> str:
    """Shorten a line to a width, with an ellipsis."""
    words = _nfc(words)
    if font.getlength(words) <= width:
        return words
    while words and font.getlength(f"{words}…") > width:
        words = words[:-1]
    return f"{words.rstrip()}…"


def _wrapped(words: str, font: ImageFont.FreeTypeFont, width: int, most: int) -> Sequence[str]:
    """Break a text into at most so many lines; the last one is cut."""
    lines: list[str] = []
    left = _nfc(words).split()
    while left and len(lines) < most - 1:
        count = 1
        while count < len(left) and font.getlength(" ".join(left[: count + 1])) <= width:
            count += 1
        lines.append(_cut(" ".join(left[:count]), font, width))
        left = left[count:]
    return [*lines, _cut(" ".join(left), font, width)] if left else lines
