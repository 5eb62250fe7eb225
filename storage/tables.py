"""Every table on one page. Unique keys say "once"; a conditional update with a lease says "mine".

Moments are aware UTC (SQLModel stores them so and refuses naive ones); days are plain dates.
Ids of organisations, plans, tasks and units are those of plans.yaml.
A change here needs a migration beside it: ``python -m storage.migrations "what changes"``.
"""

from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, Enum, Index, UniqueConstraint, text
from sqlmodel import Field, SQLModel

from storage.kinds import RoleKind as RoleKind

# Without names of their own, later migrations could not take a constraint away again.
SQLModel.metadata.naming_convention = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}
OPEN_JSON = JSON(none_as_null=True)


def word_of(kind: type[StrEnum]) -> Enum:
    """Store the member's value ("officer"); SQLAlchemy alone would store its Python name."""
    return Enum(
        kind, values_callable=lambda members: [member.value for member in members], native_enum=False, length=16
    )


class OutboxState(StrEnum):
    WAITING = "waiting"
    CLAIMED = "claimed"  # a sender holds it until lease_until (real time)
    SENT = "sent"
    UNCERTAIN = "uncertain"  # the outcome was never learnt twice: on the coordinator's list
    FAILED = "failed"  # refused for ever: on the coordinator's list
    WITHDRAWN = "withdrawn"  # nothing of it was still true when its turn came, or the part before it failed


class Person(SQLModel, table=True):
    """Somebody who uses the bot. Known by the chat; the display name is theirs and never identity."""

    id: int | None = Field(default=None, primary_key=True)
    display_name: str
    created_at: datetime
    preferred: str | None = None  # the channel they chose to be reminded on; None: the one they joined on


class Chat(SQLModel, table=True):
    """One conversation on one channel. ``bot`` is the organisation whose bot holds it, "" for the shared bot."""

    __table_args__ = (UniqueConstraint("channel", "bot", "address"),)
    id: int | None = Field(default=None, primary_key=True)
    channel: str
    bot: str = ""
    address: str
    kind: str = "private"  # private | group | side: what one member of a group is asked there
    person_id: int | None = Field(default=None, foreign_key="person.id", index=True)
    language: str = "vi"
    greeted_at: datetime | None = None
    unreachable_at: datetime | None = None  # blocked, deleted, deactivated: nothing is pushed there
    unreachable_why: str | None = None
    heard_at: datetime | None = None  # when its person last said or pressed something: the receipt of all before


class Role(SQLModel, table=True):
    """What a person is in an organisation. A live role is one that has not ended."""

    __table_args__ = (
        Index(
            "one_live_role",
            "person_id",
            "organisation",
            "unit",
            "kind",
            unique=True,
            sqlite_where=text("ended_at IS NULL"),
        ),
        Index("roles_of_unit", "organisation", "unit"),
    )
    id: int | None = Field(default=None, primary_key=True)
    person_id: int = Field(foreign_key="person.id")
    organisation: str
    unit: str = ""  # "" for an admin
    kind: RoleKind = Field(sa_type=word_of(RoleKind))
    since_at: datetime
    ended_at: datetime | None = None


class Invite(SQLModel, table=True):
    """A single-use code, kept only as the SHA-256 of it."""

    id: int | None = Field(default=None, primary_key=True)
    code_hash: str = Field(unique=True)
    organisation: str
    unit: str = ""
    kind: RoleKind = Field(sa_type=word_of(RoleKind))
    created_at: datetime
    expires_at: datetime
    used_at: datetime | None = None
    used_by: int | None = Field(default=None, foreign_key="person.id")
    voided: bool = False  # taken back before anybody used it
    # Set: the code adds one more chat to this person, organisation and unit are "" then.
    for_person: int | None = Field(default=None, foreign_key="person.id")
    # Set: whoever uses it takes over from this person, whose role ends then.
    succeeds: int | None = Field(default=None, foreign_key="person.id")


class JoinAttempt(SQLModel, table=True):
    """One wrong code from one chat; too many in an hour and the chat is asked to wait."""

    id: int | None = Field(default=None, primary_key=True)
    chat_id: int = Field(foreign_key="chat.id", index=True)
    tried_at: datetime


class Assignment(SQLModel, table=True):
    """The short number of an assignment, so that a button can name it. Made at first need, never removed."""

    __table_args__ = (
        UniqueConstraint("organisation", "plan", "task", "unit", "period"),
        Index("assignments_of_unit", "organisation", "unit"),
    )
    id: int | None = Field(default=None, primary_key=True)
    organisation: str
    plan: str
    task: str
    unit: str
    period: str = ""


class Submission(SQLModel, table=True):
    """A unit's word that it has handed in. At most one stands for an assignment.

    One that is returned is withdrawn by the coordinator: each is a round, and all stay.
    """

    __table_args__ = (Index("one_standing", "assignment_id", unique=True, sqlite_where=text("withdrawn_at IS NULL")),)
    id: int | None = Field(default=None, primary_key=True)
    assignment_id: int = Field(foreign_key="assignment.id")
    document_number: str | None = None
    document_on: date | None = None
    handed_in_on: date | None = None  # as stated; None: judged by recorded_at
    recorded_at: datetime
    recorded_by: int = Field(foreign_key="person.id")
    by_office: bool = Field(default=False, sa_column_kwargs={"server_default": text("0")})  # the standing office's word
    # What proves it: {"kind": "link" | "file", "value": address or the platform's file id, "name": …, "channel": …}.
    evidence: dict[str, Any] | None = Field(default=None, sa_type=OPEN_JSON)
    withdrawn_at: datetime | None = None
    withdrawn_by: int | None = Field(default=None, foreign_key="person.id")
    accepted_at: datetime | None = None
    accepted_by: int | None = Field(default=None, foreign_key="person.id")


class Receipt(SQLModel, table=True):
    """Somebody's "đã nhận" for an assignment: seen, not done. It stops only the asking for it, and lapses."""

    id: int | None = Field(default=None, primary_key=True)
    assignment_id: int = Field(foreign_key="assignment.id", index=True)
    person_id: int = Field(foreign_key="person.id")
    received_at: datetime
    lapses_at: datetime


class Extension(SQLModel, table=True):
    """A later deadline for one assignment: asked by the unit or given by the coordinator.

    Open while ``decided_at`` is None; refused where ``last_day`` is None then; ``ended_at``: taken back since.
    """

    __table_args__ = (
        Index(
            "one_open_extension",
            "assignment_id",
            unique=True,
            sqlite_where=text("decided_at IS NULL AND ended_at IS NULL"),
        ),
        Index("extensions_of", "assignment_id"),
    )
    id: int | None = Field(default=None, primary_key=True)
    assignment_id: int = Field(foreign_key="assignment.id")
    asked_by: int | None = Field(default=None, foreign_key="person.id")  # None: the coordinator's own
    asked_at: datetime
    asked_day: date | None = None
    reason: str = ""
    decided_at: datetime | None = None
    decided_by: int | None = Field(default=None, foreign_key="person.id")
    last_day: date | None = None  # as granted
    batch: str = ""  # the same for all that were given at once
    ended_at: datetime | None = None


class Return(SQLModel, table=True):
    """A submission that the coordinator sent back: the reason, and the day until which the unit has time now."""

    id: int | None = Field(default=None, primary_key=True)
    assignment_id: int = Field(foreign_key="assignment.id", index=True)
    submission_id: int = Field(foreign_key="submission.id")
    reason: str
    last_day: date
    returned_at: datetime
    returned_by: int = Field(foreign_key="person.id")
    undone_at: datetime | None = None


class Escalation(SQLModel, table=True):
    """That somebody above the officer was told of an assignment, once for each deadline and level."""

    assignment_id: int = Field(primary_key=True, foreign_key="assignment.id")
    ends_at: str = Field(primary_key=True)  # ISO
    level: str = Field(primary_key=True)  # deputy | leader | list
    at: datetime


class Leave(SQLModel, table=True):
    """Days on which somebody is away; the deputies of the unit hear instead."""

    id: int | None = Field(default=None, primary_key=True)
    person_id: int = Field(foreign_key="person.id", index=True)
    first_on: date
    last_on: date
    made_at: datetime
    ended_at: datetime | None = None  # came back earlier


class GroupLink(SQLModel, table=True):
    """Whose group a group chat is: a unit's, or the coordinators' (``unit`` is their office then)."""

    chat_id: int = Field(primary_key=True, foreign_key="chat.id")
    organisation: str
    unit: str
    coordinators: bool = False
    linked_by: int = Field(foreign_key="person.id")
    linked_at: datetime


class Chase(SQLModel, table=True):
    """A coordinator's order to remind units now: whom, and whom not and why."""

    id: int | None = Field(default=None, primary_key=True)
    organisation: str
    chat_id: int = Field(foreign_key="chat.id")  # where the result is told
    ordered_by: int = Field(foreign_key="person.id")
    ordered_at: datetime
    about: dict[str, Any] = Field(default_factory=dict, sa_type=OPEN_JSON)  # assignments chosen, units skipped
    reported_at: datetime | None = None


class Summary(SQLModel, table=True):
    """Who wants the figures without asking, and at which hour; ``weekly`` to the leadership on Mondays."""

    chat_id: int = Field(primary_key=True, foreign_key="chat.id")
    organisation: str = Field(primary_key=True)
    weekly: bool = Field(primary_key=True, default=False)
    hour: int = 8
    ranking: bool = False  # names the slowest units
    told_on: date | None = None
    told: str = ""  # a mark of the figures told last: nothing is sent while they are the same


class Hold(SQLModel, table=True):
    """All pushes of an organisation stand still."""

    organisation: str = Field(primary_key=True)
    held_by: int = Field(foreign_key="person.id")
    held_at: datetime


class Arming(SQLModel, table=True):
    """When a task was first loaded: steps before ``armed_at`` are never caught up.

    ``armed_at`` None: loading it would tell many at once, and the admin has not said yes.
    """

    organisation: str = Field(primary_key=True)
    plan: str = Field(primary_key=True)
    task: str = Field(primary_key=True)
    seen_at: datetime
    armed_at: datetime | None = None


class Wave(SQLModel, table=True):
    """A step of a task that has been put into the outbox for all who owed it then."""

    organisation: str = Field(primary_key=True)
    plan: str = Field(primary_key=True)
    task: str = Field(primary_key=True)
    period: str = Field(primary_key=True)
    step: str = Field(primary_key=True)
    ends_at: str = Field(primary_key=True)  # the deadline that the step counted to, ISO
    put_at: datetime


class Outbox(SQLModel, table=True):
    """A message owed to one chat. It names what it is about; its words are fixed when it is claimed."""

    __table_args__ = (
        UniqueConstraint("chat_id", "kind", "cause", "part"),
        # All that a claim of one bot looks at, in its order; with less it reads what all others have waiting.
        Index("outbox_turn", "state", "channel", "bot", "urgent_at", "id", "not_before"),
        Index("outbox_of_chat", "chat_id", "state"),
        Index("outbox_of_round", "organisation", "kind", "cause"),
        Index("outbox_further_parts", "channel", "bot", sqlite_where=text("part > 0 AND state = 'waiting'")),
    )
    id: int | None = Field(default=None, primary_key=True)
    chat_id: int = Field(foreign_key="chat.id")
    channel: str = ""  # as its chat has them, which never change
    bot: str = ""
    organisation: str
    kind: str  # bundle | notice | alarm | snooze | chase | escalation | summary
    cause: str  # a bundle's slot, else what it tells of: once per chat and cause
    part: int = 0  # a long message is several rows, sent in this order
    about: dict[str, Any] = Field(default_factory=dict, sa_type=OPEN_JSON)
    urgent_at: datetime  # the earliest deadline it speaks of: sent first
    not_before: datetime
    state: OutboxState = Field(default=OutboxState.WAITING, sa_type=word_of(OutboxState))
    text: str | None = None  # as rendered when first claimed; a retry sends this
    buttons: list[Any] | None = Field(default=None, sa_type=OPEN_JSON)
    claimed_by: str | None = None
    lease_until: datetime | None = None  # real time
    tries: int = 0  # attempts that counted; a 429 does not
    unknown_outcomes: int = 0
    sent_at: datetime | None = None
    platform_id: str | None = None
    trouble: str | None = None


class Told(SQLModel, table=True):
    """A step that a chat has been told, so that it is never told twice."""

    __table_args__ = (Index("told_of_step", "ends_at", "step"),)
    chat_id: int = Field(primary_key=True, foreign_key="chat.id")
    assignment_id: int = Field(primary_key=True, foreign_key="assignment.id")
    step: str = Field(primary_key=True)
    ends_at: str = Field(primary_key=True)
    told_at: datetime


class Heard(SQLModel, table=True):
    """An update that has been handled, and the reply that it got; a repeat only gets the reply again."""

    __table_args__ = (UniqueConstraint("channel", "bot", "update_id"),)
    id: int | None = Field(default=None, primary_key=True)
    channel: str
    bot: str = ""
    update_id: str
    address: str = ""  # where the reply goes, should it have to be sent again
    heard_at: datetime
    reply: dict[str, Any] | None = Field(default=None, sa_type=OPEN_JSON)
    answered_at: datetime | None = None


class Question(SQLModel, table=True):
    """What the bot has asked a chat and waits for; one at a time, and it expires."""

    chat_id: int = Field(primary_key=True, foreign_key="chat.id")
    word: str  # which handler reads the answer
    about: dict[str, Any] = Field(default_factory=dict, sa_type=OPEN_JSON)
    asked_at: datetime
    expires_at: datetime


class Choice(SQLModel, table=True):
    """What a number means in a chat whose channel has no buttons: a number never means two things.

    ``offer`` names the message that offered it: "heard <update id>" or "outbox <row id>".
    """

    __table_args__ = (Index("choices_of_offer", "chat_id", "offer"),)
    chat_id: int = Field(primary_key=True, foreign_key="chat.id")
    number: int = Field(primary_key=True)
    offer: str
    label: str  # as it was shown
    press: str
    offered_at: datetime
    expires_at: datetime


class Arrival(SQLModel, table=True):
    """An update as it came, kept until it is handled: for a platform that gives each only once."""

    channel: str = Field(primary_key=True)
    bot: str = Field(primary_key=True)
    update_id: str = Field(primary_key=True)
    place: int = Field(index=True)  # in the order of arrival
    payload: dict[str, Any] = Field(sa_type=OPEN_JSON)
    arrived_at: datetime  # real time


class KeptFile(SQLModel, table=True):
    """A file that a person was given a link to, kept until the link ends."""

    id: str = Field(primary_key=True)
    name: str
    media_type: str
    content: bytes
    expires_at: datetime


class Spending(SQLModel, table=True):
    """How many messages one bot has sent in a month, for a channel that counts them."""

    channel: str = Field(primary_key=True)
    bot: str = Field(primary_key=True)
    month: str = Field(primary_key=True)  # "2026-05", in Vietnam
    sent: int = 0
    refused_until: datetime | None = None  # the platform has said that nothing is left


class JournalEntry(SQLModel, table=True):
    """Who did what when. Units' acts stay when a person is forgotten."""

    id: int | None = Field(default=None, primary_key=True)
    at: datetime = Field(index=True)
    person_id: int | None = Field(default=None, foreign_key="person.id")
    organisation: str
    unit: str = ""
    act: str
    assignment_id: int | None = Field(default=None, foreign_key="assignment.id")
    detail: dict[str, Any] = Field(default_factory=dict, sa_type=OPEN_JSON)


class VersionState(StrEnum):
    WAITING = "waiting"  # somebody must say yes first
    APPROVED = "approved"  # runs with the next round
    RAN = "ran"  # the last of these is the running plan
    REFUSED = "refused"  # it had problems, or the file had changed under it
    DECLINED = "declined"  # an admin said no
    SUPERSEDED = "superseded"  # another version came before anybody had answered


class PlanVersion(SQLModel, table=True):
    """What plans.yaml and its files said at one time, on the way to running or turned away: who, when and why."""

    id: int | None = Field(default=None, primary_key=True)
    digest: str = Field(index=True)
    loaded_at: datetime
    state: VersionState = Field(sa_type=word_of(VersionState))
    origin: str = "file"  # file | chat | roll-back: where the change was made
    by: int | None = Field(default=None, foreign_key="person.id")  # who made or answered it in the chat
    why: str = ""
    decided_at: datetime | None = None
    base: str = ""  # the digest of the version that it changes
    problems: int = 0
    texts: dict[str, str] = Field(default_factory=dict, sa_type=OPEN_JSON)  # path from the first file's folder -> text
    # What it changes and who has said yes: {"differences": […], "yes": {organisation: person id or "command"}, …}.
    about: dict[str, Any] = Field(default_factory=dict, sa_type=OPEN_JSON)


class Mark(SQLModel, table=True):
    """A single remembered fact: the last round, the last moment of the clock, whether a rehearsal owns this file."""

    name: str = Field(primary_key=True)
    value: str
