"""Decide what a message wants: the heaviest pattern wins, one nearly as heavy is asked about."""

from __future__ import annotations

import re

from handlers.understanding.coordinator_patterns import NUDGE, RETURN
from handlers.understanding.cues import CUES
from handlers.understanding.deadline_patterns import DEADLINE
from handlers.understanding.extension_patterns import EXTENSION
from handlers.understanding.handing_in import Standing
from handlers.understanding.help_patterns import HELP
from handlers.understanding.outline_patterns import OUTLINE
from handlers.understanding.outstanding_patterns import OUTSTANDING
from handlers.understanding.pattern import Pattern
from handlers.understanding.remark_patterns import GREETING, NONE_OTHER, NONE_RECEIVED, NONE_WILL
from handlers.understanding.snooze_patterns import SNOOZE, SNOOZE_AT_ALL
from handlers.understanding.status_patterns import STATUS, STATUS_OF_UNITS
from handlers.understanding.understood import Intent, Speaker
from handlers.understanding.undo_patterns import UNDO

PATTERNS: tuple[Pattern, ...] = (
    *DEADLINE, *OUTSTANDING, *STATUS, *STATUS_OF_UNITS, *HELP,
    *OUTLINE, *EXTENSION, *SNOOZE, *SNOOZE_AT_ALL, *NUDGE, *RETURN,
    *UNDO, *GREETING, *NONE_RECEIVED, *NONE_WILL, *NONE_OTHER, *CUES,
)  # fmt: skip
CONFIRM: Intent = "confirm_submission"
SURE = 8  # weight of a plain statement that something was handed in
STRONG = 7  # another reading of this weight goes before a confirmation
NEAR = 1  # how much lighter a reading may be and still be asked about
LIGHTEST = 5  # nothing lighter is asked about
ASKS_STATE = re.compile(r"\b(?:da|roi|chua)\b(?!.*\bduoc khong)")
OWN = re.compile(r"\b(?:xa|don vi|phuong|so_?|ben|phong|dang_ uy) (?:em|anh|chi_|nha|ta|chung em)\b(?! nao)")
OF_UNITS = re.compile(
    r"\bten_\b|\bty le\b|\b(?:xa|phuong|don vi|so_?|noi) (?:nao|qua|tre|cham)\b"
    r"|\b(?:cac|nhung|may|bao nhieu) (?:xa|phuong|don vi|so_?|noi)\b"
)
# A coordinator has a unit's report written down: "ghi nhận giúp chị xã Hra nộp rồi".
RECORD = re.compile(
    r"\b(?:ghi nhan|danh dau_?|xac nhan|tich|tick|cap nhat|ghi|chot|nhap|vao so_?)\b"
    r"(?!.*\b(?:tra lai|tra ve|huy)\b).*(?:\bda (?:nop|gui|xong|hoan thanh|co bao cao)|"
    r"\b(?:nop|gui|xong|hoan thanh)\b.*\broi)\b|"
    r"(?:\bda (?:nop|gui)|\b(?:nop|gui)\b.*\broi)\b.*\b(?:ghi nhan|danh dau_?|xac nhan|tich|tick|"
    r"cap nhat|ghi|vao so_?) (?:giup|ho|cho|lai|vao|nhe|di|da)\b"
)
NO_RECORD = re.compile(
    r"\b(?:chua|khong|dung|nham|huy|bo|go|xoa|sao|ai|lam sao|the nao|cach|neu|khi nao|hoi_|sai)\b|"
    r"\?|\b(?:xa|don vi|so_?) nao\b"
)
HINTS = {Standing.FUTURE: "will-do", Standing.NOT: "not-yet"}
# What a clause about handing in weighs when it is no confirmation: an answer to fall back on.
FALLBACK: dict[Standing, tuple[Intent, int]] = {
    Standing.FUTURE: ("none", 5),
    Standing.NOT: ("none", 5),
    Standing.OTHER: ("none", 4),
    Standing.SUPPOSED: ("none", 4),
    Standing.MAYBE: ("none", 4),
}
ORDER: tuple[Intent, ...] = (
    "undo_confirmation", "return_submission", "extension_request", "snooze", "nudge", "outline", "help",
    "deadline_question", "status", "outstanding_tasks", "greeting", "none", "confirm_submission",
)  # fmt: skip


def decide(line: str, claim: Standing, role: Speaker, confirmable: bool) -> tuple[Intent, tuple[Intent, ...], str]:
    """Return the intent, what is close to it, and the hint.

    Parameters:
        line: canonical words.
        claim: what the message says about handing in.
        confirmable: a document's number, or (for a coordinator) a unit is named.
    """
    weights, hints = _weighed(line, role)
    others = max((weight for intent, weight in weights.items() if intent not in ("none", "greeting")), default=0)
    told_sure = _confirms(claim, role, confirmable)
    if role == "coordinator" and confirmable and RECORD.search(line) and not NO_RECORD.search(line):
        return CONFIRM, (), ""
    if told_sure and others < STRONG and weights.get("none", 0) < SURE:
        return CONFIRM, _close(weights, CONFIRM, SURE), ""
    _fall_back(line, weights, hints, claim, role)
    winner = max(ORDER, key=lambda intent: (weights.get(intent, 0), -ORDER.index(intent)))
    if not weights:
        winner = "none"
    close = _close(weights, winner, weights.get(winner, 0))
    if told_sure or claim is Standing.MAYBE or (claim is Standing.DONE and winner == "none"):
        close = (*close[:2], CONFIRM)
    return winner, close, hints.get(winner, "") if winner == "none" else ""


def _confirms(claim: Standing, role: Speaker, confirmable: bool) -> bool:
    if claim is Standing.DONE:
        return role == "unit" or confirmable
    return claim is Standing.MAYBE and confirmable and role == "unit"


def _weighed(line: str, role: Speaker) -> tuple[dict[Intent, int], dict[Intent, str]]:
    weights: dict[Intent, int] = {}
    hints: dict[Intent, str] = {}
    for pattern in PATTERNS:
        if (pattern.role and pattern.role != role) or pattern.weight <= weights.get(pattern.intent, 0):
            continue
        if pattern.looks_for.search(line) and not (pattern.unless and pattern.unless.search(line)):
            weights[pattern.intent] = pattern.weight
            hints[pattern.intent] = pattern.hint
    _by_speaker(line, weights, role)
    return weights, hints


def _by_speaker(line: str, weights: dict[Intent, int], role: Speaker) -> None:
    """Read a unit's "mấy cái báo cáo" as what is outstanding, a coordinator's "chậm mấy ngày" as how units stand."""
    if role == "unit" and OWN.search(line) and "status" in weights:
        weights["outstanding_tasks"] = max(weights.pop("status"), weights.get("outstanding_tasks", 0))
    if role == "coordinator" and "deadline_question" in weights and OF_UNITS.search(line):
        weights["status"] = max(weights.pop("deadline_question"), weights.get("status", 0))


def _fall_back(line: str, weights: dict[Intent, int], hints: dict[Intent, str], claim: Standing, role: Speaker) -> None:
    asked: Intent = "outstanding_tasks" if role == "unit" else "status"
    own = claim is Standing.ASKED and ASKS_STATE.search(line)
    intent, weight = (asked, LIGHTEST) if own else FALLBACK.get(claim, ("none", 0))
    if weight > weights.get(intent, 0):
        weights[intent] = weight
        hints[intent] = hints.get(intent) or HINTS.get(claim, "")


def _close(weights: dict[Intent, int], winner: Intent, weight: int) -> tuple[Intent, ...]:
    least = max(LIGHTEST, weight - NEAR)
    askable = [intent for intent in ORDER if intent not in (winner, "none", "greeting", CONFIRM)]
    return tuple([intent for intent in askable if weights.get(intent, 0) >= least][:2])
