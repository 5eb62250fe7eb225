"""The coordinator's word on a request for more time: until the day asked for, until another, or no.

The first decision counts; whoever comes second hears who decided.
"""

from __future__ import annotations

from datetime import date, timedelta
from secrets import token_hex

from handlers.belonging import speaker
from handlers.describing import lines
from handlers.extensions.extending_days import DayRefused, check_day, day_buttons, day_of, day_off, read_day
from handlers.extensions.extension_notices import tell_granted, tell_refused, tell_undone
from handlers.extensions.extension_texts import Extended, extended, outcome, request_buttons, request_text, values_of
from handlers.handing_in.submitting import NEVER_MIND, never_mind
from handlers.overseeing import overseen
from handlers.refusing import NotYours, Refused, UnknownButton
from handlers.spelling import NO, SKIP, YES, answer_words, is_only_a_day, shortened
from handlers.vocabulary import Button, Reply, Text, Turn
from schedules.plan import Organisation, Plan
from storage import extension_batches, extensions, questions, submissions
from storage.tables import Extension, Question, RoleKind

UNDO = timedelta(minutes=10)
LABEL = 30
SHORTEST, LONGEST = 4, 500  # characters of a reason


def press_approve(turn: Turn) -> Reply:
    """Give the day that was asked for."""
    one = _open(turn, turn.argument)
    assert one.extension.asked_day is not None, "whoever asks names a day"
    return _granted(turn, one, one.extension.asked_day)


def press_other_day(turn: Turn) -> Reply:
    """Ask for another day."""
    return _ask_day(turn, _open(turn, turn.argument))


def press_day(turn: Turn) -> Reply:
    """Give the day of a button."""
    number, _, day = turn.argument.partition(":")
    one = _open(turn, number)
    given = day_of(day, one.owed, one.organisation)
    if given is None:
        raise UnknownButton
    return _granted(turn, one, given)


def answer_day(turn: Turn, question: Question) -> Reply:
    """Read the day that a coordinator typed; one guessed, or among other words, is shown for a yes."""
    one = _open(turn, str(question.about["extension"]))
    if answer_words(turn.argument) in NO:
        questions.drop(turn.session, turn.chat)
        return Reply((Text("never-mind"),))
    read = read_day(turn.argument, turn.now)
    day = day_of(read.day, one.owed, one.organisation) if read else None
    if read is None or day is None:
        return _ask_day(turn, one, Text("extension-day-unread", {"said": shortened(turn.argument, LABEL)}))
    if read.sure and is_only_a_day(turn.argument):
        return _granted(turn, one, day)
    yes = Button(Text("button-until", {"day": day}), f"ghngay:{one.extension.id}:{day.isoformat()}")
    return Reply((Text("extension-day-guessed", {"day": day}),), ((yes,), (NEVER_MIND,)))


def press_refuse(turn: Turn) -> Reply:
    """Ask for the reason of a refusal, which may be left out."""
    one = _open(turn, turn.argument)
    questions.ask(turn.session, turn.chat, "extension-refusal", {"extension": one.extension.id}, turn.now)
    values = {**values_of(one.organisation, one.owed), "day": one.extension.asked_day}
    return Reply((Text("extension-ask-why", values),), (_without_reason(one), (NEVER_MIND,)))


def press_refuse_silently(turn: Turn) -> Reply:
    """Refuse without a reason."""
    return _refused(turn, _open(turn, turn.argument), "")


def press_refuse_yes(turn: Turn) -> Reply:
    """Refuse with the reason that was shown."""
    one = _open(turn, turn.argument)
    question = questions.pending(turn.session, turn.chat, turn.now)
    about = question.about if question and question.word == "extension-refusal" else {}
    if about.get("extension") != one.extension.id or not about.get("reason"):
        raise UnknownButton
    return _refused(turn, one, about["reason"])


def answer_refusal(turn: Turn, question: Question) -> Reply:
    """Read the reason that a coordinator typed, and show it for a yes: their next words may be about anything."""
    one, said = _open(turn, str(question.about["extension"])), answer_words(turn.argument)
    kept = question.about.get("reason")
    if kept and said in YES:
        return _refused(turn, one, kept)
    if kept and said in NO:
        return never_mind(turn)
    reason = turn.argument.strip()[:LONGEST]
    if said in NO | SKIP | YES or len(reason) < SHORTEST:
        return Reply((Text("extension-refusal-unclear"),), (_without_reason(one), (NEVER_MIND,)))
    about = {"extension": one.extension.id, "reason": reason}
    questions.ask(turn.session, turn.chat, "extension-refusal", about, turn.now, timedelta(hours=1))
    values = {**values_of(one.organisation, one.owed), "day": one.extension.asked_day, "reason": reason}
    yes = Button(Text("button-refuse-yes"), f"ghtcco:{one.extension.id}")
    return Reply((Text("extension-refusal-show", values),), ((yes, NEVER_MIND),))


def press_undo(turn: Turn) -> Reply:
    """Take back what one decision gave, within ten minutes; a request waits again.

    Raises:
        Refused: it is too late, or was taken back before.
    """
    stood = extension_batches.of_batch(turn.session, turn.argument) if turn.argument else []
    if not stood:
        raise Refused(Text("extension-undone-before"))
    _, first = stood[0]
    overseen_by(turn, first)
    assert first.decided_at is not None, "what stands was decided"
    if turn.now - first.decided_at > UNDO:
        raise Refused(Text("extension-undo-late"))
    undone = extension_batches.undo(turn.session, turn.argument, speaker(turn), turn.now)
    tell_undone(turn.session, turn.argument, undone, speaker(turn), turn.now)
    again = extended(turn.session, turn.plans, first.id, turn.now)
    done = Text("extension-undone", {"count": len(undone)})
    if again and again.extension.decided_at is None and again.extension.ended_at is None:
        return Reply((done, request_text(turn.session, again)), request_buttons(again.extension), edits=True)
    return Reply((done,), edits=True)


def overseen_by(turn: Turn, extension: Extension) -> Extended:
    """Return an extension with what it is about, for a coordinator of the office that follows the plan.

    Raises:
        Refused: it is not theirs to decide, or the plan no longer asks for it.
    """
    found = overseen(turn, str(extension.assignment_id))
    organisation, plan = found.followed.organisation, found.followed.plan
    if not decides(turn, organisation, plan):
        raise NotYours
    return Extended(extension, organisation, found.owed)


def decides(turn: Turn, organisation: Organisation, plan: Plan) -> bool:
    """Say whether the person is a coordinator of the office that follows a plan."""
    office = plan.standing_office_id or organisation.standing_office_id
    mine = (organisation.id, office, RoleKind.COORDINATOR)
    return any((role.organisation, role.unit, role.kind) == mine for role in turn.roles)


def new_batch() -> str:
    """Return a name for one decision, short enough for a button."""
    return token_hex(6)


def undo_button(batch: str) -> Button:
    """Offer to take a decision back."""
    return Button(Text("button-undo-extension"), f"ghhoan:{batch}")


def _open(turn: Turn, number: str) -> Extended:
    """Return a request that waits for a decision.

    Raises:
        Refused: it is not the person's to decide, or it is decided, taken back, handed in.
    """
    extension = extensions.kept(turn.session, number)
    if extension is None:
        raise UnknownButton
    one = overseen_by(turn, extension)
    if extension.decided_at or extension.ended_at or submissions.standing_of(turn.session, one.id):
        raise Refused(outcome(turn.session, extension))
    return one


def _ask_day(turn: Turn, one: Extended, *why: Text) -> Reply:
    """Ask for a day; the buttons offer some working days after the present deadline."""
    questions.ask(turn.session, turn.chat, "extension-day", {"extension": one.extension.id}, turn.now)
    offered = day_buttons(f"ghngay:{one.extension.id}", one.owed.deadline, one.organisation, turn.now)
    asked_for = Text(
        "extension-ask-other-day", {**values_of(one.organisation, one.owed), "day": one.extension.asked_day}
    )
    return Reply((*why, asked_for), (*((day,) for day in offered), (NEVER_MIND,)))


def _granted(turn: Turn, one: Extended, day: date) -> Reply:
    try:
        check_day(day, one.owed, turn.now)
    except DayRefused as refused:
        return _ask_day(turn, one, *refused.reply.texts)
    batch = new_batch()
    try:
        granted = extensions.grant(turn.session, one.extension, speaker(turn), turn.now, day, batch)
    except extensions.NotOpen as settled:
        raise Refused(outcome(turn.session, settled.extension)) from settled
    questions.drop(turn.session, turn.chat)
    tell_granted(turn.session, one.organisation, one.owed.plan, batch, speaker(turn), turn.now)
    now_owed = extended(turn.session, turn.plans, granted.id, turn.now) or one
    text = lines(
        Text("extension-granted", values_of(one.organisation, now_owed.owed)),
        day_off(day, one.organisation),
    )
    return Reply((text,), ((undo_button(batch),),), edits=True, toast=Text("toast-extended"))


def _refused(turn: Turn, one: Extended, why: str) -> Reply:
    try:
        refused = extensions.refuse(turn.session, one.extension, speaker(turn), turn.now, why)
    except extensions.NotOpen as settled:
        raise Refused(outcome(turn.session, settled.extension)) from settled
    questions.drop(turn.session, turn.chat)
    tell_refused(turn.session, Extended(refused, one.organisation, one.owed), why, turn.now)
    values = {**values_of(one.organisation, one.owed), "day": refused.asked_day}
    return Reply((Text("extension-refused", values),), edits=True, toast=Text("toast-refused"))


def _without_reason(one: Extended) -> tuple[Button, ...]:
    return (Button(Text("button-refuse-silently"), f"ghtcko:{one.extension.id}"),)
