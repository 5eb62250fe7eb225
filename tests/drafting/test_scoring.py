"""The scoring script counts what is right, what is missing and what is invented."""

from __future__ import annotations

from typing import Any

from tests.drafting.scoring import printed, score

HEAD = {"number": "1/KH-UBND", "date": "2026-05-04", "issuer": "Ủy ban nhân dân tỉnh Thử", "title": "Kế hoạch thử"}


def owed(day: str | None, *units: str, counts: str | None = "exclusive", **more: Any) -> dict[str, Any]:
    base = {"phrase": f"hạn {day}", "type": "deadline", "last_day": day, "boundary": counts, "rrule_last_day": None}
    return base | {"units": list(units), "send_to": None, "via": None, "kind": "report"} | more


def document(*obligations: dict[str, Any], questions: tuple[str, ...] = ()) -> dict[str, Any]:
    return {"document": HEAD, "obligations": list(obligations), "questions": list(questions)}


def figures(ours: dict[str, Any], gold: dict[str, Any], measure: str) -> tuple[float, float]:
    tally = score("thử", ours, gold).tallies[measure]
    return tally.precision, tally.recall


def test_names_are_compared_spelled_out_and_without_case() -> None:
    ours = document(owed("2026-05-07", "các sở,  ban, ngành", "Chủ tịch UBND các xã", send_to="UBND Tỉnh"))
    gold = document(owed("2026-05-07", "Các sở, ban, ngành", "Ủy ban nhân dân các xã", send_to="Ủy ban nhân dân tỉnh"))
    assert figures(ours, gold, "units") == (1, 1)
    assert figures(ours, gold, "send_to") == (1, 1)


def test_a_day_is_right_only_with_its_boundary() -> None:
    gold = document(owed("2026-05-07", "Sở Một"), owed("2026-05-10", "Sở Một"))
    assert figures(document(owed("2026-05-07", "Sở Một", counts="inclusive")), gold, "dates") == (0, 0)
    assert figures(document(owed("2026-05-07", "Sở Một")), gold, "dates") == (1, 0.5)


def test_the_units_of_a_missing_obligation_are_missing_and_of_an_invented_one_are_false() -> None:
    ours = document(owed("2026-05-07", "Sở Một", "Sở Hai"), owed("2026-06-01", "Sở Ba"))
    gold = document(owed("2026-05-07", "Sở Một"), owed("2026-05-10", "Sở Một", "Sở Bốn", "Sở Năm"))
    assert figures(ours, gold, "units") == (1 / 3, 1 / 4)


def test_obligations_of_one_day_are_paired_by_their_units() -> None:
    ours = document(owed("2026-05-07", "Sở Hai", kind="hold"), owed("2026-05-07", "Sở Một"))
    gold = document(owed("2026-05-07", "Sở Một"), owed("2026-05-07", "Sở Hai", kind="hold"))
    assert figures(ours, gold, "kind") == (1, 1)
    assert figures(ours, gold, "units") == (1, 1)


def test_a_gold_may_have_two_good_answers_for_its_units() -> None:
    gold = document(owed("2026-05-07", "các đơn vị", units_or=[["Sở Một", "Sở Hai"]]))
    assert figures(document(owed("2026-05-07", "Sở Một", "Sở Hai")), gold, "units") == (1, 1)
    assert figures(document(owed("2026-05-07", "các đơn vị")), gold, "units") == (1, 1)
    assert figures(document(owed("2026-05-07", "Sở Ba")), gold, "units") == (0, 0)


def test_a_gold_may_have_two_good_answers_for_a_kind() -> None:
    gold = document(owed("2026-05-07", "Sở Một", kind_or=["other"]))
    assert figures(document(owed("2026-05-07", "Sở Một", kind="other")), gold, "kind") == (1, 1)
    assert figures(document(owed("2026-05-07", "Sở Một", kind="hold")), gold, "kind") == (0, 0)


def test_a_recurring_duty_is_scored_by_its_rule_and_a_period_without_anchor_by_its_type() -> None:
    monthly = owed(None, "Sở Một", type="recurring", rrule_last_day="FREQ=MONTHLY;BYMONTHDAY=19")
    counted = owed(None, "Sở Một", counts=None, type="relative")
    assert figures(document(monthly, counted), document(monthly, counted), "obligations") == (1, 1)
    assert figures(document(monthly), document(monthly), "dates") == (1, 1)
    assert figures(document(counted), document(counted), "dates") == (1, 1)
    assert figures(document(), document(counted), "obligations") == (1, 0)


def test_a_day_that_must_not_be_drafted_is_told_by_the_day_that_its_phrase_names() -> None:
    gold = {"not_deadlines": ["2026-05-31"], "obligations": [], "document": HEAD}
    assert score("thử", document(owed("2026-05-30", "Sở Một")), gold).false_deadlines == ["hạn 2026-05-30"]
    assert score("thử", document(owed("2026-05-29", "Sở Một")), gold).false_deadlines == []


def test_the_table_names_what_is_missing() -> None:
    gold = document(owed("2026-05-07", "Sở Một"))
    told = "\n".join(printed([score("thử", document(questions=("hỏi",)), gold)], verbose=True))
    assert "missing  ('2026-05-07', 'exclusive')" in told
    assert "asked                hỏi" in told
