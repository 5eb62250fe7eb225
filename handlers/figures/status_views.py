"""The ways to look at one plan, each behind a button of /tiendo: "td:<plan>:<view>[.<where a page begins>]"."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.belonging import Followed
from handlers.describing import lines, plan_cited
from handlers.figures.last_wave import last_wave
from handlers.figures.status_groups import groups_of, groups_texts, leads_of, leads_texts
from handlers.figures.status_lists import NARROW, WIDE, Page, outstanding_page, units_page, worst_page
from handlers.figures.status_state import PlanState, state_of
from handlers.figures.status_texts import KINDS, plan_texts, task_text
from handlers.figures.status_troubles import silent_units, trouble_texts
from handlers.pressing import plan_mark, task_mark
from handlers.refusing import UnknownButton
from handlers.spelling import shortened
from handlers.vocabulary import Button, Reply, Text, Turn
from schedules.owing import Lot
from storage import escalations, outbox, own_chats

LABEL = 34
EVERY_PLAN = "*"  # stands where a press names a plan
UNLINKED, WAVE, GROUPS, LEADS, WORST = "-", "+", "g", "m", "w"  # stand where a press names a task
Row = tuple[Button, ...]


def plan_view(turn: Turn, followed: Followed, view: str) -> Reply:
    """Show a plan in one of the ways.

    Raises:
        UnknownButton: it names none, or nothing that the plan still has.
    """
    if view.startswith(WAVE):
        return _wave(turn, followed, view.removeprefix(WAVE))
    state = state_of(turn.session, followed, turn.now)
    name, _, place = view.partition(".")
    if not name:
        return Reply(plan_texts(state), (*_tasks(state), *ways(turn, state, by_task=False)))
    if name == WORST:
        return worst_view(turn, [state], view)
    if name == UNLINKED:
        return _unreached(turn, state, place)
    if name == LEADS:
        return Reply(leads_texts(state), (back(state),))
    if name == GROUPS:
        return _groups(state)
    return _names(turn, state, name, place)


def ways(turn: Turn, state: PlanState, *, by_task: bool = True) -> tuple[Row, ...]:
    """Offer the ways to look at a plan; those that would show nothing are left out."""
    organisation = state.followed.organisation.id
    lost = bool(state.unlinked or outbox.troubles(turn.session, organisation) or _silent(turn, state))
    offered = [
        ("button-status-tasks", "", by_task),
        ("button-status-groups", GROUPS, len(groups_of(state)) > 1),
        ("button-status-leads", LEADS, bool(leads_of(state))),
        ("button-status-worst", WORST, True),
        ("button-unlinked", UNLINKED, lost),
        ("button-last-wave", WAVE, True),
    ]
    buttons = [Button(Text(key), _press(state, view)) for key, view, wanted in offered if wanted]
    if turn.shows.gives_files and state.lots:
        buttons.append(Button(Text("button-picture"), f"bang:{plan_mark(state.followed.plan)}"))
    return tuple(tuple(buttons[place : place + 2]) for place in range(0, len(buttons), 2))


def worst_view(turn: Turn, states: Sequence[PlanState], view: str) -> Reply:
    """List the units of one plan, or of all that are followed, the worst first."""
    page = worst_page(states, _place(view.partition(".")[2]), _room(turn))
    moment = Text("status-moment", {"moment": turn.now})
    plans = [Text("status-plan", {"plan": plan_cited(state.followed.plan)}) for state in states]
    press = f"td:{plan_mark(states[0].followed.plan) if len(states) == 1 else EVERY_PLAN}:{WORST}"
    more = _more(page, press)
    return Reply((lines(*plans, moment), *page.texts), (*more, *((back(states[0]),) if len(states) == 1 else ())))


def back(state: PlanState) -> Row:
    """Offer the way back to the whole plan."""
    return (Button(Text("button-whole-plan"), _press(state, "")),)


def _names(turn: Turn, state: PlanState, name: str, place: str) -> Reply:
    """Name who is outstanding of a task or of a group, the worst first."""
    task = next((alike for alike in state.tasks if _mark(alike) == name), None)
    if task:
        page = outstanding_page(state, task, _place(place), _room(turn))
        kinds = {kind: state.of_kind(kind) for kind in KINDS}
        heading = lines(task_text(state, task, kinds), Text("status-moment", {"moment": turn.now}))
        return Reply((heading, *page.texts), (*_more(page, _press(state, name)), back(state)))
    group = groups_of(state).get(name.removeprefix(GROUPS)) if name.startswith(GROUPS) else None
    if group is None:
        raise UnknownButton
    page = worst_page([state], _place(place), _room(turn), group[1])
    heading = lines(Text("status-group-name", {"group": group[0]}), Text("status-moment", {"moment": turn.now}))
    return Reply((heading, *page.texts), (*_more(page, _press(state, name)), back(state)))


def _groups(state: PlanState) -> Reply:
    groups = groups_of(state)
    rows = [
        (Button(Text("button-outstanding-of", {"task": shortened(name, LABEL)}), _press(state, GROUPS + mark)),)
        for mark, (name, _) in groups.items()
    ]
    return Reply(groups_texts(state, groups), (*rows, back(state)))


def _unreached(turn: Turn, state: PlanState, place: str) -> Reply:
    """Name whom nothing reaches: nobody linked, messages that failed, units that have answered nothing."""
    page = units_page(state, "names-unlinked", state.unlinked, _place(place), _room(turn))
    silent = units_page(state, "names-silent", _silent(turn, state), 0, _room(turn))
    lost = outbox.troubles(turn.session, state.followed.organisation.id)
    texts = [Text("status-moment", {"moment": turn.now}), *(page.texts if state.unlinked else ())]
    if not _place(place):
        texts += silent.texts if _silent(turn, state) else ()
        texts += trouble_texts(state, lost, own_chats.offered(turn.session))
    texts += [Text("names-none")] if len(texts) == 1 else []
    return Reply(tuple(texts), (*_more(page, _press(state, UNLINKED)), back(state)))


def _silent(turn: Turn, state: PlanState) -> list[str]:
    return silent_units(state, escalations.listed(turn.session, state.followed.organisation.id))


def _wave(turn: Turn, followed: Followed, number: str) -> Reply:
    """Show who was told by the newest wave, and page by page who was not."""
    page = last_wave(turn, followed, _place(number))
    last = (Button(Text("button-whole-plan"), f"td:{plan_mark(followed.plan)}"),)
    if page is None:
        return Reply((Text("wave-none"),), (last,))
    press = f"td:{plan_mark(followed.plan)}:{WAVE}{page.following}"
    more = ((Button(Text("button-wave-more"), press),),) if page.following else ()
    return Reply(page.texts, (*more, last))


def _tasks(state: PlanState) -> list[Row]:
    return [
        (
            Button(
                Text("button-outstanding-of", {"task": shortened(alike[0].task.title, LABEL)}),
                _press(state, _mark(alike)),
            ),
        )
        for alike in state.tasks
    ]


def _more(page: Page, press: str) -> tuple[Row, ...]:
    if page.following is None:
        return ()
    return ((Button(Text("button-status-more", {"count": page.left}), f"{press}.{page.following}"),),)


def _mark(alike: Sequence[Lot]) -> str:
    return task_mark(alike[0].owed_by(""))


def _press(state: PlanState, view: str) -> str:
    mark = plan_mark(state.followed.plan)
    return f"td:{mark}:{view}" if view else f"td:{mark}"


def _room(turn: Turn) -> int:
    return WIDE if turn.shows.buttons else NARROW


def _place(words: str) -> int:
    if words and not (words.isascii() and words.isdigit() and len(words) < 7):
        raise UnknownButton
    return int(words or 0)
