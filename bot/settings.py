"""Read the environment, here and nowhere else."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from pydantic import Field, SecretStr, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

CHANNELS = ("telegram", "zalo")


class Settings(BaseSettings):
    """What the surroundings decide. Each field is the environment variable of the same name in capitals."""

    model_config = SettingsConfigDict(extra="ignore", frozen=True, env_ignore_empty=True)

    plans_file: Path = Path("plans.yaml")
    plans_settle: float = Field(default=2, ge=0, description="seconds that the plans must lie untouched to be read")
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
    zalo_bot_token: SecretStr | None = None
    zalo_api_url: str = "https://bot-api.zaloplatforms.com"
    zalo_webhook_url: str | None = Field(default=None, description="public address; unset means long polling")
    zalo_webhook_secret: SecretStr | None = None
    zalo_proxy: str | None = Field(default=None, pattern="^https?://", description="an http(s) proxy")
    zalo_poll_timeout: int = Field(default=30, ge=1, le=50, description="seconds that one long poll may last")
    zalo_per_second: float = Field(default=10, gt=0, description="messages a second of one bot; Zalo publishes none")
    zalo_chat_per_second: float = Field(default=1, gt=0)
    zalo_monthly_quota: int = Field(default=3000, ge=0, description="messages a month of one bot; 0 where none holds")
    zalo_bot_link: str | None = Field(default=None, pattern="^https://", description="the bot's share link, for cards")
    public_url: str | None = Field(default=None, pattern="^https?://", description="of our web server, for file links")
    senders: int = Field(default=4, ge=1, le=32, description="messages in flight at once for each bot")
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

    @field_validator("zalo_webhook_secret")
    @classmethod
    def _as_a_header_carries_it(cls, secret: SecretStr | None) -> SecretStr | None:
        """Refuse a secret that cannot stand in the header in which Zalo brings it."""
        if secret and not re.fullmatch(r"[!-~]{8,256}", secret.get_secret_value()):
            raise ValueError("8-256 x A-Z a-z 0-9 ! # $ % … ~")
        return secret


def tokens(settings: Settings, environment: Mapping[str, str]) -> dict[tuple[str, str], str]:
    """Return the token of every bot by (channel, organisation); "" is the bot of all that have none of their own.

    TELEGRAM_BOT_TOKEN__GIA_LAI serves gia-lai.
    """
    shared = {"telegram": settings.telegram_bot_token, "zalo": settings.zalo_bot_token}
    found = {(channel, ""): token.get_secret_value() for channel, token in shared.items() if token}
    for channel in CHANNELS:
        own = _by_organisation(environment, f"{channel.upper()}_BOT_TOKEN__")
        found |= {(channel, organisation): token for organisation, token in own.items()}
    return {bot: token for bot, token in found.items() if token}


def token_name(channel: str, bot: str) -> str:
    """Return the name of the variable that holds a bot's token."""
    own = f"__{bot.upper().replace('-', '_')}" if bot else ""
    return f"{channel.upper()}_BOT_TOKEN{own}"


def zalo_links(settings: Settings, environment: Mapping[str, str]) -> dict[str, str]:
    """Return the share link of each Zalo bot, by organisation as above."""
    shared = {"": settings.zalo_bot_link} if settings.zalo_bot_link else {}
    return shared | _by_organisation(environment, "ZALO_BOT_LINK__")


def _by_organisation(environment: Mapping[str, str], prefix: str) -> dict[str, str]:
    return {
        name.removeprefix(prefix).lower().replace("_", "-"): value
        for name, value in environment.items()
        if name.startswith(prefix) and value
    }
