"""What makes a telling of something handed in no confirmation: another thing, another person, a part."""

from __future__ import annotations

import re

from handlers.understanding.handing_in_patterns import GAP, SENT, VERB, WHO, any_of

# Told in the words of a report that was handed in, and still perhaps another one, a part, or somebody else's.
DOUBT = any_of(
    r"\bbao cao (?:tai chinh|thu chi|chi tieu|phong|quy\b|thang|tuan|ngay|nhanh|dinh ky|thuong|khac|"
    r"nam|tong ket|cuoi|dau_|[69]|thue|bao\b|lu|cai cach|giai quyet|"
    r"an ninh|thong ke|quyet toan)",
    r"(?<!tu )(?<!thu \d )(?<!t\d )(?<!cuoi )\b(?:quy|thang|tuan) (?:[ivx1-4]|\d+|nay|truoc)(?: roi)?$",
    r"\b(?:nham|khac|ho|thay (?:em|anh|ho)|chua|khong(?! (?:cham|tre|thieu|sot))|nhac)\b",
    r"\b(?:nop|gui) cham(?: mat)?(?: roi)?(?: a)?$|(?<!da )\bduoc (?:nop|gui)\b|(?<!thu )\bsau\b",
    r"\b(?:nop|gui|chuyen) (?:cho |ve |qua |len |sang |den |roi )*(?:van phong|phong|ubnd(?! tinh)|"
    r"uy ban|dang_ uy|chinh quyen|ban_|noi bo)\b",
    r"^(?!.*\b(?:bao cao|van ban|cong van)\b).*\b(?:bieu|phu luc|phan(?! mem)|muc|so lieu|tham luan|"
    r"mau|mot|1)\b",
    r"\b(?:ngay|lich|thoi gian|luot|cach|noi|(?<!hoan thanh )(?<!xong )viec|han|thoi han|link|"
    r"dia chi|duong) (?:nop|gui)\b|\b(?:gui|nop) con\b",
    r"\bban hanh\b(?!.*\bbao cao\b)",
    rf"^(?!.*\b{SENT}\b)(?!.*\b(?:bao cao|van ban)\b).* (?!(?:roi|a|nhe|em|anh|chi_|bot|het|ca|ben|"
    r"xa|da|do|luon|vang|don|vi|phuong|oi|ban_|ok|xong|xuoi|xoi|hoan|thanh|"
    r"tat|toan|bo|ten_|nay|ma|nha)\b)[^ ]+",
)
# A doubt only where no report is spoken of: "chuyển sở rồi" may be somebody who has moved.
DOUBT_UNNAMED = any_of(
    r"\bchuyen (?:nha|phong|co quan|don vi|xa|phuong|so_|viec|cong tac|vi tri|cho_)\b",
    r"\bchuyen (?:ve|sang|qua|len|den)\b",
)
REPORT = re.compile(r"\b(?:bao cao|van ban|file|cong van)\b")
INSIDE = (
    r"(?:sep|lanh dao|chu tich|pho chu tich|pct|bi thu_?|thu_? truong|truong phong|pho phong|"
    r"ke toan|van thu_?(?! (?:so_|tinh|snv|cua so_))|noi bo|thon|ap|to dan pho|"
    r"thuong truc|truong ban|chanh van phong|chanh vp|to truong|dong nghiep|vo|chong|cap duoi|thu ky)"
)
OBJECTS = (
    r"(?:le phi|phi|thue|tien(?! do)|hoc phi|quy_|dang_? phi|doan phi|cong doan|bao hiem|bhyt|bhxh|"
    r"ho so|don(?! vi| doc)|bai(?! ban)|phat(?! hanh)|"
    r"can cuoc|cccd|giay (?:to|moi|phep|kham|nghi|khai|chung|uy|de)|thiep|mon qua|"
    r"anh(?= chup| hop| hoat)|anh_|the_|may (?!cai|ban|bao|phu)|hinh|cau hoi|loi|so do|hoa don|"
    r"tin nhan|y kien|"
    r"gop y|phieu|cong van (?:xin|de nghi|hoi)|thu_? (?:hoi|moi|ngo|cam)|danh sach|ung ho|tai khoan|"
    r"mat khau|sdt|so dien thoai|chung tu|bang luong|luong|de cuong|"
    r"ke hoach|lich|thong bao|to trinh|khoan|link)"
)
OTHER = any_of(
    r"\b(?:nop|gui|chuyen|up|hoan thanh|xong) (?:duoc |xong |lai |het |ca |du |tam |"
    rf"roi )*{GAP}{{0,2}}?{OBJECTS}\b",
    rf"^(?:\w+ ){{0,3}}?(?:le phi|thue|tien(?! do)|hoc phi|quy_|ho so(?! bao cao)|don(?! vi)|"
    rf"can cuoc) {GAP}{{0,5}}?{VERB}\b",
    rf"\b{VERB}\b {GAP}{{0,5}}?{INSIDE}\b",
    r"\b(?:trinh|xin) (?:ky|duyet|sep|lanh dao|chu tich|"
    r"len)\b(?!.*\b(?:phat hanh|nop|len truc|gui (?:so_?|tinh|di)))",
    r"\b(?:nam (?:ngoai|truoc)|(?:lan|dot|ky|quy|thang|khoa) truoc|(?:dot|lan|ky) (?:1|dau_?))\b",
    r"\b(?:sep|lanh dao|chu tich|bi thu_?) (?:ky|duyet|xem)\b(?!.*\b(?:nop|phat hanh|da gui)\b)",
    rf"\b(?:de|cho|nho|xin) {GAP}{{0,3}}?(?:duyet|ky|dong dau_?|gop y|xem lai|doc lai|ra soat)\b",
    r"\b(?:gui|chuyen|send|up) (?:lai |qua |ve |sang )?(?:cho )?(?:ben |don vi |xa |"
    r"phong )?em\b(?! (?:oi|nop|gui))",
    rf"\b(?:xa|phuong|don vi|so_?) ben\b(?! em).*\b{VERB}\b",
    r"\b(?:nguoi ta|"
    r"cac (?:xa|don vi|phuong|so_?|ban_?|phong|thon|nganh|ap|dong chi|anh|chi_|em|bo phan)|"
    r"may (?:xa|don vi|phuong|so_?|ban_?|anh|ong|cho_)|nhieu (?:xa|don vi|noi)|moi_ nguoi|ai cung|"
    r"ho|"
    rf"{WHO}(?: ben)? (?:khac|ban_|kia|ay|do|day|nao do|canh|hang xom|nguoi ta)|"
    rf"ben (?:khac|kia|ay|do|day|thue|cong an))\b.*\b{VERB}\b",
    rf"\bcam on\b.*\b{VERB}\b",
    r"^(?:ubnd |van phong )?(?:tinh|tren|cap tren|trung uong|bo|huyen|so_|bot|he thong|sep)(?: uy|"
    r" noi vu)? (?:da |moi |vua |lai |cung )*(?:gui|chuyen|phat hanh|ban hanh|up|day|dua)\b",
    r"\bnhan (?:duoc |roi |lai )?.*\b(?:gui|chuyen)\b",
    rf"^(?!.*\b{SENT}\b).*\b(?:viet|soan|lam|tong hop|nhap|chinh|sua|in|danh may|ra soat|hop|chao co|"
    r"an|ngu|don|ky|duyet|photo|scan|doc|xem|tai|cai|hoc|thi|"
    rf"dong dau_?|chot) {GAP}{{0,4}}?(?:xong|hoan thanh)\b",
    rf"^(?!.*\b{SENT}\b).*\b(?:xong|hoan thanh|hoan tat) (?:viec|cong viec|phan viec|buoi|hop|"
    r"cuoc hop|phan|muc|so lieu|tong hop|du thao|so bo|roi nhung)\b",
    rf"\b(?:con|chau|be|vo|chong) (?:em )?(?:da |moi |vua )?{VERB}\b",
)
