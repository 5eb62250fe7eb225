"""The printable page of invitations: one card a unit, to cut and hand out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from typing import TYPE_CHECKING

import segno

from bot.wording import Wording
from handlers.vocabulary import Text

if TYPE_CHECKING:
    from bot.commands.invite import Invitation

STYLE = """
body { font: 11pt/1.4 'Times New Roman', serif; margin: 12mm; }
main { display: grid; grid-template-columns: 1fr 1fr; gap: 6mm; }
article { border: 1px dashed #888; padding: 5mm; break-inside: avoid; display: flex; gap: 5mm; }
h2 { font-size: 12pt; margin: 0 0 2mm; } p { margin: 0 0 1.5mm; }
code { font-size: 13pt; letter-spacing: .08em; } small { word-break: break-all; }
svg { width: 32mm; height: 32mm; flex: none; }
"""


def page(made: Iterable[Invitation], words: Wording) -> str:
    """Return a whole HTML page; it needs nothing from the network."""
    title = escape(words.text(Text("invite-page-title")))
    cards = "\n".join(_card(one, words) for one in made)
    head = f'<meta charset="utf-8"><title>{title}</title><style>{STYLE}</style>'
    body = f"<body><main>\n{cards}\n</main></body>"
    return f'<!doctype html><html lang="{words.language}"><head>{head}</head>{body}</html>\n'


def _card(one: Invitation, words: Wording) -> str:
    qr = segno.make(one.link, error="m").svg_inline(omitsize=True) if one.link else ""
    return f"<article>{qr}<div>{''.join(_lines(one, words))}</div></article>"


def _lines(one: Invitation, words: Wording) -> Iterator[str]:
    yield f"<h2>{escape(one.name)}</h2>"
    values = {"organisation": one.organisation.name, "role": Text(f"role-{one.role}")}
    yield f"<p>{escape(words.text(Text('invite-card-what', values)))}</p>"
    how = "invite-card-scan" if one.link else "invite-card-type"
    yield f"<p>{escape(words.text(Text(how, {'code': one.code})))}</p>"
    yield f"<p><code>{escape(one.code)}</code></p>"
    if one.link:
        yield f"<p><small>{escape(one.link)}</small></p>"  # names the bot, for those who cannot scan
