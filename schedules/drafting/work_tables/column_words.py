"""The words by which the heading of a table's column tells what the column holds."""

from __future__ import annotations

import re
from enum import StrEnum


class Role(StrEnum):
    """Name what a column holds."""

    NUMBER = "number"
    DEADLINE = "deadline"
    START = "start"
    PERIOD = "period"
    COOPERATING = "cooperating"
    RECEIVER = "receiver"
    OWNER = "owner"
    TOPIC = "topic"
    PRODUCT = "product"
    TASK = "task"
    FIELD = "field"  # "Lĩnh vực": what its tasks have in common
    NOTE = "note"
    PLACE = "place"  # of a meeting: such a table is a programme, nobody owes it
    OTHER = "other"


# The first that is found holds: "Thời gian thực hiện" is a time, "Cơ quan phối hợp thực hiện" no owner.
HEADINGS: tuple[tuple[Role, re.Pattern[str]], ...] = tuple(
    (role, re.compile(pattern))
    for role, pattern in (
        (Role.NUMBER, r"^\W*(?:stt|tt|so tt|so thu tu|no)\W*$"),
        (Role.START, r"\b(?:bat dau|khoi cong|tu ngay)\b(?!.*(?:ket thuc|hoan thanh))"),
        (
            Role.OTHER,
            r"^ngay (?!nop|gui|hoan thanh|trinh|bao cao|den han)|\bdon vi tinh\b|\bdvt\b"
            r"|\bngay (?:thang )?(?:ban hanh|sinh|ky)\b|\bso (?:ky )?hieu\b|\blanh dao\b|\bchuc vu\b"
            r"|\btruong doan\b|\bdien thoai\b|\bso luong\b",
        ),
        (
            Role.OTHER,
            r"\bduoc (?:kiem tra|giam sat|thanh tra|khao sat)\b|\bkinh phi\b|\bthoi luong\b|\bnien do\b|\bthoi ky\b",
        ),
        (
            Role.DEADLINE,
            r"\bthoi (?:gian|han|diem|hieu)\b|\btien do\b|\bgia han\b|\bhan (?:nop|gui|hoan thanh|cuoi|chot|moi"
            r"|dieu chinh|bao cao"
            r"|trinh)\b|^\W*han\W*$|\bhoan thanh\b"
            r"|\bngay (?:nop|gui|hoan thanh|trinh|bao cao|den han)\b|^\W*thang\W*$|\blo trinh\b|\bmoc\b|\bky han\b"
            r"|\bket thuc\b|^\W*(?:xong|den han|deadline)\b"
            r"|\btruoc (?:ngay|\d)|^\W*truoc\b|\b(?:cham|muon|tre) nhat\b|\bden (?:het )?ngay\b|\bkhong (?:qua|muon"
            r"|cham)\b",
        ),
        (Role.PERIOD, r"^(?:ky|tan suat|dinh ky|che do bao cao|so ky)\b"),
        (Role.COOPERATING, r"^(?!.*\bchu tri\b).*\bphoi hop\b|\btham gia\b"),
        (Role.PRODUCT, r"^\W*(?:san pham|ket qua)\b"),
        # Who sends is the one that owes it; "nơi gửi" is where it goes.
        (
            Role.OWNER,
            r"\b(?:co quan|don vi|bo phan|nguoi|dau moi)(?:, don vi)? (?:gui|nop|bao cao|trinh|lap)\b"
            r"(?! (?:den|ve|cho))",
        ),
        (
            Role.RECEIVER,
            r"\b(?:noi|co quan|don vi|cap|dau moi|bo phan|nguoi)(?:, don vi)? (?:nhan|tiep nhan|tong hop)\b"
            r"|\b(?:gui|nop|bao cao|trinh) (?:cho )?(?:ai|noi nao|dau)\b|\bnoi (?:gui|nop|bao cao)\b|\b(?:gui|nop"
            r"|trinh|bao cao|chuyen) (?:ve|cho|den|toi|cap nao)\b"
            r"|^\W*(?:gui|nop|trinh)\W*$|\bcap (?:trinh|nhan|phe duyet)\b",
        ),
        (Role.TOPIC, r"\btham luan\b|\bchu de\b|\bphat bieu\b|\bten bai\b"),
        (Role.PLACE, r"\bdia diem\b|\bphong hop\b|\bthanh phan\b"),
        (Role.NOTE, r"\bghi chu\b|\bcan cu\b"),
        (Role.PRODUCT, r"\bsan pham\b|\bket qua\b|\bdau ra\b|\bhinh thuc\b"),
        (
            Role.TASK,
            r"^\W*(?:noi dung|nhiem vu|cong viec|ten (?:cong viec|nhiem vu|bao cao|van ban|de an)"
            r"|hoat dong|dau viec|muc|viec)\b",
        ),
        (
            Role.FIELD,
            r"^\W*(?:linh vuc|nhom|ten nhom|chuyen de|mang|chuong trinh|giai doan)\b(?!.*\b(?:thuc hien|phu trach)\b)",
        ),
        (
            Role.OWNER,
            r"\bchu tri\b|\bco quan\b|\bdon vi\b|\bdau moi\b|\bthuc hien\b|\bphan cong\b|\bchiu trach nhiem\b"
            r"|\btrach nhiem\b|\bdia phuong\b"
            r"|\bphong\b|\btham muu\b|\bto chuc\b|\bbo phan\b|\bso, nganh\b|\bubnd\b|\bxa, phuong\b|\bnguoi\b"
            r"|\bphu trach\b|\bai (?:lam|thuc hien|nop)\b|^\W*(?:giao(?: cho| ai)?|ai|khoa|truong|thon|doi tuong)\b",
        ),
        (
            Role.TASK,
            r"\b(?:noi dung|nhiem vu|cong viec|ten|hoat dong|bao cao|van ban|viec|chi tieu|de an|du an"
            r"|bieu mau|ho so)\b",
        ),
    )
)
