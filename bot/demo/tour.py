"""The tour: a day of the demonstration, played without anybody at the keyboard."""

from __future__ import annotations

from datetime import datetime

from bot.demo.showing import Show, buttons
from bot.demo.stage import Somebody, Stage
from schedules.deadline import VIETNAM
from schedules.duties import duties, office_of, steps
from storage.tables import RoleKind

ORGANISATION, COMMUNE, OTHER = "gia-lai", "21583", "so-tai-chinh"
CAST = ("first", "second", "other", "coordinator")
OPENING = datetime(2026, 5, 4, 7, 30, tzinfo=VIETNAM)
LAST_DAY = datetime(2026, 5, 6, 7, 30, tzinfo=VIETNAM)


async def play(stage: Stage, show: Show) -> None:
    """Play it: people join, the push comes at the opening, one officer answers, the coordinator asks."""
    first, second, other, coordinator = await _join(stage, show)
    show.tell("opening", at=OPENING)
    await stage.jump(OPENING)
    for somebody in (first, second, other):
        push = await stage.news(somebody)
        if somebody is not second:  # the same message as the first officer's
            show.phone(somebody, push)
    await _submit(stage, show, first)
    show.tell("colleague")
    show.phone(second, await stage.news(second))
    await _ask(stage, show, coordinator, "/tiendo")
    show.tell("last-day", at=LAST_DAY)
    await stage.jump(LAST_DAY)
    for somebody in (first, other):
        show.phone(somebody, await stage.news(somebody))
    show.tell("end")


async def _join(stage: Stage, show: Show) -> list[Somebody]:
    """Bring two officers of a commune, one of a department (on Zalo) and the coordinator on stage."""
    organisation = stage.plans.organisations[ORGANISATION]
    units, office = organisation.units, organisation.standing_office_id
    first, second, other, coordinator = (show.word(f"name-{who}") for who in CAST)
    people = [
        Somebody(first, units[COMMUNE], organisation, RoleKind.OFFICER),
        Somebody(second, units[COMMUNE], organisation, RoleKind.OFFICER),
        Somebody(other, units[OTHER], organisation, RoleKind.OFFICER, "zalo"),
        Somebody(coordinator, units[office], organisation, RoleKind.COORDINATOR),
    ]
    show.tell("join", at=await stage.now())
    for somebody in people:
        await stage.join(somebody)
        greeting = await stage.news(somebody)
        if somebody is people[0]:
            show.phone(somebody, greeting)
        else:
            show.tell("joined", name=somebody.name, unit=somebody.unit.name, channel=somebody.channel)
    return people


async def _submit(stage: Stage, show: Show, somebody: Somebody) -> None:
    """Press the first button that confirms, then give the document's number and date."""
    wanted = next(button for _, button in buttons(somebody.last_message) if button["data"].startswith("nop:"))
    show.tell("press", label=wanted["label"], name=somebody.name)
    await stage.press(somebody, somebody.last_message["id"], wanted["data"])
    show.phone(somebody, await stage.news(somebody))
    await _ask(stage, show, somebody, "45/BC-UBND ngày 04/5")


async def _ask(stage: Stage, show: Show, somebody: Somebody, text: str) -> None:
    show.tell("says", name=somebody.name, text=text)
    await stage.say(somebody, text)
    show.phone(somebody, await stage.news(somebody))


async def next_reminder(stage: Stage, somebody: Somebody) -> datetime | None:
    """Go to the moment at which somebody's phone rings next; the clock stays where nothing comes any more."""
    for moment in coming(somebody, await stage.now()):
        await stage.jump(moment)
        if await _rings(stage, somebody):
            return moment
    return None


def coming(somebody: Somebody, now: datetime) -> list[datetime]:
    """List the moments of the steps of what an officer's unit owes; who only coordinates is not reminded."""
    if somebody.role is not RoleKind.OFFICER:
        return []
    today, office = now.date(), office_of(somebody.organisation)
    mine = [duty for duty in duties(somebody.organisation, today, today) if somebody.unit.id in duty.unit_ids]
    return sorted({step.at for duty in mine for step in steps(duty, office) if step.at > now})


async def _rings(stage: Stage, somebody: Somebody) -> bool:
    before = somebody.seen
    rang = bool(await stage.news(somebody, wait=1.5))
    somebody.seen = before if rang else somebody.seen
    return rang
