"""How a person who is linked is told of: name, role, channels, since when, and why nothing reaches them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from handlers.describing import plain_day, unit_name
from handlers.figures.quota import channel_name
from handlers.vocabulary import Text
from schedules.deadline import VIETNAM
from schedules.plan import Organisation
from storage.contacts import Contact
from storage.tables import Chat


class Lost(NamedTuple):
    """Somebody whom nothing reaches, in a unit, and why."""

    unit: str
    person: str
    why: str


Line = Lost | tuple[str, str]  # a unit with the names of its people


def person_text(contact: Contact, is_away: bool) -> Text:
    """Tell one person of a unit in a line."""
    since = plain_day(contact.role.since_at.astimezone(VIETNAM).date())
    values: dict[str, object] = {
        "person": contact.person.display_name,
        "role": Text(f"role-{contact.role.kind.value}"),
        "channels": _channels(contact.chats),
        "since": since,
    }
    if contact.is_lost:
        return Text("contact-line-lost", {**values, "why": why_lost(contact)})
    return Text("contact-line-away" if is_away else "contact-line", values)


def why_lost(contact: Contact) -> Text:
    """Say why nothing can be sent to somebody."""
    why = next((chat.unreachable_why for chat in contact.chats if chat.unreachable_why), "no-chat")
    return Text("trouble", {"why": why})


def list_line(organisation: Organisation, one: Line) -> Text:
    """Word one line of a list of units: with its people, or with why somebody of it cannot be reached."""
    unit = unit_name(organisation, one[0])
    if isinstance(one, Lost):
        why = Text("trouble", {"why": one.why})
        return Text("status-trouble", {"unit": unit, "person": one.person, "why": why})
    if not one[1]:
        return Text("contacts-list-bare", {"unit": unit})
    return Text("contacts-list-line", {"unit": unit, "names": one[1]})


def _channels(chats: Iterable[Chat]) -> Text:
    names = [channel_name(channel) for channel in dict.fromkeys(chat.channel for chat in chats)]
    if len(names) < 2:
        return names[0] if names else Text("contact-no-channel")
    return Text("contact-two-channels", {"first": names[0], "second": names[1]})
