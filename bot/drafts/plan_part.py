"""The plan in a draft's file: its head, tasks and meetings, each with the words it came from."""

from __future__ import annotations

from collections.abc import Iterable

from bot.drafts.ids import slug
from bot.drafts.json_form import boundary, last_day
from bot.drafts.many_bodies import is_group
from bot.drafts.outline_part import outline_part
from bot.drafts.questions import NO_DAY, doubt_text, of_obligation, open_deadline
from bot.drafts.writing import Writing, doubtful, quoted
from handlers.vocabulary import Text
from schedules.deadline import Reading
from schedules.drafting.draft import Doubt, Head, Meeting, Obligation
from schedules.phrases import read
from schedules.writing.layout import Noted, Value
from schedules.writing.plans import Keys


def plan_keys(writing: Writing) -> Keys:
    """Return the plan as plain values with comments."""
    draft, head = writing.draft, writing.draft.head
    found: Keys = {
        "id": slug(head.title or "") or "ke-hoach",
        "title": _from_head(writing, "title", head.title),
        "issuer": _from_head(writing, "issuer", head.issuer),
        **_number_and_day(writing, head),
    }
    found["tasks"] = _apart(_task(writing, one) for one in draft.obligations)
    if draft.meetings:
        found["events"] = _apart(_meeting(writing, one) for one in draft.meetings)
    if draft.outline:
        found |= outline_part(writing, draft.outline)
    return found


def _from_head(writing: Writing, name: str, value: str | None) -> Value:
    if value:
        said = quoted(writing.draft.head.words.get(name, ""))
        return Noted(value, "" if said.strip('"').casefold() == value.casefold() else said)
    return Noted(None, writing.asking.ask(Text(f"draft-ask-{name}")))


def _number_and_day(writing: Writing, head: Head) -> Keys:
    """Return number and day; what the document leaves blank is said, and the day of reminding asked."""
    blank = [name for name in ("number", "issued_on") if getattr(head, name) is None]
    day = head.issued_on.isoformat() if head.issued_on else None
    found: Keys = {
        "number": Noted(head.number, quoted(head.words.get("number", ""))),
        "issued_on": Noted(day, quoted(head.words.get("issued_on", ""))),
    }
    if blank:
        found["not_printed"] = blank
    if head.issued_on is None and writing.on:
        found["remind_from"] = Noted(writing.on.isoformat(), writing.asking.word(Text("draft-given-day")))
    elif head.issued_on is None:
        found["remind_from"] = Noted(None, writing.asking.ask(doubt_text(Doubt(NO_DAY))))
    return found


def _task(writing: Writing, one: Obligation) -> Noted:
    marks: dict[str, str] = {}
    for line, text in of_obligation(one, writing.draft.head.issued_on):
        marks.setdefault(line, writing.asking.ask(text))
    found: Keys = {
        "id": writing.ids.new(one.title or one.kind, one.kind.replace("_", "-")),
        "title": Noted(one.title or one.reading.phrase, marks.get("title", "")),
        "kind": Noted(one.kind, marks.get("kind", "")),
        "units": _units(writing, one, marks.get("units", "")),
    }
    for name in ("send_to", "via"):
        if getattr(one, name):
            found[name] = Noted(getattr(one, name), marks.get(name, ""))
    found |= _cooperating(writing, one)
    found["deadline"] = _deadline(writing, one.reading, marks.get("deadline", ""))
    if one.places:
        found["places"] = list(one.places)
    if topics := _topics(writing, one):
        found["topics"] = topics
    return Noted(found, above=_quote(one.places, one.words))


def _quote(places: Iterable[str], words: str) -> tuple[str, ...]:
    """Return the comment above a task: where it stands in the document, and the words there."""
    place = next(iter(places), "")
    said = ": ".join(part for part in (place, quoted(words)) if part)
    return (said,) if said else ()


def _apart(items: Iterable[Noted]) -> list[Value]:
    """Put an empty line between the items of a list."""
    found = list(items)
    return found[:1] + [Noted(one.value, one.note, ("", *one.above)) for one in found[1:]]


def _units(writing: Writing, one: Obligation, mark: str) -> Value:
    """Return who owes a task; what was only taken for a unit of the organisation is asked."""
    ids: list[str] = []
    for printed in filter(str.strip, one.units):
        found = writing.bodies.find(printed)
        mark = doubtful(writing, printed, found) or mark
        ids += [body.id for body in found] or [slug(printed, many=is_group(printed)) or "don-vi"]
    return Noted(list(dict.fromkeys(ids)), mark or ", ".join(f'"{printed}"' for printed in one.units))


def _cooperating(writing: Writing, one: Obligation) -> Keys:
    if not one.cooperating:
        return {}
    found = [body for printed in one.cooperating for body in writing.bodies.find(printed)]
    ids = list(dict.fromkeys(body.id for body in found if body.sure))
    return {"cooperating": list(one.cooperating), **({"cooperating_units": ids} if ids else {})}


def _topics(writing: Writing, one: Obligation) -> Keys:
    owing = {body.id for printed in one.units for body in writing.bodies.find(printed) if not body.is_group}
    topics = [(body.id, topic) for printed, topic in one.topics.items() for body in writing.bodies.find(printed)]
    return {id: topic for id, topic in topics if topic and id in owing}


def _deadline(writing: Writing, reading: Reading, mark: str) -> Value:
    """Return a deadline so that the file means what the draft read: the phrase, and beside it what it does not say."""
    day = last_day(reading)
    asked = open_deadline(reading)
    if asked:
        blank = {"no-anchor": "received_on", "weekday": "holds"}.get(asked, "last_day")
        return Noted({"phrase": reading.phrase, blank: Noted(None, mark)})
    meant = writing.asking.word(Text("draft-until", {"day": day})) if day else ""
    on = writing.on or day  # where the admin has yet to state it, a phrase with a year reads alike on any day
    if on is None or _same(reading, read(reading.phrase, on)):
        return Noted(reading.phrase, mark or meant)
    if day is None:
        return Noted(reading.phrase, mark)
    return Noted({"phrase": reading.phrase, "last_day": Noted(day.isoformat(), mark or meant)})


def _same(reading: Reading, other: Reading) -> bool:
    """Say whether two readings give the same deadlines."""
    rules = (reading.rrule_last_day, other.rrule_last_day)
    days = (last_day(reading), last_day(other))
    return rules[0] == rules[1] and days[0] == days[1] and boundary(reading) == boundary(other)


def _meeting(writing: Writing, one: Meeting) -> Noted:
    found: Keys = {"id": writing.ids.new(one.title, "su-kien"), "title": one.title}
    if one.reading.weekday_check == "wrong":
        mark = writing.asking.ask(
            Text("draft-doubt-weekday", {"task": one.title, "phrase": one.reading.phrase, "place": ""})
        )
        found["when"] = Noted({"phrase": one.reading.phrase, "holds": Noted(None, mark)})
    else:
        found["when"] = one.reading.phrase
    found |= {name: value for name, value in (("venue", one.venue), ("places", list(one.places))) if value}
    return Noted(found, above=_quote(one.places, one.words))
