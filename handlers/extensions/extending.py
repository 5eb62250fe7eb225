"""Answer /giahan: a unit asks for more time; a coordinator sees what waits and what was given, and gives."""

from __future__ import annotations

from collections.abc import Callable

from sqlmodel import Session

from handlers.belonging import followed_plans
from handlers.describing import lines, plain_day, unit_name
from handlers.extensions import asking_extensions, extending_all
from handlers.extensions.deciding_extensions import decides, overseen_by
from handlers.extensions.extending_days import LONGEST, Wanted, split
from handlers.extensions.extension_texts import (
    Extended,
    extended,
    name_of,
    numbered,
    request_buttons,
    request_text,
    values_of,
)
from handlers.refusing import UnknownButton
from handlers.vocabulary import Button, Place, Reply, Text, Turn
from schedules.plan import AssignmentId
from storage import extensions, submissions
from storage.tables import Extension

PAGE = 10  # requests listed at once
GIVEN_PAGE = 20


def giahan(turn: Turn) -> Reply:
    """Ask for one's own unit, or list what waits for a decision; with a unit's name, give that unit time."""
    if not _decides_something(turn):
        return asking_extensions.begun(turn, split(turn.argument, turn.now))
    if not turn.argument:
        return waiting(turn, 0)
    given = extending_all.of_unit(turn, turn.argument)
    if given is None and asking_extensions.may_ask(turn):
        return asking_extensions.begun(turn, split(turn.argument, turn.now))
    return given or Reply((Text("extension-unit-unknown", {"said": turn.argument}),))


def asked(turn: Turn, day: str, reason: str) -> Reply:
    """Answer somebody who asks for more time in their own words.

    Parameters:
        day: "2026-05-12", or "P3D" for so many days after the present last day; "" where unknown.
        reason: as typed, "" where unknown.
    """
    if not asking_extensions.may_ask(turn) and _decides_something(turn):
        return waiting(turn, 0)
    return asking_extensions.begun(turn, Wanted(day, reason[:LONGEST]))


def press_own(turn: Turn) -> Reply:
    """Ask for one's own unit, for somebody who decides for others too."""
    return asking_extensions.begun(turn, Wanted())


def press_request(turn: Turn) -> Reply:
    """Show one request with the three decisions."""
    extension = extensions.kept(turn.session, turn.argument)
    if extension is None:
        raise UnknownButton
    one = overseen_by(turn, extension)
    return (
        Reply((request_text(turn.session, one),), request_buttons(extension)) if _waits(turn, one) else waiting(turn, 0)
    )


def press_waiting(turn: Turn) -> Reply:
    """Turn to another page of the requests."""
    return waiting(turn, _page(turn.argument))


def press_given(turn: Turn) -> Reply:
    """List what was given, the latest first."""
    found = _of_followed(turn, extensions.given)
    page = _page(turn.argument)
    shown = [_given_line(turn, one) for one in _stand(turn, found[page * GIVEN_PAGE : (page + 1) * GIVEN_PAGE])]
    if not shown:
        return Reply((Text("extension-none-given"),))
    more = ((_more("ghds", page),),) if len(found) > (page + 1) * GIVEN_PAGE else ()
    return Reply((lines(Text("extension-given-heading", {"count": len(found)}), *shown),), more)


def waiting(turn: Turn, page: int) -> Reply:
    """List the requests that wait, the oldest first; a single one with its decisions."""
    found = _of_followed(turn, extensions.waiting)
    shown = [one for one in _stand(turn, found[page * PAGE : (page + 1) * PAGE]) if _waits(turn, one)]
    others = _other_lists(turn)
    if not shown:
        return Reply((Text("extension-none-waits"),), others)
    if len(found) == 1:
        return Reply((request_text(turn.session, shown[0]),), (*request_buttons(shown[0].extension), *others))
    listed = [_waiting_line(one, place) for place, one in enumerate(shown, 1)]
    rows = [(_open_button(one, place),) for place, one in enumerate(shown, 1)]
    if len(found) > (page + 1) * PAGE:
        rows.append((_more("ghcho", page),))
    return Reply((lines(Text("extension-waiting-heading", {"count": len(found)}), *listed),), (*rows, *others))


def _decides_something(turn: Turn) -> bool:
    return any(decides(turn, one.organisation, one.plan) for one in followed_plans(turn))


def _of_followed(
    turn: Turn, listed: Callable[[Session, str, str], list[tuple[AssignmentId, Extension]]]
) -> list[Extension]:
    """List some extensions of the plans that the person decides for."""
    return [
        extension
        for followed in followed_plans(turn)
        if decides(turn, followed.organisation, followed.plan)
        for _, extension in listed(turn.session, followed.organisation.id, followed.plan.id)
    ]


def _stand(turn: Turn, found: list[Extension]) -> list[Extended]:
    """Leave out what the plans no longer ask for."""
    all_of_them = (extended(turn.session, turn.plans, one.id, turn.now) for one in found)
    return [one for one in all_of_them if one]


def _waits(turn: Turn, one: Extended) -> bool:
    still_open = one.extension.decided_at is None and one.extension.ended_at is None
    return still_open and submissions.standing_of(turn.session, one.id) is None


def _waiting_line(one: Extended, place: int) -> Text:
    values = {**values_of(one.organisation, one.owed), "place": Place(place), "day": one.extension.asked_day}
    return Text("extension-waiting-line", values)


def _open_button(one: Extended, place: int) -> Button:
    unit = unit_name(one.organisation, one.owed.unit)
    return Button(numbered("button-request", place, unit=unit), f"ghx:{one.extension.id}")


def _given_line(turn: Turn, one: Extended) -> Text:
    assert one.extension.last_day is not None, "only what was given is listed"
    by = name_of(turn.session, one.extension.decided_by)
    values = {**values_of(one.organisation, one.owed), "day": plain_day(one.extension.last_day), "person": by}
    return Text("extension-given-line", values)


def _other_lists(turn: Turn) -> tuple[tuple[Button, ...], ...]:
    rows = [(Button(Text("button-extensions-given"), "ghds:0"),)]
    if asking_extensions.may_ask(turn):
        rows.append((Button(Text("button-extend-own"), "ghxin:"),))
    return tuple(rows)


def _more(word: str, page: int) -> Button:
    return Button(Text("button-more"), f"{word}:{page + 1}")


def _page(argument: str) -> int:
    return int(argument) if argument.isascii() and argument.isdigit() and len(argument) < 4 else 0
