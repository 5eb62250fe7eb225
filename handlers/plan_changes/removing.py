"""Tell units that a task which they had been told of is theirs no more; the record of it stays."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from sqlmodel import Session

from handlers.describing import due_of, lines
from handlers.plan_changes.foreseeing import Looked, look
from handlers.plan_changes.reasons import reason_line
from handlers.plan_changes.touched import Owed
from handlers.vocabulary import Reply, Text
from schedules.differing.differences import Difference, of_organisation
from schedules.differing.differing_plans import cited
from schedules.duties import office_of
from schedules.plan import Organisation, Plans
from storage import assignments, outbox, submissions
from storage.known_of_tasks import forget_told, notices_gone_out, told_of
from storage.outbox import OutboxRow
from storage.outbox.held import REMOVED

NAMED = 12  # tasks told one by one


def tell_removed(
    session: Session,
    before: Plans,
    after: Plans,
    differences: Iterable[Difference],
    cause: str,
    now: datetime,
    why: str = "",
) -> int:
    """Put one notice a chat for what it had been told of and is owed no more, to go when the office sends.

    Call it before anything is renamed. What is over anyway, or submitted, is not spoken of.

    Returns:
        How many messages were put.
    """
    found, put = tuple(differences), 0
    for id in dict.fromkeys(one.organisation for one in found):
        was, here = before.organisations.get(id), after.organisations.get(id)
        looked = look(session, was, here, of_organisation(found, id), now) if was and here else None
        if was and here and looked:
            put += outbox.put_many(session, _rows(session, was, here, looked, cause, now, why))
    return put


def forget_returned(session: Session, after: Plans, differences: Iterable[Difference]) -> None:
    """Let what comes back after its units were told that it was gone be told as if for the first time."""
    found = tuple(differences)
    for id in dict.fromkeys(one.organisation for one in found):
        gone = {
            (chat, item["assignment"])
            for chat, about in notices_gone_out(session, id, REMOVED)
            for item in _items(about)
        }
        named = assignments.named_many(session, {number for _, number in gone}) if gone else {}
        back = {(chat, number) for chat, number in gone if number in named and _is_owed(after, named[number])}
        forget_told(session, back)


def removed(session: Session, plans: Plans, about: Mapping[str, Any], now: datetime) -> Reply | None:
    """Word the notice; nothing of what has come back, or was submitted, since."""
    named = assignments.named_many(session, [item["assignment"] for item in about["items"]])
    left = [
        item
        for item in about["items"]
        if (id := named.get(item["assignment"]))
        and not _is_owed(plans, id)
        and not submissions.standing_of(session, id)
    ]
    if not left:
        return None
    units = "; ".join(dict.fromkeys(item["unit"] for item in left))
    told = [Text("removed-task", {"task": item["task"], "plan": item["plan"]}) for item in left[:NAMED]]
    if len(left) > NAMED:
        told.append(Text("removed-more", {"count": len(left) - NAMED}))
    closing = lines(reason_line(str(about.get("why", ""))), Text("removed-closing"))
    return Reply((Text("bundle-to", {"unit": units}), lines(Text("removed-heading"), *told), closing))


def _items(about: Mapping[str, Any]) -> list[dict[str, Any]]:
    return list(about["items"]) if about.get("what") == "removed" else []


def _is_owed(plans: Plans, id: Any) -> bool:
    found = plans.task(id)
    return found is not None and due_of(found[2], id.unit) is not None


def _rows(
    session: Session, was: Organisation, here: Organisation, looked: Looked, cause: str, now: datetime, why: str
) -> list[OutboxRow]:
    gone, opening = looked.gone, office_of(here).next_open(now)
    reachable = {chat for chats in looked.hearers.values() for chat in chats}
    items: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for chat, number in sorted(told_of(session, here.id, gone)):
        if chat in reachable:
            items[chat].append(_item(was, number, gone[number], looked))
    return [
        OutboxRow(
            chat_id=chat,
            organisation=here.id,
            kind="notice",
            cause=f"{REMOVED}{cause}",
            about={"what": "removed", "items": mine, "why": why},
            urgent_at=opening,
            not_before=opening,
        )
        for chat, mine in items.items()
    ]


def _item(was: Organisation, number: int, owed: Owed, looked: Looked) -> dict[str, Any]:
    """Keep the words too: afterwards no plan has them."""
    plan_id, task_id, unit = owed
    plan = was.plans[plan_id]
    task = plan.tasks[looked.what.task_before(plan_id, task_id)]
    named = next((one.name for id, one in was.units.items() if looked.what.unit_now(id) == unit), unit)
    return {"assignment": number, "task": task.title, "plan": cited(plan), "unit": named}
