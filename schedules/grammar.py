"""The grammar of deadline phrases, which no library has: every pattern, in this one file.

Patterns are over folded text (schedules/folding.py). REWRITES, CUTS and JOINS turn words of time into marks (the
letters are those of schedules/marks.py), ASIDES take out what only looks like a deadline, and the rest says how a mark
counts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from schedules import marks
from schedules.confirmed_years import named_days

# --- Words of time and the marks that they leave ---------------------------------------------------------------------

NGAY = r"(?P<ngay>\b(?:ngay |mung |mong )+)?"
REL = r"(?: (?:cua )?nam (?P<rel>sau|toi|ke tiep|tiep theo|lien ke|truoc|nay)(?: lien ke)?)?"
OF_YEAR = r"(?:(?: ?[/-] ?|,? nam | )(?P<y>\d{4}))?(?!\d)" + REL
NEXT = r"(?P<rel>nay|sau|toi|ke tiep|tiep theo)"
EVERY = r"(?:hang|moi|tung)"
WEEKDAY = r"(?:t(?P<w>[2-7])|chu nhat|cn(?=\W*(?:$|tuan|hang|ngay|D)))"
NO_OTHER_NUMBER = r"(?=\d{1,2}\b(?! ?(?:thang|gio|h\b|ngay)| ?/ ?\d\d?(?!\d)))"
REWRITES = (
    (r"(\d+) \([a-z ]{2,12}\)(?= (?:ngay|tuan|thang|nam|gio))", r"\1"),  # "05 (năm) ngày"
    (r"\b(ngay \d{1,2}(?: cua)?) thang (?:sau|ke tiep|tiep theo|lien sau|lien ke)\b", r"\1 hang thang ketiep"),
    (r"\bcac (?=(?:thang|quy|ngay) \w)", ""),
    (r"(?<!hang )(?<!moi )(?<!tung )\b(thang|quy) truoc\b(?! ngay| \d)", r"\1 lientruoc"),  # no "before"
    (r"\btu ngay \d{1,2} ?(?:den|-) ?(?:het )?(?:ngay )?(?=\d{1,2} (?:hang|moi|cua) )", "den ngay "),
    (r"\b(quy (?:iv|i{1,3}|[1-4])(?:,| va|, va)) (?=(?:iv|i{1,3}|[1-4])\b(?! ?/ ?\d\d?(?!\d)))", r"\1 quy "),
    (r"\b(thang \d{1,2}(?:,| va|, va)) " + NO_OTHER_NUMBER, r"\1 thang "),
    (r"\b(ngay \d{1,2}(?:,| va|, va)) " + NO_OTHER_NUMBER + r"(?!\d{1,2} ?[/.-] ?\d)", r"\1 ngay "),
    (r"(?<![\d/.-])\b(?:ngay )?(\d{1,2}) ?- ?(?=\d{1,2}/\d{1,2}\b)", r"ngay \1 den ngay "),
)
CUTS: tuple[tuple[str, marks.Make], ...] = (
    (r"\b\d{1,5} ?/ ?(?:\d{4} ?/ ?)?[a-z]{2,}[a-z\d]*(?:[-/&.][a-z\d]+)*", marks.document),
    (r"\b\d{1,5} ?-[a-z]+/[a-z\d]+(?:[-&.][a-z\d]+)*", marks.document),
    (r"\b(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)\b", marks.printed),
    (
        NGAY + r"(?<![\d/.])(?<!\b[oil])(?P<d>\d{1,2}) ?(?P<s>[/.-]) ?(?P<m>\d{1,2})(?: ?(?P=s) ?(?P<y>\d{4}|\d\d))?"
        r"(?!\d| ?/ ?[\da-z]|\.\d)" + REL,
        marks.printed,
    ),
    (
        NGAY + r"(?<!tuan )(?<!tuan thu )(?<!thang )(?<![\d/])(?P<d>\d{1,2}),? thang (?P<m>\d{1,2})"
        r"(?:(?:,? nam | ?/ ?| )(?P<y>\d{4}))?(?!\d)" + REL,
        marks.printed,
    ),
    (r"\b(?P<n>\d{1,3}) (?P<u>ngay|tuan|thang) nua\b", marks.ahead),
    (r"\b(?:ngay )?hom nay\b|\bngay (?:mai|kia|hom sau)\b|\bhom (?:qua|kia)\b", marks.near),
    (r"(?:(?<=\bsang )|(?<=\btrua )|(?<=\bchieu )|(?<=\btoi )|(?<=\bdem ))(?:nay|mai)\b", marks.near),
    (r"(?<=\btrong )ngay(?= ?(?:$|[,.;)]))", marks.near),
    (rf"\b{WEEKDAY} (?:cua |trong )?tuan (?P<rel>nay|sau|toi|ke tiep|tiep theo|truoc)\b", marks.weekday_of_week),
    (
        r"(?<!vong )(?<!trong )(?<![\d/.])\b(?P<h>\d{1,2})"
        r"(?: ?(?:gio|h) ?(?P<min>\d\d(?!\d)|\d(?= ?phut))?(?: ?(?:phut|p)\b)?|[hg:](?P<min2>\d\d)(?!\d))(?<! )(?!\w)"
        r"(?! ?(?:ke tu|tinh tu|sau|nua|lam viec|truoc khi))(?:,? (?:buoi )?(?P<part>sang|trua|chieu|dem|toi)\b)?",
        marks.hour,
    ),
    (
        r"\b(?:(?P<edge>dau|cuoi|het|trong) (?:gio )?)?(?:buoi )?(?<!doi )(?P<part>sang|trua|chieu|dem)"
        r"(?=,? (?:ngay )?[Dt]\d| hang| moi)",
        marks.session,
    ),
    (
        r"\b(?P<edge>het|cuoi|trong) (?:gio|thoi gian) (?:lam viec|hanh chinh)(?: (?:buoi )?(?P<part>sang|chieu))?",
        marks.session,
    ),
    (rf"\b{WEEKDAY}\b(?!/)", marks.weekday),
    (
        r"\b(?:0?(?P<n>[1-9]) thang|nua) (?P<edge>dau|cuoi) (?:cua )?nam(?: (?P<y>\d{4})| (?P<rel>nay|sau|toi))?\b",
        marks.part_of_year,
    ),
    (
        rf"\bthang (?P<which>dau|giua|cuoi|thu (?:nhat|hai|ba|[123]))(?: tien| cung)?(?: cua)?(?: {EVERY})? "
        r"(?P<u>ky|quy|0?6 thang|nam)\b(?: (?:bao cao|sau|tiep theo|ke tiep|lien ke))*(?! ?(?:\d|i{1,3}\b|iv\b))",
        marks.month_of_period,
    ),
    (rf"(?<!\d )(?<!viet )\b(?P<u>tuan|thang|quy|nam) {NEXT}\b", marks.this_or_next),
    (r"\btuan (?P<w>\d{1,2}) ?(?:/| nam )(?P<y>\d{4})\b", marks.week_of_year),
    (r"\b(?:thang |thg |t(?=\d\d?/))(?P<m>\d{1,2})(?! lan)" + OF_YEAR, marks.month),
    (r"\bquy (?P<q>iv|i{1,3}|[1-4])\b" + OF_YEAR, marks.quarter),
    (r"(?<![\d/])(?P<m>\d{1,2}) ?/ ?(?P<y>\d{4})(?![\d/])", marks.month),
    (r"(?<!\d)(?P<y>20\d\d) ?- ?(?P<y2>20\d\d)(?!\d)", marks.years),
    (r"\b(?:ca |tron )?(?<!viet )nam (?P<y>\d{4})\b", marks.year),
    (
        r"\bngay (?P<worked>lam viec )?(?P<edge>dau|cuoi)(?: cung| tien)?(?: cua)?"
        rf"(?= (?:{EVERY} )?(?:thang|quy|nam)\b(?! \d))",
        marks.edge_of_month,
    ),
    (
        r"(?:(?<=het )|(?<=dau )|(?<=giua )|(?<=cuoi ))(?P<u>tuan|thang|quy|nam)(?= ?(?:$|[,.;)]))",
        marks.this_or_next,
    ),
    (r"(?<=trong )(?P<u>tuan|thang|quy|nam)(?P<rel>)(?= ?(?:$|[,.;)]))", marks.this_or_next),
    (r"\b(?:ngay|mung|mong) (?:mung )?(?P<d>\d{1,2})\b(?! ?[/.:h-] ?\d| (?:ngay|gio|thang \d))", marks.day_of_month),
)
NAMED = (
    r"(?<!\d )(?<!mung )\b(?:ngay |dip |le |ky nghi |nghi )*\b(?P<name>{names})\b"
    r"(?! trung thu| thieu nhi)(?:(?: nam)?[ /](?P<y>20\d\d))?"
    r"(?P<then>[ ,(]+(?:ngay )?(?=\d{{1,2}} ?[/.-] ?\d|\d{{1,2}} thang))?"
)
JOINS: tuple[tuple[str, marks.Join], ...] = (
    (r"W(\d+)[ ,(]*(?:la |vao |ngay )*D(\d+)", marks.weekday_before_day),
    (r"D(\d+) ?\( ?D(\d+) ?\)", marks.restated),
    (r"D(\d+)[ ,]*\(? ?(?:la |nham |tuc )*W(\d+)(?: ?\))?", marks.weekday_after_day),
    (r"\bngay (lam viec )?(dau|cuoi)(?: cung| tien)?(?: cua)? P(\d+)", marks.edge_of_span),
    (
        r"\btuan (?:le )?(?:thu )?(nhat|hai|ba|tu|nam|dau|cuoi|i{1,3}|iv|v|[1-6])(?: tien| cung)?"
        r"(?: cua| trong)? P(\d+)",
        marks.week_of_span,
    ),
    (r"\b(dau|giua|cuoi|thuong tuan|trung tuan|ha tuan)(?: cua)? P(\d+)", marks.part_of_span),
    (r"G(\d+)(?: cua| trong| thang)* P(\d+)", marks.day_of_span),
    (r"D(\d+)((?:,| va)+ )P(\d+)", marks.same_day),
    (r"G(\d+)((?:,| va| den|-)+ ?(?:het )?)D(\d+)", marks.same_month),
)

# --- What only looks like a deadline, and why it is none ------------------------------------------------------------

BLANK = (
    r"\bngay ?[./_-]* ?(?:thang ?(?:\d{1,2} ?)?nam\b(?: \d{4})?|\d{1,2} ?thang ?nam\b(?: \d{4})?"
    r"|/ ?\d{0,2} ?/? ?\d{4}|/ ?/|thang \d{1,2} ?/ ?\d{4})"
)
NO_ACT = r"(?:(?!truoc|cham nhat|gui|nop|hoan thanh|trinh|khong qua|(?<!qua )han )[^;.])"
DOCUMENTS = "ke hoach|quyet dinh|cong van|chi thi|nghi quyet|thong bao|ket luan|nghi dinh"
COUNTED = "ton dong|phat sinh|chua giai quyet|con ton|thu ly"
THINGS = (
    "so luong|tong so|so (?:vu|don|ho so|can bo|nguoi|luot|du an|truong hop|van ban)|vu viec|don thu|ho so|truong hop"
)
NOW = "nay|hien nay|thoi diem|ngay bao cao|khi bao cao"
CUT_OFF = "data cut-off of a periodic report"
REVIEW = "period under review"
CASES = "description of counted cases"
ASIDES = (
    (r"M\d+[ ,]*(?:cua [a-z ]{1,60}?)?[ ,]*(?:ky )?D\d+", ""),  # the date of a document that is only cited
    (rf"\b(?:{DOCUMENTS})\b{NO_ACT}{{0,60}}?D\d+ cua\b", ""),
    (
        rf"\b(?:ke |tinh )?tu(?: [a-z]+)? {NO_ACT}{{0,60}}?\bden (?:(?:hien )?nay|thoi diem|(?:ngay|khi) bao cao)\b",
        REVIEW,
    ),
    (
        r"\b(?:(?:tinh|cap nhat|thong ke)(?: so lieu)? (?=tu|den|het|toi)|(?<!han )chot\b|(?<!gui )(?<!nop )so lieu\b)"
        rf"{NO_ACT}*?\b(?:den|toi|het)(?: (?:het|ngay|thoi diem|thoi|cuoi|vao))* (?:C\d+ ?)?[DPG]\d+",
        CUT_OFF,
    ),
    (r"\btu G\d+ (?:cua )?(?:thang|quy) lientruoc\b.{0,40}?\bden (?:het )?G\d+", CUT_OFF),
    (r"(?<!han )\bchot(?: so lieu)?:?(?: vao| tai| la)* (?:C\d+ ?)?[DP]\d+", CUT_OFF),
    (rf"\b(?:{COUNTED})(?: (?:tu|den|truoc|sau|het|thoi diem))+ [DP]\d+", CASES),
    (
        rf"^\W*(?:cac |nhung )?(?:{THINGS})\b(?:(?!bao cao|xong|xu ly|ve ){NO_ACT})*?(?:truoc|den|sau) "
        r"(?:het )?[DP]\d+",
        CASES,
    ),
    (r"\b(?:ket qua|tinh hinh|so lieu)(?: (?!trong|den|het|vao|xong|hang|dinh)[a-z]+){0,4} P\d+", REVIEW),
    (r"\b(?:bao cao|so ket|tong ket)(?: so ket| tong ket| cong tac| tong hop)? P\d+", REVIEW),
)
ACTS = r"hoan thanh|xong|nop|gui|trinh|bao cao|tham muu|thuc hien|thoi gian|han"
# What was before a day long past is told, not asked for: "văn bản được ban hành trước ngày 01/7/2025".
PAST_ACT = re.compile(
    r"\b(?:ban hanh|tuyen dung|thanh lap|bo nhiem|co hieu luc|ky ket|tiep nhan|(?:da|duoc) \w+(?: \w+)?) truoc D(\d+)"
    rf"|^(?!.*\b(?:{ACTS})\b).*[a-z]{{2,}} truoc D(\d+)"
)

# --- What stands before a day says how it counts: the first that fits ------------------------------------------------

GLUE = (
    r"(?: (?:la|vao|den|het|luc|trong|ngay|khoang|hoi|thoi diem|thoi gian|cuoi|dip|le|ky nghi|nghi|moc|khi))*[ :(,]*$"
)
SIGNS = {
    "before": re.compile(r"\btruoc" + GLUE),
    "latest": re.compile(
        r"\b(?:cham nhat|muon nhat|tre nhat|lau nhat|toi da|han (?:cuoi cung|cuoi|chot)"
        r"|khong (?:duoc )?(?:de )?(?:qua|muon|cham|tre|vuot|sau)(?: qua| hon)?)" + GLUE
    ),
    "from": re.compile(r"\b(?:ke tu|tu|sau|bat dau)" + GLUE),
    "label": re.compile(
        r"(?:\bthoi han|\bhan (?:nop|gui|bao cao|hoan thanh|trinh|la)|^han|\bdeadline|\bngay (?:nop|gui|hoan thanh)"
        r"|\bthoi gian (?:[a-z]+ ){0,6}?(?:hoan thanh|nop|gui|bao cao|trinh|thuc hien))\b[^.;]{0,60}$"
    ),
    "within": re.compile(r"\btrong(?: (?:vong|ngay|thoi gian|tu))*[ :(,]*$"),
    "until": re.compile(r"\b(?:den|toi|het)" + GLUE),
}
JOINED = re.compile(r"^[ ,;)]*(?:va |hoac )?(?:ngay |vao )*[ (]*$")  # counts like the day before it
TIME = re.compile(
    r"(?:C(?P<c>\d+)(?:[ ,(]|cua |trong |vao |den |het |ngay )*)?(?P<kind>[DP])(?P<at>\d+)"
    r"(?:[ ,]*(?P<sign>truoc|cham nhat|muon nhat|den|luc|vao)?(?: la| vao| luc| den)*"
    r"[ ,]*C(?P<c2>\d+)(?![ ,(]*(?:ngay )?[DP]))?|C(?P<alone>\d+)"
)
FROM_TO = re.compile(
    r"(?:\btu(?: (?:het|ngay|luc))* )?(?:C\d+[ ,]*)?"
    r"(?:(?P<kind>[DGP])(?P<at>\d+)|(?<=tu )(?:nay|[a-z ]{2,40}?))(?:[ ,]*C\d+)?"
    r",? ?(?:den|toi|-)(?: (?:het|cuoi|ngay|luc))* ?(?:C(?P<c>\d+)[ ,]*)?(?P<to>[DP])(?P<end>\d+)"
)
MEETING = re.compile(
    r"\b(?:hoi nghi|(?:cuoc|phien|buoi|du|moi|ky) hop|^hop|to chuc|khai mac|dien ra|du kien|tap huan|gap mat"
    r"|le (?:ky niem|cong bo|phat dong|khai|trao|tong ket))\b"
)
HANDING_IN = re.compile(r"\b(?:hoan thanh|xong|nop|gui|trinh|bao cao|tham muu|ban hanh)\b")

# --- Periods counted from something -----------------------------------------------------------------------------------

UNITS = {
    "ngay lam viec": "working day",
    "ngay": "calendar day",
    "tuan": "week",
    "thang": "month",
    "nam": "year",
    "gio": "hour",
    "phut": "minute",
}
SHORT_UNIT = r"(?<!\d)(?P<n>\d{1,3}) (?P<u>ngay lam viec|ngay|tuan|gio|phut)\b"
UNIT = r"(?<!\d)(?P<n>\d{1,3}) (?P<u>ngay lam viec|ngay|tuan|thang|quy|nam|gio|phut)\b"
WITHIN = (
    r"(?:\b(?P<lead>trong(?: vong| thoi han)?|khong qua|cham nhat|toi da|thoi han|sau)(?: la| sau| khoang| vong)* )"
)
COUNTED_FROM = (
    re.compile(rf"{WITHIN}?{UNIT},? (?:ke tu|tinh tu|tu|sau)(?: (?:khi|ngay|thoi diem|luc|tu))*(?P<anchor>[^;.]*)"),
    re.compile(
        r"\b(?P<lead>)sau (?P<anchor>(?:[a-z]+ ){1,8}|D\d+ )(?:khong qua |toi da |cham nhat |khoang |trong |vong |la )*"
        + SHORT_UNIT
    ),
    re.compile(rf"{WITHIN}{UNIT}(?! (?:dau|cuoi|truoc))(?P<anchor>[^;.,]*)"),
)
AHEAD_OF = (
    re.compile(SHORT_UNIT + r" truoc(?: (?:khi|ngay|thoi diem))* (?P<anchor>[^;.]+)"),
    re.compile(
        r"\btruoc (?P<anchor>(?:[a-z]+ ){1,8}|D\d+ )(?:it nhat |toi thieu |cham nhat |khoang |la )*" + SHORT_UNIT
    ),
    re.compile(r"\btruoc (?:it nhat |toi thieu )?" + SHORT_UNIT + r"(?! (?:ke|tinh|sau))(?P<anchor>[^;.]*)"),
)
ANCHORS = (
    ("ket thuc (?:quy|ky|thang|nam)", "end of the period"),
    ("ket thuc dot", "end of the round"),
    ("ket thuc(?: cuoc)? (?:kiem tra|thanh tra|giam sat)", "end of inspection"),
    ("ket thuc (?:hoi nghi|cuoc hop|dai hoi)|hoi nghi ket thuc", "end of the conference"),
    ("ket thuc", "end of the event"),
    ("nhan(?! dan| su| luc)", "date of receipt"),
    ("co hieu luc", "date of effect"),
    (r"ky\b(?! hop)", "date of signature"),
    ("ban hanh", "date of issue"),
    ("cong bo|thong qua|dang (?:cong bao|tai)", "date of publication"),
    ("yeu cau", "date of the request"),
    ("ky hop|phien hop", "date of the session"),
    ("dai hoi", "date of the congress"),
    (r"hoi nghi|^hop\b|(?:cuoc|ngay|buoi) hop", "date of the conference"),
    ("bau cu", "date of the election"),
    ("khai mac|to chuc|dien ra", "date of the event"),
)
EFFECTIVE = ("date of signature", "date of issue", "date of publication")

# --- Duties that recur ----------------------------------------------------------------------------------------------

EVERY_UNIT = re.compile(
    rf"\b(?:(?:{EVERY}|dinh ky) (?:mot )?|dinh ky 0?6 thang[^;.]*?[,)] (?:va )?(?:ca )?)(ngay|tuan|thang|quy|nam)\b"
)
EVERY_WEEKDAY = re.compile(rf"\b(?:{EVERY}|cac) W\d")
DAY_OF_THE_MONTH = re.compile(r"G\d+ (?:cua |trong )?thang\b")
EXCLUSIVE = re.compile(r"\btruoc (?:ngay |khi |het |luc )*[GDWCPQ]\d")
AT_LATEST = re.compile(r"\b(?:cham nhat|muon nhat|tre nhat|khong qua|den) ")
NTH_OF_MONTH = (
    r"(?P<nth>nhat|hai|ba|tu|nam|dau|cuoi|[1-5])(?: tien| cung)?(?: cua)?(?: hang| moi| trong)* thang\b(?! \d|P)"
)
WEEKDAY_OF_NTH_WEEK = re.compile(r"W(?P<w>\d+)(?: cua)? tuan (?:le )?(?:thu )?" + NTH_OF_MONTH)
NTH_WEEKDAY = re.compile(r"W(?P<w>\d+) (?:thu )?" + NTH_OF_MONTH)
NTH = {"nhat": 1, "dau": 1, "hai": 2, "ba": 3, "tu": 4, "nam": 5, "cuoi": -1}
ENUMERATED = r"(?:0?6 thang|nua nam|tuan|thang|quy|nam)"
LISTED = rf"{ENUMERATED}(?:(?:,| va| hoac|;| -|/)+ ?(?:{EVERY} |ca |0?1 )?{ENUMERATED})*"
WITHOUT_DAY = re.compile(
    rf"(?:\b{EVERY} |\bdinh ky (?:{EVERY} |theo )?)(?:mot |1 )?(?P<units>ngay|{LISTED})\b"
    r"|\b\d{1,2} lan ?(?:/|moi|trong|mot) ?(?P<times>tuan|thang|quy|nam)\b"
    rf"|^(?:bao cao )?(?P<list>{LISTED})(?: bao cao)?[.;,]?$"
)
EACH_SOME = re.compile(r"(?P<n>\d{1,2}) (?P<u>ngay|tuan|thang|nam) ?/? ?(?:0?1 |mot )?lan\b")
FREQUENCY = {"ngay": "DAILY", "tuan": "WEEKLY", "thang": "MONTHLY", "nam": "YEARLY"}
FINEST = (  # of "quý, 6 tháng, năm" the finest is the rule
    ("tuan", "FREQ=WEEKLY"),
    (r"(?<!6 )thang", "FREQ=MONTHLY"),
    ("quy", "FREQ=YEARLY;BYMONTH=3,6,9,12"),
    ("6 thang|nua nam", "FREQ=MONTHLY;INTERVAL=6"),
    ("nam", "FREQ=YEARLY"),
)

# --- No date: pattern, reason, anchor -------------------------------------------------------------------------------

CONTINUOUS = re.compile(r"\b(?:thuong xuyen|lien tuc|trong suot)\b|^ca nam\W*$")
ELSEWHERE = "set elsewhere"
UNKNOWN = "event-relative: date of the {} unknown"
EVENT_RELATIVE = (
    (r"\b(?:sau khi|khi) (?:tiep )?nhan(?! dan)|\bsau khi co van ban", "event-relative, no period", "receipt"),
    (r"\bkhi (?:co|duoc) (?:yeu cau|chi dao|de nghi|phat sinh)|\bkhi (?:can|phat sinh)", "on request", None),
    (r"\btheo (?:yeu cau|de nghi)|\bkhi (?:[a-z]+ ){0,6}?yeu cau|\bdot xuat", "on request", None),
    (r"\btruoc (?:[a-z]+ ){0,6}?(?:ky hop|phien hop)", UNKNOWN.format("session"), "session"),
    (r"\btruoc (?:[a-z]+ ){0,6}?(?:hoi nghi|dai hoi|cuoc hop)", UNKNOWN.format("meeting"), "meeting"),
    (r"\btruoc (?:[a-z]+ ){0,4}?bau cu", UNKNOWN.format("election"), "election"),
    (r"\btai (?:[a-z]+ ){0,4}?(?:ky hop|phien hop)", UNKNOWN.format("session"), "session"),
    (r"\bsau (?:[a-z]+ ){0,2}?(?:hoi nghi|dai hoi|(?:cuoc|ky|phien) hop)", "event-relative, no period", "event"),
    (r"\b(?:sau|truoc) khi\b|\btuc thi khi\b|\btruoc ngay [a-z]", "event-relative, no period", "event"),
)
NO_DATE = (
    (
        r"\b(?:khan|khan truong|som|kip thoi|tuc thi|nhanh chong|gap|lap tuc|hoa toc|gan nhat|ngan nhat)\b|^ngay\W*$",
        "urgency without date",
        None,
    ),
    (
        r"\b(?:dung (?:thoi|han|tien|quy|ke)|(?:bao|dam) (?:dam|bao) (?:tien|thoi|quy)|thoi gian toi)",
        ELSEWHERE,
        None,
    ),
    (
        r"\btheo (?!doi)|\bco (?:thong bao|giay moi|van ban)",
        ELSEWHERE,
        None,
    ),
    (r"\b(?:sau|tu) (?:ngay|thoi diem|le|[DP]\d)", "a beginning without an end", None),
    (r"\bdinh ky\b", "period not stated", None),
)


@dataclass(frozen=True, slots=True)
class Patterns:
    """The tables that cut a phrase, compiled."""

    blank: re.Pattern[str]
    rewrites: tuple[tuple[re.Pattern[str], str], ...]
    cuts: tuple[tuple[re.Pattern[str], marks.Make], ...]
    joins: tuple[tuple[re.Pattern[str], marks.Join], ...]
    asides: tuple[tuple[re.Pattern[str], str], ...]


@cache
def patterns() -> Patterns:
    """Compile the tables at first need, with the names of the dated table."""
    names = sorted((re.escape(word) for day in named_days() for word in day.words), key=len, reverse=True)
    cuts = ((NAMED.format(names="|".join(names)), marks.named), *CUTS)
    return Patterns(
        re.compile(BLANK),
        tuple((re.compile(pattern), written) for pattern, written in REWRITES),
        tuple((re.compile(pattern), make) for pattern, make in cuts),
        tuple((re.compile(pattern), join) for pattern, join in JOINS),
        tuple((re.compile(pattern), reason) for pattern, reason in ASIDES),
    )
