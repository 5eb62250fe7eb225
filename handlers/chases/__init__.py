"""Chases: whom a coordinator reminds now, and what came of it."""
