"""The contract as OpenAPI 3.1: what FastAPI derives, plus the problem schema, links, and examples that succeed.

Examples name licences and days of the demonstration, so they are made for a day: the served document for today, the
file in the repository for the day in ``info.x-examples-for``.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from licensing_server.contract.problems import Problem
from licensing_server.examples import BODY_EXAMPLES, PARAMETER_EXAMPLES

COMPONENTS = "#/components/schemas/{model}"
FILING_LINKS = ("get_filing", "withdraw_filing", "rate_filing")
Operation = dict[str, Any]


def document(app: FastAPI, day: date) -> dict[str, Any]:
    """The OpenAPI document with examples that hold on ``day``."""
    made: dict[str, Any] = get_openapi(
        title=app.title, version=app.version, description=app.description, routes=app.routes
    )
    made["info"]["x-examples-for"] = day.isoformat()
    schema = Problem.model_json_schema(ref_template=COMPONENTS)
    made["components"]["schemas"] |= {**schema.pop("$defs"), "Problem": schema}
    operations = {
        operation["operationId"]: operation for methods in made["paths"].values() for operation in methods.values()
    }
    for name, operation in operations.items():
        _add_examples(name, operation, day)
    _add_links(operations)
    return made


def _add_examples(name: str, operation: Operation, day: date) -> None:
    for parameter in operation.get("parameters", ()):
        parameter["examples"] = PARAMETER_EXAMPLES[name, parameter["name"]](day)
    if body := operation.get("requestBody"):
        body["content"]["application/json"]["examples"] = BODY_EXAMPLES[name](day)


def _add_links(operations: dict[str, Operation]) -> None:
    """Where an answer names the next thing that may be asked for."""
    filed = operations["submit_filing"]["responses"]["201"]
    filed["links"] = {name: _link(name, filing_no="$response.body#/filing_no") for name in FILING_LINKS}
    filed["links"]["get_submission"] = _link("get_submission", query_code="$response.body#/query_code")
    filed["headers"] = {
        "Idempotent-Replayed": {
            "description": "true when this answer was given before",
            "schema": {"type": "string", "enum": ["true"]},
        }
    }
    first = "$response.body#/licences/0/licence_no"
    operations["list_licences"]["responses"]["200"]["links"] = {"get_licence": _link("get_licence", licence_no=first)}
    newest = "$response.body#/filings/0/filing_no"
    operations["list_filings"]["responses"]["200"]["links"] = {"get_filing": _link("get_filing", filing_no=newest)}
    first_notice = "$response.body#/notices/0/notice_id"
    operations["list_notices"]["responses"]["200"]["links"] = {
        "get_notice": _link("get_notice", notice_id=first_notice)
    }


def _link(operation: str, **parameters: str) -> dict[str, Any]:
    return {"operationId": operation, "parameters": parameters}
