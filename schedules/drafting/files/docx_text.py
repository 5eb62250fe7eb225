"""Read the paragraphs of a .docx: runs, line breaks, tracked changes, text boxes, automatic numbers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from schedules.drafting.files.assembling import Line
from schedules.drafting.files.docx_numbering import Numbering
from schedules.drafting.files.docx_parts import Element, child, kind, value
from schedules.drafting.files.docx_styles import Styles

LEFT_OUT = {"del", "moveFrom", "Fallback", "pPr", "rPr", "instrText", "delText", "footnoteReference", "oMath"}
SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "sym": "-"}


@dataclass
class Runs:
    """The text of a paragraph while it is being read, and the text boxes that hang on it."""

    said: list[str] = field(default_factory=list)
    strong: list[bool] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)


@dataclass(frozen=True)
class Paragraphs:
    """Reads paragraphs in the order of the text, since automatic numbers count on."""

    styles: Styles
    numbering: Numbering

    def lines(self, paragraph: Element) -> Iterator[Line]:
        """Yield a paragraph's printed lines (a break within it begins a new one), then those of its text boxes."""
        runs = Runs()
        self._read(paragraph, paragraph, runs)
        said = "".join(runs.said)
        strong = bool(runs.strong) and all(runs.strong)
        mark = self._mark(paragraph) if said.strip() else ""
        level = self.styles.level(paragraph)
        for at, text in enumerate(part for part in said.split("\n") if part.strip()):
            yield Line(f"{mark} {text}" if mark and at == 0 else text, level, strong)
        for box in runs.boxes:
            for inner in box.iter():
                if kind(inner) == "p":
                    yield from self.lines(inner)

    def _mark(self, paragraph: Element) -> str:
        listed = self.styles.list_of(paragraph)
        return self.numbering.next(*listed) if listed else ""

    def _read(self, element: Element, paragraph: Element, runs: Runs) -> None:
        for inner in element:
            name = kind(inner)
            if name in LEFT_OUT:
                continue
            if name == "r":
                self._run(inner, paragraph, runs)
            elif name == "txbxContent":
                runs.boxes.append(inner)
            else:
                self._read(inner, paragraph, runs)

    def _run(self, run: Element, paragraph: Element, runs: Runs) -> None:
        if self.styles.shows(run, paragraph, "vanish"):
            return
        said = "".join(self._piece(inner, runs) for inner in run)
        if said.strip():
            runs.strong.append(self.styles.shows(run, paragraph, "b"))
            said = said.upper() if self.styles.shows(run, paragraph, "caps") else said
        runs.said.append("" if _raised_number(run, said) else said)
        self._boxes(run, runs)

    def _piece(self, inner: Element, runs: Runs) -> str:
        name = kind(inner)
        if name == "t":
            return inner.text or ""
        return " " if name == "br" and value(inner, "type") in ("page", "column") else SIGNS.get(name, "")

    def _boxes(self, run: Element, runs: Runs) -> None:
        for inner in run:
            if kind(inner) in ("drawing", "pict", "AlternateContent", "object"):
                boxes = [box for box in inner.iter() if kind(box) == "txbxContent"]
                runs.boxes.extend(boxes[:1] if kind(inner) == "AlternateContent" else boxes)


def _raised_number(run: Element, said: str) -> bool:
    """Say whether a run is the raised number of a note that was typed by hand."""
    return said.strip("()* ").isdecimal() and value(child(run, "rPr", "vertAlign")) == "superscript"
