"""What the bodies of a document are called in the file: ids for units and groups that a document names in many ways."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Protocol

from bot.drafts.ids import Ids
from bot.drafts.many_bodies import is_communes, is_departments, is_group, names_communes, names_departments
from handlers.spelling import plain
from schedules.drafting.draft import Draft
from schedules.plan import Organisation

SHORT = (("uy ban nhan dan", "ubnd"), ("hoi dong nhan dan", "hdnd"), ("van phong", "vp"), ("mat tran to quoc", "mttq"))
HEADS = re.compile(
    r"^(?:thu truong|chu tich|giam doc|lanh dao|nguoi dung dau|bi thu|truong) (?=cac |so |ubnd |ban |vp )"
)
PLACES = re.compile(r" (?:truc )?(?:thuoc )?(?:tren dia ban )?(?:tinh|thanh pho|toan tinh)$")
ALIKE = 75  # rapidfuzz ratio from which a name is taken for another, and asked about


@dataclass(frozen=True, slots=True)
class Body:
    """A unit or group of the file. ``sure`` is False where it was only taken for what the document prints."""

    id: str
    name: str
    is_group: bool
    members: tuple[str, ...] | None = None  # as printed, where the document lists them
    sure: bool = True


class Bodies(Protocol):
    """Whom the file calls what."""

    def find(self, printed: str) -> tuple[Body, ...]:
        """Return what a printed name means: one body; several for "các sở, địa phương"; () where there is none."""


def spelled(name: str) -> str:
    """Return a name as names are compared: without diacritics, marks, case, and who heads the body."""
    words = " ".join(re.findall(r"[^\W_]+", plain(unicodedata.normalize("NFC", name))))
    for long, short in SHORT:
        words = words.replace(long, short)
    return HEADS.sub("", words)


class OfDocument:
    """The bodies that a document names, each once however it prints them."""

    def __init__(self, draft: Draft) -> None:
        self._ids, self._bodies = Ids(), dict[str, Body]()
        self._rosters = {_key(name): members for name, members in draft.rosters.items()}
        for printed in filter(str.strip, _printed(draft)):
            self._add(printed)
        for members in draft.rosters.values():  # a list that nothing is asked of: its units are there all the same
            for printed in filter(str.strip, members):
                self._add(printed)

    def _add(self, printed: str) -> None:
        key = _key(printed)
        if key not in self._bodies:
            many = key in self._rosters or is_group(printed)
            id = self._ids.new(printed, "nhom" if many else "don-vi", many=many)
            self._bodies[key] = Body(id, _as_name(printed), many, self._rosters.get(key))
            for member in filter(str.strip, self._rosters.get(key, ())):
                self._add(member)

    def find(self, printed: str) -> tuple[Body, ...]:
        """Return the body of a printed name."""
        body = self._bodies.get(_key(printed))
        return (body,) if body else ()

    def add(self, printed: str) -> Body:
        """Return the body of a name that nothing owes, made where there is none yet."""
        self._add(printed)
        return self._bodies[_key(printed)]

    @property
    def units(self) -> list[Body]:
        """Return those that stand alone."""
        return [body for body in self._bodies.values() if not body.is_group]

    @property
    def groups(self) -> list[Body]:
        """Return the groups."""
        return [body for body in self._bodies.values() if body.is_group]


def _printed(draft: Draft) -> Iterator[str]:
    for one in draft.obligations:
        yield from one.units
        yield from one.topics
    for led in draft.outline.leads.values() if draft.outline else ():
        yield from led


def _key(printed: str) -> str:
    """Return what tells bodies apart; a name without a letter is itself."""
    return _one(printed) or printed


def _as_name(printed: str) -> str:
    printed = " ".join(printed.split())
    return printed[:1].upper() + printed[1:]


class OfOrganisation:
    """The units and groups of an organisation that is in the plans already."""

    def __init__(self, organisation: Organisation) -> None:
        self._organisation = organisation
        self._exact: dict[str, Body] = {}
        for group in organisation.groups.values():
            self._index(group.name, Body(group.id, group.name, True))
        for unit in organisation.units.values():
            for name in (unit.name, *unit.aliases):
                self._index(name, Body(unit.id, unit.name, False))

    def _index(self, name: str, body: Body) -> None:
        for key in (spelled(name), _short(name)):
            self._exact.setdefault(key, body)

    def find(self, printed: str) -> tuple[Body, ...]:
        """Return the unit or group of a printed name: the very one, else those most like it, which are not sure."""
        found = self._exact.get(spelled(printed)) or self._exact.get(_short(printed))
        return (found,) if found else tuple(replace(body, sure=False) for body in self._alike(printed))

    def _alike(self, printed: str) -> list[Body]:
        from rapidfuzz import fuzz, process

        many = is_group(printed)
        if many and (found := self._of_kinds(printed)):
            return found
        names = {key: body for key, body in self._exact.items() if body.is_group == many}
        near = process.extractOne(_short(printed), list(names), scorer=fuzz.ratio, score_cutoff=ALIKE)
        return [names[near[0]]] if near else []

    def _of_kinds(self, printed: str) -> list[Body]:
        """Return the only group of departments, of communes, or both: "các sở, ngành, địa phương"."""
        found: list[Body] = []
        kinds = ((names_departments(printed), is_departments), (names_communes(printed), is_communes))
        for wanted, is_kind in kinds:
            alike = [body for body in self._groups if is_kind(body.name)] if wanted else []
            found += alike if len(alike) == 1 else []
        return found

    @property
    def _groups(self) -> list[Body]:
        return list({body.id: body for body in self._exact.values() if body.is_group}.values())


def _short(name: str) -> str:
    """Return a name without "các" and without "tỉnh" behind it: what a document leaves out or puts in at will."""
    return PLACES.sub("", _one(name))


def _one(name: str) -> str:
    """Return what a body has in common however it is printed: "Sở, ban, ngành" is "các sở, ban, ngành tỉnh"."""
    if not is_group(name):
        return spelled(name)
    return PLACES.sub("", re.sub(r"\b(?:tat ca )?cac ", "", spelled(name)))
