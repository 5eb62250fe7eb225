"""Find the authority that issued a document, named as its text names it ("Ủy ban nhân dân tỉnh Lào Cai")."""

from __future__ import annotations

import re
from collections import Counter

from schedules.drafting.document import Document
from schedules.drafting.heads import front
from schedules.drafting.heads.issuer_names import ADMIN, PLACED, by_rule, cased
from schedules.drafting.heads.issuer_words import (
    BELOW,
    BRANCH,
    BY_COMMITTEE,
    COMMITTEE,
    COMMITTEE_OF_PLACE,
    GOES_ON,
    HANGING,
    HOUSE,
    OF_A_PLACE,
    PAPER,
    PARTY_PLACE,
    ROOM,
    STARTS,
    UNION,
    WHOLE,
)
from schedules.drafting.heads.misread import mended
from schedules.drafting.words.bodies import is_body
from schedules.drafting.words.joining import shouted
from schedules.drafting.words.names import named_at

STANDS_IN = re.compile(r"^(?:TM|T/M)\.?\s+(?P<body>.+)$")
COMPILES = re.compile(r"^| [-–] |\(|\bdo |(?:biên soạn|phát hành|thực hiện): ", re.IGNORECASE)
COMPILED = re.compile(r"\s+(?:biên soạn|phát hành|tổng hợp,? biên soạn|tổng hợp và phát hành|thực hiện và phát hành)\b")
COMPILED_LINES = 6
LONGEST_NAME = 110  # characters
SENTENCE = re.compile(
    r"(?P<body>(?:Ủy ban nhân dân|UBND|Ban Thường vụ|Ban Chấp hành|Ban Thường trực|Hội đồng nhân dân|Đảng ủy"
    r"|Tỉnh ủy|Sở|Văn phòng|Phòng|Trung tâm|Chi cục|Bệnh viện|Trường|Hội|Tỉnh đoàn|Công an|Thanh tra)"
    r"(?:\s+(?!(?:ban hành|xây dựng|đề nghị|yêu cầu|thông báo)\b)\w+){0,12}?)"
    r"\s+(?:ban hành|xây dựng|đề nghị|yêu cầu|thông báo:)"
)
PLACE_DAY = re.compile(r"^([^,\d]{2,40}),\s*ngày\b")


def issuer(document: Document, head: list[str], words: dict[str, str]) -> str | None:
    """Return the issuing authority, or None; ``words`` gets the line that says it."""
    text = "\n".join(paragraph.text for paragraph in document.paragraphs)
    return _letterhead(head, text, words) or _told(head, text, words) or _signed(document, head, text, words)


def _letterhead(head: list[str], text: str, words: dict[str, str]) -> str | None:
    """Read the left column of the head: the authority above it, then the one that issues, the last named."""
    bodies: list[str] = []
    for line in head:
        if (
            PAPER.match(line)
            or front.NUMBER_LINE.match(line)
            or front.KIND.match(line)
            or front.SUBJECT.match(line)
            or front.TO.match(line)
        ):
            break
        clean = mended(line.strip(" *_-–."))
        if front.NATION.match(clean) or not clean or not shouted(clean):
            continue
        if _begins(clean, bodies):
            bodies.append(clean)
        elif bodies:
            bodies[-1] += " " + clean
    if not bodies:
        return None
    words["issuer"] = " / ".join(bodies)
    committee = BY_COMMITTEE.search(words.get("number", "")) and COMMITTEE.match(bodies[-1])
    named = _with_place(
        cased(bodies[-1], text) if committee and PLACED.search(bodies[-1]) else _named(bodies, text), head
    )
    return _placed(named, head, text) if named.endswith("nhân dân") else named


def _with_place(name: str, head: list[str]) -> str:
    """Write the place of the document's day with its capitals where the name has it: "Công ty cấp nước Lộc An"."""
    place = next((found[1].strip() for line in head if (found := PLACE_DAY.match(line))), None)
    return re.sub(rf"\b{re.escape(place)}\b", place, name, flags=re.IGNORECASE) if place else name


def _begins(line: str, above: list[str]) -> bool:
    """Say whether a line of the left column begins a body's name rather than going on with the one above."""
    if not above:
        return STARTS.match(line) is not None
    if HANGING.search(above[-1]):
        return False
    return STARTS.match(line) is not None or bool(WHOLE.search(above[-1]) and not GOES_ON.match(line))


def _named(bodies: list[str], text: str) -> str:
    """Name the last body; what only the line above tells (whose office, of which province) is added."""
    own, above = bodies[-1], bodies[-2] if len(bodies) > 1 else ""
    if (seated := COMMITTEE_OF_PLACE.match(own)) and UNION.match(above):
        return f"{cased(above, text).removesuffix(' Việt Nam')} {by_rule(seated['place'], capital=False)}"
    committee = COMMITTEE.match(own)
    if committee and committee.end() < len(own):
        own = own[committee.end() :]
    elif (committee and UNION.match(above)) or (ROOM.match(own) and HOUSE.match(above)):
        return cased(above, text)
    last = cased(own, text)
    if above and BRANCH.match(own):
        return f"{cased(above, text)} - {last}"
    if not above or PLACED.search(own):
        return last
    return f"{last} {cased(above, text)}" if BELOW.match(own) else _of_place(own, last, above)


def _of_place(own: str, last: str, above: str) -> str:
    """Add the place of the body above where a body is one of a place ("Sở Nội vụ", "Công an tỉnh")."""
    level, name = _place_of(above)
    if not name or not (OF_A_PLACE.match(own) or last.casefold().endswith(f" {level}")):
        return last
    return f"{last} {name if last.casefold().endswith(f' {level}') else f'{level} {name}'}"


def _place_of(above: str) -> tuple[str, str]:
    """Return the level and the name of a body's place: of "UBND TỈNH LỘC AN" and of "TỈNH ỦY LỘC AN"."""
    if place := PLACED.search(above):
        level, _, name = by_rule(place[0], capital=False).partition(" ")
        return level, name
    if found := PARTY_PLACE.search(above):
        return ("thành phố" if found[1] == "THÀNH" else found[1].lower()), found[2].title()
    return "", ""


def _told(head: list[str], text: str, words: dict[str, str]) -> str | None:
    """Read who issues it from the line of its number ("(Số: …, ngày … - Sở Xây dựng)"), or who a bulletin names."""
    for line in head:
        if front.NUMBER_LINE.match(line) and is_body(name := re.split(r" [-–] ", line)[-1].strip(" ().*")):
            words["issuer"] = line
            return name
    for line in text.split("\n")[:COMPILED_LINES]:
        for found in COMPILES.finditer(line):
            name = COMPILED.split(line[found.end() :])[0].strip(" ().,;")
            if (
                named_at(name)
                and len(name) < LONGEST_NAME
                and (found[0].endswith(": ") or COMPILED.search(line, found.end()))
            ):
                words["issuer"] = line
                return name
    return None


def _signed(document: Document, head: list[str], text: str, words: dict[str, str]) -> str | None:
    """Take the authority from the sentence that issues the document, else from the signature; the place from where."""
    found = next((match for line in text.split("\n")[:40] if (match := SENTENCE.search(line))), None)
    signed = next((match for line in text.split("\n") if (match := STANDS_IN.match(line)) and shouted(line)), None)
    body = found["body"] if found else cased(signed["body"], text) if signed else None
    if body is None:
        return None
    words["issuer"] = (found or signed)[0] if (found or signed) else ""  # type: ignore[index]
    body = re.sub(r"^UBND\b", "Ủy ban nhân dân", " ".join(body.split()))
    return _placed(body, head, text)


def _placed(body: str, head: list[str], text: str) -> str:
    """Add the place's name where the sentence leaves it out ("UBND tỉnh", "Ban Thường vụ Tỉnh ủy")."""
    if not re.search(rf"(?:{ADMIN}|[Tt]ỉnh ủy|[Tt]hành ủy|[Đđ]ảng ủy|nhân dân)$", body):
        return body
    place = next((found[1].strip() for line in head if (found := PLACE_DAY.match(line))), None)
    level = found[0] if (found := re.search(rf"(?:{ADMIN})$", body)) else None
    if level:
        named = re.findall(rf"\b{level} ((?:[A-ZĐÂÊÔƠƯĂ]\w+ ?){{1,4}})", text)
        place = place or (Counter(name.strip() for name in named).most_common(1)[0][0] if named else None)
    elif body.endswith("nhân dân"):
        named = re.findall(rf"[ỦU][yỷ] ban nhân dân ((?:{ADMIN}) (?:[A-ZĐÂÊÔƠƯĂ]\w+ ?){{1,4}})", text)
        place = Counter(name.strip() for name in named).most_common(1)[0][0] if named else None
    else:
        named = re.findall(rf"{re.escape(body)} ((?:[A-ZĐ]\w+ ?){{1,3}})", text)
        shout = re.findall(rf"{re.escape(body.upper())} ((?:[A-ZĐÀ-Ỹ]+ ?){{1,3}})$", text, re.MULTILINE)
        place = (
            place
            or next((name.strip() for name in named), None)
            or next((name.strip().title() for name in shout), None)
        )
    return f"{body} {place}" if place else body
