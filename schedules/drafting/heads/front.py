"""The front of a document: which lines are its head, why it is issued, and whom a letter addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator

from schedules.drafting.document import Paragraph, Table
from schedules.drafting.items import Item, Part
from schedules.drafting.words.joining import shouted
from schedules.drafting.words.markers import DASH, marker

KINDS = (
    "KẾ HOẠCH (?:HÀNH ĐỘNG|PHỐI HỢP|LIÊN NGÀNH)|KẾ HOẠCH|THÔNG TƯ|PHIẾU GIAO VIỆC|PHIẾU CHUYỂN|THƯ NGỎ|BIÊN BẢN"
    "|QUYẾT ĐỊNH|THÔNG BÁO KẾT LUẬN|THÔNG BÁO|CHỈ THỊ|HƯỚNG DẪN|BÁO CÁO|TỜ TRÌNH|CÔNG ĐIỆN"
    "|CHƯƠNG TRÌNH HÀNH ĐỘNG"
    "|CHƯƠNG TRÌNH CÔNG TÁC|CHƯƠNG TRÌNH|NGHỊ QUYẾT|QUY CHẾ|QUY ĐỊNH|GIẤY MỜI|ĐỀ ÁN|KẾT LUẬN|PHƯƠNG ÁN|CÔNG VĂN|THƯ MỜI"
    "|GIẤY TRIỆU TẬP|THÔNG TRI|ĐIỆN|LỊCH CÔNG TÁC|THÔNG CÁO"
)
KIND = re.compile(
    rf"^(?P<kind>{KINDS})(?P<fire>\s*\(?(?:KHẨN|HỎA TỐC|THƯỢNG KHẨN)\)?)?[:.]?(?P<rest>\s+\S.*)?$", re.DOTALL
)
NUMBER_LINE = re.compile(r"^\W*S[ốôóòồổ]\s*+(?:[:.]\s*+)?(?:\d++\s*+)?(?:[/-]|$)|^\W*S[ốôóòồổ]\s*:", re.IGNORECASE)
NATION = re.compile(r"^\W*(?:CỘNG H|ĐẢNG CỘNG SẢN|Độc lập\s*[-–—]|[Cc]ộng hòa xã hội)", re.IGNORECASE)
TO = re.compile(r"^\W*kính\s+(?:gửi|chuyển)\s*:?", re.IGNORECASE)
SUBJECT = re.compile(r"^\W*(?:(?:v/v|vv:|về việc)\b|về (?=[^\W\d_])(?!phía\b)[^:.]{8,240}$)", re.IGNORECASE)
LETTERHEAD = re.compile(
    r"^(?:S[ốôóòồổ]\s*[:.]|SỐ\s*[:.]|\*?\s*Số\s+\d|[Cc]ộng hòa xã hội|CỘNG H|ĐẢNG CỘNG SẢN|Độc lập|ĐỘC LẬP"
    r"|.{2,40}, ?ngày\b.{0,40}năm"
    r"|Ngày\s+\d{1,2}\s+tháng.{0,20}năm|\W{2,}$|\*$|HỎA TỐC|KHẨN|THƯỢNG KHẨN|MẬT$|TỐI MẬT$|TUYỆT MẬT$|DỰ THẢO)"
)
OPENS = re.compile(
    r"^(?:Căn cứ|Thực hiện|Nhằm|Để|Theo|Xét|Triển khai|Tiếp tục|Trong|Ngày|Sau|Trên cơ sở|Qua|Vừa qua|Hiện nay"
    r"|Năm|Từ|Tiếp theo"
    r"|Ủy ban nhân dân|UBND|Sở|Ban|Đảng ủy|Văn phòng|Điều)\b"
)
REASONS = re.compile(
    r"^(?:Căn cứ|Thực hiện|Nhằm|Để|Theo|Xét|Triển khai|Tiếp tục|Trên cơ sở|Ủy ban nhân dân|UBND|Ban Thường vụ)\b"
)
ISSUES = re.compile(
    r"\bban hành\b.{0,400}\b(?:như sau|sau đây|sau)\s*[:.]?$|\b(?:kế hoạch|chương trình"
    r"|hướng dẫn)\b[^.]{0,400}(?:cụ thể )?như sau\s*[:.]?$",
    re.DOTALL | re.IGNORECASE,
)
ORDERS = re.compile(
    r"(?<!theo )(?<!xét )\b(?:đề nghị|yêu cầu|giao|phân công|đôn đốc|báo cáo (?:kết quả )?về)\b", re.IGNORECASE
)
SENDS = re.compile(r"\bđiện\s*:$|^(?:điện|gửi)\s*:$", re.IGNORECASE)
AUTHORITY = re.compile(
    r"^(?:BỘ TRƯỞNG|CHỦ TỊCH|GIÁM ĐỐC|THỦ TƯỚNG|ỦY BAN|UỶ BAN|HỘI ĐỒNG|BAN (?!HÀNH)|TRƯỞNG BAN|HIỆU TRƯỞNG"
    r"|VIỆN TRƯỞNG|(?:CHI )?CỤC TRƯỞNG|CHÁNH|TỔNG GIÁM ĐỐC|CHỦ NHIỆM|THỐNG ĐỐC"
    r"|TƯ LỆNH|QUYẾT NGHỊ|QUYẾT ĐỊNH)"
)
OPENS_LETTER = re.compile(
    r"^(?:Căn cứ|Thực hiện|Nhằm|Để|Theo|Xét|Triển khai|Tiếp tục|Trong|Ngày|Sau|Trên cơ sở|Qua|Vừa qua|Hiện nay"
    r"|Năm|Từ|Tiếp theo"
    r"|Phúc đáp)\b|.*\b(?:đề nghị|yêu cầu|nhận được|ban hành|có văn bản|trân trọng)\b"
)
LONGEST_HEAD = 60  # blocks
LONGEST_TITLE = 330  # characters


def length(blocks: tuple[Paragraph | Table, ...]) -> int:
    """Return how many blocks belong to a document's head: letterhead, title, and whom it addresses."""
    end = 0
    titled: int | None = None
    for at, block in enumerate(blocks[:LONGEST_HEAD]):
        if isinstance(block, Table):
            break
        if TO.match(block.text) or SENDS.search(block.text):
            end = _past_list(blocks, at)
            break
        kind = KIND.match(block.text) if shouted(block.text.split("\n")[0][:14]) else None
        if kind and titled is None:
            titled, end = at, at + 1
        elif (titled is not None and _titles(block.text, at == titled + 1)) or (
            titled is None and (LETTERHEAD.match(block.text) or SUBJECT.match(block.text) or _upper_first(block, at))
        ):
            end = at + 1
        else:
            break
    return _past_addressees(blocks, end)


def basis(text: str) -> bool:
    """Say whether a paragraph only tells why the document is issued ("Căn cứ …;", "… ban hành Kế hoạch như sau:")."""
    if AUTHORITY.match(text) and shouted(text):
        return True
    if re.match(r"(?:Căn cứ|Xét|Theo đề nghị)\b", text) and (text.endswith((";", ",")) or not ORDERS.search(text)):
        return True
    if ISSUES.search(text) and not re.search(r"\b(?:yêu cầu|đề nghị) (?:các|thủ trưởng|giám đốc|chủ tịch)", text, re.I):
        return True
    return bool(REASONS.match(text)) and text.endswith(";") and not ORDERS.search(text)


def addressees(found: tuple[Item, ...]) -> tuple[str, ...]:
    """Return the bodies named under "Kính gửi", as printed, in their order."""
    from schedules.drafting.words.bodies import bodies

    lines = [item for item in found if item.part is Part.HEAD]
    at = next((at for at, item in enumerate(lines) if TO.match(item.text) or SENDS.search(item.text)), None)
    if at is None:
        return ()
    first = TO.sub("", lines[at].text) if TO.match(lines[at].text) else ""
    names: dict[str, None] = {}
    for text in (first, *(item.text for item in lines[at + 1 :])):
        for name in bodies(text.strip(" :;.…")) if text.strip(" :;.…_-") else ():
            names.setdefault(name)
    return tuple(names)


def _upper_first(block: Paragraph, at: int) -> bool:
    """Say whether a line is one of the letterhead's: in capitals, or short and among the first."""
    return shouted(block.text) or (
        at < 12 and len(block.text) < 60 and not block.text.endswith((".", ";", ":")) and marker(block.text) is None
    )


def _titles(text: str, first: bool) -> bool:
    """Say whether a line below the kind ("KẾ HOẠCH") still belongs to the title."""
    if LETTERHEAD.match(text) or text.startswith("("):
        return True
    if marker(text) or len(text) > LONGEST_TITLE or text.endswith((":", ";", ".")):
        return False
    if shouted(text) and AUTHORITY.match(text):
        return False  # who decides: "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH"
    if shouted(text) or SUBJECT.match(text):
        return True
    return first or not OPENS.match(text)


def _past_addressees(blocks: tuple[Paragraph | Table, ...], end: int) -> int:
    """Return the end of the head when "Kính gửi" still follows the title."""
    if (
        end < len(blocks)
        and isinstance(block := blocks[end], Paragraph)
        and (TO.match(block.text) or SENDS.search(block.text))
    ):
        return _past_list(blocks, end)
    return end


def _past_list(blocks: tuple[Paragraph | Table, ...], at: int) -> int:
    """Return where the list of those addressed ends."""
    first = blocks[at]
    open_list = isinstance(first, Paragraph) and (
        TO.sub("", first.text).strip() == "" or first.text.endswith((":", ";"))
    )
    return at + 1 + sum(1 for _ in _listed(blocks[at + 1 :], open_list))


def _listed(blocks: tuple[Paragraph | Table, ...], open_list: bool) -> Iterator[Paragraph]:
    for block in blocks:
        if isinstance(block, Table) or SUBJECT.match(block.text) or len(block.text) > 220:
            return
        mark = marker(block.text)
        if mark is None and (not open_list or OPENS_LETTER.match(block.text) or block.text.endswith(":")):
            return
        if mark is not None and mark.rank < DASH:
            return
        yield block
        if block.text.endswith((".", "…")):
            return
