"""People: joining, inviting, handing over, leave, unlinking, being forgotten, and the journal of all that."""
