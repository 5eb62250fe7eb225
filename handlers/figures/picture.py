"""Answer /bang: a plan's table as a picture, units × tasks, the worst first; further pictures by a button."""

from __future__ import annotations

from dataclasses import replace

from handlers.belonging import Followed, followed_plans
from handlers.describing import lines, plan_cited
from handlers.figures.picture_grid import Grid, grids
from handlers.figures.status_state import state_of
from handlers.figures.status_texts import figures_line
from handlers.figures.status_views import worst_view
from handlers.figures.table_of_figures import table
from handlers.pressing import plan_mark
from handlers.refusing import Refused, UnknownButton
from handlers.spelling import shortened
from handlers.vocabulary import Attachment, Button, Reply, Text, Turn

PNG = "image/png"
PRESS = "bang"
LABEL = 34


def bang(turn: Turn) -> Reply:
    """Show the picture of the only plan that the person follows, or ask which.

    Raises:
        Refused: the person follows none.
    """
    followed = followed_plans(turn)
    if not followed:
        raise Refused(Text("picture-refused"))
    if len(followed) == 1:
        return _shown(turn, followed[0], 1)
    rows = tuple(
        (Button(Text("button-plan", {"plan": shortened(one.plan.title, LABEL)}), f"{PRESS}:{plan_mark(one.plan)}"),)
        for one in followed
    )
    return Reply((Text("picture-which-plan"),), rows)


def press_picture(turn: Turn) -> Reply:
    """Show a picture of a plan: "<plan>[:<number>]"."""
    mark, _, number = turn.argument.partition(":")
    if number and not (number.isascii() and number.isdigit() and 0 < len(number) < 6):
        raise UnknownButton
    followed = next((one for one in followed_plans(turn) if plan_mark(one.plan) == mark), None)
    if followed is None:
        raise UnknownButton
    return _shown(turn, followed, int(number or 1))


def _shown(turn: Turn, followed: Followed, number: int) -> Reply:
    """Show one of a plan's pictures; where none can be given, the list of names."""
    if not turn.shows.gives_files:
        listed = worst_view(turn, [state_of(turn.session, followed, turn.now)], "")
        return replace(listed, texts=(Text("picture-not-here"), *listed.texts))
    organisation, plan = followed.organisation, followed.plan
    found = grids(organisation, plan, table(turn.session, organisation, plan, turn.now))
    if not found:
        heading = Text("status-plan", {"plan": plan_cited(plan)})
        return Reply((lines(heading, Text("status-nothing-expected")),))
    if not 0 < number <= len(found):
        raise UnknownButton
    grid = found[number - 1]
    return Reply((_told(grid),), _buttons(grid), attachments=(_file(grid),))


def _told(grid: Grid) -> Text:
    """Tell beside the picture what a reader without it needs: the figures, and what is on it."""
    return lines(
        Text("status-plan", {"plan": plan_cited(grid.plan)}),
        Text("status-moment", {"moment": grid.moment}),
        figures_line("status-all", grid.figures),
        Text("picture-page", {"number": grid.number, "of": grid.of, "units": len(grid.lines)}),
    )


def _buttons(grid: Grid) -> tuple[tuple[Button, ...], ...]:
    mark = plan_mark(grid.plan)
    following = (Button(Text("button-next-picture", {"count": grid.left}), f"{PRESS}:{mark}:{grid.number + 1}"),)
    others = (Button(Text("button-whole-plan"), f"td:{mark}"), Button(Text("button-excel"), "lenh:baocao"))
    return (following, others) if grid.number < grid.of else (others,)


def _file(grid: Grid) -> Attachment:
    from handlers.figures.picture_page import picture  # a heavy library, needed by few

    return Attachment(f"Bang-{grid.plan.id}-{grid.number}.png", picture(grid), PNG, (Text("picture-not-here"),))
