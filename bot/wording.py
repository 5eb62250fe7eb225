"""Turn text keys and values into words: Fluent files in, Vietnamese or English out."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from enum import StrEnum
from functools import cache, partial
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource, resolver

from bot.channels.channel import Words
from handlers.vocabulary import Place, Reply, Text
from schedules.deadline import VIETNAM, Deadline, Moved

FOLDER = Path(__file__).parent / "texts"
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
# Fluent cuts off values of more than 2,500 characters, against hostile translations; ours are our own, and the
# sections and forms of a plan are longer. Messages are split for each channel afterwards.
resolver.MAX_PART_LENGTH = 1_000_000
MARKUP = re.compile(r"</?[bi]>")


class Language(StrEnum):
    """A language that the texts are in; Vietnamese is the original."""

    VI = "vi"
    EN = "en"


class MissingText(KeyError):
    """The code named a text, or a value of it, that the Fluent files do not have."""


class Wording:
    """Word texts in one language; ``markup`` keeps the <b> and <i> of the templates and escapes every value."""

    def __init__(self, language: str, *, markup: bool = False) -> None:
        self.language = language
        self._escape: Callable[[str], str] = partial(html.escape, quote=False) if markup else str
        source = "\n".join(file.read_text("utf-8") for file in sorted(FOLDER.glob(f"{language}*.ftl")))
        self._bundle = FluentBundle([language], use_isolating=False)
        self._bundle.add_resource(FluentResource(source if markup else MARKUP.sub("", source)))

    def text(self, text: Text) -> str:
        """Word one text.

        Raises:
            MissingText: the key, or a value that its template asks for, is not there.
        """
        return self._format(text.key, {name: self._value(value) for name, value in text.values.items()})

    def words(self, reply: Reply) -> Words:
        """Word a whole reply: its texts as paragraphs, its buttons' labels without markup."""
        plain = wording(self.language)
        buttons = tuple(tuple((plain.text(b.label), b.press) for b in row) for row in reply.buttons)
        return Words("\n\n".join(self.text(text) for text in reply.texts), buttons, reply.attachments)

    def _format(self, key: str, values: Mapping[str, object]) -> str:
        message = self._bundle.get_message(key) if self._bundle.has_message(key) else None
        if message is None or message.value is None:
            raise MissingText(key)
        worded, troubles = self._bundle.format_pattern(message.value, dict(values))
        if troubles:
            raise MissingText(f"{key}: {troubles[0]}")
        return str(worded)

    def _value(self, value: object) -> object:
        match value:
            case Text():
                return self.text(value)
            case Place():
                return value.number
            case Deadline():
                return self._deadline(value)
            case datetime():
                return self._moment(value)
            case date():
                return self._day(value)
            case tuple() | list():
                return "\n".join(str(self._value(item)) for item in value)
            case int() | float():
                return value
            case _:
                return "" if value is None else self._escape(str(value))

    def _day(self, day: date) -> str:
        return self._format("on-day", {"weekday": self._weekday(day), "day": printed(day)})

    def _moment(self, moment: datetime) -> str:
        local = moment.astimezone(VIETNAM)
        values = {"time": f"{local:%H:%M}", "weekday": self._weekday(local.date()), "day": printed(local.date())}
        return self._format("at-moment", values)

    def _weekday(self, day: date) -> str:
        return self._format(WEEKDAYS[day.weekday()], {})

    def _deadline(self, deadline: Deadline) -> str:
        """Show the printed phrase beside what it means: "trước ngày 08/5/2026" (hết thứ Năm 07/5/2026)."""
        if deadline.moved:
            return self._moved(deadline, deadline.moved)
        phrase = self._escape(deadline.phrase)
        if deadline.ends_at == midnight_after(deadline.last_day):
            return self._format("deadline-by-day", {"phrase": phrase, "day": self._day(deadline.last_day)})
        return self._format("deadline-by-hour", {"phrase": phrase, "moment": self._moment(deadline.ends_at)})

    def _moved(self, deadline: Deadline, moved: Moved) -> str:
        """Show what is printed, and the deadline that holds instead."""
        by_day = deadline.ends_at == midnight_after(deadline.last_day)
        until = self._day(deadline.last_day) if by_day else self._moment(deadline.ends_at)
        if deadline.printed is None:
            return self._format("deadline-returned-alone", {"until": until})
        return self._format(f"deadline-{moved.why}", {"printed": self._deadline(deadline.printed), "until": until})


def printed(day: date) -> str:
    """Write a day as official documents do: 07/5/2026, but 07/01/2026 (Nghị định 30/2020/NĐ-CP, Phụ lục I)."""
    month = f"{day.month:02}" if day.month < 3 else str(day.month)
    return f"{day.day:02}/{month}/{day.year}"


def midnight_after(day: date) -> datetime:
    """Return the moment at which a day has ended in Vietnam."""
    return datetime.combine(day + timedelta(days=1), datetime.min.time(), VIETNAM)


@cache
def wording(language: str = "vi", *, markup: bool = False) -> Wording:
    """Return the words of one language, read once."""
    return Wording(language if language in set(Language) else Language.VI, markup=markup)
