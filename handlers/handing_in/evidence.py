"""Take a file or a link as what proves a submission: the one just confirmed, else the one that the person names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from handlers import free_words
from handlers.belonging import speaker, units_of
from handlers.describing import plain_day, submit_label
from handlers.finding import Found, by_unaccepted, of_unit, outstanding
from handlers.handing_in.confirming import ask_document, confirmed
from handlers.handing_in.documents import answer_document
from handlers.handing_in.evidence_pieces import add, link_in, piece_of
from handlers.handing_in.submitting import NEVER_MIND, answer_submit, ask_again, never_mind
from handlers.refusing import Refused
from handlers.spelling import NO, SKIP, YES, answer_words, is_only_a_document, shortened
from handlers.understanding import Understood
from handlers.vocabulary import Button, Reply, SentFile, Text, Turn
from schedules.typed_dates import read_document_mark
from storage import assignments, questions, submissions
from storage.evidence import MOST as MOST_KEPT
from storage.evidence import Piece
from storage.tables import Question, Submission

SOON = timedelta(hours=6)  # after a confirmation of one's own, in which a file belongs to it
MOST = 15  # confirmed reports offered
LABEL = 30


def received(turn: Turn) -> Reply:
    """Take the file of a message; its caption may answer what was asked."""
    assert turn.message.file is not None
    caption = (turn.message.said or "").strip()
    return _taken(turn, turn.message.file, caption)


def linked(turn: Turn, said: str) -> Reply | None:
    """Take the address in typed words; None where there is none, or nobody who could have confirmed anything."""
    link, rest = link_in(said)
    return _taken(turn, link, rest) if link and units_of(turn) else None


def press_choice(turn: Turn) -> Reply:
    """Add the file that the question kept to the confirmed report that the button names."""
    submission, found = by_unaccepted(turn, turn.argument)
    question = questions.pending(turn.session, turn.chat, turn.now)
    pieces = question.about.get("pieces") if question else None
    if not pieces:
        raise Refused(Text("evidence-gone"))
    for piece in pieces:
        submission = add(turn, submission, piece)
    questions.drop(turn.session, turn.chat)
    return confirmed(found, submission, turn)


def answer_evidence(turn: Turn, question: Question) -> Reply:
    """Offer the choice again, for another address too; "không" lets the file go, other clear words are answered."""
    said = turn.argument
    if answer_words(said) in NO | SKIP:
        return never_mind(turn)
    if proof := linked(turn, said):
        return proof
    meant = free_words.meant_by(turn, said)
    if meant.intent == "none" and not meant.hint:
        return _which(turn, question.about["pieces"])
    return free_words.answer(turn, said)  # a confirmation takes along the files that wait


def beside(turn: Turn, reply: Reply) -> Reply:
    """Take the file whose caption was a command: what the command recorded, or asks about, is what it proves."""
    assert turn.message.file is not None
    kept = _keep(turn, piece_of(turn.message, turn.message.file, turn.now))
    return replace(reply, texts=(*reply.texts, Text("evidence-added" if kept else "evidence-not-taken")))


def _keep(turn: Turn, piece: Piece) -> bool:
    """Keep a piece for what is asked about: a submission's document, or whether something was handed in."""
    question = questions.pending(turn.session, turn.chat, turn.now)
    if question and question.word == "document":
        submission, _ = by_unaccepted(turn, str(question.about["submission"]))
        add(turn, submission, piece)
    elif question and question.word == "submit":
        pieces = [*question.about.get("pieces", ()), dict(piece)][-MOST_KEPT:]
        questions.ask(turn.session, turn.chat, "submit", {**question.about, "pieces": pieces}, turn.now)
    else:
        return False
    return True


def _taken(turn: Turn, file: SentFile, words: str) -> Reply:
    piece = piece_of(turn.message, file, turn.now)
    question = questions.pending(turn.session, turn.chat, turn.now)
    if question and question.word == "document":
        return _beside_document(turn, piece, question, words)
    meant = free_words.meant_by(turn, words)
    if _says_more(turn, meant, words, question):
        return _answered(turn, piece, words, meant)
    if question and question.word == "submit":
        return _beside_yes_or_no(turn, piece, words)
    recent = _just_confirmed(turn)
    if len(recent) == 1 and not (_may_be_of_another(turn, meant, words, recent[0][0]) and outstanding(turn)):
        submission, found = recent[0]
        return confirmed(found, add(turn, submission, piece), turn)
    waiting = question.about["pieces"] if question and question.word == "evidence" else []
    return _which(turn, [*waiting, piece][-MOST_KEPT:])


def _says_more(turn: Turn, meant: Understood, words: str, question: Question | None) -> bool:
    """Say whether the words beside a piece are to be answered themselves: a clear wish, a confirmation of its own."""
    if meant.close or meant.intent in ("none", "greeting"):
        return False
    speaks = any(role.kind in free_words.SPEAKS for role in turn.roles)
    others = "unit" in meant.slots and any(role.kind in free_words.OVERSEES for role in turn.roles)
    if meant.intent != "confirm_submission" or not speaks or others:
        return True
    # Without a document ("đã nộp"), or with nothing else, they may be about what is asked or was just confirmed.
    if "document_number" not in meant.slots or is_only_a_document(words):
        asked = question is not None and question.word == "submit"
        return not asked and not _just_confirmed(turn) and bool(outstanding(turn))
    return bool(outstanding(turn))


def _may_be_of_another(turn: Turn, meant: Understood, words: str, recent: Submission) -> bool:
    """Say whether the words may confirm another report than the one just confirmed: they say so, or cite a document."""
    number = read_document_mark(words, turn.now)[0]
    if number and is_only_a_document(words):
        return recent.document_number not in (None, number)
    return number is not None or "confirm_submission" in (meant.intent, *meant.close)


def _answered(turn: Turn, piece: Piece, words: str, meant: Understood) -> Reply:
    """Answer the words; the piece is kept for a confirmation, an address beside other words is nobody's evidence."""
    whole = turn.message.said or words  # a reason keeps its address ("xem mẫu tại https://…")
    confirms = meant.intent == "confirm_submission"
    said = words if confirms or free_words.meant_by(turn, whole).intent != meant.intent else whole
    reply = free_words.answer(replace(turn, message=replace(turn.message, said=said)), said)
    if _keep(turn, piece):
        return replace(reply, texts=(*reply.texts, Text("evidence-added")))
    return reply if turn.message.file is None else replace(reply, texts=(*reply.texts, Text("evidence-not-taken")))


def _beside_yes_or_no(turn: Turn, piece: Piece, words: str) -> Reply:
    """Keep it for the report that waits for a yes; the words beside it may be that yes."""
    _keep(turn, piece)
    question = questions.pending(turn.session, turn.chat, turn.now)
    assert question is not None, "it was asked again with the piece"
    if answer_words(words) in YES | NO:
        return answer_submit(replace(turn, argument=words), question)
    asked = ask_again(turn, question)
    return replace(asked, texts=(Text("evidence-added"), *asked.texts))


def _beside_document(turn: Turn, piece: Piece, question: Question, words: str) -> Reply:
    """Add it to the report whose document is asked for; the words beside it may name the document."""
    submission, found = by_unaccepted(turn, str(question.about["submission"]))
    added = add(turn, submission, piece)
    if not words:
        return ask_document(turn, found, added)
    try:
        reply = answer_document(replace(turn, argument=words), question)
    except Refused as refused:
        reply = refused.reply
    return replace(reply, texts=(Text("evidence-added"), *reply.texts))


def _which(turn: Turn, pieces: Sequence[Piece]) -> Reply:
    """Ask of which confirmed report they are; one that is not confirmed yet may be confirmed by the same choice."""
    kept, left = _confirmed(turn), outstanding(turn)
    if not kept and not left:
        raise Refused(Text("evidence-nothing"))
    questions.ask(turn.session, turn.chat, "evidence", {"pieces": [dict(piece) for piece in pieces]}, turn.now)
    several = len({found.own.key for found in [*(found for _, found in kept), *left]}) > 1
    rows = [_of_confirmed(submission, found, several) for submission, found in kept[:MOST]]
    rows += _of_open(turn, left[:MOST], several)
    return Reply(
        (Text("evidence-which" if kept else "evidence-which-open"),), (*((one,) for one in rows), (NEVER_MIND,))
    )


def _of_confirmed(submission: Submission, found: Found, several: bool) -> Button:
    label = _label("button-evidence-for", found, several)
    return Button(label, f"tepcua:{submission.id}")


def _of_open(turn: Turn, left: list[Found], several: bool) -> list[Button]:
    """Offer to confirm what is outstanding: the file goes with it."""
    numbers = assignments.numbers(turn.session, [found.id for found in left])
    return [
        Button(_label(submit_label(found.owed.task), found, several), f"nopco:{numbers[found.id]}") for found in left
    ]


def _label(key: str, found: Found, several: bool) -> Text:
    """Name the task, its period, and the unit too where there is more than one."""
    task: object = shortened(found.owed.task.title, LABEL)
    if found.id.period and found.owed.deadline:
        task = Text("task-of-period", {"task": task, "day": plain_day(found.owed.deadline.last_day)})
    if several:
        return Text(f"{key}-of-unit", {"task": task, "unit": found.own.unit.name})
    return Text(key, {"task": task})


def _just_confirmed(turn: Turn) -> list[tuple[Submission, Found]]:
    return [
        (submission, found)
        for submission, found in _confirmed(turn)
        if submission.recorded_by == speaker(turn) and turn.now - submission.recorded_at <= SOON
    ]


def _confirmed(turn: Turn) -> list[tuple[Submission, Found]]:
    """List what stands for the person's units and is not accepted yet, the latest first."""
    found: list[tuple[Submission, Found]] = []
    for own in units_of(turn):
        done = submissions.standing(turn.session, own.organisation.id, unit=own.unit.id)
        open_ones = {id: one for id, one in done.items() if one.accepted_at is None}
        found += [(open_ones[one.id], one) for one in of_unit(turn, own) if one.id in open_ones]
    return sorted(found, key=lambda one: one[0].recorded_at, reverse=True)
