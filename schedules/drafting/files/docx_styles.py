"""What a .docx's styles say of a paragraph: its heading's level, whether it is bold, its list."""

from __future__ import annotations

from dataclasses import dataclass, field

from schedules.drafting.files.docx_parts import Element, child, kind, number, on, value

DEEPEST = 12  # styles that stand on one another
TEXT_LEVEL = 9  # Word's outline level of running text


@dataclass
class Styles:
    """The styles of a .docx by their ids."""

    by_id: dict[str, Element] = field(default_factory=dict)

    @classmethod
    def of(cls, root: Element | None) -> Styles:
        found = (
            {value(style, "styleId") or "": style for style in root if kind(style) == "style"}
            if root is not None
            else {}
        )
        return cls(found)

    def level(self, paragraph: Element) -> int:
        """Return the level of a heading (1 the topmost), 0 of running text."""
        for properties in self._properties(paragraph):
            level = child(properties, "outlineLvl")
            if level is not None:
                return number(level) + 1 if number(level, otherwise=TEXT_LEVEL) < TEXT_LEVEL else 0
        return 0

    def list_of(self, paragraph: Element) -> tuple[str, int] | None:
        """Return the id of a paragraph's list and its level there, or None."""
        for properties in self._properties(paragraph):
            numbering = child(properties, "numPr")
            if numbering is not None and (list_id := value(child(numbering, "numId"))) is not None:
                return (list_id, number(child(numbering, "ilvl"))) if list_id != "0" else None
        return None

    def shows(self, run: Element, paragraph: Element, switch: str) -> bool:
        """Say whether a switch ("b", "caps", "vanish") holds for a run, by itself or by a style."""
        own = child(run, "rPr")
        if (said := child(own, switch)) is not None:
            return on(said)
        named = [value(child(own, "rStyle")), value(child(paragraph, "pPr", "pStyle"))]
        for style_id in named:
            for style in self._chain(style_id):
                if (said := child(style, "rPr", switch)) is not None:
                    return on(said)
        return False

    def _properties(self, paragraph: Element) -> list[Element]:
        own = child(paragraph, "pPr")
        chain = self._chain(value(child(own, "pStyle")))
        found = [own, *(child(style, "pPr") for style in chain)]
        return [properties for properties in found if properties is not None]

    def _chain(self, style_id: str | None) -> list[Element]:
        chain: list[Element] = []
        while style_id and style_id in self.by_id and len(chain) < DEEPEST:
            chain.append(self.by_id[style_id])
            style_id = value(child(chain[-1], "basedOn"))
        return chain
