"""licensing_server/openapi.json is the contract: what the server serves, and what the terminal's types say.

Made by ``python -m licensing_server openapi > licensing_server/openapi.json``. Its examples name days, so the file says
for which day they were made.
"""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any, get_args

import httpx
import msgspec
import pytest

import licensing_server
from backend_client import models
from licensing_server.app import bare_app
from licensing_server.openapi import document

FILE = Path(licensing_server.__file__).with_name("openapi.json")
CONTRACT: dict[str, Any] = json.loads(FILE.read_text("utf-8"))
SCHEMAS: dict[str, Any] = CONTRACT["components"]["schemas"]
OPERATIONS = [
    (method, path, operation) for path, methods in CONTRACT["paths"].items() for method, operation in methods.items()
]
BODIES = [f"{name.capitalize()}Filing" for name in get_args(models.TransactionName)]
MODELS: list[type[models.Model]] = [
    model
    for model in vars(models).values()
    if isinstance(model, type) and issubclass(model, models.Model) and model is not models.Model
]


def test_the_file_is_what_the_code_says() -> None:
    day = date.fromisoformat(CONTRACT["info"]["x-examples-for"])
    assert document(bare_app(), day) == CONTRACT, (
        "run: python -m licensing_server openapi > licensing_server/openapi.json"
    )


def test_the_server_serves_its_contract(http: httpx.Client, office: Any) -> None:
    assert http.get("/openapi.json").json() == document(bare_app(), office.today())


@pytest.mark.parametrize(("method", "path", "operation"), OPERATIONS)
def test_every_operation_is_named_described_and_says_how_it_fails(
    method: str, path: str, operation: dict[str, Any]
) -> None:
    assert method in ("get", "post", "put", "delete")
    assert path.startswith("/v1/")
    assert operation["operationId"].replace("_", "").islower()
    assert operation["description"]
    responses = operation["responses"]
    assert "500" in responses
    assert ("401" in responses) is ("security" in operation)
    if "requestBody" in operation:
        assert {"400", "413", "415", "422"} <= set(responses)
    for status, response in responses.items():
        if int(status) >= 400:
            assert list(response["content"]) == ["application/problem+json"]


@pytest.mark.parametrize(("method", "path", "operation"), OPERATIONS)
def test_every_parameter_and_body_has_a_named_example(method: str, path: str, operation: dict[str, Any]) -> None:
    for parameter in operation.get("parameters", []):
        assert parameter["examples"], f"{method} {path} {parameter['name']}"
    if body := operation.get("requestBody"):
        assert body["content"]["application/json"]["examples"]


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_the_terminals_types_have_the_contracts_fields(model: type[models.Model]) -> None:
    names = BODIES if model is models.FilingBody else [model.__name__]
    for name in names:
        schema = SCHEMAS[name]
        fields = {field.encode_name: field for field in msgspec.structs.fields(model)}
        assert set(schema.get("properties", {})) == set(fields), name
        required = {name for name, field in fields.items() if field.required}
        assert required <= set(schema.get("required", [])) | _optional_by_default(schema), name


def _optional_by_default(schema: dict[str, Any]) -> set[str]:
    return {name for name, field in schema.get("properties", {}).items() if "default" in field}


@pytest.mark.parametrize("name", ["TransactionName", "CardType", "LicenceStatus", "FilingState", "DeliveryMethod"])
def test_the_closed_lists_agree(name: str) -> None:
    from licensing_server.contract import names

    assert get_args(getattr(models, name)) == get_args(getattr(names, name))
