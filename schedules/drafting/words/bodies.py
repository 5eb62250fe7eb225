"""Cut a printed list of bodies into units and groups, as printed."""

from __future__ import annotations

import re

from schedules.drafting.words import body_words
from schedules.drafting.words.aligned import aligned
from schedules.drafting.words.name_words import head_of
from schedules.drafting.words.names import JOINT, OWN_NAME, SHARED_NOUN, named_at

CALLED = re.compile(
    r"^(?:(?:kính )?(?:đề nghị|yêu cầu|giao(?: cho)?|phân công|đối với|trách nhiệm(?: của)?|nhiệm"
    r" vụ(?: của)?|kính gửi|ủy quyền cho|uỷ quyền cho"
    r"|riêng|gửi|cơ quan chủ trì|đơn vị chủ trì|chủ trì|đơn vị thực hiện)\s*:?\s*)+",
    re.IGNORECASE,
)
COOPERATION = re.compile(
    r"(?:chủ trì|,)? ?(?:có trách nhiệm )?(?:chủ trì,? )?phối hợp (?:chặt chẽ )?(?:với|cùng)?", re.IGNORECASE
)


def bodies(text: str) -> tuple[str, ...]:
    """Split a printed list of bodies into units and groups, as printed.

    Who is only to cooperate is left out; so are "Đề nghị", "Giao" and what follows the names.
    """
    region = CALLED.sub("", " ".join(text.split()).strip(" -+*.;:,"))
    if cooperation := COOPERATION.search(region):
        region = region[: cooperation.start()].rstrip(" ,;") or region
    pieces = [piece for part in re.split(r"; ", region) for piece in _list(part)]
    return tuple(dict.fromkeys(piece for piece in pieces if piece))


def _list(region: str) -> list[str]:
    """Split one list; names that share a noun get it each."""
    shared = _without_title(region)
    if (noun := SHARED_NOUN.match(shared)) and not aligned(shared[noun.end() :]).startswith("cac "):
        names, others = _parted(shared[noun.end() :])
        return [*(_spelled(noun[1], piece) for piece in _pieces(names, ())), *map(_without_title, _pieces(others))]
    return [_without_title(piece) for piece in _pieces(region)]


def _parted(region: str) -> tuple[str, str]:
    """Part names that share a noun from the bodies named behind them: "Nội vụ, Y tế và UBND các xã, phường"."""
    own = next((joint for joint in JOINT.finditer(region) if OWN_NAME.match(region, joint.end())), None)
    return (region[: own.start()], region[own.end() :]) if own else (region, "")


def _spelled(noun: str, piece: str) -> str:
    return (
        piece
        if re.match(r"(?:Sở|Ban|Phòng|Bộ|Công an|UBND|Ủy ban|Văn phòng|Thanh tra|Trung tâm)\b", piece)
        else f"{noun[0].upper()}{noun[1:]} {piece}"
    )


def _pieces(region: str, heads: tuple[str, ...] | None = None) -> list[str]:
    """Cut a list where a new name begins; a small word after a comma goes on with the name before it."""
    kept = [match.span() for match in body_words.COMPOUND.finditer(region)]
    cuts = [0]
    for joint in JOINT.finditer(region):
        inside = any(start < joint.start() < end for start, end in kept) or _in_brackets(region, joint.start())
        rest = region[joint.end() :]
        new = joint[0].startswith(";") or (bool(rest) if heads == () else _begins_new(region[: joint.start()], rest))
        if not inside and new:
            cuts += [joint.start(), joint.end()]
    cuts.append(len(region))
    return [region[a:b].strip(" ,;.:") for a, b in zip(cuts[::2], cuts[1::2], strict=True)]


def _in_brackets(text: str, at: int) -> bool:
    return text.count("(", 0, at) > text.count(")", 0, at)


def _begins_new(before: str, rest: str) -> bool:
    """Say whether a name begins here: "Sở …", "UBND …", "các …", or a small noun where no group is being listed."""
    flat = aligned(rest)
    if body_words.TITLE.match(flat):
        return True
    if re.match(r"(?:cac|tung|nhung|thu truong|chu tich|giam doc|lanh dao|truong (?:ban|phong|thon|cac)) ", flat):
        return True
    if not head_of(rest, flat):
        return False
    if body_words.ALWAYS_NEW.match(flat):
        return True
    if rest[:1].islower():  # small nouns of one group go on with it: "các cơ quan, đơn vị"
        return body_words.HEAD_ANY.match(flat) is not None and not re.search(
            r"\b(?:cac|tung|moi)\b|co quan$|don vi$", aligned(before)
        )
    return not re.search(r"(?:các|Các) (?:Sở|Ban|Phòng)$", before)


def _without_title(piece: str) -> str:
    title = body_words.TITLE.match(aligned(piece))
    rest = piece[title.end() :] if title else piece
    return rest.strip() if rest.strip() else piece


def is_body(text: str) -> bool:
    """Say whether a text is nothing but names of bodies."""
    text = CALLED.sub("", text.strip()).strip(" .:;,")
    found = named_at(text)
    return found is not None and found.end >= len(text)


def is_generic(name: str) -> bool:
    """Say whether a name only points to those whom the document addresses: "quý cơ quan", "các đơn vị"."""
    return body_words.GENERIC.match(aligned(name)) is not None


def is_bare(name: str) -> bool:
    """Say whether a name is a common noun alone: "đơn vị", "địa phương"."""
    plain = re.sub(r" (?:thuong truc|chu tri|dau moi|tham muu|chu quan)$", "", aligned(name))
    return name[:1].islower() and plain in {
        "co quan",
        "don vi",
        "dia phuong",
        "doanh nghiep",
        "trung tam",
        "co so",
        "thon",
        "ca nhan",
        "cap uy",
    }
