"""Write plans down again: the layout of the YAML, and every record of a plan as the file states it."""

from schedules.writing.whole_file import write

__all__ = ["write"]
