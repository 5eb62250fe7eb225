"""Words typed without diacritics that only their neighbours tell apart: "toi" is "tôi", "tới" or "tối"."""

from __future__ import annotations

import re

# What stands beside a bare word tells which it is: the word, its surroundings (itself "_"), what it is then.
BESIDE: tuple[tuple[str, re.Pattern[str], str], ...] = tuple(
    (word, re.compile(around), meant)
    for word, around, meant in (
        ("toi", r"(?:\dh\d*|\dg|gio|luc|hoi) _|_ (?:nay|mai|qua)\b", "dem"),
        ("toi", r"_ (?:hom|ngay|thu|cuoi|dau|het|tuan|thang|mot|han|gio|luc|ky|dot|t\d|cn|\d)", "den"),
        ("toi", "", "em"),
        ("minh", "", "em"),
        (
            "mot",
            r"(?:mai|den|toi|sang|ngay|de|khat|lui|doi|hen) _(?! (?:ngay|hom|tuan))|"
            r"^_ (?:em|nop|gui|nhac|moi|se)|^_$",
            "ngay kia",
        ),
        ("mot", "", "1"),
        ("hai", r"_ (?:ngay|hom|bua|tuan|tieng|gio)", "2"),
        ("ba", r"_ (?:ngay|hom|bua|tuan|tieng|gio)", "3"),
        ("bon", r"_ (?:ngay|hom|bua|tuan|tieng)", "4"),
        ("nam", r"(?<!thu )_ (?:ngay|hom|bua|tieng)", "5"),
        ("bua", r"_ (?:ni|nay|qua|truoc|kia|do|ay)", "hom"),
        ("bua", r"(?:\d|vai|may|ba|hai|bon|them|1) _", "ngay"),
        ("hom", r"(?:\d|vai|them) _", "ngay"),
        ("ni", "", "nay"),
        ("rua", "", "vay"),
        ("h_", r"(?:bao|may|\d) _", "gio"),
        ("h_", "", "bay gio"),
        ("vay", r"(?:muc|phan|chuong) _", "v"),
        ("han", r"_ che\b", "han_"),
        ("nham", r"_ xon\b", "nham_"),
        ("nham", r"_ (?:hen|dip|viec|chuyen|duyen)\b", "lo_"),
        ("rang", r"(?:lam|xai|vi|nop|dung) _|_ (?:rua|day|lai|con|ma)", "sao"),
        ("mo", r"(?:khi|chi|gi|xa|so|noi|cai|ai|luc|o|vi|hom|bua|chung|ngay|nop|gui) _|_$", "nao"),
        ("hoi", r"_ (?:sang|chieu|trua|toi|hom|nay|qua|dem)", "luc"),
        ("muon", r"_ (?:nhat|den|sang)|(?:nop|gui|bi|den|qua) _", "cham"),
        ("doi", r"_ (?:xiu|chut|em|ti|ty|1 chut|lat)\b", "doicho"),
        ("doi", r"_ (?:so|sep|lanh|ky|duyet|ket|ben|thong|cap|chut)", "doicho"),
        ("cho", r"_ (?:sep|lanh|ky|duyet|ket|dong dau|so lieu|chu tich)", "doicho"),
        ("goi", r"_ (?:bao|bc|roi|mail|len|ve|di|so|qua|xong|hom|hoi|luc|chi mo|gi|tu|truc)|(?:da|moi|vua) _", "gui"),
        (
            "chi",
            r"(?:no|viec|lam|cai|go|bam|danh|nhan|duoc|can|phai|la|co|khong|nhung|thieu|con|"
            r"dung) _(?! (?:oi|a|nhe|em|giup)\b)|_ (?:mo|nao|rua|vay|nua|khong|de|he)\b",
            "gi",
        ),
        ("chi", "", "chi_"),
        ("hen", r"_$|_ [?,]", "nhe"),
        ("so", r"^_ (?:gui|nop|da|moi)|(?:ve|len) _", "so_"),
        ("nap", "", "nop"),
        ("tinh", r"(?<!toan )(?<!ubnd )(?<!ban )(?<!cap )_ (?:nop|gui|mai|chieu|sang)", "dinh"),
        ("ban", r"(?<!van )_ (?:hop|viec|qua|di|lam)", "banviec"),
        ("bo", r"can _", "bo_"),
        ("noi_", r"_ dung", "noi"),
        ("ban", r"(?:don vi|xa|phuong|cac|nhe|chao|hi|roi) _|_ (?:oi|a|la)\b", "ban_"),
        ("mau", r"(?:nhanh|cang|lam) _", "mau_"),
        ("dang", r"_ (?:uy|bo|vien|phi)", "dang_"),
        ("moi", r"_ (?:nguoi|don|hop)|giay _", "moi_"),
        ("dau", r"_ (?:moi|tuan|thang|nam|gio|viec)|(?:dong|ban) _", "dau_"),
        ("ah", "", "hoi_"),
        ("nghe", r"_$|_ [?,]|_ (?:em|anh|chi_|bot)", "nhe"),
        ("vo", r"(?:bam|an|go|nhap|nop|gui|nhan|di) _", "vao"),
        ("bn", r"_ (?:don vi|xa|phuong|so|noi|ngay|cai)|(?:con|may|duoc) _", "bao nhieu"),
        ("bn", "", "ban_"),
        ("noi", r"_ vu|ha _", "noi_"),
        ("ha", r"_$|_ (?:bot|em|anh|chi|a|ban)|_ [?,]", "hoi_"),
        ("nhi", r"_$|_ [?,]|_ (?:bot|em|anh)", "hoi_"),
        ("lon", r"(?:bam|an|gui|nhap|ghi|nham|tich|chon|bao|nop) _", "nham"),
        ("lo", r"_ (?:bam|an|tay|gui|nhap|ghi|tich|xac)", "nham"),
        ("lỡ", "", "nham"),
        ("kh", r"_ (?:nop|gui|co|biet|kip|duoc|phai|the|thay)|(?:duoc|co) _", "khong"),
    )
)
