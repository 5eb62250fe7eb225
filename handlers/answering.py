"""Answer one update in one transaction: the same update gets the same reply, however often it comes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from sqlmodel import Session

from handlers import kept_replies
from handlers.groups import group_links
from handlers.groups.groups import answer as in_group
from handlers.numbering import degraded
from handlers.router import route
from handlers.vocabulary import Message, Reply, Shows, Text, Turn
from schedules.plan import Plans
from storage import groups, heard, people
from storage.tables import Chat

EVERYTHING = Shows()
WHOSE_MOST = 5  # organisations named in a greeting of the bot that serves all


@dataclass(frozen=True, slots=True)
class Answer:
    """What to say, in which language; ``already_answered`` where the platform has it."""

    reply: Reply
    language: str
    already_answered: bool = False


def hear(session: Session, message: Message, plans: Plans, now: datetime, shows: Shows = EVERYTHING) -> Answer:
    """Handle one message and keep its reply, in the caller's transaction.

    Parameters:
        now: aware; the moment of the domain at which it was heard.
        shows: what the message's channel can show; the reply is degraded to it.
    """
    chat = people.chat_of(session, message.channel, message.bot, message.address, message.chat_kind)
    known = heard.known(session, message.channel, message.bot, message.update_id)
    if known:
        return Answer(kept_replies.from_json(known.reply), chat.language, known.answered_at is not None)
    if message.event and message.event != "unreadable":
        reply = _noted(session, chat, message, now)
    else:
        turn = turn_of(session, chat, message, plans, now, shows)
        reply = degraded(session, chat, _answered(turn), shows, now, f"heard {message.update_id}")
    kept = kept_replies.to_json(reply)
    heard.keep(session, message.channel, message.bot, message.update_id, kept, now, message.address)
    return Answer(reply, chat.language)


def _noted(session: Session, chat: Chat, message: Message, now: datetime) -> Reply:
    """Note what the platform tells of the chat itself."""
    if message.event == "blocked":
        group_links.end_removed(session, chat, now)  # a group's bot was taken out
        people.mark_unreachable(session, chat, "blocked", now)
    elif message.event == "unblocked":
        people.mark_reachable(session, chat)
    elif message.event == "migrated" and message.detail:
        people.move_chat(session, chat, message.detail)
    return Reply()


def _answered(turn: Turn) -> Reply:
    if turn.chat.unreachable_at is not None:
        people.mark_reachable(turn.session, turn.chat)  # who speaks can be spoken to
    turn.chat.heard_at = turn.now
    if turn.message.chat_kind == "group":
        return Reply() if turn.message.event else in_group(turn)
    return _greeted(turn, Reply((Text("unreadable"),)) if turn.message.event else route(turn))


def turn_of(
    session: Session, chat: Chat, message: Message, plans: Plans, now: datetime, shows: Shows = EVERYTHING
) -> Turn:
    """Gather what a handler may know. A bot of one organisation sees only the roles in it."""
    is_group = message.chat_kind == "group"
    person = groups.speaker_of(session, chat, message.sender) if is_group else people.person_of(session, chat)
    link = groups.link_of(session, chat) if is_group else None
    roles = people.roles_of(session, person.id, message.bot or None) if person and person.id is not None else []
    return Turn(message, "", now, plans, session, chat, person, tuple(roles), shows, link)


def _greeted(turn: Turn, reply: Reply) -> Reply:
    """Begin the first answer to anybody with what this is, whose, and what it keeps."""
    if turn.chat.greeted_at is not None or not reply.texts:
        return reply
    turn.chat.greeted_at = turn.now
    return replace(reply, texts=(_greeting(turn), *reply.texts))


def _greeting(turn: Turn) -> Text:
    names = _whose(turn_of(turn.session, turn.chat, turn.message, turn.plans, turn.now))
    return Text("greeting", {"whose": "; ".join(names)}) if 0 < len(names) <= WHOSE_MOST else Text("greeting-shared")


def _whose(turn: Turn) -> list[str]:
    """Name the organisations that the bot, or the person who has just joined, belongs to."""
    organisations = turn.plans.organisations
    if turn.message.bot:
        wanted = {turn.message.bot}
    else:
        wanted = {role.organisation for role in turn.roles} or set(organisations)
    return [organisation.name for id, organisation in organisations.items() if id in wanted]
