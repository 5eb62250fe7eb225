"""What comes later: a reminder at an hour that the person chose, a calendar file."""
