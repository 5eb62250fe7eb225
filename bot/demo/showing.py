"""Print phones and stage directions for a terminal."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from rich.console import Console
from rich.markup import escape
from rich.panel import Panel

from bot.demo.stage import Somebody
from bot.wording import Wording
from handlers.vocabulary import Text


class Show:
    """Show what happens, in one language."""

    def __init__(self, words: Wording) -> None:
        self._words = words
        self.console = Console(highlight=False, soft_wrap=False)

    def tell(self, key: str, **values: object) -> None:
        """Print a stage direction."""
        self.console.print(f"[bold cyan]{escape(self.word(key, **values))}[/]")

    def word(self, key: str, **values: object) -> str:
        """Word one of the demonstration's texts."""
        return self._words.text(Text(f"demo-{key}", values))

    def phone(self, somebody: Somebody, messages: Iterable[dict[str, Any]]) -> None:
        """Print new messages as they stand on somebody's phone, buttons numbered from 1."""
        title = escape(f"{somebody.name} · {somebody.unit.name} · {somebody.channel.capitalize()}")
        for message in messages:
            lines = [escape(message["text"])] if message["text"] else []
            lines += [f"[reverse] {number} [/] {escape(button['label'])}" for number, button in buttons(message)]
            if message["document"]:
                lines.append(f"[dim]{escape(message['document']['name'])}[/]")
            self.console.print(Panel("\n".join(lines), title=title, title_align="left", border_style="green"))


def buttons(message: dict[str, Any]) -> list[tuple[int, dict[str, Any]]]:
    """Number a message's buttons from 1, in the order in which they are shown."""
    return list(enumerate((button for row in message.get("buttons", ()) for button in row), 1))
