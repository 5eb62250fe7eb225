"""Where a word stands tells more than the word: what may send a report, and what may be one."""

from __future__ import annotations

import re

# What may stand right after the verb, and what the clause may begin with: anything else was sent, or did the sending.
SENDING = r"\b(?:nop|gui|chuyen|day|up)"
AFTER = re.compile(
    rf"{SENDING}(?: (?:roi|duoc|lai|het|ca|luon|xong|di|bo sung|kem|du|dung|tron|ven|som|thang|lien|"
    r"xuoi|xong xuoi|tat ca|moi_ thu_?|lan luot|day du|"
    r"cac|nhung|may|cai|mot|1|2|them|toan bo))* (?P<next>[^ ,?]+(?: [^ ,?]+)?)"
)
OBJECT = re.compile(
    r"(?:bao cao|van ban|cong van|vb|file|ban(?: |$)|phu luc|so lieu|tai lieu|noi dung|tham luan|"
    r"ten_|so \d|\d|bieu|mau|word|excel|pdf|mail|scan|"
    r"(?:di|het|du|ca|luon|lai|day du|xong|som|lien)(?: |$)|so ket|tong ket|dinh kem|dien tu|giay$|"
    r"giay (?:roi|va|lan)|"
    r"(?:qua|len|ve|den|toi|sang|theo|tu|trong|o|tren|tai|cho|ben|cung|va|kem)\b|"
    r"vao (?!roi|xong|nhe|a$|cho|qua|sang|len)|"
    r"bang (?:duong|ban|file|mail|zalo|van ban|giay|truc|he|hinh|buu|ca|ioffice|phan|fax)\b|"
    r"(?:nop|gui|chuyen|phat hanh|buu dien)\b|"
    r"(?:luc|hom|sang|chieu|trua|dem|dau_|cuoi|ngay|tuan|bua|vua|gio|nay|lau|som|cham|dung|khi|"
    r"truoc|hoi)\b|thu (?:\d|hai|ba|tu|nam|sau|bay)|"
    r"(?:em|anh|chi_|ban_|bot|sep|ad|admin|nguoi_|"
    r"dong chi)(?: (?:oi|roi|luc|hom|sang|chieu|bao cao|day|a|nhe|qua|file|ban|xong|duoc|nguoi_|xem|"
    r"check|kiem)|$)|"
    r"(?:so_|snv|tinh|trung|tw|uy ban|ubnd|van phong|vp|phong|dang_|hdnd|xa|phuong)\b|"
    r"(?:a|nhe|nha|ne|do|day|ay|vay|ma|oi|ha|u|uh|thoi|hoi_|hen|heng|hi|he|luu|nghe|ok|oke|roi|xong|"
    r"voi|giup|thanh|hoan|truc|ioffice|eoffice|mang|lgsp|zalo|ho_?)\b)"
)
SUBJECT = re.compile(
    r"(?!co |bac |qua |the |chung (?!em|toi|minh)|"
    r"thu (?!\d|hai|ba|tu|nam|sau|bay))(?:(?:em|anh|chi_|chi|co|chu|bac|minh|toi|ta|ben|xa|phuong|"
    r"so_|phong|don vi|dac khu|dang_ uy|ubnd|hdnd|uy ban|ten_|nguoi_|bot|vang|a|oi|thua|kinh|"
    r"gui|nop|da|vua|moi|cung|con|bay gio|nay|hom|(?<=hom )qua|(?<=sang )qua|(?<=chieu )qua|"
    r"(?<=dem )qua|(?<=trua )qua|kia|sang|chieu|trua|dem|luc|gio|tu|thu \d|tuan|truoc|ngay|\d\S*|"
    r"bao cao|van ban|cong van|so|"
    r"file|ban|phu luc|bieu|so lieu|tai lieu|noi dung|cai|cac|may|nhung|moi_ thu_?|tat ca|so ket|"
    r"cua|nha|tinh|ok|roi|xong|do|ay|day|thi|la|co|chung|"
    r"luon|het|duoc|du|ca|va|kem|lan|van thu_?|can bo_?|trong|ngoai|giay|mem|cung|goc|word|pdf|u|uh|"
    r"dung|som|hoi_|ma|le|hoan thanh|hoan tat|sap|thoi|cham|khong|trinh|mot|nam|01|"
    r"ky so|dong dau_?|phat hanh|ban hanh|chinh|chinh thuc|thuc hien|mo hinh|chinh quyen|dia phuong|"
    r"hai|cap|bo may|to chuc|sap xep|hoat dong|tinh hinh|ket qua|viec|ky|bam|an|nhan|nut|scan|in|up|"
    r"theo|di|yeu cau|nhe|nghe)(?: |$))*"
)
HANDED = re.compile(r"nop (?:anh|chi_|em|qua (?:roi|xong|nhe|cho|a)|bot|ban_)\b")
SENT_AT = re.compile(rf"{SENDING}\b")


def in_place(clause: str) -> bool:
    """Say whether what stands before the verb can send a report, and what stands after it can be one.

    A word's place tells more than the word: "cờ" and "có" are both typed "co", but nobody writes "nộp có rồi".
    """
    verb = SENT_AT.search(clause)
    if verb is None:
        return True
    if not SUBJECT.fullmatch(clause[: verb.start()]):
        return False
    found = AFTER.search(clause)
    if found is None:
        return True
    if HANDED.match(found[0]):
        return False  # "nộp anh", "nộp qua" would be "ảnh", "quà"
    return OBJECT.match(found["next"]) is not None
