"""How a text prints times: patterns over aligned text that find where a phrase begins and ends.

What a phrase means is the business of schedules/grammar.py; here stands only how far it reaches.
"""

from __future__ import annotations

import re

EVERY = r"(?:hang|moi|tung)"
WEEKDAY = r"(?:thu (?:hai|ba|tu|nam|sau|bay|[2-7])\b|chu nhat)"
YEAR_AFTER = r"(?:(?:,? nam | ?[/-] ?)\d{4})?(?!\d)"
# Atomic: a day with two ways to match, in a list of many, would be tried in all of them.
DATE = (
    r"(?>(?:ngay )?(?:\d{1,2} ?/ ?\d{1,2} ?(?:/ ?\d{4}|/ ?\d\d)?|\d{1,2} ?\. ?\d{1,2} ?\. ?\d{4}"
    r"|\d{1,2}-\d{1,2}-\d{4}|\d{1,2},? thang \d{1,2}"
    + YEAR_AFTER
    + r")(?![\d/])(?<! )(?:(?: cua)? nam (?:\d{4}|sau|nay|ke tiep|tiep theo|lien ke))?)"
)
HOUR = (
    r"(?:\d{1,2} ?(?:gio|h|g)(?: ?\d\d)?(?: ?(?:phut|p)\b|['’])?|\d{1,2}:\d\d)"
    r"(?: (?:sang|chieu|toi|trua)(?= |,))?"
)
SESSION = r"(?:(?:cuoi |dau )?(?:buoi |gio )?(?:sang|chieu|trua)|(?:het|cuoi|trong) gio (?:lam viec|hanh chinh))"
MONTH = r"thang \d{1,2}\b(?! (?:ngay|lan|nam \d{1,3}\b(?!\d)))" + YEAR_AFTER
MONTHS = rf"{MONTH}(?: ?(?:,|va|-) ?(?:thang )?\d{{1,2}}(?![\d/]* ?thang){YEAR_AFTER})*"
QUARTER = r"quy (?:iv|i{1,3}|[1-4])\b(?: ?(?:,|va|-|den) ?(?:quy )?(?:iv|i{1,3}|[1-4])\b)*" + YEAR_AFTER
YEAR = r"nam \d{4}"
EDGE = r"(?:(?:dau|giua|cuoi|thuong tuan|trung tuan|ha tuan|tuan (?:thu )?(?:\d|nhat|hai|ba|tu|cuoi|dau))(?: cua)? )"
HALF_YEAR = r"(?:(?:0?[3-9]|sau) thang|nua) (?:dau|cuoi) nam(?: \d{4}| nay)?"
EDGE_DAY = rf"ngay (?:lam viec )?(?:cuoi|dau)(?: cung| tien)?(?: cua)? (?:{MONTH}|{QUARTER}|{YEAR})"
THIS = r"(?:tuan|thang|quy|nam) (?:nay|sau|toi)\b"
NEAR = r"(?:ngay mai|ngay hom nay|hom nay)"
SPAN = (
    rf"(?:{EDGE_DAY}|{EDGE}?(?:{MONTHS}|{QUARTER}|{YEAR})|{HALF_YEAR}|(?<![\d/])\d{{1,2}} ?/ ?\d{{4}}(?![\d/])|{THIS})"
)
DAY = (
    rf"(?:{HOUR}(?: ?,| cua| cac)? ?)?(?:{SESSION},? )?(?:(?:ngay )?{WEEKDAY} ?,? ?(?:la )?)?(?:{DATE}|{NEAR})"
    rf"(?:,? ?\(? ?{WEEKDAY} ?\)?)?"
)
FEAST = r"(?:tet (?:nguyen dan|duong lich|am lich)|dip tet)(?: \w+ \w+ \d{4})?"
POINT = rf"(?:{DAY}|{SPAN}|{FEAST})"
DAY_OF_MONTH = (
    r"(?:ngay (?:lam viec )?(?:\d{1,2}(?!\d)|cuoi(?: cung)?|dau(?: tien)?)(?: ?(?:va|,) ?(?:ngay )?\d{1,2}(?!\d))?)"
)
OF_PERIOD = (
    rf"(?:(?:cua |trong )?(?:cac )?(?:thang (?:cuoi|dau|giua)(?: cung| tien)?(?: cua)?(?: {EVERY})?"
    r" (?:ky bao cao|quy|ky|nam|0?6 thang)(?: (?:bao cao|sau|tiep theo|ke tiep|lien ke))*"
    r"|thang (?:lien |ngay )?(?:sau|ke tiep|tiep theo|lien ke|ke)(?: lien ke)?(?: (?:ky|thang|quy)(?: bao cao)?)*"
    rf"|{EVERY} (?:thang|quy|nam)(?! (?:truoc|cham nhat|muon nhat|khong qua|vao ngay))|thang bao cao|thang\b(?! \d)))"
)
# No second "(?:ngay )?" before a day that may begin with it: what can match in two ways at each step never ends.
AND_MORE = rf"(?:(?:,| va|, va| hoac) {DATE})*"
AND_BEFORE = rf"(?:(?:,| va|, va| hoac) (?:truoc )?{DATE})*"
RECURRING_POINT = (
    rf"(?:(?:{HOUR},? )?{DAY_OF_MONTH},? {OF_PERIOD}|{DAY}{AND_BEFORE} {EVERY} nam"
    rf"|(?:{HOUR},? ?)?(?:ngay )?{WEEKDAY} (?:cua )?(?:tuan (?:thu )?(?:nhat|hai|ba|tu|cuoi|dau) )?"
    rf"{EVERY} (?:tuan|thang)|{HOUR} {EVERY} ngay|{EVERY} ngay,? (?:truoc|cham nhat|vao)(?: luc)? {HOUR}"
    rf"|{MONTHS} {EVERY} nam)"
)
GLUE = r"(?: (?:la|vao|den|het|luc|trong|truoc|hoi|thoi diem|thoi han|moc|ngay(?= ngay)))*"
SIGN = (
    r"(?:(?:xong|hoan thanh|hoan tat) )?(?:(?:cham|muon|tre|lau) nhat|truoc(?! den\b)"
    r"|khong (?:duoc )?(?:de )?(?:qua|muon|cham|tre|sau)(?: qua| hon)?"
    r"|han (?:cuoi cung|cuoi|chot)|tu nay(?: cho)? den|den|het|vao|trong)" + GLUE + r"(?: khoang)?:? "
)
LABEL = (
    r"(?:\b(?:thoi (?:gian|han|diem)|han|tien do|moc thoi gian)\b(?: \w++){0,10}?(?: ?\([^()]{0,60}\))? ?[:-] ?"
    r"|(?<=hoan thanh )|(?<=xong ))"
)
COUNTED_UNIT = r"\d{1,3}(?: ?\([a-z ]{2,20}\))? ?(?:ngay lam viec|ngay|gio|tuan|thang)\b"
LEAD = (
    r"(?:trong|cham nhat|muon nhat|khong qua|toi da|sau)(?: (?:vong|thoi han|thoi gian|la|khong qua|sau|cham nhat))* "
)
ANCHOR_END = (
    r"(?= (?:cho (?=so |trung tam|ubnd|uy ban|phong |ban |van phong|co quan|cong an|doi )|gui|bao cao|nop|trinh|de"
    r"|phai|thi(?= (?:phai|gui|nop|bao cao|cac))|cac|co trach nhiem|voi|theo mau|tren|ve)\b|(?<!thong) qua\b"
    r"|[,;.:()]|$)"
)
COUNTED = (
    rf"(?:(?:{LEAD})?(?:{COUNTED_UNIT}|\d{{1,3}} phut),? (?:ke tu|tinh tu|tu|sau|truoc(?! ngay \d| \d))(?: (?:khi"
    rf"|ngay|thoi diem|luc))*"
    rf" [^,;.:()]{{2,90}}?{ANCHOR_END}"
    rf"|(?:trong (?:vong|thoi han)|cham nhat (?:la |trong |sau )?|khong qua) ?{COUNTED_UNIT}(?! (?:dau|cuoi))"
    rf"|(?:truoc (?:khi )?(?:[a-z]+ ){{1,8}}?(?:it nhat |toi thieu |cham nhat )?{COUNTED_UNIT}))"
)
FROM_TO = (
    rf"tu (?:het )?(?:{POINT}|ngay \d{{1,2}}|thang \d{{1,2}}|\d{{1,2}}|nay) ?(?:den|toi|-)(?: (?:het"
    rf"|ngay|cuoi))* ?{POINT}"
)
REPORTED = r"(?:thang|quy|0?[69] thang(?: dau nam)?|nam|tuan)"
EACH_OF = rf"(?:{RECURRING_POINT}|{DAY_OF_MONTH}(?! ?[/.-]\d| thang))"
EACH_REPORT = (
    rf"(?:(?:dinh ky|{EVERY})(?: {EVERY})? {REPORTED}(?:(?:,| va|, va) {REPORTED})*(?: ?\(| )(?:{SIGN}){EACH_OF}\)?"
    rf"|{REPORTED} ?\((?:{SIGN}){EACH_OF}\)|nam ?\((?:{SIGN})(?:ngay )?\d{{1,2}} ?/ ?\d{{1,2}}\)"
    rf"|(?:dinh ky|{EVERY})(?: {EVERY})? {REPORTED} ?\(?:? ?(?:{SIGN}){DAY}(?: {EVERY} nam)?\)?)"
)
DAY_AND_MONTH = r"(?:ngay )?\d{1,2}(?: ?/ ?\d{1,2}| thang \d{1,2})(?! ?[/-]? ?\d| nam \d)"
HALF = rf"0?6 thang(?: dau nam)?[ ,:(]+(?:{SIGN}){DAY_AND_MONTH} ?\)?"
WHOLE = rf"(?:{EVERY} |ca |cuoi )?nam[ ,:(]+(?:{SIGN}){DAY_AND_MONTH} ?\)?"
# One duty with two days a year: "định kỳ 6 tháng trước ngày 15/6, năm trước ngày 15/12".
BOTH = rf"{HALF}(?:,|;| va|, va)* (?:bao cao )?{WHOLE}"
HALF_AND_YEAR = (
    rf"(?:(?:dinh ky|{EVERY})(?: {EVERY})? {BOTH}(?: {EVERY} nam)?|{BOTH} {EVERY} nam"
    rf"|0?6 thang(?: dau nam)? ?\( ?(?:{SIGN}){DATE} ?\)(?: va|,)*"
    rf" ?(?:bao cao )?(?:{EVERY} |ca )?nam ?\( ?(?:{SIGN}){DATE} ?\))"
)
# The words between are the work: "hằng tháng gửi báo cáo về Văn phòng trước ngày 18", "báo cáo tuần: trước thứ Năm".
APART = (
    rf"(?:(?:dinh ky )?{EVERY} (?:thang|quy|tuan),? (?:[^\W\d][^;.:()\d]{{2,110}}?)"
    r"|bao cao (?:thang|quy|tuan)[ :,(]+(?:[^\W\d][^;.:()\d]{2,80}?)??)"
    rf"(?P<day>{SIGN}(?:{HOUR} )?"
    rf"(?:{DAY_OF_MONTH}(?! ?[/.-] ?\d| thang \d| {EVERY}| cua| thang)|{WEEKDAY}(?! {EVERY})))(?! ?,? ?ngay)"
)
DAILY = rf"{EVERY} ngay,? [^\W\d][^;.:()\d]{{2,80}}? (?:{SIGN}){HOUR}\b(?! ?,? ?(?:ngay|thu|{EVERY}))"
NO_DAY_RECURRING = (
    rf"\b(?:dinh ky (?:{EVERY} )?|{EVERY} )(?:0?[36] thang|thang|quy|nam|tuan)"
    rf"(?:(?:,| va|, va) (?:{EVERY} )?(?:0?6 thang|thang|quy|nam))*(?: mot lan)?\b"
)
KINDS_OF_PHRASE = (
    rf"(?P<apart>{APART})|(?P<daily>{DAILY})|(?P<each>{EACH_REPORT})|(?P<from_to>{FROM_TO})"
    rf"|(?P<signed>(?:(?:dinh ky |{EVERY} (?:thang|quy|nam|tuan)[, ]*)(?:\w+ ){{0,3}}?)?{SIGN}"
    rf"(?:{RECURRING_POINT}|{POINT}{AND_MORE}))|(?P<counted>{COUNTED})"
    rf"|(?P<recurring>{RECURRING_POINT})|(?P<no_day>{NO_DAY_RECURRING}))"
    rf"|(?P<label>{LABEL})(?P<labelled>(?:{RECURRING_POINT}|{POINT}))"
)
PHRASE = re.compile(rf"\b(?:(?P<half_and_year>{HALF_AND_YEAR})|{KINDS_OF_PHRASE}")
