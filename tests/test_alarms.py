"""What the admin hears: a first load that waits for a yes, a plans.yaml that was refused."""

from __future__ import annotations

from pathlib import Path

from bot.wording import wording
from handlers.answering import hear
from handlers.pushes.pushing import reply_for
from handlers.vocabulary import Message
from storage import waves
from storage.database import unit_of_work
from storage.tables import Outbox, RoleKind
from tests.small_plans import ORGANISATION, SMALL, UNIT, at, join
from tests.test_rounds import Office, database, office, opened, plans_file

__all__ = ["opened", "plans_file"]  # fixtures
ADMIN, OFFICER = "admin", "officer"


def with_admin(file: Path, opened: list, start: str) -> Office:  # type: ignore[type-arg]
    join(database(file), ORGANISATION, {ADMIN: ("", RoleKind.ADMIN), OFFICER: (UNIT, RoleKind.OFFICER)})
    return office(opened, file, start, yes=False)


def worded(here: Office, row: Outbox) -> str:
    with unit_of_work(here.house.engine) as session:
        reply = reply_for(session, here.house.rounds.plans, row, here.house.clock.now())
        assert reply
        return "\n".join(wording().text(text) for text in reply.texts)


def press(here: Office, address: str, button: str, update: str) -> str:
    message = Message("telegram", "", update, address, "private", address, "Thử", pressed=button, callback_id="1")
    with unit_of_work(here.house.engine) as session:
        answer = hear(session, message, here.house.rounds.plans, here.house.clock.now())
        return " ".join(text.key for text in answer.reply.texts)


async def test_the_admin_is_asked_once_and_the_yes_arms(plans_file: Path, opened: list) -> None:  # type: ignore[type-arg]
    here = with_admin(plans_file, opened, "28/4 08:00")
    (asked,) = await here.round("28/4 08:01")
    assert asked.kind == "alarm"
    assert "1 đơn vị đã liên kết" in worded(here, asked)
    assert await here.round("28/4 08:02") == []
    with unit_of_work(here.house.engine) as session:
        reply = reply_for(session, here.house.rounds.plans, asked, at("28/4 08:02"))
    assert reply
    button = reply.buttons[0][0].press
    assert "refused-admins-only" in press(here, OFFICER, button, "1")
    assert "first-load-approved" in press(here, ADMIN, button, "2")
    assert "refused-button" in press(here, ADMIN, button, "3")
    with unit_of_work(here.house.engine) as session:
        assert all(one.armed_at for one in waves.armings(session).values())
    (bundle,) = await here.round("28/4 08:10")
    assert [item["step"] for item in bundle.about["items"]] == ["assigned", "assigned"]


async def test_a_refused_file_is_told_with_every_line(plans_file: Path, opened: list) -> None:  # type: ignore[type-arg]
    here = with_admin(plans_file, opened, "21/4 08:00")
    assert await here.round("21/4 08:01") == []
    plans_file.write_text(SMALL.replace("07/5/2026", "31/4/2026").replace("kind: hold", "kind: hodl"), "utf-8")
    (alarm,) = await here.round("21/4 08:02")
    told = worded(here, alarm)
    assert "plans.yaml:24:19: “hodl”" in told
    assert await here.round("21/4 08:03") == [], "the same state of the file is told once"
    plans_file.write_text(SMALL.replace("07/5/2026", "31/4/2026"), "utf-8")
    (again,) = await here.round("21/4 08:04")
    assert "plans.yaml:21:23: “trước ngày 31/4/2026”" in worded(here, again)
