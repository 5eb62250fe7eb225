"""The ways of writing that make a day no deadline: figures and their dates, what is told, what holds, what others do.

Each pattern is over aligned text and stands with its reason; schedules/drafting/duties/false_friends.py asks them.
"""

from __future__ import annotations

import re

ACT = (
    r"\b(?:gui|nop|hoan thanh|hoan tat|xong|trinh|bao cao (?:ket qua|ve)|tong hop|phe duyet|cham nhat"
    r"|thoi han|gia han)\b"
)
# Before the phrase, in the same clause. Figures are closed, counted and cumulated "đến ngày …".
CUT_OFF = re.compile(
    r"\b(?:so lieu|luy ke|uoc(?: thuc hien| tinh| dat)?|chot|thong ke|lay so lieu|cap nhat|(?<!dinh )ky bao cao"
    r"|ky so lieu|moc so lieu|thoi diem)\b"
    r"(?:(?!" + ACT + r")[^;.]){0,60}$"
)
COUNTED_CASES = re.compile(
    r"\b(?:ton dong|phat sinh|con ton|qua han|chua (?:giai quyet|xu ly)|thu ly|dang giai quyet|con hieu luc|co"
    r" mat|dong bao hiem|nghi huu|tinh gian bien che"
    r"|(?:ho so|don) (?:da |duoc )?(?:tiep nhan|nop)|(?:da|duoc) (?:tuyen dung|tuyen vao|thanh lap|bo"
    r" nhiem|cap|giao|sinh)|giao ket|ky ket|tieu huy|khoi cong|(?:het|con|qua) (?:thoi )?han(?: [a-z]+){0,4}|mua(?= *$)"
    r"|(?<!cac )cap(?= *$)|(?<!tuyen )(?<!hoc )(?<!thi )(?<!ve )(?<!phat )sinh(?= *$))"
    r"\b(?:(?!" + ACT + r")[^;.,]){0,25}$"
)
HOW_MANY = re.compile(
    r"(?:^|[;,:] ?)(?:tong )?so (?:nguoi|luong|vu|ho|can bo|bien che|ho so|du an|don|truong hop|nhiem"
    r" vu|cong trinh)\b(?:(?!" + ACT + r")[^;.]){0,80}$"
)
FORBIDDEN = re.compile(r"\b(?:khong (?:de|duoc|to chuc)|nghiem cam|(?<!dot )cao diem|du bao|canh bao)\b[^;.]{0,120}$")
# How long a thing may be used, a card or a permit holds: nobody's work.
VALID = re.compile(
    r"\b(?:han (?:dung|su dung|the|bao hanh)|con han|het han|gia tri(?: su dung)?|thoi han (?:giu|cua (?:giay|the"
    r"|hop dong))"
    r"|(?:hop dong|giay phep|bao lanh|chung thu|chung chi|the|giay chung nhan)\b[^;.]{0,60}\bco thoi han"
    r"|du \d+ (?:tuoi|thang tuoi)|bao hanh|thoi gian chinh ly|chinh ly quyet toan)\b(?:(?!" + ACT + r")[^;.]){0,40}$"
)
# "Bộ Nội vụ sẽ kiểm tra từ ngày … đến ngày …" announces.
WILL = re.compile(r"\bse (?:kiem tra|thanh tra|lam viec|to chuc|tien hanh|dien ra|khao sat|giam sat)\b[^;.]*$")
# "Thời gian thực hiện Kế hoạch: từ tháng … đến tháng …": how long the plan runs.
WHOLE_PLAN = re.compile(
    r"^\W*thoi gian (?:thuc hien|trien khai) (?:ke hoach|chuong trinh|de an|chi thi|nghi quyet|du an)\b[^;.]{0,20}: ?$"
)
# When pupils go back is no work of an office: "riêng lớp 1 tựu trường trước ngày …".
PUPILS = re.compile(
    r"\b(?:tuu truong|nhap hoc|nghi he)\b[^;.]{0,30}$"
    r"|\b(?:hoc sinh|thi sinh|phu huynh) (?:[a-z]+ ){0,2}?(?:dang ky|xac nhan)\b[^;.()]{0,60}\( ?$"
)
# "từ đầu năm đến ngày …", "bị tiêu hủy từ trước ngày …": the time that is told of.
SINCE = re.compile(r"\btu (?:dau|giua|cuoi) (?:nam|thang|quy|vu|ky)\b[^;.]{0,20}$")
# "số hộ nghèo có đến thời điểm …": figures are of a moment, work is not.
MOMENT = re.compile(r"^(?:tinh )?(?:den|tai) thoi diem")
# "Thời gian lấy nước: từ ngày …" is a timetable where what stands before the colon is no duty.
TIMETABLE = re.compile(r"^\W*thoi gian ([a-z][a-z\d ]{2,60}): *$")
# "dự kiến hoàn thành trước ngày …" of a project is a forecast; after a colon it is the deadline of a plan.
EXPECTED = re.compile(r"\bdu kien (?:se )?(?:hoan thanh|khanh thanh|thong xe|dua vao|khoi cong|ket thuc)[^;.:]{0,40}$")
# "nếu không hoàn thành trước ngày …" threatens; the duty stands elsewhere.
CONDITION = re.compile(r"\b(?:neu|truong hop)(?: [a-z]+){0,6} (?:khong|chua)\b[^;.,]{0,60}$")
EFFECT = re.compile(r"\b(?:hieu luc|ap dung|thi hanh(?! an)|het hieu luc)\b(?:(?!" + ACT + r")[^;.]){0,40}$")
PROGRAMME = re.compile(
    r"\b(?:giai doan|nhiem ky|khoa|thoi ky|nien do|nam hoc|nam ngan sach|tam nhin|dinh huong)\b[^;.,]{0,15}$"
)
FEAST = re.compile(
    r"\b(?:ky nghi|nghi (?:he|le|tet)|ky niem|chao mung|ngay sinh|sinh ngay|nam thang ngay sinh|ngay truyen thong"
    r"|ngay thanh lap)\b[^;.]{0,60}$"
)
APPLICANTS = re.compile(
    r"^(?!.*\bcac (?:truong|don vi|trung tam|so|xa|phong)\b).*\b(?:nhan ho so|tiep nhan ho so|thu ho so"
    r"|nop ho so du (?:tuyen|thi)|dang ky du thi)\b[^;.]{0,80}$"
    r"|^\W*(?:cac |nhung |moi )?(?:thi sinh|cu tri|du khach|hanh khach|benh nhan|ho dan|chu phuong tien"
    r"|nguoi du tuyen|nguoi dan|cong dan|ho gia dinh|ho kinh"
    r" doanh|to chuc,? ca nhan|nguoi nop thue|phu huynh"
    r"|nguoi lao dong|nguoi su dung|nguoi nop|hoc sinh|khach hang|ca nhan|truong hop)\b"
)
# A share to be reached by a year is a target: nobody hands it in on a day.
TARGET = re.compile(
    r"\b(?:phan dau|muc tieu|chi tieu|ty le|ti le|dat (?:toi thieu|it nhat|tren|tu|100)|tro thanh)\b|\d ?%"
)
# "hoàn thành hỗ trợ 100% hộ nói trên đến hết ngày …": all of them, by a day, is work.
ALL_BY = re.compile(r"\bhoan thanh [^;.%]{0,60}\b100 ?%(?! ke hoach| muc tieu| chi tieu)[^;.%]*$")
# "Tổ chức Lễ phát động ở cấp mình từ … đến …": the addressee is told to hold it within that time.
TO_HOLD = re.compile(r"^\W*(?:chu dong |khan truong |tiep tuc )?to chuc [^;.:]*$")
GOAL_SIGN = re.compile(r"^(?:tu nay )?(?:den|toi)(?: (?:het|cuoi))* nam \d{4}")
EVENT_ITSELF = re.compile(
    r"^\W*(?:du kien )?(?:dai hoi|hoi nghi|le (?!phi)|ky hop|phien hop|cuoc hop|ngay"
    r" hoi)\b(?!.*\b(?:gui|nop|bao cao|hoan thanh)\b)"
)
MEETING_AT = re.compile(
    r"\b(?:thoi gian to chuc|thoi gian dien ra|cuoc hop|hop|hoi nghi|phien hop|ky hop|buoi lam viec"
    r"|dong loat|ra quan|phat dong|le |khai mac|be mac|dai hoi|du kien to chuc)\b[^;.]{0,60}$"
)
HAND_IN = re.compile(r"\b(?:gui|nop|trinh|hoan thanh|xong|bao cao|dang ky|tham luan|cham nhat|truoc)\b")
# "Thời hạn nộp hồ sơ khai thuế … của hộ kinh doanh là …": whose term it is stands with it.
TERM_OF_OTHERS = re.compile(
    r"\b(?:thoi han|han)\b[^;.]{0,90}\bcua (?:cac |moi |tung )?(?:ho |nguoi|cong dan|nhan dan|hoc sinh|thi sinh"
    r"|khach hang|phu huynh|to chuc,? ca nhan|ca nhan|sinh vien|benh nhan|nha thau)[^;.]{0,40}$"
)
# "tức ngày 02 đến ngày 04 tháng 3 năm Bính Ngọ", "trước ngày 10 tháng 3 âm lịch": another calendar.
LUNAR = re.compile(
    r"^ ?[,(]? ?(?:am lich|\(?al\b|nam (?:giap|at|binh|dinh|mau|ky|canh|tan|nham|quy) (?:ty|suu|dan|mao|thin|ngo|mui"
    r"|than|dau"
    r"|tuat|hoi)\b)"
)
# "đề nghị được giãn tiến độ đến ngày …: không chấp thuận": a day that was refused.
REFUSED = re.compile(r"^[ :,(]*(?:la )?khong (?:duoc )?(?:chap thuan|dong y|chap nhan)\b")
SAME_DAY = re.compile(r"\btức\b[^;.)]{0,25}$")  # over the text as printed: not "thủ tục"
# "… tại Nhà văn hóa thôn (từ ngày … đến ngày …)": when the place is open.
OPEN_AT = re.compile(r"\b(?:tại|ở)\b[^;.()]{3,110}\( ?$")  # over the text as printed: not "tài sản"
NEVER_WORK = (
    PUPILS,
    WHOLE_PLAN,
    TERM_OF_OTHERS,
    COUNTED_CASES,
    VALID,
    CONDITION,
    EXPECTED,
    EFFECT,
    PROGRAMME,
    FEAST,
    APPLICANTS,
    HOW_MANY,
)
