"""The head of a draft's file: its schema for editors, what it was made of, how to check it, and what it asks."""

from __future__ import annotations

import os
import shlex
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bot.drafts.questions import Asking
from handlers.vocabulary import Text
from schedules.drafting.draft import Draft
from schedules.writing.layout import lay_out
from schedules.writing.plans import Keys

SCHEMA = Path(__file__).parents[2] / "schedules" / "plans.schema.json"


@dataclass(frozen=True, slots=True)
class Origin:
    """What a draft is made of, and where it goes.

    ``file`` is the document's name, ``on`` the admin's day for a document that prints none. ``to`` is the file that is
    written, by the words that the admin will check it with; "" where the draft is only printed.
    """

    file: str
    on: date | None = None
    to: str = ""


@dataclass(frozen=True, slots=True)
class Written:
    """The text of a file and the questions that it leaves, in the order of their numbers."""

    text: str
    questions: tuple[str, ...]


def with_head(origin: Origin, part: str, content: Keys, draft: Draft, asking: Asking) -> Written:
    """Add what editors and the admin read first."""
    titled = " ".join(part for part in (draft.head.kind, draft.head.number) if part) or "none"
    schema = schema_from(origin, part)
    head = [f"yaml-language-server: $schema={schema}"] if schema else []
    head.append(asking.word(Text("draft-head", {"file": origin.file, "document": titled})))
    head.append(asking.word(Text("draft-head-how", {"check": _check(origin, part)})))
    if not schema:
        head.append(asking.word(Text("draft-head-schema")))
    if not draft.obligations:
        head += ["", asking.word(Text("draft-head-nothing"))]
    if asking.asked:
        head += ["", asking.word(Text("draft-head-questions"))]
        head += [f"{number}. {question}" for number, question in enumerate(asking.asked, 1)]
    return Written(lay_out(content, head), tuple(asking.asked))


def schema_from(origin: Origin, part: str) -> str:
    """Return the schema's path from the file: one beside it, else the project's; "" where that is out of its folder.

    What is only printed finds it from where such a file usually lies.
    """
    root = SCHEMA.parents[1]
    if not origin.to:
        found = ("../../" if part else "") + SCHEMA.relative_to(root).as_posix()
    elif (beside := Path(origin.to).absolute().parent.resolve()) and (beside / SCHEMA.name).is_file():
        found = SCHEMA.name
    elif beside.is_relative_to(root.resolve()):
        found = Path(os.path.relpath(SCHEMA.resolve(), beside)).as_posix()
    else:
        return ""
    return f"{found}#/$defs/{part}" if part else found


def _check(origin: Origin, part: str) -> str:
    """Return the file's name for the command that checks it; "none" where that is another file."""
    return shlex.quote(origin.to) if origin.to and not part else "none"
