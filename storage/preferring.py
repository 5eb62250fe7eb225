"""Which of a person's chats is the one in which they are told."""

from __future__ import annotations

from collections.abc import Iterable

from storage.tables import Chat


def first_choice(chats: Iterable[Chat], preferred: str | None) -> Chat:
    """Return the one on the preferred channel, else the one that they joined in first; of at least one."""
    return min(chats, key=lambda chat: (chat.channel != preferred, chat.id))
