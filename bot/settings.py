"""Read the environment, here and nowhere else."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from pydantic import Field, SecretStr, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

TOKEN_PREFIX = "TELEGRAM_BOT_TOKEN__"


class Settings(BaseSettings):
    """What the surroundings decide. Each field is the environment variable of the same name in capitals."""

    model_config = SettingsConfigDict(extra="ignore", frozen=True)

    plans_file: Path = Path("plans.yaml")
    database_url: str = "sqlite:///nhacviec.db"
    telegram_bot_token: SecretStr | None = None
    telegram_api_url: str = "https://api.telegram.org"
    telegram_webhook_url: str | None = Field(default=None, description="public address; unset means long polling")
    telegram_webhook_secret: SecretStr | None = None
    telegram_proxy: str | None = Field(default=None, pattern="^https?://", description="an http(s) proxy")
    telegram_poll_timeout: int = Field(default=30, ge=0, le=50, description="seconds that one long poll may last")
    telegram_per_second: float = Field(default=30, gt=0, description="messages a second of one bot")
    telegram_chat_per_second: float = Field(default=1, gt=0)
    telegram_group_per_minute: int = Field(default=20, gt=0)
    senders: int = Field(default=4, ge=1, le=32, description="messages in flight at once")
    web_host: str = "127.0.0.1"
    web_port: int = Field(default=8080, ge=0, le=65535, description="0 picks a free port")
    language: str = "vi"
    log_json: bool = False

    @field_validator("telegram_webhook_secret")
    @classmethod
    def _as_telegram_takes_it(cls, secret: SecretStr | None) -> SecretStr | None:
        """Refuse a secret that setWebhook would refuse (https://core.telegram.org/bots/api#setwebhook)."""
        if secret and not re.fullmatch(r"[A-Za-z0-9_-]{1,256}", secret.get_secret_value()):
            raise ValueError("1-256 x A-Z a-z 0-9 _ -")
        return secret


def organisation_tokens(environment: Mapping[str, str]) -> dict[str, SecretStr]:
    """Find the tokens of organisations with a bot of their own: TELEGRAM_BOT_TOKEN__GIA_LAI serves gia-lai."""
    return {
        name.removeprefix(TOKEN_PREFIX).lower().replace("_", "-"): SecretStr(value)
        for name, value in environment.items()
        if name.startswith(TOKEN_PREFIX) and value
    }
