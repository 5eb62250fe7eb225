"""Find the section or form that somebody asks for: "phần II mục 2" is II.2, "biểu 3b" 3B, else words of a title."""

from __future__ import annotations

import re

from handlers.understanding.normalising import Words

NUMBER = r"(?:[ivx]+(?:[.-]\d+)*|\d+[a-z]?(?:\.\d+)*|[a-e](?:\.[ivx\d]+)*)"
HEAD = r"(?:muc|phan|chuong|bieu mau|bieu|phu luc|mau so|mau|form|tieu muc|y|diem)"
WRITTEN = re.compile(
    r"^(?P<title>[^ ,?]+(?: [^ ,?]+){1,6}?) (?:can |phai )?(?:viet|trinh bay|neu|ghi) (?:nhung |"
    r"the |nhu |ra |cai |cac |may )*(?:gi|nao|sao|y)\b"
)
NUMBERED = re.compile(rf"\b{HEAD}(?: so)? ({NUMBER})\b(?! (?:nam|ngay|thang|xa|don vi)\b)")
FORM = re.compile(r"\b(\d{1,2}[a-c])\b")
DOTTED = re.compile(r"\b[ivx]+(?:\.\d+)+\b")
ALONE = re.compile(rf"^{NUMBER}$")
TITLED = re.compile(
    r"\b(?:phan|muc|noi dung|chuong) (?:phan |muc |noi dung |ve |noi ve |"
    r"cua )*(?P<title>[^ ,?]+(?: [^ ,?]+){0,11}?)"
    r" (?:can|viet|ghi|gom|yeu cau|lay|trinh bay|phai|co nhung|co gi|bao cao|la|thi|danh gia|dien|neu|"
    r"nhu the nao|the nao|o dau|lam|gi|nao|nhung|voi|nhe|a|so lieu gi)\b"
)
NOT_TITLES = re.compile(
    r"^(?:nao|gi|nay|do|viec|em|xa|ben|cuoi|dau_?|may|bao cao|tiep|con lai|cua|trong|nhung|cac|"
    r"de cuong|mau|khac)\b"
)
ROMAN = re.compile(r"[ivx]+")


def section(words: Words) -> str | None:
    """Return the section asked for, as numbers in capitals or as the typed words of its title; None if unsaid."""
    numbers = [found[1] for found in NUMBERED.finditer(words.line) if _is_number(words, found)]
    if numbers:
        return ".".join(_in_order(words.line, numbers)).upper()
    form = FORM.search(words.line)
    if form:
        return form[1].upper()
    dotted = DOTTED.search(words.line)
    if dotted:
        return dotted[0].upper()
    titled = TITLED.search(words.line) or WRITTEN.search(words.line)
    if titled and not NOT_TITLES.match(titled["title"]):
        return words.typed(*titled.span("title")) or None
    return None


def _is_number(words: Words, found: re.Match[str]) -> bool:
    """Tell "mục A" from "mấy phần ạ": a letter is a number only in capitals."""
    return len(found[1]) > 1 or not found[1].isalpha() or found[1] in "ivx" or words.typed(*found.span(1)).isupper()


def section_argument(words: Words) -> str | None:
    """Return the section after a command: "phần 3", "II.2", "3B", or the words as they stand."""
    return section(words) or (words.line.upper() if ALONE.match(words.line) else words.text.strip() or None)


def _in_order(line: str, numbers: list[str]) -> list[str]:
    """Put the wider number first: "mục 2 phần II" is II.2; forms do not join."""
    if len(numbers) == 1 or re.search(r"\b(?:bieu|phu luc|mau|form)\b", line):
        return numbers[:1]
    first, second = numbers[:2]
    return [second, first] if ROMAN.fullmatch(second) and not ROMAN.fullmatch(first) else [first, second]
