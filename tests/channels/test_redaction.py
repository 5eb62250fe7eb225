"""Tokens never reach a log line."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator

import pytest
import structlog

from bot.channels import redaction

TOKEN = "123456789:AAFakeFakeFake-FakeFakeFake_Fake123"


@pytest.fixture
def lines() -> Iterator[io.StringIO]:
    root, written = logging.getLogger(), io.StringIO()
    before, level = root.handlers[:], root.level
    root.handlers = [logging.StreamHandler(written)]
    root.setLevel(logging.INFO)
    redaction.install()
    redaction.install()
    yield written
    root.handlers = before
    root.setLevel(level)


def test_messages_arguments_and_tracebacks(lines: io.StringIO) -> None:
    log = logging.getLogger("anybody")
    log.info("POST https://api.telegram.org/bot%s/sendMessage", TOKEN)
    log.info("the token `%s` was rejected", TOKEN)
    try:
        raise ValueError(f"https://api.telegram.org/bot{TOKEN}/getMe")
    except ValueError:
        log.exception("failed")

    assert TOKEN.partition(":")[2] not in lines.getvalue()
    assert "POST https://api.telegram.org/[token]/sendMessage" in lines.getvalue()
    assert "ValueError: https://api.telegram.org/[token]/getMe" in lines.getvalue()


def test_secrets_that_have_no_shape(lines: io.StringIO) -> None:
    redaction.hide("khong-ai-biet", None, "")
    logging.getLogger("anybody").warning("header was %r", {"secret": "khong-ai-biet"})
    assert lines.getvalue() == "header was {'secret': '[token]'}\n"


@pytest.mark.parametrize(
    "text",
    [
        "2026-05-07 07:30:00 round done",
        "outbox 12345:6 sent",
        "chat -1001234567890: refused",
        "http://127.0.0.1:8081/bot",
    ],
)
def test_what_is_no_token_stays(text: str) -> None:
    assert redaction.redact(text) == text


@pytest.mark.parametrize("text", [f"bot{TOKEN}", f"bot{TOKEN.replace(':', '%3A')}", TOKEN, f"token={TOKEN};", "bot1:x"])
def test_what_is_a_token_goes(text: str) -> None:
    assert "Fake" not in redaction.redact(text)
    assert redaction.HIDDEN in redaction.redact(text)


def test_arguments_that_do_not_fit_lose_no_line(lines: io.StringIO) -> None:
    logging.getLogger("anybody").warning("two %s %s", "one")
    assert lines.getvalue() == "two %s %s\n"


def test_libraries_that_print_addresses_are_silent(lines: io.StringIO) -> None:
    for name in ("httpx", "telegram.Bot", "aiohttp.access"):
        logging.getLogger(name).info("POST /bot…")
    assert lines.getvalue() == ""


def test_events_of_structlog() -> None:
    written = io.StringIO()
    handler = logging.StreamHandler(written)
    handler.addFilter(redaction.Redaction((TOKEN,)))
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(processor=structlog.processors.JSONRenderer(ensure_ascii=False))
    )
    logger = logging.getLogger("structured")
    logger.addHandler(handler)
    log = structlog.wrap_logger(logger, processors=[structlog.stdlib.ProcessorFormatter.wrap_for_formatter])
    try:
        raise RuntimeError(TOKEN)
    except RuntimeError:
        log.warning("failed", exc_info=True, url=f"/bot{TOKEN}", chat=7, parts=[TOKEN, {"a": TOKEN}])
    finally:
        logger.removeHandler(handler)

    assert TOKEN not in written.getvalue()
    assert '"chat": 7' in written.getvalue()
    assert "RuntimeError: [token]" in written.getvalue()
