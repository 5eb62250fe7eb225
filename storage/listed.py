"""Hand a long list to SQLite as one value.

``IN (?, ?, …)`` is compiled anew for every length and ends at 32,766 values; a JSON list is one parameter of any size.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from sqlalchemy import ScalarSelect, func, select


def listed(values: Iterable[object]) -> ScalarSelect[Any]:
    """Return what ``column.in_()`` takes: the values, each a str or an int."""
    each = func.json_each(json.dumps(list(values))).table_valued("value")
    return select(each.c.value).scalar_subquery()
