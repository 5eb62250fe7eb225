"""The outbox: messages owed to chats, each sent once although senders die and answers get lost.

A row waits, is claimed by one sender under a lease, and is settled by that sender after the platform has answered.
Two clocks meet here: ``now`` is the domain's time (what is due), ``real_now`` the wall clock's (a lease runs out in
a rehearsal too).
"""

from storage.outbox.claiming import claim, fix_words
from storage.outbox.looking import Trouble, counts, next_due, troubles, waiting_about
from storage.outbox.putting import OutboxRow, put, put_many
from storage.outbox.settling import fail_waiting, failed, give_up_lost, put_back, sent, unknown, withdraw
from storage.outbox.superseding import leave_to_newer

__all__ = [
    "OutboxRow",
    "Trouble",
    "claim",
    "counts",
    "fail_waiting",
    "failed",
    "fix_words",
    "give_up_lost",
    "leave_to_newer",
    "next_due",
    "put",
    "put_back",
    "put_many",
    "sent",
    "troubles",
    "unknown",
    "waiting_about",
    "withdraw",
]
