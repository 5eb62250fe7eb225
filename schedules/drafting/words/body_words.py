"""The words of which Vietnamese offices make names: what a name begins with, and what it goes on with.

A name of a body is a noun of office ("Sở", "Ủy ban nhân dân", "các phòng, ban"), then words with a capital letter,
short forms in capitals, and a small closed set of other words ("tỉnh", "thuộc", "trực thuộc"). The first small word
outside that set is the verb of the sentence, and the name ends before it.
"""

from __future__ import annotations

import re

from schedules.drafting.words.specialties import FIELDS, TOGETHER

# Who heads a body is named where the body is meant: "Thủ trưởng các sở", "Chủ tịch UBND các xã".
TITLE = re.compile(
    r"(?:(?:cac )?dong chi |ong |ba |(?:cac )?ong,? ?\(?ba\)? )?(?:thu truong|nguoi dung dau|lanh dao|chu tich"
    r"|pho chu tich|giam doc|pho giam doc|bo truong|thong doc|truong ban(?= ban)|dai dien lanh dao"
    r"|tong giam doc|hieu truong|chanh(?= van phong| thanh tra)|cuc truong|chi cuc truong|vien truong"
    r""
    r"|truong (?=cong an |chi cuc |phong |khoa |ban quan ly |cac (?:phong|khoa|tram|ban|bo phan|don vi)\b)"
    r"|bi thu (?=dang|chi|cap|tinh|huyen|xa|cac)|thuong truc (?=cap uy)|chi huy truong"
    r"|tong bien tap|chanh an)(?: va tap the)? ?"
)
# Within one house its head is named without a body: "trình Giám đốc phê duyệt".
HEAD_ALONE = re.compile(
    r"(?:Phó Giám đốc|Phó Hiệu trưởng|Giám đốc|Tổng Giám đốc|Hiệu trưởng|Viện trưởng|Cục trưởng|Chủ tịch(?! nước)"
    r"|Bí thư|Trưởng (?:ban|phòng|khoa)"
    r"|Cụm trưởng|Tổ trưởng|(?:Thư ký|Kế toán|thư ký|kế toán)(?= (?:[A-ZĐ]|trưởng)))(?: (?:Cụm|Sở|Ban"
    r"|Trường Cụm trưởng)\b)?"
    r"(?=$|[ ,.;:()](?!Hồ Chí Minh|[A-ZĐ]))"
)
NAMED_TITLE = re.compile(r"(?:Giám đốc|Chánh Văn phòng|Trưởng) ", re.IGNORECASE)

# Nouns that begin a name; those of the second line only with a capital letter or after "các".
ANY_CASE = (
    r"doan (?:kiem tra|thanh tra|giam sat|cong tac|khao sat|tham dinh)(?: lien nganh)?|to (?:kiem tra"
    r"|tham dinh|giup viec)|truong doan(?: (?:kiem tra|thanh tra|giam sat|khao sat|cong tac|tham dinh)(?! (?:cac|viec"
    r"|tinh hinh|thuc te|tai|\d)))?(?: lien nganh)?|truong (?:thon|ban|khu pho|khu dan cu|xom|ap|khom|phong|cac"
    r" (?:thon|ban|phong|khu|to|ap|khom|xom|lang|khoa|truong|doi))|dang vien|chi uy|chu rung|uy ban|ubnd|ub ?mttq"
    r"|hoi dong(?: (?:tuyen sinh"
    r"|tuyen dung|tham dinh|coi thi|cham thi|nghiem thu|khoa hoc|giam khao|thi dua,? khen thuong|thi dua"
    r"|quan tri|thanh vien|su pham|xet (?:tuyen|chon|duyet|tang|cong nhan)))?|hdnd|so, "
    r"|van phong|trung tam|chi cuc|cong an|bo chi huy|ban chi huy|bo doi bien phong|benh vien"
    r"|thanh tra|ngan hang|kho bac|bao hiem xa hoi|mat tran to quoc|lien doan|dang uy|dang bo|ban"
    r" thuong vu|tinh uy|thanh uy|xa uy"
    r"|thuong truc|chi bo|tap doan|tong cong ty|cong ty|doanh nghiep|co quan|don vi|dia phuong|hat"
    r" kiem lam|ban quan ly|ban chi dao"
    r"|chu dau tu|quy co quan|quy don vi|quy so|quy dia phuong|toa an|vien kiem sat|mttq|bchqs|bo"
    r" phan|cap uy|to chuc dang"
    r"|hoi (?:lien hiep|nong dan|cuu chien binh|chu thap do)|tram y te|truong (?:thpt|thcs|tieu hoc"
    r"|mam non|dai hoc|cao dang|trung hoc|hoc)"
    r"|to chuc (?:dang|co so dang)|to (?:chuyen mon|cong nghe so|cong tac|chuc chinh tri|dan pho)|nha truong"
    r"|phong (?:van hoa|kinh te|noi vu"
    r"|tai chinh|tu phap|giao duc)|dbqh"
    r"|thanh vien ban|thu ky(?= (?:cac|doan|to|hoi dong) )|co so (?:giao duc|y te|kham)|giao vien (?=chu nhiem|bo mon"
    r"|cac)|nguoi co nghia vu|chi doan"
    r"|(?:to|cum|doi|tram|khoi) truong(?= (?:cac|to|cum|doi|tram|khoi) )|thon|cum|khoi thi dua|to chuc chinh tri"
    r"|to chuc"
    r" tin dung|dac khu|cong doan"
)
CAPITAL_ONLY = (
    r"trung ương(?! đoàn)|sở|bộ|ban|phòng|cục|trường|viện|báo|đài|thuế|hội|đoàn|tỉnh đoàn|thành đoàn"
    r"|quỹ|tổ|nhà|trạm|vườn|khu|nhóm|kiểm lâm|tổng cục"
    r"|hợp tác xã|xã|phường|công chức|tạp chí|ngành|hạt|hải quan|tiểu ban|trung ương đoàn|bưu điện"
    r"|viễn thông|vnpt|viettel|evn|điện lực"
    r"|thống kê|thi hành án|kiểm toán|ngân hàng nhà nước|khoa|vụ(?! đông| xuân| hè| thu| mùa| việc)|xí nghiệp"
    r"|nhà máy|liên minh|hiệp hội|đội|đồn|phân hiệu|lâm trường"
    r"|nông trường|trại|câu lạc bộ|đảng đoàn|phân viện|cụm|liên đội|chi đoàn|chi hội|cơ sở|ban giám hiệu"
    r"|quân đội|quân khu|thủ tướng chính phủ|chính phủ|quốc hội|ban bí thư|bộ chính trị|chi nhánh|học"
    r" viện|thư viện|bảo tàng"
)
ALONE = (
    r"thủ tướng chính phủ|thủ tướng|sở|bộ|trung ương|thuế|kiểm lâm|tỉnh đoàn|thành đoàn|chính phủ|quốc hội|hải quan"
    r"|bưu điện|viễn thông|vnpt|viettel"
)
QUANTIFIED = r"(?:tất cả |toàn thể )?(?:các|tất cả|từng|mọi|mỗi|những|một số) "
PARTS = (
    r"thuế|chủ (?:rừng|hồ|đập)|cấp hội|xí nghiệp|nhà máy|trạm|đội|đồn|vụ(?! việc)|liên đoàn|hiệp hội|lâm trường"
    r"|phân hiệu|tổ chức|bộ phận|khối|"
    r"sở|bộ|ban|ngành|phòng|đơn vị|cơ quan|địa phương|đoàn thể|tổ chức|xã|phường|đặc khu|thị trấn"
    r"|trung tâm|trường|bệnh viện|trạm|thôn|tổ dân phố"
    r"|doanh nghiệp|hội|chi bộ|đảng bộ|đảng u[ỷy]|đảng ủy|cấp ủy|cấp uỷ|nhà trường|chi cục|cục|công"
    r" ty|ngân hàng|tập đoàn|tổng công ty|chủ đầu tư"
    r"|ban quản lý|huyện|thành phố|thị xã|khoa|viện|quỹ|thành viên|tiểu ban|tổ|nhóm|cụm|khối|cơ sở"
    r"|chi đoàn|chi hội|khu|ấp|khóm|bản|làng|xóm"
    r"|hợp tác xã|đồng chí|[uủ][ỷy] ban|ubnd|hđnd|đài|báo(?! cáo)|hạt|bộ phận|phân xưởng|điện lực|nhà"
    r" thầu|nhà đầu tư|tỉnh|ban thường vụ|văn phòng|chi ủy"
    r"|cấp|công đoàn|trưởng (?:thôn|ban|phòng|bản|khu|xóm)|kho bạc|liên đoàn|mặt trận|ủy viên|chi nhánh|phân xưởng"
    r"|tổng đội|cấp bộ"
)
HEAD_ANY = re.compile(rf"(?:{ANY_CASE})\b|(?:so|phong), (?:ban|nganh)")
HEAD_GROUP = re.compile(rf"{QUANTIFIED}(?:{PARTS})\b")
HEAD_CAPITAL = re.compile(rf"(?:{CAPITAL_ONLY})\b")
# A capital noun stands for an office where its name follows, or alone as "Sở".
HEAD_NAMED = re.compile(
    rf"(?!tổ chức|ban hành|hội nghị|hội thảo|hội thi|bộ máy|báo cáo|đoàn kết|trường hợp|khu vực|thuế"
    rf" suất|viện dẫn|quỹ đất|xã hội|bộ phận thực)(?:(?:{CAPITAL_ONLY}) (?:(?:tỉnh|xã|phường|thành phố"
    rf"|chuyên môn|công tác|giúp việc|dân phố|thành viên|trung ương|khu vực|cấp|chuyên trách|kiểm tra|thanh"
    rf" tra|giám sát|{FIELDS})\b|(?-i:[A-ZĐÀ-Ỹ]))"
    rf"|(?:{ALONE})\b)",
    re.IGNORECASE,
)
PART = re.compile(rf"(?:{PARTS})\b", re.IGNORECASE)
GENERIC = re.compile(
    r"^(?:quy (?:co quan|don vi|so|dia phuong|ubnd|uy ban|truong|phong|cong ty|doanh nghiep|dong chi)"
    r"|(?:cac|tung|nhung|moi) (?:cap uy,? (?=co quan|don vi|dia phuong))?(?:co quan|don vi|dia phuong)"
    r"|co quan, don vi|don vi, dia phuong)"
    r"(?:,| va| quy| co quan| don vi| dia phuong| to chuc| co lien quan| lien quan| neu tren| noi"
    r" tren| co ten| nay| tren dia ban(?: (?:tinh|xa|phuong|thanh pho))?)*$"
)

# Names of which a comma or "và" is a part.
COMPOUND = re.compile(
    rf"(?:{TOGETHER}|khám bệnh,? chữa bệnh|cơ quan (?:báo,? đài|báo chí|thông tấn,? báo chí|truyền thông)"
    rf"|cơ sở đảng, đảng viên|"
    r"tổ chức,? biên chế(?: và tổ chức phi chính phủ)?|văn h[oó][aá],? thể thao và du lịch|văn"
    r" h[oó][aá],? thể thao|giáo dục và đào tạo|nông nghiệp và (?:môi trường|phát triển nông thôn)"
    r"|khoa học và công nghệ|dân tộc và tôn giáo|tài nguyên và môi trường|thông tin và truyền thông|kế hoạch và đầu tư"
    r"|lao động,? thương binh và xã hội|hđnd (?:và|&) ubnd|hội đồng nhân dân và (?:ủy|uỷ) ban nhân dân"
    r"|(?:đại biểu quốc hội|đbqh) (?:và|&) (?:hội đồng nhân dân|hđnd)|phát thanh(?:,| và) truyền hình"
    r"|báo và phát thanh(?:,| và) truyền hình"
    r"|tuyên giáo(?: và dân vận)?|(?:phật|công) giáo|văn h[oó][aá] và xã hội|văn hóa và thể thao"
    r"|kinh tế,? hạ tầng và đô thị"
    r"|cứu nạn,? cứu hộ|cứu nạn và cứu hộ"
    r"|(?-i:Tổ chức,? Cán bộ)"
    r"|thông tin,? văn hóa và thể thao|phòng cháy,? chữa cháy(?: và cứu nạn,? cứu hộ)?|phòng,? chống"
    r" thiên tai và tìm kiếm cứu nạn|tài chính,? kế toán"
    r"|phòng thủ dân sự|thông tin và hội nghị|quản lý,? khai thác|đầu tư và xây dựng|nội chính và"
    r" phòng|xúc tiến đầu tư,? thương mại và du lịch)",
    re.IGNORECASE,
)

# One-syllable names and nouns, after which a small word is not their second syllable.
ONE_SYLLABLE = (
    "sở ban bộ phòng cục trường viện báo đài thuế hội đoàn quỹ nhà trạm xã phường tỉnh cai châu giang bình ương thương"
)
WHOLE = frozenset(ONE_SYLLABLE.split())
MORE_HEADS = "vụ tổ đội khoa đồn cụm khu khối hạt ngành đảng trại"
ONE_SYLLABLE_HEADS = WHOLE | frozenset(MORE_HEADS.split())
ACTS = re.compile(
    r"(?:gui|nop|bao cao|trinh|to chuc|chu tri|phoi hop|tong hop|xay dung|trien khai|thuc hien|hoan"
    r" thanh|tham muu|ra soat|kiem tra"
    r"|don doc|huong dan|theo doi|chi dao|chu dong|khan truong|tiep tuc|tap trung|can|phai|se|da|dang"
    r" (?!uy|bo|vien|cap|doan|tinh)|khong|duoc|la|thi|de|qua"
    r"|tai|tu (?!phap)|theo|trong (?!toan|tinh|nganh|he|xa|khoi|cum)|truoc|cham nhat|cho|voi|den|khi"
    r"|sau|neu|nham|do|boi|len|lap|cu|bo tri|chuan bi|cap nhat|cong khai|ban hanh|phe duyet"
    r"|danh gia|de xuat|de nghi|yeu cau|giao (?!thong|duc)|phan cong|cung cap|dang ky|thong bao|thong"
    r" nhat|tham dinh|tham gia|xem xet|giai quyet"
    r"|xu ly|quan triet|tuyen truyen|day manh|tang cuong|thanh lap|kien toan|dinh ky|hang (?!hai)|kip"
    r" thoi|nghiem tuc|gop y|chiu|(?<!dang )ky (?!thuat)"
    r"|nghien cuu|nhu|ma|hoac|cung|chua (?!benh|chay)|chuyen (?!mon|doi|trach)|bo sung|bao dam|dam bao|can cu)\b"
)
SMALL = re.compile(
    r"(?:ket qua|tinh hinh|so lieu|ho so|danh sach|noi dung|nhiem vu|phuong an|van ban|y kien|kinh"
    r" phi|va|ve|nay|cac|cua|tinh|xa|phuong|thanh pho|cap|thuoc|truc thuoc|nam|thang|ngay|quy (?:i"
    r"|\d)|co|tu|trong|hang|giao|chuyen|vao|bang|tren|duoi|ngoai|toi|xong|gom|kem|muon)\b"
)
# Small nouns that always begin a name of their own.
ALWAYS_NEW = re.compile(
    r"(?:ban thuong vu|uy ban nhan dan|ubnd|cong an (?:tinh|xa|phuong)|uy ban mat tran|van phong"
    r" (?:ubnd|hdnd|uy ban))\b"
)
