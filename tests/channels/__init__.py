"""The channels: how messages leave and arrive."""
