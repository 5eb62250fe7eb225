"""Whom the newest wave of a plan reached: every unit that owed stands once, and the figures add up."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from sqlalchemy import Engine
from sqlmodel import select

from bot.receipts import without_receipt
from bot.wording import wording
from handlers.answering import hear
from handlers.belonging import Followed
from handlers.figures.last_wave import Fate, Outcome, fates
from handlers.vocabulary import Message, Text
from schedules.plan import AssignmentId, Plans
from storage import outbox, submissions
from storage.database import open_database, unit_of_work
from storage.invites import accept, make_invite
from storage.newest_wave import newest_wave
from storage.people import chat_of, mark_unreachable
from storage.tables import Chat, Outbox, OutboxState, RoleKind
from tests.small_plans import ORGANISATION, at, database, join
from tests.test_budgets import OTHERS, URGENT, Bot, engine, plans

__all__ = ["engine", "plans"]  # fixtures


def outcomes(bot: Bot) -> dict[str, Outcome]:
    organisation = bot.plans.organisations[ORGANISATION]
    with unit_of_work(bot.engine) as session:
        wave = newest_wave(session, ORGANISATION, "ke-hoach")
        assert wave
        return fates(session, Followed(organisation, organisation.plans["ke-hoach"]), wave)


def settle(bot: Bot, unit: str, state: OutboxState, trouble: str | None = None) -> None:
    """Let the message of a unit, whose address is its id, end somehow."""
    with unit_of_work(bot.engine) as session:
        wanted = select(Outbox).join(Chat).where(Chat.address == unit, Outbox.state == OutboxState.WAITING)
        row = session.exec(wanted).one()
        row.state, row.trouble = state, trouble


def submit(bot: Bot, unit: str, task: str, moment: str) -> None:
    with unit_of_work(bot.engine) as session:
        submissions.record(session, AssignmentId(ORGANISATION, "ke-hoach", task, unit), 1, at(moment))


def ask(bot: Bot, pressed: str | None = None, said: str | None = None, number: int = 0) -> tuple[str, list[str]]:
    """Let the coordinator ask; return the words of the answer and what its buttons send."""
    message = Message("telegram", "", f"{pressed}{said}{number}", "dieu-phoi", "private", "x", "Thử", said, pressed)
    with unit_of_work(bot.engine) as session:
        reply = hear(session, message, bot.plans, at("06/5 09:00")).reply
    words = "\n".join(wording().text(text) for text in reply.texts)
    return words, [button.press for row in reply.buttons for button in row]


def test_every_end_of_a_message_has_its_line(engine: Engine, plans: Plans) -> None:
    bot = Bot(engine, plans, 1000)
    submit(bot, OTHERS[7], "thuong", "05/5 08:00")
    bot.round("06/5 07:30")
    settle(bot, URGENT[0], OutboxState.SENT)
    settle(bot, URGENT[1], OutboxState.FAILED, "quota")
    settle(bot, URGENT[2], OutboxState.UNCERTAIN, "outcome-unknown")
    settle(bot, URGENT[3], OutboxState.WITHDRAWN)
    submit(bot, URGENT[3], "khan", "06/5 08:00")
    found = outcomes(bot)
    assert OTHERS[7] not in found, "it owed nothing then"
    assert {unit: found[unit] for unit in URGENT} == {
        URGENT[0]: Outcome(Fate.TOLD, channel="zalo"),
        URGENT[1]: Outcome(Fate.NOT_TOLD, "quota", "zalo"),
        URGENT[2]: Outcome(Fate.NOT_TOLD, "outcome-unknown", "zalo"),
        URGENT[3]: Outcome(Fate.SUBMITTED),
    }
    assert {found[unit] for unit in OTHERS[:7]} == {Outcome(Fate.WAITING)}
    _, press = _wave_press(bot)
    words, _ = ask(bot, press)
    assert "Khi đó có 11 đơn vị" in words
    counts = [int(one) for one in re.findall(r"^\S.*: (\d+) đơn vị$", words, re.MULTILINE)]
    assert sum(counts) == 11, words
    assert "– không còn đủ hạn mức tin Zalo tháng 5/2026: 1" in words
    assert "không rõ tin đã đến hay chưa: Đơn vị khan-2" in words


def _wave_press(bot: Bot) -> tuple[str, str]:
    _, presses = ask(bot, said="/tiendo")
    press = next(one for one in presses if one.endswith(":+"))
    return press.split(":")[1], press


def test_one_colleague_or_the_other_channel_is_enough(tmp_path: Path, plans: Plans) -> None:
    url = database(tmp_path)
    join(url, ORGANISATION, {"mot": (URGENT[0], RoleKind.OFFICER), "hai": (URGENT[1], RoleKind.OFFICER)}, "zalo")
    join(url, ORGANISATION, {"ba": (URGENT[1], RoleKind.OFFICER), "dieu-phoi": ("so-mot", RoleKind.COORDINATOR)})
    engine = open_database(url)
    with unit_of_work(engine) as session:  # the first officer has a second chat, on Telegram
        person = chat_of(session, "zalo", "", "mot").person_id
        chat_of(session, "telegram", "", "mot-2").person_id = person
    bot = Bot(engine, plans, 1000)
    bot.round("06/5 07:30")
    with unit_of_work(engine) as session:
        for address in ("mot", "hai"):
            chat = chat_of(session, "zalo", "", address)
            mark_unreachable(session, chat, "blocked", at("06/5 07:31"))
    assert outcomes(bot)[URGENT[0]] == Outcome(Fate.WAITING), "passed on, and not sent yet"
    bot.send("06/5 07:32")
    found = outcomes(bot)
    assert found[URGENT[0]] == found[URGENT[1]] == Outcome(Fate.TOLD, channel="telegram")
    assert found[URGENT[2]] == Outcome(Fate.UNLINKED)
    engine.dispose()


def test_who_was_told_early_is_not_missing_later(engine: Engine, plans: Plans) -> None:
    bot = Bot(engine, plans, 40)
    bot.spend(5)
    bot.round("05/5 17:00")
    bot.round("06/5 07:30")
    bot.send("06/5 07:31")
    with unit_of_work(engine) as session:  # a colleague joins on Telegram, where no message is saved
        code = make_invite(session, ORGANISATION, URGENT[0], RoleKind.OFFICER, at("06/5 08:00"))
        accept(session, chat_of(session, "telegram", "", "moi"), "Cán bộ Thử", code, at("06/5 08:00"))
    bot.round("06/5 13:30")
    bot.send("06/5 13:31")
    found = outcomes(bot)
    assert found[URGENT[0]] == Outcome(Fate.TOLD, channel="telegram")
    assert {found[unit] for unit in URGENT[1:]} == {Outcome(Fate.TOLD_BEFORE)}


def test_who_was_told_of_it_in_vain_is_not_told_before(engine: Engine, plans: Plans) -> None:
    """The morning took the afternoon along and failed after it: nothing was left to say, and nobody had heard it."""
    bot = Bot(engine, plans, 40)
    bot.spend(5)
    bot.round("05/5 17:00")
    bot.round("06/5 07:30")
    with unit_of_work(engine) as session:
        code = make_invite(session, ORGANISATION, URGENT[0], RoleKind.OFFICER, at("06/5 08:00"))
        accept(session, chat_of(session, "telegram", "", "moi"), "Cán bộ Thử", code, at("06/5 08:00"))
    bot.round("06/5 13:30")
    assert {outcomes(bot)[unit] for unit in URGENT[1:]} == {Outcome(Fate.WAITING)}
    bot.takes = 0
    bot.send("06/5 13:31")
    found = outcomes(bot)
    assert {found[unit] for unit in URGENT[1:]} == {Outcome(Fate.NOT_TOLD, "quota", "zalo")}


def test_who_heard_it_on_joining_was_told_before(tmp_path: Path, plans: Plans) -> None:
    url = database(tmp_path)
    join(url, ORGANISATION, {URGENT[1]: (URGENT[1], RoleKind.OFFICER)})
    engine = open_database(url)
    bot = Bot(engine, plans, 0)
    bot.round("05/5 17:00")
    with unit_of_work(engine) as session:
        code = make_invite(session, ORGANISATION, URGENT[0], RoleKind.OFFICER, at("06/5 07:31"))
    said = Message("telegram", "", "1", "moi", "private", "x", "Cán bộ Thử", f"/start {code}", None)
    with unit_of_work(engine) as session:
        hear(session, said, plans, at("06/5 07:31"))
    bot.round("06/5 07:32")
    assert outcomes(bot)[URGENT[0]] == Outcome(Fate.TOLD_BEFORE)
    engine.dispose()


def test_the_newest_wave_stays_it_when_an_older_one_is_passed_on(tmp_path: Path, plans: Plans) -> None:
    url = database(tmp_path)
    join(url, ORGANISATION, {URGENT[0]: (URGENT[0], RoleKind.OFFICER)})
    engine = open_database(url)
    with unit_of_work(engine) as session:
        chat_of(session, "zalo", "", "khac").person_id = chat_of(session, "telegram", "", URGENT[0]).person_id
    bot = Bot(engine, plans, 1000)
    for moment in ("05/5 17:00", "06/5 13:30", "07/5 07:30"):
        bot.round(moment)
        bot.send(moment)
    with unit_of_work(engine) as session:
        assert without_receipt(session, plans, at("07/5 14:31")) == 1
        wave = newest_wave(session, ORGANISATION, "ke-hoach")
    assert wave
    assert wave.at == at("07/5 07:30")
    engine.dispose()


def test_before_the_first_wave_it_says_so(engine: Engine, plans: Plans) -> None:
    bot = Bot(engine, plans, 1000)
    bot.round("05/5 06:00")
    _, press = _wave_press(bot)
    assert ask(bot, press)[0] == "Kế hoạch này chưa có lần nhắc nào."


@pytest.mark.parametrize("page", ["x", "-1", "²", "1:2"])
def test_a_made_up_page_is_no_button(engine: Engine, plans: Plans, page: str) -> None:
    bot = Bot(engine, plans, 1000)
    mark, _ = _wave_press(bot)
    words, _ = ask(bot, f"td:{mark}:+{page}")
    assert words == wording().text(Text("refused-button"))


def test_many_troubles_are_told_by_reason(engine: Engine, plans: Plans) -> None:
    bot = Bot(engine, plans, 1000)
    bot.round("06/5 07:30")
    for unit in URGENT + OTHERS:
        settle(bot, unit, OutboxState.FAILED, "quota" if unit in URGENT else "blocked")
    mark, _ = _wave_press(bot)
    words, _ = ask(bot, f"td:{mark}:-")
    of_quota = re.search(r"không còn đủ hạn mức tin của tháng \(4\): (.*)", words)
    assert of_quota
    assert sorted(of_quota[1].split("; ")) == [f"Đơn vị {unit}" for unit in URGENT]
    assert "đã chặn bot (8): " in words
    with unit_of_work(engine) as session:
        assert len(outbox.troubles(session, ORGANISATION)) == 12
