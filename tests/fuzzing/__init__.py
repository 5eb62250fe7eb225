"""Hostile input: what nobody would write, and what half-written files hold."""
