"""Links to files, followed over HTTP: who has one gets the file until it ends, nobody else gets anything."""

from __future__ import annotations

import logging
import shutil
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from aiohttp.web import Request, StreamResponse
from sqlalchemy import Engine
from sqlmodel import select

from bot.clock import Clock
from bot.links import PATH, Links, secret_of
from bot.web import Web
from handlers.vocabulary import Attachment
from storage.database import open_database, unit_of_work
from storage.tables import KeptFile
from tests.small_plans import at

MORNING = at("04/5 08:00")
OUTLINE = Attachment("Đề cương.docx", b"PK\x03\x04 outline", "application/msword")
PICTURE = Attachment("bang.png", b"\x89PNG picture", "image/png")


@dataclass
class Site:
    """Our web server with links on it, on loopback, at a moment of the tests' choice."""

    engine: Engine
    now: datetime = MORNING
    url: str = ""
    links: Links = field(init=False)

    def offer(self, attachment: Attachment) -> str:
        with unit_of_work(self.engine) as session:
            link = self.links.link(session, attachment, self.now)
        assert link is not None
        return link

    def kept(self) -> list[str]:
        with unit_of_work(self.engine) as session:
            return [file.name for file in session.exec(select(KeptFile))]

    async def follow(self, link: str, method: str = "GET") -> tuple[int, bytes, Any]:
        async with aiohttp.ClientSession() as session, session.request(method, link) as response:
            return response.status, await response.read(), response.headers


@pytest.fixture
async def site(empty_database: Path, tmp_path: Path) -> AsyncIterator[Site]:
    engine = open_database(f"sqlite:///{shutil.copy(empty_database, tmp_path / 'test.db')}")
    site = Site(engine)

    async def no_round() -> None:
        """Have nothing to do."""

    async def serve(request: Request) -> StreamResponse:
        return await site.links.serve(request)

    web = Web(Clock(), {}, {PATH: serve}, no_round, list)
    await web.start("127.0.0.1", 0)
    site.url = web.url
    site.links = Links(f"{web.url}/", secret_of(engine), engine, lambda: site.now)
    yield site
    await web.stop()
    engine.dispose()


async def test_a_file_is_handed_out_to_be_saved_under_its_name(site: Site) -> None:
    link = site.offer(OUTLINE)
    assert link.startswith(f"{site.url}/files/")
    assert link.isascii()
    status, content, headers = await site.follow(link)
    assert (status, content) == (200, OUTLINE.content)
    assert headers["Content-Type"] == OUTLINE.media_type
    assert headers["Content-Disposition"] == (
        "attachment; filename=\"__ c__ng.docx\"; filename*=UTF-8''%C4%90%E1%BB%81%20c%C6%B0%C6%A1ng.docx"
    )
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Cache-Control"] == "private"


async def test_a_picture_is_shown_and_can_be_fetched_as_often_as_the_platform_likes(site: Site) -> None:
    link = site.offer(PICTURE)
    for _ in range(3):
        status, content, headers = await site.follow(link)
        assert (status, content) == (200, PICTURE.content)
    assert headers["Content-Disposition"].startswith('inline; filename="bang.png"')


async def test_head_tells_the_size_and_brings_nothing(site: Site) -> None:
    status, content, headers = await site.follow(site.offer(OUTLINE), "HEAD")
    assert (status, content, headers["Content-Length"]) == (200, b"", str(len(OUTLINE.content)))


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
async def test_there_is_no_other_way_in(site: Site, method: str) -> None:
    assert (await site.follow(site.offer(OUTLINE), method))[0] == 405


async def test_a_link_lives_a_whole_day_and_no_longer_than_two(site: Site) -> None:
    link = site.offer(OUTLINE)
    site.now = MORNING + timedelta(hours=24)
    assert (await site.follow(link))[0] == 200
    site.now = at("05/5 23:59")
    assert (await site.follow(link))[0] == 200
    site.now = at("06/5 00:00")
    status, content, _ = await site.follow(link)
    assert (status, content.decode()) == (
        410,
        "Liên kết này đã hết hạn. Đề nghị yêu cầu lại tệp trong cuộc trò chuyện với hệ thống nhắc việc.",
    )


def _with(link: str, place: int, part: str) -> str:
    """Put another part into a link: 4 is the id, 5 the signature, 6 the name."""
    parts = link.split("/")
    return "/".join([*parts[:place], part, *parts[place + 1 :]])


@pytest.mark.parametrize("signature", ["", "A" * 43, "%C4%90", "..", "%2e%2e%2f", "%ff"])
async def test_a_wrong_signature_opens_nothing(site: Site, signature: str) -> None:
    assert (await site.follow(_with(site.offer(OUTLINE), 5, signature)))[0] == 404


async def test_a_signature_is_good_for_its_own_file_only(site: Site) -> None:
    outline, picture = site.offer(OUTLINE), site.offer(PICTURE)
    mixed = _with(outline, 5, picture.split("/")[5])
    assert (await site.follow(mixed))[0] == 404
    later = outline.replace("/files/2026", "/files/2027")
    assert later != outline
    assert (await site.follow(later))[0] == 404


async def test_the_name_in_the_link_is_only_for_the_reader(site: Site) -> None:
    status, content, headers = await site.follow(_with(site.offer(PICTURE), 6, "other.exe"))
    assert (status, content) == (200, PICTURE.content)
    assert 'filename="bang.png"' in headers["Content-Disposition"]


@pytest.mark.parametrize("path", ["/files", "/files/", "/files/../health", "/files/a/b", "/files/a/b/c/d"])
async def test_there_is_no_folder_to_look_into(site: Site, path: str) -> None:
    site.offer(OUTLINE)
    status, content, _ = await site.follow(site.url + path)
    assert status == (200 if path.endswith("health") else 404)
    assert OUTLINE.content not in content


async def test_what_was_signed_and_is_gone_is_not_found(site: Site) -> None:
    link = site.offer(OUTLINE)
    with unit_of_work(site.engine) as session:
        session.delete(session.exec(select(KeptFile)).one())
    status, content, _ = await site.follow(link)
    assert (status, content.decode()[:32]) == (404, "Không có tệp tại liên kết này. Đ")


async def test_a_file_asked_for_often_on_a_day_is_kept_once(site: Site) -> None:
    links = [site.offer(OUTLINE)]
    site.now = at("04/5 16:00")
    links.append(site.offer(OUTLINE))
    assert links[0] == links[1]
    assert site.kept() == ["Đề cương.docx"]
    site.now = at("05/5 08:00")
    assert site.offer(OUTLINE) != links[0]
    assert len(site.kept()) == 2


async def test_other_content_or_another_name_is_another_file(site: Site) -> None:
    assert site.offer(OUTLINE) != site.offer(Attachment(OUTLINE.name, b"other", OUTLINE.media_type))
    assert site.offer(OUTLINE).split("/")[4] != site.offer(Attachment("b", OUTLINE.content, "c")).split("/")[4]


async def test_links_outlive_a_restart(site: Site) -> None:
    link = site.offer(OUTLINE)
    site.links = Links(site.url, secret_of(site.engine), site.engine, lambda: site.now)
    assert (await site.follow(link))[0] == 200


async def test_without_a_public_address_there_are_no_links(site: Site) -> None:
    with unit_of_work(site.engine) as session:
        assert Links(None, b"secret", site.engine, lambda: site.now).link(session, OUTLINE, site.now) is None
    assert site.kept() == []


async def test_no_link_comes_into_the_logs(site: Site, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    link = site.offer(OUTLINE)
    await site.follow(link)
    await site.follow(_with(link, 5, "wrong"))
    assert link.split("/")[5] not in caplog.text
