"""Make ids of Vietnamese names: "Sở Nội vụ" is so-noi-vu, "Ủy ban nhân dân các xã, phường" is xa-phuong."""

from __future__ import annotations

import re

from handlers.spelling import plain

LONGEST = 40  # characters: an id is typed by hand now and then
GROUPS = re.compile(
    r"^(?:(?:thu truong|chu tich|giam doc|lanh dao|nguoi dung dau|ban thuong vu|bi thu|truong|dang uy|"
    r"uy ban nhan dan|ubnd|tat ca) )*(?:cac|moi|nhung) (?=\w)"
)


def slug(name: str, longest: int = LONGEST, *, many: bool = False) -> str:
    """Return the words of a name as an id, whole words only; of a group's without those that all groups begin with."""
    words = " ".join(re.findall(r"[a-z0-9]+", plain(name)))
    words = (GROUPS.sub("", words) if many else words) or words
    if len(words) > longest:
        words = words[: longest + 1].rpartition(" ")[0] or words[:longest]
    return words.replace(" ", "-")


class Ids:
    """Give ids that no other thing has."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def new(self, name: str, otherwise: str, *, many: bool = False) -> str:
        """Return an id made of a name, numbered where another has it; ``otherwise`` where no letter is left of it."""
        wanted = slug(name, many=many) or otherwise
        id, number = wanted, 1
        while id in self._taken:
            number += 1
            id = f"{wanted}-{number}"
        self._taken.add(id)
        return id
