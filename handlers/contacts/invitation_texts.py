"""What an invitation made in a chat shows: the code, the words to forward, a QR picture for each link."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

from handlers.belonging import Own
from handlers.figures.quota import channel_name
from handlers.vocabulary import Attachment, Button, Reply, Text, Turn
from storage import bot_links
from storage.invites import LIFETIME
from storage.own_chats import offered
from storage.tables import RoleKind

SCALE = 8  # pixels of a QR module: read from another phone's screen at arm's length


def invitation(turn: Turn, own: Own, kind: RoleKind, code: str, heading: Text, *buttons: tuple[Button, ...]) -> Reply:
    """Show a code with what is to be forwarded to the one whom it is for."""
    links = dict(_links(turn, own, code))
    ways = tuple(
        Text("invite-way-link", {"channel": channel_name(channel), "link": link}) for channel, link in links.items()
    )
    values: dict[str, object] = {"unit": own.unit.name, "role": Text(f"role-{kind.value}"), "code": code}
    forward = Text(
        "invite-forward",
        {
            **values,
            "organisation": own.organisation.name,
            "moment": turn.now + LIFETIME,
            "ways": ways or (Text("invite-way-none"),),
        },
    )
    return Reply(
        (heading, Text("invite-forward-this"), forward),
        buttons,
        edits=not links,  # pressed twice, a second code is not made unseen
        attachments=tuple(_picture(channel, link) for channel, link in links.items()),
    )


def _links(turn: Turn, own: Own, code: str) -> Iterator[tuple[str, str]]:
    """Yield (channel, link); Telegram's takes the code along, Zalo's cannot."""
    there = offered(turn.session)
    for channel, link in sorted(bot_links.links(turn.session, own.organisation.id).items(), reverse=True):
        if channel in there:
            yield channel, f"{link}?start={code}" if channel == "telegram" else link


def _picture(channel: str, link: str) -> Attachment:
    import segno  # a few milliseconds that most messages do not need

    drawn = BytesIO()
    segno.make(link).save(drawn, kind="png", scale=SCALE)
    return Attachment(f"ma-moi-{channel}.png", drawn.getvalue(), "image/png")
