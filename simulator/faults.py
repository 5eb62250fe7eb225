"""Faults on demand: the next calls go wrong in the way that was asked for."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any, Literal, get_args

Kind = Literal["status", "refuse", "hang", "late", "drop", "cut", "slow"]
KINDS: tuple[str, ...] = get_args(Kind)


@dataclass(slots=True)
class Fault:
    """One ordered fault.

    ``kind``: ``status`` answers ``status`` (500, 502 …) and does nothing; ``refuse`` answers ``status`` with
    ``description`` and ``parameters``; ``hang`` waits ``seconds`` and then does the call unless the caller has left;
    ``late`` does the call and answers ``seconds`` later; ``drop`` does the call and cuts the connection instead of
    answering; ``cut`` cuts it and does nothing; ``slow`` adds ``seconds`` beside any other fault.
    ``times`` None: until removed. ``skip``: so many matching calls pass first.
    """

    kind: Kind
    times: int | None = 1
    skip: int = 0
    method: str | None = None
    chat: str | None = None
    bot: str | None = None
    seconds: float = 0.0
    status: int = 500
    description: str | None = None
    parameters: dict[str, Any] = field(default_factory=dict)
    id: int = 0
    hits: int = 0

    def strikes(self, bot: str, method: str, chat: str | None) -> bool:
        """Say whether this call is one of mine, and count it."""
        if not self._meant(bot, method, chat):
            return False
        if self.skip > 0:
            self.skip -= 1
            return False
        if self.times is not None and self.hits >= self.times:
            return False
        self.hits += 1
        return True

    def _meant(self, bot: str, method: str, chat: str | None) -> bool:
        return (
            (self.method is None or self.method.lower() == method.lower())
            and (self.chat is None or self.chat == chat)
            and (self.bot is None or self.bot == bot)
        )


class Faults:
    """The faults that wait for their call."""

    def __init__(self) -> None:
        self.waiting: list[Fault] = []
        self._next_id = 1

    def order(self, fault: Fault) -> Fault:
        """Add a fault behind those that already wait."""
        fault.id = self._next_id
        self._next_id += 1
        self.waiting.append(fault)
        return fault

    def strike(self, bot: str, method: str, chat: str | None) -> tuple[float, Fault | None]:
        """Return the seconds that this call is slowed by, and the first other fault that strikes it."""
        slowed, struck = 0.0, None
        for fault in self.waiting:
            if fault.kind != "slow" and struck is not None:
                continue
            if fault.strikes(bot, method, chat):
                if fault.kind == "slow":
                    slowed += fault.seconds
                else:
                    struck = fault
        self.waiting = [fault for fault in self.waiting if fault.times is None or fault.hits < fault.times]
        return slowed, struck

    def forget(self) -> None:
        """Remove every fault."""
        self.waiting.clear()

    def shown(self) -> list[dict[str, Any]]:
        """Return the waiting faults as JSON."""
        return [asdict(fault) for fault in self.waiting]
