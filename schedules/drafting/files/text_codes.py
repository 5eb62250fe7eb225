"""Bytes of a text file become text: UTF-8, UTF-16, and the two old Vietnamese codes where that is sure."""

from __future__ import annotations

import re
import unicodedata

BOMS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
CONTROLS = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2028-\u202e\u2060\ufeff]")
# What no Vietnamese document of some length lacks; wrong codes give none of them.
COMMON = re.compile(r"\b(?:và|của|các|ngày|về|báo cáo|được|thực hiện|ủy ban|nhân dân|số|đề nghị|trước|tháng|năm)\b")
TCVN3 = dict(
    zip(
        "µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u00adõøö÷ùúýûüþ¡¢§£¤¥¦",
        "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂĐÊÔƠƯ",
        strict=True,
    )
)


def decode(raw: bytes) -> str | None:
    """Return the text of some bytes in NFC with plain line ends, or None where they are no Vietnamese text for sure."""
    text = _by_mark(raw) or _utf8(raw) or _old(raw)
    if text is None or CONTROLS.search(text.replace("\x85", "\n")):
        return None
    text = INVISIBLE.sub("", unicodedata.normalize("NFC", text)).replace("\x85", "\n")
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\xa0", " ")


def _by_mark(raw: bytes) -> str | None:
    for mark, code in BOMS.items():
        if raw.startswith(mark):
            return _decoded(raw, code)
    if raw[1:80:2].count(0) > 20:  # UTF-16 whose mark was cut off: ASCII signs every other byte
        return _decoded(raw, "utf-16-le")
    return _decoded(raw, "utf-16-be") if raw[0:80:2].count(0) > 20 else None


def _utf8(raw: bytes) -> str | None:
    return _decoded(raw, "utf-8")


def _old(raw: bytes) -> str | None:
    latin = raw.decode("latin-1")
    tried = [_decoded(raw, "cp1258") or "", "".join(TCVN3.get(sign, sign) for sign in latin)]
    found = [(len(COMMON.findall(unicodedata.normalize("NFC", text).lower())), text) for text in tried]
    hits, text = max(found, key=lambda pair: pair[0])
    return text if hits >= max(3, len(raw) // 1000) else None


def _decoded(raw: bytes, code: str) -> str | None:
    try:
        return raw.decode(code)
    except UnicodeDecodeError:
        return None
