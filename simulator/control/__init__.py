"""The control API under /sim: act as a person, read a phone, order faults, count."""
