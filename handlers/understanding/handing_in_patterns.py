"""What stands around the verb of handing in, and what it makes of it. Canonical words: see ``spellings``."""

from __future__ import annotations

import re

VERB = (
    r"(?:nop|gui|chuyen(?! tra| doi| mon| nganh| nguoi)|phat hanh|ban hanh|"
    r"day(?= (?:len|qua|ve|di|truc|sang|bao cao))|up|upload|submit|send|"
    r"(?<=van ban )di(?= (?:roi|luc|tu))|(?<=bao cao )di(?= (?:roi|luc|tu))|"
    r"hoan thanh|hoan tat|xong|ban giao|len truc|dua len|nhap len)"
)
SENT = (
    r"(?:nop|gui|chuyen|phat hanh|day(?= (?:len|qua|ve|di|truc|sang|bao cao))|up|upload|submit|send|"
    r"len truc)"
)
GAP = r"(?:[^ ,?]+ )"
PAST_TIME = (
    r"(?:luc (?:sang|chieu|trua|dem|nay|hom|qua|dau_)|khi (?:sang|chieu|trua|hom|nay)|"
    r"hom (?:qua|kia|truoc|no|bua)|"
    r"(?:sang|chieu|dem|trua) qua|(?:tuan|thang|thu [^ ,?]+ tuan) truoc|"
    r"(?:tu|luc) (?:ngay |luc |hom |sang |chieu |thu |tuan |\d|som)|hom \d)"
)
WHO = r"(?:xa|don vi|phuong|so_?|noi|cai|phong|ban|dia phuong)"


def any_of(*patterns: str) -> re.Pattern[str]:
    """Join patterns, of which any may be found."""
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns))


DONE = any_of(
    rf"\b(?:da|vua|moi|vua moi|moi vua) {GAP}{{0,4}}?{VERB}\b",
    rf"\b{VERB}\b.*\b(?:roi|xong|het|thanh cong|day du)\b",
    r"\b(?:xong|hoan thanh|hoan tat)\b(?: (?:roi|ca|het|a|nhe|em|anh|bot))*$",
    rf"\b{PAST_TIME}.*\b{VERB}\b",
    rf"\b{VERB}\b.*\b{PAST_TIME}",
    r"\bda (?:duoc )?(?:bao cao|co bao cao|len truc|len ioffice)\b.*\b(?:len|ve|cho|qua|so_?|tinh|"
    r"roi|truc)\b",
)
SUPPOSED = any_of(
    r"\b(?:neu|he(?! thong)|gia su|gia ma|nho ma|lo ma|truong hop|mien la|gia nhu|uoc gi|phai chi|"
    rf"cu nhu)\b.*\b{VERB}\b",
    r"\b(?:khi(?! (?:sang|chieu|trua|hom|nay|qua|dem))|bao gio|luc nao|chung nao|sau khi|truoc khi|"
    rf"hom nao)\b.*\b{VERB}\b",
    rf"\b(?:ai|nao)\b.*\b{VERB}\b.*\b(?:thi|khoi|khong can|mien)\b",
    rf"\b{VERB}\b.*\b(?:thi|la (?:tot|duoc|xong|may|on|het|khoi|phai|se|hay))\b",
    rf"\b{VERB}\b.*\b(?:roi|xong|duoc) (?:moi|se|hay|hang)\b",
    rf"\b{VERB}\b.*\bxong (?:em |toi |minh |ben em |xa em |anh |chi_ |se )+(?:bao|nhan|alo|goi|"
    r"thong bao|noi|tin)\b",
    r"\b(?:tuong|nghi|nham tuong|nho la|nho(?= em| xa)|ngo|le ra|dang le|dang_? (?:le|ra)|dung ra|"
    r"suyt|gia vo|hinh nhu|co le|chac(?: la)?(?! chan)|"
    r"khong (?:biet|nho|ro|chac)|nghe (?:noi|bao|don|dau|ke|thay)|thay (?:bao|noi|ke|ghi|hien)|doan|"
    r"co ve|nhu la|"
    rf"de nghi|yeu cau|bat|dan|mong|chuc|hen|hua)\b.*\b{VERB}\b",
    r"\b(?:sep|lanh dao|chu tich|ho|xa|phong|phong ban|van thu_?|ten_|ai|no_|dong nghiep|ke toan|"
    rf"nguoi ta|{WHO} [^ ,?]+) (?:no_ |co |da |cung )?(?:bao(?! cao)|noi|keu|ke(?! hoach)|"
    rf"khoe)\b.*\b{VERB}\b",
    rf"\b(?:bot|he thong|may|app|tin|tin nhan|sao|bang|phan mem) {GAP}{{0,4}}?(?:bao|ghi|hien|noi|"
    rf"danh dau_?|tich|cho)\b.*\b{VERB}\b",
    r"\b(?:nut|chu_?|lenh|trang thai|ghi|hien|danh dau_?|tich|tick|cot|danh sach|so_?|tong|tong so|"
    r"ty le|thanh|sang|cau|tu|muc|vao|chon|bam|an|go|phim|lua chon) "
    rf"(?:la |thanh |sang |cac |nhung |chu_ )*da {VERB}\b",
)
ASKED = any_of(
    rf"\b{VERB}\b(?: [^ ,?]+){{0,3}}? chua\b(?! (?:duoc|xong|het|kip|noi|len|co|thay|ky|nhan))",
    rf"\b{VERB}\b.*\b(?:hoi_|phai khong|dung khong|khong|hay sao|that khong|u|"
    r"chang)(?: (?:a|em|anh|chi_|bot|ban_|vay|the|nhe|ta|con|oi|do))*$",
    rf"\b(?:ai|nao|may {WHO}|bao nhieu|bao gio|o dau|the nao|lam sao|cach|gi|vi sao|tai sao|co phai|"
    rf"sao)\b.*\b{VERB}\b",
    rf"\b{VERB}\b.*\b(?:o dau|nao|gi|may {WHO}|bao nhieu|the nao|lam sao|cho ai|bang cach|hay)\b",
    rf"\bco {VERB}\b.*\b(?:khong|chua)\b",
)
NOT = any_of(
    rf"\b(?:chua|khong|dung|chang|quen|thieu|ngung|khoan) {GAP}{{0,4}}?{VERB}\b",
    rf"\b(?:da|co|kip)\b {GAP}{{0,3}}?{VERB}\b.*\bdau\b",
    rf"\b(?:da|co) {VERB} nao (?:ma|sao)\b",
    rf"\b{VERB}\b(?: {GAP}{{0,2}}?[^ ,?]+)? (?:khong|chua|chang) (?:duoc|kip|noi|xong|len|den|thanh)\b",
    rf"\b{VERB}\b.*\b(?:loi|bi tra|that bai|bi treo|tra lai|tra ve)\b",
    r"\b(?:(?:mot|1) (?:nua_?|phan|so)|ban nhap|ban thao|du thao|chua ky|con thieu|thieu)\b",
    rf"\bgan {VERB}\b",
    rf"\bdung\b(?! han| roi| vay| la| ngay| quy| mau| yeu).*\b{VERB}\b",
    rf"\b(?:da|co) {GAP}{{0,2}}?{VERB}(?: bao cao)?(?: gi)? nao(?: a| em)?$",
)
FUTURE = any_of(
    r"\b(?:se|sap(?! xep| nhap)|dinh|dang(?! o)|chuan bi|du kien|co gang|can|phai|muon_|xin|hua|hen|"
    r"de|tranh thu|cho phep|doicho|den|"
    r"truoc (?:ngay|thu|\d|khi|mai|han)|lat|lat nua|chut|ti|ty|mai|ngay kia|"
    r"(?:tuan|thang|hom) (?:sau|toi|den)|"
    r"kip|roi moi|xong moi|(?:lat|chut|ti|ty|tieng|phut|ngay|gio|hom|bua|tuan) nua|han|"
    rf"lo) {GAP}{{0,6}}?{VERB}\b",
    r"\b(?:mai|sau|thu (?:\d|hai|ba|tu|nam|sau|bay)|t[2-7]|cn|chieu(?! qua)|dem(?! qua)|cuoi|dau_?|"
    rf"tuan(?! truoc)|thang(?! truoc)|\d+/\d+|\d+h\d*)\b.*\bmoi {GAP}{{0,2}}?{VERB}\b",
    rf"\b{VERB}\b.*\b(?:sau|mai|ngay kia|(?:lat|chut|ti|tieng|phut|ngay|gio) nua|bu)\b(?! roi)",
)
SOON = re.compile(
    r"\b(?:thu (?:\d|hai|ba|tu|nam|sau|bay)|t[2-7]|cn|sang|chieu(?! qua)|dem(?! qua)|trua|hom nay|"
    rf"cuoi gio|cuoi tuan|gio) {GAP}{{0,5}}?{VERB}\b"
    rf"|\b{VERB}\b.*\b(?:chieu|dem|trua|sang|hom) nay\b"
)
BREAKS = re.compile(
    r" ?, ?| (?:nhung|song|tuy nhien|(?<!nop )(?<!gui )(?<!chuyen )con|chu(?! tich| nhat)|the ma|"
    r"ma(?! (?:hoi_|a|nhe|em|anh|chi_)?$)|nen|chac tai|(?<!don )vi(?! tri| du| pham)|tai vi) |"
    r" (?=(?:sao|the sao|vay sao) (?:con|van|lai|cu|bot|he thong|chua thay|hoai|nhac)\b)"
)
HAS_VERB = re.compile(rf"\b{VERB}\b|\bda (?:duoc )?(?:bao cao|co bao cao|len)\b|\btrinh\b")
# "…, giờ nộp xong rồi": what was promised before is done now.
NOW = re.compile(
    r", (?:thi |em |ben em |xa em )*(?:gio|bay gio|nay|hom nay|sang nay|vua|moi|"
    rf"da) {GAP}{{0,4}}?{VERB}\b[^,]*$"
)
# "…, còn báo cáo kia thì chưa": the verb is left out. "…, bị trả lại": it came to nothing.
LEFT_OUT = re.compile(
    r"^(?!.*\b(?:nhan|thay|duyet|duoc|xem|ghi|biet|hieu|ro|len|cap nhat)\b).*\bchua(?: (?:a|dau|nhe|"
    r"co|em|anh|chi_|gi|bot))*$"
    r"|\bkhong (?:chac|biet|ro|nho)|"
    r"\b(?:hinh nhu|co le|quen mat|bi tra|(?<!kiem )tra lai|tra ve|bao loi|bi loi|loi|that bai|"
    r"khong thanh cong|khong (?:len|di|duoc|xong)|thieu|sai|chua (?:dung|du|dat|ky|xong|chuan|hoan)|"
    r"dua (?:thoi|day|ti|chut)|"
    r"doicho (?:ky|duyet|sep|lanh|dong|chu|y)|cho (?:ky|duyet)|dang (?:trinh|ky|ra soat|cho)|"
    r"(?:sep|lanh dao|chu tich) (?:di|vang|nghi|chua|ban|con)|dong dau_|con nua_?|nua_? con)\b"
)
# "bản giấy thì mai": a short clause that puts the rest off.
PUT_OFF = re.compile(
    r"^(?:[^ ]+ ){0,5}?(?:mai|ngay kia|chieu nay|dem nay|lat|tuan sau|thu \d|sau)(?: (?:a|nhe|em|nua))*$"
)
DUTY = re.compile(
    r"^(?:em |xa em |ben em )?(?:da )?(?:xong|hoan thanh) (?:viec|nhiem vu|phan viec)\b.*\b(?:nop|"
    r"gui|phat hanh)\b"
)
SENT_WORD = re.compile(rf"\b{SENT}\b")
# What goes before the sending: "đã trình ký, đóng dấu và phát hành xong sáng nay".
PREPARED = re.compile(
    r"^(?:em |xa em |ben em |ten_ |bao cao )*(?:da |vua |moi )*(?:trinh|ky|dong dau_?|duyet|scan|in|"
    r"photo|lam xong|hoan thien|tong hop|viet xong|chot)\b"
)
SURE = re.compile(rf"\bda {GAP}{{0,3}}?{VERB}\b|\b(?:vua|vua moi|moi vua) {GAP}{{0,2}}?{VERB}\b")
WILL = re.compile(
    rf"\b(?:se|sap(?! xep| nhap)|dinh|chuan bi|du kien|phai|can|hua|doicho) {GAP}{{0,3}}?(?:da|"
    rf"vua)\b|\b(?:da|vua) .*\b(?:mai|ngay kia|se|sap(?! xep| nhap)|phai|chuan bi)\b.*\b{VERB}\b"
)
