"""The composition root of the HTTP application."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any

from fastapi import FastAPI
from fastapi.routing import APIRoute
from starlette.routing import compile_path

from licensing_server.desk.office import Office
from licensing_server.openapi import document
from licensing_server.routes import errors, filings, licences, service, sessions

VERSION = "1.0.0"
PREFIX = "/v1"


def bare_app() -> FastAPI:
    """The routes and their contract, without an office behind them."""
    app = FastAPI(
        title="Tobacco retail licensing API",
        version=VERSION,
        description="Reference of the central licensing API that the self-service terminals speak to.",
        docs_url=None,
        redoc_url=None,
        separate_input_output_schemas=False,
        generate_unique_id_function=lambda route: route.name,
        redirect_slashes=False,
    )
    resources: errors.Resources = []
    for each in (service, sessions, licences, filings):
        app.include_router(each.router, prefix=PREFIX)
        for route in each.router.routes:
            assert isinstance(route, APIRoute)
            assert route.methods
            resources.append((compile_path(PREFIX + route.path)[0], route.methods))
    app.state.resources = resources
    errors.install(app)
    return app


def create_app(office: Office) -> FastAPI:
    app = bare_app()
    app.state.office = office

    @cache
    def of_day(day: date) -> dict[str, Any]:
        return document(app, day)

    app.openapi = lambda: of_day(office.today())  # type: ignore[method-assign]
    return app
