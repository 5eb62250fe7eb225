"""``draft``: a plans.yaml or JSON of an issued document, its questions, and why some documents are not drafted."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from bot.drafts.file_head import Origin, schema_from
from schedules.loading.loader import Loaded, load
from tests.commanding import SHIPPED, Shell, said

DRAFTING = Path(__file__).parent.parent / "schedules" / "drafting"
TEXTS = Path(__file__).parent.parent / "bot" / "texts"
HEAD = """\
ỦY BAN NHÂN DÂN
TỈNH THỬ NGHIỆM

Số: {number}/KH-UBND

Thử Nghiệm, ngày {day}

KẾ HOẠCH

Tổ chức tổng kết công tác thử năm 2026

I. NHIỆM VỤ

"""
DAY = "04 tháng 5 năm 2026"
BODY = """\
1. Các sở, ban, ngành tỉnh; Ủy ban nhân dân các xã, phường gửi báo cáo về Ủy ban nhân dân tỉnh (qua Sở Nội vụ) \
trước ngày 20/5/2026.

2. Sở Nội vụ là cơ quan thường trực; báo cáo Bộ Nội vụ chậm nhất ngày 29/5/2026.
"""


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    return Shell(tmp_path, {"PLANS_FILE": str(SHIPPED)})


def document(shell: Shell, body: str, *, number: str = "15", day: str = DAY) -> str:
    """Write an invented document; "" for its number or day leaves it blank."""
    file = shell.folder / "ke-hoach.txt"
    file.write_text(HEAD.format(number=number, day=day or "     tháng      năm 2026") + body, "utf-8")
    return str(file)


def as_json(shell: Shell, body: str, *words: str) -> dict[str, Any]:
    result = shell.run("draft", document(shell, body), "--format", "json", *words)
    assert result.exit_code == 0, result.stderr
    found: dict[str, Any] = json.loads(result.stdout)
    return found


def checked(shell: Shell, text: str) -> Loaded:
    file = shell.folder / "draft.yaml"
    file.write_text(text, "utf-8")
    return load(file)


def test_json_has_the_keys_that_programs_rely_on(shell: Shell) -> None:
    found = as_json(shell, BODY)
    assert found["document"] == {
        "number": "15/KH-UBND",
        "date": "2026-05-04",
        "issuer": "Ủy ban nhân dân tỉnh Thử Nghiệm",
        "title": "Tổ chức tổng kết công tác thử năm 2026",
    }
    report, upwards = found["obligations"]
    assert report == {
        "phrase": "trước ngày 20/5/2026",
        "type": "deadline",
        "last_day": "2026-05-19",
        "boundary": "exclusive",
        "rrule_last_day": None,
        "units": ["Các sở, ban, ngành tỉnh", "Ủy ban nhân dân các xã, phường"],
        "send_to": "Ủy ban nhân dân tỉnh",
        "via": "Sở Nội vụ",
        "kind": "report",
        "place": "mục I.1",
    }
    assert (upwards["last_day"], upwards["boundary"], upwards["units"]) == ("2026-05-29", "inclusive", ["Sở Nội vụ"])
    assert found["questions"] == []


# A sentence of a document, and what is read of its deadline: type, last day, boundary, rule.
PHRASES: dict[str, tuple[str, tuple[str, str | None, str | None, str | None]]] = {
    "recurring": ("trước ngày 20 hằng tháng", ("recurring", None, "exclusive", "FREQ=MONTHLY;BYMONTHDAY=19")),
    "a month": ("trong tháng 6/2026", ("range", "2026-06-30", "inclusive", None)),
    "an hour": ("trước 17 giờ 00 ngày 22/5/2026", ("deadline", "2026-05-22", "clock", None)),
    "a period": (
        "trong vòng 05 ngày làm việc kể từ ngày nhận được Kế hoạch này",
        ("relative", None, None, None),
    ),
}


@pytest.mark.parametrize(("phrase", "wanted"), PHRASES.values(), ids=PHRASES)
def test_each_type_of_deadline_is_told_and_written_so_that_check_reads_it_the_same(
    phrase: str, wanted: tuple[str | None, ...], shell: Shell
) -> None:
    body = f"1. Sở Nội vụ gửi báo cáo kết quả về Ủy ban nhân dân tỉnh {phrase}.\n"
    (told,) = as_json(shell, body)["obligations"]
    assert (told["type"], told["last_day"], told["boundary"], told["rrule_last_day"]) == wanted
    loaded = checked(shell, shell.run("draft", document(shell, body)).stdout)
    assert loaded.plans is not None
    (plan,) = loaded.plans.organisations["thu-nghiem"].plans.values()
    (reading,) = [due.reading for task in plan.tasks.values() for due in task.dues]
    assert (reading.type.value, reading.rrule_last_day) == (wanted[0], wanted[3])
    assert str(reading.last_day or reading.end or None) == str(wanted[1])


def test_the_file_passes_check_and_carries_the_words_of_the_document(shell: Shell) -> None:
    result = shell.run("draft", document(shell, BODY))
    loaded = checked(shell, result.stdout)
    assert loaded.plans is not None
    assert {problem.key for problem in loaded.problems} == {"empty-group"}
    assert loaded.plans.organisations["thu-nghiem"].standing_office_id == "so-noi-vu"
    assert '# mục I.1: "Các sở, ban, ngành tỉnh; Ủy ban nhân dân các xã, phường gửi báo cáo' in result.stdout
    assert "deadline: trước ngày 20/5/2026 # hết thứ Ba 19/5/2026" in result.stdout
    assert "units: [so-ban-nganh-tinh, xa-phuong] # " in result.stdout


def test_questions_are_numbered_alike_beside_the_file_in_its_head_and_on_their_lines(shell: Shell) -> None:
    body = BODY + "\n3. Sở Y tế gửi dự thảo đề án trong vòng 05 ngày làm việc kể từ ngày nhận được Kế hoạch này.\n"
    result = shell.run("draft", document(shell, body))
    asked = result.stderr.splitlines()
    assert [line.partition(". ")[0] for line in asked] == ["1", "2", "3"]
    assert "Danh sách đơn vị của nhóm “Các sở, ban, ngành tỉnh” không có trong văn bản" in asked[0]
    assert "tính từ ngày nào" in asked[2]
    head = re.sub(r"\n# (?!\d)", " ", result.stdout.partition("version:")[0])
    assert all(question in head for question in asked)
    assert "received_on: # ? câu 3" in result.stdout
    assert "members: [] # ? câu 1" in result.stdout


# What a document leaves open, the problems that check has then, and the marked line.
OPEN = {
    "its own day": ({"day": ""}, BODY, {"missing-remind-from"}, "remind_from: # ? câu"),
    "a weekday that contradicts its date": (
        {},
        "1. Sở Nội vụ gửi báo cáo về Ủy ban nhân dân tỉnh trước ngày 20/5/2026 (thứ Hai).\n",
        {"wrong-weekday"},
        "holds: # ? câu",
    ),
    "a letter that stands for a digit, and no day of its own": (
        {"day": ""},
        BODY.replace("20/5/2026", "2O/5/2026"),
        {"missing-remind-from"},
        "last_day: '2026-05-19'",
    ),
}


@pytest.mark.parametrize(("head", "body", "problems", "line"), OPEN.values(), ids=OPEN)
def test_the_problems_that_remain_are_the_questions(
    head: dict[str, str], body: str, problems: set[str], line: str, shell: Shell
) -> None:
    result = shell.run("draft", document(shell, body, **head))
    found = [problem for problem in checked(shell, result.stdout).problems if problem.severity == "problem"]
    assert {problem.key for problem in found} == problems
    assert line in result.stdout
    assert result.stderr != ""


def test_who_owes_is_asked_where_the_document_does_not_say(shell: Shell) -> None:
    body = "1. Thời gian hoàn thành việc tổng kết: trước ngày 20/5/2026.\n"
    found = as_json(shell, body)
    assert [one["units"] for one in found["obligations"]] == [[]]
    assert any("không nói rõ đơn vị nào thực hiện" in question for question in found["questions"])


def test_a_day_that_is_not_printed_may_be_stated(shell: Shell) -> None:
    result = shell.run("draft", document(shell, BODY, day="", number=""), "--on", "2026-05-04")
    loaded = checked(shell, result.stdout)
    assert loaded.plans is not None
    assert "not_printed: [number, issued_on]" in result.stdout
    assert "remind_from: '2026-05-04'" in result.stdout


def test_with_an_organisation_only_the_plan_is_written_with_its_ids(shell: Shell) -> None:
    result = shell.run("draft", document(shell, BODY), "--organisation", "lai-chau")
    assert result.exit_code == 0, result.stderr
    assert "organisations:" not in result.stdout
    assert "units: [so-nganh, xa-phuong] # " in result.stdout
    assert result.stderr == ""


def test_what_is_only_like_a_unit_of_the_organisation_is_asked(shell: Shell) -> None:
    body = "1. Sở Nông nghiệp và Tài nguyên; Chi cục Thử nghiệm gửi báo cáo trước ngày 20/5/2026.\n"
    result = shell.run("draft", document(shell, body), "--organisation", "lai-chau")
    assert "Sở Nông nghiệp và Môi trường (so-nong-nghiep-va-moi-truong) không?" in result.stderr
    assert "“Chi cục Thử nghiệm” không có trong danh sách" in result.stderr
    assert re.search(r"units: \[.*\] # \? câu", result.stdout)


def test_the_file_that_is_named_is_written_and_says_how_it_is_checked(shell: Shell) -> None:
    target = shell.folder / "ban thao.yaml"
    result = shell.run("draft", document(shell, BODY), "--to", str(target))
    assert result.exit_code == 0
    assert result.stdout == f"Đã ghi bản dự thảo vào {target}\n"
    head = re.sub(r"\n# ", " ", target.read_text("utf-8").partition("version:")[0])
    assert f"python -m bot check '{target}'" in head
    assert load(target).plans is not None


# Where the file goes, below the project's folder or outside, and how its first line names the schema.
SCHEMAS = {
    "the project's folder": (("moi.yaml",), "schedules/plans.schema.json"),
    "a folder of the project": (("plans", "moi", "plan.yaml"), "../../schedules/plans.schema.json"),
}


@pytest.mark.parametrize(("parts", "schema"), SCHEMAS.values(), ids=SCHEMAS)
def test_the_schema_is_named_from_where_the_file_is(parts: tuple[str, ...], schema: str) -> None:
    assert schema_from(Origin("vb.docx", to=str(SHIPPED.parent.joinpath(*parts))), "") == schema


def test_outside_the_project_the_schema_is_one_beside_the_file_or_told_how_to_get(shell: Shell) -> None:
    target = shell.folder / "moi.yaml"
    shell.run("draft", document(shell, BODY), "--to", str(target))
    assert "\n# yaml-language-server" not in "\n" + target.read_text("utf-8")
    assert "python -m bot schema --to plans.schema.json" in target.read_text("utf-8").replace("\n# ", " ")
    shell.run("schema", "--to", str(shell.folder / "plans.schema.json"))
    shell.run("draft", document(shell, BODY), "--to", str(target), "--force", "--organisation", "lai-chau")
    first = target.read_text("utf-8").partition("\n")[0]
    assert first == "# yaml-language-server: $schema=plans.schema.json#/$defs/plan"


def test_a_file_that_is_there_is_replaced_only_by_force(shell: Shell) -> None:
    target = shell.folder / "moi.yaml"
    target.write_text("của tôi", "utf-8")
    result = shell.run("draft", document(shell, BODY), "--to", str(target))
    assert (result.exit_code, target.read_text("utf-8")) == (1, "của tôi")
    assert "--force" in result.stderr
    assert shell.run("draft", document(shell, BODY), "--to", str(target), "--force").exit_code == 0
    assert "version: 1" in target.read_text("utf-8")


def test_a_folder_that_is_not_there_is_told(shell: Shell) -> None:
    result = shell.run("draft", document(shell, BODY), "--to", str(shell.folder / "khong-co" / "moi.yaml"))
    assert result.exit_code == 1
    assert "Không ghi được" in result.stderr


def test_an_organisation_that_is_not_there_is_told(shell: Shell) -> None:
    told = said(shell.run("draft", document(shell, BODY), "--organisation", "khong-co"))
    assert "Không có cơ quan “khong-co”" in told


def test_a_secret_document_is_refused(shell: Shell) -> None:
    file = Path(document(shell, BODY))
    file.write_text("MẬT\n\n" + file.read_text("utf-8"), "utf-8")
    result = shell.run("draft", str(file))
    assert result.exit_code == 1
    assert "dấu chỉ độ mật" in said(result)


def test_a_file_that_cannot_be_read_ends_with_2_and_the_reason(shell: Shell) -> None:
    (shell.folder / "anh.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    for name, reason in (
        ("khong-co.docx", "Không mở được tệp khong-co.docx"),
        ("anh.png", "không thuộc loại đọc được"),
    ):
        result = shell.run("draft", str(shell.folder / name))
        assert result.exit_code == 2
        assert reason in said(result)


def test_a_day_that_is_no_day_is_told(shell: Shell) -> None:
    assert shell.run("draft", document(shell, BODY), "--on", "4/5/2026").exit_code == 2


@pytest.mark.parametrize("what", ["Doubt", "Unreadable"])
def test_every_doubt_and_every_reason_has_its_text(what: str) -> None:
    code = "\n".join(file.read_text("utf-8") for file in DRAFTING.rglob("*.py"))
    keys = set(re.findall(rf'{what}\(\s*"([a-z-]+)"', code))
    texts = (TEXTS / "vi.drafts.ftl").read_text("utf-8")
    assert keys != set()
    assert {key for key in keys if f"\ndraft-{what.lower()}-{key} =" not in texts} == set()
