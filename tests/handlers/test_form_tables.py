"""Forms as tables: where the head of the columns ends, which of its cells are one, forms of any shape."""

from __future__ import annotations

from dataclasses import replace

import pytest

from handlers.outlines.form_tables import head_rows, joined, lies_across
from handlers.outlines.outline_pages import outline_file
from schedules.plan import Form
from tests.handlers.documents import cells_of, lines_of, opened, shipped
from tests.handlers.small_plans import FORMS, SMALL, SO_KET, VI_DU

HEADS = {
    "1B": (2, {(0, 0, 1, 0), (0, 1, 1, 1), (0, 2, 1, 2), (0, 3, 0, 5)}),
    "2B": (2, set()),
    "12B": (2, {(0, 0, 1, 0), (0, 1, 1, 1), (0, 2, 0, 3), (0, 4, 0, 5), (0, 6, 0, 7), (0, 8, 1, 8)}),
    "13B": (1, set()),
}


@pytest.mark.parametrize("id", HEADS)
def test_the_head_of_a_form_is_joined_as_printed(id: str) -> None:
    rows = shipped("an-giang")[1].forms[id].rows
    rows_of_head, cells = HEADS[id]
    assert head_rows(rows) == rows_of_head
    assert set(joined(rows, rows_of_head)) == cells


def test_the_three_storeys_of_8b_are_joined_as_printed() -> None:
    rows = shipped("an-giang")[1].forms["8B"].rows
    assert head_rows(rows) == 4  # with the columns' numbers
    assert {join for join in joined(rows, 4) if join[3] > join[1]} == {(0, 4, 0, 5), (0, 7, 0, 13), (1, 10, 1, 13)}
    assert {(0, 0, 2, 0), (0, 6, 2, 6), (1, 4, 2, 4), (1, 7, 2, 7)} <= set(joined(rows, 4))


ODD_FORMS = {
    "a single row": (("TT", "Nội dung"),),
    "a single cell": (("Tổng",),),
    "rows of different lengths": (("TT", "Nội dung", "Số"), ("1",), ("2", "Hai")),
    "no row": (),
    "an empty row": ((),),
    "only empty cells": (("", ""), ("", "")),
    "heads that reach over each other": (("A", "B", "C"), ("x", "", "z"), ("a", "b", "c"), ("1", "", "")),
    "a long way to the first number": tuple(("", f"{place}") for place in range(40)),
}


@pytest.mark.parametrize("rows", ODD_FORMS.values(), ids=ODD_FORMS)
def test_a_form_of_any_shape_can_be_set(rows: tuple[tuple[str, ...], ...]) -> None:
    form = Form("9Z", "Biểu lạ", True, rows)
    plan = replace(SO_KET, forms={**FORMS, "9Z": form})
    document = opened(outline_file(SMALL.organisations[VI_DU], plan, None))
    assert "Biểu lạ" in lines_of(document)
    tables = document.tables[3:]  # after the head, the foot and the form of the plan itself
    written = [text for table in tables for _, _, text in cells_of(table) if text]
    assert sorted(written) == sorted(text for row in rows for text in row if text)


def test_eight_columns_are_too_many_for_an_upright_sheet() -> None:
    assert not lies_across((("",) * 7,))
    assert lies_across((("",) * 8,))
