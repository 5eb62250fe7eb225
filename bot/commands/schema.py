"""``schema``: what editors need to complete and check plans.yaml while somebody types."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from bot.settings import Settings
from bot.wording import Language, wording
from handlers.vocabulary import Text
from schedules.loading.plan_schema import schema as made

SCHEMA = Path(__file__).parent.parent.parent / "schedules" / "plans.schema.json"


def schema(
    to: Annotated[Path | None, typer.Option(help="the file to write; default: print it")] = None,
    lang: Annotated[Language | None, typer.Option()] = None,
) -> None:
    """Write the JSON Schema of plans.yaml, made from the models that the loader uses."""
    written = as_text(lang or Settings().language)
    if to:
        to.write_text(written, "utf-8")
    else:
        print(written, end="")


def as_text(language: str) -> str:
    """Return the schema as its file has it, with what each key is for in one language."""
    words = wording(language)

    def describe(shape: str, key: str) -> str:
        return words.text(Text(f"key-{shape}-{key.replace('_', '-')}"))

    return json.dumps(made(describe), ensure_ascii=False, indent=1) + "\n"
