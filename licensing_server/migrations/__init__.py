"""Alembic migrations, applied by the server itself at its start."""
