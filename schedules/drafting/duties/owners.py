"""Find whom a sentence obliges: the body that it asks, or the one that it begins with."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from schedules.drafting.duties.agents import agents, senders
from schedules.drafting.words.aligned import aligned
from schedules.drafting.words.bodies import bodies, is_bare
from schedules.drafting.words.body_words import ACTS
from schedules.drafting.words.names import Named, named_at

CALL = re.compile(
    r"(?<!duoc )(?<!ban )(?<!chuyen )(?<!tham )(?<!theo )(?<!de )\b(?:de nghi|yeu cau|giao nhiem vu"
    r" cho|giao trach nhiem cho|giao(?: cho)?|phan cong"
    r"|uy quyen cho|thong nhat giao)(?: thu truong)?:? "
)
ADVERB = re.compile(r"\b(?:kinh|trong|va|nay|do|vay|nhat|tiep tuc|tren|cung|dong thoi|sau|hien|rat|mot lan nua)$")
CLAUSE = re.compile(
    r"^|[;:] |\(|(?<=[.!?]) |(?:dong thoi|trong do|rieng|sau do|tren co so do|theo do),? |\bde (?=[a-z])|, "
)
PREFIX = re.compile(
    r"(?:\W*(?:doi voi|tai(?= (?:cac|trung tam|uy ban|ubnd|so|phong))|rieng(?: doi voi)?|ve phia"
    r"|trach nhiem(?: cua)?|nhiem vu(?: cua)?|dinh ky|do|va|dong thoi)\b:?\s*)*\W{0,4}"
)
ADVERBIAL = re.compile(
    r"^\W*(?:can cu|thuc hien|tren co so|de |nham |sau khi|trong qua trinh|khi |neu |tu |dinh ky|hang"
    r" |moi |truoc |cham nhat|muon nhat|trong |theo |voi |qua "
    r"|nhan duoc|tiep theo|ngay sau|den |xet |tai |cung voi|ngoai ra|ben canh|trinh tu|thoi gian|rieng )"
)
# What the issuer says of itself is no duty: "Sở Nội vụ đề nghị …", "UBND tỉnh ban hành Kế hoạch …".
SPEAKS = re.compile(
    r"^[ ,]*(?:(?:kinh |tran trong )?(?:de nghi|yeu cau|moi|giao|nhan duoc|da|co y kien (?:nhu sau|chi dao|ket luan)"
    r"|dang(?! ky|"
    r" tai)|ket luan|thong nhat|xin|rat mong)\b"
    r"|thong bao(?::| (?:den|toi) (?:cac|quy|toan the|thu truong|ubnd|so|don vi|co quan)\b| (?:de\b|ket luan|ve viec"
    r"|nhu sau))|(?:ban hanh|huong dan|xay dung|trien"
    r" khai|thong bao)\b[^.;]{0,260}?\b(?:nhu sau|noi dung sau)\b)"
)
LABEL = re.compile(r"^\W*(?:nhom|khoi|cum|dot)(?: (?:thu )?\w+)? $")
# "trình Báo cáo để Ủy ban nhân dân tỉnh gửi Bộ": who is handed the paper owes none.
FOR_SENDING = re.compile(r"^ ?(?:trinh|tham muu|du thao|soan thao)\b[^,;.]*$")
FOLLOWED = re.compile(r"^\)(?=:)|^(?:[*_ ]*(?:\([^()]*\))?[*_ ]*)(?::|[,;]? ?(?=[a-z])| (?=\d)|,? ?$)")
NO_SUBJECT_AFTER = re.compile(r"^ ?(?:hoac|cua|thuoc|de|la don vi|la co quan dau moi\b(?!,))")
# "2. Các thôn có trách nhiệm:", "Sở Y tế có nhiệm vụ:" are headings too.
RESPONSIBLE = re.compile(
    r",? (?:có trách nhiệm|có nhiệm vụ|chịu trách nhiệm|phải|cần|thực hiện|tập trung|khẩn trương|tiếp tục)\b.*$",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Subject:
    """The bodies that a sentence obliges, where they stand, and where their work begins."""

    units: tuple[str, ...]
    start: int
    end: int


@lru_cache(maxsize=1024)
def subjects(text: str) -> tuple[Subject, ...]:
    """Return all that a text obliges, in order: whom it asks, and with whom its clauses begin."""
    flat = aligned(text)
    asked = [*_called(text, flat), *_beginning(text, flat)]
    found = {one.start: one for one in asked or map(_subject, [*agents(text, flat), *senders(text, flat)])}
    kept: list[Subject] = []
    for start in sorted(found):
        if not kept or start >= kept[-1].end:  # a body of a list that is already read is no subject of its own
            kept.append(found[start])
    return tuple(kept)


def _called(text: str, flat: str) -> list[Subject]:
    calls = (named_at(text, call.end()) for call in CALL.finditer(flat) if _asks(text, flat, call.start()))
    return [_subject(named) for named in calls if named and not is_bare(named.text)]


def _asks(text: str, flat: str, at: int) -> bool:
    """Say whether "đề nghị" is the sentence's own verb: "lập hồ sơ đề nghị Tỉnh đoàn khen" asks nobody."""
    before = flat[:at].rstrip()
    if not before or before[-1] in ",;:.()-*_" or not flat.startswith("de nghi", at):
        return True
    if ADVERB.search(before):
        return True
    capitals = (at for at in range(max(0, len(before) - 120), len(before)) if text[at].isupper())
    return any(named is not None and named.end == len(before) for named in (named_at(text, at) for at in capitals))


def _subject(named: Named) -> Subject:
    return Subject(bodies(named.text), named.start, named.end)


def _beginning(text: str, flat: str) -> list[Subject]:
    found: list[Subject] = []
    led = -2  # where the adverbial words begin whose subject was found
    for clause in CLAUSE.finditer(flat):
        prefix = PREFIX.match(flat, clause.end())
        at = prefix.end() if prefix else clause.end()
        begin = max(flat.rfind(mark, 0, clause.start()) for mark in ("; ", ". ", ": "))
        if clause[0] == ", " and (begin == led or not ADVERBIAL.match(flat[begin + 1 : clause.start()].strip())):
            continue
        if clause[0] == ", " and any(call.start() > begin for call in CALL.finditer(flat, 0, clause.start())):
            continue  # whom the sentence asks is said: "… đề nghị các xã báo cáo …, Ủy ban nhân dân các cấp"
        named = named_at(text, at)
        if named and clause[0] == "(" and not _bracket_names(flat, clause.start(), named):
            continue
        if named and clause[0] == "de " and FOR_SENDING.search(flat[begin + 1 : clause.start()]):
            continue
        if named and not is_bare(named.text) and _acts(flat, named):
            found.append(_subject(named))
            led = begin if clause[0] == ", " else led
    return found


def _bracket_names(flat: str, at: int, named: Named) -> bool:
    """Say whether a bracket names who acts: "Nhóm 1 (các Sở: Tài chính, Y tế): …", "(mỗi ngành 01 bài, gửi …)"."""
    if LABEL.match(flat[:at]) and flat.startswith("):", named.end):
        return True
    return _each(flat, named) or flat.startswith(":", named.end)


def _each(flat: str, named: Named) -> bool:
    """Say whether a bracket tells what each has to give: "(mỗi ngành 01 bài, gửi về Văn phòng trước ngày …)"."""
    return bool(re.match(r"(?:moi|tung) ", flat[named.start :]) and re.match(r" \d", flat[named.end :]))


def _acts(flat: str, named: Named) -> bool:
    """Say whether what follows a body is its work, not the issuer's own words."""
    after = flat[named.end :]
    if SPEAKS.match(after) or NO_SUBJECT_AFTER.match(after):
        return False
    return FOLLOWED.match(after) is not None


def heading_units(text: str) -> tuple[str, ...]:
    """Return the bodies whose work stands under a heading or lead-in."""
    text = re.sub(r"^\W*(?:[IVX]+|\d+(?:\.\d+)*|[a-zđ])[.)]\s+", "", text.strip())
    found = subjects(text)
    if not found:
        return ()
    rest = RESPONSIBLE.sub("", text[found[-1].end :].split(":")[0])
    if (
        len(found) == 1
        and rest.strip()
        and len(rest) < 60
        and not re.search(rf"(?:^|[ ,]){ACTS.pattern}", aligned(rest))
    ):
        last = found[-1].units[-1] + rest.rstrip(
            " .;,*_"
        )  # "UBND các xã, phường ven biển": all of the heading is the name
        return (*found[-1].units[:-1], last)
    return found[-1].units
