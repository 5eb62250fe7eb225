"""The outline and the forms in a draft's file, as printed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from bot.drafts.writing import Writing, doubtful
from schedules.drafting.draft import OutlineDraft
from schedules.plan import Form, Outline, Section
from schedules.writing.layout import Noted
from schedules.writing.plans import Keys, form_keys, outline_keys


def outline_part(writing: Writing, drafted: OutlineDraft) -> Keys:
    """Return the outline of the reports, with its forms if there are any."""
    sections = [_section(writing, section, drafted.leads) for section in drafted.sections]
    forms = [form_keys(form) for form in _forms(drafted)]
    return {"outline": outline_keys(Outline(drafted.title), sections), **({"forms": forms} if forms else {})}


def _section(writing: Writing, section: Section, leads: Mapping[str, tuple[str, ...]]) -> Any:
    """Return a section; a body that leads it and is none of the file's is left to its question."""
    led = [(printed, writing.bodies.find(printed)) for printed in leads.get(section.path, ()) if printed.strip()]
    marks = [mark for printed, found in led if (mark := doubtful(writing, printed, found))]
    ids = list(dict.fromkeys(body.id for _, found in led for body in found))
    lead = Noted(ids, marks[0] if marks else ", ".join(f'"{printed}"' for printed, _ in led)) if led else None
    kept = {
        "number": section.number,
        "title": section.title,
        "text": section.text,
        "lead": lead,
        "forms": list(section.form_ids),
        "sections": [_section(writing, one, leads) for one in section.sections],
    }
    return {name: value for name, value in kept.items() if value}


def _forms(drafted: OutlineDraft) -> Iterator[Form]:
    """Yield the forms, each id once, then those that a section cites and the document does not have."""
    known = {form.id: form for form in drafted.forms}
    yield from known.values()
    cited = dict.fromkeys(id for section in _all(drafted.sections) for id in section.form_ids)
    yield from (Form(id, "", attached=False) for id in cited if id not in known)


def _all(sections: Iterable[Section]) -> Iterator[Section]:
    for section in sections:
        yield section
        yield from _all(section.sections)
