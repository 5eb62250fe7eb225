"""Say in the user's words why a command cannot go on, and end with a code; no traceback for what they can mend."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterator
from typing import NoReturn

import typer

from bot.settings import Settings
from bot.wording import wording
from handlers.vocabulary import Text

CANNOT_START = 1
WRONG_OPTIONS = 2


@contextlib.contextmanager
def explain(settings: Settings) -> Iterator[None]:
    """Turn the errors that a user can mend into one sentence on standard error and exit code 1."""
    from bot.alone import AlreadyRunning
    from bot.commands.check import print_problems
    from bot.commands.run import NoToken
    from bot.house import NoChannel, WrongDatabase
    from bot.rounds import NoPlan
    from bot.web import CannotListen
    from storage.database import DatabaseError

    try:
        with _single():
            yield
    except NoChannel as trouble:
        stop(settings, Text("cannot-no-channel", {"settings": str(trouble)}))
    except NoPlan as trouble:
        print_problems(trouble.loaded, sys.stderr)
        stop(settings, Text("cannot-no-plan", {"file": str(settings.plans_file)}))
    except NoToken:
        stop(settings, Text("cannot-no-token"))
    except AlreadyRunning:
        stop(settings, Text("cannot-already-running"))
    except WrongDatabase as trouble:
        stop(settings, Text("cannot-wrong-database", {"served": str(trouble)}))
    except CannotListen as trouble:
        where = {"host": settings.web_host, "port": str(settings.web_port)}
        stop(settings, Text("cannot-listen", {**where, "why": str(trouble)}))
    except DatabaseError as trouble:
        stop(settings, Text("cannot-database", {"why": str(trouble)}))


@contextlib.contextmanager
def _single() -> Iterator[None]:
    """Take an error that came alone out of the group in which a running bot wraps it."""
    try:
        yield
    except BaseExceptionGroup as group:
        if len(group.exceptions) == 1:
            raise group.exceptions[0] from None
        raise


def stop(settings: Settings, why: Text, code: int = CANNOT_START) -> NoReturn:
    """Print one sentence and leave."""
    print(wording(settings.language).text(why), file=sys.stderr)
    raise typer.Exit(code)
