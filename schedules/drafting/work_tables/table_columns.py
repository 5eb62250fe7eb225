"""What the columns of a table of work hold, told by the words of their headings."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from schedules.drafting.words.aligned import aligned
from schedules.drafting.words.rows import COLUMN_NUMBERS, NUMBERING, Rows
from schedules.drafting.work_tables.column_words import HEADINGS, Role

__all__ = ["Columns", "Role", "columns"]
WORK = {Role.OWNER, Role.TASK, Role.TOPIC, Role.PRODUCT, Role.COOPERATING}
RENEWED = re.compile(
    r"\b(?:han|thoi (?:han|gian)) (?:\w+ )?(?:moi|dieu chinh|gia han)\b|\b(?:gia han|lui|doi) (?:den|sang)\b"
    r"|^\W*gia han\W*$"
)
SENDER = re.compile(r"^\W*noi (?:gui|bao cao|nop)\W*$")
TOP = 5  # rows among which the heading is looked for


@dataclass(frozen=True, slots=True)
class Columns:
    """The roles of a table's columns, their headings, and in which row its work begins."""

    roles: tuple[Role, ...]
    headings: tuple[str, ...]
    begins: int
    dated: bool = field(default=True)

    def all(self, role: Role) -> list[int]:
        """Return the places of the columns of a role."""
        return [at for at, one in enumerate(self.roles) if one is role]

    def renewed(self) -> int | None:
        """Return the column of the days that took the place of others ("Hạn mới", "Thời hạn điều chỉnh")."""
        return next((at for at in self.all(Role.DEADLINE) if RENEWED.search(aligned(self.headings[at]))), None)

    def first(self, *roles: Role) -> int | None:
        """Return the first column of the first of these roles that the table has."""
        return next((at for role in roles for at in self.all(role)), None)


def columns(rows: Rows) -> Columns | None:
    """Return what a table's columns hold, or None where it has no heading that is known."""
    for at, row in enumerate(rows[:TOP]):
        if len({cell for cell in row if cell}) < 2:
            continue  # the table's title over all its columns
        roles = _roles(list(row))
        if sum(role in WORK or role is Role.DEADLINE for role in roles) >= 2:
            return _below(rows, at, list(row))
    return None


def _below(rows: Rows, at: int, headings: list[str]) -> Columns:
    """Add a second row of headings ("Chủ trì | Phối hợp"), and leave out the row that numbers the columns."""
    begins = at + 1
    if begins < len(rows) and _second_heading(rows[at], rows[begins]):
        headings = [_inner(upper, lower) for upper, lower in zip(headings, rows[begins], strict=True)]
        begins += 1
    while begins < len(rows) and _numbers_columns(rows[begins]):
        begins += 1
    return Columns(_roles(headings), tuple(headings), begins)


def _roles(headings: list[str]) -> tuple[Role, ...]:
    """Return the roles of columns; a field's name is the task where no column has the task itself."""
    roles = _with_senders(headings, tuple(_role(heading) for heading in headings))
    if Role.TASK in roles:
        return roles
    return tuple(Role.TASK if role is Role.FIELD else role for role in roles)


def _with_senders(headings: list[str], roles: tuple[Role, ...]) -> tuple[Role, ...]:
    """Take "Nơi gửi" beside "Nơi nhận" for who sends; alone it is where it goes."""
    if Role.OWNER in roles or roles.count(Role.RECEIVER) < 2:
        return roles
    sender = next((at for at, one in enumerate(headings) if SENDER.match(aligned(one))), None)
    return tuple(Role.OWNER if at == sender else role for at, role in enumerate(roles))


def _inner(upper: str, lower: str) -> str:
    """Return the heading of one column under a common one; where the lower says nothing, the upper holds."""
    if not lower or lower == upper:
        return upper
    if _role(upper) is Role.DEADLINE and _role(lower) is not Role.START:
        return f"{upper} {lower}"  # "Thời hạn | Dự thảo | Trình": days of both
    return lower if _role(lower) is not Role.OTHER else f"{upper} {lower}"


def _second_heading(first: tuple[str, ...], second: tuple[str, ...]) -> bool:
    if NUMBERING.match(aligned(second[0])) and second[0] == first[0]:
        return True
    number = second[0].strip(" .)")
    if number and number != first[0]:
        return False
    said = [cell for cell in second if cell]
    known = sum(_role(cell) in WORK or _role(cell) is Role.DEADLINE for cell in said)
    return bool(said) and all(len(cell) < 60 for cell in said) and known >= max(1, len(said) - 2)


def _numbers_columns(row: tuple[str, ...]) -> bool:
    said = [cell.strip() for cell in row if cell.strip()]
    return len(said) > 2 and all(COLUMN_NUMBERS.match(cell) for cell in said)


def _role(heading: str) -> Role:
    said = " ".join(aligned(heading).replace("/", " ").split())
    return next((role for role, pattern in HEADINGS if said and pattern.search(said)), Role.OTHER)
