"""Stand in for Telegram and Zalo: their APIs over HTTP, with people in it and faults on demand."""
