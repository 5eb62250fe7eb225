"""Words of any length: the sections and forms of real plans are longer than any message."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.channels.splitting import length, split
from bot.house import House, build
from bot.settings import Settings
from bot.wording import wording
from handlers.answering import hear
from handlers.vocabulary import Message, Text
from storage.database import unit_of_work
from storage.tables import RoleKind
from tests.small_plans import at, database, join
from tests.test_rounds import SHIPPED, opened

__all__ = ["opened"]  # a fixture
ASKED = ["8B", "biểu 12B", "B.III.2", "B.III", "A", "B.V", "13B"]


def test_a_value_may_be_longer_than_any_message() -> None:
    told = wording("vi", markup=True).text(Text("section-text", {"text": "dài & rộng " * 1000}))
    assert told.count("dài &amp; rộng") == 1000


@pytest.mark.parametrize("asked", ASKED)
def test_every_long_part_of_a_real_outline_is_said(tmp_path: Path, opened: list[House], asked: str) -> None:
    join(database(tmp_path), "an-giang", {"officer": ("30307", RoleKind.OFFICER)})
    house = build(Settings(plans_file=SHIPPED, database_url=database(tmp_path)), {}, start=at("21/5 09:00"))
    opened.append(house)
    message = Message("telegram", "", "1", "officer", "private", "officer", "Thử", said=f"/decuong {asked}")
    with unit_of_work(house.engine) as session:
        answer = hear(session, message, house.rounds.plans, at("21/5 09:00"))
    words = wording("vi", markup=True).words(answer.reply)
    parts = split(words.text, 4096)
    assert len(words.text) > 100
    assert all(0 < length(part) <= 4096 for part in parts)
    assert "outline-not-found" not in [text.key for text in answer.reply.texts]
