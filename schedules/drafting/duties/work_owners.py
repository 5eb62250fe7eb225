"""Say who owes a piece of work: whom its sentence names, else its heading, else those whom the letter addresses."""

from __future__ import annotations

from collections.abc import Sequence

from schedules.drafting.duties.owners import Subject, heading_units
from schedules.drafting.duties.receivers import Receiver
from schedules.drafting.duties.spotting import Spotted
from schedules.drafting.duties.statements import OWN_LABEL, Context, Sentence
from schedules.drafting.duties.works import leads
from schedules.drafting.items import Item
from schedules.drafting.words.aligned import aligned
from schedules.drafting.words.bodies import bodies, is_generic


def owing(
    sentence: Sentence, one: Spotted, left: int, right: int, item: Item, context: Context, handed_on: Receiver | None
) -> tuple[str, ...]:
    same = context.within.units if context.within else ()
    said = [subject for subject in sentence.found if left <= subject.start < one.start]
    earlier = [subject for subject in sentence.found if subject.start < left]
    behind = [subject for subject in sentence.found if one.end <= subject.start < right]
    if said:
        units = said[-1].units
    elif handed_on:
        units = bodies(handed_on.via or handed_on.send_to)
    elif behind and (leads(aligned(sentence.text), left, one) or sentence.text.startswith(":", one.end)):
        units = behind[0].units
    else:
        units = earlier[-1].units if earlier else same or _from_above(item, context) or _behind(behind)
    return _addressed(units, context)


def _behind(found: Sequence[Subject]) -> tuple[str, ...]:
    """Where nobody else is named, take who does it by what follows: "… (UBND các xã, phường thực hiện)"."""
    return found[-1].units if found else ()


def _from_above(item: Item, context: Context) -> tuple[str, ...]:
    """Take whom the work before it, the nearest heading, or else the letter names."""
    for text in reversed(item.above):
        if units := heading_units(text):
            return units
    alone = OWN_LABEL.match(aligned(item.text)) or not context.addressees
    return (context.spoken.units if context.spoken and alone else ()) or context.addressees


def _addressed(units: tuple[str, ...], context: Context) -> tuple[str, ...]:
    """Read "quý cơ quan" as those whom the letter addresses."""
    if context.addressees and units and all(is_generic(unit) for unit in units):
        return context.addressees
    return units
