"""The small words with which a name of a body goes on; any other small word ends it."""

from __future__ import annotations

import re

# Small words with which a name goes on. Others end it.
SMALL_WORDS = (
    "cac cua thuoc truc tinh thanh pho xa phuong dac khu cap huyen trung uong nganh doc don vi co quan "
    "dia lien chinh tri hoi doan the doanh nghiep nha nuoc truong hoc tam phong so bo nhan dan uy ban "
    "dong khac dang chi cuc du an thon to khom ap vien y te tram kho bac thue ngan hang chu dau noi ve "
    "trong toan he thong mat tran quoc viet nam dich vu hop tac lang xom khoi cum van thi mam non tieu "
    "giao duc luc luong trang vong hdnd ubnd va giup viec nghe dai cao tong ty hiep khoa hanh ly rung "
)
GOING_ON = frozenset(SMALL_WORDS.split())
VERBS = frozenset(
    ("thuê", "tính", "hỏi", "xả", "đón", "dọn", "nào", "thí", "tạm", "đấu", "áp", "khắc", "khởi", "lúc", "quán")
)  # alike without their marks
NOT_ALONE = {  # words that are part of a name only beside certain others
    "to": re.compile(
        r"to (?:tu quan|lien gia|bau cu|vay von|hop tac|chuc|dan pho|cong tac|cong nghe|giup viec|truong)"
    ),
    "to chuc": re.compile(
        r"to chuc (?:chinh tri|hoi|doan the|xa hoi|dang|co lien quan|lien quan|tin dung|khac|kinh te"
        r"|phap che|nha nuoc|,)"
    ),
    "xay": re.compile(r"xay dung (?:tinh|khu vuc|cong trinh)"),
    "quan": re.compile(r"quan (?:ly|su|doi)|quan$|quan\b(?= ?[,;.:(])|quan "),
    "trong": re.compile(r"trong (?:toan )?(?:tinh|nganh|he thong|xa|khoi|cum)"),
    "ve": re.compile(r"ve tinh"),
    "chu": re.compile(r"chu dau tu"),
    "dong": re.compile(r"dong (?:tren|chan) dia ban"),
    "tro": re.compile(r"tro len"),
    "van": re.compile(r"van (?:phong|hoa)"),
    "hop": re.compile(r"hop tac xa"),
    "cong": re.compile(r"cong (?:lap|an|ty|ich|doan|nghiep|chuc|nghe)"),
    "chinh": re.compile(r"chinh (?:tri|quyen|phu)"),
    "thanh": re.compile(r"thanh (?:pho|vien|tra|nien)"),
    "thong": re.compile(r"(?<=he )thong"),
    "giao": re.compile(r"giao duc"),
    "dang": re.compile(r"(?<=quan )dang|dang (?:uy|bo|vien|cap|doan)|dang(?= ?[,;.:(]|$)"),
    "noi": re.compile(r"noi (?:tren|dia)|noi vu"),
    "co": re.compile(r"co (?:quan|so|lien quan|ten)"),
    "khoi": re.compile(r"khoi (?:dang|nha nuoc|chinh quyen|mat tran|truong|thi dua|doanh)"),
    "chi": re.compile(r"chi (?:bo|cuc|hoi|doan|uy|nhanh)"),
    "kinh": re.compile(r"kinh (?:te|doanh)"),
    "lien": re.compile(r"lien (?:quan|hiep|doan)"),
    "phong": re.compile(r"phong(?=\W|$)"),
    "ban": re.compile(r"ban (?:quan ly|chi dao|thuong vu|can su|chi huy|nhan dan|dang|mat tran|kiem tra)|ban nhan"),
    "rung": re.compile(r"rung (?:phong ho|dac dung)"),
    "nam": re.compile(r"nam(?=\W|$)"),
    "tong": re.compile(r"tong (?:cong ty|cuc)"),
    "va": re.compile(
        r"va (?:giup viec|(?:cac )?(?:xa|phuong|dac khu|ban|nganh|phong|truong|doan the|to chuc|dia phuong|thanh pho"
        r"|to dan pho|khoa|tram)\b)"
    ),
    "truc": re.compile(r"truc thuoc|(?<=thuong )truc"),
    "tam": re.compile(r"(?<=trung )tam"),
    "dau": re.compile(r"(?<=chu )dau|dau tu"),
    "trang": re.compile(r"(?<=vu )trang"),
    "so": re.compile(r"so\b(?! (?:hoa|lieu|luong|du|khong))"),
    "nhan": re.compile(r"nhan (?:dan|luc)"),
    "du": re.compile(r"du an\b"),
    "hanh": re.compile(r"hanh chinh"),
    "phuong": re.compile(r"phuong(?! (?:an|phap|tien|huong|thuc)\b)"),
    "cap": re.compile(
        r"(?:(?<=cac )|(?<=moi )|(?<=tung ))cap|cap (?:tinh|xa|huyen|phuong|uy|tren|duoi|trung uong|co so|hoc|bo"
        r"|truong)\b"
        r"|cap(?= ?[,;.:(]|$)"
    ),
}
LONGER = re.compile(  # small words that go together, tried before single ones
    r"(?:(?<=co quan )chu tri(?= (?:xay dung|bao cao|gui|lap|tong hop|nhiem vu))|co (?:rung|bien|de|dao|du an"
    r"|cong trinh)|ven (?:bien|song)|mien nui|vung cao|bien gioi|trong"
    r" diem|con lai|la to chuc"
    r"|duoc phan cong phu trach(?: tieu chi| linh vuc| nhiem vu)*|phu trach (?:tieu chi|linh vuc)"
    r"|duoc phan cong chu tri(?: nhiem vu)?(?: (?:tai|trong) phu luc)?|duoc (?:giao chu tri|giao"
    r" nhiem vu|giam sat|kiem tra|phan cong|thanh tra)(?: (?:tai|trong) phu luc)?"
    r"|(?:cac )?cong trinh(?: (?:giao thong|dan dung|thuy loi|cong nghiep))+|chuyen mon|su nghiep cong(?= |$)|su nghiep"
    r"|cong lap|can bo|kham(?: benh)?,? chua benh|kinh doanh|chu rung|tren dia ban"
    r"|neu tren|noi tren|co lien quan|lien quan|(?:khong|chua)? ?co ten(?: (?:tai|trong) (?:muc|phu luc|danh sach)"
    r"(?: [ivx\d]+\b)?)?|tham muu, giup viec|tham"
    r" muu giup viec|tham muu"
    r"(?=,? giup)|giup viec|dau tu xay dung|dau tu|quan ly du an|su nghiep cong lap|to chuc chinh tri"
    r" - xa hoi|chinh tri - xa hoi|xa hoi"
    r"|thuong truc|khu vuc|chi nhanh|thi dua|hanh chinh cong|benh tat|quy dat|thong minh|viec lam|do"
    r" thi|huu quan|hiep quan|to chuc phap nhan|hoi dong(?! (?:bang|tinh))|nao (?:co|con|chua|khong"
    r"|da)(?: [a-z]+){1,6}?(?= (?:thi|phai|gui|bao cao|nop|lap|hoan thanh)\b)"
    r"|theo nganh doc|nganh doc|duoc phan cong(?! [a-z])|co"
    r" tru so|duoc (?:kiem tra|thanh tra|giam sat|giao von|giao|phan cong)(?= (?:xay dung|bao cao|gui|lap|chuan bi|co"
    r" trach nhiem|tu |phai|nghiem tuc|khac phuc|can)\b)"
    r"|(?:khong |chua )?thuoc (?:danh sach|doi tuong|dien|pham vi)(?: kiem tra)?"
    r"(?: (?:tai|trong|theo|o) (?:muc|phu luc|danh sach|dieu|diem|khoan)(?: [ivx\d.]+\b)?)?"
    r"|co (?:ton tai|han che|vi pham|sai pham|khuyet diem|thieu sot)(?:(?:,| va) (?:ton tai|han che|vi pham|sai pham"
    r"|khuyet diem|thieu sot))*)"
)
