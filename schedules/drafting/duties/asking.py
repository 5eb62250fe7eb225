"""Say whether a sentence asks for something to be done."""

from __future__ import annotations

import re

from schedules.drafting.words.aligned import aligned

DOING = re.compile(
    r"\b(?:hoan thanh|hoan tat|xong|gui|nop|trinh|bao cao|ban hanh|thoi gian|thoi han|tien do|to chuc"
    r"|thuc hien|trien khai"
    r"|xay dung|tham muu|kiem tra|ra soat|lap|chuan bi|han|bat dau|phe duyet|cung cap|dang ky|gop y|y"
    r" kien|dua vao|van hanh"
    r"|mo (?:dot|lop|chien dich)|chuyen|thong bao|tra loi|phan hoi|giai trinh|cong khai|don doc|thu hoi|nghiem thu"
    r"|cap nhat|nhap|cong bo|niem yet|tong hop|tong ve sinh|chi dao|huy dong|ra quan|phat dong|dien"
    r" tap|tuyen truyen|tap huan|boi duong|dao tao|khao sat|giam sat|phuc tra|lay y kien|kiem ke|dieu"
    r" tra|khac phuc|xu ly|giai ngan|chi tra|ban giao|quyet toan|tham dinh|de xuat|cu )\b"
)
# "Thời gian lấy nước: từ ngày … đến ngày …" is a timetable, unless it is the time of a duty.
SCHEDULE = re.compile(r"\bthoi (?:gian|han|diem)\b")
# Who comes from outside keeps a timetable: "…; đoàn đánh giá làm việc từ ngày … đến ngày …".
OTHERS = re.compile(r"^\W*(?:doan (?!vien)|hoc sinh|thi sinh|nguoi|cong dan|khach|dai bieu|hoi dong (?:thi|coi|cham))")
BEFORE, AFTER = 1_200, 400  # characters around a phrase that can tell what it is


def does(flat: str, start: int, end: int) -> bool:
    """Say whether the sentence around a phrase asks for something to be done."""
    begin = max(flat.rfind(". ", 0, start), start - BEFORE, 0)
    if OTHERS.match(flat[max(flat.rfind("; ", begin, start), begin) : start]):
        return False
    return bool(DOING.search(SCHEDULE.sub("", flat[begin : min(sentence_end(flat, end), end + AFTER)])))


def asks(words: str, phrase: str) -> bool:
    """Say whether words that name nobody still ask for work: they must hand something in or finish it."""
    flat = aligned(words)
    return bool(DOING.search(SCHEDULE.sub("", flat)) or re.search(r"\bxong\b", aligned(phrase))) and "%" not in flat


def sentence_end(flat: str, end: int) -> int:
    found = flat.find(". ", end)
    return len(flat) if found < 0 else found
