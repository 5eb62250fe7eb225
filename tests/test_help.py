"""The help of every command is there in both languages; the English is what stands in the code."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import typer

from bot.__main__ import app
from bot.commands.help_words import TYPERS_OWN, worded
from bot.wording import wording
from tests.test_texts import messages


def helps(command: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[str, str]]:
    """Yield the key and the words of every help in the code."""
    named = "-".join(path)
    yield f"usage-{named or 'all'}", command.help
    yield from ((f"usage-{named}-{one.name}", one.help) for one in command.params if one.help)
    for name, below in getattr(command, "commands", {}).items():
        yield from helps(below, (*path, name))


def test_every_help_is_worded_and_none_beside() -> None:
    code, words = dict(helps(typer.main.get_command(app))), wording("en")
    assert {key: words._format(key, {}) for key in code if key in messages("en")} == code
    own = {"usage-itself", *(text.key for text in TYPERS_OWN.values())}
    assert {key for key in messages("vi") if key.startswith("usage-")} == code.keys() | own


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("vi", ("Sao lưu toàn bộ dữ liệu", "Đối số", "[bắt buộc]", "thay tệp đã có", "Hiện phần trợ giúp này.")),
        ("en", ("Copy everything", "Arguments", "[required]", "replace a file that is there", "Show this message")),
    ],
)
def test_help_speaks_the_language_of_the_settings(
    language: str, told: tuple[str, ...], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from typer import rich_utils

    for name in TYPERS_OWN:
        monkeypatch.setattr(rich_utils, name, getattr(rich_utils, name))
    monkeypatch.setenv("COLUMNS", "160")
    worded(app, language)(["backup", "--help"], standalone_mode=False)
    shown = " ".join(capsys.readouterr().out.split())
    assert [one for one in told if one not in shown] == []
