"""Read a document's head: kind, number, day, issuer, title and secrecy, with the line that each was read from."""

from __future__ import annotations

import re
from datetime import date

from schedules.drafting.document import Document, Paragraph
from schedules.drafting.draft import Head
from schedules.drafting.heads import front, issuer_words, issuers
from schedules.drafting.words.joining import shouted

NUMBER_LINE = re.compile(r"^\W*S[ốôóòồổ]\s*[:.]?\s*(?P<rest>.*)$", re.IGNORECASE)
NUMBER = re.compile(r"^(\d+[A-Za-z]?)\s*((?:/\s*\d{4}\s*)?[/-]\s*[A-ZĐƯ][\w&.,/+–-]*)")
BELOW_ADDRESSEES = re.compile(r"^\W*S[ốôóòồổ]\s*[:.]\s*\d+\s*/")
ONLY_NUMBER = re.compile(r"^(\d{1,5})\W*$")
WORDS = r"ng[àảáâa]y|ngáy"  # as printed, and as a scanner reads it
MONTH, YEAR = r"(?:th[áảâàa]ng|/|-|\.)", r"(?:n[ăảâãa]m|/|-|\.)"
ON_DAY = re.compile(rf"(?:{WORDS})\s*(\d{{1,2}})\s*{MONTH}\s*(\d{{1,2}})\s*{YEAR}\s*(\d{{4}})", re.IGNORECASE)
DAY = re.compile(rf"(?:^|,|\s)\W*{ON_DAY.pattern}[\W_]*$", re.IGNORECASE)
PLACE = r"\W*(?:[^,:;\d]{2,45},\s*|(?:[A-ZĐÀ-Ỹ]\w*\s+){1,5})?"
DAY_LINE = re.compile(rf"^{PLACE}(?i:{WORDS})\b.{{0,30}}(?i:{MONTH}).{{0,20}}(?i:{YEAR}).{{0,10}}$")
SHORT_DAY = re.compile(r"^[^,:;\d]{2,45},\s*(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})[\W_]*$")
ATTACHED = re.compile(
    r"kèm theo\s+[\w\s]{3,40}?số\s*:?\s*(\d+\s*(?:/\d{4})?\s*[/-]\s*[\w&/-]+)[,\s]+ngày\s+(\d{1,2})\s*(?:tháng"
    r"|/)\s*(\d{1,2})\s*(?:năm|/)\s*(\d{4})",
    re.IGNORECASE,
)
SECRET = re.compile(r"^\W*(TUYỆT MẬT|TỐI MẬT|MẬT)\W*$")
MISREAD = str.maketrans("OolI", "0011")
NO_SUBJECT = re.compile(r"^TÀI LIỆU(?:\s+[^\W\d]+){0,5}$|^(?:TỜ TIN|HỎI ĐÁP PHÁP LUẬT)$")
HEAD_LINES = 45
LONGEST_TITLE = 250
LONGEST_LINE = 120  # characters of a line with the number or the day


def head(document: Document) -> Head:
    """Return what the document says of itself; None where it leaves a blank."""
    lines = [_digits(paragraph.text) for paragraph in document.paragraphs[:HEAD_LINES]]
    blocks = document.blocks
    own = [_digits(block.text) for block in blocks[: front.length(blocks)] if isinstance(block, Paragraph)]
    words: dict[str, str] = {}
    number = _number(own or lines[:12], words)
    issued_on = _issued_on(own or lines[:12], words)
    if not words.get("number"):
        below = _below_addressees(document)
        number, issued_on = _number(below, words), issued_on or _issued_on(below, words)
    if not words.get("number") and not words.get("issued_on"):
        number, issued_on = _attached(document, words)
    kind, title = _kind(own, words), _title(own, words) or _bulletin(document, words)
    issuer = issuers.issuer(document, own, words)
    secrecy = next((found[1].capitalize() for line in lines if (found := SECRET.match(line))), None)
    return Head(kind, number, issued_on, issuer, title, secrecy, words)


def _digits(text: str) -> str:
    """Mend what a scan made of the digits of a year or a day ("2O26", "l2")."""
    return re.sub(r"\b[\dOolI]*\d[\dOolI]*\b", lambda found: found[0].translate(MISREAD), text)


def _number(lines: list[str], words: dict[str, str]) -> str | None:
    for line in lines:
        if (found := NUMBER_LINE.match(line)) and len(line) < LONGEST_LINE:
            words["number"] = line
            filled = NUMBER.match(found["rest"]) or ONLY_NUMBER.match(found["rest"])
            return re.sub(r"\s+", "", "".join(filled.groups())).rstrip(".,-") if filled else None
    return None


def _issued_on(lines: list[str], words: dict[str, str]) -> date | None:
    for line in lines:
        if len(line) >= LONGEST_LINE:
            continue
        if DAY_LINE.match(line):
            words["issued_on"] = line
            return _day(*found.groups()) if (found := DAY.search(line)) else None
        # Without a letterhead the day stands behind the number: "(Số: 12/TB-SXD, Lộc An, ngày …)".
        behind = ON_DAY.search(line) if front.NUMBER_LINE.match(line) else SHORT_DAY.match(line)
        if behind:
            words["issued_on"] = line
            return _day(*behind.groups())
    return None


def _day(day: str, month: str, year: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _below_addressees(document: Document) -> list[str]:
    """Return the line of a telegram's number below those whom it addresses ("Số: 06/CĐ-UBND, ngày …")."""
    lines = (_digits(paragraph.text) for paragraph in document.paragraphs[:HEAD_LINES])
    return [line for line in lines if len(line) < LONGEST_LINE and BELOW_ADDRESSEES.match(line)][:1]


def _attached(document: Document, words: dict[str, str]) -> tuple[str | None, date | None]:
    """Read number and day from an annex's "(Kèm theo Kế hoạch số … ngày …)" where the head itself is missing."""
    for paragraph in document.paragraphs:
        if len(paragraph.text) < 300 and (found := ATTACHED.search(paragraph.text)):
            words["number"] = words["issued_on"] = paragraph.text
            return re.sub(r"\s+", "", found[1]), _day(found[2], found[3], found[4])
    return None, None


def _kind(lines: list[str], words: dict[str, str]) -> str:
    for line in lines:
        if (found := front.KIND.match(line)) and shouted(found["kind"]):
            words["kind"] = line
            return found["kind"].capitalize()
    return "Công văn" if any(front.SUBJECT.match(line) or front.TO.match(line) for line in lines) else ""


def _title(lines: list[str], words: dict[str, str]) -> str | None:
    at = next(
        (at for at, line in enumerate(lines) if (found := front.KIND.match(line)) and shouted(found["kind"])), None
    )
    if at is None:
        return _subject(lines, words)
    found = front.KIND.match(lines[at])
    title = " ".join(([found["rest"].strip()] if found and found["rest"] else []) + _up_to_letterhead(lines[at + 1 :]))
    if title:
        words["title"] = title
    return title[:1].upper() + title[1:] or None


def _up_to_letterhead(lines: list[str]) -> list[str]:
    said: list[str] = []
    for line in lines:
        if front.TO.match(line) or front.SENDS.search(line) or line.startswith("("):
            break
        if not front.LETTERHEAD.match(line) and not front.NATION.match(line):
            said.append(line)
    return said


def _subject(lines: list[str], words: dict[str, str]) -> str | None:
    """Return a letter's subject ("V/v …"), its further lines up to the next line of the letterhead included."""
    at = next((at for at, line in enumerate(lines) if front.SUBJECT.match(line)), None)
    if at is None:
        return None
    said = [lines[at]]
    for line in lines[at + 1 :]:
        if any(known.match(line) for known in (front.TO, front.LETTERHEAD, front.NATION)) or front.SENDS.search(line):
            break
        if shouted(line) or DAY_LINE.match(line):
            break
        said.append(line)
    words["title"] = " ".join(said)
    return words["title"]


def _bulletin(document: Document, words: dict[str, str]) -> str | None:
    """Return the heading that a paper without number and kind begins with: a bulletin's title."""
    first = next((one for one in document.paragraphs[:4] if issuer_words.PAPER.match(one.text)), None)
    first = first or next(iter(document.paragraphs), None)
    if first is None or words.get("number") or len(first.text) > LONGEST_TITLE or not _heads(first):
        return None
    if NO_SUBJECT.match(first.text) and (below := _line_below(document, first)):
        first = below
    words["title"] = first.text
    return first.text.capitalize() if shouted(first.text) else first.text


def _line_below(document: Document, first: Paragraph) -> Paragraph | None:
    """Return the line that says what a paper is about whose own heading does not."""
    at = document.paragraphs.index(first) + 1
    below = next(iter(document.paragraphs[at : at + 1]), None)
    return below if below and len(below.text) < LONGEST_TITLE and not below.text.endswith((".", ";", ":")) else None


def _heads(first: Paragraph) -> bool:
    if issuer_words.STARTS.match(first.text) and shouted(first.text):
        return False
    return first.level > 0 or first.strong or shouted(first.text)
