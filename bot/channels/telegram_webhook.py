"""Let Telegram bring updates to our own web server."""

from __future__ import annotations

import re
from dataclasses import dataclass

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"
SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")


@dataclass(frozen=True, slots=True)
class Webhook:
    """Say where Telegram brings updates: a public ``https`` address, and the secret that proves it is Telegram."""

    url: str
    secret: str

    def __post_init__(self) -> None:
        if not SECRET.fullmatch(self.secret):
            raise ValueError("a webhook's secret is 1 to 256 letters, digits, _ and -")

    def __repr__(self) -> str:
        return f"Webhook(url={self.url!r})"
