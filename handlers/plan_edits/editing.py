"""Answer /sua: what is to be changed, then which one, then how; words after the command say it at once."""

from __future__ import annotations

import re
from dataclasses import replace

from handlers.handing_in.submitting import NEVER_MIND, never_mind
from handlers.plan_edits import editing_contacts, editing_deadlines, editing_groups, editing_phrases
from handlers.plan_edits.applying import apply
from handlers.plan_edits.drafts import Draft, administered, changeable, draft_of, keep, kept
from handlers.refusing import UnknownButton
from handlers.spelling import NO, YES, answer_words, plain
from handlers.vocabulary import Button, Reply, Text, Turn
from storage.tables import Question

KINDS = {
    "h": re.compile(r"(?:han|thoi han)(?: nop| cua)?"),
    "n": re.compile(r"nhom(?: don vi)?"),
    "d": re.compile(r"dau moi|lien he|can bo dau moi"),
}

SAID_FIRST = frozenset({"sua", "thay"})  # "sửa hạn …" in plain words


def sua(turn: Turn) -> Reply:
    """Begin a change; ask what is to be changed where the words do not say it."""
    administered(turn)
    kind, rest = _kind(turn.argument)
    if kind:
        return _begun(replace(turn, argument=rest), kind)
    if turn.argument and (found := editing_deadlines.begun_if_meant(turn)):
        return found
    labels = {"h": Text("button-edit-deadline"), "n": Text("button-edit-group"), "d": Text("button-edit-contact")}
    rows = tuple((Button(label, f"sua:{kind}"),) for kind, label in labels.items())
    return Reply((Text("edit-what"),), (*rows, (NEVER_MIND,)))


def press_what(turn: Turn) -> Reply:
    """Go on with what was chosen."""
    administered(turn)
    if turn.argument not in KINDS:
        raise UnknownButton
    return _begun(replace(turn, argument=""), turn.argument)


def press_again(turn: Turn) -> Reply:
    """Ask for the new value once more."""
    draft = kept(turn)
    if draft is None or draft.asks != "yes":
        raise UnknownButton
    return editing_phrases.ask_phrase(turn, draft) if draft.what == "deadline" else editing_groups.again(turn, draft)


def answer(turn: Turn, question: Question) -> Reply:
    """Read what was typed for what is still missing."""
    draft = draft_of(question)
    if answer_words(turn.argument) in NO:
        return never_mind(turn)
    if plain(turn.argument).split(" ")[0] in SAID_FIRST and _kind(turn.argument)[0]:
        return sua(turn)  # another change altogether
    if draft.asks == "yes":
        if answer_words(turn.argument) in YES:
            return apply(turn, draft)
        # Anything else is the new value said again: the difference is shown anew.
        draft = replace(draft, asks="phrase" if draft.what == "deadline" else "unit")
    if draft.what == "contact":
        return editing_contacts.typed(turn)
    if draft.what == "deadline":
        return editing_deadlines.typed(turn, draft)
    return editing_groups.typed(turn, draft)


def _begun(turn: Turn, kind: str) -> Reply:
    if kind == "d":
        if turn.argument:
            return editing_contacts.typed(turn)
        keep(turn, Draft("contact", "unit"))
        return Reply((Text("edit-contact-which-unit"),), ((NEVER_MIND,),))
    changeable(turn)
    return editing_deadlines.begun(turn) if kind == "h" else editing_groups.begun(turn)


def _kind(said: str) -> tuple[str, str]:
    """Split the word that says what is to be changed from the rest, whose signs stay as they were typed."""
    words = said.split()
    if words and plain(words[0]) in SAID_FIRST:
        words = words[1:]
    for count in (3, 2, 1):
        head = plain(" ".join(words[:count]))
        for kind, pattern in KINDS.items():
            if len(words) >= count and pattern.fullmatch(head):
                return kind, " ".join(words[count:])
    return "", " ".join(words)
