"""Sort a row of a table of work: by the verb that its work begins with, else by its product and who receives it."""

from __future__ import annotations

import re

from schedules.drafting.duties.kinds import kind_of
from schedules.drafting.words.aligned import aligned
from schedules.plan import TaskKind

PAPER = re.compile(
    r"^\W*(?:van ban|ke hoach|quyet dinh|to trinh|huong dan|du thao|cong van|nghi quyet|danh sach|de an|bao cao)\b"
)
DONE = r"(?:hoan thanh |hoan thien |xay dung )?(?:viec )?"
MAKES = re.compile(
    rf"^\W*{DONE}(?:ban hanh|huong dan|soan|bien soan|thiet ke|du thao|lap|chuan bi|thanh lap|kien toan)\b"
    r"|^\W*xay dung (?!.*\bbao cao\b)"
)
DRAFTS = re.compile(rf"^\W*{DONE}(?:soan thao |soan )?du thao\b")
INSTALLS = re.compile(r"^\W*lắp\b", re.IGNORECASE)  # without its marks it is "lập"
LISTS = re.compile(r"^\W*lap\b.*\b(?:gui|nop)\b")  # a list that is handed in is no paper of one's own
MAKES_IN_CLAUSE = re.compile(
    r"(?:^|[,;:] |\bva )\W*(?:phoi hop |hoan thanh |chu tri )?"
    r"(?:chuan bi|xay dung|tham muu|du thao|soan thao|ban hanh|lap)\b"
)
LAID_BEFORE = re.compile(
    r"\btrinh (?:hdnd|hoi dong|ubnd|uy ban|chu tich|thuong truc|ban thuong vu|tinh uy|thanh uy|dang uy|so |bo |cap )"
    r"|\bbao cao (?:[a-z]+ ){1,9}(?:phe duyet|cho y kien|quyet dinh|thong qua|xem xet)\b"
)
ADVISES = re.compile(r"\b(?:tham muu|de xuat|tham dinh|tham tra)\b")
DRAWN_UP = re.compile(r"^\W*(?:xay dung|tham muu|trinh)\b")
REPORTED = re.compile(r"^\W*(?:cac )?bao cao\b")
GATHERED = re.compile(r"^\W*tong hop\b(?!.*\b(?:trinh|tham muu)\b).*\bbao cao\b")
LOOKS = re.compile(r"^\W*(?:kiem tra|ra soat|khao sat|danh gia|thong ke|theo doi|giam sat|don doc)\b")
NAMES_PAPER = re.compile(
    r"^\W*(?:phuong an|kich ban|ma-?ket|ke hoach|de an|quyet dinh|nghi quyet|quy che|chuong trinh|to trinh)\b"
)
DRAFTED = re.compile(r"^\W*(?:quyet dinh|to trinh|du thao|nghi quyet|de an|ke hoach)\b")
MADE_KNOWN = re.compile(r"^\W*(?:cong bo|tham tra|tham dinh|phe duyet|thuc hien|trien khai|cong nhan|to chuc|trao)\b")
HIGHER_PAPER = re.compile(r"\bbao cao cua (?:ubnd|uy ban nhan dan|tinh uy|dang uy)\b")
SENDS = re.compile(r"\b(?:gui|nop|bao cao)\b")
GATHERS = re.compile(
    r"^\W*(?:hoi nghi|tap huan|to chuc (?:hoi nghi|hoi thao|tap huan|le|so ket|tong ket)|so ket|tong ket|mo lop"
    r"|le |hoi thi|hoi thao|ngay hoi|hop (?!tac|dong|phap|nhat|thuc)|ra quan|dien tap|toa dam|gap mat|doi thoai"
    r"|phat dong|khai giang|be giang|sinh hoat|giao ban)\b"
)
# What people come together for, whatever is written about it afterwards.
MEETS = re.compile(
    r"^\W*(?:to chuc |mo )?(?:dien tap|tap huan|lop |hoi thi|hoi thao|hoi nghi|ngay hoi|ra quan|toa dam|gap mat"
    r"|doi thoai)\b"
)
# Papers that are named without a verb where the table says who receives them.
HANDED_IN = re.compile(
    r"^\W*(?:(?:nop|gui|tong hop) )?(?:du toan|quyet toan|nhu cau|ke hoach|so lieu|danh sach|ket qua|thuyet minh"
    r"|bieu|phieu|phuong an|ban "
    r"|van ban|bang|bien ban|thong tin|y kien)\b"
)
PROPOSES = re.compile(r"^\W*(?:ho so|to trinh|danh sach) (?:de nghi|trinh|khen|xet|tham dinh)\b")


def kind_of_row(task: str, product: str, received: bool = False) -> TaskKind:
    """Return the kind of a row's work.

    Parameters:
        product: the cell that says what comes of it, else "".
        received: a column says who receives what comes of it.
    """
    flat, made = aligned(task), aligned(product)
    if DRAFTS.match(flat):
        return "submit_up" if LAID_BEFORE.search(flat) else "prepare"
    if HIGHER_PAPER.search(flat) or HIGHER_PAPER.match(made) or LAID_BEFORE.search(flat):
        return "submit_up"
    if MEETS.match(flat) or (GATHERS.match(flat) and not PAPER.match(made)):
        return "hold"
    if received and (handed := _handed_in(flat)):
        return handed
    return (None if INSTALLS.match(task) else _made(flat, made)) or _done(task, flat, made)


def _handed_in(flat: str) -> TaskKind | None:
    if PROPOSES.match(flat):
        return "submit_up"
    return "report" if HANDED_IN.match(flat) else None


def _made(flat: str, made: str) -> TaskKind | None:
    """Return the kind of a row whose work or product is a paper."""
    if LISTS.match(flat):
        return "other"
    if MAKES.match(flat) or NAMES_PAPER.match(flat):
        return "prepare"
    if GATHERED.match(flat) or (REPORTED.match(made) and not DRAWN_UP.match(flat)):
        return "report"
    return "submit_up" if made.startswith("to trinh") and ADVISES.search(flat) else None


def _done(task: str, flat: str, made: str) -> TaskKind:
    """Return the kind of a row by what is done, whatever comes of it."""
    if LOOKS.match(flat):
        return "report" if SENDS.search(flat) else "other"
    kind = kind_of(task)
    if kind == "prepare" and not MAKES_IN_CLAUSE.search(flat):
        kind = "other"  # "… điển hình xây dựng nông thôn mới" only speaks of it
    if kind == "other" and DRAFTED.match(made) and not MADE_KNOWN.match(flat):
        return "prepare"
    return "hold" if kind == "other" and re.match(r"\W*(?:hoi nghi|lop|\d+ lop|ngay hoi|buoi)\b", made) else kind
