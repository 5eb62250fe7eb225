"""Build the outline of a plan's reports: sections with who leads them and the forms that they name."""

from __future__ import annotations

from dataclasses import dataclass

from schedules.loading.building import Ground, Surroundings, known
from schedules.loading.nearest import Names
from schedules.loading.plan_format import OutlineShape, PlanShape, SectionShape
from schedules.plan import Outline, Section


@dataclass(frozen=True, slots=True)
class _Forms:
    """The forms that a plan's sections may name; ``whole``: all of them could be read."""

    names: Names
    whole: bool


def outline(ground: Ground, shape: OutlineShape, around: Surroundings, of: PlanShape) -> Outline:
    """Build the outline of a plan; who leads a section is held to the units, which forms it names to the plan's."""
    plan = Ground(ground.tree, ground.path[:-1])
    forms = _Forms(Names({form.id for form in of.forms}, _form_names(of)), whole=not (plan.gap() or plan.gap("forms")))
    sections = _sections(ground, shape.sections, "", around, forms)
    return Outline(shape.title, sections, shape.note, shape.attached)


def _form_names(plan: PlanShape) -> list[tuple[str, str]]:
    """Return what else a form is called: by its title, "Biểu 3B", "Phụ lục số 3B"."""
    said = [
        (f"{kind} {form.id}", form.id) for form in plan.forms for kind in ("biểu", "biểu số", "phụ lục", "phụ lục số")
    ]
    return [(form.title, form.id) for form in plan.forms if form.title] + said


def _sections(
    ground: Ground, shapes: list[SectionShape], above: str, around: Surroundings, forms: _Forms
) -> tuple[Section, ...]:
    return tuple(
        _section(ground.under("sections", number), shape, above, around, forms) for number, shape in enumerate(shapes)
    )


def _section(ground: Ground, shape: SectionShape, above: str, around: Surroundings, forms: _Forms) -> Section:
    path = _path(above, shape.number)
    around.check(ground.under("lead"), shape.lead)
    for number, form in enumerate(shape.forms):
        known(ground.under("forms", number), form, forms.names, "form", whole=forms.whole)
    return Section(
        number=shape.number,
        path=path,
        title=shape.title,
        text=shape.text.strip(),
        lead_unit_ids=around.members(shape.lead),
        form_ids=tuple(shape.forms),
        sections=_sections(ground, shape.sections, path, around, forms),
    )


def _path(above: str, number: str) -> str:
    """Join a section's number to the path above it; "1.1" under "II.1" repeats its parent's number: "II.1.1"."""
    parts = above.split(".") if above else []
    for repeated in range(len(parts), 0, -1):
        if number.startswith(".".join(parts[-repeated:]) + "."):
            parts = parts[:-repeated]
            break
    return ".".join([*parts, number] if number else parts)
