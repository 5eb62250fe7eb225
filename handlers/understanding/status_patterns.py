"""Questions about who has handed in; a coordinator's are shorter."""

from __future__ import annotations

from handlers.understanding.pattern import SENT, UNIT, UNITS, patterns

STATUS = patterns(
    "status",
    # "kết quả thu báo cáo đến sáng nay ra sao"
    (
        8,
        r"\b(?:ket qua|chot) (?:so lieu |so |danh sach )?(?:thu|nop|gui|tiep nhan|nhan|"
        r"tong hop)(?: bao cao)?\b|\bty le (?:nop|gui|hoan thanh)",
    ),
    # "update tiến độ giúp anh cái"
    (
        8,
        r"\b(?:tien do|tinh hinh|thong ke|ty le|bang xep hang|xep hang|bang tong hop|tong quan)\b",
        r"\b(?:lam bao cao|viet|muc|phan|de cuong|mau|so lieu|bieu|thoi tiet|suc khoe|an ninh)\b",
    ),
    # "bao nhiêu sở đã báo cáo rồi em"
    (
        9,
        rf"\b(?:bao nhieu|may) (?:phan tram |% )?{UNITS}\b",
        r"\bbao nhieu phan\b(?! tram)|\b(?:thay|nghe) .*may|\bmay [^ ,?]+ (?:khac|kia|ban_)\b",
    ),
    # "còn đơn vị mô chưa gởi nữa hè"
    (
        9,
        rf"\b{UNIT} (?:nao|mo)\b.*\b(?:{SENT}|chua|thieu|cham|no|tre|han|roi|dung|dau_|nhat|xuat sac|lam|"
        r"bet|im)\b",
        r"\bthi\b|\bnhac|\bdon doc|\bban nao\b",
    ),
    # "những xã nào đã hoàn thành"
    (
        8,
        r"\b(?:nhung|cac|may|"
        rf"toan bo) {UNITS}\b.*(?:\b(?:nao|chua|hoi_|bao nhieu|khong|den dau|the nao|sao)\b|\?)",
        r"\b(?:nhac|don doc|giuc|thuc|ban tin|hoi thuc|thong bao|gui|gia han|nhan)\b",
    ),
    # "còn thiếu những sở nào"
    (
        9,
        rf"\b(?:con|van con|dang) (?:thieu|no|sot|chua|cham|ket)\b.*\b(?:{UNITS} nao|ai|nhung {UNITS}|"
        rf"bao nhieu|{UNITS})\b",
        r"\b(?:nhac|don doc|giuc|hoi thuc|ban tin)\b|\b(?:so_|xa|ben|don vi) em\b",
    ),
    # "trong 115 đơn vị còn ai chưa gửi"
    (8, rf"\bai (?:da |chua |con |van |dang )*(?:{SENT}|no|cham|thieu|tre)\b", r"\bthi\b|\bnhac"),
    # "liệt kê xã quá hạn chưa nộp"
    (
        8,
        r"\b(?:danh sach|ds|liet ke|list|xem|cho (?:em|anh|chi_|biet|xin|xem)|kiem tra|tong hop|"
        rf"diem danh|ra soat)\b.*\b(?:chua (?:{SENT})|da {SENT}|cham nop|nop cham|"
        rf"{UNITS} (?:chua|da|con|cham)|qua han|tre han)",
        r"\b(?:em|xa em|ben em) (?:chua|da|con)|\bnhac\b|\bdon doc\b|\bthanh chua|"
        r"\b(?:ghi|nhap|danh dau_?|cap nhat|cach|bao)\b",
    ),
    (8, r"\b(?:da |co )?du (?:ca |het )?\d* ?(?:xa|don vi|phuong|so_)\b|\b(?:con|gom|co|la) nhung ai\b"),
    # "nhận được mấy báo cáo rồi em"
    (
        8,
        rf"\b(?:tong so|tong|so luong|dem (?:so|xem|giup)|con so|bao nhieu|duoc may|may)\b.*\b{SENT}\b",
        r"\b(?:thay|nghe) .*may|\bmay [^ ,?]+ (?:khac|kia|ban_)\b|"
        r"\b(?:mung may|may gio|may ngay|ngay may|thu may|so lieu)\b|\bbao nhieu (?:ngay|lau|trang|ban)",
    ),
    # "Sở Tư pháp tới đâu rồi"
    (
        7,
        r"\b(?:den dau|the nao|ra sao|toi dau) (?:roi|vay|hoi_|a|the|em)\b",
        r"\b(?:nop|lam|viet|ghi|bam|dung|gui|xac nhan) (?:the nao|ra sao)",
    ),
    # "tình hình nộp báo cáo tới đâu rồi em"
    (6, rf"\b(?:vay )?{SENT}.* (?:den|toi) dau\b"),
    (
        7,
        r"\b(?:du|het|xong) (?:het )?(?:cac |tat ca )?(?:xa|don vi|phuong|135|so_)?.* ?chua\b.*\b(?:xa|"
        r"don vi)\b",
    ),
)

STATUS_OF_UNITS = patterns(
    "status",
    # "xem giúp anh xã Ia Ly, Ia Phí nộp chưa"
    (
        7,
        r"^(?:check|kiem tra|xem|tra cuu|tim|tra|cho xem|hoi) (?:giup |cho |em |anh |chi_ |lai |thu_? |"
        r"xem )*(?:tinh hinh )?(?:cua )?ten_\b",
        r"\b(?:nhac|lai ve|ve)\b",
    ),
    # "nộp được bao nhiêu phần trăm rồi em"
    (8, rf"\b{UNITS} nao$|\bcon nhung (?:dau|ai|{UNITS})\b|\bbao nhieu (?:phan tram|%)", r"\bnhac\b|\bdon doc\b"),
    (6, r"^ten_(?: (?:a|em|nhe|the nao|sao))*(?: \?)?$"),
    # "xã Tả Van gửi báo cáo chưa em"
    (
        8,
        rf"\b{SENT}\b.*\b(?:chua|roi hoi_|khong|hoi_|roi khong|roi phai khong|"
        r"roi dung khong)(?: (?:a|em|anh|chi_|bot|vay|the|nhe|hoi_|nua|ta|con|do|roi))*(?: \?)?$",
        rf"\bduoc khong|\b(?:khong|chua) {SENT}|\b(?:nhac|don doc|tra lai|tra ve)\b",
    ),
    # "đã nộp chưa?"
    (7, rf"^(?:da |co )?{SENT} (?:bao cao )?(?:chua|roi hoi_|roi khong|roi \?)"),
    (6, rf"\b{SENT}.*\broi \?$"),
    (7, rf"\b(?:sao|vi sao|tai sao|the nao)\b.*\b(?:chua|van chua|khong) (?:thay )?{SENT}\b"),
    (7, r"\b(?:con no|con thieu|no|thieu) (?:gi|nhung gi|cai gi|bao cao nao|bao nhieu|may)\b"),
    # "xã Đức Cơ sao rồi"
    (6, r"\b(?:the nao|sao|ra sao) roi\b"),
    # "liệt kê các sở chưa có báo cáo"
    (
        7,
        rf"^(?:xem |cho |liet ke |danh sach |em )*(?:nhung|cac) {UNITS} (?:qua han|cham|tre|chua|con no|"
        r"con thieu)\b",
    ),
    role="coordinator",
)
