"""From statements to obligations: who owes what to whom by when, and what only looks like it."""
