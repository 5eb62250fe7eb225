"""Remember: people, chats, submissions, the outbox, the journal and the versions of the plans."""
