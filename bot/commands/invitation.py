"""One invitation: whose it is, its code, where it leads, and the three lines that explain it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.commands.ways_in import WaysIn
from handlers.vocabulary import Text
from schedules.plan import Organisation, Unit
from storage.kinds import RoleKind

GROUP = 4  # letters that a person reads and types at a time; joining.looks_like_code takes equal groups


@dataclass(frozen=True, slots=True)
class Invitation:
    """One code that was made; it is good on every channel of the organisation, once."""

    organisation: Organisation
    unit: Unit | None
    role: RoleKind
    code: str
    expires_at: datetime
    ways: WaysIn

    @property
    def name(self) -> str:
        """Return the unit's name; an admin's invitation has the organisation's."""
        return self.unit.name if self.unit else self.organisation.name

    @property
    def typed(self) -> str:
        """Return the code as it is read from paper and typed: ABCD EFGH JKLM."""
        return " ".join(self.code[at : at + GROUP] for at in range(0, len(self.code), GROUP))

    @property
    def link(self) -> str:
        """Return Telegram's link, which takes the code along; "" without one."""
        return f"{self.ways.telegram}?start={self.code}" if self.ways.telegram else ""

    @property
    def zalo_link(self) -> str:
        """Return the share link of the Zalo bot, the same for everybody; "" without one."""
        return self.ways.zalo or ""

    @property
    def links(self) -> list[tuple[str, str]]:
        """Return (channel, link) of all that have one, Zalo first: it is on every officer's phone."""
        return [(name, link) for name, link in (("Zalo", self.zalo_link), ("Telegram", self.link)) if link]


def steps(one: Invitation) -> tuple[Text, Text, Text]:
    """Explain an invitation in three lines: open the bot, send the code, see one's name."""
    ways = {"zalo": _way(one.ways.zalo), "telegram": _way(one.ways.telegram)}
    there = [name for name, way in ways.items() if way != "none"]
    where = "both" if len(there) == 2 else there[0] if there else "none"
    return (
        Text(f"invite-open-{where}", {**ways, "organisation": one.organisation.name}),
        Text("invite-send", {**ways, "code": one.typed}),
        Text("invite-linked", {"name": one.name, "moment": one.expires_at}),
    )


def _way(address: str | None) -> str:
    return "none" if address is None else "scan" if address else "find"
