"""What coordinators order: to chase units, to return a report."""

from __future__ import annotations

from handlers.understanding.pattern import UNITS, patterns
from handlers.understanding.snooze_patterns import COMPLAINT

CHASE = (
    r"(?:don doc|hoi thuc|giuc|giuc gia|thuc giuc|thuc|ban tin|nhac nho|nhac viec|ping|nhac|"
    r"doc thuc|nhan tin|canh bao|gui tin|hoi|gui nhac|ban thong bao|ra thong bao|thong bao|goi|"
    r"phat thong bao|ban nhac|"
    r"(?<!ghi )(?<!xac )(?<!tiep )nhan(?= (?:cac|nhung|may|cho|tat ca|giup|ten_|xa|phuong))|hu|"
    r"bao(?= (?:cac|nhung|may)))"
)

TARGET = (
    rf"(?:cac|nhung|may|tat ca|toan bo|toan tinh|toan xa|tinh|het|moi_|ca|{UNITS}|ten_|ho|ai|dua|"
    r"thang|ban(?! tin)|em nao|anh em|chua nop|ong|ba con|doi tuong|danh sach|no_|cho_?)"
)

NUDGE = patterns(
    "nudge",
    # "đôn đốc các đơn vị chưa nộp"
    (
        9,
        r"\b(?:don doc|hoi thuc|giuc|thuc giuc|doc thuc)\b",
        r"\b(?:bao nhieu|da (?:nhac|don doc)|khoi|khong can|dung) |\bda (?:don doc|giuc|nhac)|"
        rf"\b{UNITS} nao .*(?:chua|da)\b.*\?$",
    ),
    # "réo đặc khu Phú Quốc cái coi"
    (
        9,
        rf"\b{CHASE}\b(?: [^ ,?]+){{0,4}}? {TARGET}\b",
        r"\b(?:dung|khoan|khong|khoi|da|chua|sao|ai|bao gio) (?:can |co |phai |hay )?(?:nhac|thong bao|"
        r"giuc)|\bnhac (?:lai )?(?:em|anh|chi_|minh)\b|\bcho hoi\b|"
        rf"\bhoi (?:nham|gi|han|xem|so_ \w+ \w+ o)|\bgoi (?:la|dien cho em)|{COMPLAINT}|"
        r"\b(?:hoi|goi|thong bao) .*\b(?:khong|nao|o dau|may gio)\b.*$|\bhoi .*\bchua$|"
        r"\btra (?:lai|ve)\b|\bnhan tin (?:cho )?(?:em|anh)",
    ),
    (
        8,
        r"\bnhac (?:lai |nho |viec |them |tiep |giup |luon |di |ngay |gap |mot |1 |lan |nua |phat |cai |"
        r"het |dong loat |hang loat )*(?:nhe|di|luon|giup|ngay|het|dong loat|phat|lan nua|cai|thoi)?$",
        rf"\bkhong\b|\bdung\b|{COMPLAINT}|\b(?:mai|chieu|\d+h|lat|sang|dem)\b",
    ),
    # "NHẮC NGAY CÁC ĐƠN VỊ CHƯA NỘP"
    (
        8,
        r"\b(?:nhac|ban tin|gui tin|nhan|ping|gui nhac)\b.*\b(?:chua (?:nop|gui|xong|bao cao)|"
        r"con (?:thieu|no)|cham|tre han|qua han|sap den han)\b",
        r"\b(?:khong|dung|khoan|da) (?:can )?nhac",
    ),
    # "Gửi nhắc nhở cho phường Cam Đường nhé"
    (7, r"\bgui (?:loi )?nhac\b"),
    # "gửi tin nhắc xã Mường Tè nhé"
    (5, r"\bnhac\b", r"\b(?:khong|khoi|dung|da) (?:can )?nhac"),
    role="coordinator",
)

RETURN = patterns(
    "return_submission",
    # "sai biểu rồi, trả lại xã Mỹ Đức"
    (
        9,
        r"\b(?:tra lai|tra ve|chuyen tra|hoan tra|chuyen lai|gui tra|gui lai cho xa|hoan lai|"
        r"tra bao cao|day lai|tra nguoc|tra bai|return|tra)\b(?! (?:loi|cuu|luong|tien|gop))",
        r"\btra (?:loi|cuu|luong|no|phi|tien)\b|"
        r"\b(?:dung|khong|khoan|chua|da|bi|co) (?:can |nen |co |duoc )?(?:tra|chuyen tra|hoan)|"
        r"\bsao .*tra\b|\bkiem tra\b|\btra.*\b(?:chua|khong|hoi_)(?: \?)?$",
    ),
    # "bc xã Mù Cả cộng sai tổng, cho làm lại"
    (
        9,
        r"\b(?:yeu cau|bat|bao|de nghi|nho|cho|noi|keu|nhac|dua|phai|can)\b.*\b(?:lam|nop|gui|viet|lap|"
        r"bo sung|chinh sua|sua|hoan thien|bao cao|chinh|ky) (?:bao cao |cho |dung |day du )?lai\b",
        r"\bnop lai (?:duoc|khong|cho)\b|\bgui lai (?:cho )?(?:em|anh|minh)",
    ),
    # "xã Kbang làm lại báo cáo nhé"
    (
        8,
        r"\b(?:lam|nop|gui|viet|lap) lai\b",
        r"\b(?:khong|chua|duoc|em|khoi|mien|phai khong) |"
        r"\bgui lai (?:cho )?(?:em|anh|minh|de cuong|mau|file|ban)|\bnhac lai",
    ),
    # "đã nhận báo cáo xã Kbang nhưng không đạt, trả lại"
    (
        8,
        r"\b(?:khong|chua) (?:dat|chap nhan|duyet|dong y|thong qua|hop le|nhan|dam bao)\b.*",
        r"\b(?:nhan duoc|nhan dc|thay)\b|\bchua nhan\b|\?$|\b(?:chua|hoi_)$",
    ),
    # "k duyệt bc của xã Văn Lăng nhé, sai thể thức, bắt làm lại"
    (8, r"\b(?:tu choi|bac|loai|danh truot|khong duyet)\b", r"\bbac (?:oi|a|nhe|ai)\b"),
    # "báo cáo xã Tri Tôn sơ sài quá, yêu cầu bổ sung"
    (
        8,
        r"\b(?:can|phai|de nghi|yeu cau|bao|bat)\b.*\b(?:bo sung|sua|chinh sua|hoan thien|dieu chinh|lam ro)\b",
        r"\b(?:em|ben em) (?:can|phai|xin)|\?$|\bde cuong\b",
    ),
    # "Yêu cầu xã Mường Kim làm lại, chưa đúng mẫu"
    (7, r"\b(?:chua dung|khong dung|sai) (?:mau|the thuc|yeu cau|so lieu|bieu|de cuong|noi dung|quy dinh)\b", r"\?$"),
    role="coordinator",
)
