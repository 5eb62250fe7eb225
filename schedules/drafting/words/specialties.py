"""The words for what an office deals in: with these its name goes on in small letters, or over a comma.

"Phòng Quản lý công trình", "Khoa Phòng, chống bệnh truyền nhiễm": only the first syllable has a capital letter, and no
mark says where the name ends. A field of work is a noun, and a noun after a name is never the verb of the sentence.
"""

from __future__ import annotations

import re

FIELDS = (
    "công dân|chợ|bến xe|vườn quốc gia|chung cư|nghĩa trang|cụm công nghiệp|khu kinh tế|khu bảo tồn|quốc gia|"
    "công trình|hành chính|thông tin|tổng hợp thông tin|truyền thông|thực vật|động vật|công nhân|nông thôn|trung học"
    "|công nghiệp|khu công nghiệp|thương mại|an toàn|vệ sinh|thực phẩm|lao động|bệnh tật|nhiễm khuẩn|truyền nhiễm"
    "|lâm sàng|cận lâm sàng|đa khoa|chuyên khoa|tuyến tỉnh|tuyến xã|dinh dưỡng|sản khoa|hồi sức|tích cực|y học"
    "|hồ chứa|thủy lợi|thủy sản|nông nghiệp|lâm nghiệp|môi trường|khoáng sản|đất đai|biến đổi khí hậu|tài nguyên"
    "|rừng phòng hộ|rừng đặc dụng|rừng sản xuất|phòng hộ|đặc dụng|đô thị|hạ tầng|giao thông|vận tải|kỹ thuật|cửa khẩu"
    "|chuyên trách|sinh viên|học sinh|thiếu nhi|thanh niên|thiếu niên|phụ nữ|trẻ em|gia đình|người cao tuổi"
    "|người có công|dân tộc|tôn giáo|tín ngưỡng|ngân sách|tài chính|kế toán|tài sản|giá cả|đầu tư công|đấu thầu"
    "|nghiệp vụ|chính quyền|địa phương|biên giới|công chức|viên chức|cán bộ|tiền lương|bảo hiểm|việc làm|công vụ"
    "|văn thư|lưu trữ|lịch sử|di tích|di sản|nghệ thuật|thể dục|thể thao|du lịch|điện tử|công nghệ|số hóa|dữ liệu"
    "|tư pháp|hộ tịch|pháp chế|pháp luật|trợ giúp pháp lý|công chứng|dân sự|hình sự|kinh tế|trật tự|xã hội|quân sự"
    "|phổ thông|thường xuyên|mầm non|tiểu học|nghề nghiệp|đại học|khảo thí|chất lượng|học thuật|chính trị"
    "|quản trị|nhân sự|thiết bị|vật tư|dược|kinh doanh|khách hàng|sự nghiệp công|sự nghiệp|dịch vụ|hợp tác|quốc tế"
    "|chủ nhiệm|bộ môn|cơ sở|trị sự|khí tượng|thủy văn|nước sạch|thú y|bộ phận|dân cư|tự quản|nòng cốt|đội trưởng"
    "|thi hành án|đại biểu|công đoàn|nghĩa vụ quân sự|doanh nghiệp|hộ kinh doanh|dự toán|quyết toán|tố cáo|khiếu nại"
    "|địa bàn|thuế|hải quan|kho quỹ|tín dụng|tiền tệ|tập thể|hợp tác xã|lễ hội|đảng viên|phong trào|dư luận xã hội"
    "|dân vận|lý luận|báo chí|xuất bản|điều dưỡng|xét nghiệm|chẩn đoán|hình ảnh|khám bệnh|điều trị|đào tạo|quân nhu"
    "|cộng đồng|cơ động|hành khách|hàng hóa|ngân hàng|quần chúng|chính sách|hậu cần|tác chiến|hàng không|đường bộ"
    "|đường thủy|truyền tải|lưới điện|nông dân|đăng kiểm|cấp nước|thoát nước|chiếu sáng|cây xanh"
)
FIELD = re.compile(rf"(?:{FIELDS})(?!\w)")
# A verb that is part of a name only together with what it is done to.
DONE = re.compile(
    r"(?:kế hoạch tổng hợp|nội tổng hợp|ngoại tổng hợp|bảo vệ (?:rừng|môi trường|thực vật|chăm sóc trẻ em)"
    r"|kiểm soát (?:nhiễm khuẩn|bệnh tật|thủ tục|thanh toán|chi)|chăm sóc (?:sức khỏe|khách hàng|người bệnh)"
    r"|quản lý (?:công trình|chất lượng|rừng|đô thị|nhà nước|thị trường|điện|địa bàn|thuế|đường(?: bộ)?"
    r"|khai thác|vận hành"
    r"|dự án|đầu tư|di tích|học viên|sinh viên|cấp phát|tài sản|nợ|rủi ro|hộ kinh doanh)"
    r"|hỗ trợ (?:doanh nghiệp|nông dân|người nộp thuế|khởi nghiệp|phát triển)|tuyên truyền(?=,| -| và)"
    r"|giải quyết (?:khiếu nại|tố cáo|thủ tục|chế độ)|(?:kiểm tra|thanh tra|giám sát) (?=nội bộ|thuế|chuyên ngành)"
    r"|kê khai thuế|xử lý (?:nợ|nước thải|rác thải)|cứu nạn,? cứu hộ|điều hành (?:lưới điện|giao thông)"
    r"|phát triển (?:nông thôn|quỹ đất|đô thị|đảng)|xúc tiến (?:đầu tư|thương mại|du lịch))(?!\w)"
)
# A room is called by its fields of work: "Phòng Quản lý, hỗ trợ doanh nghiệp số 1", "Phòng Kế hoạch và Vật tư".
ROOM = re.compile(
    r"(?:Phòng|Ban|Khoa|Vụ|Cục|Chi cục|Trung tâm|Tổ|Đội|Bộ phận|Tiểu ban|Văn phòng) [A-ZĐÀ-Ỹ][^;:(]{0,80}$"
)
# "…, Thông tin và Thể thao": where the third of a name follows "và", the second belongs to it too.
CAPITAL = re.compile(r"([A-ZĐÀ-Ỹ][a-zà-ỹ]*)(?!\w)(?P<more>(?: [a-zà-ỹ]+){0,2} và )?")
# Fields that are people too are a name of their own behind a comma: "Phòng Nội vụ, công chức tư pháp".
PEOPLE = re.compile(r"(?:công dân|công nhân|công chức|viên chức|cán bộ|học sinh|sinh viên|đại biểu|công đoàn)(?!\w)")
# "Sở Nông nghiệp và Tài nguyên": behind "và" a department has one more field, unless several share the noun.
DEPARTMENT = re.compile(r"(?<!các )(?<!Các )Sở [A-ZĐÀ-Ỹ][^,;:()]{0,60}$")
AFTER_PLACE = re.compile(r"(?:tỉnh|xã|phường|thành phố|huyện|đặc khu|ủy|uỷ|UBND|HĐND|[Ss]ở)$")

KIND = (
    r"(?:mầm non|mẫu giáo|tiểu học|trung học cơ sở|trung học phổ thông|trung học|thcs|thpt|liên cấp|phổ thông"
    r"|dân tộc nội trú|nội trú|bán trú|gdtx|trung cấp|cao đẳng|đại học|công lập|ngoài công lập|tư thục)"
)
SCHOOL = rf"{KIND}(?: {KIND})*"
FACILITY = r"(?:cơ sở|trung tâm) (?:giáo dục|đào tạo|y tế|dạy nghề|gdnn)(?: (?:nghề nghiệp|thường xuyên|mầm non))*"
# Names of which a comma or "và" is a part: lists of kinds, and fields of work named together.
TOGETHER = (
    rf"trường {SCHOOL}(?:(?: ?,| và|, và) ?(?:{SCHOOL}|{FACILITY}))+"
    r"|thi đua(?: ?[-,]| và)? khen thưởng|bệnh viện đa khoa(?:,| và) chuyên khoa|phòng,? chống (?:bệnh truyền nhiễm"
    r"|tham nhũng|ma t[uú][yý]|hiv/aids"
    r"|tệ nạn xã hội|dịch bệnh|thiên tai|bạo lực gia đình)|công nhân(?:,| và) nông thôn|an toàn(?:,| và) vệ sinh"
    r"|chăn nuôi(?:,| và) thú y|trồng trọt(?:,| và) bảo vệ thực vật|thủy lợi(?:,| và) (?:phòng|thủy sản)"
    r"|quản lý,? khai thác|đăng ký và|khảo thí và|công tác chính trị và|công nghệ,? thông tin và|dược,? vật tư"
)


def goes_on(text: str, at: int) -> int | None:
    """Return where the field of work ends with which a name goes on at a place; None where it does not."""
    small = text[at : at + 60].lower()
    if AFTER_PLACE.search(text[max(0, at - 12) : at].rstrip()):
        return None  # "UBND tỉnh thông tin …" is a sentence
    found = FIELD.match(small) or DONE.match(small)
    return at + found.end() if found else None


def listed(text: str, at: int, gap: str) -> int | None:
    """Return where a field of work ends that the name of a room adds behind a comma or "và"."""
    before = text[max(0, at - 100) : at - len(gap)]
    capital = CAPITAL.match(text, at)
    if capital and capital[1] not in ("Nhà", "Ông", "Bà", "Chủ") and gap == " và " and DEPARTMENT.search(before):
        return goes_on(text, at) or capital.end(1)
    if not ROOM.search(before):
        return None
    if capital and (gap.endswith("và ") or CAPITAL.match(text, capital.end("more"))):
        return goes_on(text, at) or capital.end(1)
    return None if PEOPLE.match(text, at) or text[at].isupper() else goes_on(text, at)
