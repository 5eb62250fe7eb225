"""A draft as a file to go on with: an organisation with units, groups and the plan, or the plan alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from bot.drafts.file_head import Origin, Written, with_head
from bot.drafts.ids import slug
from bot.drafts.known_communes import AS_OF, communes_meant
from bot.drafts.many_bodies import body_of, is_communes, is_group
from bot.drafts.named_bodies import Body, OfDocument, OfOrganisation, spelled
from bot.drafts.plan_part import plan_keys
from bot.drafts.questions import NO_DAY, Asking, doubt_text
from bot.drafts.standing_office import Office
from bot.drafts.writing import Writing, quoted
from handlers.vocabulary import Text
from schedules.drafting.draft import Draft
from schedules.plan import Organisation
from schedules.writing.layout import Noted, Row, Value
from schedules.writing.plans import Keys

AUTHORITIES = ("uy-ban-nhan-dan-", "hoi-dong-nhan-dan-", "ban-thuong-vu-", "tinh-uy-", "thanh-uy-", "dang-uy-")
LEVELS = ("tinh-", "thanh-pho-", "xa-", "phuong-", "dac-khu-")
# Whom an office reports to: none of them follows a plan.
ABOVE = (
    "ubnd ",
    "hdnd ",
    "bo ",
    "chinh phu",
    "thu tuong",
    "tinh uy",
    "thanh uy",
    "ban chi dao",
    "ban thuong vu",
    "uy ban",
)


def whole_file(draft: Draft, origin: Origin, word: Callable[[Text], str], office: Office | None = None) -> Written:
    """Write a plans.yaml with one organisation: what the document says of it, the rest asked.

    Parameters:
        word: puts a text into words.
        office: which the document charges with following its work.
    """
    asking = Asking(word)
    general = [asking.ask(doubt_text(doubt)) for doubt in draft.doubts if doubt.key != NO_DAY]
    bodies = OfDocument(draft)
    organisation = _organisation(draft, bodies, asking, office)
    writing = Writing(draft, bodies, asking, draft.head.issued_on or origin.on)
    organisation["plans"] = [plan_keys(writing)]
    content: Keys = {"version": Noted(1, ", ".join(general)), "organisations": [organisation]}
    return with_head(origin, "", content, draft, asking)


def plan_file(draft: Draft, origin: Origin, word: Callable[[Text], str], known: Organisation) -> Written:
    """Write the plan alone, with the units and groups of an organisation, to be included in its ``plans``."""
    asking = Asking(word)
    general = [asking.ask(doubt_text(doubt)) for doubt in draft.doubts if doubt.key != NO_DAY]
    writing = Writing(draft, OfOrganisation(known), asking, draft.head.issued_on or origin.on)
    content = plan_keys(writing)
    content["id"] = Noted(content["id"], ", ".join(general))
    return with_head(origin, "plan", content, draft, asking)


def _organisation(draft: Draft, bodies: OfDocument, asking: Asking, office: Office | None) -> Keys:
    issuer = draft.head.issuer
    return {
        "id": _organisation_id(issuer or ""),
        "name": Noted(issuer, "" if issuer else asking.ask(Text("draft-ask-issuer"))),
        "standing_office": _standing_office(draft, bodies, asking, office),
        "units": [_unit(body) for body in bodies.units],
        "groups": [_group(body, bodies, asking, issuer or "") for body in bodies.groups],
    }


def _organisation_id(issuer: str) -> str:
    """Return "lai-chau" for "Ủy ban nhân dân tỉnh Lai Châu"."""
    id = slug(issuer, 64)
    for words in (*AUTHORITIES, *LEVELS):
        id = id.removeprefix(words) or id
    return id or "co-quan"


def _standing_office(draft: Draft, bodies: OfDocument, asking: Asking, office: Office | None) -> Value:
    """Return the office that the document calls so; any other is a guess, and asked."""
    if office and office.sure and not bodies.add(office.printed).is_group:
        return Noted(bodies.add(office.printed).id, f"{office.place}: {quoted(office.words)}")
    guess = office.printed if office else _most_named(draft)
    body = bodies.add(guess) if guess else None
    if body is None or body.is_group:
        body = next(iter(bodies.units), None)
    mark = asking.ask(Text("draft-ask-standing-office", {"name": body.name if body else "none"}))
    return Noted(body.id if body else None, mark)


def _most_named(draft: Draft) -> str:
    """Return the office through which most is sent, else the one that receives most, else the one that reports up."""
    through = Counter(one.via for one in draft.obligations if one.via)
    receivers = Counter(one.send_to for one in draft.obligations if one.send_to and one.kind != "submit_up")
    reporting = Counter(unit for one in draft.obligations if one.kind == "submit_up" for unit in one.units)
    names = (name for counted in (through, receivers, reporting) for name, _ in counted.most_common())
    return next(
        (name for name in names if name.strip() and not is_group(name) and not spelled(name).startswith(ABOVE)), ""
    )


def _unit(body: Body) -> Value:
    communes = spelled(body.name).startswith(
        ("ubnd xa ", "ubnd phuong ", "ubnd dac khu ", "dang uy xa ", "dang uy phuong ")
    )
    return Row(id=body.id, name=body.name, **({"kind": "commune"} if communes else {}))


def _group(body: Body, bodies: OfDocument, asking: Asking, issuer: str) -> Value:
    """Return a group: with the members that the document lists, else the province's communes or none, and asked."""
    if body.members:
        listed = [unit for printed in body.members for unit in bodies.find(printed)]
        members = list(dict.fromkeys(unit.id for unit in listed if not unit.is_group))
        return {"id": body.id, "name": body.name, "members": Noted(members, quoted(body.name))}
    found: Keys = {"id": body.id, "name": body.name, "printed": False}
    if is_communes(body.name):
        return found | {"body": body_of(body.name), "roster": _roster(body.name, issuer, asking)}
    mark = asking.ask(Text("draft-ask-roster", {"group": body.name}))
    return found | {"members": Noted([], mark)}


def _roster(group: str, issuer: str, asking: Asking) -> Value:
    """Return the communes of the issuer's province from the state's list, to be confirmed; none where it is unclear."""
    rows = communes_meant(group, issuer)
    if not rows:
        return Noted([], asking.ask(Text("draft-ask-roster", {"group": group})))
    said = {"group": group, "count": len(rows), "as_of": AS_OF}
    mark = asking.ask(Text("draft-ask-communes", said))
    return Noted([Row(code=code, name=name, kind=kind) for code, name, kind in rows], mark)
