"""Answer what is said in a group: silence for talk among its members, the group's unit for whoever asks.

What only shows something is answered to every member, for the unit whose group it is. What records something needs a
member who has joined privately in that role; what such a member is asked is asked of nobody else.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from handlers import free_words
from handlers.answers import answered, gives_way
from handlers.commands import ALIASES, COMMAND, COMMANDS
from handlers.contacts.hats import SPEAKING
from handlers.groups.group_buttons import (
    ACTING,
    CODES,
    LINKING,
    LOOKING,
    asked_of,
    fitting,
    is_allowed,
    may_press,
    shows_only,
    unmarked,
)
from handlers.groups.group_links import whose
from handlers.refusing import Refused
from handlers.router import route
from handlers.spelling import plain
from handlers.understanding import Intent
from handlers.vocabulary import Reply, Text, Turn
from storage import groups, questions
from storage.tables import GroupLink, Role, RoleKind

LINKS = frozenset({"lienket", "huylienket"})
SHOWS: frozenset[Intent] = frozenset({"outstanding_tasks", "deadline_question", "outline", "status"})
DOES: frozenset[Intent] = frozenset({"confirm_submission", "undo_confirmation", "extension_request"})


def answer(turn: Turn) -> Reply:
    """Answer one message of a group; talk among its members, and where nobody has linked it, gets no answer."""
    if not turn.message.addressed:
        return Reply()
    if not turn.shows.buttons:  # a channel without buttons has no groups of ours
        return Reply((Text("only-private"),)) if (turn.message.said or "").startswith("/") else Reply()
    if turn.message.pressed is not None:
        return _pressed(turn, turn.message.pressed)
    said = (turn.message.said or "").strip()
    command = COMMAND.fullmatch(said)
    if command is None:
        return _in_words(turn, turn.group, said) if turn.group else Reply()
    return _commanded(turn, ALIASES.get(plain(command["word"]), plain(command["word"])))


def _commanded(turn: Turn, name: str) -> Reply:
    if name == "trogiup":
        return _help(turn)
    if name in LINKS:
        return _linking(turn)
    if turn.group is None or name not in COMMANDS:
        return Reply()
    if name in LOOKING:
        return _shown(turn, turn.group)
    if name in ACTING:
        return _done(turn, turn.group, route)
    return Reply((Text("code-only-private" if name in CODES else "group-command-private"),))


def _pressed(turn: Turn, press: str) -> Reply:
    if not may_press(press, turn.message.sender):
        return Reply(toast=Text("toast-asked-of-another"))
    press = unmarked(press)
    turn = replace(turn, message=replace(turn.message, pressed=press))
    word = press.partition(":")[0]
    if word == LINKING or (word == "khong" and turn.group is None):
        return _linking(turn)
    if turn.group is None:
        return Reply(toast=Text("toast-group-not-linked"))
    if shows_only(press):
        return _shown(turn, turn.group)
    return _done(turn, turn.group, route) if is_allowed(press) else Reply(toast=Text("toast-group-private"))


def _in_words(turn: Turn, link: GroupLink, said: str) -> Reply:
    """Answer words that call us or answer a message of ours: an answer to what was asked, or a wish of their own."""
    side = groups.side_of(turn.session, turn.chat, turn.message.sender)
    question = questions.pending(turn.session, side, turn.now)
    if question and turn.message.file is not None:
        return _done(turn, link, route)
    if question and not gives_way(turn, question, said):
        return _done(turn, link, lambda acting: answered(replace(acting, argument=said), question))
    for_group = replace(turn, roles=(_role_of(link),))
    meant = free_words.meant_by(for_group, said).intent if said else "none"
    if meant in SHOWS:
        return _shown(turn, link, lambda looking: free_words.answer(looking, said))
    if meant not in DOES:
        return Reply()
    if groups.others_are_asked(turn.session, side, turn.now):  # a number and a day may be meant for their question
        return Reply((Text("group-asked-another"),))
    return _done(turn, link, lambda acting: free_words.answer(acting, said))


def _linking(turn: Turn) -> Reply:
    """Let somebody say, or say no longer, whose group it is; who holds no role joins privately first."""
    if not turn.roles:
        return Reply((Text("group-link-join-first"),))
    return asked_of(route(turn), turn.message.sender)


def _shown(turn: Turn, link: GroupLink, answering: Callable[[Turn], Reply] = route) -> Reply:
    """Show every member what the unit's own people may see, or the coordinators in their group."""
    return fitting(_politely(answering, replace(turn, roles=(_role_of(link),))))


def _done(turn: Turn, link: GroupLink, answering: Callable[[Turn], Reply]) -> Reply:
    """Let a member act in the role that the group is of; what is asked back, only that member answers."""
    roles = tuple(role for role in turn.roles if _counts(role, link))
    if not roles:
        return Reply((Text("group-join-first", {"whose": whose(turn.plans, link)}),))
    side = groups.side_of(turn.session, turn.chat, turn.message.sender)
    reply = _politely(answering, replace(turn, roles=roles, chat=side))
    reply = asked_of(fitting(reply), turn.message.sender)
    if reply.texts and questions.pending(turn.session, side, turn.now):
        return replace(reply, texts=(*reply.texts, Text("group-asked-of", {"person": turn.message.sender_name})))
    return reply


def _politely(answering: Callable[[Turn], Reply], turn: Turn) -> Reply:
    try:
        return answering(turn)
    except Refused as refused:
        return refused.reply


def _help(turn: Turn) -> Reply:
    if turn.group is None:
        return Reply((Text("group-help-unlinked"),))
    key = "group-help-office" if turn.group.coordinators else "group-help-unit"
    return Reply((Text(key, {"whose": whose(turn.plans, turn.group)}),))


def _role_of(link: GroupLink) -> Role:
    """Return the role in which a group itself asks; it is nobody's, and never kept."""
    kind = RoleKind.COORDINATOR if link.coordinators else RoleKind.OFFICER
    return Role(person_id=0, organisation=link.organisation, unit=link.unit, kind=kind, since_at=link.linked_at)


def _counts(role: Role, link: GroupLink) -> bool:
    kinds = {RoleKind.COORDINATOR} if link.coordinators else SPEAKING
    return role.kind in kinds and (role.organisation, role.unit) == (link.organisation, link.unit)
