"""Know what is due: plans, deadlines, the working calendar and the ladder. No clock is read here."""
