"""What the dated table says of years whose notices are out, and what the ``holidays`` package expects of the others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

TABLE = Path(__file__).with_name("confirmed_years.yaml")


@dataclass(frozen=True, slots=True)
class Year:
    """The days on which officials deviate from Monday to Friday."""

    off: frozenset[date]
    worked: frozenset[date]


@dataclass(frozen=True, slots=True)
class NamedDay:
    """A day that phrases call by its name (a Tết, an election)."""

    words: tuple[str, ...]
    on: tuple[date, ...] = ()
    yearly: str = ""  # "MM-DD"
    expected: str = ""  # its name in the ``holidays`` package
    ask: bool = False

    def at_or_after(self, day: date) -> tuple[date, bool] | None:
        """Find its next date, and whether the coordinator must confirm it; None where no source gives one."""
        for year in (day.year, day.year + 1):
            found = self.in_year(year)
            if found and found[0] >= day:
                return found
        return None

    def in_year(self, year: int) -> tuple[date, bool] | None:
        """Find its date in one year, and whether the coordinator must confirm it."""
        if self.yearly:
            return date.fromisoformat(f"{year:04}-{self.yearly}"), self.ask
        for known in self.on:
            if known.year == year:
                return known, self.ask
        guessed = [day for day, name in sorted(expected_holidays(year).items()) if self.expected in name]
        return (guessed[0], True) if self.expected and guessed else None


@cache
def confirmed_years() -> Mapping[int, Year]:
    """Return the years whose notices are out."""
    return {
        int(year): Year(frozenset(_days(says.get("off", ()))), frozenset(_days(says.get("worked", ()))))
        for year, says in _table()["years"].items()
    }


@cache
def named_days() -> tuple[NamedDay, ...]:
    """Return the days that have a name."""
    return tuple(
        NamedDay(
            words=tuple(row["words"]),
            on=tuple(date.fromisoformat(day) for day in row.get("on", ())),
            yearly=row.get("yearly", ""),
            expected=row.get("expected", ""),
            ask=row.get("ask") == "yes",
        )
        for row in _table()["named_days"]
    )


def expected_year(year: int) -> Year:
    """Guess a year from the ``holidays`` package: its own notices may still move days."""
    holidays = _package(year)
    worked = getattr(holidays, "weekend_workdays", None) or ()
    return Year(frozenset(holidays), frozenset(day for day in worked if day.year == year))


def expected_holidays(year: int) -> Mapping[date, str]:
    """Return the holidays that the package expects in a year, by their English names."""
    return dict(_package(year))


@cache
def _package(year: int) -> Any:
    # Imported late: it costs 60 ms that a run within the confirmed years never needs.
    from holidays import country_holidays

    return country_holidays("VN", years=year, language="en_US")


@cache
def _table() -> Any:
    import yaml

    return yaml.load(TABLE.read_text("utf-8"), Loader=yaml.BaseLoader)  # every scalar as text: 04-30 stays what it is


def _days(rows: Any) -> Iterator[date]:
    for row in rows:
        first = date.fromisoformat(row["on"])
        last = date.fromisoformat(row.get("to", row["on"]))
        yield from (first + timedelta(days=count) for count in range((last - first).days + 1))
