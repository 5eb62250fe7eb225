"""Show what proves a submission: to the coordinators who follow its plan, and to the unit's own people."""

from __future__ import annotations

from handlers.belonging import followed_plans
from handlers.describing import document_of, lines, plan_cited, unit_name
from handlers.handing_in.evidence_words import named
from handlers.office import as_number
from handlers.refusing import NotYours, UnknownButton
from handlers.spelling import shortened
from handlers.vocabulary import Attachment, Button, Reply, Text, Turn
from schedules.plan import AssignmentId
from storage import assignments, submissions
from storage.evidence import Piece, pieces
from storage.tables import Submission

MOST = 20  # reports offered, the latest first
LABEL = 34
MEDIA = {"photo": "image/jpeg"}  # anything else is handed on as it is


def minhchung(turn: Turn) -> Reply:
    """List the latest reports that have evidence, of the plans that the person follows."""
    found: list[tuple[Submission, AssignmentId]] = []
    for followed in followed_plans(turn):
        done = submissions.standing(turn.session, followed.organisation.id, followed.plan.id)
        found += [(submission, id) for id, submission in done.items() if submission.evidence]
    if not found:
        return Reply((Text("evidence-none"),))
    found.sort(key=lambda one: one[0].recorded_at, reverse=True)
    rows = []
    for submission, id in found[:MOST]:
        name = shortened(unit_name(turn.plans.organisations[id.organisation], id.unit), LABEL)
        rows.append((Button(Text("button-evidence-of", {"unit": name}), f"mc:{submission.id}"),))
    return Reply((Text("evidence-latest", {"count": len(found)}),), tuple(rows))


def press_evidence(turn: Turn) -> Reply:
    """Show the links, and hand on the files that lie on this channel and bot; of others, where they lie."""
    submission = turn.session.get(Submission, as_number(turn.argument))
    id = assignments.named(turn.session, submission.assignment_id) if submission else None
    if submission is None or id is None:
        raise UnknownButton
    if not _may_see(turn, id):
        raise NotYours
    found = turn.plans.task(id)
    if found is None or not submission.evidence:
        raise UnknownButton
    organisation, plan, task = found
    document = document_of(submission)
    head = lines(
        Text("evidence-of", {"unit": unit_name(organisation, id.unit), "task": task.title, "plan": plan_cited(plan)}),
        Text("submitted-document", {"document": document}) if document else None,
        Text("evidence-withdrawn") if submission.withdrawn_at else None,
    )
    told = [_elsewhere(turn, piece) for piece in pieces(submission)]
    files = [_file(piece) for piece in pieces(submission) if _is_here(turn, piece)]
    return Reply((head, lines(*told)), attachments=tuple(files))


def _may_see(turn: Turn, id: AssignmentId) -> bool:
    if any((role.organisation, role.unit) == (id.organisation, id.unit) for role in turn.roles):
        return True
    return any((one.organisation.id, one.plan.id) == (id.organisation, id.plan) for one in followed_plans(turn))


def _is_here(turn: Turn, piece: Piece) -> bool:
    """Tell whether a file can be handed on: its id is good only for the bot that was given it."""
    here = (turn.message.channel, turn.message.bot)
    return piece["kind"] == "file" and (piece["channel"], piece.get("bot", "")) == here and turn.shows.files


def _elsewhere(turn: Turn, piece: Piece) -> Text:
    if piece["kind"] == "file" and not _is_here(turn, piece):
        return Text("evidence-elsewhere", {"name": piece["name"], "channel": piece["channel"]})
    return named(piece)


def _file(piece: Piece) -> Attachment:
    media_type = MEDIA.get(str(piece.get("shape")), "application/octet-stream")
    return Attachment(str(piece["name"]), b"", media_type, (named(piece),), ref=str(piece["value"]))
