"""Let Zalo bring updates to our own web server."""

from __future__ import annotations

import re
from dataclasses import dataclass

SECRET_HEADER = "X-Bot-Api-Secret-Token"
SECRET = re.compile(r"[!-~]{8,256}")  # it travels in a header: no space, no letter beyond ASCII


@dataclass(frozen=True, slots=True)
class Webhook:
    """Say where Zalo brings updates: a public ``https`` address, and the secret that proves it is Zalo."""

    url: str
    secret: str

    def __post_init__(self) -> None:
        if not SECRET.fullmatch(self.secret):
            raise ValueError("a webhook's secret is 8 to 256 visible characters of ASCII")

    def __repr__(self) -> str:
        return f"Webhook(url={self.url!r})"
