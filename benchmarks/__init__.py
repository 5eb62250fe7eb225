"""Figures of the README: what loading, checking and rehearsing cost, and how they grow."""
