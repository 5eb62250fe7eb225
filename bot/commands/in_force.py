"""The plans for commands that speak for the bot: those that run on the database, whatever the files say meanwhile."""

from __future__ import annotations

import sys

from bot.commands.check import print_problems
from bot.commands.troubles import stop
from bot.settings import Settings
from handlers.vocabulary import Text
from schedules.loading.loader import load
from schedules.plan import Plans


def plans_in_force(settings: Settings) -> Plans:
    """Return the plans that ran last, those of the files where none ever ran; problems of these end the command."""
    from bot.letting_in import running_plans
    from bot.watching import PlansFile
    from storage.database import file_of, open_database

    if file_of(settings.database_url).exists():
        engine = open_database(settings.database_url)
        try:
            plans, loaded = running_plans(engine, PlansFile(settings.plans_file))
        finally:
            engine.dispose()
    else:  # one that is not there is not made
        loaded = load(settings.plans_file)
        plans = loaded.plans
    if plans is None:
        print_problems(loaded, sys.stderr)
        stop(settings, Text("cannot-no-plan", {"file": str(settings.plans_file)}))
    return plans
