"""Draft what one statement of a document obliges whom to do by when."""

from __future__ import annotations

import re
from collections.abc import Sequence

from schedules.deadline import ReadingType
from schedules.drafting.draft import Doubt, Obligation
from schedules.drafting.duties.asking import asks
from schedules.drafting.duties.cooperating import cooperating
from schedules.drafting.duties.kinds import kind_of
from schedules.drafting.duties.owners import subjects
from schedules.drafting.duties.receivers import HANDED_ON, Receiver
from schedules.drafting.duties.spotting import Spotted, spot
from schedules.drafting.duties.statements import OWN_LABEL, Context, Said, Sentence
from schedules.drafting.duties.titles import title_of
from schedules.drafting.duties.two_works import two_works
from schedules.drafting.duties.work_owners import owing
from schedules.drafting.duties.work_receivers import said_after, sent_to
from schedules.drafting.duties.works import between, doing, goes_on, leads, own_clause
from schedules.drafting.items import Item
from schedules.drafting.words.aligned import aligned
from schedules.drafting.words.body_words import ACTS
from schedules.drafting.words.sentences import sentences

WORK_LABEL = re.compile(r"^\W*thoi (?:gian|han)\b")
MOST = 60  # deadlines in one paragraph; more of them are no prose
MEETING_TIME = re.compile(r"^\W*(?:thoi gian|thoi diem)(?: to chuc| hop| dien ra| du kien)*(?:, dia diem)? ?:")
MEETING_HEADING = re.compile(r"\b(?:hoi nghi|cuoc hop|phien hop|dia diem|thanh phan|le )\b")


def obligations(item: Item, context: Context) -> tuple[Obligation, ...]:
    """Return what a paragraph obliges its bodies to do; nothing where it names no deadline."""
    if context.above != item.above:
        context.spoken, context.above = None, item.above
    context.within = None
    spotted = () if _meets(item) else spot(item.text, context.on)[:MOST]
    drafted: list[Obligation] = []
    spans = sentences(item.text)
    for number, (start, end) in enumerate(spans):
        sentence = Sentence(item.text[start:end], [_moved(one, start) for one in spotted if start <= one.start < end])
        sentence.found = subjects(sentence.text)
        after = said_after(item.text, spans, number, spotted)
        drafted += _of_sentence(sentence, after, item, context)
        _remember(sentence, context)
    return tuple(drafted)


def _meets(item: Item) -> bool:
    """ "Thời gian: …" under the heading of a meeting is when it meets."""
    return bool(
        MEETING_TIME.match(aligned(item.text))
        and any(MEETING_HEADING.search(aligned(text)) for text in item.above[-2:])
    )


def _moved(one: Spotted, by: int) -> Spotted:
    return Spotted(one.phrase, one.start - by, one.end - by, one.reading)


def _remember(sentence: Sentence, context: Context) -> None:
    """Keep what a sentence said of work, for a deadline that comes behind it."""
    if OWN_LABEL.match(aligned(sentence.text)):
        return
    units = sentence.found[-1].units if sentence.found else context.spoken.units if context.spoken else ()
    context.spoken = Said(sentence.text, units)
    context.within = Said(
        sentence.text, sentence.found[-1].units if sentence.found else context.within.units if context.within else ()
    )


def _of_sentence(sentence: Sentence, after: str, item: Item, context: Context) -> list[Obligation]:
    drafted: list[Obligation] = []
    sent: Receiver | None = None
    left = 0
    for number, one in enumerate(sentence.spotted):
        following = sentence.spotted[number + 1] if number + 1 < len(sentence.spotted) else None
        right = between(sentence.text, one.end, following.start) if following else len(sentence.text)
        found, sent = _drafted(sentence, one, (left, right), sent, after, item, context)
        drafted += found
        left = right
    return drafted


def _drafted(
    sentence: Sentence,
    one: Spotted,
    bounds: tuple[int, int],
    before: Receiver | None,
    after: str,
    item: Item,
    context: Context,
) -> tuple[list[Obligation], Receiver | None]:
    left, right = bounds
    flat = aligned(sentence.text)
    work, told = _work(sentence.text, flat, one, left, right, item, context)
    going_on = left > 0 and not _own_words(flat, one.end, right) and goes_on(flat[left : one.start])
    own, work = work, f"{sentence.text[:left]} {work}" if going_on else work
    handed_on = before is not None and HANDED_ON.match(flat[left : one.start].lstrip(" ,*_)")) is not None
    units = owing(sentence, one, left, right, item, context, before if handed_on else None)
    if not units and not asks(sentence.text[left : one.start] + sentence.text[one.end : right], one.phrase):
        return [], before
    sent = sent_to(work, one, sentence.text, left, right, told, after, item, before, going_on)
    whole = Obligation(
        title=title_of(own, one.phrase) or title_of(item.text, "") or item.text,
        kind=kind_of(doing(work)),
        reading=one.reading,
        units=units,
        send_to=sent.send_to if sent else None,
        via=sent.via if sent else None,
        cooperating=cooperating(work),
        places=(item.place,),
        words=item.text,
        doubts=_doubts(units, one),
    )
    return two_works(whole, work, sent), sent


def _own_words(flat: str, end: int, right: int) -> bool:
    """Say whether a work of its own follows a deadline: "…; định kỳ trước ngày 25 hằng tháng cập nhật …"."""
    return bool(re.match(ACTS.pattern, flat[end:right].lstrip(" ,:")))


def _work(text: str, flat: str, one: Spotted, left: int, right: int, item: Item, context: Context) -> tuple[str, str]:
    """Return the words of the work, and what was told of it before where the deadline stands alone."""
    before = text[left : one.start]
    if not leads(flat, left, one):
        return own_clause(before), ""
    behind = text[one.end : right].strip(" ,.;:)*_")
    if len(behind) > 12 and not WORK_LABEL.match(flat[left : one.end]):
        return behind, ""
    if context.spoken:
        return context.spoken.text, context.spoken.text
    return (behind or (item.above[-1] if item.above else before)), ""


def _doubts(units: Sequence[str], one: Spotted) -> tuple[Doubt, ...]:
    phrase = {"phrase": one.phrase}
    found = [] if units else [Doubt("no-unit", phrase)]
    if one.reading.type is ReadingType.ERROR:
        found.append(Doubt("impossible", phrase))
    if one.reading.needs_confirmation:
        found.append(Doubt("unsure-day", phrase))
    if one.reading.weekday_check == "wrong":
        found.append(Doubt("weekday", phrase))
    if one.reading.year_inferred:
        found.append(Doubt("year-inferred", phrase))
    if one.reading.type is ReadingType.RELATIVE:
        found.append(Doubt("no-anchor", phrase))
    return tuple(found)
