"""The contract is tested against the same running server as the API."""

from tests.licensing_server.conftest import arrive, clock, http, office, seeded_file

__all__ = ["arrive", "clock", "http", "office", "seeded_file"]
