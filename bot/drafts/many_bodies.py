"""Tell from a printed name whether it means many bodies, and of what kind.

Read with its diacritics: "Môi trường" is not "mỗi trường".
"""

from __future__ import annotations

import re
import unicodedata

HEADS = (
    r"(?:thủ trưởng|chủ tịch|giám đốc|lãnh đạo|người đứng đầu|bí thư|ban thường vụ|hiệu trưởng|trưởng|"
    r"ủy ban nhân dân|uỷ ban nhân dân|ubnd) "
)
SEVERAL = "các|mỗi|những|từng|tất cả|toàn thể"
MEMBERS = (
    "xã|phường|đặc khu|thôn|bản|sở|phòng|ban đảng|đảng ủy|đảng bộ|chi bộ|trường|tổ chức|đoàn thể|đơn vị|thành viên"
)
MANY = re.compile(
    rf"^(?:{HEADS})*(?:{SEVERAL}) |\b(?:các|mỗi|từng|những) (?:{MEMBERS})\b|\b\d{{2,}} (?:xã|sở)\b|"
    rf"^(?:{HEADS})?(?:sở|phòng|ban|cơ quan|đơn vị|xã|thôn), |\b(?:liên quan|trực thuộc)$"
)
COMMUNES = re.compile(rf"\b(?:các|mỗi|từng|\d+) (?:xã|phường|đặc khu)\b|^(?:{HEADS})?xã, phường")
DEPARTMENTS = re.compile(r"\bsở, (?:ban|ngành)\b|\bcác (?:sở|ban, ngành|ngành)\b|\bsở ngành\b")
OF_COMMUNES = re.compile(r"(?:^|\s+)(?:(?:các|mỗi|từng|\d+)\s*)?(?:xã|phường|đặc khu)\b", re.IGNORECASE)
PARTY = re.compile(r"^(?:ban thường vụ |ban chấp hành |bí thư )?đảng (?:ủy|uỷ|bộ)$", re.IGNORECASE)
AUTHORITY = re.compile(r"(?:ủy ban nhân dân|uỷ ban nhân dân|ubnd)$|^(?:chủ tịch|lãnh đạo)$", re.IGNORECASE)
ALL_PLACES = re.compile(r"\bđịa phương\b")


def _read(name: str) -> str:
    return " ".join(unicodedata.normalize("NFC", name).casefold().split())


def is_group(name: str) -> bool:
    """Say whether a name means many bodies: "các sở", "Sở, ban, ngành", "cơ quan liên quan"."""
    return bool(MANY.search(_read(name)))


def is_communes(name: str) -> bool:
    """Say whether a group is one of communes."""
    return bool(COMMUNES.search(_read(name)))


def is_departments(name: str) -> bool:
    """Say whether a group is one of departments and of nothing else: "các sở, ban, ngành"."""
    return names_departments(name) and not is_communes(name)


def names_departments(name: str) -> bool:
    """Say whether departments are among those that a name means."""
    return bool(DEPARTMENTS.search(_read(name)))


def names_communes(name: str) -> bool:
    """Say whether communes are among those that a name means: "các sở, ngành, địa phương"."""
    return is_communes(name) or bool(ALL_PLACES.search(_read(name)))


def body_of(name: str) -> str:
    """Return what stands before each commune of a group: "Trạm Y tế" of "Trạm Y tế các xã", else the authority."""
    before = OF_COMMUNES.split(" ".join(unicodedata.normalize("NFC", name).split()), maxsplit=1)[0]
    if PARTY.search(before):
        return "Đảng ủy"
    return "UBND" if not before or AUTHORITY.search(before) else before
