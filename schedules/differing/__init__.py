"""Say what differs between two states of the plans."""
