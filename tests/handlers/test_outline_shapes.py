"""What counts as a change of an outline, and how it is told."""

from __future__ import annotations

from dataclasses import replace

import pytest

from handlers.outlines.outline_shapes import changes, shape_of
from schedules.plan import Form, Outline, Plan, Section
from tests.handlers.small_plans import SO_KET

I = Section("I", "I", "Tình hình", text="- Nêu  rõ.\n")  # noqa: E741 - as it is printed
II = Section("II", "II", "Kết quả")
III = Section("III", "III", "Kiến nghị")


def plan(*sections: Section, forms: dict[str, Form] | None = None) -> Plan:
    return replace(SO_KET, outline=Outline("Đề cương", sections), forms=forms or {})


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        pytest.param(plan(I, II), plan(replace(I, text="- Nêu rõ."), II), [], id="spaces and line ends"),
        pytest.param(plan(I), plan(I, II), [("added", "II", "Kết quả")], id="added"),
        pytest.param(plan(I, II), plan(I), [("removed", "II", "Kết quả")], id="taken out"),
        pytest.param(
            plan(I, II),
            plan(I, replace(II, title="Kết quả, số liệu")),
            [("renamed", "II", "Kết quả, số liệu")],
            id="renamed",
        ),
        pytest.param(plan(I), plan(replace(I, text="- Nêu khác.")), [("reworded", "I", "Tình hình")], id="reworded"),
        pytest.param(
            plan(I, II),
            plan(I, replace(III, number="II", path="II"), replace(II, number="III", path="III")),
            [("added", "II", "Kiến nghị")],
            id="put in between",
        ),
        pytest.param(plan(I), plan(replace(I, number="A", path="A")), [("renumbered", "", "")], id="other numbers"),
        pytest.param(
            plan(I),
            replace(SO_KET, outline=None, forms={}),
            [("removed", "", "Đề cương"), ("removed", "I", "Tình hình")],
            id="no outline any more",
        ),
        pytest.param(
            plan(),
            plan(forms={"1B": Form("1B", "Số liệu", True, (("TT",),))}),
            [("added", "Biểu 1B", "Biểu 1B: Số liệu")],
            id="a form",
        ),
        pytest.param(
            plan(forms={"1B": Form("1B", "Số liệu", False)}),
            plan(forms={"1B": Form("1B", "Số liệu", True, (("TT",),))}),
            [("reworded", "Biểu 1B", "Biểu 1B: Số liệu")],
            id="a form is attached",
        ),
    ],
)
def test_changes(before: Plan, after: Plan, found: list[tuple[str, str, str]]) -> None:
    assert changes(shape_of(before), shape_of(after)) == found
    assert (shape_of(before) == shape_of(after)) is (found == [])
