"""A changed outline is announced once, to those who still owe the report, and to nobody at the first load."""

from __future__ import annotations

from pathlib import Path

from bot.house import House
from handlers.pushes.pushing import reply_for
from storage import submissions
from storage.database import unit_of_work
from storage.tables import Outbox, OutboxState
from tests.handlers.conversation import seen
from tests.small_plans import REPORT, SMALL, at, link
from tests.test_rounds import Office, database, office, opened, plans_file

__all__ = ["opened", "plans_file"]  # fixtures
OUTLINE = """\
        outline:
          title: Đề cương thử
          attached: true
          sections:
            - {number: I, title: Tình hình, text: '- Nêu rõ.'}
"""
WITH = SMALL + OUTLINE
MORE = WITH + "            - {number: II, title: Kiến nghị}\n"


async def started(plans_file: Path, opened: list[House], text: str = WITH) -> Office:
    plans_file.write_text(text, "utf-8")
    link(database(plans_file), "tinh-thu", "so-mot", "so-hai")
    here = office(opened, plans_file, "22/4 07:30")
    await here.round("22/4 07:30")
    return here


def notices(rows: list[Outbox]) -> list[Outbox]:
    return [row for row in rows if row.kind == "notice"]


def words(here: Office, row: Outbox, moment: str) -> str:
    with unit_of_work(here.house.engine) as session:
        reply = reply_for(session, here.house.rounds.plans, row, at(moment))
    return seen(reply).words if reply else ""


async def test_a_new_section_is_told_once_to_who_owes_the_report(plans_file: Path, opened: list[House]) -> None:
    here = await started(plans_file, opened)
    assert notices(here.rows()) == []
    plans_file.write_text(MORE, "utf-8")
    (row,) = notices(await here.round("22/4 09:00"))
    assert row.about["units"] == ["so-hai"]
    told = words(here, row, "22/4 09:00")
    assert "Kính gửi: Sở Hai" in told
    assert "– Bổ sung: II. Kiến nghị" in told
    assert await here.round("22/4 09:01") == []
    assert row.not_before <= here.house.clock.now()


async def test_spaces_are_no_change(plans_file: Path, opened: list[House]) -> None:
    here = await started(plans_file, opened)
    plans_file.write_text(WITH.replace("Tình hình, text", "'Tình  hình ', text"), "utf-8")
    assert notices(await here.round("22/4 09:00")) == []


async def test_an_edit_at_night_waits_for_the_opening(plans_file: Path, opened: list[House]) -> None:
    here = await started(plans_file, opened)
    plans_file.write_text(MORE, "utf-8")
    (row,) = notices(await here.round("22/4 21:00"))
    assert row.not_before == at("23/4 07:30")


async def test_a_submission_before_it_goes_takes_it_back(plans_file: Path, opened: list[House]) -> None:
    here = await started(plans_file, opened)
    plans_file.write_text(MORE, "utf-8")
    (row,) = notices(await here.round("22/4 21:00"))
    with unit_of_work(here.house.engine) as session:
        submissions.record(session, REPORT, 1, at("22/4 22:00"))
    assert words(here, row, "23/4 07:30") == ""
    here.house.clock.jump(at("23/4 07:30"))
    await here.sent()
    (settled,) = notices(here.rows())
    assert settled.state == OutboxState.WITHDRAWN


async def test_who_has_handed_in_hears_nothing(plans_file: Path, opened: list[House]) -> None:
    here = await started(plans_file, opened)
    with unit_of_work(here.house.engine) as session:
        submissions.record(session, REPORT, 1, at("22/4 08:00"))
    plans_file.write_text(MORE, "utf-8")
    assert notices(await here.round("22/4 09:00")) == []


async def test_two_changes_before_the_opening_are_told_as_one(plans_file: Path, opened: list[House]) -> None:
    here = await started(plans_file, opened)
    plans_file.write_text(MORE, "utf-8")
    (first,) = notices(await here.round("22/4 21:00"))
    plans_file.write_text(MORE.replace("Kiến nghị", "Đề xuất"), "utf-8")
    (second,) = notices(await here.round("22/4 21:30"))
    assert words(here, first, "23/4 07:30") == ""
    told = words(here, second, "23/4 07:30")
    assert "– Bổ sung: II. Đề xuất" in told
    assert "Sửa tên" not in told


async def test_a_change_taken_back_before_the_opening_is_never_told(plans_file: Path, opened: list[House]) -> None:
    here = await started(plans_file, opened)
    plans_file.write_text(MORE, "utf-8")
    (row,) = notices(await here.round("22/4 21:00"))
    plans_file.write_text(WITH, "utf-8")
    assert notices(await here.round("22/4 21:30")) == []
    assert words(here, row, "23/4 07:30") == ""
    plans_file.write_text(MORE, "utf-8")
    assert len(notices(await here.round("23/4 09:00"))) == 1


async def test_a_restart_with_a_changed_file_tells_it_too(plans_file: Path, opened: list[House]) -> None:
    here = await started(plans_file, opened)
    here.house.engine.dispose()
    assert here.house.held
    here.house.held.close()
    plans_file.write_text(MORE, "utf-8")
    again = office(opened, plans_file, "23/4 08:00")
    assert len(notices(await again.round("23/4 08:00"))) == 1
