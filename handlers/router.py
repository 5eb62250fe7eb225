"""Route a message: a command, a pressed button, the answer to a question, or what people say in their own words."""

from __future__ import annotations

from dataclasses import replace

from handlers import free_words, helping
from handlers.answers import answered, gives_way
from handlers.choosing import chosen
from handlers.commands import ALIASES, COMMAND, COMMANDS, FOR_STRANGERS
from handlers.contacts import joining
from handlers.handing_in import evidence
from handlers.plain_commands import TAKES_WORDS, plain_command
from handlers.presses import PRESSES, only_looks
from handlers.refusing import Refused
from handlers.spelling import plain
from handlers.vocabulary import Reply, Text, Turn
from storage import questions


def route(turn: Turn) -> Reply:
    """Answer one message; what cannot be done is refused politely."""
    try:
        return _pressed(turn) if turn.message.pressed is not None else _sent(turn, (turn.message.said or "").strip())
    except Refused as refused:
        return refused.reply


def _pressed(turn: Turn) -> Reply:
    word, _, argument = (turn.message.pressed or "").partition(":")
    if not turn.roles and word != "xoaco":  # somebody who has no role any more can still be forgotten
        return Reply((Text("stranger"),))
    if word == "lenh":
        return _command(turn, argument, "")
    handler = PRESSES.get(word)
    return handler(replace(turn, argument=argument)) if handler else Reply((Text("refused-button"),))


def _sent(turn: Turn, said: str) -> Reply:
    """Answer words, or a file: with a command as its caption it belongs to what the command does."""
    if turn.message.file is None or not turn.roles:
        return _said(turn, said)
    return evidence.beside(turn, _said(turn, said)) if COMMAND.fullmatch(said) else evidence.received(turn)


def _said(turn: Turn, said: str) -> Reply:
    command = COMMAND.fullmatch(said)
    if command:
        # A command leaves what was asked before: a later "có" must not answer a forgotten question.
        questions.drop(turn.session, turn.chat)
        return _command(turn, command["word"], (command["argument"] or "").strip())
    if not turn.roles:
        return joining.join(turn, said) if joining.looks_like_code(said) else Reply((Text("stranger"),))
    return joining.join(turn, said) if joining.is_open_code(turn, said) else _talk(turn, said)


def _talk(turn: Turn, said: str) -> Reply:
    """Take words for a choice, for the answer to what waits, or else for what they mean."""
    question = questions.pending(turn.session, turn.chat, turn.now)
    choice = chosen(turn, question, only_looks)
    if choice is not None:
        return _pressed(choice) if isinstance(choice, Turn) else choice
    if question and gives_way(turn, question, said):
        questions.drop(turn.session, turn.chat)
    elif question:
        return answered(replace(turn, argument=said), question)
    return evidence.linked(turn, said) or _meant(turn, said)


def _meant(turn: Turn, said: str) -> Reply:
    if joining.looks_like_code(said):
        return joining.join(turn, said)
    name = plain_command(said)
    if name in helping.commands({role.kind for role in turn.roles}):
        return _command(turn, str(name), said if name in TAKES_WORDS else "")
    return free_words.answer(turn, said)


def _command(turn: Turn, word: str, argument: str) -> Reply:
    name = plain(word)
    name = ALIASES.get(name, name)
    if not turn.roles and name not in FOR_STRANGERS:
        return Reply((Text("stranger"),))
    handler = COMMANDS.get(name)
    return handler(replace(turn, argument=argument)) if handler else helping.unknown(turn)
