"""The Zalo dialect: the Bot API as its public descriptions tell it, with switches where they disagree."""
