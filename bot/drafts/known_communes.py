"""The communes of the country, so that the roster of "UBND các xã, phường" need not be typed: offered, never sure.

The list names its sources in its head: resolutions 1654–1687/NQ-UBTVQH15 of 16/6/2025 with the changes of 2026, and the
codes of Quyết định 19/2025/QĐ-TTg.
"""

from __future__ import annotations

import gzip
import re
import unicodedata
from functools import cache
from pathlib import Path
from typing import TypedDict, cast

LIST = Path(__file__).parent / "communes-of-2026-09-25.yaml.gz"
AS_OF = "25/9/2026"
# All communes of the province, and nothing that limits them: "các xã biên giới" and "các xã có liên quan" are some.
ALL = re.compile(
    r"(?:các|từng|mỗi) xã(?P<more>(?:,| và) (?:phường|đặc khu))*(?P<where> .+)?$|(?P<level>cấp xã)(?P<there> .+)?$"
)
WHERE = re.compile(r" (?:(?:thuộc|trong|của|trên địa bàn|toàn) )*(?:tỉnh|thành phố)(?: [\w ]+)?")
PLACE = re.compile(r"\b(?:(?:tỉnh|thành) (?:ủy|uỷ|đoàn)|tỉnh|thành phố|tp\.?) (?P<name>.+)$")


class Commune(TypedDict):
    code: str
    name: str
    kind: str


class Province(TypedDict):
    slug: str
    name: str
    communes: list[Commune]


@cache
def provinces() -> list[Province]:
    """Return the 34 provinces with their communes."""
    import yaml

    with gzip.open(LIST, "rt", encoding="utf-8") as file:
        return cast(list[Province], yaml.load(file, yaml.CSafeLoader)["provinces"])


def communes_meant(group: str, issuer: str) -> list[tuple[str, str, str]]:
    """Return code, name and kind of the communes that a group means; [] where that is unclear.

    Parameters:
        group: as printed: "Ủy ban nhân dân các xã, phường".
        issuer: "Ủy ban nhân dân tỉnh Lào Cai", "Sở Nội vụ tỉnh Lào Cai", "Tỉnh ủy An Giang".
    """
    meant = ALL.search(_read(group))
    where = (meant["where"] or meant["there"]) if meant else None
    if not meant or (where and not WHERE.fullmatch(where)):
        return []
    province = _province(issuer)
    rows = province["communes"] if province else []
    every = meant["more"] or meant["level"]
    return [(row["code"], row["name"], row["kind"]) for row in rows if every or row["kind"] == "xa"]


def _province(issuer: str) -> Province | None:
    place = PLACE.search(_read(issuer))
    return next((one for one in provinces() if place and _name(one["name"]) == place["name"]), None)


def _name(province: str) -> str:
    return re.sub(r"^(?:tỉnh|thành phố) ", "", _read(province))


def _read(name: str) -> str:
    return " ".join(unicodedata.normalize("NFC", name).casefold().split())
