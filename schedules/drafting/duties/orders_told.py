"""The ways of writing that tell of an order, or of the state of things, instead of giving one.

Each pattern is over aligned text and stands with its reason; schedules/drafting/duties/false_friends.py asks them.
"""

from __future__ import annotations

import re

# "Văn bản được ban hành trước ngày …", "đã hoàn thành trước ngày …": told, not asked for.
TOLD = re.compile(
    r"\b(?:(?:da|vua)(?: \w+){0,2}|duoc) (?:ban hanh|hoan thanh|thuc hien|to chuc|gui|bao cao|trien khai|trinh|"
    r"ky|cap|phe duyet|tiep nhan|khoi cong|co|nop|tra|giai quyet|xu ly)\b(?:(?!de nghi|yeu cau|giao "
    r"|[,;] ?(?:gui|trinh|bao cao|nop|hoan thanh))[^;.]){0,60}$"
)
# An order that another document gave is told here: "ban hành Công văn số … yêu cầu … trước ngày …".
ORDERED = re.compile(
    r"\b(?:ban hanh|da co|co|gui) (?:cong van|van ban|ke hoach|chi thi|cong dien|thong bao|to"
    r" trinh)(?: so)?[^;]{0,200}\b(?:yeu cau|de nghi|giao)\b[^;]*$"
    r"|\b(?:cong van|van ban|ke hoach|quyet dinh|chi thi|cong dien|nghi quyet)(?: so)?"
    r" \d[^;]*\((?:yeu cau|thoi han|de nghi|giao|han|trong do)[^()]*$"
)
# "Dự án được Bộ Xây dựng yêu cầu hoàn thành trước …", "Tại Thông báo số …, Chủ tịch yêu cầu …": another's order.
ORDER_TOLD = re.compile(
    r"\bduoc (?:[a-z]+ ){1,8}?(?:yeu cau|giao) (?:phai )?(?:hoan thanh|bao cao|gui|nop|trinh)[^;]*$"
    r"|^\W*tai (?:cong van|thong bao|van ban|chi thi|ke hoach|cong dien"
    r"|quyet dinh)(?: [a-z]+){0,4}? so [^;]*, [^;]{3,90}"
    r"\b(?:yeu cau|giao|chi dao)\b[^;]*$"
)
# "nhận được Công văn số … về việc …": what came in is told.
RECEIVED = re.compile(
    r"(?<!khi )(?<!sau )(?<!ngay )(?<!neu )\b(?:da )?nhan duoc (?:cong van|van ban|ke hoach|chi thi|cong dien"
    r"|thong bao|to trinh|quyet dinh)(?: hoa toc| khan)? so\b"
    r"(?!.*\b(?:de nghi|yeu cau|giao) (?:cac|quy|so|ubnd|phong|don vi))[^;]*$"
)
# What a superior has already set: "Bộ Y tế đã giao chỉ tiêu … trước ngày …".
ALREADY_SET = re.compile(
    r"^\W*(?:(?!gui\b|bao cao|nop\b|thuc hien|ra soat|hoan thanh)[a-z]+,? ){1,10}da (?:giao|yeu cau|chi dao"
    r"|de nghi) [^;]*$"
)
# "Theo Công văn số … của Bộ, thời hạn báo cáo là trước ngày …": what a superior has set for others.
SUPERIORS_TERM = re.compile(
    r"^\W*(?:(?:can cu|thuc hien|theo) (?:[a-z]+ ){0,4}?(?:cong van|van ban|ke hoach|quyet dinh|chi thi|thong bao"
    r"|cong dien"
    r"|chi dao|yeu cau|thong tu|nghi dinh)\b[^;]*, )(?:thi )?(?:thoi han|han|thoi diem)\b(?!.*\b(?:cac|de nghi"
    r"|yeu cau)\b)"
    r"[^;.]{0,90}$"
)
CITED = re.compile(
    r"\b(?:theo|tai|cua) (?:cong van|van ban|ke hoach|quyet dinh|chi thi|thong bao|cong dien) so [^;]{0,160}$"
)
# "Để kịp báo cáo Bộ Công an trước ngày …, đề nghị …": the issuer's own deadline is its reason to ask.
PURPOSE = re.compile(r"^\W*(?:de|nham|phuc vu) (?!nghi\b|xuat\b|cuong\b|an\b)[^;.]*[^;.,\s][ ]?$")
THEN_ASKS = re.compile(r"^[^.]*?, [^.]*?\b(?:de nghi|yeu cau|giao)\b")
REPLACED = re.compile(
    r"^[\") ]*(?:,? )?(?:thanh|sang|nay sua (?:lai )?(?:la|thanh)|duoc (?:sua|dieu chinh|doi) (?:lai )?(?:la|thanh))\b"
)
OLD_DATE = re.compile(
    r"\b(?:thay cho|thay vi|thay the(?: cho)?|khong phai(?: la)?)(?: moc| thoi han| thoi gian| han| ngay| cu)* ?[\"(]?$"
)
STATE = re.compile(
    r"^\W*(?:den|tinh den|hien|tuy nhien|nam|trong nam|qua|ngay)\b(?!.*\b(?:de nghi|yeu cau|giao)"
    r" ).*\b(?:con|chua|moi|da|van)\b"
)
STATE_OF_THINGS = re.compile(r"^[ ,]*(?:[^;.]{0,60}?)\b(?:moi|da|con|chua|co|van)\b")
NOT_YET_TOLD = re.compile(r"^(?:den|tinh den)\b")
# Where one of these stands before a phrase, it is never work.
TELLING = (ORDERED, ORDER_TOLD, RECEIVED, ALREADY_SET, SUPERIORS_TERM, OLD_DATE)
