"""Links to files for channels that carry none: signed, good for a day or two, answered by the bot's own web server."""

from __future__ import annotations

import asyncio
import base64
import hashlib
import hmac
import re
import secrets
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from urllib.parse import quote

from aiohttp import web
from sqlalchemy import Engine
from sqlmodel import Session

from bot.wording import midnight_after, wording
from handlers.vocabulary import Attachment, Text
from schedules.deadline import VIETNAM
from storage import kept_files, marks
from storage.database import reading, unit_of_work
from storage.tables import KeptFile

PATH = "/files/{id}/{signature}/{name:.*}"
LIFETIME = timedelta(hours=24)  # at least: a link ends at the midnight after, so that a day's links share one file
SECRET = "links-secret"  # mark: made once, so that links outlive a restart
DAY = "%Y%m%d"


class Links:
    """Make links, and answer who follows them.

    Whoever has a link can fetch its file until the link ends, without being asked who they are: messages are passed
    on. So a file behind a link holds only what the officer who asked may see, and nothing of any person.

    Parameters:
        public_url: the address at which phones reach this web server; None where they cannot, then there are no links.
        secret: signs the links; ``secret_of`` has it.
        now: the domain's clock, for what is asked over the web.
    """

    def __init__(self, public_url: str | None, secret: bytes, engine: Engine, now: Callable[[], datetime]) -> None:
        self._base = public_url.rstrip("/") if public_url else None
        self._secret = secret
        self._engine = engine
        self._now = now

    def link(self, session: Session, attachment: Attachment, now: datetime) -> str | None:
        """Keep a file and return its address, None where nobody could fetch it.

        The same file asked for again on the same day is kept once and has the same address.
        """
        if self._base is None:
            return None
        ends_on = (now + LIFETIME).astimezone(VIETNAM).date()
        about = (attachment.name, attachment.media_type, hashlib.sha256(attachment.content).hexdigest())
        id = f"{ends_on:{DAY}}{self._signed('file', f'{ends_on}', *about)}"
        expires_at = midnight_after(ends_on).astimezone(UTC)
        kept_files.keep(session, id, attachment.name, attachment.media_type, attachment.content, expires_at)
        return f"{self._base}/files/{id}/{self._signed('link', id)}/{quote(attachment.name, safe='')}"

    async def serve(self, request: web.Request) -> web.StreamResponse:
        """Answer GET and HEAD at ``PATH`` with the file; the name in the path is only for the reader.

        404 for what was never offered, found out without a look into the database; 410 once a link has ended.
        """
        id, signature = request.match_info["id"], request.match_info["signature"]
        if not hmac.compare_digest(signature.encode(errors="replace"), self._signed("link", id).encode()):
            return _refusal(404, Text("link-unknown"))
        now = self._now()
        if now >= _end(id):
            return _refusal(410, Text("link-ended"))
        kept = await asyncio.to_thread(self._find, id, now)
        return _given(kept) if kept else _refusal(404, Text("link-unknown"))

    def _find(self, id: str, now: datetime) -> KeptFile | None:
        with reading(self._engine) as session:
            return kept_files.find(session, id, now)

    def _signed(self, *words: str) -> str:
        """Return 43 signs for an address, which nobody without the secret can make."""
        digest = hmac.digest(self._secret, "\n".join(words).encode(errors="replace"), "sha256")
        return base64.urlsafe_b64encode(digest).decode().rstrip("=")


def secret_of(engine: Engine) -> bytes:
    """Return the secret of this database's links, made at the first call."""
    with unit_of_work(engine) as session:
        kept = marks.get_mark(session, SECRET) or secrets.token_hex(32)
        marks.set_mark(session, SECRET, kept)
    return bytes.fromhex(kept)


def _end(id: str) -> datetime:
    """Return the moment at which a link of ours ends; its id begins with its last day."""
    return midnight_after(datetime.strptime(id[:8], DAY).replace(tzinfo=VIETNAM).date())


def _given(kept: KeptFile) -> web.Response:
    """Hand out a file: a picture to be looked at, everything else to be saved under its name."""
    way = "inline" if kept.media_type.startswith("image/") else "attachment"
    headers = {
        "Content-Type": kept.media_type,
        "Content-Disposition": f"{way}; {_named(kept.name)}",
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "private",
    }
    return web.Response(body=kept.content, headers=headers)


def _named(name: str) -> str:
    """Write a name as RFC 6266 asks: in ASCII for the old, with all its letters (RFC 5987) for the others."""
    plain = re.sub(r"[^\w. -]", "_", name, flags=re.ASCII)
    return f"filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}"


def _refusal(status: int, why: Text) -> web.Response:
    """Say in the country's language what is the matter: a person has followed the link."""
    return web.Response(status=status, text=wording().text(why), headers={"Cache-Control": "no-store"})
