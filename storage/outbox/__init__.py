"""The outbox: messages owed to chats, each sent once although senders die and answers get lost.

A row waits, is claimed by one sender under a lease, and is settled by that sender after the platform has answered.
Two clocks meet here: ``now`` is the domain's time (what is due), ``real_now`` the wall clock's (a lease runs out in
a rehearsal too).
"""

from storage.outbox.claiming import claim, fix_words
from storage.outbox.held import DROPPED, HELD_BACK, is_push
from storage.outbox.looking import LONG_TRIED, Trouble, counts, told_chats, troubles, waiting_on
from storage.outbox.passing import pass_on, put_elsewhere
from storage.outbox.putting import OutboxRow, put, put_many
from storage.outbox.settling import (
    fail_waiting,
    failed,
    give_up_lost,
    hand_over,
    put_back,
    sent,
    unknown,
    withdraw,
)
from storage.outbox.superseding import drop_waiting, leave_to_newer, merge_waiting
from storage.outbox.unheard import ON_THE_WAY, Unheard, last_settled_before, say_elsewhere, unheard

__all__ = [
    "DROPPED",
    "HELD_BACK",
    "LONG_TRIED",
    "ON_THE_WAY",
    "OutboxRow",
    "Trouble",
    "Unheard",
    "claim",
    "counts",
    "drop_waiting",
    "fail_waiting",
    "failed",
    "fix_words",
    "give_up_lost",
    "hand_over",
    "is_push",
    "last_settled_before",
    "leave_to_newer",
    "merge_waiting",
    "pass_on",
    "put",
    "put_back",
    "put_elsewhere",
    "put_many",
    "say_elsewhere",
    "sent",
    "told_chats",
    "troubles",
    "unheard",
    "unknown",
    "waiting_on",
    "withdraw",
]
