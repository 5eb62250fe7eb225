"""Answer /kenh: on which channels a person is reminded, which of them first, adding one and taking one away."""

from __future__ import annotations

from dataclasses import dataclass

from handlers.belonging import speaker
from handlers.describing import lines
from handlers.figures.quota import channel_name
from handlers.handing_in.submitting import NEVER_MIND
from handlers.refusing import UnknownButton
from handlers.vocabulary import Button, Reply, Text, Turn
from storage import invites, journal, own_chats, people
from storage.preferring import first_choice
from storage.tables import Chat, Person


@dataclass(frozen=True, slots=True)
class Linked:
    """A person's chats; ``first`` is the one in which they are told."""

    chats: list[Chat]
    first: Chat

    @property
    def channels(self) -> list[str]:
        """Return the channels on which the person can be reached, each once."""
        return list(dict.fromkeys(chat.channel for chat in self.chats if chat.unreachable_at is None))


def kenh(turn: Turn) -> Reply:
    """Show the person's channels, and offer to change them."""
    linked, offered = _linked(turn), own_chats.offered(turn.session)
    texts = (lines(Text("channels-heading"), *(_line(chat, linked) for chat in linked.chats)), _how(linked, offered))
    return Reply(
        texts, tuple((button,) for button in (*_preferring(linked), *_adding(linked, offered), *_dropping(turn)))
    )


def press_prefer(turn: Turn) -> Reply:
    """Be reminded on another channel first."""
    if turn.argument not in _linked(turn).channels:
        raise UnknownButton
    own_chats.prefer(turn.session, speaker(turn), turn.argument)
    return Reply((Text("channel-preferred", {"channel": channel_name(turn.argument)}),), edits=True)


def press_add(turn: Turn) -> Reply:
    """Make a code to be typed on the other channel."""
    others = _missing(_linked(turn), own_chats.offered(turn.session))
    if not others:
        raise UnknownButton
    code = invites.make_chat_code(turn.session, speaker(turn), turn.now)
    ends_at = turn.now + invites.CHAT_LIFETIME
    return Reply((Text("channel-code", {"code": code, "channel": channel_name(others[0]), "moment": ends_at}),))


def press_drop(turn: Turn) -> Reply:
    """Ask a yes before a channel is taken away."""
    chat = _dropped(turn)
    yes = Button(Text("button-drop-yes"), f"bokenhco:{chat.id}")
    return Reply((Text("channel-drop-ask", {"channel": channel_name(chat.channel)}),), ((yes, NEVER_MIND),))


def press_drop_yes(turn: Turn) -> Reply:
    """Take a channel away; what waits for it goes to the one that is left."""
    chat = _dropped(turn)
    left = first_choice(_left_without(turn, chat), None)
    own_chats.unlink(turn.session, chat, left, turn.now)
    note(turn, "chat-dropped", chat.channel)
    values = {"channel": channel_name(chat.channel), "left": channel_name(left.channel)}
    return Reply((Text("channel-dropped", values),), edits=True)


def note(turn: Turn, act: str, channel: str) -> None:
    """Write into the journal of each of the person's organisations that a chat was added or taken away."""
    for organisation in dict.fromkeys(role.organisation for role in turn.roles):
        journal.write(
            turn.session, at=turn.now, act=act, organisation=organisation, person_id=speaker(turn), channel=channel
        )


def _linked(turn: Turn) -> Linked:
    chats = own_chats.chats_of(turn.session, speaker(turn))
    reachable = [chat for chat in chats if chat.unreachable_at is None]
    preferred = turn.session.get_one(Person, speaker(turn)).preferred
    return Linked(chats, first_choice(reachable or chats, preferred))


def _line(chat: Chat, linked: Linked) -> Text:
    values: dict[str, object] = {"channel": channel_name(chat.channel)}
    if chat.unreachable_at is not None:
        return Text("channels-line-lost", {**values, "why": Text("trouble", {"why": chat.unreachable_why or ""})})
    return Text("channels-line-first" if chat is linked.first else "channels-line", values)


def _how(linked: Linked, offered: tuple[str, ...]) -> Text:
    if len(linked.channels) > 1:
        return Text("channels-both")
    missing = _missing(linked, offered)
    return Text("channels-one", {"channel": channel_name(missing[0])}) if missing else Text("channels-only-one")


def _missing(linked: Linked, offered: tuple[str, ...]) -> list[str]:
    return [channel for channel in offered if channel not in linked.channels]


def _preferring(linked: Linked) -> list[Button]:
    return [
        Button(Text("button-prefer-channel", {"channel": channel_name(channel)}), f"uutien:{channel}")
        for channel in linked.channels
        if channel != linked.first.channel
    ]


def _adding(linked: Linked, offered: tuple[str, ...]) -> list[Button]:
    return [
        Button(Text("button-add-channel", {"channel": channel_name(channel)}), "themkenh:")
        for channel in _missing(linked, offered)[:1]
    ]


def _dropping(turn: Turn) -> list[Button]:
    return [
        Button(Text("button-drop-channel", {"channel": channel_name(chat.channel)}), f"bokenh:{chat.id}")
        for chat in own_chats.chats_of(turn.session, speaker(turn))
        if _left_without(turn, chat)
    ]


def _dropped(turn: Turn) -> Chat:
    """Return the chat that a press names, if it is the person's and may go.

    Raises:
        UnknownButton: it is not, or it is the last one by which some organisation can reach the person.
    """
    for chat in own_chats.chats_of(turn.session, speaker(turn)):
        if str(chat.id) == turn.argument and _left_without(turn, chat):
            return chat
    raise UnknownButton


def _left_without(turn: Turn, chat: Chat) -> list[Chat]:
    """List the chats that are left without one; none where an organisation could then not reach the person."""
    left = [
        other
        for other in own_chats.chats_of(turn.session, speaker(turn))
        if other.id != chat.id and other.unreachable_at is None
    ]
    organisations = {role.organisation for role in people.roles_of(turn.session, speaker(turn))}
    reached = all(any(other.bot in ("", organisation) for other in left) for organisation in organisations)
    return left if reached else []
