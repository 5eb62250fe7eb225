"""Decide what to say: plain functions from a turn to a reply, made of text keys and values."""
