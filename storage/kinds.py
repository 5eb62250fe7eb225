"""What somebody can be; apart from the tables, since a command line that only names it needs no database."""

from enum import StrEnum


class RoleKind(StrEnum):
    OFFICER = "officer"
    DEPUTY = "deputy"  # hears when the officer is on leave or does not act
    LEADER = "leader"
    COORDINATOR = "coordinator"
    ADMIN = "admin"
