"""Which handler reads the answer to a question that waits."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from handlers import free_words
from handlers.chases import chasing
from handlers.contacts import forgetting, inviting, leaving
from handlers.extensions import asking_extensions, deciding_extensions, giving_time
from handlers.handing_in import documents, evidence, submitting, undoing
from handlers.later import snoozing
from handlers.plan_changes import deciding
from handlers.plan_edits import editing
from handlers.pushes import holding
from handlers.recordings import recording
from handlers.refusing import Refused
from handlers.returns import accepting, returning
from handlers.vocabulary import Reply, Turn
from schedules.typed_dates import read_document_mark
from storage import questions
from storage.tables import Question

QUESTIONS: Mapping[str, Callable[[Turn, Question], Reply]] = {
    "submit": submitting.answer_submit,
    "document": documents.answer_document,
    "handed-in": documents.answer_handed_in,
    "evidence": evidence.answer_evidence,
    "undo": undoing.answer_undo,
    "snooze": snoozing.answer_snooze,
    "return": returning.answer_return,
    "accept-all": accepting.answer_all,
    "chase": chasing.answer_chase,
    "hold": holding.answer_hold,
    "change-why": deciding.answer_why,
    "recording": recording.answer_recording,
    "invite": inviting.answer_invite,
    "leave": leaving.answer_leave,
    "forget": forgetting.answer_forget,
    "extension": asking_extensions.answer,
    "extension-day": deciding_extensions.answer_day,
    "extension-refusal": deciding_extensions.answer_refusal,
    "extend-all": giving_time.answer,
    "edit": editing.answer,
}
CONFIRMS = frozenset({"document", "handed-in", "submit", "undo", "evidence", "recording", "return", "accept-all"})
NAMES_UNITS = frozenset({"recording", "return", "invite", "edit"})
TAKES_DAYS = frozenset({"extension", "extension-day", "extend-all", "return", "leave", "snooze", "edit"})
REASONS = frozenset({"extension", "extend-all", "return"})


def gives_way(turn: Turn, question: Question, said: str) -> bool:
    """Say whether words clearly ask for something else than a question that waits: it is let go then.

    A reason may be any words, and so may the words of a list; a confirmation goes before what is not about one.
    """
    about = question.about
    wants_reason = question.word in REASONS and about.get("day") and not about.get("reason")
    if question.word == "return":
        wants_reason = "submission" in about and not about.get("reason")
    if wants_reason or question.word in ("extension-refusal", "change-why"):
        return False
    meant = free_words.meant_by(turn, said)
    if meant.close or meant.intent in ("none", "greeting"):
        return False
    if meant.intent == "confirm_submission":
        return question.word not in CONFIRMS
    if question.word in TAKES_DAYS and meant.intent in ("extension_request", "snooze", "deadline_question"):
        return False
    if question.word in NAMES_UNITS and "unit" in meant.slots:
        return False
    return read_document_mark(said, turn.now)[0] is None


def answered(turn: Turn, question: Question) -> Reply:
    """Let the handler that asked read the answer."""
    try:
        return QUESTIONS[question.word](turn, question)
    except Refused as refused:
        if not refused.keeps_question:
            questions.drop(turn.session, turn.chat)
        return refused.reply
