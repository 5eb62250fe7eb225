"""The demonstration: a simulator and a bot as two real processes, and people who use them."""
