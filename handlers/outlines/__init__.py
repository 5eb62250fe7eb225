"""Outlines: shown section by section, found by number or words, written as a document, announced when they change."""
