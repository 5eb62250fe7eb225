"""Find the reason in a message: after "vì" or "do", else the clause that is not the request itself."""

from __future__ import annotations

import re

from handlers.understanding.normalising import Words

BECAUSE = re.compile(
    r"\b(?:vi ly do|voi ly do|ly do la|ly do|boi vi|tai vi|boi vay|do vi|(?<!don )vi|"
    r"do(?! do\b| den\b| thi\b)|tai(?! lieu| khoan| sao| chinh| nguyen| san| tro| dau| ve)|boi|"
    r"nguyen nhan)\b(?: ,)? (?=[^ ,?])"
)
REQUEST = re.compile(
    r"\b(?:gia han|lui|doi|hoan(?! thanh| thien| tat)|khat|noi (?:han|them)|keo dai|xin|"
    r"cho (?:em|xa|ben|don vi|phep|anh|chi_|minh)|nop cham|cham|them|thu thu|du di|"
    r"den (?:thu|mai|ngay|\d|cuoi|dau)|"
    r"nop (?:vao|sau|bu)|thong cam|duoc khong|mong|de nghi|giup)\b"
)
RETURNING = re.compile(
    r"\b(?:tra|chuyen tra|hoan tra|lam lai|nop lai|gui lai|viet lai|bo sung lai|chuyen lai|"
    r"bao cao lai|sua lai|lap lai|chinh sua lai|hoan thien lai|ky lai|tu choi|khong duyet|yeu cau|"
    r"de nghi|bat|bao|nhac|day lai)\b"
)
COMMAND = re.compile(
    r"\b(?:tra lai|tra ve|chuyen tra|hoan tra|(?:lam|nop|gui|viet|lap|sua|bao cao) lai|tu choi|"
    r"khong duyet|(?<!dat )(?<!dung )(?<!theo )yeu cau|de nghi|bat|"
    r"tra)\b(?: (?:bao cao|cho|cua|giup|em|anh|chi_|nhe|ban|ve|ho|di|luon))*"
)
OPENERS = re.compile(
    r"^(?:vang |a |em chao .*? |bot oi |bot |anh oi |chi_ oi |"
    r"(?:anh|chi_) (?=(?:em|xa|ben|cho|xin|don vi|phuong) )|em bao cao (?:la )?|"
    r"bao cao (?:anh|chi_|voi)? |thua (?:(?:lanh dao|quy_|anh|chi_|cac|so_?|dong chi) ?)*(?:, )?|"
    r"da |hien |hien tai |hien nay |gio |tai |vi |do |nen |nhung |ma |that ra |thuc ra |"
    r"(?:bao )?(?:da |moi )?(?:nop|gui) (?:roi )?(?:nhung|ma) |"
    r"(?:dinh|le ra|muon_) .* (?:ma|nhung) )+"
)
ADDRESS = re.compile(r"(?:kinh )?(?:thua|gui) (?:[^ ,?]+ ?){1,5}$")  # "thưa lãnh đạo sở"
SUBJECT = re.compile(
    r"^(?:ben|don vi|xa|phong|phuong|so_?)? ?(?:em|toi|minh|chung em|"
    r"tui em)(?= (?:chua|dang|khong|con|van|thieu|vuong|bi|moi|cho|doicho|phai|kip) )(?: (?:van|con|"
    r"dang(?= chua)))* ?"
)
CLOSERS = re.compile(
    r"(?:(?:^| )(?:a|nhe|voi|bot|em|anh|chi_|giup|oi|di|vay|nha|thoi|cam on|ban_|"
    r"(?<!hom )(?<!ngay )(?<!tuan )(?<!thang )nay|ah|day))+$"
)
SO_THAT = re.compile(r" (?:nen|vi the|vi vay|do do|cho nen|thanh ra|the nen|nen la|thoi thi) ")
END = re.compile(
    r" , (?=(?:em |xa |ben em |nho |mong |cho |xin |de nghi |anh |chi_ |bot |cam on|tra|nop|gia han|"
    r"lui|duoc khong|yeu cau|lam lai|nhe|giup))| \?|$"
)


def reason_of_extension(words: Words) -> str | None:
    """Return why more time is asked for, as typed; None if unsaid."""
    return _stated(words) or _before_so(words) or _other_clause(words, REQUEST)


def reason_of_return(words: Words, after_unit: int | None) -> str | None:
    """Return why something is returned, as typed. ``after_unit`` is where the unit's name ends in the line."""
    stated = _stated(words)
    if stated:
        return stated
    spans = [_after(span, after_unit) for span in _clauses(words.line)]
    free = [span for span in spans if not COMMAND.search(words.line[slice(*span)])]
    candidates = [_typed(words, *span) for span in free] + [
        _trimmed(words, *span) for span in spans if span not in free
    ]
    return next((found for found in candidates if found), None)


def _after(span: tuple[int, int], after_unit: int | None) -> tuple[int, int]:
    """Leave out of a clause what stands before the unit's name in it, and the name."""
    first, last = span
    return (min(after_unit, last), last) if after_unit is not None and first < after_unit <= last + 3 else span


def _stated(words: Words) -> str | None:
    found = BECAUSE.search(words.line)
    if not found:
        return None
    end = END.search(words.line, found.end())
    stop = end.start() if end else len(words.line)
    so = SO_THAT.search(words.line, found.end(), stop)
    if so and not REQUEST.search(words.line, so.end(), stop):
        so = None  # "do sáp nhập nên số liệu chưa đủ, xin dời": all of it is the reason
    return _typed(words, found.end(), so.start() if so else stop)


def _before_so(words: Words) -> str | None:
    so = SO_THAT.search(words.line)
    return _typed(words, 0, so.start()) if so else None


def _other_clause(words: Words, request: re.Pattern[str]) -> str | None:
    for first, last in _clauses(words.line):
        if (
            not request.search(words.line[first:last])
            and last - first > 6
            and not ADDRESS.match(words.line[first:last])
        ):
            found = _typed(words, first, last)
            if found and len(found.split()) > 1:
                return found
    return None


def _clauses(line: str) -> list[tuple[int, int]]:
    spans, start = [], 0
    for comma in re.finditer(r" [,?](?: |$)", line):
        spans.append((start, comma.start()))
        start = comma.end()
    return [(first, last) for first, last in [*spans, (start, len(line))] if last > first]


def _trimmed(words: Words, first: int, last: int) -> str | None:
    """Cut the command itself out of a clause; what is left is the reason."""
    clause = words.line[first:last]
    for found in COMMAND.finditer(clause):
        before, after = clause[: found.start()].strip(), clause[found.end() :].strip()
        if len(after.split()) > 1:
            clause, first = after, first + clause.rindex(after)
        elif len(before.split()) > 1:
            clause = re.sub(r" roi$", "", before)
            first = first + words.line[first:last].index(before)
        else:
            return None
        break
    return _typed(words, first, first + len(clause))


NO_REASON = re.compile(r"(?:em |xa em |ben em )?(?:chua|khong) (?:kip )?(?:nop|gui)(?: bao cao)?(?: (?:duoc|kip))?")


def _typed(words: Words, first: int, last: int) -> str | None:
    clause = words.line[first:last]
    stripped = clause.lstrip()
    first += len(clause) - len(stripped)
    for cut in (OPENERS, SUBJECT):
        found = cut.match(words.line[first:last])
        if found and found.end() < last - first:
            first += found.end()
    last = first + len(CLOSERS.sub("", words.line[first:last]).rstrip(" ,?"))
    if NO_REASON.fullmatch(words.line[first:last]):
        return None  # "chưa nộp được" tells nothing
    typed = words.typed(first, last).strip(" ,.;")
    return typed or None
