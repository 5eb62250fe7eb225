"""Methods by which a bot reads and sets what belongs to its account: updates, webhook, menu, names, files."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from simulator.door.parameters import Parameters
from simulator.door.refusals import Refusal, bad
from simulator.telegram import shapes
from simulator.telegram.account import Account
from simulator.telegram.refusals import WEBHOOK_ACTIVE
from simulator.telegram.sending import find_chat
from simulator.telegram.updates import Update

LARGEST_DOWNLOAD = 20 * 1024 * 1024


def get_me(account: Account, given: Parameters) -> shapes.Shape:
    """Return the bot itself."""
    return shapes.myself(account.bot)


async def get_updates(account: Account, given: Parameters) -> list[Update]:
    """Return waiting updates, or wait for one up to ``timeout`` seconds."""
    if account.webhook.url:
        raise Refusal(409, WEBHOOK_ACTIVE)
    account.updates.allow(given.structure("allowed_updates"))
    return await account.updates.poll(given.whole("offset"), given.whole("limit", 100), given.whole("timeout"))


async def set_webhook(account: Account, given: Parameters) -> bool:
    """Push updates to ``url`` from now on; an empty one is deleteWebhook."""
    account.updates.allow(given.structure("allowed_updates"))
    if not given.text("url"):
        return await delete_webhook(account, given)
    _drop_pending(account, given)
    if not account.webhook.url:
        account.updates.end_poll(Refusal(409, "Conflict: terminated by setWebhook request"))
    await account.webhook.set(given.text("url"), given.text("secret_token"))
    return True


async def delete_webhook(account: Account, given: Parameters) -> bool:
    """Stop pushing; getUpdates works again."""
    _drop_pending(account, given)
    await account.webhook.stop()
    return True


def _drop_pending(account: Account, given: Parameters) -> None:
    if given.yes("drop_pending_updates"):
        account.updates.forget()


def get_webhook_info(account: Account, given: Parameters) -> dict[str, Any]:
    """Return what is known of the webhook."""
    return account.webhook.info()


def set_my_commands(account: Account, given: Parameters) -> bool:
    """Store the commands of one scope and language."""
    scope = given.structure("scope")
    if isinstance(scope, dict) and "chat_id" in scope:
        find_chat(account, Parameters(scope))
    account.menu.set(scope, given.text("language_code"), given.structure("commands"))
    return True


def get_my_commands(account: Account, given: Parameters) -> list[dict[str, str]]:
    """Return the commands of exactly one scope and language."""
    return account.menu.get(given.structure("scope"), given.text("language_code"))


def delete_my_commands(account: Account, given: Parameters) -> bool:
    """Remove the commands of one scope and language."""
    account.menu.delete(given.structure("scope"), given.text("language_code"))
    return True


def get_file(account: Account, given: Parameters) -> shapes.Shape:
    """Return where a file can be fetched."""
    file = account.world.files.find(given.text("file_id"))
    if file is None:
        raise bad("wrong file_id or the file is temporarily unavailable")
    if len(file.content) > LARGEST_DOWNLOAD:
        raise bad("file is too big")
    return shapes.file(file)


def setter(word: str, longest: int) -> Callable[[Account, Parameters], bool]:
    """Return the method that stores the bot's ``word`` (name, description, short_description) in a language."""

    def set_word(account: Account, given: Parameters) -> bool:
        if len(given.text(word)) > longest:
            raise bad(f"bot {word.replace('_', ' ')} is too long")
        account.menu.words[(word, given.text("language_code"))] = given.text(word)
        return True

    return set_word


def getter(word: str) -> Callable[[Account, Parameters], dict[str, str]]:
    """Return the method that reads what ``setter`` stored."""

    def get_word(account: Account, given: Parameters) -> dict[str, str]:
        words = account.menu.words
        default = account.bot.name if word == "name" else ""
        return {word: words.get((word, given.text("language_code")), words.get((word, ""), default))}

    return get_word


def accept(account: Account, given: Parameters) -> bool:
    """Accept a call that changes nothing here (logOut, close, setChatMenuButton)."""
    return True
