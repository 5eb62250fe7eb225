"""The Dockerfile cannot be built everywhere: hold what it names to what is there."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from bot.__main__ import app
from bot.settings import Settings

ROOT = Path(__file__).parent.parent
LINES = re.sub(r"\\\n", " ", (ROOT / "Dockerfile").read_text("utf-8")).splitlines()
COMMANDS = {command.callback.__name__ for command in app.registered_commands if command.callback}


def arguments(instruction: str) -> list[str]:
    return [line.split(maxsplit=1)[1] for line in LINES if line.startswith(f"{instruction} ")]


def test_every_copied_path_exists() -> None:
    sources = [path for line in arguments("COPY") if not line.startswith("--from") for path in line.split()[:-1]]
    assert {"bot", "handlers", "storage", "schedules", "plans.yaml", "plans", "requirements.lock"} == set(sources)
    assert all((ROOT / source).exists() for source in sources)


def test_two_stages_and_the_second_runs_unprivileged() -> None:
    assert len(arguments("FROM")) == 2
    assert arguments("USER") == ["nhacviec"]
    assert LINES.index("USER nhacviec") > max(n for n, line in enumerate(LINES) if line.startswith(("RUN", "COPY")))


@pytest.mark.parametrize("instruction", ["CMD", "HEALTHCHECK"])
def test_its_commands_are_the_bot_s(instruction: str) -> None:
    written = arguments(instruction)[0]
    command = json.loads(written[written.index("[") :])
    assert command[-1] in COMMANDS
    if instruction == "HEALTHCHECK":
        assert command[:-1] == json.loads(arguments("ENTRYPOINT")[0]) == [".venv/bin/python", "-m", "bot"]


def test_its_settings_are_known() -> None:
    names = {pair.split("=")[0].lower() for line in arguments("ENV") for pair in line.split()}
    assert names <= set(Settings.model_fields)


def test_installs_by_hash() -> None:
    assert any("--require-hashes" in line for line in arguments("RUN"))


def test_locks_name_no_address() -> None:
    for lock in ROOT.glob("requirements*.lock"):
        assert "://" not in lock.read_text("utf-8"), lock.name
