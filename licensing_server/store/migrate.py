"""Schema version: compared with a constant, so that alembic is imported only when there is something to do."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Engine, inspect, text

HEAD = "0001"
MIGRATIONS = Path(__file__).parent.parent / "migrations"


def bring_up_to_date(engine: Engine) -> None:
    """Apply the migrations that are missing. Raises sqlalchemy.exc.DatabaseError for a file that is no database."""
    with engine.begin() as connection:
        current = None
        if inspect(connection).has_table("alembic_version"):
            current = connection.scalar(text("SELECT version_num FROM alembic_version"))
        if current == HEAD:
            return

        from alembic.command import upgrade
        from alembic.config import Config

        config = Config()
        config.set_main_option("script_location", str(MIGRATIONS))
        config.attributes["connection"] = connection
        upgrade(config, "head")
