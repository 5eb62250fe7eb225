"""The groups of a unit on its page: who linked each and since when; and the end of one, after a yes."""

from __future__ import annotations

from collections.abc import Iterator

from handlers.belonging import Own
from handlers.describing import plain_day
from handlers.groups.group_links import end, may_end, whose
from handlers.handing_in.submitting import NEVER_MIND
from handlers.office import as_number, name_of
from handlers.refusing import NotYours, Refused
from handlers.vocabulary import Button, Reply, Text, Turn
from schedules.deadline import VIETNAM
from storage import groups
from storage.tables import GroupLink


def group_lines(turn: Turn, own: Own) -> Iterator[Text]:
    """Tell each group of a unit in a line."""
    for link in groups.of_unit(turn.session, *own.key):
        key = "contact-group-office" if link.coordinators else "contact-group"
        yield Text(key, _values(turn, link))


def end_buttons(turn: Turn, own: Own) -> Iterator[tuple[Button, ...]]:
    """Offer to end the groups that the speaker may end."""
    found = groups.of_unit(turn.session, *own.key)
    for place, link in enumerate(found, 1):
        if may_end(turn, link):
            label = Text("button-group-end-of", {"number": place}) if len(found) > 1 else Text("button-group-end")
            yield (Button(label, f"dvnhom:{_mark(link)}"),)


def press_end(turn: Turn) -> Reply:
    """Ask a yes."""
    link = _link(turn)
    yes = Button(Text("button-group-end-yes"), f"dvnhomco:{_mark(link)}")
    return Reply((Text("group-end-ask", _values(turn, link)),), ((yes, NEVER_MIND),))


def press_end_yes(turn: Turn) -> Reply:
    """End the link."""
    link = _link(turn)
    ended = Text("group-ended", {"whose": whose(turn.plans, link)})
    end(turn, link)
    return Reply((ended,), edits=True)


def _link(turn: Turn) -> GroupLink:
    """Find the link that a press names: the chat, and when it was linked, for it may be another's group since."""
    number, _, at = turn.argument.partition(":")
    link = turn.session.get(GroupLink, as_number(number))
    if link is None or _mark(link) != f"{number}:{at}":
        raise Refused(Text("group-ended-already"))
    if not may_end(turn, link):
        raise NotYours
    return link


def _mark(link: GroupLink) -> str:
    return f"{link.chat_id}:{int(link.linked_at.timestamp())}"


def _values(turn: Turn, link: GroupLink) -> dict[str, object]:
    return {
        "whose": whose(turn.plans, link),
        "person": name_of(turn.session, link.linked_by),
        "since": plain_day(link.linked_at.astimezone(VIETNAM).date()),
    }
