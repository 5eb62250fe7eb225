"""Tables that assign work: their columns, rows and cells."""
