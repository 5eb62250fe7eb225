"""Answer /tamdung and /tieptuc: hold all that the office pushes, and let only the newest state of it go out after."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any

from sqlmodel import Session

from handlers.belonging import followed_plans, speaker
from handlers.contacts.hats import unit_mark
from handlers.describing import lines
from handlers.handing_in.submitting import NEVER_MIND, never_mind
from handlers.office import name_of
from handlers.pushes.telling import tell
from handlers.refusing import Refused, UnknownButton
from handlers.spelling import NO, YES, answer_words, shortened
from handlers.vocabulary import Button, Reply, Text, Turn
from schedules.plan import Organisation, Plans
from storage import holds, people, questions
from storage.tables import Hold, Question, RoleKind

QUESTION = "hold"
HOLD, RESUME = "tamdung", "tieptuc"  # begin the presses
LABEL = 30
RESUME_BUTTON = (Button(Text("button-resume"), "lenh:tieptuc"),)


def tamdung(turn: Turn) -> Reply:
    """Ask a yes before all pushes of an organisation are held."""
    return _asked(turn, HOLD)


def tieptuc(turn: Turn) -> Reply:
    """Ask a yes before what was held goes on."""
    return _asked(turn, RESUME)


def press_hold(turn: Turn) -> Reply:
    """Go on with the organisation that was chosen."""
    return _ask_hold(turn, _named(turn, turn.argument))


def press_resume(turn: Turn) -> Reply:
    """Go on with the organisation that was chosen."""
    return _ask_resume(turn, _named(turn, turn.argument))


def press_hold_yes(turn: Turn) -> Reply:
    """Hold; pressed again, say who holds and since when."""
    return _hold(turn, _named(turn, turn.argument))


def press_resume_yes(turn: Turn) -> Reply:
    """Let all go on; pressed again, say that nothing is held."""
    return _resume(turn, _named(turn, turn.argument))


def answer_hold(turn: Turn, question: Question) -> Reply:
    """Read a typed yes or no."""
    said = answer_words(turn.argument)
    if said in NO:
        return never_mind(turn)
    organisation = _named(turn, question.about["organisation"])
    holding = question.about["word"] == HOLD
    if said in YES:
        return _hold(turn, organisation) if holding else _resume(turn, organisation)
    return Reply((Text("answer-yes-or-no"),), (_yes_or_no(question.about["word"], organisation),))


def held_lines(session: Session, organisations: Iterable[Organisation]) -> tuple[Text, ...]:
    """Tell of which organisations the pushes are held, since when and by whom."""
    found = ((one, holds.of(session, one.id)) for one in organisations)
    return tuple(_since(session, one, hold) for one, hold in found if hold)


def held_refusal(turn: Turn, hold: Hold) -> Refused:
    """Return why nobody can be reminded now, with the way to go on."""
    organisation = turn.plans.organisations[hold.organisation]
    return Refused(lines(_since(turn.session, organisation, hold), Text("held-no-chase")), RESUME_BUTTON)


def held(session: Session, plans: Plans, about: Mapping[str, Any], now: datetime) -> Reply | None:
    """Tell the others that somebody holds all pushes; None where that is over already."""
    organisation, hold = plans.organisations.get(about["organisation"]), holds.of(session, about["organisation"])
    if organisation is None or hold is None or hold.held_at.isoformat() != about["since"]:
        return None
    return Reply((lines(_since(session, organisation, hold), Text("held-kept")),), (RESUME_BUTTON,))


def resumed(session: Session, plans: Plans, about: Mapping[str, Any], now: datetime) -> Reply | None:
    """Tell the others that all goes on; None where it is held again."""
    organisation = plans.organisations.get(about["organisation"])
    if organisation is None or holds.of(session, organisation.id):
        return None
    person = name_of(session, about["person"])
    values = {"organisation": organisation.name, "person": person, "moment": datetime.fromisoformat(about["at"])}
    return Reply((Text("notice-resumed", values),))


def _asked(turn: Turn, word: str) -> Reply:
    """Ask for the organisation where the person oversees several, else straight on."""
    found = _overseen(turn)
    if not found:
        raise Refused(Text("refused-hold"))
    if len(found) == 1:
        return _ask_hold(turn, found[0]) if word == HOLD else _ask_resume(turn, found[0])
    rows = [
        (Button(Text("button-hold-of", {"organisation": shortened(one.name, LABEL)}), f"{word}:{_mark(one)}"),)
        for one in found
    ]
    return Reply((Text("hold-which"),), (*rows, (NEVER_MIND,)))


def _ask_hold(turn: Turn, organisation: Organisation) -> Reply:
    if hold := holds.of(turn.session, organisation.id):
        return _already(turn, organisation, hold)
    _keep(turn, HOLD, organisation)
    shown = lines(Text("hold-ask", {"organisation": organisation.name}), Text("hold-what"), Text("hold-what-not"))
    return Reply((shown,), (_yes_or_no(HOLD, organisation),))


def _ask_resume(turn: Turn, organisation: Organisation) -> Reply:
    hold = holds.of(turn.session, organisation.id)
    if hold is None:
        return Reply((Text("hold-none", {"organisation": organisation.name}),))
    _keep(turn, RESUME, organisation)
    waiting = holds.waiting(turn.session, organisation.id)
    shown = lines(
        _since(turn.session, organisation, hold),
        Text("resume-waiting", {"count": waiting.chats}),
        Text("resume-dropped", {"count": waiting.dropped}) if waiting.dropped else None,
        Text("resume-ask"),
    )
    return Reply((shown,), (_yes_or_no(RESUME, organisation),))


def _hold(turn: Turn, organisation: Organisation) -> Reply:
    begun = holds.hold(turn.session, organisation.id, speaker(turn), turn.now)
    questions.drop(turn.session, turn.chat)
    hold = holds.of(turn.session, organisation.id)
    assert hold is not None, "somebody holds it now"
    if not begun:
        return _already(turn, organisation, hold)
    about = {"what": "held", "organisation": organisation.id, "since": hold.held_at.isoformat()}
    _tell_others(turn, organisation, f"held-{organisation.id}-{turn.now.isoformat()}", about)
    shown = lines(Text("held-done", {"organisation": organisation.name}), Text("held-kept"), Text("hold-what-not"))
    return Reply((shown,), (RESUME_BUTTON,), edits=True, toast=Text("toast-held"))


def _resume(turn: Turn, organisation: Organisation) -> Reply:
    waited = holds.release(turn.session, organisation.id, speaker(turn), turn.now)
    questions.drop(turn.session, turn.chat)
    if waited is None:
        return Reply((Text("hold-none", {"organisation": organisation.name}),))
    about = {"what": "resumed", "organisation": organisation.id, "person": speaker(turn), "at": turn.now.isoformat()}
    _tell_others(turn, organisation, f"resumed-{organisation.id}-{turn.now.isoformat()}", about)
    shown = lines(
        Text("resumed-done", {"organisation": organisation.name}),
        Text("resumed-goes", {"count": waited.chats}),
        Text("resume-dropped", {"count": waited.dropped}) if waited.dropped else None,
    )
    return Reply((shown,), edits=True, toast=Text("toast-resumed"))


def _already(turn: Turn, organisation: Organisation, hold: Hold) -> Reply:
    return Reply((_since(turn.session, organisation, hold),), (RESUME_BUTTON,))


def _since(session: Session, organisation: Organisation, hold: Hold) -> Text:
    values = {"organisation": organisation.name, "person": name_of(session, hold.held_by), "moment": hold.held_at}
    return Text("held-since", values)


def _tell_others(turn: Turn, organisation: Organisation, cause: str, about: dict[str, Any]) -> None:
    chats = {
        chat.id: chat
        for kind in (RoleKind.COORDINATOR, RoleKind.ADMIN)
        for chat in people.chats_of_role(turn.session, organisation.id, kind)
        if chat.person_id != speaker(turn)
    }
    tell(turn.session, chats.values(), organisation.id, cause, about, turn.now)


def _overseen(turn: Turn) -> list[Organisation]:
    """List the organisations whose admin the person is, or whose plans their office follows."""
    return list({one.organisation.id: one.organisation for one in followed_plans(turn)}.values())


def _named(turn: Turn, mark: str) -> Organisation:
    """Return the organisation that a press names.

    Raises:
        UnknownButton: it is none that the person oversees.
    """
    found = next((one for one in _overseen(turn) if _mark(one) == mark), None)
    if found is None:
        raise UnknownButton
    return found


def _keep(turn: Turn, word: str, organisation: Organisation) -> None:
    about = {"word": word, "organisation": _mark(organisation)}
    questions.ask(turn.session, turn.chat, QUESTION, about, turn.now, timedelta(minutes=10))


def _yes_or_no(word: str, organisation: Organisation) -> tuple[Button, ...]:
    return (Button(Text("button-yes"), f"{word}co:{_mark(organisation)}"), NEVER_MIND)


def _mark(organisation: Organisation) -> str:
    return unit_mark(organisation.id, "")
