"""Every refusal and every failure leaves as problem+json with a sentence the citizen can be shown."""

from __future__ import annotations

import logging
import re
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from licensing_server.contract.problems import Problem
from licensing_server.problems import MEDIA_TYPE, ProblemError, problem

log = logging.getLogger("licensing_server")

Resources = list[tuple[re.Pattern[str], set[str]]]
"""Path patterns with the methods that a route has there."""
BY_STATUS = {
    400: ("malformed-json", "收到的内容读不懂，请从头再办一次。"),
    404: ("no-such-route", "没有这个地方。"),
    405: ("method-not-allowed", "这里不能这样用。"),
    413: ("body-too-large", "交的内容太大了，请把签名重写得简单一些。"),
    415: ("unsupported-media-type", "收到的内容格式不对，请从头再办一次。"),
}
LABELS = {
    "licence_no": "许可证号",
    "filing_no": "办件编号",
    "query_code": "查询码",
    "contact_phone": "联系电话",
    "delivery": "领证方式",
    "method": "领证方式",
    "address": "送证地址",
    "pledge": "承诺书",
    "signature": "签名",
    "signed_at": "签名时间",
    "reason": "原因",
    "start": "开始的日子",
    "end": "结束的日子",
    "resume_on": "重新开门的日子",
    "cease_on": "不再卖烟的日子",
    "changes": "要改的内容",
    "new_value": "新的内容",
    "cause": "补办原因",
    "copies": "要补哪一本",
    "circumstances": "情况",
    "stars": "评价",
    "name": "姓名",
    "id_number": "证件号码",
    "birth_date": "出生日期",
    "valid_until": "证件有效期",
    "purpose": "用处",
    "corrects": "要改的那份申请",
}
IDEMPOTENCY_KEY = "idempotency-key"


def as_response(answer: Problem, headers: Any = None) -> Response:
    return Response(answer.model_dump_json(), answer.status, headers, MEDIA_TYPE)


def from_problem_error(_request: Request, error: Exception) -> Response:
    assert isinstance(error, ProblemError)
    return as_response(error.problem, error.headers)


def from_http_exception(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    code, sentence = BY_STATUS[error.status_code]
    headers = {"Allow": _allowed(request)} if error.status_code == 405 else error.headers
    return as_response(problem(error.status_code, code, sentence), headers)


def _allowed(request: Request) -> str:
    """Every method of the resource: the router itself names those of the first route only."""
    resources: Resources = request.app.state.resources
    return ", ".join(sorted({name for path, names in resources if path.match(request.url.path) for name in names}))


def from_validation(_request: Request, error: Exception) -> Response:
    """Never echoes what was sent."""
    assert isinstance(error, RequestValidationError)
    first = error.errors()[0]
    where = [str(part) for part in first["loc"]]
    if first["type"] == "json_invalid":
        return as_response(problem(400, *BY_STATUS[400]))
    if where[0] == "header" and where[-1].lower() == IDEMPOTENCY_KEY:
        kind = "missing" if first["type"] == "missing" else "malformed"
        return as_response(problem(400, f"idempotency-key-{kind}", "提交号不对，请从头再办一次。"))
    label = next((LABELS[part] for part in reversed(where) if part in LABELS), "填的内容")
    return as_response(problem(422, "invalid", f"{label}没有填对，请再看一下。"))


def install(app: FastAPI) -> None:
    app.add_exception_handler(ProblemError, from_problem_error)
    app.add_exception_handler(HTTPException, from_http_exception)
    app.add_exception_handler(RequestValidationError, from_validation)
    app.add_middleware(Guard)


class Guard:
    """Outermost: forbids caching, and turns a failure into a 500 that logs where it happened but no values."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        started = False

        async def uncached(message: Message) -> None:
            nonlocal started
            if message["type"] == "http.response.start":
                started = True
                message["headers"] = [*message.get("headers", []), (b"cache-control", b"no-store")]
            await send(message)

        try:
            await self.app(scope, receive, uncached)
        except Exception as error:
            frame = error.__traceback__
            while frame and frame.tb_next:
                frame = frame.tb_next
            where = f"{frame.tb_frame.f_code.co_filename}:{frame.tb_lineno}" if frame else "?"
            log.error("%s at %s", type(error).__name__, where)
            if not started:
                answer = problem(500, "internal", "烟草专卖局那边出了点问题，过一会儿再试。")
                await as_response(answer)(scope, receive, uncached)
