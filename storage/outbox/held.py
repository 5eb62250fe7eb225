"""What stands still while an organisation's pushes are on hold: what the office pushes, never what people asked for."""

from __future__ import annotations

from sqlalchemy import ColumnElement, or_
from sqlmodel import col

from storage.tables import Outbox

MERGED = ("bundle", "escalation")  # of these only the newest state goes out afterwards
DROPPED = ("chase", "summary")  # orders and figures of their moment: they are not made up for
HELD_BACK = "held"  # the trouble of what was dropped
OUTLINE, REMOVED = "outline ", "removed "  # begin the causes of the notices that a changed plan has caused


def is_push(row: type[Outbox]) -> ColumnElement[bool]:
    """Say whether a message is one that the office pushes."""
    of_plan = (col(row.kind) == "notice") & or_(col(row.cause).startswith(OUTLINE), col(row.cause).startswith(REMOVED))
    return col(row.kind).in_((*MERGED, *DROPPED)) | of_plan
