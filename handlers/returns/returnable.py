"""Find what a coordinator may return: submissions that stand, of the units that are meant."""

from __future__ import annotations

from collections.abc import Iterator

from handlers.office import decided_plans, name_of, submission_named
from handlers.overseeing import Overseen, all_owed
from handlers.recordings.unit_matching import Meant
from handlers.refusing import Refused, UnitNotFound
from handlers.vocabulary import Text, Turn
from storage import returns, submissions
from storage.tables import Submission


def standing_named(turn: Turn, number: str) -> tuple[Submission, Overseen]:
    """Find what can be returned.

    Raises:
        Refused: it was withdrawn, or returned by somebody else meanwhile.
    """
    submission, found = submission_named(turn, number)
    if submission.withdrawn_at is None:
        return submission, found
    values: dict[str, object] = {"unit": found.unit, "task": found.owed.task.title}
    made = returns.of_submission(turn.session, submission.id or 0)
    if made is None:
        raise Refused(Text("return-withdrawn", values))
    person = name_of(turn.session, made.returned_by)
    raise Refused(Text("return-already", {**values, "person": person, "moment": made.returned_at}))


def submitted(turn: Turn, meant: Meant | None) -> Iterator[tuple[Submission, Overseen]]:
    """Yield what stands for the units that are meant, the latest first; None for all units."""
    wanted = set(meant.units) if meant else None
    found: list[tuple[Submission, Overseen]] = []
    for followed in decided_plans(turn):
        done = submissions.standing(turn.session, followed.organisation.id, followed.plan.id)
        owing = {id.unit for id in done if wanted is None or (id.organisation, id.unit) in wanted}
        if owing:
            found += [(done[one.id], one) for one in all_owed(turn, followed, owing) if one.id in done]
    yield from sorted(found, key=lambda one: (one[0].recorded_at, one[0].id or 0), reverse=True)


def nothing_to_return(turn: Turn, meant: Meant, said: str) -> Refused:
    """Return the refusal where nothing stands for the units that are meant."""
    units = turn.plans.organisations
    names = [units[organisation].units[unit].name for organisation, unit in meant.units]
    if meant.sure:
        return Refused(Text("return-nothing-of", {"units": "; ".join(names)}))
    return UnitNotFound(said, "; ".join(names))
