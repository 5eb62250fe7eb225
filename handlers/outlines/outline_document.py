"""Give the outline of a plan as a document to write the report in."""

from __future__ import annotations

from handlers.belonging import units_of
from handlers.describing import plan_cited
from handlers.outlines.outline import my_plans
from handlers.outlines.outline_texts import outline_reply
from handlers.pressing import plan_mark
from handlers.refusing import Refused, UnknownButton
from handlers.vocabulary import Attachment, Reply, Text, Turn
from schedules.plan import Plan, Unit

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
MOST = 3  # units of one person that each get a document of their own


def press_document(turn: Turn) -> Reply:
    """Answer "<plan>" with the skeleton of the report, one for each of the person's units that owes in the plan."""
    plan = next((plan for plan in my_plans(turn) if plan_mark(plan) == turn.argument), None)
    if plan is None:
        raise UnknownButton
    if plan.outline is None or not plan.outline.sections:
        raise Refused(Text("outline-changed"))
    told = Text("outline-document", {"plan": plan_cited(plan)})
    return Reply((told,), attachments=tuple(_files(turn, plan)))


def _files(turn: Turn, plan: Plan) -> list[Attachment]:
    """Make the files; where none can be given, the first one says how the outline is read in the chat."""
    from handlers.outlines.outline_pages import outline_file  # a heavy library, needed by few

    organisation = turn.plans.organisations[plan.organisation_id]
    instead = (Text("outline-document-not-here"), *outline_reply(turn, plan).texts, Text("help-outline"))
    units = _units(turn, plan)
    return [
        Attachment(
            f"De-cuong-{plan.id}{f'-{unit.id}' if unit and len(units) > 1 else ''}.docx",
            outline_file(organisation, plan, unit),
            DOCX,
            () if place else instead,
        )
        for place, unit in enumerate(units)
    ]


def _units(turn: Turn, plan: Plan) -> list[Unit | None]:
    """Return for whom the document is: the person's units that owe, else the one that follows; nobody for an admin."""
    own = [own.unit for own in units_of(turn) if own.organisation.id == plan.organisation_id]
    owing = {id for task in plan.tasks.values() for due in task.dues for id in due.unit_ids}
    return [*[unit for unit in own if unit.id in owing][:MOST]] or [*own[:1]] or [None]
