"""Let a unit ask for more time, with a day and a reason; what is missing is asked for.

One request at a time for an assignment. The unit sees all of it before it goes to the coordinators.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from handlers.belonging import speaker, units_of
from handlers.describing import lines
from handlers.extensions.extending_days import (
    DayRefused,
    Wanted,
    check_day,
    day_buttons,
    day_of,
    day_off,
    read_day,
    typed_reason,
)
from handlers.extensions.extension_notices import tell_request, tell_withdrawn
from handlers.extensions.extension_texts import (
    extended,
    name_of,
    numbered,
    office_of_plan,
    outcome,
    reason_line,
    values_of,
)
from handlers.finding import Found, by_number, left_of_unit
from handlers.handing_in.submitting import NEVER_MIND, never_mind
from handlers.refusing import NotYours, NoUnit, Refused, UnknownButton
from handlers.spelling import NO, YES, answer_words, shortened
from handlers.understanding.report_names import tasks_named
from handlers.vocabulary import Button, Reply, Text, Turn
from storage import assignments, extensions, questions, submissions
from storage.tables import Extension, Question, RoleKind

ASKERS = frozenset({RoleKind.OFFICER, RoleKind.DEPUTY, RoleKind.LEADER})
LABEL = 30


@dataclass(frozen=True, slots=True)
class Asking:
    """One assignment, and what is known of the wish so far."""

    found: Found
    number: int
    wanted: Wanted

    @property
    def day(self) -> date | None:
        """Return the day that is wanted, None while it is unknown."""
        return day_of(self.wanted.day, self.found.owed, self.found.own.organisation)


def may_ask(turn: Turn) -> bool:
    """Say whether the person speaks for a unit that may owe something."""
    return bool(units_of(_as_asker(turn)))


def begun(turn: Turn, wanted: Wanted) -> Reply:
    """Ask which assignment it is about, straight on where there is one."""
    asker = _as_asker(turn)
    owns = units_of(asker)
    if not owns:
        raise NoUnit
    left = [found for own in owns for found in left_of_unit(asker, own) if found.owed.deadline]
    if not left:
        return Reply((Text("extension-nothing"),))
    left = _spoken_of(turn, left)
    if len(left) == 1:
        return _next(turn, _asking(turn, left[0], wanted))
    _keep(turn, None, wanted)
    numbers = assignments.numbers(turn.session, [found.id for found in left])
    units = len({found.own.key for found in left})
    rows = tuple((Button(_label(one, place, units), f"gh:{numbers[one.id]}"),) for place, one in enumerate(left, 1))
    return Reply((Text("extension-choose"),), (*rows, (NEVER_MIND,)))


def _spoken_of(turn: Turn, left: list[Found]) -> list[Found]:
    """Keep what the words name, all of it where they name nothing."""
    spoken = tasks_named(turn.message.said or "", [found.owed.task.title for found in left])
    return [left[place] for place in spoken.places] or left


def press_ask(turn: Turn) -> Reply:
    """Go on with the assignment that was chosen, and with what was said before."""
    question = questions.pending(turn.session, turn.chat, turn.now)
    fits = question is not None and question.word == "extension" and question.about["assignment"] is None
    return _next(turn, _chosen(turn, turn.argument, _kept(question) if question and fits else Wanted()))


def press_day(turn: Turn) -> Reply:
    """Take the day of a button."""
    number, _, day = turn.argument.partition(":")
    question = _question_about(turn, number)
    return _next(turn, _chosen(turn, number, replace(_kept(question), day=day, sure=True)))


def press_send(turn: Turn) -> Reply:
    """Send what was shown."""
    number, _, day = turn.argument.partition(":")
    asking = _chosen(turn, number, _kept(_question_about(turn, number)))
    if asking.day is None or asking.day.isoformat() != day or not asking.wanted.reason:
        raise UnknownButton
    return _send(turn, asking, asking.day)


def press_withdraw(turn: Turn) -> Reply:
    """Take a request back that nobody has decided."""
    extension = extensions.kept(turn.session, turn.argument)
    one = extended(turn.session, turn.plans, extension.id, turn.now) if extension else None
    if one is None:
        raise UnknownButton
    if (one.id.organisation, one.id.unit) not in {own.key for own in units_of(_as_asker(turn))}:
        raise NotYours
    try:
        extensions.withdraw(turn.session, one.extension, speaker(turn), turn.now)
    except extensions.NotOpen as settled:
        return Reply((outcome(turn.session, settled.extension),))
    tell_withdrawn(turn.session, one.organisation, one.extension, speaker(turn), turn.now)
    return Reply((Text("extension-withdrawn", values_of(one.organisation, one.owed)),), edits=True)


def answer(turn: Turn, question: Question) -> Reply:
    """Read what was typed for what is still missing: the assignment, the day, the reason, the yes."""
    number, wanted = question.about["assignment"], _kept(question)
    if answer_words(turn.argument) in NO:
        return never_mind(turn)
    if number is None:
        return begun(turn, wanted)
    asking = _chosen(turn, str(number), wanted)
    if asking.day is None:
        return _day_typed(turn, asking)
    if not wanted.reason:
        return _reason_typed(turn, asking)
    if answer_words(turn.argument) in YES:
        return _send(turn, asking, asking.day)
    return Reply((Text("answer-yes-or-no"),), (_send_or_not(asking, asking.day),))


def _next(turn: Turn, asking: Asking) -> Reply:
    """Ask for what is missing, or show all of it for a yes."""
    found = asking.found
    if waits := extensions.open_of(turn.session, found.id):
        questions.drop(turn.session, turn.chat)
        return _waits(turn, found, waits)
    if asking.day is None:
        return _ask_day(turn, asking)
    try:
        check_day(asking.day, found.owed, turn.now)
    except DayRefused as refused:
        return _ask_day(turn, replace(asking, wanted=replace(asking.wanted, day="")), *refused.reply.texts)
    _keep(turn, asking.number, asking.wanted)
    if not asking.wanted.reason:
        values = values_of(found.own.organisation, found.owed)
        return Reply((Text("extension-ask-reason", {**values, "day": asking.day}),), ((NEVER_MIND,),))
    return Reply((_shown(asking, asking.day),), (_send_or_not(asking, asking.day),))


def _ask_day(turn: Turn, asking: Asking, *why: Text) -> Reply:
    _keep(turn, asking.number, asking.wanted)
    own, owed = asking.found.own, asking.found.owed
    days = day_buttons(f"ghn:{asking.number}", owed.deadline, own.organisation, turn.now)
    asked_for = Text("extension-ask-day", values_of(own.organisation, owed))
    return Reply((*why, asked_for), (*((day,) for day in days), (NEVER_MIND,)))


def _day_typed(turn: Turn, asking: Asking) -> Reply:
    day = read_day(turn.argument, turn.now)
    if day is None:
        return _ask_day(turn, asking, Text("extension-day-unread", {"said": shortened(turn.argument, LABEL)}))
    return _next(turn, replace(asking, wanted=replace(day, reason=asking.wanted.reason)))


def _reason_typed(turn: Turn, asking: Asking) -> Reply:
    reason = typed_reason(turn.argument)
    if reason is None:
        return Reply((Text("extension-reason-needed"),), ((NEVER_MIND,),))
    return _next(turn, replace(asking, wanted=replace(asking.wanted, reason=reason)))


def _shown(asking: Asking, day: date) -> Text:
    own, owed = asking.found.own, asking.found.owed
    return lines(
        Text("extension-show", values_of(own.organisation, owed)),
        Text("extension-until", {"day": day}),
        day_off(day, own.organisation),
        reason_line(asking.wanted.reason),
    )


def _send_or_not(asking: Asking, day: date) -> tuple[Button, ...]:
    return (Button(Text("button-send-request"), f"ghgui:{asking.number}:{day.isoformat()}"), NEVER_MIND)


def _send(turn: Turn, asking: Asking, day: date) -> Reply:
    found, organisation = asking.found, asking.found.own.organisation
    check_day(day, found.owed, turn.now)
    questions.drop(turn.session, turn.chat)
    try:
        sent = extensions.ask(turn.session, found.id, speaker(turn), turn.now, day, asking.wanted.reason)
    except extensions.AlreadyAsked as known:
        return _waits(turn, found, known.extension)
    assert sent.id is not None
    hearing = tell_request(turn.session, organisation, found.owed.plan, sent.id, turn.now)
    office = {"office": office_of_plan(organisation, found.owed)}
    text = lines(
        _sent(found, sent),
        Text("extension-sent-to", office) if hearing else Text("extension-nobody-hears", office),
    )
    return Reply((text,), ((_withdraw(sent),),), edits=True, toast=Text("toast-asked"))


def _sent(found: Found, sent: Extension) -> Text:
    return lines(
        Text("extension-sent", values_of(found.own.organisation, found.owed)),
        Text("extension-until", {"day": sent.asked_day}),
        reason_line(sent.reason),
    )


def _waits(turn: Turn, found: Found, waits: Extension) -> Reply:
    values = {"person": name_of(turn.session, waits.asked_by), "moment": waits.asked_at}
    text = lines(
        Text("extension-waits", values_of(found.own.organisation, found.owed)),
        Text("extension-until", {"day": waits.asked_day}),
        reason_line(waits.reason),
        Text("extension-asked-by", values),
    )
    return Reply((text,), ((_withdraw(waits),),))


def _withdraw(extension: Extension) -> Button:
    return Button(Text("button-withdraw-request"), f"ghrut:{extension.id}")


def _label(found: Found, place: int, units: int) -> Text:
    task = shortened(found.owed.task.title, LABEL)
    if units == 1:
        return numbered("button-extend", place, task=task)
    return numbered("button-extend-of-unit", place, task=task, unit=found.own.unit.name)


def _chosen(turn: Turn, number: str, wanted: Wanted) -> Asking:
    """Find what a button names.

    Raises:
        Refused: it is not, or no longer, the person's to ask for.
    """
    found = by_number(_as_asker(turn), number)
    if submissions.standing_of(turn.session, found.id):
        raise Refused(Text("extension-submitted", values_of(found.own.organisation, found.owed)))
    if found.owed.deadline is None:
        raise Refused(Text("extension-no-deadline", values_of(found.own.organisation, found.owed)))
    return Asking(found, int(number), wanted)


def _asking(turn: Turn, found: Found, wanted: Wanted) -> Asking:
    return Asking(found, assignments.number(turn.session, found.id), wanted)


def _as_asker(turn: Turn) -> Turn:
    """See only the roles that speak for a unit: a coordinator does not ask, but decides."""
    return replace(turn, roles=tuple(role for role in turn.roles if role.kind in ASKERS))


def _keep(turn: Turn, number: int | None, wanted: Wanted) -> None:
    about = {"assignment": number, "day": wanted.day, "reason": wanted.reason}
    questions.ask(turn.session, turn.chat, "extension", about, turn.now)


def _kept(question: Question) -> Wanted:
    return Wanted(question.about["day"], question.about["reason"])


def _question_about(turn: Turn, number: str) -> Question:
    """Return the question that a button belongs to; one that was left or answered makes the button an old one."""
    question = questions.pending(turn.session, turn.chat, turn.now)
    if question is None or question.word != "extension" or str(question.about["assignment"]) != number:
        raise UnknownButton
    return question
