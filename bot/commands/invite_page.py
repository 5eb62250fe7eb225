"""The printable page of invitations: one card a unit, two in a row on A4, to cut along the lines and hand out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from html import escape
from itertools import groupby, islice
from typing import TYPE_CHECKING

import segno

from bot.commands.invitation import steps
from bot.wording import Wording
from handlers.vocabulary import Text

if TYPE_CHECKING:
    from bot.commands.invitation import Invitation

# A row is a block of its own: every browser keeps such a one whole on a printed page, not so the rows of one grid.
STYLE = """
@page { size: A4 portrait; margin: 10mm; }
* { box-sizing: border-box; }
body { font: 9.5pt/1.25 'Times New Roman', 'Liberation Serif', serif; margin: 0 auto; max-width: 190mm; color: #000; }
h1 { font-size: 11pt; margin: 0; padding: 1mm 0 2mm; text-align: center; break-after: avoid; }
.row + h1 { padding-top: 4mm; } .row + .office { break-before: page; padding-top: 1mm; }
.row { display: grid; grid-template-columns: 1fr 1fr; break-inside: avoid; border-bottom: 1px dashed #777; }
h1 + .row { border-top: 1px dashed #777; }
article { padding: 3mm 4mm; min-width: 0; } article + article { border-left: 1px dashed #777; }
h2 { font-size: 12pt; line-height: 1.15; margin: 0; } p { margin: 0; }
.code { margin: 1.5mm 0; border: 1px solid #000; text-align: center; white-space: nowrap; }
code { font: bold 17pt 'Courier New', 'Liberation Mono', monospace; word-spacing: 2mm; }
.how { display: flex; gap: 3mm; align-items: flex-start; }
figure { margin: 0 0 1mm; text-align: center; font-size: 8pt; font-weight: bold; }
svg { width: 27mm; height: 27mm; display: block; shape-rendering: crispEdges; }
.two svg { width: 25mm; height: 25mm; }
ol { margin: 0; padding-left: 5mm; } li { margin-bottom: .5mm; }
small { display: block; font-size: 6.5pt; word-break: break-all; }
"""


def page(made: Iterable[Invitation], words: Wording) -> str:
    """Return a whole HTML page; it needs nothing from the network.

    Parameters:
        made: in the order of ``in_roster_order``, so that each group stands together.
    """
    title = escape(words.text(Text("invite-page-title")))
    head = f'<meta charset="utf-8"><title>{title}</title><style>{STYLE}</style>'
    body = f"<body>\n{chr(10).join(_sections(made, words))}\n</body>"
    return f'<!doctype html><html lang="{words.language}"><head>{head}</head>{body}</html>\n'


def in_roster_order(made: Iterable[Invitation]) -> list[Invitation]:
    """Sort as the rosters are: by organisation, then by the first group that names the unit, as it is listed there.

    Units that no group names stand first, as in plans.yaml.
    """
    places: dict[tuple[str, str], tuple[int, int]] = {}
    made = list(made)
    for organisation in {one.organisation.id: one.organisation for one in made}.values():
        for number, group in enumerate(organisation.groups.values()):
            for place, unit in enumerate(group.unit_ids):
                places.setdefault((organisation.id, unit), (number, place))
    offices = list(dict.fromkeys(one.organisation.id for one in made))
    return sorted(
        made,
        key=lambda one: (
            offices.index(one.organisation.id),
            places.get((one.organisation.id, one.unit.id if one.unit else ""), (-1, 0)),
        ),
    )


def _sections(made: Iterable[Invitation], words: Wording) -> Iterator[str]:
    for office, theirs in groupby(made, lambda one: one.organisation.name):
        opening = ' class="office"'
        for group, listed in groupby(theirs, _group):
            yield f"<h1{opening}>{escape(f'{office} – {group}' if group else office)}</h1>"
            yield from _rows(listed, words)
            opening = ""


def _group(one: Invitation) -> str:
    """Return the name of the first group that names the unit; "" without one."""
    groups = one.organisation.groups.values()
    return next((group.name for group in groups if one.unit and one.unit.id in group.unit_ids), "")


def _rows(listed: Iterator[Invitation], words: Wording) -> Iterator[str]:
    while pair := list(islice(listed, 2)):
        yield f'<div class="row">{"".join(_card(one, words) for one in pair)}</div>'


def _card(one: Invitation, words: Wording) -> str:
    values = {"organisation": one.organisation.name, "role": Text(f"role-{one.role}")}
    what = escape(words.text(Text("invite-card-what", values)))
    code = f'<p class="code"><code>{escape(one.typed)}</code></p>'
    return f"<article><h2>{escape(one.name)}</h2><p>{what}</p>{code}{_how(one, words)}</article>"


def _how(one: Invitation, words: Wording) -> str:
    """Draw the codes to scan and the lines beside them; the links are for those who cannot scan."""
    lines = "".join(f"<li>{escape(words.text(step))}</li>" for step in steps(one))
    links = "".join(f"<small>{escape(link)}</small>" for _, link in one.links)
    if len(one.links) < 2:
        return f'<div class="how">{_scan(one)}<ol>{lines}</ol></div>{links}'
    return f'<div class="how two">{_scan(one)}<div><ol>{lines}</ol>{links}</div></div>'


def _scan(one: Invitation) -> str:
    pictures = "".join(f"<figure>{_qr(link)}{name}</figure>" for name, link in one.links)
    return f"<div>{pictures}</div>" if pictures else ""


@lru_cache(maxsize=8)  # the Zalo link is the same on all cards of an organisation
def _qr(link: str) -> str:
    return str(segno.make(link, error="m").svg_inline(omitsize=True, border=3))
