"""Read the slots that an intent can have: a unit, a document, a day, a section, a reason."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from handlers.understanding.document_marks import document_mark
from handlers.understanding.handing_in import Standing, standing
from handlers.understanding.known_words import all_known
from handlers.understanding.naming import Named, each_written, named_units
from handlers.understanding.normalising import Words, read_words
from handlers.understanding.reasons import reason_of_extension, reason_of_return
from handlers.understanding.report_names import name_spans
from handlers.understanding.section_words import section
from handlers.understanding.typed_days import new_due, when
from handlers.understanding.understood import Intent, Speaker
from handlers.understanding.unit_names import Names

PERSON = re.compile(r"\b(?:anh|chị|chi|cô|chú|bác|em|bạn|đồng chí|đc) (?!Em\b|Anh\b|Chị\b)[A-ZĐ][^\W\d_A-Z]+")
OTHER_KIND = re.compile(r"[/-](?:KH|TB|TTR|QĐ|QD|GM|NQ|HD|BB|CT|KL)\b")  # a plan or a decision is no report
SOMEBODY = re.compile(
    r"\b(anh|chi_|chi|co|chu|bac|em|ban_|dong chi) (?!da |nop |gui |roi|oi|em |xa |ben |chi_ |"
    r"anh )[^ ,?]+"
)


@dataclass(frozen=True)
class Heard:
    """A message in words, with who said it when; what several slots need is read once."""

    words: Words
    role: Speaker
    now: datetime
    names: Names
    reports: tuple[str, ...] = ()  # titles of the own tasks

    @classmethod
    def of(cls, text: str, role: Speaker, now: datetime, names: Names) -> Heard:
        """Read a text."""
        return cls(read_words(text), role, now, names)

    @cached_property
    def units(self) -> list[Named]:
        """Return the units named."""
        return named_units(self.words.text, self.names, eager=self.role == "coordinator")

    @cached_property
    def document(self) -> dict[str, str]:
        """Return the document's number and date."""
        return document_mark(self.words.text, self.now)

    @cached_property
    def claim(self) -> Standing:
        """Return what is said about handing in."""
        return standing(SOMEBODY.sub(r"\1 nguoi_", self.line) if self._names_somebody else self.line)

    @property
    def _names_somebody(self) -> bool:
        return PERSON.search(self.words.text) is not None

    @cached_property
    def line(self) -> str:
        """Return the canonical words with each unit's name as one word; a report's name adds nothing to "báo cáo"."""
        places, names = self.units, name_spans(self.words, self.reports)
        if not places and not names:
            return self.words.line
        said: list[str] = []
        for word in self.words.words:
            if any(start <= word.start < end for start, end in names):
                continue
            named = any(unit.start <= word.start < unit.end for unit in places)
            said += [] if named and said[-1:] == ["ten_"] else ["ten_" if named else word.said]
        return " ".join(said)

    @property
    def answers_with_document(self) -> bool:
        """Say whether a report's number and nothing else is said: "số 45/BC-UBND ngày 4/5 ạ"."""
        told = self.role == "unit" and self.claim is Standing.SILENT and all_known(self.words.line)
        return told and "BC" in self.document.get("document_number", "") and "?" not in self.words.line

    @property
    def confirmable(self) -> bool:
        """Say whether a document or, by a coordinator, a unit is named."""
        if self.document and not OTHER_KIND.search(self.document["document_number"]):
            return True
        return self.role == "coordinator" and any(not unit.receives for unit in self.units)


def slots_of(intent: Intent, heard: Heard) -> dict[str, str]:
    """Return the slots of an intent."""
    reader = READERS.get(intent)
    return reader(heard) if reader else {}


def _confirm(heard: Heard) -> dict[str, str]:
    own = [unit for unit in heard.units if not unit.receives] or (heard.units if heard.role == "coordinator" else [])
    return {**_units(own), **heard.document}


def _about_units(heard: Heard) -> dict[str, str]:
    return _units(heard.units)


def _outline(heard: Heard) -> dict[str, str]:
    return _some(section=section(heard.words))


def _snooze(heard: Heard) -> dict[str, str]:
    return _some(when=when(heard.words.line, heard.now))


def _extension(heard: Heard) -> dict[str, str]:
    named = _units(heard.units) if heard.role == "coordinator" else {}
    return {
        **named,
        **_some(new_due=new_due(heard.words.line, heard.now), reason=reason_of_extension(heard.words)),
    }


def _return(heard: Heard) -> dict[str, str]:
    named = heard.units[:1]
    after = _line_place(heard.words, named[0].end) if named else None
    return {**_units(named), **_some(reason=reason_of_return(heard.words, after))}


def _line_place(words: Words, end: int) -> int:
    """Return where in the line the words after a place of the text begin."""
    later = (at for word, at in zip(words.words, words.offsets, strict=True) if word.start >= end)
    return next(later, len(words.line))


def _units(named: list[Named]) -> dict[str, str]:
    return {"unit": "; ".join(each_written(named))} if named else {}


def _some(**slots: str | None) -> dict[str, str]:
    return {name: value for name, value in slots.items() if value}


READERS: Mapping[Intent, Callable[[Heard], dict[str, str]]] = {
    "confirm_submission": _confirm,
    "status": _about_units,
    "nudge": _about_units,
    "return_submission": _return,
    "extension_request": _extension,
    "snooze": _snooze,
    "outline": _outline,
    "undo_confirmation": _about_units,
}
