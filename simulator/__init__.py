"""Stand in for Telegram: its API over HTTP, with people in it and faults on demand."""
