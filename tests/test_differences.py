"""What two versions say differently, what was perhaps only given another id: the kinds, and what is no difference."""

from __future__ import annotations

import pytest

from bot.wording import wording
from handlers.plan_changes.describing import difference_texts
from schedules.differing.differences import Rename, as_json, differences, from_json
from schedules.differing.likely_renames import likely_renames
from schedules.kept_texts import load_kept
from schedules.plan import Plans
from tests.small_plans import HEAD, SMALL

REPORT = SMALL[SMALL.index("          - id: bao-cao") : SMALL.index("          - id: so-ket")]
HELD = SMALL[SMALL.index("          - id: so-ket") :]
SECOND = REPORT.replace("id: bao-cao", "id: bao-cao-2").replace("Báo cáo thử", "Tờ trình về nhân sự")


def plans(text: str) -> Plans:
    loaded = load_kept("plans.yaml", {"plans.yaml": text})
    assert loaded.plans, loaded.problems
    return loaded.plans


def changed(old: str, new: str) -> str:
    assert old in SMALL
    return SMALL.replace(old, new, 1)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        pytest.param(SMALL + "# x\n", [], id="comment"),
        pytest.param(changed("07/5/2026", "15/5/2026"), ["deadline-moved"], id="deadline"),
        pytest.param(changed("trước ngày 07/5", "chậm nhất ngày 06/5"), ["phrase-changed"], id="another phrase"),
        pytest.param(changed("[so-hai]", "[so-mot, so-hai]"), ["units-added"], id="unit more"),
        pytest.param(changed("[so-hai]", "[so-mot]"), ["units-added", "units-removed"], id="another unit"),
        pytest.param(changed("Báo cáo thử", "Báo cáo"), ["task-retitled"], id="title of a task"),
        pytest.param(changed("send_to: Sở Một", "send_to: Sở Hai"), ["receiver"], id="receiver"),
        pytest.param(changed("kind: hold", "kind: other"), ["task-changed"], id="kind"),
        pytest.param(
            changed("kind: hold", "kind: hold\n            closed_on: '2026-05-01'"), ["task-closed"], id="over"
        ),
        pytest.param(HEAD + REPORT, ["task-removed"], id="task gone"),
        pytest.param(SMALL + SECOND, ["task-added"], id="task more"),
        pytest.param(changed("id: so-ket", "id: tong-ket\n            was: so-ket"), ["task-renamed"], id="was"),
        pytest.param(changed("name: Sở Hai", "name: Sở Hai mới"), ["unit-retitled"], id="name of a unit"),
        pytest.param(
            changed("      - {id: so-hai", "      - {id: so-ba, name: Sở Ba}\n      - {id: so-hai"),
            ["units-listed"],
            id="unit",
        ),
        pytest.param(changed("1/KH-UBND", "2/KH-UBND"), ["plan-changed"], id="number"),
        pytest.param(
            changed("        tasks:", "        remind_from: '2026-04-25'\n        tasks:"), ["plan-begins"], id="begins"
        ),
        pytest.param(
            changed("        tasks:", "        closed_on: '2026-05-25'\n        tasks:"), ["plan-closed"], id="closed"
        ),
        pytest.param(
            changed("        tasks:", "        closes: '17:00'\n        tasks:"), ["deadline-moved"] * 2, id="hour"
        ),
        pytest.param(changed("- id: ke-hoach", "- id: ke-hoach-2"), ["plan-added", "plan-removed"], id="another plan"),
        pytest.param(changed("    units:", "    hours: ['08:00-11:00']\n    units:"), ["hours"], id="hours"),
        pytest.param(
            changed("- id: tinh-thu", "- id: tinh-2"), ["organisation-added", "organisation-removed"], id="org"
        ),
    ],
)
def test_each_difference_is_told(text: str, kinds: list[str]) -> None:
    found = differences(plans(SMALL), plans(text))
    assert [one.kind for one in found] == kinds
    assert from_json(as_json(found)) == found
    for language in ("vi", "en"):
        told = [wording(language).text(text) for text in difference_texts(found)]
        assert len(told) == len(kinds)


def test_the_same_change_of_many_units_is_one() -> None:
    many = SMALL.replace(
        "      - {id: so-hai",
        "".join(f"      - {{id: u{n}, name: Đơn vị {n}}}\n" for n in range(9)) + "      - {id: so-hai",
    )
    both = many.replace("[so-hai]", "[" + ", ".join(f"u{n}" for n in range(9)) + "]", 1)
    (one,) = differences(plans(both), plans(both.replace("07/5", "15/5")))
    assert len(one.unit_ids) == 9
    (told,) = difference_texts([one])
    assert "9 đơn vị (Đơn vị 0; Đơn vị 1; Đơn vị 2; …): hạn" in wording().text(told)


def test_a_plan_that_comes_or_goes_is_told_with_its_title() -> None:
    found = differences(plans(SMALL), plans(changed("- id: ke-hoach", "- id: ke-hoach-2")))
    assert [wording().text(text) for text in difference_texts(found)] == [
        "– Thêm kế hoạch 1/KH-UBND – Kế hoạch thử: so-hai",
        "– Bỏ kế hoạch 1/KH-UBND – Kế hoạch thử: so-hai",
    ]


def test_what_is_too_much_is_counted() -> None:
    before, after = plans(SMALL), plans(changed("07/5/2026", "15/5/2026"))
    told = difference_texts(differences(before, after) * 20)
    assert len(told) == 16
    assert "5 thay đổi khác" in wording().text(told[-1])


@pytest.mark.parametrize(
    ("text", "renames"),
    [
        pytest.param(changed("id: bao-cao", "id: moi"), ["bao-cao"], id="the same under another id"),
        pytest.param(
            changed("id: bao-cao", "id: moi").replace("Báo cáo thử", "Báo cáo thử 2"), ["bao-cao"], id="nearly"
        ),
        pytest.param(changed("id: bao-cao", "id: moi").replace("07/5", "12/5"), ["bao-cao"], id="another deadline"),
        pytest.param(changed("id: bao-cao", "id: moi").replace("kind: report", "kind: other"), [], id="another kind"),
        pytest.param(HEAD + HELD + SECOND, [], id="another title"),
        pytest.param(
            changed("id: bao-cao", "id: moi").replace("units: [so-hai]", "units: [so-mot]", 1), [], id="other units"
        ),
        pytest.param(changed("id: bao-cao", "id: moi\n            was: bao-cao"), [], id="said in the file"),
        pytest.param(SMALL.replace("so-hai", "so-hai-moi"), ["so-hai"], id="a unit"),
        pytest.param(
            SMALL.replace("{id: so-hai, name: Sở Hai}", "{id: so-ba, name: Sở Ba}").replace("so-hai", "so-ba"),
            [],
            id="no unit",
        ),
    ],
)
def test_what_may_only_have_another_id(text: str, renames: list[str]) -> None:
    assert [one.was for one in likely_renames(plans(SMALL), plans(text))] == renames


def test_an_id_that_somebody_spoke_for_is_no_removal() -> None:
    before, after = plans(SMALL), plans(SMALL.replace("id: bao-cao", "id: moi").replace("so-hai", "so-hai-moi"))
    said = [Rename("tinh-thu", "bao-cao", "moi", "ke-hoach"), Rename("tinh-thu", "so-hai", "so-hai-moi")]
    assert [one.kind for one in differences(before, after, said)] == ["unit-renamed", "task-renamed"]
