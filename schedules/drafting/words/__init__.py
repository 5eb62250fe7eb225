"""The words of official documents: bodies, markers, sentences, time."""
