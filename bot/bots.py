"""Make the channel of each bot from the settings: a part of the composition root."""

from __future__ import annotations

from sqlalchemy import Engine

from bot.channels.channel import Channel
from bot.channels.limiter import Limiter, Limits
from bot.channels.telegram import TelegramChannel
from bot.channels.telegram_webhook import Webhook as TelegramWebhook
from bot.channels.zalo import ZaloChannel
from bot.channels.zalo_webhook import Webhook as ZaloWebhook
from bot.inbox import StoredInbox
from bot.settings import Settings
from handlers.vocabulary import Shows

Key = tuple[str, str]  # the channel's name, and the organisation whose bot it is ("" for the bot of all others)


def door(key: Key) -> str:
    """Return the path at which a bot's webhook is answered."""
    channel, bot = key
    return f"/{channel}/{bot or 'all'}"


def channel_of(
    settings: Settings, engine: Engine, key: Key, token: str, shows: Shows, limits: Limits | None = None
) -> Channel:
    """Make one bot's channel.

    Parameters:
        shows: what a channel without buttons and files makes of a reply.
        limits: how fast it is written to; default the settings'.
    """
    name, bot = key
    if name == "telegram":
        return telegram(settings, bot, token, limits)
    return zalo(settings, engine, bot, token, shows, limits)


def telegram(settings: Settings, bot: str, token: str, limits: Limits | None = None) -> TelegramChannel:
    """Make the Telegram channel of one bot."""
    limits = limits or Limits(
        per_second=settings.telegram_per_second,
        chat_per_second=settings.telegram_chat_per_second,
        group_per_minute=settings.telegram_group_per_minute,
    )
    webhook = None
    if settings.telegram_webhook_url and settings.telegram_webhook_secret:
        url = settings.telegram_webhook_url.rstrip("/") + door(("telegram", bot))
        webhook = TelegramWebhook(url, settings.telegram_webhook_secret.get_secret_value())
    return TelegramChannel(
        token,
        bot=bot,
        base_url=settings.telegram_api_url,
        limiter=Limiter(limits),
        proxy=settings.telegram_proxy,
        webhook=webhook,
        poll_timeout=settings.telegram_poll_timeout,
    )


def zalo(
    settings: Settings, engine: Engine, bot: str, token: str, shows: Shows, limits: Limits | None = None
) -> ZaloChannel:
    """Make the Zalo channel of one bot; its updates are kept in the database until they are handled."""
    limits = limits or Limits(per_second=settings.zalo_per_second, chat_per_second=settings.zalo_chat_per_second)
    webhook = None
    if settings.zalo_webhook_url and settings.zalo_webhook_secret:
        url = settings.zalo_webhook_url.rstrip("/") + door(("zalo", bot))
        webhook = ZaloWebhook(url, settings.zalo_webhook_secret.get_secret_value())
    return ZaloChannel(
        token,
        bot=bot,
        base_url=settings.zalo_api_url,
        limiter=Limiter(limits),
        inbox=StoredInbox(engine, "zalo", bot),
        proxy=settings.zalo_proxy,
        webhook=webhook,
        poll_timeout=settings.zalo_poll_timeout,
        shows=shows,
    )
