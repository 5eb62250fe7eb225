"""Order a chase after the yes: note it, and put one message for each chat of the units."""

from __future__ import annotations

from collections import defaultdict
from datetime import UTC, datetime
from typing import Any

from handlers.belonging import speaker
from handlers.chases.chase_choice import Choice, Draft, Why
from handlers.chases.chase_message import state_at
from handlers.chases.chase_words import begins_at, heading
from handlers.describing import lines
from handlers.overseeing import Overseen
from handlers.refusing import UnknownButton
from handlers.vocabulary import Reply, Text, Turn
from schedules.duties import office_of
from storage import chases, outbox, people, questions


def ordered(turn: Turn, draft: Draft, choice: Choice) -> Reply | None:
    """Put the messages, only for those that were shown; None where nobody of them is to be reminded any more."""
    chased = {unit: owing for unit, owing in choice.chased.items() if unit in draft.offered}
    if not chased:
        return None
    numbers = {one.id: choice.numbers[one.id] for owing in chased.values() for one in owing}
    now = turn.now
    begins = begins_at(choice.organisation, now)
    about: dict[str, Any] = {
        "mark": draft.mark,
        "tasks": sorted({(id.plan, id.task) for id in numbers}),
        "units": {unit: [numbers[one.id] for one in owing] for unit, owing in chased.items()},
        "unreached": choice.skipped.get(Why.UNLINKED, []),
        "begins": begins.isoformat(),
    }
    chase = chases.order(turn.session, choice.organisation.id, turn.chat, speaker(turn), now, about, numbers)
    items = {unit: [_item(one, numbers[one.id], choice, now) for one in owing] for unit, owing in chased.items()}
    outbox.put_many(turn.session, _rows(turn, choice, chases.cause_of(chase), items, begins))
    questions.drop(turn.session, turn.chat)
    told = lines(
        Text("chase-ordered", {"count": len(chased)}),
        heading(chased),
        Text("chase-goes-later", {"moment": begins}) if begins > now else None,
        Text("chase-result-follows"),
    )
    return Reply((told,), edits=True, toast=Text("toast-chased"))


def _rows(
    turn: Turn, choice: Choice, cause: str, items: dict[str, list[dict[str, Any]]], begins: datetime
) -> list[outbox.OutboxRow]:
    """Return one message a chat, with all that its person is to hear."""
    by_chat: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for unit, chat in people.chats_of_units(
        turn.session, choice.organisation.id, items, now=turn.now, with_groups=True
    ):
        by_chat[chat.id or 0] += items[unit]
    return [
        outbox.OutboxRow(
            chat_id=chat,
            organisation=choice.organisation.id,
            kind="chase",
            cause=cause,
            about={"items": said, "ordered": [item["assignment"] for item in said]},
            urgent_at=min(datetime.fromisoformat(item["ends_at"]) for item in said),
            not_before=begins,
        )
        for chat, said in by_chat.items()
    ]


def _item(one: Overseen, number: int, choice: Choice, now: datetime) -> dict[str, Any]:
    """Return one line of a chase, as a bundle's row has it."""
    assert one.owed.deadline is not None, "only what has a deadline is chased"
    kind, days = state_at(one.owed.deadline, office_of(choice.organisation), now)
    return {
        "assignment": number,
        "kind": kind.value,
        "working_days": days,
        "ends_at": one.owed.deadline.ends_at.isoformat(),
        "at": now.astimezone(UTC).isoformat(),
    }


def done_already(turn: Turn, mark: str) -> Reply:
    """Say that a yes has been given before.

    Raises:
        UnknownButton: it is of nothing that has been ordered.
    """
    chase = chases.last_of_chat(turn.session, turn.chat)
    if chase is None or chase.about.get("mark") != mark:
        raise UnknownButton
    return Reply((Text("chase-already", {"moment": chase.ordered_at, "count": len(chase.about["units"])}),))
