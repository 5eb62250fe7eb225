"""What every part of a draft's file is written with: the bodies, the questions, and the words of the document."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from bot.drafts.ids import Ids
from bot.drafts.named_bodies import Bodies, Body
from bot.drafts.questions import Asking
from handlers.vocabulary import Text
from schedules.drafting.draft import Draft

LONGEST_QUOTE = 400  # characters of a sentence that a comment repeats


@dataclass
class Writing:
    """What the parts of a plan are written with."""

    draft: Draft
    bodies: Bodies
    asking: Asking
    on: date | None  # the day from which the file's phrases will be read; None: the admin states it
    ids: Ids = field(default_factory=Ids)


def quoted(words: str) -> str:
    """Return words of the document as a comment: between quotes, long ones cut."""
    words = " ".join(words.split())
    if len(words) > LONGEST_QUOTE:
        words = words[:LONGEST_QUOTE].rpartition(" ")[0] + " …"
    return f'"{words}"' if words else ""


def doubtful(writing: Writing, printed: str, found: tuple[Body, ...]) -> str:
    """Return the mark of a body that is none of the file's, or was only taken for one; "" where it is sure."""
    said = printed[:1].upper() + printed[1:]
    if not found:
        return writing.asking.ask(Text("draft-ask-unknown-unit", {"printed": said}))
    if not all(body.sure for body in found):
        names = ", ".join(f"{body.name} ({body.id})" for body in found)
        return writing.asking.ask(Text("draft-ask-alike", {"printed": said, "name": names}))
    return ""
