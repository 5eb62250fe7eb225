"""Read what a table only lists: the members of a group, or the topics of papers."""

from __future__ import annotations

from schedules.drafting.items import Item
from schedules.drafting.words.bodies import is_body
from schedules.drafting.work_tables.table_columns import Role, columns
from schedules.drafting.work_tables.table_rows import blank


def roster(item: Item) -> tuple[str, ...]:
    """Return the units that a table lists (number and name, nothing to do), as printed; () for another table."""
    found = columns(item.table.rows) if item.table else None
    listed = found.first(Role.OWNER) if found else _only_names(item)
    if item.table is None or listed is None:
        return ()
    if found and (found.all(Role.DEADLINE) or found.first(Role.TASK, Role.PRODUCT) is not None):
        return ()
    names = [" ".join(row[listed].split()) for row in item.table.rows[found.begins if found else 1 :]]
    return tuple(dict.fromkeys(name for name in names if not blank(name)))


def topics(item: Item) -> dict[str, str]:
    """Return the topic of each unit's paper where a table lists speeches, units as printed."""
    found = columns(item.table.rows) if item.table else None
    if item.table is None or found is None:
        return {}
    unit, topic = found.first(Role.OWNER), found.first(Role.TOPIC)
    if unit is None or topic is None:
        return {}
    rows = item.table.rows[found.begins :]
    return {" ".join(row[unit].split()): " ".join(row[topic].split()) for row in rows if not blank(row[unit])}


def _only_names(item: Item) -> int | None:
    """Return the column of a list that has a number and a name and nothing else."""
    rows = item.table.rows if item.table else ()
    if not rows or len(rows[0]) > 3 or len(rows) < 3:
        return None
    for at in range(min(2, len(rows[0]))):
        named = [row[at] for row in rows[1:] if row[at].strip()]
        if len(named) >= 2 and all(is_body(" ".join(name.split())) for name in named):
            return at
    return None
