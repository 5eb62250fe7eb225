"""Answer /baocao: the coordinator's table as an Excel file."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from handlers.belonging import Followed, followed_plans
from handlers.describing import lines, plan_cited
from handlers.figures.status_texts import figures_line
from handlers.figures.table_of_figures import Table, figures_of, joined, table
from handlers.refusing import Refused
from handlers.vocabulary import Attachment, Reply, Text, Turn
from schedules.deadline import VIETNAM
from schedules.plan import Organisation

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
LISTED = 12  # tasks of a plan that are told where no file can be given


def baocao(turn: Turn) -> Reply:
    """Give the table of the plans that the person follows, a file for each organisation.

    Raises:
        Refused: the person follows none.
    """
    tables = tables_followed(turn)
    if not tables:
        raise Refused(Text("excel-refused"))
    if not turn.shows.gives_files:
        return Reply(tuple(text for _, found in tables for text in _instead(found)))
    told = [text for _, found in tables for text in (_moment(found), *_plans(found))]
    return Reply((Text("excel-file"), *told), attachments=tuple(_file(turn, *one) for one in tables))


def tables_followed(turn: Turn) -> list[tuple[Organisation, Table]]:
    """Return the tables of the plans that the person follows, those of an organisation in one."""
    return [
        (organisation, joined([table(turn.session, organisation, one.plan, turn.now) for one in followed], turn.now))
        for organisation, followed in _by_organisation(followed_plans(turn))
    ]


def _by_organisation(followed: list[Followed]) -> Iterator[tuple[Organisation, list[Followed]]]:
    for _, alike in groupby(followed, key=lambda one: one.organisation.id):
        found = list(alike)
        yield found[0].organisation, found


def _file(turn: Turn, organisation: Organisation, found: Table) -> Attachment:
    """Make the file. Behind a link, or in a group, it names no person."""
    from handlers.figures.excel_sheets import excel_file  # a heavy library, needed by few

    day = turn.now.astimezone(VIETNAM).date()
    persons = turn.shows.files and turn.message.chat_kind == "private"
    content = excel_file(organisation, found, persons=persons)
    return Attachment(f"Tien-do-{organisation.id}-{day}.xlsx", content, XLSX, _instead(found))


def _instead(found: Table) -> tuple[Text, ...]:
    """Tell the figures where no file can be given."""
    return (Text("excel-not-here"), _moment(found), *_plans(found, tasks=True))


def _moment(found: Table) -> Text:
    return Text("status-moment", {"moment": found.moment})


def _plans(found: Table, *, tasks: bool = False) -> Iterator[Text]:
    """Tell the figures of each plan, perhaps of its tasks too."""
    for plan, alike in groupby(found.rows, key=lambda row: row.plan):
        rows = list(alike)
        heading = Text("status-plan", {"plan": plan_cited(plan)})
        yield lines(heading, figures_line("status-all", figures_of(rows)))
        each = [list(of_task) for _, of_task in groupby(rows, key=lambda row: (row.task.id, row.period))]
        for of_task in each[:LISTED] if tasks else ():
            title = Text("status-task", {"task": of_task[0].task.title})
            yield lines(title, figures_line("status-all", figures_of(of_task)))
        if tasks and len(each) > LISTED:
            yield Text("excel-more-tasks", {"count": len(each) - LISTED})
