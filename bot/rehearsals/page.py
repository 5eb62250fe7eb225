"""A rehearsal as one page that opens from a disk: nothing is fetched, all text is escaped, it prints.

Its size is bounded at the size of the country: each unit is one short row; the reminders themselves stand once for all
units of an organisation that get the same, a row a task; a row names at most so many days.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from html import escape

from bot.rehearsals.calls import Call, Ending, Wanted
from bot.rehearsals.page_calendar import months
from bot.rehearsals.page_style import SCRIPT, STYLE
from bot.rehearsals.page_units import Alike, alike, climbs_of
from bot.rehearsals.sections import Section
from bot.wording import Wording, printed
from handlers.vocabulary import Text
from schedules.deadline import VIETNAM
from schedules.plan import Organisation

# Nothing may be fetched or sent, even if somebody's text slipped through as markup.
POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
)
DAYS_SHOWN = 24  # in a unit's row
COLUMNS = ("rehearse-page-unit", "rehearse-page-days", "rehearse-page-ends", "rehearse-page-count")


def page(
    calls: Sequence[Call],
    endings: Sequence[Ending],
    wanted: Wanted,
    title: Text,
    sections: Iterable[Section],
    words: Wording,
) -> str:
    """Return the whole page."""
    heading = escape(words.text(title))
    head = (
        f'<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{POLICY}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{heading}</title><style>{STYLE}</style>"
    )
    body = "\n".join((f"<h1>{heading}</h1>", *_body(calls, endings, wanted, words), *_below(sections, words)))
    script = f"<script>{SCRIPT}</script>"
    return f'<!doctype html>\n<html lang="{words.language}"><head>{head}</head><body>\n{body}\n{script}</body></html>\n'


def _body(calls: Sequence[Call], endings: Sequence[Ending], wanted: Wanted, words: Wording) -> Iterator[str]:
    if not calls and not endings:
        yield f"<p>{_said(words, 'rehearse-page-nothing')}</p>"
        return
    yield f"<h2>{_said(words, 'rehearse-page-calendar')}</h2>"
    yield from months(calls, endings, wanted, words)
    yield f"<h2>{_said(words, 'rehearse-page-units')}</h2>"
    label = _said(words, "rehearse-page-filter")
    yield f'<p class="filter"><label>{label} <input type="search" id="filter" autocomplete="off"></label></p>'
    yield f'<p id="none" hidden>{_said(words, "rehearse-page-none")}</p>'
    for organisation, groups in alike(calls, endings):
        yield f"<section><h3>{escape(organisation.name)}</h3>"
        for group in groups:
            yield from _group(organisation, group, words)
        yield "</section>"


def _group(organisation: Organisation, group: Alike, words: Wording) -> Iterator[str]:
    """Write the units that get the same reminders: these once, then a row a unit."""
    count = len(group.moments)
    summary = _said(words, "rehearse-page-alike", count=len(group.units), messages=count)
    open_ = " open" if len(group.units) == 1 else ""
    yield f'<div class="alike"><details{open_}><summary>{summary}</summary>{_ladders(group, words)}</details>'
    heads = "".join(f"<th>{_said(words, key)}</th>" for key in COLUMNS)
    yield f"<table><thead><tr>{heads}</tr></thead><tbody>"
    days, ends = escape(_listed(group.moments)), escape(_listed(group.last_days))
    for unit in group.units:
        name = escape(organisation.units[unit].name)
        yield f"<tr><th>{name}</th><td>{days}</td><td>{ends}</td><td>{count}</td></tr>"
    yield "</tbody></table></div>"


def _ladders(group: Alike, words: Wording) -> str:
    """Write each task of some units with its deadline and its reminders."""
    rows = []
    for duty, climbed, cooperates in climbs_of(group):
        deadline = words.text(Text("one-deadline", {"deadline": duty.deadline}))
        note = f" ({_said(words, 'rehearse-cooperates')})" if cooperates else ""
        steps = "".join(f"<li>{escape(words.text(text))}</li>" for text in climbed)
        task = f"<b>{escape(duty.task.title)}</b>{note}<br>{escape(deadline)}"
        rows.append(f"<tr><td>{task}</td><td><ul>{steps}</ul></td></tr>")
    heads = "".join(f"<th>{_said(words, key)}</th>" for key in ("rehearse-page-task", "rehearse-page-steps"))
    return f'<table class="steps"><thead><tr>{heads}</tr></thead><tbody>{"".join(rows)}</tbody></table>'


def _listed(moments: Iterable[date]) -> str:
    """Name the days of some moments, as far as they fit into a row: "24/4, 04/5 ×2, …"."""
    counted: dict[str, int] = {}
    for moment in moments:
        on = moment.astimezone(VIETNAM).date() if isinstance(moment, datetime) else moment
        day = printed(on).rpartition("/")[0]
        counted[day] = counted.get(day, 0) + 1
    shown = [f"{day} ×{count}" if count > 1 else day for day, count in list(counted.items())[:DAYS_SHOWN]]
    return ", ".join(shown) + (", …" if len(counted) > DAYS_SHOWN else "")


def _below(sections: Iterable[Section], words: Wording) -> Iterator[str]:
    for section in sections:
        yield f'<h2 class="small">{escape(words.text(section.title))}</h2><ul>'
        for line in section.lines:
            said = escape(words.text(line).removeprefix("– ").strip()).replace("\n", "<br>")
            yield f"<li>{said}</li>"
        yield "</ul>"


def _said(words: Wording, key: str, **values: object) -> str:
    return escape(words.text(Text(key, values)))
