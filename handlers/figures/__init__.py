"""Figures: the four classes, and how they are told, listed, drawn, written as a file and summed up."""
