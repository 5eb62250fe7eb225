"""Where the bots of this database are found: links that an invitation made in a chat can carry."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import delete
from sqlmodel import Session, col, select

from storage.tables import Mark

PREFIX = "link "  # marks: "link telegram gia-lai", the shared bot's without an organisation


def begin(session: Session, links: Mapping[tuple[str, str], str]) -> None:
    """Note the links known at the start, in place of all that were noted before.

    Args:
        links: (channel, organisation or "" for the shared bot) → address.
    """
    session.exec(delete(Mark).where(col(Mark.name).startswith(PREFIX)))
    for (channel, bot), link in links.items():
        note(session, channel, bot, link)


def note(session: Session, channel: str, bot: str, link: str) -> None:
    """Note the address of one bot."""
    session.merge(Mark(name=f"{PREFIX}{channel} {bot}", value=link))
    session.flush()


def links(session: Session, organisation: str) -> dict[str, str]:
    """Return channel → address of the bots that serve an organisation: its own, else the shared one."""
    found = {one.name: one.value for one in session.exec(select(Mark).where(col(Mark.name).startswith(PREFIX)))}
    shared = {name.split(" ")[1]: link for name, link in found.items() if name.endswith(" ")}
    own = {name.split(" ")[1]: link for name, link in found.items() if name.endswith(f" {organisation}")}
    return shared | own
