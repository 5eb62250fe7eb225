"""A month's quota: what may go when not all can, in which order, what is saved, and who hears of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine
from sqlmodel import Session, col, select

from bot.budgets import Budgets, rank_of_row
from bot.clock import real_now
from bot.reminding import arm, remind
from bot.wording import wording
from handlers.figures.quota import quota_lines
from handlers.pushes.alarms import alarm_reply
from handlers.pushes.pushing import reply_for
from schedules.forecast import Rank
from schedules.loading.loader import load
from schedules.plan import AssignmentId, Plans
from storage import outbox, people, spending, submissions
from storage.database import open_database, unit_of_work
from storage.tables import Chat, Outbox, OutboxState, RoleKind
from tests.small_plans import ORGANISATION, at, database, join

ZALO = ("zalo", "")
URGENT = [f"khan-{number}" for number in range(4)]  # their last day is 06/5
OTHERS = [f"thuong-{number}" for number in range(8)]  # theirs is 08/5: on 06/5 two working days are left
PLAN = f"""\
version: 1
organisations:
  - id: {ORGANISATION}
    name: Ủy ban nhân dân tỉnh Thử
    standing_office: so-mot
    units:
      - {{id: so-mot, name: Sở Một}}
{chr(10).join(f"      - {{id: {one}, name: Đơn vị {one}}}" for one in URGENT + OTHERS)}
    plans:
      - id: ke-hoach
        title: Kế hoạch thử
        issuer: Ủy ban nhân dân tỉnh Thử
        number: 1/KH-UBND
        issued_on: '2026-05-05'
        tasks:
          - id: khan
            title: Báo cáo khẩn
            kind: report
            units: [{", ".join(URGENT)}]
            send_to: Sở Một
            deadline: trước ngày 07/5/2026
          - id: thuong
            title: Báo cáo thường
            kind: report
            units: [{", ".join(OTHERS)}]
            send_to: Sở Một
            deadline: trước ngày 09/5/2026
"""


class Bot:
    """Rounds and a send loop around one budget; everything sent is accepted unless ``takes`` says how many are."""

    def __init__(self, engine: Engine, plans: Plans, quota: int) -> None:
        self.engine, self.plans, self.budgets = engine, plans, Budgets({ZALO: quota})
        self.takes: int | None = None

    def round(self, moment: str) -> None:
        with unit_of_work(self.engine) as session:
            arm(session, self.plans, at(moment), yes=True)
            remind(session, self.plans, at(moment), self.budgets.saving(session, at(moment)))
            self.budgets.look_ahead(session, self.plans, at(moment))

    def send(self, moment: str) -> list[str]:
        """Send what is due; return the addresses that got a bundle."""
        got: list[str] = []
        while True:
            with unit_of_work(self.engine) as session:
                rows = outbox.claim(session, "a", at(moment), real_now(), timedelta(minutes=1), 1)
                if not rows:
                    return sorted(got)
                chat = session.get_one(Chat, rows[0].chat_id)
                if self._goes(session, rows[0], chat, moment) and rows[0].kind == "bundle":
                    got.append(chat.address)

    def _goes(self, session: Session, row: Outbox, chat: Chat, moment: str) -> bool:
        key = (chat.channel, chat.bot)
        allowed = self.budgets.allows(session, row, chat, at(moment))
        if allowed and self.takes == 0:
            self.budgets.closed(session, key, at(moment))
            allowed = False
        if not allowed:
            outbox.failed(session, row, "quota")
            outbox.pass_on(session, row, at(moment))
            return False
        self.takes = self.takes if self.takes is None else self.takes - 1
        self.budgets.spend(session, key, 1, at(moment))
        return outbox.sent(session, row, "1", at(moment))

    def spend(self, count: int, month: str = "2026-05") -> None:
        with unit_of_work(self.engine) as session:
            spending.spend(session, *ZALO, month, count)

    def spent(self, month: str = "2026-05") -> int:
        with unit_of_work(self.engine) as session:
            return spending.spent(session, *ZALO, month)

    def waiting(self) -> list[Outbox]:
        with unit_of_work(self.engine) as session:
            return list(session.exec(select(Outbox).where(Outbox.state == OutboxState.WAITING)))

    def alarms(self) -> list[str]:
        """Word every alarm that was put, in order."""
        with unit_of_work(self.engine) as session:
            rows = session.exec(select(Outbox).where(Outbox.kind == "alarm").order_by(col(Outbox.id))).all()
            replies = [alarm_reply(session, self.plans, ORGANISATION, row.about) for row in rows]
        return [wording().text(text) for reply in replies if reply for text in reply.texts]


@pytest.fixture
def plans(tmp_path: Path) -> Plans:
    file = tmp_path / "plans.yaml"
    file.write_text(PLAN, "utf-8")
    found = load(file).plans
    assert found
    return found


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    url = database(tmp_path)
    join(url, ORGANISATION, {unit: (unit, RoleKind.OFFICER) for unit in URGENT + OTHERS}, "zalo")
    join(url, ORGANISATION, {"dieu-phoi": ("so-mot", RoleKind.COORDINATOR)})
    engine = open_database(url)
    yield engine
    engine.dispose()


def with_quota(engine: Engine, plans: Plans, quota: int, left: int) -> Bot:
    """Return a bot on the evening before, with so many messages left in May."""
    bot = Bot(engine, plans, quota)
    bot.spend(quota - left)
    bot.round("05/5 17:00")
    return bot


def test_with_enough_everybody_is_told_and_nothing_is_saved(engine: Engine, plans: Plans) -> None:
    bot = with_quota(engine, plans, 1000, 1000)
    bot.round("06/5 07:30")
    assert bot.send("06/5 07:31") == URGENT + OTHERS
    bot.round("06/5 13:30")
    assert bot.send("06/5 13:31") == URGENT, "the afternoon of the last day"
    assert bot.spent() == 16
    assert not bot.budgets.tight(ZALO)
    assert bot.alarms() == []


def test_the_last_day_comes_before_earlier_steps_also_those_still_to_come(engine: Engine, plans: Plans) -> None:
    bot = with_quota(engine, plans, 1000, 6)
    bot.round("06/5 07:30")
    assert bot.send("06/5 07:31") == URGENT, "two are left, and kept for the last day of the others"
    bot.round("08/5 07:30")
    assert bot.send("08/5 07:31") == OTHERS[:2]
    assert bot.spent() == 1000
    with unit_of_work(engine) as session:
        lost = {(one.unit, one.row.trouble) for one in outbox.troubles(session, ORGANISATION)}
    assert lost >= {(unit, "quota") for unit in OTHERS[2:]}
    assert lost.isdisjoint({(unit, "quota") for unit in OTHERS[:2]})


def test_early_steps_may_use_what_the_last_day_does_not_need(engine: Engine, plans: Plans) -> None:
    bot = with_quota(engine, plans, 1000, 17)  # 4 last days, 8 last days to come, so 5 are free
    bot.round("06/5 07:30")
    assert bot.send("06/5 07:31") == URGENT + OTHERS[:5]


def test_a_new_month_begins_anew(engine: Engine, plans: Plans) -> None:
    bot = with_quota(engine, plans, 1000, 0)
    bot.round("06/5 07:30")
    assert bot.send("06/5 07:31") == []
    bot.round("03/6 07:30")
    assert bot.send("03/6 07:31") == URGENT + OTHERS
    assert (bot.spent(), bot.spent("2026-06")) == (1000, 12)


def test_what_is_in_flight_counts_as_spent(engine: Engine, plans: Plans) -> None:
    bot = with_quota(engine, plans, 1000, 3)
    bot.round("06/5 07:30")
    bot.send("05/5 17:01")
    allowed = []
    for _ in range(4):
        with unit_of_work(engine) as session:
            (row,) = outbox.claim(session, "a", at("06/5 07:31"), real_now(), timedelta(minutes=1), 1)
            allowed.append(bot.budgets.allows(session, row, session.get_one(Chat, row.chat_id), at("06/5 07:31")))
    assert allowed == [True, True, True, False]


def test_a_message_in_parts_goes_only_where_all_of_it_fits(engine: Engine, plans: Plans) -> None:
    bot = with_quota(engine, plans, 1000, 7)
    bot.round("06/5 07:30")
    bot.send("05/5 17:01")
    allowed = []
    for parts in (3, 3, 2, 1):  # the parts that still wait are not there for others
        with unit_of_work(engine) as session:
            (row,) = outbox.claim(session, "a", at("06/5 07:31"), real_now(), timedelta(minutes=1), 1)
            chat = session.get_one(Chat, row.chat_id)
            allowed.append(bot.budgets.allows(session, row, chat, at("06/5 07:31"), parts))
            if not allowed[-1]:
                outbox.failed(session, row, "quota")
                continue
            outbox.fix_words(session, row, ["phần"] * parts, [])
            assert bot.budgets.allows(session, row, chat, at("06/5 07:31"), parts), "its own parts do not count"
    assert allowed == [True, True, False, True]


def test_what_was_lost_with_its_sender_is_spent(engine: Engine, plans: Plans) -> None:
    bot = with_quota(engine, plans, 1000, 1000)
    bot.round("06/5 07:30")
    bot.send("05/5 17:01")
    with unit_of_work(engine) as session:
        worded, _ = outbox.claim(session, "a", at("06/5 07:31"), real_now(), timedelta(minutes=1), 2)
        outbox.fix_words(session, worded, ["Kính gửi"], [])
    with unit_of_work(engine) as session:
        assert outbox.give_up_lost(session, at("06/5 07:33"), real_now() + timedelta(minutes=2)) == 2
    assert bot.spent() == 1, "the other was never sent"


def test_what_the_platform_refuses_is_asked_again_after_six_hours(engine: Engine, plans: Plans) -> None:
    bot = with_quota(engine, plans, 1000, 1000)
    bot.takes = 1
    bot.round("06/5 07:30")
    assert bot.send("06/5 07:31") == URGENT[:1]
    bot.round("06/5 13:30")
    assert bot.send("06/5 13:30") == [], "not six hours yet"
    assert any(
        "Zalo không nhận thêm tin của bot trong tháng 5/2026, dù bot mới gửi 1 / 1.000 tin" in text
        for text in bot.alarms()
    )
    bot.takes = None
    bot.round("07/5 07:30")
    assert bot.send("07/5 07:31") == URGENT


def test_other_channels_have_no_quota(engine: Engine, plans: Plans) -> None:
    bot = with_quota(engine, plans, 1000, 0)
    with unit_of_work(engine) as session:
        telegram = people.chat_of(session, "telegram", "", "dieu-phoi")
        row = Outbox(
            chat_id=telegram.id or 0,
            organisation=ORGANISATION,
            kind="notice",
            cause="x",
            urgent_at=at("06/5 08:00"),
            not_before=at("06/5 08:00"),
        )
        assert bot.budgets.allows(session, row, telegram, at("06/5 08:00"))
        bot.budgets.spend(session, ("telegram", ""), 5, at("06/5 08:00"))
        assert spending.spent(session, "telegram", "", "2026-05") == 0


class TestSaving:
    def test_a_tight_chat_hears_later_steps_now_and_not_again(self, engine: Engine, plans: Plans) -> None:
        bot = with_quota(engine, plans, 1000, 20)
        assert bot.budgets.tight(ZALO)
        bot.round("06/5 07:30")
        items = {(item["step"], item["early"]) for row in bot.waiting() for item in row.about.get("items", ())}
        assert items == {("last_day-1", False), ("last_day-2", True), ("before-2", False)}
        bot.send("06/5 07:31")
        bot.round("06/5 13:30")
        assert bot.send("06/5 13:31") == []

    @pytest.mark.parametrize("saving", [True, False])
    def test_what_a_refused_message_took_along_comes_in_its_own_time(
        self, engine: Engine, plans: Plans, saving: bool
    ) -> None:
        bot = with_quota(engine, plans, 1000, 20 if saving else 1000)
        assert bot.budgets.tight(ZALO) is saving
        bot.takes = 0
        bot.round("06/5 07:30")
        assert bot.send("06/5 07:30") == []
        bot.takes = None
        bot.round("06/5 13:35")
        assert bot.send("06/5 13:36") == URGENT

    def test_a_step_that_joins_is_worded_by_the_present_state(self, tmp_path: Path, engine: Engine) -> None:
        both = PLAN.replace(f"units: [{', '.join(OTHERS)}]", "units: [khan-0]").replace("09/5/2026", "12/5/2026")
        (tmp_path / "plans.yaml").write_text(both, "utf-8")
        plans = load(tmp_path / "plans.yaml").plans
        assert plans
        bot = Bot(engine, plans, 40)
        bot.round("05/5 07:30")
        bot.send("05/5 07:31")
        bot.round("06/5 07:30")  # the other's last day is 11/5: two working days before is 07/5
        row = next(row for row in bot.waiting() if len(row.about.get("items", ())) == 3)
        with unit_of_work(engine) as session:
            reply = reply_for(session, plans, row, at("06/5 07:30"))
            assert reply
            words = "\n".join(wording().text(text) for text in reply.texts)
        assert words.count("Báo cáo khẩn") == 1
        assert "Hạn cuối là hôm nay: Báo cáo khẩn" in words
        assert "Báo cáo thường" in words
        assert "– còn 5 ngày" in words
        assert "ngày làm việc" not in words
        assert "(nhắc muộn)" not in words
        assert rank_of_row(row.kind, row.about) is Rank.LAST_DAY
        bot.send("06/5 07:31")
        bot.round("07/5 07:30")
        told = [item["step"] for row in bot.waiting() for item in row.about.get("items", ())]
        assert told.count("before-2") == 0, "it was taken along"


class TestWhoHears:
    def test_each_alarm_once_a_month(self, engine: Engine, plans: Plans) -> None:
        bot = with_quota(engine, plans, 1000, 6)
        assert ["dự kiến không đủ: đã dùng 994" in text for text in bot.alarms()] == [True]
        bot.round("06/5 07:30")
        bot.send("06/5 07:31")
        bot.round("06/5 07:32")
        assert "Một số lời nhắc ít gấp hơn không gửi qua Zalo" in bot.alarms()[1]
        bot.round("08/5 07:30")
        bot.send("08/5 07:31")
        for moment in ("08/5 07:32", "08/5 08:40", "11/5 07:30"):
            bot.round(moment)
        assert len(bot.alarms()) == 3
        assert "Hạn mức tin Zalo tháng 5/2026 đã hết: đã dùng 1.000 / 1.000 tin" in bot.alarms()[2]

    def test_of_each_bot_that_serves_the_organisation(self, engine: Engine, plans: Plans) -> None:
        own = ("zalo", ORGANISATION)
        with unit_of_work(engine) as session:
            for unit in OTHERS:
                people.chat_of(session, *ZALO, unit).bot = ORGANISATION
        bot = Bot(engine, plans, 0)
        bot.budgets = Budgets({ZALO: 30, own: 70})
        bot.round("05/5 17:00")
        with unit_of_work(engine) as session:
            lines = [wording().text(one) for one in quota_lines(session, [ORGANISATION], at("05/5 17:00"))]
        for found in (bot.alarms(), lines):
            assert [next(name for name in ("bot chung", "bot riêng") if name in text) for text in found] == [
                "bot chung",
                "bot riêng",
            ]
        assert ["tổng 36 / 30 tin" in lines[0], "tổng 80 / 70 tin" in lines[1]] == [True, True]

    def test_the_forecast_counts_who_still_owes(self, engine: Engine, plans: Plans) -> None:
        bot = with_quota(engine, plans, 1000, 1000)
        with unit_of_work(engine) as session:
            (before,) = spending.forecasts(session, "2026-05")
            submissions.record(session, AssignmentId(ORGANISATION, "ke-hoach", "khan", "khan-0"), 1, at("05/5 17:00"))
        bot.round("05/5 17:01")
        with unit_of_work(engine) as session:
            (after,) = spending.forecasts(session, "2026-05")
        # 06/5 twice, 07/5 to 13/5 daily, 20/5 and 27/5: nine messages each of 4; before, twice, and six after for 8.
        assert before.to_come == 4 * 9 + 8 * 10
        assert after.to_come == before.to_come - 9


@pytest.mark.parametrize(
    ("kind", "about", "rank"),
    [
        ("alarm", {}, Rank.LAST_DAY),
        ("notice", {}, Rank.EARLY),
        ("bundle", {"items": [{"kind": "assigned", "working_days": None}]}, Rank.ASSIGNED),
        (
            "bundle",
            {"items": [{"kind": "before", "working_days": 5}, {"kind": "overdue", "working_days": 1}]},
            Rank.OVERDUE,
        ),
    ],
)
def test_rank_of_a_message(kind: str, about: dict[str, Any], rank: Rank) -> None:
    assert rank_of_row(kind, about) is rank
