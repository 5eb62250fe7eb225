"""Lines of a page become paragraphs again: which line goes on where the line before broke off."""

from __future__ import annotations

import re

from schedules.drafting.words.markers import marker

ENDS = re.compile(r"(?:[.;:!?…]|\./\.?|/\.)[\"”’)*_]*$")
ENDS_FOR_SURE = re.compile(r"(?:[.:!?…]|/\.)[\"”’)*_]*$")
HANGING = re.compile(
    r"(?:^|[\s(])(?:và|hoặc|của|với|cho|các|những|theo|về|tại|từ|đến|do|là|được|trong|trên|để|bằng|ngày|tháng"
    r"|năm|số|quý"
    r"|trước|sau|hết|thuộc|gồm|nhất|giữa|sở|bộ|phòng|ubnd|hđnd|ủy ban|nhân dân|đồng chí|khoản|điều|điểm|mục|phụ lục"
    r"|biểu|mẫu)$|[,(–-]$",
    re.IGNORECASE,
)
# Words that end in one of those: a title may end with them.
ENDING = re.compile(
    r"\b(?:tài khoản|(?:đổi|dân|chỉ|tham|thuật|ký|tổng|đa|thiểu|kinh tế|xã hội) số|(?:thời|địa|trọng|quan|đặc|cao"
    r"|kiêm|thí) điểm"
    r"|(?:danh|chuyên|hạng|khoản) mục|(?:hằng|hàng|cả|cuối|đầu|mỗi|từng|trong) (?:năm|tháng|quý|ngày)|(?:thống|hợp"
    r"|thứ|duy) nhất"
    r"|(?:cán|nội|toàn|đảng|chi|đồng|tiến|đường|dân|đội|thủy) bộ|(?:quốc|dự|biên|hải|an ninh) phòng|(?:cơ|trụ"
    r"|công) sở"
    r"|(?:đại|tiêu|phát) biểu|(?:biểu|theo|mô) mẫu|(?:công|cân|thăng) bằng|(?:tiếp|kèm) theo|\d năm|năm trước)$",
    re.IGNORECASE,
)
# An open bracket that is to say through whom: "(qua" | "Sở Nội vụ) trước ngày …".
VIA_CUT = re.compile(r"\((?:gửi |nộp )?(?:thông )?qua:?$", re.IGNORECASE)
DAY_CUT = re.compile(
    r"(?:\b(?:ngày|ngay|tháng|năm|quý)|\d\s*/)$", re.IGNORECASE
)  # what follows can only be the rest of the day
DAY_REST = re.compile(r"(?:\d{1,4}\b|[IV]{1,3}\b)(?![.)]\s)")
PAGE_NUMBER = re.compile(r"^(?:[-–]\s*)?(?:[Tt]rang\s+)?\d{1,3}(?:\s*/\s*\d{1,3})?(?:\s*[-–])?$")
FIRST = re.compile(r"[^\w(]*(\S)")
FULL, NEARLY_FULL = 0.93, 0.88  # of the width: a line that ends no sentence is cut by hand
LONG = 70  # characters
# A line of the head that is whole, whatever the next one begins with.
WHOLE = re.compile(
    r"^[^,:;]{2,45},\s*(?i:ngày)\s.{0,24}(?:tháng|/|-).{0,12}(?:năm|/|-)\s*[\dOolI]{4}[\W_]*$"
    r"|^\W*Số\s*+(?:[:.]\s*+)?(?:[\d.…_]++\s*+)?[/-]\s*[A-ZĐ][\w&-]*(?:/[\w&-]+)?$"
)
FIXED = re.compile(
    r"(?:Số\s*:|Kính gửi|Nơi nhận|V/v|Về việc|Căn cứ "
    r"|Thực hiện (?:Kế hoạch|Quyết định|Chỉ thị|Nghị quyết|Công văn) số"
    r"|TM\.|T/M|KT\.|TL\.|TUQ\.|Phụ lục|PHỤ LỤC|Biểu |Mẫu )"
    r"|[^,]{2,40}, ngày .{0,30}năm"
)


def goes_on(before: str, after: str) -> bool:
    """Say whether a text goes on after a break (a page, a blank line) that stands in the middle of its sentence."""
    if cuts_day(before, after):
        return True
    if not before or not after or ENDS_FOR_SURE.search(before) or begins(after) or WHOLE.match(before):
        return False
    if len(before) < 8 or shouted(before):
        return False
    first = FIRST.match(after)
    if VIA_CUT.search(before) or (first and first[1].islower()):
        return True
    # A heading may end with such a word; what a page broke off is a long line.
    return (
        len(before) > LONG
        and not before.endswith(";")
        and bool(HANGING.search(before))
        and ENDING.search(before) is None
        and not shouted(after)
        and (first is None or first[1] != "(")
    )


def cuts_day(before: str, after: str) -> bool:
    """Say whether a break stands in the middle of a day: "trước ngày" | "15/6/2026", "trước 20/" | "5/2026"."""
    return DAY_CUT.search(before) is not None and DAY_REST.match(after) is not None and not shouted(before)


def wraps(before: str, after: str, width: int, spaced: bool) -> bool:
    """Say whether the line after goes on because its first word found no room on the line before.

    Parameters:
        before, after: lines next to each other, with their indents.
        width: the longest line where the file is broken by hand, 0 where it is not.
        spaced: blank lines stand between the paragraphs, so a full line that ends a sentence may go on as well.
    """
    if goes_on(before.strip(), after.strip()):
        return True
    word = after.split()[0] if after.split() else ""
    if not width or begins(after.strip()) or shouted(before):
        return False
    if len(before) + 1 + len(word) <= (FULL if ENDS.search(before.strip()) else NEARLY_FULL) * width:
        return False
    return not ENDS.search(before.strip()) or (spaced and before.rstrip().endswith("."))


def width(lines: list[str]) -> int:
    """Return the width at which a file's lines are broken by hand, or 0 where each paragraph is one line."""
    lengths = sorted(len(line.rstrip()) for line in lines if line.strip() and "\t" not in line)
    if len(lengths) < 6 or lengths[-1] > 160:
        return 0
    widest = lengths[-1]
    return widest if widest >= 50 and sum(length >= 0.8 * widest for length in lengths) >= len(lengths) / 4 else 0


def shouted(text: str) -> bool:
    """Say whether a line is all in capital letters, as titles are."""
    return any(sign.isalpha() for sign in text) and text.upper() == text


def begins(text: str) -> bool:
    """Say whether a line can only be the first of its paragraph."""
    return marker(text) is not None or FIXED.match(text) is not None
