"""Answer /tiendo: the figures of the plans that a person follows, one screen first; an officer's own unit."""

from __future__ import annotations

from handlers.belonging import Followed, followed_plans, own_units
from handlers.contacts.hats import marked, which_hat, worn
from handlers.figures.quota import quota_lines
from handlers.figures.status_state import PlanState, earlier, state_of, waiting, yesterday
from handlers.figures.status_texts import plan_in_short
from handlers.figures.status_units import asked_by_coordinator, asked_by_officer, unit_reply
from handlers.figures.status_views import EVERY_PLAN, plan_view, ways, worst_view
from handlers.pressing import plan_mark
from handlers.pushes.holding import held_lines
from handlers.refusing import Refused, UnknownButton
from handlers.spelling import shortened
from handlers.vocabulary import Button, Reply, Text, Turn

LABEL = 34
HAT = "tdh"  # the press that says in which role somebody asks


def tiendo(turn: Turn) -> Reply:
    """Show the plans that the person follows, or the state of the own unit; with words, that of the unit named."""
    if turn.argument.strip():
        return of_unit(turn, turn.argument)
    return which_hat(turn, HAT) or _of_one_hat(turn)


def of_unit(turn: Turn, words: str) -> Reply:
    """Show how the unit stands that words name; without words as ``tiendo``.

    Raises:
        Refused: an officer asks for another unit.
    """
    words = " ".join(words.split())
    if not words:
        return which_hat(turn, HAT) or _of_one_hat(turn)
    if followed_plans(turn):
        return asked_by_coordinator(turn, words)
    return asked_by_officer(turn, words, own_units(turn))


def slowest(turn: Turn) -> Reply:
    """List the units that have something outstanding, the worst first.

    Raises:
        Refused: the person follows no plan; an officer hears nothing of other units.
    """
    followed = followed_plans(turn)
    if not followed:
        raise Refused(Text("status-refused-ranking"))
    return worst_view(turn, [state_of(turn.session, one, turn.now) for one in followed], "")


def press_hat(turn: Turn) -> Reply:
    """Show the state as somebody with several roles has chosen to ask for it."""
    return _of_one_hat(worn(turn, turn.argument))


def press_unit(turn: Turn) -> Reply:
    """Show the unit whose button was pressed."""
    return unit_reply(turn, [marked(turn, turn.argument)])


def press_status(turn: Turn) -> Reply:
    """Show one plan as the button says: by task, by group, its lists of names, its newest wave."""
    mark, _, view = turn.argument.partition(":")
    followed = followed_plans(turn)
    if mark == EVERY_PLAN and followed:
        return worst_view(turn, [state_of(turn.session, one, turn.now) for one in followed], view)
    found = next((one for one in followed if plan_mark(one.plan) == mark), None)
    if found is None:
        raise UnknownButton
    return plan_view(turn, found, view)


def _of_one_hat(turn: Turn) -> Reply:
    followed = followed_plans(turn)
    if not followed:
        return unit_reply(turn, own_units(turn))
    states = [state_of(turn.session, one, turn.now) for one in followed]
    held = held_lines(turn.session, {one.organisation.id: one.organisation for one in followed}.values())
    texts = (Text("status-moment", {"moment": turn.now}), *held, *(_short(turn, state) for state in states))
    return Reply((*texts, *_months(turn, followed)), _buttons(turn, states))


def _short(turn: Turn, state: PlanState) -> Text:
    since = yesterday(turn.now)
    return plan_in_short(state, earlier(turn.session, state, since), since, waiting(turn.session, state))


def _buttons(turn: Turn, states: list[PlanState]) -> tuple[tuple[Button, ...], ...]:
    """Offer the ways to look at the only plan, or each plan and the slowest of all."""
    if len(states) == 1:
        return ways(turn, states[0])
    plans = [state.followed.plan for state in states]
    rows = [
        (Button(Text("button-plan", {"plan": shortened(plan.title, LABEL)}), f"td:{plan_mark(plan)}"),)
        for plan in plans
    ]
    return (*rows, (Button(Text("button-status-worst"), f"td:{EVERY_PLAN}:w"),))


def _months(turn: Turn, followed: list[Followed]) -> tuple[Text, ...]:
    """Tell the month's messages of the bots that have a quota."""
    organisations = dict.fromkeys(one.organisation.id for one in followed)
    return quota_lines(turn.session, organisations, turn.now)
