"""Two tables, and the question that waits: which handler answers a command, a pressed button, an answer."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from handlers import (
    alarms,
    deadlines,
    documents,
    helping,
    joining,
    outline,
    outline_document,
    outstanding,
    second_channel,
    status,
    submitting,
    undoing,
)
from handlers.choosing import chosen
from handlers.refusing import Refused
from handlers.spelling import plain
from handlers.vocabulary import Reply, Text, Turn
from storage import questions
from storage.tables import Question

Handler = Callable[[Turn], Reply]
COMMAND = re.compile(r"/(?P<word>\w+)(@\w+)?(\s+(?P<argument>.*))?", re.DOTALL)

COMMANDS: Mapping[str, Handler] = {
    "viec": outstanding.viec,
    "nop": submitting.nop,
    "rutlai": undoing.rutlai,
    "decuong": outline.decuong,
    "han": deadlines.han,
    "tiendo": status.tiendo,
    "kenh": second_channel.kenh,
    "trogiup": helping.trogiup,
    "start": joining.start,
    "xoatoi": helping.forget_me,
}
ALIASES: Mapping[str, str] = {
    "vieccuatoi": "viec",
    "tasks": "viec",
    "danop": "nop",
    "submit": "nop",
    "huyxacnhan": "rutlai",
    "undo": "rutlai",
    "outline": "decuong",
    "hannop": "han",
    "deadline": "han",
    "tinhhinh": "tiendo",
    "status": "tiendo",
    "kenhnhac": "kenh",
    "channel": "kenh",
    "help": "trogiup",
}
PRESSES: Mapping[str, Handler] = {
    "nop": submitting.press_nop,
    "nopco": submitting.press_yes,
    "khong": submitting.never_mind,
    "boqua": documents.press_skip,
    "so": documents.press_add_document,
    "sovb": documents.press_number,
    "ngay": documents.press_handed_in,
    "rut": undoing.press_undo,
    "rutco": undoing.press_undo_yes,
    "dc": outline.press_outline,
    "dt": outline.press_full_text,
    "bm": outline.press_forms,
    "dcx": outline_document.press_document,
    "td": status.press_status,
    "uutien": second_channel.press_prefer,
    "themkenh": second_channel.press_add,
    "bokenh": second_channel.press_drop,
    "bokenhco": second_channel.press_drop_yes,
    "dotdau": alarms.press_first_load,
}
QUESTIONS: Mapping[str, Callable[[Turn, Question], Reply]] = {
    "submit": submitting.answer_submit,
    "document": documents.answer_document,
    "handed-in": documents.answer_handed_in,
    "undo": undoing.answer_undo,
}
# Presses and commands that only show something, or let a question go: words that may mean one are taken for it.
LOOKS = frozenset({"dc", "dt", "bm", "dcx", "td", "khong", "boqua", "bokenh"})
LOOKING_COMMANDS = frozenset({"viec", "decuong", "han", "tiendo", "trogiup", "kenh"})
FOR_STRANGERS = frozenset({"start", "trogiup", "xoatoi"})


def route(turn: Turn) -> Reply:
    """Answer one message; what cannot be done is refused politely. A group hears only where to go."""
    if turn.message.chat_kind == "group":
        return _in_group(turn)
    try:
        return _pressed(turn) if turn.message.pressed is not None else _said(turn, (turn.message.said or "").strip())
    except Refused as refused:
        return refused.reply


def _pressed(turn: Turn) -> Reply:
    word, _, argument = (turn.message.pressed or "").partition(":")
    if not turn.roles:
        return Reply((Text("stranger"),))
    if word == "lenh":
        return _command(turn, argument, "")
    handler = PRESSES.get(word)
    return handler(replace(turn, argument=argument)) if handler else Reply((Text("refused-button"),))


def only_looks(press: str) -> bool:
    """Say whether a press records and withdraws nothing. ("lenh:nop" may record the only assignment.)"""
    word, _, argument = press.partition(":")
    return argument in LOOKING_COMMANDS if word == "lenh" else word in LOOKS


def _said(turn: Turn, said: str) -> Reply:
    command = COMMAND.fullmatch(said)
    if command:
        # A command leaves what was asked before: a later "có" must not answer a forgotten question.
        questions.drop(turn.session, turn.chat)
        return _command(turn, command["word"], (command["argument"] or "").strip())
    if not turn.roles:
        return joining.join(turn, said) if joining.looks_like_code(said) else Reply((Text("stranger"),))
    if joining.is_open_code(turn, said):
        return joining.join(turn, said)
    question = questions.pending(turn.session, turn.chat, turn.now)
    choice = chosen(turn, question, only_looks)
    if choice is not None:
        return _pressed(choice) if isinstance(choice, Turn) else choice
    if question:
        return _answered(replace(turn, argument=said), question)
    return joining.join(turn, said) if joining.looks_like_code(said) else helping.unknown(turn)


def _command(turn: Turn, word: str, argument: str) -> Reply:
    name = plain(word)
    name = ALIASES.get(name, name)
    if not turn.roles and name not in FOR_STRANGERS:
        return Reply((Text("stranger"),))
    handler = COMMANDS.get(name)
    return handler(replace(turn, argument=argument)) if handler else helping.unknown(turn)


def _answered(turn: Turn, question: Question) -> Reply:
    try:
        return QUESTIONS[question.word](turn, question)
    except Refused as refused:
        if not refused.keeps_question:
            questions.drop(turn.session, turn.chat)
        return refused.reply


def _in_group(turn: Turn) -> Reply:
    """Say nothing of any unit where others read along; stay silent unless spoken to."""
    spoken_to = turn.message.pressed is not None or (turn.message.said or "").startswith("/")
    return Reply((Text("only-private"),)) if spoken_to else Reply()
