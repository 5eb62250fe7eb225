"""What is not known for certain of Zalo, as switches: a bot must live with either way."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal, get_args, get_type_hints


@dataclass(slots=True)
class Switches:
    """How the simulated Zalo behaves. The defaults are what most clients of the real one report."""

    error_status: Literal["200", "code"] = "200"  # the HTTP status of an answer with ok: false
    updates: Literal["object", "list"] = "object"  # the result of getUpdates
    idle: Literal["408", "null"] = "408"  # a poll that found nothing: ok: false, or ok: true with a null
    webhook_body: Literal["envelope", "bare"] = "envelope"  # {"ok", "result": event}, or the event itself
    image_field: Literal["photo_url", "photo"] = "photo_url"  # where the address of a person's photo stands
    unsupported: Literal["full", "bare"] = "full"  # bare: an unsupported event has no message_id and no date
    blocked: Literal["refuse", "ok"] = "refuse"  # a send to who has blocked the bot; ok: and nothing is shown
    echo: bool = False  # the bot's own sends come back to it as events
    double: bool = False  # every event comes twice
    redeliver: bool = True  # an event that the webhook answered with 5xx, or not at all, comes again a few times
    photo_fetches: int = 2  # how often Zalo fetches the address of a photo
    quota: int | None = None  # sends of one bot within a month; None: no end


def trouble(name: str, value: Any) -> str | None:
    """Say what is wrong with a value for a switch, None where nothing is."""
    kind = get_type_hints(Switches).get(name)
    if kind is None:
        return f"no switch {name}"
    if kind is bool:
        return None if isinstance(value, bool) else f"{name} must be true or false"
    if kind is int:
        return None if _is_number(value) and value > 0 else f"{name} must be a whole number above 0"
    if kind == int | None:
        return None if value is None or (_is_number(value) and value >= 0) else f"{name} must be a whole number or null"
    return None if isinstance(value, str) and value in get_args(kind) else f"{name} must be one of {get_args(kind)}"


def _is_number(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)
