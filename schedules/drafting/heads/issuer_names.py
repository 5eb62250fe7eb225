"""Write a body's name that is printed in capitals as the text writes it elsewhere, else by the rules of such names."""

from __future__ import annotations

import re
from collections import Counter

from schedules.drafting.words.joining import shouted

ADMIN = r"tỉnh|thành phố|xã|phường|đặc khu"
PLACED = re.compile(
    r"\b(?:TỈNH|THÀNH PHỐ|TP\.?|XÃ|PHƯỜNG|ĐẶC KHU)\s+(?!ỦY|UỶ|ĐOÀN|HỘI(?:\W*$| (?:TỈNH|XÃ|KHU|CƠ|VÀ)))\S.*$"
)
ABBREVIATED = (
    *("MTTQ", "HĐND", "UBND", "TW", "Việt Nam", "Hồ Chí Minh", "ĐBQH", "TNCS", "LHPN", "TNHH", "MTV", "THPT", "THCS"),
    *("GDTX", "GDNN", "BHXH", "CNTT", "PCCC", "BQL", "BCĐ", "VNPT"),
)
# Behind these stands a name of its own, each word with a capital.
NAMED_AFTER = re.compile(
    r"^(?:trường (?:mầm non|tiểu học|thcs|thpt|trung học cơ sở|trung học phổ thông|cao đẳng|đại học"
    r"|trung cấp))\s+(.+)$",
    re.IGNORECASE,
)
# What such a house is for begins with a capital: "Chi cục Kiểm lâm", "Phòng Cảnh sát giao thông".
HOUSES = re.compile(
    r"^((?:chi cục|cục|vụ|viện|phòng|trường|trung tâm|hạt|trạm|đội|tiểu ban|ban|bộ|quỹ|(?:tổng )?công ty|tập đoàn"
    r"|thư viện"
    r"|hiệp hội|hội(?= (?!đồng)))\s+)(\w)"
)
KNOWN = (
    "Ủy ban nhân dân|Hội đồng nhân dân|Sở Nội vụ|Sở Tài chính|Sở Xây dựng|Sở Tư pháp|Sở Y tế|Sở Công Thương|Sở Ngoại vụ"
    "|Sở Khoa học và Công nghệ|Sở Giáo dục và Đào tạo|Sở Nông nghiệp và Môi trường|Sở Văn hóa, Thể thao và Du lịch"
    "|Sở Dân tộc và Tôn giáo|Sở Du lịch|Sở Văn hóa và Thể thao|Thanh tra tỉnh|Văn phòng|Tỉnh ủy|Thành ủy"
    "|Đảng ủy|Đảng bộ"
    "|Ban Tổ chức|Ban Thường vụ|Ban Tuyên giáo và Dân vận|Ban Nội chính|Ủy ban Kiểm tra|Ban Chấp hành|Ban Thường trực"
    "|Ban Chỉ đạo|Ban Chỉ huy|Phòng thủ dân sự|Ủy ban Mặt trận Tổ quốc Việt Nam|Mặt trận Tổ quốc Việt Nam"
    "|Công an|Bộ Chỉ huy Quân sự"
    "|Ban Chỉ huy Quân sự|Phòng Văn hóa - Xã hội|Phòng Kinh tế|Phòng Kinh tế, Hạ tầng và Đô thị|Chủ tịch"
    "|Kiểm toán nhà nước|Văn phòng Chính phủ|Thanh tra Chính phủ|Ban Kinh tế - Ngân sách|Ban Văn hóa - Xã hội|Hải quan"
    "|Bộ Nội vụ|Bộ Tài chính"
    "|Trung tâm Phục vụ hành chính công|Chi cục|Liên đoàn Lao động|Hội LHPN|Hội Nông dân|Hội Liên hiệp Phụ nữ"
    "|Hội Cựu chiến binh"
    "|Bộ Khoa học và Công nghệ|Bảo hiểm xã hội|Kho bạc Nhà nước|Ban Quản lý|Khu kinh tế|Ban Xây dựng Đảng"
    "|Thủ tướng Chính phủ|Tỉnh đoàn|Thành đoàn|Bệnh viện|Đa khoa|Trạm Y tế|Hợp tác xã|Trường|Tiểu học|Mầm non|Liên minh"
)


def cased(name: str, text: str) -> str:
    """Return a name that is printed in capitals as the text writes it elsewhere, else by the rules of such names."""
    name = re.sub(r"^UBND\b", "ỦY BAN NHÂN DÂN", name.replace("UỶ", "ỦY")).strip(" .*-")
    if not shouted(name):
        return name
    said = _elsewhere(name, text)
    place = PLACED.search(name)
    if said is None and place and place.start() and (body := _elsewhere(name[: place.start()].strip(), text)):
        said = f"{body} {by_rule(place[0], capital=False)}"
    return said or by_rule(name)


def _elsewhere(name: str, text: str) -> str | None:
    """Return a name as the text writes it where not in capitals."""
    matches = re.findall(re.escape(name), text.replace("Uỷ", "Ủy"), re.IGNORECASE)
    found = Counter(match for match in matches if not shouted(match))
    said = found.most_common(1)[0][0] if found else None
    return said[0].upper() + said[1:] if said and not said.startswith(("tỉnh ", "xã ", "phường ", "thành ")) else said


def by_rule(name: str, capital: bool = True) -> str:
    """Write a name with its parts that are known as they are, an administrative place by its name's capitals."""
    said = name.lower()
    place = re.search(
        rf"(?:^|\b)({ADMIN}|huyện|tỉnh ủy|thành ủy|đảng ủy(?: xã| phường)?(?! các)|đảng bộ(?: tỉnh| xã"
        rf"| phường)?)\s+(?!hội\b)(.+)$",
        said,
    )
    if place:
        said = said[: place.start(2)] + " ".join(word.capitalize() for word in place[2].split())
    said = HOUSES.sub(lambda found: found[1] + found[2].upper(), said)
    said = re.sub(r"\bkhu vực [ivx]+\b", lambda found: "khu vực " + found[0][8:].upper(), said)
    if own := NAMED_AFTER.match(said):
        said = said[: own.start(1)] + " ".join(word.capitalize() for word in own[1].split())
    for known in sorted(KNOWN.split("|"), key=len):
        said = re.sub(rf"\b{re.escape(known)}\b", known, said, flags=re.IGNORECASE)
    said = re.sub("|".join(ABBREVIATED), lambda found: _abbreviated(found[0]), said, flags=re.IGNORECASE)
    return said[0].upper() + said[1:] if capital else said


def _abbreviated(word: str) -> str:
    return next(known for known in ABBREVIATED if known.lower() == word.lower())
