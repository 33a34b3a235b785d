"""Typed client of the central licensing API. Knows no Qt and no screen."""
