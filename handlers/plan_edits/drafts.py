"""What an admin is about to change, as far as it has been said: kept in the chat's question."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any
from zlib import crc32

from handlers.plan_edits.in_the_way import in_the_way
from handlers.refusing import Refused, UnknownButton
from handlers.vocabulary import Text, Turn
from schedules.editing import AddMember, Edit, RemoveMember, SetDeadline
from schedules.plan import Organisation, Plan, Task
from storage import plan_versions, questions
from storage.tables import PlanVersion, Question, RoleKind

WORD = "edit"  # of the question
ALL = "*"  # a whole plan for a task, or a whole task for a group of it


@dataclass(frozen=True, slots=True)
class Draft:
    """A change in the making; "" for what has not been said. ``asks`` is what the answer is read for."""

    what: str  # deadline | add | remove | contact
    asks: str = ""  # task | scope | owing | phrase | group | unit | yes
    organisation: str = ""
    plan: str = ""
    task: str = ""
    of: str = ""
    phrase: str = ""
    other: str = ""  # the phrase that a bare day may mean as well
    group: str = ""
    unit: str = ""
    base: str = ""  # the digest of the plans to which the difference was shown

    def edit(self) -> Edit:
        """Return the edit that it has become."""
        if self.what == "deadline":
            task, of = (None if one == ALL else one for one in (self.task, self.of))
            return SetDeadline(self.organisation, self.plan, task, of, self.phrase)
        member = AddMember if self.what == "add" else RemoveMember
        return member(self.organisation, self.group, self.unit)

    @property
    def mark(self) -> str:
        """Return eight signs of what was shown, so that the yes to it is none to anything else."""
        return crc(repr(self))


class AsksAgain(Refused):
    """What was typed cannot be used: the question waits for another answer."""

    keeps_question = True


def crc(words: str) -> str:
    """Return eight signs that name something in a press."""
    return f"{crc32(words.encode()):08x}"


def keep(turn: Turn, draft: Draft) -> None:
    """Remember what has been said, and what the next answer is about."""
    questions.ask(turn.session, turn.chat, WORD, asdict(draft), turn.now)


def kept(turn: Turn) -> Draft | None:
    """Return the change that the chat is about, None where it is about none."""
    question = questions.pending(turn.session, turn.chat, turn.now)
    return draft_of(question) if question and question.word == WORD else None


def draft_of(question: Question) -> Draft:
    """Read what ``keep`` wrote."""
    about: Mapping[str, Any] = question.about
    return Draft(**{field.name: about.get(field.name, "") for field in fields(Draft)})


def administered(turn: Turn) -> list[Organisation]:
    """Return the organisations whose plans the person may change.

    Raises:
        Refused: there is none, or others read along.
    """
    ids = dict.fromkeys(role.organisation for role in turn.roles if role.kind is RoleKind.ADMIN)
    found = [turn.plans.organisations[id] for id in ids if id in turn.plans.organisations]
    if not found:
        raise Refused(Text("refused-admins-only"))
    if turn.message.chat_kind != "private":
        raise Refused(Text("edit-only-private"))
    return found


def changeable(turn: Turn) -> PlanVersion:
    """Return the running version, on which a change is made.

    Raises:
        Refused: another change is on its way, nothing runs yet, or the files say something that does not run.
    """
    if coming := plan_versions.coming(turn.session):
        raise Refused(in_the_way(turn, coming, [one.id for one in administered(turn)]))
    running = plan_versions.running(turn.session)
    if running is None or not running.texts:
        raise Refused(Text("edit-nothing-runs"))
    if not plan_versions.file_is_as_it_runs(turn.session, running):
        raise Refused(Text("edit-file-differs", {"running": running.id}))
    return running


def organisation_of(turn: Turn, draft: Draft) -> Organisation:
    """Return the organisation of a draft; only an admin's own are found."""
    found = next((one for one in administered(turn) if one.id == draft.organisation), None)
    if found is None:
        raise UnknownButton
    return found


def plan_of(turn: Turn, draft: Draft) -> Plan:
    """Return the plan of a draft."""
    plan = organisation_of(turn, draft).plans.get(draft.plan)
    if plan is None:
        raise UnknownButton
    return plan


def task_of(turn: Turn, draft: Draft) -> Task:
    """Return the task of a draft."""
    task = plan_of(turn, draft).tasks.get(draft.task)
    if task is None:
        raise UnknownButton
    return task
