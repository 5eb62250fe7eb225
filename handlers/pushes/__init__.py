"""What is pushed: reminders, notices, alarms, escalations, and holding all of it."""
