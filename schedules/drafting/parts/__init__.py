"""Take a document apart: which part is what, and where each statement stands."""
