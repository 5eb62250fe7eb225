"""Run by Alembic: migrate over the connection that it is given, in the caller's transaction."""

from __future__ import annotations

from alembic import context
from sqlmodel import SQLModel

from storage import tables

assert tables.Person.metadata is SQLModel.metadata  # the import fills it
context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=SQLModel.metadata,
    render_as_batch=True,  # SQLite cannot alter a column in place
    user_module_prefix="sqlmodel.",
)
context.run_migrations()
