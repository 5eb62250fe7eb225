"""Take over what the database that a backup replaces knows of messages. It is attached as ``before``."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import text
from sqlmodel import Session

from storage import marks
from storage.forgetting import FORGOTTEN, forget
from storage.marks import LAST_ROUND
from storage.outbox.repeating import RESTORED

# A number that means another chat, or another assignment, there than here: they have nothing to do with each other.
# A few chats may have got another address since (a group that became a supergroup), a task or a unit another id.
OTHERS = (
    "SELECT 1 FROM (SELECT avg((b.channel, b.bot, b.address) = (m.channel, m.bot, m.address)) AS alike"
    " FROM before.chat AS b JOIN main.chat AS m USING (id)) WHERE alike < 0.5",
    "SELECT 1 FROM before.assignment AS b JOIN main.assignment AS m USING (id) WHERE (b.task <> m.task AND"
    ' b.unit <> m.unit) OR (b.organisation, b."plan", b.period) <> (m.organisation, m."plan", m.period)',
)
SETTLED = "state, text, buttons, claimed_by, lease_until, tries, unknown_outcomes, sent_at, platform_id, trouble"
SAME = "b.id = outbox.id AND b.chat_id = outbox.chat_id AND b.kind = outbox.kind AND b.cause = outbox.cause"
# What waits is taken over only where it is worded by what is true when it goes; the cause of any other is undone.
REWORDED = "('bundle', 'escalation')"
KNOWN_CHATS = "chat_id IN (SELECT id FROM main.chat)"
STATEMENTS = (
    "INSERT OR IGNORE INTO main.assignment SELECT * FROM before.assignment",
    "INSERT OR IGNORE INTO main.arming SELECT * FROM before.arming",
    "INSERT OR IGNORE INTO main.wave SELECT * FROM before.wave",
    f"INSERT OR IGNORE INTO main.told SELECT * FROM before.told WHERE {KNOWN_CHATS}",
    "INSERT OR IGNORE INTO main.escalation SELECT * FROM before.escalation",
    "INSERT OR REPLACE INTO main.spending SELECT * FROM before.spending",
    "INSERT OR REPLACE INTO main.mark SELECT * FROM before.mark WHERE name LIKE 'escalated %' OR name = :restored",
)
TAKEN = (
    f"UPDATE main.outbox SET ({SETTLED}, not_before) ="
    f" (SELECT {SETTLED}, not_before FROM before.outbox AS b WHERE {SAME} AND b.part = outbox.part)"
    f" WHERE state IN ('waiting', 'claimed') AND EXISTS (SELECT 1 FROM before.outbox AS b WHERE {SAME}"
    f" AND b.part = outbox.part AND (b.state, b.unknown_outcomes) IS NOT (outbox.state, outbox.unknown_outcomes))",
    f"INSERT OR IGNORE INTO main.outbox SELECT * FROM before.outbox WHERE {KNOWN_CHATS}"
    f" AND (state NOT IN ('waiting', 'claimed') OR kind IN {REWORDED})",
)
# Who has asked to be forgotten since must not come back with the backup.
ASKED_TO_GO = (
    "SELECT b.id FROM before.person AS b JOIN main.person AS m USING (id)"
    " WHERE b.display_name = :name AND m.display_name <> :name"
)
LEFT_BEHIND = "SELECT count(*) FROM before.journalentry WHERE id > (SELECT coalesce(max(id), 0) FROM main.journalentry)"


def goes_on_from(session: Session) -> bool:
    """Say whether the replaced database is what the backup became: the same chats and numbers, and no older."""
    connection = session.connection()
    if any(connection.execute(text(f"{other} LIMIT 1")).first() for other in OTHERS):
        return False
    last = connection.execute(text("SELECT value FROM before.mark WHERE name = :name"), {"name": LAST_ROUND}).scalar()
    return (last or "") >= (marks.get_mark(session, LAST_ROUND) or "")


def take_over(session: Session, now: datetime) -> tuple[int, int]:
    """Take over which steps were told, what became of each message, and who is to be forgotten.

    Returns:
        The messages that changed or came anew, and the acts of people that stay behind.
    """
    connection = session.connection()
    forgotten = connection.execute(text(LEFT_BEHIND)).scalar_one()
    for statement in STATEMENTS:
        wanted = {"restored": RESTORED} if ":restored" in statement else {}
        connection.execute(text(statement), wanted)
    taken = sum(connection.execute(text(statement)).rowcount for statement in TAKEN)
    for person in connection.execute(text(ASKED_TO_GO), {"name": FORGOTTEN}).scalars().all():
        forget(session, person, now)
    return taken, forgotten
