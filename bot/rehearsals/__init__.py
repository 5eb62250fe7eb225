"""What a rehearsal shows, and its forms: lines of JSON, a table, a calendar file, a page."""
