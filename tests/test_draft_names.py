"""Ids and groups made of the names that documents print."""

from __future__ import annotations

import pytest

from bot.drafts.ids import Ids, slug
from bot.drafts.many_bodies import body_of, is_group
from bot.drafts.named_bodies import OfDocument, OfOrganisation
from schedules.drafting.draft import Draft, Head, Obligation
from schedules.phrases import read
from tests.drafting.issued import shipped

# A printed name, whether it means many bodies, and its id.
NAMES = {
    "Sở Nội vụ": (False, "so-noi-vu"),
    "Sở Nông nghiệp và Môi trường": (False, "so-nong-nghiep-va-moi-truong"),
    "Đảng ủy các cơ quan Đảng tỉnh": (False, "dang-uy-cac-co-quan-dang-tinh"),
    "Ban Quản lý các khu công nghiệp": (False, "ban-quan-ly-cac-khu-cong-nghiep"),
    "UBND xã Mường Tè": (False, "ubnd-xa-muong-te"),
    "Các sở, ban, ngành tỉnh": (True, "so-ban-nganh-tinh"),
    "Sở, ban, ngành": (True, "so-ban-nganh"),
    "Ủy ban nhân dân các xã, phường": (True, "xa-phuong"),
    "Thủ trưởng các đơn vị": (True, "don-vi"),
    "các cơ quan, đơn vị liên quan": (True, "co-quan-don-vi-lien-quan"),
    "Ban thường vụ đảng ủy các xã, phường, đặc khu": (True, "xa-phuong-dac-khu"),
}


@pytest.mark.parametrize("name", NAMES)
def test_a_name_gives_its_id_and_says_whether_it_means_many(name: str) -> None:
    many, id = NAMES[name]
    assert is_group(name) is many
    assert slug(name, many=many) == id


def test_ids_are_unique_and_short() -> None:
    ids = Ids()
    assert [ids.new("Báo cáo", "viec"), ids.new("báo  cáo", "viec"), ids.new("…", "viec")] == [
        "bao-cao",
        "bao-cao-2",
        "viec",
    ]
    assert len(slug("Tổ chức tổng kết công tác thử nghiệm của các cơ quan, đơn vị năm 2026")) <= 40


# A group of communes, and the body that each of them is then named with.
BODIES = {
    "UBND các xã, phường": "UBND",
    "Ủy ban nhân dân xã, phường": "UBND",
    "Chủ tịch Ủy ban nhân dân các xã": "UBND",
    "Các xã, phường": "UBND",
    "Ban thường vụ đảng ủy các xã, phường, đặc khu": "Đảng ủy",
    "Trạm Y tế các xã, phường": "Trạm Y tế",
}


@pytest.mark.parametrize("name", BODIES)
def test_a_group_of_communes_says_what_its_members_are(name: str) -> None:
    assert body_of(name) == BODIES[name]


def of(*units: str, **rosters: tuple[str, ...]) -> OfDocument:
    from datetime import date

    owed = Obligation("Báo cáo", "report", read("trước ngày 20/5/2026", date(2026, 5, 4)), units)
    return OfDocument(Draft(Head(), (owed,), rosters=rosters))


def test_one_body_printed_in_several_ways_is_one() -> None:
    bodies = of("Các sở, ban, ngành tỉnh", "các sở, ban, ngành", "UBND các xã", "Ủy ban nhân dân các xã", "Sở Một")
    assert [body.name for body in bodies.groups] == ["Các sở, ban, ngành tỉnh", "UBND các xã"]
    assert [body.name for body in bodies.units] == ["Sở Một"]


def test_a_listed_group_has_its_members_and_a_list_of_nobody_is_only_units() -> None:
    bodies = of("Các phòng", **{"Các phòng": ("Phòng Một", "Phòng Hai"), "DANH SÁCH": ("Phòng Ba",)})
    assert [(body.id, body.members) for body in bodies.groups] == [("phong", ("Phòng Một", "Phòng Hai"))]
    assert [body.id for body in bodies.units] == ["phong-mot", "phong-hai", "phong-ba"]


# A printed name, and what it is in an organisation that is there; "?" where that must be asked.
KNOWN = {
    "Sở Nội vụ": ["so-noi-vu"],
    "Sở NN&MT": ["so-nong-nghiep-va-moi-truong"],
    "các sở, ban, ngành": ["so-nganh"],
    "UBND các xã, phường": ["xa-phuong"],
    "UBND xã Mường Tè": ["03445"],
    "Sở Nông nghiệp và Tài nguyên": ["so-nong-nghiep-va-moi-truong?"],
    "các sở, ngành, địa phương": ["so-nganh?", "xa-phuong?"],
    "Chi cục Thử nghiệm": [],
}


@pytest.mark.parametrize("printed", KNOWN)
def test_bodies_of_an_organisation_are_found(printed: str) -> None:
    found = OfOrganisation(shipped("lai-chau")).find(printed)
    assert [body.id + ("" if body.sure else "?") for body in found] == KNOWN[printed]
