"""What the bot has asked in a chat and waits for: one question at a time, and it expires."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from sqlmodel import Session

from storage.tables import Chat, Question


def ask(
    session: Session,
    chat: Chat,
    word: str,
    about: Mapping[str, Any],
    now: datetime,
    lifetime: timedelta = timedelta(hours=12),
) -> None:
    """Remember a question in place of the one before. ``word`` names the handler that reads the answer."""
    assert chat.id is not None
    question = Question(chat_id=chat.id, word=word, about=dict(about), asked_at=now, expires_at=now + lifetime)
    session.merge(question)
    session.flush()


def pending(session: Session, chat: Chat, now: datetime) -> Question | None:
    """Return the question that the chat has not answered, unless it has expired."""
    question = session.get(Question, chat.id)
    return question if question and now < question.expires_at else None


def drop(session: Session, chat: Chat) -> None:
    """Forget the chat's question, if there is one."""
    if question := session.get(Question, chat.id):
        session.delete(question)
        session.flush()
