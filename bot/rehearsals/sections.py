"""What stands below the reminders of a rehearsal: counts, moved steps, what nobody hears of, who is not linked."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from shutil import get_terminal_size
from textwrap import fill
from typing import TextIO

from bot.rehearsals.calls import Call, Wanted
from bot.rehearsals.counts import BotOf, day_texts, days_of
from bot.rehearsals.moves import left_out, left_text, move_text, moves
from bot.rehearsals.silence import silent, silent_text, unlinked, unlinked_texts
from bot.settings import Settings, tokens
from bot.wording import Wording
from handlers.vocabulary import Text
from schedules.plan import Plans

MOST_LINES = 40  # of a long section on a terminal; the page has them all


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with its lines; those of a ``long`` one are not all shown on a terminal."""

    title: Text
    lines: Sequence[Text]
    long: bool = False


def sections(plans: Plans, wanted: Wanted, calls: Sequence[Call], settings: Settings) -> list[Section]:
    """List what the plans alone tell."""
    days = () if wanted.unit else days_of(calls, bot_of(settings))
    return [
        Section(Text("rehearse-days-title"), day_texts(days, settings)),
        Section(Text("rehearse-moves-title"), [move_text(one) for one in moves(plans, wanted)], long=True),
        Section(Text("rehearse-left-out-title"), [left_text(one) for one in left_out(plans, wanted)], long=True),
        Section(Text("rehearse-silent-title"), [silent_text(one) for one in silent(plans, wanted)], long=True),
    ]


def linked_section(settings: Settings, calls: Sequence[Call], *, contacts: bool) -> Section:
    """Tell which units nobody is linked for, or how to ask for that.

    Parameters:
        contacts: read the database.

    Raises:
        DatabaseError: it cannot be read.
    """
    lines = unlinked_texts(unlinked(settings, calls)) if contacts else [Text("rehearse-contacts-hint")]
    return Section(Text("rehearse-unlinked-title"), lines)


def quota_section(plans: Plans, wanted: Wanted, settings: Settings) -> Section:
    """Tell what each month would take of the quota of a Zalo bot, and what would give way."""
    from bot.commands.month_needs import need_texts, needs  # brings the database along

    title, quota = Text("rehearse-quota-title"), settings.zalo_monthly_quota
    if not quota or wanted.unit:
        return Section(title, ())
    bots = [bot for channel, bot in tokens(settings, os.environ) if channel == "zalo"]
    found = needs(plans, bots, wanted.first, wanted.last)
    mine = [need for need in found if wanted.organisation in ("", need.bot) or need.bot == ""]
    return Section(title, [text for need in mine for text in need_texts(need, plans, "zalo", quota)])


def write_sections(sections: Iterable[Section], words: Wording, to: TextIO) -> None:
    """Write the sections as plain lines, the long ones up to a screen."""
    width = get_terminal_size().columns
    for section in sections:
        all_shown = not section.long or len(section.lines) <= MOST_LINES + 1
        lines = section.lines if all_shown else section.lines[:MOST_LINES]
        worded = [words.text(section.title), *(words.text(line) for line in lines)]
        to.write("\n".join(["", *(_wrapped(line, width) for line in worded), ""]))
        if more := len(section.lines) - len(lines):
            to.write(words.text(Text("rehearse-more-lines", {"count": more})) + "\n")


def _wrapped(text: str, width: int) -> str:
    """Break the lines that are too long for the terminal; what has several is laid out already."""
    return text if "\n" in text else fill(text, width, subsequent_indent="  ", break_on_hyphens=False)


def bot_of(settings: Settings) -> BotOf:
    """Return whose bot serves an organisation: "" where it shares one with others on some channel."""
    known = tokens(settings, os.environ).keys()

    def bot(organisation: str) -> str:
        shares = any(one == "" and (channel, organisation) not in known for channel, one in known)
        return "" if shares else organisation

    return bot
