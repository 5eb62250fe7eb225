"""How many messages each bot has sent this month, for a channel that counts them, and what is still expected."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime

from sqlalchemy import String, and_, cast, exists, func, text
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select

from storage import marks
from storage.tables import Arming, Chat, JournalEntry, Mark, Outbox, OutboxState, Person, Role, Spending, Submission

FORECAST = "forecast"  # marks: "forecast zalo gia-lai"


@dataclass(frozen=True, slots=True)
class Forecast:
    """What one bot's month looked like when it was last counted.

    ``spent`` had gone by then; ``demand`` was still to come, by the name of its rank. ``closed``: the platform refuses;
    ``refused``: the organisations of messages that we refused.
    """

    channel: str
    bot: str
    month: str
    quota: int
    spent: int
    demand: Mapping[str, int] = field(default_factory=dict)
    tight: bool = False
    closed: bool = False
    refused: list[str] = field(default_factory=list)

    @property
    def to_come(self) -> int:
        """Return how many messages are still to come."""
        return sum(self.demand.values())


def spend(session: Session, channel: str, bot: str, month: str, count: int = 1) -> None:
    """Count messages that a bot has sent."""
    first = insert(Spending).values(channel=channel, bot=bot, month=month, sent=count)
    again = first.on_conflict_do_update(
        index_elements=["channel", "bot", "month"], set_={"sent": col(Spending.sent) + first.excluded.sent}
    )
    session.exec(again)


def spent(session: Session, channel: str, bot: str, month: str) -> int:
    """Return how many messages a bot has sent in a month."""
    wanted = select(Spending.sent).where(Spending.channel == channel, Spending.bot == bot, Spending.month == month)
    return session.exec(wanted).first() or 0


def refuse_until(session: Session, channel: str, bot: str, month: str, until: datetime) -> None:
    """Note that the platform takes nothing more of a bot's month; asked again not before ``until``."""
    first = insert(Spending).values(channel=channel, bot=bot, month=month, sent=0, refused_until=until)
    again = first.on_conflict_do_update(
        index_elements=["channel", "bot", "month"], set_={"refused_until": first.excluded.refused_until}
    )
    session.exec(again)


def refused_until(session: Session, channel: str, bot: str, month: str) -> datetime | None:
    """Return until when the platform is not to be asked, None where it never refused for the quota."""
    wanted = select(Spending.refused_until).where(
        Spending.channel == channel, Spending.bot == bot, Spending.month == month
    )
    return session.exec(wanted).first()


def in_flight(session: Session, channel: str, bot: str, besides: Outbox | None = None) -> int:
    """Return how many messages of a bot will be spent: those being sent just now, and the parts that follow them.

    Args:
        besides: a message that is not counted, with all its parts.
    """
    first = aliased(Outbox)
    waits_itself = exists().where(
        col(first.chat_id) == Outbox.chat_id,
        col(first.kind) == Outbox.kind,
        col(first.cause) == Outbox.cause,
        col(first.part) == 0,
        col(first.state) == OutboxState.WAITING,
    )
    further = text("outbox.part > 0 AND outbox.state = 'waiting'")  # spelt as the index has it
    own = select(func.count()).select_from(Outbox).where(Outbox.channel == channel, Outbox.bot == bot)
    if besides:
        named = (col(Outbox.chat_id) == besides.chat_id, col(Outbox.kind) == besides.kind)
        own = own.where(~and_(*named, col(Outbox.cause) == besides.cause))
    claimed, following = own.where(Outbox.state == OutboxState.CLAIMED), own.where(further, ~waits_itself)
    return session.exec(claimed).one() + session.exec(following).one()


def what_counts(session: Session) -> tuple[object, ...]:
    """Return figures of which one changes when the people, the submissions, the armings or the outbox do."""
    live, standing = col(Role.ended_at).is_(None), col(Submission.withdrawn_at).is_(None)
    reachable = col(Chat.unreachable_at).is_(None) & col(Chat.person_id).is_not(None)
    figures = (
        select(func.max(Outbox.id)),
        select(func.max(JournalEntry.id)),
        select(func.count(col(Arming.armed_at))),
        select(func.max(Role.id)).where(live),
        select(func.count(col(Role.id))).where(live),
        select(func.max(Submission.id)).where(standing),
        select(func.count(col(Submission.id))).where(standing),
        select(func.max(Chat.id)).where(reachable),
        select(func.count(col(Chat.id))).where(reachable),
        select(func.group_concat(cast(Person.id, String) + col(Person.preferred))),
    )
    return tuple(session.connection().execute(figure).scalar() for figure in figures)


def keep_forecast(session: Session, forecast: Forecast) -> None:
    """Remember the newest forecast of a bot."""
    marks.set_mark(session, f"{FORECAST} {forecast.channel} {forecast.bot}", json.dumps(asdict(forecast)))


def forecasts(session: Session, month: str) -> list[Forecast]:
    """Return the newest forecast of every bot that has one for this month."""
    kept = session.exec(select(Mark.value).where(col(Mark.name).startswith(f"{FORECAST} ")).order_by(Mark.name))
    found = [Forecast(**json.loads(value)) for value in kept]
    return [one for one in found if one.month == month]
