"""Logs: one line an event, with no token, code or chat text in it."""

from __future__ import annotations

import logging
import sys
from types import TracebackType

import structlog

from bot.channels import redaction


def set_up(*, as_json: bool, secrets: tuple[str, ...]) -> None:
    """Send all logs through structlog to standard error; ``secrets`` never appear in them."""
    render: structlog.typing.Processor = (
        structlog.processors.JSONRenderer(ensure_ascii=False)
        if as_json
        # Its own tracebacks would show local variables, and chat text is among them.
        else structlog.dev.ConsoleRenderer(
            colors=sys.stderr.isatty(), exception_formatter=structlog.dev.plain_traceback
        )
    )
    shared: list[structlog.typing.Processor] = [
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso"),
    ]
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(structlog.stdlib.ProcessorFormatter(processor=render, foreign_pre_chain=shared))
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(logging.INFO)
    logging.getLogger("alembic").setLevel(logging.WARNING)
    for secret in secrets:
        redaction.hide(secret)
    redaction.install()
    sys.excepthook = _ended_by


def _ended_by(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Log what ends the process: the interpreter's own traceback would pass the redaction by."""
    logging.getLogger(__name__).critical("ended by %s", kind.__name__, exc_info=(kind, error, trace))
