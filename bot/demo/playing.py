"""Let the newcomer be anybody: type, press, step to the next reminder."""

from __future__ import annotations

import asyncio
import contextlib
import sys

from rapidfuzz import fuzz

from bot.demo.showing import Show, buttons
from bot.demo.stage import Somebody, Stage
from bot.demo.tour import next_reminder
from handlers.spelling import plain
from schedules.plan import Organisation, Unit
from storage.tables import RoleKind

SHOWN = 8  # units listed for a name
LIKENESS = 60
SURE = 90
LEAVE = (":thoat", ":quit")


class Leave(Exception):
    """The newcomer has seen enough."""


async def play(stage: Stage, show: Show) -> None:
    """Ask who the newcomer wants to be, then pass on what they type until they leave."""
    somebody: Somebody | None = None
    show.tell("help")
    try:
        while True:
            somebody = somebody or await _become(stage, show)
            somebody = await _turn(stage, show, somebody)
    except (Leave, EOFError):
        show.tell("bye")


async def _turn(stage: Stage, show: Show, somebody: Somebody) -> Somebody | None:
    """Do one thing; returns who the newcomer is now, None to choose anew."""
    typed = (await _input(show.word("prompt", at=await stage.now(), unit=somebody.unit.name))).strip()
    if typed:  # what has come meanwhile is shown first, or every answer would be taken for that of the one before
        show.phone(somebody, await stage.news(somebody, wait=0))
    match typed:
        case "":
            show.phone(somebody, await stage.news(somebody, wait=0))
        case ":vai" | ":role":
            return None
        case ":tiep" | ":next":
            await _step(stage, show, somebody)
        case word if word in LEAVE:
            raise Leave
        case number if number.isdecimal() and 0 < int(number) <= len(buttons(somebody.last_message)):
            chosen = buttons(somebody.last_message)[int(number) - 1][1]
            await stage.press(somebody, somebody.last_message["id"], chosen["data"])
            show.phone(somebody, await stage.news(somebody))
        case command if command.startswith(":"):
            show.tell("help")
        case text:
            await stage.say(somebody, text)
            show.phone(somebody, await stage.news(somebody))
    return somebody


async def _step(stage: Stage, show: Show, somebody: Somebody) -> None:
    show.tell("stepping")
    moment = await next_reminder(stage, somebody)
    if moment is None:
        show.tell("nothing-comes")
    else:
        show.tell("next", at=moment)
        show.phone(somebody, await stage.news(somebody))


async def _become(stage: Stage, show: Show) -> Somebody:
    organisation, unit = await _choose(stage, show)
    is_office = unit.id == organisation.standing_office_id
    asked = (await _input(show.word("which-role"))).strip() if is_office else "1"
    role = RoleKind.COORDINATOR if asked == "2" else RoleKind.OFFICER
    on_zalo = (await _input(show.word("which-channel"))).strip() == "2"
    somebody = Somebody(show.word("name-newcomer"), unit, organisation, role, "zalo" if on_zalo else "telegram")
    await stage.join(somebody)
    show.phone(somebody, await stage.news(somebody))
    return somebody


async def _choose(stage: Stage, show: Show) -> tuple[Organisation, Unit]:
    """Ask for a unit's name until one is chosen."""
    while True:
        typed = (await _input(show.word("which-unit"))).strip()
        if typed in LEAVE:
            raise Leave
        found = alike(stage, typed)
        for number, (organisation, unit) in enumerate(found, 1):
            show.console.print(f"  {number}. {unit.name} ({organisation.name})", markup=False)
        if not found:
            show.tell("no-unit")
            continue
        chosen = (await _input(show.word("which-number"))).strip() or "1"
        if chosen.isdecimal() and 0 < int(chosen) <= len(found):
            return found[int(chosen) - 1]


def alike(stage: Stage, name: str) -> list[tuple[Organisation, Unit]]:
    """Return the units whose names are most like what was typed, with or without diacritics."""
    wanted = plain(name)
    scored = [
        # The second figure puts "phường Quy Nhơn" before "phường Quy Nhơn Bắc", which holds all of the words too.
        ((fuzz.partial_ratio(wanted, plain(unit.name)), fuzz.ratio(wanted, plain(unit.name))), organisation, unit)
        for organisation in stage.plans.organisations.values()
        for unit in organisation.units.values()
    ]
    scored.sort(key=lambda one: one[0], reverse=True)
    if scored[0][0][0] >= SURE:  # where all words are found, what is only a little like them is noise
        scored = [one for one in scored if one[0][0] >= SURE]
    return [(organisation, unit) for score, organisation, unit in scored[:SHOWN] if score[0] >= LIKENESS and wanted]


async def _input(prompt: str) -> str:
    """Ask for a line.

    Not ``input`` in a thread: a thread that waits for the keyboard cannot be ended, and Ctrl-C would hang until Enter.

    Raises:
        EOFError: the keyboard has been closed (Ctrl-D).
    """
    print(prompt, end="", flush=True)
    loop = asyncio.get_running_loop()
    typed = asyncio.Event()
    try:
        loop.add_reader(sys.stdin, typed.set)
    except NotImplementedError:  # Windows' loop cannot watch a keyboard
        typed.set()
    try:
        await typed.wait()
        line: str = await asyncio.to_thread(sys.stdin.readline)
    finally:
        with contextlib.suppress(NotImplementedError):
            loop.remove_reader(sys.stdin)
    if not line:
        raise EOFError
    return line
