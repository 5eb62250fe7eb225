"""Fetch the photo that a bot names by its address, as Zalo does: several times."""

from __future__ import annotations

from urllib.parse import urlsplit

import aiohttp

from simulator.door.pushing import is_here
from simulator.door.refusals import bad
from simulator.pictures import picture_size

LARGEST_PHOTO = 10 * 1024 * 1024
_LONGEST_FETCH = 10.0

Photo = tuple[str, str, bytes, tuple[int, int]]  # name, media type, content, size in pixels


async def fetch_photo(url: str, times: int) -> Photo:
    """Return the picture at ``url``. Raises Refusal where one fetch fails, or it is no PNG or JPEG."""
    if not url:
        raise bad("photo is empty")
    if not is_here(url):
        raise bad("photo cannot be fetched: the simulator fetches from loopback addresses only")
    async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=_LONGEST_FETCH)) as session:
        for _ in range(times):
            media_type, content = await _fetch(session, url)
    size = picture_size(content)
    if size is None:
        raise bad("photo is not a picture")
    return urlsplit(url).path.rpartition("/")[2] or "photo", media_type, content, size


async def _fetch(session: aiohttp.ClientSession, url: str) -> tuple[str, bytes]:
    try:
        async with session.get(url, allow_redirects=False) as answer:
            content = b""
            async for piece in answer.content.iter_chunked(65536):
                content += piece
                if len(content) > LARGEST_PHOTO:
                    raise bad("photo is too large")
            if answer.status != 200:
                raise bad(f"photo cannot be fetched: {answer.status}")
    except (aiohttp.ClientError, TimeoutError):
        raise bad("photo cannot be fetched") from None
    return answer.content_type, content
