"""Say what must be settled before the plans can be changed: whose answer is missing, since when, and who else can."""

from __future__ import annotations

from collections.abc import Collection

from handlers.describing import lines
from handlers.plan_changes.unanswered import left_to_ask, names_of
from handlers.vocabulary import Text, Turn
from storage import people
from storage.tables import PlanVersion, RoleKind, VersionState


def in_the_way(turn: Turn, coming: PlanVersion, mine: Collection[str]) -> Text:
    """Word why nothing can be changed while a version waits.

    Parameters:
        mine: the organisations of the person. Where others alone have yet to answer, nothing that the person can do
            in the chat would help: so it is said whom to ask, and what the command line can do.
    """
    left = left_to_ask(coming)
    if coming.state is not VersionState.WAITING or not left or set(left) & set(mine):
        return Text("edit-waits")
    alone = [id for id in left if not people.chats_of_role(turn.session, id, RoleKind.ADMIN)]
    values = {"number": coming.id, "names": names_of(turn.plans, left), "since": coming.loaded_at}
    nobody = Text("edit-waits-nobody", {"names": names_of(turn.plans, alone)}) if alone else None
    return lines(Text("edit-waits-for", values), nobody)
