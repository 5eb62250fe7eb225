"""Put what two versions of the plans say differently into words, a line each."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from handlers.describing import unit_name
from handlers.spelling import shortened
from handlers.vocabulary import Text
from schedules.differing.differences import NAMED, Difference
from schedules.plan import Organisation

MOST_LINES = 15  # told one by one; the rest are counted
NAME = 90  # characters of a task's title


def difference_texts(
    differences: Iterable[Difference], organisation: Organisation | None = None, most: int = MOST_LINES
) -> tuple[Text, ...]:
    """Word differences, each as a line; nothing where there are none.

    Parameters:
        organisation: names the units that a difference itself does not.
        most: lines; what is left is counted in one more.
    """
    found = tuple(differences)
    told = [_line(one, organisation) for one in found[:most]]
    if len(found) > most:
        told.append(Text("change-more", {"count": len(found) - most}))
    return tuple(told)


def _line(one: Difference, organisation: Organisation | None) -> Text:
    values: dict[str, object] = {
        "name": shortened(one.name, NAME),
        "plan": shortened(one.plan_name, NAME),
        "was": one.was,
        "units": _units(one, organisation),
        "before": _said(one.before, one.before_on),
        "after": _said(one.after, one.after_on),
    }
    return Text(f"change-{one.kind}", values)


def _units(one: Difference, organisation: Organisation | None) -> Text:
    """Name a few units; of many only the number and the first."""
    ids = one.unit_ids[:NAMED]
    named = [unit_name(organisation, id) if organisation else id for id in ids]
    named = list(one.unit_names) or named
    count = len(one.unit_ids)
    values = {"count": count, "names": "; ".join(named)}
    return Text("change-units" if count <= NAMED else "change-units-many", values)


def _said(words: str, on: str) -> Text:
    """Tell a phrase with the day that it means, or whichever of the two there is."""
    if words and on:
        return Text("change-phrase-day", {"phrase": words, "day": date.fromisoformat(on)})
    if on:
        return Text("change-day", {"day": date.fromisoformat(on)})
    return Text("change-phrase", {"phrase": words}) if words else Text("change-nothing")
