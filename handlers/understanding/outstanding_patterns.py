"""Questions about what is still to be handed in."""

from __future__ import annotations

from handlers.understanding.pattern import HOW, MEETING, SENT, UNITS, WHAT, patterns

OUTSTANDING = patterns(
    "outstanding_tasks",
    # "hôm nay có gì gấp không bot"
    (
        8,
        r"\bco (?:gi|viec gi|cai gi|bao cao gi|bao cao nao|viec nao|nhiem vu gi) (?:can|phai|moi|chua|"
        r"den|gap|khong)\b|"
        r"^(?:nhung |cac )?(?:viec|nhiem vu|bao cao)(?: nao)? (?:can|phai|chua|con) (?:lam|nop|gui|xong|"
        r"lai|thieu)|\b(?:danh sach|cac|nhung|liet ke|xem) (?:cac |nhung )?(?:bao cao|viec|nhiem vu|"
        r"van ban)(?: nao)? (?:can|phai|chua|con) (?:phai |chua )?(?:lam|nop|gui|xong|hoan thanh)",
        rf"\b{UNITS} nao|\bnhac\b",
    ),
    (
        8,
        r"\btrang thai (?:nop )?(?:bao cao )?(?:cua )?(?:xa |don vi |ben |phong |phuong )?em\b",
        r"\b(?:bo|xoa|go|huy|doi_?|sua)\b",
    ),
    (9, r"\b(?:phai|can|con) (?:nop|lam|gui) (?:may|bao nhieu)\b", r"\b(?:ngay|gio)\b"),
    # "bên mình còn nợ tỉnh báo cáo gì hem"
    (
        8,
        rf"\b(?:con|dang|van) no\b.*(?:\b(?:{WHAT}|bao nhieu|may|khong|chua|hoi_|cai|viec|bao cao)\b|\?)",
        rf"\b{UNITS} nao|\bai\b|\bnhung {UNITS}|\bcac {UNITS}|\bmay {UNITS}",
    ),
    # "bên em bị ghi nợ mấy báo cáo"
    (8, rf"\bno (?:{WHAT}|nhung|bao nhieu|may|bao cao|cai)\b", rf"\b{UNITS} nao|\bai\b|\bnhung {UNITS}|\bcac {UNITS}"),
    # "xã tui còn kẹt cái nào không"
    (
        8,
        r"\b(?:con|co|can|phai|nhung) .*\b(?:viec|nhiem vu|cong viec|dau_ viec|task|bao cao|van ban|cai|"
        rf"muc)\b.*\b(?:{WHAT}|nua|khong|(?:chua|can|phai) (?:nop|lam|gui|xong|hoan thanh))\b",
        rf"\b{UNITS} nao|\bai\b|\bhan\b|\bde cuong\b|\bmau\b|\bcac {UNITS}|{MEETING}|\bviet\b",
    ),
    # "Tôi còn báo cáo nào chưa nộp?"
    (
        8,
        r"\b(?:phai|can|con|duoc giao|chua) (?:phai |can )?(?:nop|lam|gui|bao cao|hoan thanh|thuc hien|"
        rf"tra|xu ly) (?:nhung |cac |them |not )*(?:bao cao |viec |cai )?(?:{WHAT}|cai|may)\b",
        rf"\b{UNITS} nao|\bai\b|\b(?:lam|phai lam) {HOW}|\bviet\b",
    ),
    # "còn việc chi chưa mần hè"
    (
        9,
        r"\b(?:danh sach|liet ke|list|xem|ke|cho|con|cac|nhung) .*\b(?:nhiem vu|cong viec|dau_ viec|"
        r"viec)\b.*\bchua (?:nop|gui|lam|hoan thanh|xong)\b",
    ),
    # "DANH SÁCH VIỆC CỦA PHƯỜNG TÔI"
    (
        8,
        r"\b(?:danh sach|liet ke|list|xem|cho biet|kiem tra|ke|thong ke|gui em|gui cho em)\b.*\b(?:viec|"
        r"nhiem vu|cong viec|dau_ viec|task|phan viec|con no|chua nop)\b",
        rf"\b{UNITS} (?:nao|con|chua)|\bai\b|\bcac {UNITS}|\bnhung {UNITS}|\bhuong dan|\bgiao ban|\bky so",
    ),
    # "việc của em còn gì"
    (
        8,
        r"\b(?:viec|nhiem vu|cong viec|task|dau_ viec|bao cao (?:nao|gi)) (?:nao |gi )?(?:cua|ben|xa|"
        r"phan|cho|giao) (?:xa |don vi |ben |phong |phuong )?(?:em|toi|anh|chi_|nha|chung)\b",
        r"\b(?:tra|han|da|duyet|nham|mau|khong phai|sua|tiep nhan|hoan thanh|chuyen|day)\b",
    ),
    # "cho em biết việc sắp đến hạn"
    (
        7,
        rf"\b(?:viec|nhiem vu|cong viec|task) (?:{WHAT}|hom nay|tuan nay|thang nay|con lai|chua|den han|sap)\b",
        rf"{MEETING}|\blam {HOW}",
    ),
    # "em còn sót báo cáo gì không ạ"
    (
        8,
        r"\b(?:chua|con thieu|thieu|con sot|sot|con lai|ton|ton dong|dong(?! chi| nguoi| dan)) (?:nop |"
        rf"gui |lam |hoan thanh |xong |bao cao )*(?:nhung |may |cac )?(?:cai|bao cao|{WHAT}|muc|viec|"
        rf"bieu|khoan|van ban)\b(?: bao cao| viec)?(?: (?:{WHAT}|khong))?",
        rf"\b{UNITS} nao|\bai\b|\bnhung {UNITS}|\bcac {UNITS}|\bsao\b|\bthieu bieu|\bvi\b|"
        r"\bchua (?:nop|gui|lam|xong) bao cao(?! (?:nao|gi))|\bcon thieu bieu",
    ),
    # "xã em nộp chưa vậy bot"
    (
        8,
        rf"\b(?:xa|don vi|ben|phong|phuong|so_) (?:em|toi|anh|chi_|nha|chung em)\b.*\b(?:{SENT}|du|no|"
        r"sot)\b.*\b(?:chua|khong|het chua|"
        r"hoi_)(?: (?:a|em|anh|bot|vay|the|nhe|hoi_|ta|chi_|nua|con|gi|nao))*(?: \?)?$",
        r"\b(?:de cuong|mau|bieu|duoc khong|gia han|lui|gui cho)\b|\b(?:khong|chua) (?:nop|gui)",
    ),
    # "em đã xong hết việc chưa nhỉ"
    (
        7,
        r"^(?:em|toi|anh|chi_|minh|ben em|vay|the|bot|oi| )*(?:da |co )?(?:nop|gui|bao cao|hoan thanh|"
        r"xong)(?: (?:bao cao|het|du|day du|xong|so ket|cac|viec))* chua\b",
        r"\bgui (?:cho )?em",
    ),
    (
        8,
        r"\b(?:nhan|thay|ghi nhan|cap nhat|len|vao)(?: duoc)?\b.*\b(?:bao cao|van ban|bai|file|"
        r"ban)\b.*\b(?:ben em|xa em|em|xa toi|don vi em|cua em)\b.*\b(?:chua|khong)\b",
    ),
    # "bên em đã được ghi nhận nộp chưa vậy ạ"
    (7, r"\b(?:nhan duoc|ghi nhan|da nhan|nhan)\b.*\bchua\b", r"\bchua (?:nhan|thay|xem|duoc)"),
    # "em đã nộp đủ hết chưa vậy bot"
    (
        7,
        r"\b(?:het|xong|du|con) (?:viec|bao cao|nhiem vu)?(?: het)? ?(?:chua|khong|gi nua|gi khong)\b",
        r"\b(?:han|de cuong|thoi gian|kip)\b",
    ),
    # "còn bc nào e chưa nộp hông ta"
    (
        8,
        rf"\bcon {WHAT} (?:nua |chua |phai |can |khong )|\bcon {WHAT} (?:nua|khong)\b|"
        rf"\bcon (?:viec|bao cao) {WHAT}\b|\bcon may (?:cai|viec|bao cao)",
        rf"\b{UNITS} nao",
    ),
    # "có báo cáo nào sắp hết hạn không bot"
    (8, r"\b(?:bao cao|viec|nhiem vu|cai) nao .*\b(?:den han|qua han|tre han|chua|can|phai|gap|sap)\b"),
    # "bữa ni còn nợ chi mô"
    (7, rf"\b(?:no|ton dong) (?:{WHAT}|khong|chua)\b"),
    # "còn phải mần chi nữa không"
    (
        8,
        r"\b(?:con|thieu|no) (?:thieu |no |phai |can )*(?:nop |lam |"
        rf"gui )?{WHAT}(?: (?:nua|khong|a|vay|em|the|chua|day|hoi_))*(?: \?)?$",
        rf"\b{UNITS} nao|\bai\b|\bbieu|\bmau\b",
    ),
    role="unit",
)
