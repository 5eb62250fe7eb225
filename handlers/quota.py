"""Word a bot's month: what it has sent, what is still expected, and what gives way where that is too much."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from sqlmodel import Session

from handlers.vocabulary import Reply, Text
from schedules.forecast import month_of
from storage import spending
from storage.spending import Forecast


def quota_lines(session: Session, organisations: Iterable[str], now: datetime) -> tuple[Text, ...]:
    """Tell the month of each bot with a quota that serves one of the organisations, as it stands now."""
    known = {(one.channel, one.bot): one for one in spending.forecasts(session, month_of(now))}
    channels = sorted({channel for channel, _ in known})
    serving = [
        known.get((channel, organisation)) or known.get((channel, ""))
        for channel in channels
        for organisation in organisations
    ]
    each = {(one.channel, one.bot): one for one in serving if one}
    return tuple(Text("quota-line", _figures(_as_of_now(session, one))) for one in each.values())


def quota_alarm(about: Mapping[str, Any]) -> Reply:
    """Word the alarm about a month that is too short."""
    return Reply((Text(f"alarm-quota-{about['state']}", _figures(Forecast(**about["forecast"]))),))


def channel_name(channel: str) -> Text:
    """Return the name of a channel."""
    return Text("channel-name", {"channel": channel})


def month_named(month: str) -> Text:
    """Write a month as documents do: "2026-05" is tháng 5/2026."""
    year, _, number = month.partition("-")
    return Text("month-named", {"month": number if number < "03" else number.lstrip("0"), "year": year})


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
