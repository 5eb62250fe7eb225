"""Speak: settings, channels, rounds, texts and the command line. The only asynchronous room."""
