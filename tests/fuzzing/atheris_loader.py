"""Fuzz the loader with atheris, by hand and outside CI: it is not among the project's packages.

python -m venv SCRATCH && SCRATCH/bin/pip install atheris && SCRATCH/bin/pip install --no-deps -r requirements.lock
SCRATCH/bin/python -m tests.fuzzing.atheris_loader -max_total_time=240
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

import atheris  # type: ignore[import-not-found]

with atheris.instrument_imports(include=["schedules"]):
    from tests.fuzzing.loading import load_and_hold
    from tests.good_plans import GOOD

FOLDER = Path(tempfile.mkdtemp())
SLOW = 5  # seconds
LINES = GOOD.encode().splitlines(keepends=True)


def one_input(raw: bytes) -> None:
    """Load the good plans with what the fuzzer has made of them; half of the time its bytes are the whole file."""
    file = FOLDER / "plans.yaml"
    file.write_bytes(raw if raw[:1] < b"\x80" else _spoilt(atheris.FuzzedDataProvider(raw[1:])))
    begun = time.process_time()
    load_and_hold(file)
    assert time.process_time() - begun < SLOW


def _spoilt(wish: atheris.FuzzedDataProvider) -> bytes:
    """Put the fuzzer's own text at places of the good file that it chooses."""
    text = GOOD
    while wish.remaining_bytes() > 4:
        at, cut = wish.ConsumeIntInRange(0, len(text)), wish.ConsumeIntInRange(0, 30)
        text = text[:at] + wish.ConsumeUnicodeNoSurrogates(wish.ConsumeIntInRange(0, 20)) + text[at + cut :]
    return text.encode()


def main() -> None:
    """Fuzz until the time is over or something fails; the good file is where it begins."""
    seeds = FOLDER / "seeds"
    seeds.mkdir()
    (seeds / "good").write_bytes(GOOD.encode())
    for number in range(0, len(LINES), 3):
        (seeds / str(number)).write_bytes(b"".join(LINES[:number]))
    atheris.Setup(
        [*sys.argv, str(seeds), "-max_len=4096", "-timeout=20", "-rss_limit_mb=1500", f"-artifact_prefix={FOLDER}/"],
        one_input,
    )
    atheris.Fuzz()


if __name__ == "__main__":
    main()
