"""The five shipped plans against what their documents say, stated by hand."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from schedules.loading.loader import Loaded, load
from schedules.plan import Organisation, Plan, Task

PLANS_FILE = Path(__file__).parent.parent / "plans.yaml"
PLAN = "so-ket-01-nam"


@pytest.fixture(scope="module")
def loaded() -> Loaded:
    return load(PLANS_FILE)


@pytest.fixture(scope="module")
def organisations(loaded: Loaded) -> dict[str, Organisation]:
    assert loaded.plans is not None, loaded.problems
    return dict(loaded.plans.organisations)


def plan_of(organisations: dict[str, Organisation], organisation: str) -> Plan:
    return organisations[organisation].plans[PLAN]


def units_of(task: Task) -> list[str]:
    return [unit for due in task.dues for unit in due.unit_ids]


PROVINCE, PARTY = "Ủy ban nhân dân tỉnh", "Ban Tổ chức Tỉnh ủy"
CULTURE, OFFICE = "Phòng Văn hóa - Xã hội", "Văn phòng HĐND và UBND xã"
ABOVE = "Sở Nội vụ và các sở, ban, ngành có liên quan"
HOME = "Sở Nội vụ"

# organisation, task, kind, phrase as printed, last day, units that owe, send to, via
OBLIGATIONS = [
    ("gia-lai", "so-ket", "hold", "trước ngày 07/5/2026", "2026-05-06", 150, "", ""),
    ("gia-lai", "bao-cao", "report", "trước ngày 07/5/2026", "2026-05-06", 150, PROVINCE, HOME),
    ("gia-lai", "so-ket-cap-tinh", "hold", "trước ngày 10/5/2026", "2026-05-09", 1, "", ""),
    ("gia-lai", "bao-cao-bo-noi-vu", "submit_up", "trước ngày 15/5/2026", "2026-05-14", 1, "Bộ Nội vụ", ""),
    ("lai-chau", "so-ket", "hold", "Trước ngày 07/5/2026", "2026-05-06", 53, "", ""),
    ("lai-chau", "bao-cao", "report", "trước ngày 08/5/2026", "2026-05-07", 53, PROVINCE, HOME),
    ("lai-chau", "bao-cao-tinh", "submit_up", "trước ngày 13/5/2026", "2026-05-12", 1, PROVINCE, ""),
    ("lao-cai", "ke-hoach", "prepare", "Trước ngày 28/4/2026", "2026-04-27", 1, "", ""),
    ("lao-cai", "bao-cao-so-nganh", "report", "trước ngày 08/5/2026", "2026-05-07", 16, PROVINCE, HOME),
    ("lao-cai", "bao-cao-xa-phuong", "report", "trước ngày 08/5/2026", "2026-05-07", 99, HOME, ""),
    ("lao-cai", "bao-cao-bo-noi-vu", "submit_up", "trước ngày 15/5/2026", "2026-05-14", 1, "Bộ Nội vụ", ""),
    ("an-giang", "so-ket", "hold", "trước ngày 29/5/2026", "2026-05-28", 113, "", ""),
    ("an-giang", "bao-cao", "report", "trước ngày 29/5/2026", "2026-05-28", 113, PARTY, ""),
    ("an-giang", "tham-luan", "speech", "trước ngày 27/5/2026", "2026-05-26", 9, PARTY, ""),
    ("binh-thanh", "bao-cao", "report", "trước ngày 22/4/2026", "2026-04-21", 6, CULTURE, ""),
    ("binh-thanh", "tham-luan", "speech", "trước ngày 22/4/2026", "2026-04-21", 6, OFFICE, ""),
    ("binh-thanh", "bao-cao-tong-hop", "report", "xong trước ngày 23/4/2026", "2026-04-22", 1, "", ""),
    ("binh-thanh", "chuan-bi-hoi-nghi", "prepare", "trước ngày 24/4/2026", "2026-04-23", 1, "", ""),
    ("binh-thanh", "gui-bao-cao", "submit_up", "trước ngày 24/4/2026", "2026-04-23", 1, ABOVE, ""),
]


@pytest.mark.parametrize(
    ("organisation", "task_id", "kind", "phrase", "last_day", "units", "send_to", "via"),
    OBLIGATIONS,
    ids=[f"{row[0]} {row[1]}" for row in OBLIGATIONS],
)
def test_obligation_is_what_the_document_prints(
    organisations: dict[str, Organisation],
    organisation: str,
    task_id: str,
    kind: str,
    phrase: str,
    last_day: str,
    units: int,
    send_to: str,
    via: str,
) -> None:
    task = plan_of(organisations, organisation).tasks[task_id]
    assert (task.kind, task.send_to, task.via) == (kind, send_to, via)
    assert len(units_of(task)) == len(set(units_of(task))) == units
    assert {due.reading.phrase for due in task.dues} == {phrase}
    assert {due.reading.last_day for due in task.dues} == {date.fromisoformat(last_day)}


def test_no_obligation_is_shipped_that_is_not_stated_here(organisations: dict[str, Organisation]) -> None:
    shipped = [(name, task) for name in organisations for task in plan_of(organisations, name).tasks]
    assert sorted(shipped) == sorted((row[0], row[1]) for row in OBLIGATIONS)


@pytest.mark.parametrize(
    ("organisation", "task_id", "owing"),
    [
        ("gia-lai", "so-ket-cap-tinh", ["so-noi-vu"]),
        ("gia-lai", "bao-cao-bo-noi-vu", ["so-noi-vu"]),
        ("lai-chau", "bao-cao-tinh", ["so-noi-vu"]),
        ("lao-cai", "ke-hoach", ["so-noi-vu"]),
        ("lao-cai", "bao-cao-bo-noi-vu", ["so-noi-vu"]),
        ("binh-thanh", "bao-cao-tong-hop", ["phong-van-hoa-xa-hoi"]),
        ("binh-thanh", "chuan-bi-hoi-nghi", ["phong-van-hoa-xa-hoi"]),
        ("binh-thanh", "gui-bao-cao", ["phong-van-hoa-xa-hoi"]),
    ],
)
def test_one_unit_owes(
    organisations: dict[str, Organisation], organisation: str, task_id: str, owing: list[str]
) -> None:
    assert units_of(plan_of(organisations, organisation).tasks[task_id]) == owing


@pytest.mark.parametrize(
    ("organisation", "task_id", "places"),
    [
        ("gia-lai", "so-ket", ("mục II.3.2", "mục II.5.2")),
        ("gia-lai", "bao-cao", ("mục II.3.2", "mục II.5.2")),
        ("lai-chau", "bao-cao", ("mục III.1", "mục IV.2")),
        ("lao-cai", "bao-cao-so-nganh", ("mục B.III.1", "mục B.IV.2", "Phụ lục 1, mục I, STT 2.1-2.8")),
        ("lao-cai", "bao-cao-xa-phuong", ("mục B.III.2", "mục B.IV.3", "Phụ lục 1, mục II, STT 2")),
        ("lao-cai", "bao-cao-bo-noi-vu", ("mục B.III.1", "mục B.IV.1", "Phụ lục 1, mục I, STT 2")),
        ("an-giang", "tham-luan", ("mục III.2.4", "mục V.2")),
        ("binh-thanh", "tham-luan", ("mục V.1", "Danh sách các đơn vị chuẩn bị báo cáo tham luận")),
    ],
)
def test_what_is_printed_twice_is_one_task_with_several_places(
    organisations: dict[str, Organisation], organisation: str, task_id: str, places: tuple[str, ...]
) -> None:
    assert plan_of(organisations, organisation).tasks[task_id].places == places


@pytest.mark.parametrize(
    ("organisation", "task_id", "cooperating"),
    [
        ("lao-cai", "ke-hoach", ("Các cơ quan, đơn vị liên quan",)),
        ("lao-cai", "bao-cao-so-nganh", ("Các cơ quan, đơn vị liên quan",)),
        ("lao-cai", "bao-cao-xa-phuong", ("Các cơ quan liên quan",)),
        ("binh-thanh", "chuan-bi-hoi-nghi", ("Văn phòng HĐND và UBND xã",)),
    ],
)
def test_cooperating_units_are_kept_as_printed(
    organisations: dict[str, Organisation], organisation: str, task_id: str, cooperating: tuple[str, ...]
) -> None:
    assert plan_of(organisations, organisation).tasks[task_id].cooperating == cooperating


@pytest.mark.parametrize(
    ("organisation", "group", "kinds", "one"),
    [
        ("gia-lai", "xa-phuong", {"UBND xã": 110, "UBND phường": 25}, ("21607", "UBND xã Nhơn Châu")),
        ("lai-chau", "xa-phuong", {"UBND xã": 36, "UBND phường": 2}, ("03637", "UBND xã Mường Kim")),
        ("lao-cai", "xa-phuong", {"UBND xã": 89, "UBND phường": 10}, ("02671", "UBND phường Cam Đường")),
        (
            "an-giang",
            "xa-phuong-dac-khu",
            {"Đảng ủy xã": 85, "Đảng ủy phường": 14, "Đảng ủy đặc khu": 3},
            ("31078", "Đảng ủy đặc khu Phú Quốc"),
        ),
    ],
)
def test_communes_are_named_bodies(
    organisations: dict[str, Organisation], organisation: str, group: str, kinds: dict[str, int], one: tuple[str, str]
) -> None:
    place = organisations[organisation]
    units = [place.units[unit] for unit in place.groups[group].unit_ids]
    count = Counter(kind for unit in units for kind in kinds if unit.name.startswith(f"{kind} "))
    assert dict(count) == kinds
    assert {unit.kind for unit in units} == {"commune"}
    assert place.units[one[0]].name == one[1]


@pytest.mark.parametrize("organisation", ["gia-lai", "lai-chau", "lao-cai"])
def test_departments_are_fifteen_named_bodies(organisations: dict[str, Organisation], organisation: str) -> None:
    place = organisations[organisation]
    members = place.groups["so-nganh"].unit_ids
    assert len(members) == 15
    assert {place.units[unit].kind for unit in members} == {"department"}
    assert place.units[place.standing_office_id].name == "Sở Nội vụ"
    assert place.standing_office_id in members
    assert place.units["so-van-hoa-the-thao-va-du-lich"].name == "Sở Văn hóa, Thể thao và Du lịch"


def test_every_group_is_the_admins_roster(organisations: dict[str, Organisation]) -> None:
    groups = [(name, group) for name, place in organisations.items() for group in place.groups.values()]
    assert len(groups) == 10
    assert [(name, group.id) for name, group in groups if group.printed] == []


@pytest.mark.parametrize(
    ("organisation", "number", "issued_on", "remind_from"),
    [
        ("gia-lai", None, None, "2026-04-22"),
        ("lai-chau", None, None, "2026-04-22"),
        ("lao-cai", "197/KH-UBND", "2026-05-04", "2026-05-04"),
        ("an-giang", None, None, "2026-05-20"),
        ("binh-thanh", None, None, "2026-04-20"),
    ],
)
def test_only_lao_cai_prints_a_number_and_a_day(
    organisations: dict[str, Organisation],
    organisation: str,
    number: str | None,
    issued_on: str | None,
    remind_from: str,
) -> None:
    plan = plan_of(organisations, organisation)
    assert plan.number == number
    assert plan.issued_on == (date.fromisoformat(issued_on) if issued_on else None)
    assert plan.remind_from == date.fromisoformat(remind_from)


def test_contradictions_are_kept_as_printed(organisations: dict[str, Organisation]) -> None:
    (own_plan,) = plan_of(organisations, "lao-cai").tasks["ke-hoach"].dues
    assert own_plan.reading.past_at_issue  # due before 28/4, in a plan of 04/5
    report = plan_of(organisations, "an-giang").tasks["bao-cao"]
    assert report.figures_to == date(2026, 5, 31)  # in a report due before 29/5
    (conference,) = plan_of(organisations, "binh-thanh").events
    assert conference.reading.phrase == "Tuần 4 tháng 4/2026"
    assert conference.reading.needs_confirmation  # it names no day


@pytest.mark.parametrize(
    ("organisation", "phrases"),
    [
        ("gia-lai", ["trước ngày 10/5/2026"]),
        ("lai-chau", []),
        ("lao-cai", []),
        ("an-giang", ["Dự kiến Hội nghị được tổ chức 01 buổi, ngày 01/6/2026 (thứ Hai)"]),
        ("binh-thanh", ["Tuần 4 tháng 4/2026"]),
    ],
)
def test_meetings_are_events(organisations: dict[str, Organisation], organisation: str, phrases: list[str]) -> None:
    assert [event.reading.phrase for event in plan_of(organisations, organisation).events] == phrases


def test_an_giang_conference_is_tentative(organisations: dict[str, Organisation]) -> None:
    (event,) = plan_of(organisations, "an-giang").events
    assert (event.reading.event_on, event.reading.tentative, event.venue) == (
        date(2026, 6, 1),
        True,
        "Hội trường lớn Tỉnh ủy",
    )


SYSTEM = "Thuận lợi, khó khăn trong vận hành hệ thống chính trị và chính quyền địa phương 2 cấp"
FRONT = "Đảng ủy Cơ quan Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh"
# unit by its name, how its topic begins, how it ends
SPEECHES = {
    "binh-thanh": [
        ("Trung tâm phục vụ hành chính công", "Giải pháp nâng cao chất lượng giải quyết thủ tục", "02 cấp tại cơ sở"),
        (CULTURE, "Ứng dụng chuyển đổi số", "trong hoạt động của chính quyền cấp xã"),
        ("Phòng Kinh tế", "Quản lý đất đai, môi trường - thực tiễn", "khi thực hiện chính quyền địa phương 02 cấp"),
        (OFFICE, "Nâng cao chất lượng công tác rà soát; xử lý, thẩm định", "mô hình chính quyền địa phương 02 cấp"),
        ("Công an xã", "Ứng dụng dữ liệu dân cư", "theo mô hình chính quyền địa phương 02 cấp"),
        ("Ban Chỉ huy Quân sự xã", "Xây dựng khu vực phòng thủ tinh", "tổ chức chính quyền địa phương 02 cấp"),
    ],
    "an-giang": [
        ("Đảng ủy phường Long Xuyên", SYSTEM, SYSTEM),
        ("Đảng ủy xã Giồng Riềng", SYSTEM, SYSTEM),
        ("Đảng ủy xã Ô Lâm", SYSTEM, SYSTEM),
        ("Đảng ủy xã Khánh Bình", SYSTEM, SYSTEM),
        ("Đảng ủy xã Châu Phú", SYSTEM, SYSTEM),
        ("Đảng ủy đặc khu Phú Quốc", SYSTEM, SYSTEM),
        (HOME, "Thuận lợi, khó khăn trong vận hành chính quyền", "phân cấp, phân quyền cấp tỉnh, cấp xã"),
        ("Sở Tài chính", "Việc sắp xếp, quản lý cơ sở vật chất, trang thiết bị", "sau hợp nhất, sáp nhập"),
        (FRONT, "Thuận lợi, khó khăn trong quản lý các tổ chức chính trị - xã hội", "chính quyền địa phương 2 cấp"),
    ],
}


@pytest.mark.parametrize("organisation", SPEECHES)
def test_every_speaker_has_its_topic(organisations: dict[str, Organisation], organisation: str) -> None:
    place, task = organisations[organisation], plan_of(organisations, organisation).tasks["tham-luan"]
    topics = {place.units[unit].name: topic for unit, topic in task.topics.items()}
    assert set(task.topics) == set(units_of(task))
    assert set(topics) == {unit for unit, _, _ in SPEECHES[organisation]}
    for unit, begins, ends in SPEECHES[organisation]:
        assert topics[unit].startswith(begins), unit
        assert topics[unit].endswith(ends), unit


WARNINGS = {
    "gia-lai": {"roster-not-printed": 2, "not-printed": 2, "receiver-owes": 1, "on-day-off": 1},
    "lai-chau": {"roster-not-printed": 2, "not-printed": 2, "receiver-owes": 1},
    "lao-cai": {"roster-not-printed": 2, "before-issue": 1, "receiver-owes": 1},
    "an-giang": {"roster-not-printed": 3, "not-printed": 2, "receiver-owes": 1, "figures-after-deadline": 1},
    "binh-thanh": {"roster-not-printed": 1, "not-printed": 2, "receiver-owes": 1, "event-day-unsure": 1},
}


@pytest.mark.parametrize("organisation", WARNINGS)
def test_what_the_document_leaves_open_is_a_warning(loaded: Loaded, organisation: str) -> None:
    told = [problem for problem in loaded.problems if Path(problem.place.file).parent.name == organisation]
    assert {problem.severity for problem in told} == {"warning"}
    assert Counter(problem.key for problem in told) == WARNINGS[organisation]


def test_nothing_else_is_told_of_the_shipped_plans(loaded: Loaded) -> None:
    assert len(loaded.problems) == sum(sum(kinds.values()) for kinds in WARNINGS.values())
