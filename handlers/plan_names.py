"""Name plans and days in the files that are made in the language of the documents."""

from __future__ import annotations

from datetime import date

from schedules.plan import Plan


def plan_named(plan: Plan) -> str:
    """Name a plan as a report does: "Kế hoạch số 197/KH-UBND ngày 04/5/2026 của …", as far as it is printed."""
    number = f" số {plan.number}" if plan.number else ""
    day = f" ngày {day_named(plan.issued_on)}" if plan.issued_on else ""
    return f"Kế hoạch{number}{day} của {plan.issuer}"


def day_named(day: date) -> str:
    """Write a day as official documents do: 07/5/2026, but 07/01/2026."""
    return f"{day.day:02}/{f'{day.month:02}' if day.month < 3 else day.month}/{day.year}"
