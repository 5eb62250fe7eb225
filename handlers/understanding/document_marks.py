"""Find a document's number and day in a message: "số 92/BC-UBND ngày 29/4/2026", "110-BC/ĐU"."""

from __future__ import annotations

import re
from datetime import datetime

from schedules.typed_dates import read_document_mark

KINDS = "bc|cv|kh|tb|ttr|tt|qd|qđ|nq|ct|hd|bb|gm"
SPACED = re.compile(
    rf"\b(?P<head>\d{{1,5}})\s*[/-]?\s*(?P<kind>{KINDS})\s*[-–/]?\s*"
    r"(?P<body>ubnd|hđnd|hdnd|đu|du|tu|bch|snv|stc|syt|sct|stp|vp|bcđ|bcd)\b",
    re.IGNORECASE,
)
PARTY = frozenset({"đu", "du", "tu"})
# "theo Công văn 1234/SNV-XDCQ của Sở" is the request that the report answers.
ANSWERED = re.compile(
    r"\b(?:theo|thực hiện|thuc hien|căn cứ|can cu)\s+[^,;]{0,25}?\d+\s?[/-]\s?\S+.{0,30}?\b(?:của|"
    r"cua)\s+(?:sở|so|snv|tỉnh|tinh|ubnd tỉnh|ubnd tinh|ban)\b"
    r"|\b(?:theo|thực hiện|thuc hien)\s+[^,;]{0,25}?\d+\s?/\s?(?:SNV|BTC|VP)\b",
    re.IGNORECASE,
)
LIKE = re.compile(r"\d\s?[/-]\s?[^\W\d_]|\b(?:số|so|sô)\s*:?\s*\d")
ABOUT_FIGURES = re.compile(r"\b(?:số|so)\s+(?:\d+\s+)?(?:xã|phường|liệu|lượng)", re.IGNORECASE)


def document_mark(text: str, now: datetime) -> dict[str, str]:
    """Return document_number and document_date, each where it is stated; a day alone is the day of handing in."""
    text = SPACED.sub(_joined, text)
    if not LIKE.search(text.lower()) or ABOUT_FIGURES.search(text):
        return {}
    if ANSWERED.search(text):
        return {}
    number, day = read_document_mark(text, now)
    if number is None:
        return {}
    found = {"document_number": number.upper()}
    return {**found, "document_date": day.isoformat()} if day else found


def _joined(found: re.Match[str]) -> str:
    """Write "45 bc ubnd" as 45/BC-UBND and "87 bc đu", of a Party body, as 87-BC/ĐU."""
    if not re.search(r"\s", found[0]):
        return found[0]
    body = found["body"].lower()
    if body in PARTY:
        return f"{found['head']}-{found['kind']}/{'ĐU' if body == 'du' else body}".upper()
    return f"{found['head']}/{found['kind']}-{body}".upper()
