"""Submissions that the standing office records for units, one by one or from a pasted list."""
