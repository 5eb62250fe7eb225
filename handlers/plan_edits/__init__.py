"""Small changes by chat, for admins: a deadline, a unit of a group, a contact; shown as a difference before the yes."""
