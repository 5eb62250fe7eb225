"""Corrections of what was recorded."""

from __future__ import annotations

from handlers.understanding.pattern import SENT, patterns

UNDO = patterns(
    "undo_confirmation",
    # "nãy gõ nhầm số, xóa giùm"
    (
        9,
        r"\b(?:bam|an|tich|tick|bao|xac nhan|ghi|nhap|nhan|chon|noi|tra loi|go|click|danh dau_?|khai|"
        r"bao cao|gui|nop|ghi nhan|hieu|chot) (?:lon |bi |vao |da nop |la |nut |cai |roi |so |bao cao |"
        r"van ban |don vi |xa )*nham\b",
        r"\bnham (?:lan )?(?:hoi_|khong|chua)|\bco nham\b|"
        r"\btra (?:lai|ve|cho|bao cao|bai|ten_|xa|phuong|so_)|\bnhac nham|"
        r"\b(?:anh|chi_|ban_|sep|so_?|ten_) (?:da )?(?:gui|chuyen) nham",
    ),
    # "lỡ tay bấm đã nộp rồi, gỡ giúp"
    (
        8,
        r"\bnham\b",
        r"\bnham (?:muc|vao|giai|thuc|den|nang|hoi_|mat)\b|\bcua nham|\bco nham|\bkhong nham|"
        r"\bnhac nham|\bnham lan (?:hoi_|khong)|\btuong nham|\bso lieu nham|"
        r"\btra (?:lai|ve|cho|bao cao|bai|ten_|xa|phuong|so_)",
    ),
    # "bỏ tích hoàn thành đi, đã gửi mô"
    (
        9,
        r"\b(?:rut|huy|go|xoa|bo|thu hoi|thu luc|hoan tac|undo|cancel|gat|dao) (?:giup |ho |cho |luon |"
        r"em |anh |cai |het |bo |dum |ngay |lai |nhe |ban |viec |lan |di |dau_? )*(?:lai|xac nhan|tich|"
        r"tick|danh dau_?|trang thai|da nop|lenh vua|ve|vua|ket qua|cai vua|bao cao vua|hoan thanh|"
        r"xa cai bao nop|bao nop|dau_ tich|thong tin vua|thong bao|chu_ da|ghi nhan|nop|luot nop)\b",
        r"\b(?:hop|lich|cuoc|mau|de cuong|nhac|giay moi_|thong bao (?!da)|tai khoan|gia han|don)\b|"
        r"\bbo qua|\bgo (?:lenh|cau|chu_) (?:nao|gi|sao)",
    ),
    # "rút lại xác nhận hồi sáng giúp xã"
    (
        8,
        r"^(?:vang |em |cho em |xin |bot |nhe |oi |a |giup |cho |de em |toi )*(?:rut lai|rut|huy|"
        r"hoan tac|undo|thu hoi|dinh chinh|xin rut|xin huy)\b",
        r"\b(?:hop|lich|nhac|gia han|tien|don)\b",
    ),
    # "sao lại ghi đã nộp, bên em đã gửi đâu"
    (
        9,
        r"\b(?:sao|ai|dau|bot|he thong|may|tai sao|vi sao)\b.*\b(?:ghi|bao|hien|danh dau_?|tick|tich|"
        r"xac nhan|thanh|chuyen|de|cho|noi|tinh|len|cap nhat)\b.*\b(?:da|roi)\b.*\b(?:chua|dau|co)\b",
        r"\bchua (?:cap nhat|ghi|thay)|\bnhac\b|\blam (?:sao|the nao) de|\bcach\b",
    ),
    # "bên em chưa nộp, bot ghi sai"
    (
        9,
        r"\b(?:bot|he thong|may|phan mem)\b.*\b(?:ghi|bao|hien|tinh|danh dau_?|cap nhat) (?:bi )?(?:sai|"
        r"nham|bay)\b",
    ),
    # "sao lại ghi xã em hoàn thành, tụi em chưa gửi"
    (
        9,
        r"\b(?:sao|ai|bot|he thong)\b.*\b(?:ghi|bao|hien|tinh|"
        r"danh dau_?)\b(?:(?!\bchua\b).)*\b(?:hoan thanh|xong|da nop|nop roi|gui roi|da gui)\b.*\bchua\b",
    ),
    # "chưa nộp mà, ai ghi đã nộp thế"
    (
        8,
        r"\b(?:sao|ai|tai sao|vi sao)\b.*\b(?:ghi|hien|danh dau_?|tick|tich|xac nhan|"
        r"cap nhat)\b.*\b(?:da|la) (?:nop|gui|xong|hoan thanh)\b",
        r"\blam (?:sao|the nao) (?:de|ma)|\bcach\b",
    ),
    # "đã gửi đâu, còn đang chờ số liệu"
    (
        9,
        r"\b(?:da|co|chua|"
        rf"kip)\b (?:[^ ,?]+ ){{0,4}}?{SENT}\b(?: [^ ,?]+){{0,4}} ?dau\b(?! (?:tuan|thang|nam|gio|den|"
        r"vay|hoi_|nhi|viec))",
        r"\bo dau|\bden dau|\bdi dau|\bvao dau|\bve dau",
    ),
    # "nhầm nhầm, báo cáo chưa gửi đâu nhé"
    (
        8,
        r"\b(?:that ra|thuc ra|hoa ra|dinh chinh|xin loi|noi lai|thuc te|bao lai|ra la|"
        rf"nham)\b.*\bchua (?:[^ ,?]+ ){{0,3}}?{SENT}\b",
        r"\b(?:sao|ai|nao|cac)\b|\b(?:xin|cho) .*(?:lui|gia han|them|den)|\bnhac (?:lai|em)",
    ),
    # "bên em chưa gửi mà, sao bot ghi xong rồi"
    (8, rf"\bchua (?:he )?{SENT}\b.*\b(?:ma|sao|lai|the)\b.*\b(?:ghi|bao|hien|da|danh dau_?|xac nhan|tich)\b"),
    # "tuong nop roi hoa ra van thu chua phat hanh, huy giup e cai xac nhan"
    (
        8,
        rf"\b(?:tuong|cu nghi|nghi la)\b.*\b(?:{SENT})\b.*\b(?:hoa ra|ai ngo|ma|nhung|"
        r"te ra)\b.*\b(?:chua|khong|loi)\b",
        r"\bnhac\b",
    ),
    # "xác nhận sai rồi, chưa nộp"
    (
        8,
        r"\b(?:huy|bo|go|xoa)\b (?:di|giup|luon|nhe)\b.*|\bxac nhan\b.*\b(?:sai|som qua|nham)\b|"
        r"\bai (?:bam|xac nhan|bao) (?:vay|do|the|nop|roi)",
        r"\b(?:hop|lich|nhac|gia han|don|lam sao|the nao|cach|mau|bieu)\b|\bda nop$",
    ),
    # "trả về trạng thái chưa nộp cho xã em"
    (
        7,
        r"\bdinh chinh\b|\bhieu nham\b|\b(?:sua|chinh) lai (?:trang thai|giup em|thanh chua)|"
        r"\b(?:chuyen|doi_?|sua|de|tra) (?:lai )?(?:thanh|ve|la|sang) (?:trang thai )?chua (?:nop|gui)",
    ),
    # "đã nộp mô mà ghi đã nộp"
    (9, rf"\b(?:da|co) {SENT} nao (?:ma|sao)\b"),
    # "không phải, em chưa gửi báo cáo đó"
    (
        8,
        r"^(?:a |em |xin loi |thoi chet |chet )*(?:sai|khong phai)(?: roi)?(?: dau)? ,.*\bchua (?:he |"
        rf"kip )?{SENT}\b",
    ),
    # "bỏ tích hoàn thành đi, đã gửi mô"
    (9, rf"\b(?:da|co) (?:[^ ,?]+ ){{0,2}}?{SENT}(?: bao cao)?(?: gi)? nao(?: a| em)?$", r"\b(?:ai|xa|don vi|phuong) "),
    # "Ủa sao hệ thống ghi xã tui nộp rồi, đã gởi hồi nào đâu"
    (
        8,
        r"\bquay lai (?:buoc|luc|trang thai) |"
        r"\b(?:sao|ai)\b.*\b(?:bao|ghi|hien|tinh)\b.*\b(?:xa em|ben em|em|don vi em)\b.*\b(?:hoan thanh|"
        r"nop|xong|gui)\b",
        r"\bchua (?:nop|gui|hoan|xong)|\bthieu|\bnhac\b|\blam sao",
    ),
    # "da nop dau ma, dang cho ky"
    (
        8,
        rf"\bkhong phai (?:la )?da {SENT}\b|\b(?:co|da) {SENT}.*\bdau (?:ma|co)\b|"
        rf"\blam gi (?:da|co) {SENT}|\bdau (?:co|da) {SENT}",
    ),
)
