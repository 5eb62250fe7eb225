"""Read the names of units that no roster has as they were typed: mistyped ones, and others in capitals."""

from __future__ import annotations

from handlers.understanding.unit_names import SHORT_KINDS, Form, Names
from handlers.understanding.written_names import written

Token = tuple[str, int, int]
LEAST = 2  # words of a name that no roster has
# After "xã" these begin no name: "xã em", "xã nào", "xã chưa nộp".
NO_NAME = frozenset(
    """
    em e toi tui minh nao nha chua da con ta anh chi minh khac kia nay do ay ban vay va dang se khong ko k nop gui
    qua dung sap dau cuoi gan dang trong ngoai rat moi se toan lang mien ben canh bien gioi hoi
    ben chung mo o co la thi duoc lieu luong luot van bao cham tre thieu het cac nhung roi r van xin nhac noi
    """.split()  # noqa: SIM905
)
NO_NAMES = frozenset({"gia han", "bao cao", "de nghi", "hoan thanh", "hop nhat", "sap nhap", "tong hop"})
ACTS = frozenset({"da", "nop", "gui", "chua", "vua", "moi", "bao", "lam", "hua", "thieu"})


def unlisted(words: list[Token], bare: list[str], at: int, names: Names, text: str) -> tuple[int, str] | None:
    """Take a mistyped name after its kind, or one in capitals that no roster has: how many words, as written."""
    if bare[at] not in ("xa", "phuong", "so", "p", "x") or at + 1 >= len(words) or _no_name(words, bare, at, text):
        return None
    corrected = None if _large_and_accented(words, at) else _corrected(words, bare, at, names)
    if corrected:
        return corrected
    count = LEAST if _followed(bare, at) else _large_words(words, bare, at)
    if count < LEAST:
        return None
    typed = [word for word, _, _ in words[at : at + count + 1]]
    return count + 1, _in_small_letters(typed) if all(word.isupper() for word in typed) else " ".join(typed)


def _no_name(words: list[Token], bare: list[str], at: int, text: str) -> bool:
    if " ".join(bare[at + 1 : at + 3]) in NO_NAMES or text[words[at][2] : words[at + 1][1]].strip(" ."):
        return True
    return bare[at + 1] in NO_NAME and not _large_name(words, at)


def _large_and_accented(words: list[Token], at: int) -> bool:
    following = [word for word, _, _ in words[at + 1 : at + 4]]
    return following[0][0].isupper() and not " ".join(following).isascii()


def _corrected(words: list[Token], bare: list[str], at: int, names: Names) -> tuple[int, str] | None:
    for count in (4, 3, 2):
        typed = [word for word, _, _ in words[at : at + count + 1]]
        if len(typed) == count + 1 and (forms := _mistyped(bare[at : at + count + 1], names)):
            return count + 1, written(typed, forms)
    return None


def _large_words(words: list[Token], bare: list[str], at: int) -> int:
    """Count the words in capitals after the kind."""
    most = LEAST if words[at][0].isupper() else 4  # in a text all in capitals a name has two words
    large = 0
    for word, _, _ in words[at + 1 : at + 1 + most]:
        if not word[0].isupper() or word[-1].isdigit():
            break
        large += 1
    two = bare[at] == "so" and large == 1 and at + 2 < len(words) and bare[at + 2] not in NO_NAME
    return LEAST if two else large  # "Sở Du lịch"


def _large_name(words: list[Token], at: int) -> bool:
    """Say whether "xã" in small letters is followed by two words in capitals: "xã La Hiên", "xã Văn Lăng"."""
    following = [word for word, _, _ in words[at + 1 : at + 3]]
    return len(following) == LEAST and all(word[0].isupper() and not word.isupper() for word in following)


def _in_small_letters(typed: list[str]) -> str:
    """Write "XÃ PHÚ ĐÌNH" as "xã Phú Đình"."""
    return " ".join([typed[0].lower(), *(word.capitalize() for word in typed[1:])])


def _followed(bare: list[str], at: int) -> bool:
    """Say whether two words after "xã" stand like a name: before what a unit does, or at the end."""
    name, after = bare[at + 1 : at + 3], bare[at + 3 : at + 4]
    return bare[at] != "so" and not NO_NAME.intersection(name) and len(name) == 2 and bool(ACTS.intersection(after))


def _mistyped(bare: list[str], names: Names) -> tuple[Form, ...]:
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    typed = " ".join([SHORT_KINDS.get(bare[0], bare[0]), *bare[1:]])
    alike = [name for name in names.spelled() if name.count(" ") == typed.count(" ") and name.startswith(bare[0][0])]
    found = process.extractOne(typed, alike, scorer=OSA.distance, score_cutoff=1 if len(typed) < 14 else 2)
    return names.called(found[0]) if found else ()
