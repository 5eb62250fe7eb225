"""The head and the foot of a report: whose it is in which form, who gets it."""

from __future__ import annotations

import pytest

from handlers.outlines.document_head import heading_of, receivers, superior
from schedules.plan import Unit
from tests.handlers.documents import head, made, shipped
from tests.handlers.small_plans import BINH_THU, NOI_VU, SMALL, SO_KET, VI_DU


@pytest.mark.parametrize(
    ("id", "unit", "left", "right"),
    [
        ("lao-cai", "04750", ["ỦY BAN NHÂN DÂN", "XÃ BẢO ÁI", "", "Số: ....../BC-UBND"], "CỘNG HÒA XÃ HỘI"),
        ("an-giang", "31078", ["ĐẢNG ỦY", "ĐẶC KHU PHÚ QUỐC", "*", "Số ......-BC/ĐU"], "ĐẢNG CỘNG SẢN VIỆT NAM"),
        ("an-giang", "ban-to-chuc-tinh-uy", ["BAN TỔ CHỨC TỈNH ỦY", "*", "Số ......-BC/......"], "ĐẢNG CỘNG SẢN"),
        ("an-giang", "so-noi-vu", ["SỞ NỘI VỤ", "", "Số: ....../BC-......"], "CỘNG HÒA XÃ HỘI"),
    ],
)
def test_a_body_of_the_party_has_the_head_of_the_party(id: str, unit: str, left: list[str], right: str) -> None:
    shown = head(made(id, unit))
    assert shown[0] == left
    assert shown[1][0].startswith(right)


@pytest.mark.parametrize(
    ("name", "printed"),
    [
        ("UBND xã Nhơn Châu", "ỦY BAN NHÂN DÂN\nXÃ NHƠN CHÂU"),
        ("Văn phòng HĐND và UBND xã", "VĂN PHÒNG HỘI ĐỒNG NHÂN DÂN VÀ ỦY BAN NHÂN DÂN XÃ"),
        ("Đảng ủy xã Ô Lâm", "ĐẢNG ỦY XÃ Ô LÂM"),
        ("Sở Nội vụ", "SỞ NỘI VỤ"),
        ("", "........................"),
    ],
)
def test_a_name_is_printed_in_full(name: str, printed: str) -> None:
    assert heading_of(name) == printed


@pytest.mark.parametrize(
    ("id", "unit", "above"),
    [
        ("lao-cai", "so-tai-chinh", "Ủy ban nhân dân tỉnh Lào Cai"),
        ("binh-thanh", "phong-kinh-te", "Ủy ban nhân dân xã Bình Thành"),
        ("binh-thanh", "cong-an-xa", ""),
        ("lao-cai", "04750", ""),
        ("an-giang", "so-noi-vu", ""),
    ],
)
def test_only_an_office_of_a_committee_prints_it_above(id: str, unit: str, above: str) -> None:
    organisation, _ = shipped(id)
    assert superior(organisation, organisation.units[unit]) == above


def test_receivers_are_those_of_the_units_own_report() -> None:
    units = SMALL.organisations[VI_DU].units
    assert receivers(SO_KET, units[BINH_THU]) == ["Ủy ban nhân dân tỉnh", "Sở Nội vụ"]
    assert receivers(SO_KET, units[NOI_VU]) == ["Bộ Nội vụ"]
    assert receivers(SO_KET, Unit("x", "X", "commune")) == receivers(SO_KET, None) == ["......"]
