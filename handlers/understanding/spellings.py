"""How people in a chat write the words that the patterns know: shortened, in dialect, with diacritics that matter.

Patterns are written without diacritics. Where a diacritic tells two words apart, the less wanted one ends in "_":
"đã" and bare "da" are "da", "dạ" is "vang"; "bản" is "ban", "bạn" is "ban_". A particle that asks ("à", "hả", "nhỉ")
is "hoi_".
"""

from __future__ import annotations


def _table(lines: str) -> dict[str, str]:
    """Read "canonical: word word word" lines."""
    pairs = (line.split(":") for line in lines.strip().splitlines())
    return {word: canonical.strip() for canonical, words in pairs for word in words.split()}


# Looked up with their diacritics, first.
ACCENTED = _table("""
vang: dạ vâng vầng dzạ ừ
bong: đá
dem: tối đêm khuya
den: tới đến
ngay kia: mốt
1: một
anh_: ảnh ánh
qua_: quà
co_: cờ
bac_: bạc
vo_: vở vợ vỡ
the_: thẻ
mung: mồng mùng
2: hai
dau_: đầu dấu
om: đau ốm
no_: nó
moi_: mời mọi mỗi
dang_: đảng đăng đáng
sap: sắp
sep: sếp
phan_: phân
muc_: mức
thu_: thư thử
luc: hồi
cham: chậm trễ muộn
muon_: muốn
doi: dời
doi_: đổi đời
doicho: chờ đợi
cho_: chỗ
hoi_: à hả hở hử hỉ nhỉ
nhac_: nhạc
gui: gởi gửi gưi gủi gữi gừi gỡi
ban_: bạn bàn bán
banviec: bận
so_: sở
dinh: tính định
chi_: chị
nop: nộp nạp nôp nọp nốp
sao: răng
gi: gì zì dì
nao: mô
vay: rứa rua
nay: ni nầy
day: nớ đó
khong: hông hổng không hỏng chẳng chả nỏ khỏng khum hem khôg
lam: mần
nham: lầm nhầm lộn lỡ
roi: rồi ròi rùi gòi zồi roài rôi dồi rùii
roi_: rời rơi
em: tôi tui mình mềnh
chuc_: chức
chua_: chứa chùa
chu: chứ chớ
chu_: chữ
nhe: nhé nha nhá nghen nhen nhế
vao: vô
noi_: nội nồi nổi nối
noi: nới nơi
quy_: quỹ
ba_: bà bá
nua_: nửa
mau_: mau
truc: trục
giup: giùm dùm hộ giúp
tre_: trẻ
bay gio: chừ
ve: dìa dzìa
lon_: lớn lợn
cham_: chăm chấm
an_: ăn
giuc: hối
nhac: réo
giuc: ới hú
bot_: bớt
sua: sửa
""")

# Without diacritics, or where they tell nothing more.
BARE = _table("""
khong: ko k kg khg hok hong hk hem khum khog kog hko chang
roi: r rui roai rooi rr
duoc: dc đc duoc dk đk
bao cao: bc bcao bcáo bcc baocao
don vi: dv đv dvi đvi donvi
van ban: vb vban
cong van: cv
de cuong: dcuong đcuong decuong
em: e mik mk mh tui mjh toy
chi_: c
ban_: b
vao: dzo dzô
hom: hum
hom nay: hum_nay
moi_ nguoi: mn
bao nhieu: bnhieu bnhiu bnh nhiu
nhu the nao: ntn nhtn
gi: j ji
vay: z v zay dzay zậy dzậy dậy vại zạy
lam: lm mần
a: ak ạk ạh áh hạ ạj
xac nhan: confirm cf cfm
nhac: reo
voi: vs
dang: dag dg đg
truoc: trc trk trg
cung: cx cug
deadline: dl dline deadlin dealine
nguoi: ng ngta
noi: ns
biet: bik bit bjt
qua: wa wá
hom nay: hnay homnay
hom qua: hqua homqua
bay gio: bh
h_: h
xem: coi
giup: gium dum jup
nhe: nha nghen nhen nhoa
luon: lun
nhat: nhut nhứt
gia han: giahan
nhac: nhak remind
cham: tre
so_ noi vu: snv
hoan thanh: ht
nhiem vu: nv
so lieu: slieu
phu luc: pl
xac nhan: xn
thoi gian: tgian
lanh dao: ld lđ
tien do: tiendo
don doc: dondoc
thong bao: tb
nop: nôp nopj
mail: email gmail
""")
