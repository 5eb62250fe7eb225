"""The words with which people say that they have handed in their report; any other makes the bot ask first.

"Đã nộp bài thi", "gửi anh Hùng rồi", "đã gửi kết bạn": what was sent, or to whom, is something else, and no list of
such things is ever complete. So the list is of what belongs, in pairs where a word alone could be anything.
"""

from __future__ import annotations

import re

from handlers.understanding.placed_words import in_place

PAIRS = re.compile(
    r"\b(?:ban chinh thuc|hoan thanh viec|moi_ thu_?|dau_ do|dong dau_?|bao cao|van ban|cong van|"
    r"bo may|van hanh|cap xa|tinh hinh|mot nam|phu luc|so lieu|tai lieu|noi dung|ket qua|tham luan|"
    r"so ket|tong ket|dinh kem|ban (?:giay|mem|cung|goc|chinh|word|"
    r"pdf|dien tu|scan)|hanh chinh|sap xep|dia phuong|chinh quyen|to chuc|hoat dong|thuc hien|"
    r"nhiem vu|dau_ viec|cong viec|ke hoach|"
    r"hoan (?:thanh|tat|thien)|thanh cong|day du|dung (?:han|mau|yeu cau|quy dinh|thoi gian)|"
    r"dong dau_|chinh thuc|ban hanh|ban giao|"
    r"phat hanh|trinh ky|ky so|lien thong|phan mem|he thong|dien tu|buu dien|hom thu_?|van phong|"
    r"co quan|thuong truc|noi_? vu|"
    r"uy ban|dang_ (?:uy|bo)|don vi|trung uong|cap tren|ben em|yen tam|kiem tra|ghi nhan|xac nhan|"
    r"cap nhat|bo sung|theo doi|"
    r"cam on|bao lai|ky ngay|quan ly|lien quan|cac co quan|kinh gui|tran trong|xin phep|nhu tren|"
    r"van thu_?(?= (?:ben|xa|phuong|em|da|vua|so_|cua))|hoan thanh viec|chu nhat|may gio|mo hinh|"
    r"hai cap|xem giup|ro rang|thoi gian|thoi han|dau_ gio|cuoi gio|xong xuoi|vb ?dh|cong thong tin|"
    r"mang noi bo|chac chan)\b"
)
SINGLE = frozenset(
    word
    for words in (
        # the sending
        "nop gui chuyen day up upload submit send xong giao bam nhap truc dua len check test biet",
        # how it was done
        "da roi vua moi het ca luon duoc du han som tron ven kem va cung cac nhung cai mot may lan nhieu cham",
        "luu lien lun",
        # who, and whom they speak to
        "em anh chi_ chi co chu bac ban_ ad admin bot minh toi ta con chau ben xa phuong so_ phong ubnd hdnd",
        "ten_ tinh snv tui ho_",
        # particles
        "a nhe nha do day ay nay kia vay ma the di oi ha voi giup thoi u uh vang ok oke okela oki xin kinh",
        "thua hoi_ nghe ne hen heng hi he hu nhen",
        # where and when
        "cho ve qua den sang tu bang theo trong ngoai vao o hom ngay thang nam tuan thu ba bay chieu trua dem",
        "luc khi gio phut truoc bua tren",
        # what
        "file ban bieu mau phan muc word excel pdf scan",
        # by which way
        "mail email gmail zalo nhom fax vb ioffice eoffice vnpt qlvb lgsp portal tdoffice ioff cong duong",
        "mang trang",
        # others that do no harm
        "cu lai hoai van thi la dau_ cuoi cua bao lau chung bon chinh xiu rat hien thay hay sao nhac nho de",
        "rui nua",
    )
    for word in words.split()
)
FIGURE = re.compile(
    r"\d+(?:[/.h:g-]\d+)*[hg]?\d*|\d+[a-z]?(?:[/-][\w&./-]+)+|[ivx]+|\d+[a-c]|t[2-7]|cn|so(?= )?|"
    r"[?,]|sau|tai|hai|cap|02|01"
)


# With the report named, how it went and to whom are harmless: "báo cáo em up lên cổng rồi",
# "gửi bc cho chị Lan bên sở".
REPORT = re.compile(r"\b(?:bao cao|van ban|cong van|ten_)\b")
WAY = re.compile(
    r"\b(?<!hom )(?<!chieu )(?<!sang )(?<!dem )(?<!trua )(?:qua|len|tren|bang|theo|vao|o|cho|ve|den|"
    r"toi|sang|ben) (?:[^ ,?]+ ?){1,6}?(?=(?:roi|luc|tu|hom|sang|chieu|ngay|nhe|a|,)\b|$|,)"
)
CALLED = re.compile(
    r"\b(?:[^ ,?]+ oi|"
    r"(?:roi|xong|nhe|a) (?:sep|cung|quy_? vi|dong chi|cac dong chi|ca nha|moi_ nguoi|thu_? truong|"
    r"lanh dao|ba con|(?:anh|chi_|co|chu|bac|em) nguoi_))\b"
)


def all_known(clause: str) -> bool:
    """Say whether every word of a clause belongs to the telling of a report that was handed in."""
    if not in_place(clause):
        return False
    rest = CALLED.sub(" ", clause)
    if REPORT.search(rest):
        rest = WAY.sub(" ", rest)
    return all(word in SINGLE or FIGURE.fullmatch(word) for word in PAIRS.sub(" ", rest).split())
