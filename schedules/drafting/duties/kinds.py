"""Sort a piece of work by the words it is asked with."""

from __future__ import annotations

import re

from schedules.drafting.words.aligned import aligned
from schedules.plan import TaskKind

HIGHER = re.compile(
    r"\b(?:bo |chinh phu|thu tuong|trung uong|ubnd tinh|uy ban nhan dan tinh|tinh uy|thanh uy|hdnd"
    r" tinh|uy ban nhan dan thanh pho|ubnd thanh pho)"
)
# Not the second syllable of "công trình", "chương trình", "quy trình", "giải trình".
HAND_UP = r"(?<!giai )(?<!qua )(?<!quy )(?<!chuong )(?<!cong )(?<!lo )(?<!hanh )(?<!tien )trinh"
HANDED_UP = rf"(?:{HAND_UP}|bao cao|gui)"
# "báo cáo Bộ Chỉ huy quân sự tỉnh phê duyệt" asks for a decision.
FOR_DECISION = re.compile(r"\bbao cao (?!ket qua)[^;.,()]{3,60} (?:phe duyet|xem xet|cho y kien|cho chu truong)\b")
RULES: tuple[tuple[TaskKind, re.Pattern[str]], ...] = (
    ("speech", re.compile(r"\btham luan\b|\b(?:bai|y kien) phat bieu\b")),
    (
        "submit_up",
        re.compile(
            rf"\b{HAND_UP}\b(?! (?:do|tu))|\b(?:tham muu|(?<!bao cao )tong hop)\b[^;.]{{0,200}}?\b{HANDED_UP}\b"
        ),
    ),
    ("report", re.compile(r"\bbao cao\b")),
    (
        "hold",
        re.compile(
            r"\b(?:(?<!ke hoach )to chuc|hoan thanh viec so ket|hoan thanh so ket|mo) (?:so ket|tong ket|hoi nghi"
            r"|le|cuoc|tap huan|dien dan|hoi thi|vong (?:so khao|thi|chung khao)|thao luan|toa dam|hoi thao|lop|dot"
            r"|ngay hoi|ra quan|hop|dien tap|khao sat)|viec"
            r" so ket|\bkiem diem\b|\bdien tap\b"
        ),
    ),
    (
        "prepare",
        re.compile(r"\b(?:chuan bi|xay dung|tham muu|du thao|soan thao|ban hanh|lap (?:ke hoach|du toan))\b"),
    ),
    (
        "report",
        re.compile(
            r"\b(?:gui|nop|chuyen)\b[^;.]{0,40}\b(?:ket qua|de xuat)\b|\b(?:ket qua|de xuat)\b[^;.]{0,40}\b(?:gui"
            r"|chuyen)\b"
        ),
    ),
)


def kind_of(work: str) -> TaskKind:
    """Return the kind of a piece of work."""
    flat = aligned(work)
    if FOR_DECISION.search(flat):
        return "submit_up"
    if re.search(r"\b(?:bang|theo) hinh thuc (?:xay dung )?bao cao", flat):
        return "report"
    if re.match(
        r"(?:chu dong )?to chuc (?:so ket|tong ket|hoi nghi|le|cuoc|kiem tra|tap huan|dien dan)", flat
    ) and not re.search(r"\b(?:gui|nop) ", flat):
        return "hold"
    return next((kind for kind, pattern in RULES if pattern.search(flat)), "other")
