"""Methods by which a bot reads and sets what belongs to its account: itself, its events, its webhook."""

from __future__ import annotations

from time import perf_counter
from typing import Any

from simulator.door.parameters import Parameters
from simulator.door.refusals import Refusal, bad
from simulator.zalo import shapes
from simulator.zalo.account import Account
from simulator.zalo.webhook import WEBHOOK_SET

USUAL_POLL = 30.0  # seconds


async def get_me(account: Account, given: Parameters) -> shapes.Shape:
    """Return the bot itself."""
    return shapes.myself(account.bot)


async def get_updates(account: Account, given: Parameters) -> Any:
    """Return one event and forget it, or wait for one up to ``timeout`` seconds. Raises Refusal 408: nothing came."""
    if account.webhook.url:
        raise Refusal(400, WEBHOOK_SET)
    event = await account.events.poll(given.number("timeout", USUAL_POLL))
    if event is not None:
        return event if account.world.zalo.updates == "object" else [event]
    if account.world.zalo.idle == "null":
        return None
    raise Refusal(408, "Request timeout")


async def set_webhook(account: Account, given: Parameters) -> dict[str, Any]:
    """Push events to ``url`` from now on. It stands also where the probe that follows fails."""
    return await account.webhook.set(given.text("url"), given.text("secret_token"))


async def delete_webhook(account: Account, given: Parameters) -> dict[str, Any]:
    """Stop pushing; getUpdates works again."""
    return await account.webhook.remove()


async def get_webhook_info(account: Account, given: Parameters) -> dict[str, Any]:
    """Return the webhook's address."""
    return account.webhook.info()


async def test_webhook(account: Account, given: Parameters) -> dict[str, Any]:
    """Probe the webhook once more."""
    if not account.webhook.url:
        raise bad("no webhook is set")
    begun = perf_counter()
    outcome = await account.webhook.probe()
    return {**outcome, "latency_ms": round((perf_counter() - begun) * 1000)}
