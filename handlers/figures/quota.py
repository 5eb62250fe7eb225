"""Word a bot's month: what it has sent, what is still expected, and what gives way where that is too much."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from datetime import datetime
from typing import Any

from sqlmodel import Session

from handlers.vocabulary import Reply, Text
from schedules.forecast import month_of
from storage import own_chats, people, spending
from storage.spending import Forecast

Key = tuple[str, str]  # channel, and whose bot it is


def quota_lines(session: Session, organisations: Iterable[str], now: datetime) -> tuple[Text, ...]:
    """Tell the month of each bot with a quota that serves one of the organisations, as it stands now."""
    known = {(one.channel, one.bot): one for one in spending.forecasts(session, month_of(now))}
    named: dict[Key, Text] = {}
    for organisation in organisations:
        for key in _serving(session, known, organisation):
            named[key] = _named(session, known, organisation, key)
    return tuple(
        Text("quota-line", {**_figures(_as_of_now(session, known[key])), "channel": named[key]})
        for key in sorted(named)
    )


def quota_alarm(session: Session, organisation: str, about: Mapping[str, Any]) -> Reply:
    """Word the alarm about a month that is too short."""
    forecast = Forecast(**about["forecast"])
    known = {(one.channel, one.bot) for one in spending.forecasts(session, forecast.month)}
    channel = _named(session, known, organisation, (forecast.channel, forecast.bot))
    return Reply((Text(f"alarm-quota-{about['state']}", {**_figures(forecast), "channel": channel}),))


def channel_name(channel: str) -> Text:
    """Return the name of a channel."""
    return Text("channel-name", {"channel": channel})


def month_named(month: str) -> Text:
    """Write a month as documents do: "2026-05" is tháng 5/2026."""
    year, _, number = month.partition("-")
    return Text("month-named", {"month": number if number < "03" else number.lstrip("0"), "year": year})


def _serving(session: Session, known: Container[Key], organisation: str) -> list[Key]:
    """List the bots in whose chats the organisation's officers are told; where nobody is yet, those that would be."""
    chats = {(chat.channel, chat.bot) for _, chat in people.chats_of_units(session, organisation)}
    would = [(channel, organisation if (channel, organisation) in known else "") for channel in own_chats.BOTH]
    told = [key for key in chats if key in known]
    return sorted({*told, *(key for key in would if key in known and key[0] not in {one for one, _ in told})})


def _named(session: Session, known: Container[Key], organisation: str, key: Key) -> Text:
    """Name a channel, and which of its bots where two serve the organisation."""
    alike = [bot for channel, bot in _serving(session, known, organisation) if channel == key[0]]
    if len(alike) < 2:
        return channel_name(key[0])
    return Text("channel-bot", {"channel": channel_name(key[0]), "whose": "own" if key[1] else "shared"})


def _as_of_now(session: Session, forecast: Forecast) -> Forecast:
    """Take what has gone since the forecast from what was still to come."""
    spent = spending.spent(session, forecast.channel, forecast.bot, forecast.month)
    left = max(0, forecast.to_come - (spent - forecast.spent))
    return Forecast(forecast.channel, forecast.bot, forecast.month, forecast.quota, spent, {"": left})


def _figures(forecast: Forecast) -> dict[str, object]:
    return {
        "channel": channel_name(forecast.channel),
        "month": month_named(forecast.month),
        "spent": forecast.spent,
        "to_come": forecast.to_come,
        "sum": forecast.spent + forecast.to_come,
        "quota": forecast.quota,
    }
