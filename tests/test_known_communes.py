"""The communes that a draft offers for a group: those of the issuer's province, or none."""

from __future__ import annotations

import pytest

from bot.drafts.known_communes import communes_meant, provinces

LAO_CAI = "Ủy ban nhân dân tỉnh Lào Cai"


def test_the_list_is_the_whole_country() -> None:
    assert len(provinces()) == 34
    assert sum(len(one["communes"]) for one in provinces()) == 3321


@pytest.mark.parametrize(
    ("group", "issuer", "count"),
    [
        ("Ủy ban nhân dân các xã, phường", LAO_CAI, 99),
        ("UBND các xã, phường trên địa bàn tỉnh", LAO_CAI, 99),
        ("UBND cấp xã", LAO_CAI, 99),
        ("UBND các xã", LAO_CAI, 89),
        ("Đảng ủy các xã, phường, đặc khu", "Tỉnh ủy An Giang", 102),
        ("Ủy ban nhân dân các xã, phường", "Sở Nội vụ tỉnh Gia Lai", 135),
        ("UBND các xã, phường", "Ủy ban nhân dân thành phố Hà Nội", 126),
        ("UBND các xã, phường", "Ủy ban nhân dân Thành phố Hồ Chí Minh", 168),
        ("UBND các xã biên giới", LAO_CAI, 0),
        ("UBND các xã, phường có liên quan", LAO_CAI, 0),
        ("UBND các xã, phường", "Ủy ban nhân dân tỉnh Vĩnh An", 0),  # no such province
        ("UBND các xã, phường", "", 0),
        ("Các sở, ban, ngành", LAO_CAI, 0),
    ],
)
def test_communes_meant(group: str, issuer: str, count: int) -> None:
    assert len(communes_meant(group, issuer)) == count
