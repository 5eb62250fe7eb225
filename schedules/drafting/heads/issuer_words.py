"""The words of a letterhead's left column: which lines begin a body's name, and what such a name leaves out."""

from __future__ import annotations

import re

from schedules.drafting.heads.issuer_names import PLACED

BODY = (
    r"ỦY BAN|UỶ BAN|UBND|HỘI ĐỒNG|HĐND|SỞ|BỘ|BAN|TỈNH ỦY|TỈNH UỶ|THÀNH ỦY|ĐẢNG ỦY|ĐẢNG UỶ|ĐẢNG BỘ|VĂN PHÒNG"
    r"|MẶT TRẬN|MTTQ|UB ?MTTQ|CHI CỤC|CỤC|TRUNG TÂM"
    r"|CÔNG AN|PHÒNG|ĐOÀN|LIÊN ĐOÀN|HỘI|TRƯỜNG|THANH TRA|THỦ TƯỚNG|CHÍNH PHỦ|KHO BẠC|THUẾ|TÒA ÁN|VIỆN|NGÂN HÀNG"
    r"|BẢO HIỂM|BHXH"
    r"|BQL|CÔNG TY|CỔNG|BÁO|ĐÀI|THỐNG KÊ|TỔ CÔNG TÁC|TỔ CHỈ ĐẠO|BCĐ|TIỂU BAN|LIÊN MINH|HUYỆN ỦY|CHỦ TỊCH"
    r"|BỆNH VIỆN|TRẠM|HẠT|CỤM|KHỐI THI ĐUA|HỌC VIỆN|QUỸ|HỢP TÁC XÃ|XÍ NGHIỆP|TỔNG|TẬP ĐOÀN|CHI BỘ|TỈNH ĐOÀN"
    r"|THÀNH ĐOÀN|CÔNG ĐOÀN|BƯU ĐIỆN"
    r"|ĐIỆN LỰC|VƯỜN|CẢNG|XÃ ĐOÀN|NHÀ|THƯỜNG TRỰC|THI HÀNH ÁN|KIỂM TOÁN|BỘ ĐỘI|ĐỘI|ĐỒN|HIỆP HỘI|CÂU LẠC BỘ"
    r"|THƯ VIỆN|BẢO TÀNG|TRẠI|ĐẠI HỌC|CHÁNH VĂN PHÒNG|ỦY VIÊN|LỮ ĐOÀN|TRUNG ĐOÀN|TIỂU ĐOÀN|QUÂN KHU|TỔ"
    r"|CƠ QUAN THƯỜNG TRỰC|PHÂN VIỆN|CHI NHÁNH|VPĐK|PHÂN HIỆU|BCH|BTV|BTT|LIÊN HIỆP"
)
STARTS = re.compile(rf"^(?:{BODY})\b")
BELOW = re.compile(
    r"^(?:THƯỜNG TRỰC$|CHỦ TỊCH$|ĐOÀN (?:GIÁM SÁT|KIỂM TRA|KHẢO SÁT|ĐẠI BIỂU$)|TỔ (?:ĐẠI BIỂU|GIÚP VIỆC|THƯ KÝ)"
    r"|HỘI ĐỒNG (?:BẦU CỬ|THÀNH VIÊN|QUẢN TRỊ|TRƯỜNG)$"
    r"|BAN (?:TỔ CHỨC|THƯỜNG VỤ|TUYÊN GIÁO|DÂN VẬN|NỘI CHÍNH|CHẤP HÀNH|THƯỜNG TRỰC|XÂY DỰNG ĐẢNG)"
    r"|VĂN PHÒNG$"
    r"|ỦY BAN KIỂM TRA|CHÁNH VĂN PHÒNG|BAN (?:PHÁP CHẾ|KINH TẾ - NGÂN SÁCH|VĂN HÓA - XÃ HỘI|ĐÔ THỊ|DÂN TỘC)$)"
)
OF_A_PLACE = re.compile(
    r"^(?:SỞ|PHÒNG|TRUNG TÂM|CÔNG AN|THANH TRA|VĂN PHÒNG|BAN QUẢN LÝ|BAN CHỈ ĐẠO|BAN CHỈ HUY|HỘI|LIÊN ĐOÀN|BAN"
    r"|BỆNH VIỆN|TRẠM|CHI CỤC|HẠT|ĐÀI|QUỸ|LIÊN MINH|TIỂU BAN|TRƯỜNG CHÍNH TRỊ|TỔ)\b"
)
# A noun that a name only begins with: the line below it goes on ("CHI CỤC | KIỂM LÂM", "SỞ | KHOA HỌC …").
HANGING = re.compile(
    r"(?:,| VÀ|-| CÁC)$|^(?:SỞ|BỘ|(?:CHI )?CỤC|PHÒNG|TRUNG TÂM|BAN QUẢN LÝ(?: DỰ ÁN)?|BAN CHỈ (?:ĐẠO|HUY)|VIỆN"
    r"|TRƯỜNG|BAN|HỘI"
    r"|BỆNH VIỆN|(?:TỔNG )?CÔNG TY|LIÊN ĐOÀN|HIỆP HỘI|HẠT|TRẠM|BẢO HIỂM|KHO BẠC|NGÂN HÀNG|TỔ CÔNG TÁC|HỘI ĐỒNG"
    r"|LIÊN HIỆP)$"
)
PAPER = re.compile(r"^(?:BẢN TIN|ĐIỂM (?:TIN|BÁO|VĂN BẢN)|TÀI LIỆU|TỜ TIN)\b")
BRANCH = re.compile(r"^CHI NHÁNH\b")
# A name that is whole: what stands below it is the next body, whatever it begins with.
WHOLE = re.compile(rf"(?:VIỆT NAM|TỐI CAO|CHÍNH PHỦ)$|{PLACED.pattern}")
GOES_ON = re.compile(r"^(?:\S+$|VÀ|TỈNH|THÀNH PHỐ|TP|XÃ|PHƯỜNG|ĐẶC KHU|KHU VỰC|VỀ|NĂM|NHIỆM KỲ)\b")
PARTY_PLACE = re.compile(r"\b(TỈNH|THÀNH|XÃ|PHƯỜNG) (?:ỦY|UỶ|ĐOÀN) (.+)$")
BY_COMMITTEE = re.compile(r"-\s*(?:BTV|BCH)\b")  # of a number: the committee issues, not the union
ROOM = re.compile(r"^PHÒNG\b")
HOUSE = re.compile(r"^(?:SỞ|BỘ|CỤC)\b")  # a room of such a house issues nothing in its own name
# A union's committee speaks for the union; the Party's is a body of its own.
COMMITTEE = re.compile(
    r"^BAN (?:CHẤP HÀNH|THƯỜNG VỤ)(?:\s+(?=(?:TỈNH|THÀNH|XÃ|PHƯỜNG)? ?ĐOÀN|HỘI|LIÊN ĐOÀN|CÔNG ĐOÀN)|$)"
)
# "HỘI NÔNG DÂN VIỆT NAM | BCH TỈNH AN GIANG": the committee of the union in a place.
COMMITTEE_OF_PLACE = re.compile(
    r"^(?:BAN CHẤP HÀNH|BCH|BAN THƯỜNG VỤ|BTV) (?P<place>(?:TỈNH|THÀNH PHỐ|XÃ|PHƯỜNG|ĐẶC KHU) (?!ỦY|UỶ|ĐOÀN|HỘI).+)$"
)
UNION = re.compile(r"^(?:(?:TỈNH|THÀNH|XÃ) ĐOÀN|ĐOÀN|HỘI(?! ĐỒNG)|LIÊN ĐOÀN|CÔNG ĐOÀN)\b")
