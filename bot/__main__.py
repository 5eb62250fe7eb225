"""The command line. Heavy packages are imported inside the command that needs them."""

from __future__ import annotations

import sys
from io import TextIOWrapper

import typer
from pydantic import ValidationError
from pydantic_core import ErrorDetails

from bot.commands.backup import backup
from bot.commands.check import check
from bot.commands.deadline import deadline
from bot.commands.demo import demo
from bot.commands.draft import draft
from bot.commands.export import export
from bot.commands.health import health
from bot.commands.invite import invite
from bot.commands.plan import plan
from bot.commands.rehearse import rehearse
from bot.commands.restore import restore
from bot.commands.run import run
from bot.commands.schema import schema
from bot.commands.understand import understand_command
from bot.settings import Settings
from bot.wording import wording
from handlers.vocabulary import Text

HELP = "Reminders of what issued plans ask for, on Telegram and Zalo."
GROUPS: tuple[list[str], ...] = ([], ["plan"])  # without more words they show their help

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False, help=HELP)
for command in (run, check, schema, rehearse, deadline, invite, export, demo, health, backup, restore, draft):
    app.command()(command)
app.command("understand")(understand_command)
app.add_typer(plan, name="plan")


def main() -> None:
    """Run one command; a setting that cannot be used is told by its name."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8")  # a terminal set to ASCII cannot say "Kính gửi"
    try:
        if "--help" in sys.argv or sys.argv[1:] in GROUPS:
            from bot.commands.help_words import worded

            worded(app, Settings().language)()
        app()
    except ValidationError as wrong:
        for mistake in wrong.errors():
            name = "_".join(str(part) for part in mistake["loc"]).upper()
            print(wording().text(Text("cannot-setting", {"name": name, "why": _why(mistake)})), file=sys.stderr)
        sys.exit(1)


def _why(mistake: ErrorDetails) -> Text | str:
    """Say what is wrong with a setting: in our words for what people get wrong, else in those of the library."""
    if mistake["type"] in ("int_parsing", "float_parsing"):
        return Text("setting-number")
    for name, limit in mistake.get("ctx", {}).items():
        if name in ("ge", "le", "gt", "pattern"):
            return Text(f"setting-{name}", {"limit": str(limit)})
    return mistake["msg"].removeprefix("Value error, ")


if __name__ == "__main__":
    main()
