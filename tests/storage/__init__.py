"""The promises of storage, each against a real SQLite file."""
