"""Show the forms of a plan: their list, and one as rows of text."""

from __future__ import annotations

from handlers.describing import lines, plan_cited
from handlers.pressing import outline_press
from handlers.vocabulary import Button, Reply, Text
from schedules.plan import Form, Plan

PAGE = 12  # forms of one page, three buttons a row
ROW = 3


def forms_reply(plan: Plan, page: int = 0) -> Reply:
    """List the forms of a plan, with a button for each."""
    forms = list(plan.forms.values())
    shown = list(enumerate(plan.forms))[page * PAGE : (page + 1) * PAGE]
    rows = in_rows([form_button(plan, place, id) for place, id in shown])
    if (page + 1) * PAGE < len(forms):
        rows.append((Button(Text("button-more"), outline_press(plan, page=page + 1, word="bm")),))
    named = tuple(_line(form) for form in forms)
    return Reply((lines(Text("forms-heading", {"plan": plan_cited(plan)}), *named),), tuple(rows), edits=page > 0)


def form_button(plan: Plan, place: int, id: str) -> Button:
    """Offer the form that stands at a place among those of a plan."""
    return Button(Text("button-form", {"form": id}), outline_press(plan, (place,), word="bm"))


def in_rows(buttons: list[Button]) -> list[tuple[Button, ...]]:
    """Put short buttons beside each other."""
    return [tuple(buttons[start : start + ROW]) for start in range(0, len(buttons), ROW)]


def form_reply(form: Form) -> Reply:
    """Show one form; of one that is only cited, say so."""
    texts = [_heading(form)]
    if not form.attached:
        texts.append(Text("form-cited"))
    if form.rows:
        texts.append(Text("form-rows", {"rows": "\n".join(_row(row) for row in form.rows)}))
    if form.note:
        texts.append(Text("form-note", {"note": form.note}))
    return Reply(tuple(texts))


def _row(cells: tuple[str, ...]) -> str:
    """Write the cells of a row beside each other; the empty ones at its end say nothing."""
    return " | ".join(cells).rstrip(" |")


def _line(form: Form) -> Text:
    key = "form-line" if form.attached else "form-line-cited"
    return Text(key, {"form": form.id, "title": form.title or Text("form-untitled")})


def _heading(form: Form) -> Text:
    return Text("form-heading", {"form": form.id, "title": form.title or Text("form-untitled")})
