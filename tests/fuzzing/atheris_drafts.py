"""Fuzz the draft reader with atheris, by hand and outside CI; tests/fuzzing/atheris_loader.py says how to install it.

SCRATCH/bin/python -m tests.fuzzing.atheris_drafts text -max_total_time=240
SCRATCH/bin/python -m tests.fuzzing.atheris_drafts word -max_total_time=120
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

import atheris  # type: ignore[import-not-found]

with atheris.instrument_imports(include=["schedules.drafting", "schedules.grammar", "bot.drafts"]):
    from tests.fuzzing.drafting import open_and_hold
    from tests.fuzzing.test_drafts import HEAD, LINES, PARTS, zipped

FOLDER = Path(tempfile.mkdtemp())
SLOW = 10  # seconds
KIND = sys.argv.pop(1) if len(sys.argv) > 1 and sys.argv[1] in ("text", "word") else "text"
MAIN = PARTS["word/document.xml"].decode()


def one_input(raw: bytes) -> None:
    """Draft what the fuzzer has made: lines of documents between its own words, or a Word file that it has changed."""
    wish = atheris.FuzzedDataProvider(raw)
    content = _text(wish).encode() if KIND == "text" else _word(wish)
    file = FOLDER / "vb"
    file.write_bytes(content)
    begun = time.process_time()
    open_and_hold(file, FOLDER)
    assert time.process_time() - begun < SLOW


def _text(wish: atheris.FuzzedDataProvider) -> str:
    text = HEAD if wish.ConsumeBool() else ""
    while wish.remaining_bytes() > 4:
        line = LINES[wish.ConsumeIntInRange(0, len(LINES) - 1)]
        at, cut = wish.ConsumeIntInRange(0, len(line)), wish.ConsumeIntInRange(0, 40)
        put = wish.ConsumeUnicodeNoSurrogates(wish.ConsumeIntInRange(0, 12))
        text += line[:at] + put + line[at + cut :] + ("\n\n" if wish.ConsumeBool() else "\n")
    return text


def _word(wish: atheris.FuzzedDataProvider) -> bytes:
    if wish.ConsumeProbability() < 0.2:
        whole = bytearray(zipped(PARTS))
        while wish.remaining_bytes() > 4:
            whole[wish.ConsumeIntInRange(0, len(whole) - 1)] = wish.ConsumeIntInRange(0, 255)
        return bytes(whole)
    pieces = MAIN.split("<w:")
    while wish.remaining_bytes() > 4:
        at, other = (wish.ConsumeIntInRange(0, len(pieces) - 1) for _ in range(2))
        way = wish.ConsumeIntInRange(0, 3)
        if way == 0:
            pieces[at] = pieces[other]
        elif way == 1:
            pieces[at] += wish.ConsumeUnicodeNoSurrogates(8)
        elif way == 2:
            pieces[at:at] = pieces[other : other + 9]
        else:
            del pieces[at : at + 3]
    return zipped({**PARTS, "word/document.xml": "<w:".join(pieces).encode("utf-8", "replace")})


def main() -> None:
    """Fuzz until the time is over or something fails."""
    options = ["-max_len=600", "-timeout=60", "-rss_limit_mb=1500", f"-artifact_prefix={FOLDER}/"]
    atheris.Setup([*sys.argv, *options], one_input)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
