"""Tell whether a message says that something was handed in: never for what will be, might be, was not, or is asked.

A message is read clause by clause, for the verb of handing in and what stands around it. A confirmation that is not
meant is the worst mistake, so every doubt leads away from DONE.
"""

from __future__ import annotations

from enum import StrEnum

from handlers.understanding import handing_in_doubts as doubts
from handlers.understanding import handing_in_patterns as patterns
from handlers.understanding.known_words import all_known


class Standing(StrEnum):
    """What a clause, or a whole message, says about handing in."""

    DONE = "done"
    MAYBE = "maybe"  # names the act, and neither that it was done nor that it was not
    NOT = "not"
    FUTURE = "future"
    ASKED = "asked"
    SUPPOSED = "supposed"
    OTHER = "other"  # something else, to somebody else, by somebody else
    SILENT = ""


AGAINST = frozenset({Standing.NOT, Standing.FUTURE, Standing.SUPPOSED, Standing.OTHER})


def clauses(line: str) -> list[str]:
    """Cut a line where a new statement begins; a question mark stays with what it asks."""
    return [part.strip() for part in patterns.BREAKS.split(line) if part and part.strip()]


def standing(line: str) -> Standing:
    """Say what a whole message claims: DONE only if a clause says so and no other one takes it back."""
    parts = clauses(line)
    named = doubts.REPORT.search(line) is not None
    told = [
        one for one in (of_clause(part, named) for part in parts if not _prepares(part)) if one is not Standing.SILENT
    ]
    if not told:
        return Standing.SILENT
    if Standing.DONE not in told:
        return next((one for one in told if one is not Standing.MAYBE), Standing.MAYBE)
    if patterns.DUTY.search(line):  # "xong việc này rồi, văn bản … đã gửi đi"
        told = [one for at, one in enumerate(told) if at or one is not Standing.OTHER]
    against = [one for one in told if one in AGAINST]
    if told[-1] is Standing.DONE and (set(against) <= {Standing.NOT} or patterns.NOW.search(line)):
        return Standing.DONE  # "hôm qua chưa gửi được, nay gửi rồi"
    if against:
        return against[-1]
    # "Xong rồi" says what is meant only where nothing else is spoken of.
    return Standing.DONE if patterns.SENT_WORD.search(line) or all_known(line) else Standing.MAYBE


def _prepares(clause: str) -> bool:
    """Say whether a clause only tells what goes before the sending."""
    return patterns.PREPARED.search(clause) is not None and not patterns.SENT_WORD.search(clause)


def of_clause(clause: str, report_named: bool = False) -> Standing:
    """Say what one clause claims. ``report_named`` is that the message speaks of a report somewhere."""
    asks = clause.endswith("?")
    clause = clause.rstrip(" ?")
    if not patterns.HAS_VERB.search(clause):
        if patterns.LEFT_OUT.search(clause):
            return Standing.NOT
        return Standing.FUTURE if patterns.PUT_OFF.search(clause) else Standing.SILENT
    unreal = _unreal(clause)
    if unreal:
        return unreal
    if asks:
        return Standing.ASKED
    if patterns.DONE.search(clause):
        return Standing.DONE if all_known(clause) and not _doubted(clause, report_named) else Standing.MAYBE
    return Standing.FUTURE if patterns.SOON.search(clause) else Standing.MAYBE


def _doubted(clause: str, report_named: bool) -> bool:
    unnamed = not report_named and doubts.DOUBT_UNNAMED.search(clause) is not None
    return unnamed or doubts.DOUBT.search(clause) is not None


def _unreal(clause: str) -> Standing | None:
    """Return why a clause is no statement of what was done here."""
    if patterns.SUPPOSED.search(clause):
        return Standing.SUPPOSED
    if patterns.ASKED.search(clause):
        return Standing.ASKED
    if patterns.NOT.search(clause):
        return Standing.NOT
    if patterns.FUTURE.search(clause) and (not patterns.SURE.search(clause) or patterns.WILL.search(clause)):
        return Standing.FUTURE
    return Standing.OTHER if doubts.OTHER.search(clause) else None
