"""The Telegram dialect: the Bot API as its server answers it, refusals included."""
