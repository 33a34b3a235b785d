"""The closed lists and the small text types that the other models are made of."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

TransactionName = Literal["renew", "cancel", "modify", "suspend", "resume", "reissue"]
CardType = Literal["citizen", "hmt", "foreign_2017", "foreign_2023"]
LicenceStatus = Literal["valid", "suspended", "expired", "cancelled", "recovered", "revoked"]
RegistryStatus = Literal["active", "revoked", "cancelled", "not_found"]
RegistryField = Literal["shop_name", "person_in_charge", "premises_address", "economic_type"]
DeliveryMethod = Literal["post", "visit", "collect"]
FilingState = Literal[
    "submitted", "accepted", "in_review", "to_be_corrected", "granted", "refused", "delivering", "closed", "withdrawn"
]

DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
DATE_TIME = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})", re.ASCII | re.IGNORECASE)


def _date(value: Any) -> Any:
    """JSON has no dates: exactly YYYY-MM-DD becomes one, anything else is left to fail."""
    return date.fromisoformat(value) if isinstance(value, str) and DATE.fullmatch(value) else value


def _date_time(value: Any) -> Any:
    """RFC 3339 with an offset, nothing looser."""
    if isinstance(value, str) and DATE_TIME.fullmatch(value):
        return datetime.fromisoformat(value.upper())
    return value


def _whole(value: Any) -> Any:
    """JSON knows one kind of number: 1.0 is the integer 1."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


# Strict python validation still refuses a date given as a datetime, a number or another string.
Day = Annotated[date, BeforeValidator(_date)]
Moment = Annotated[datetime, BeforeValidator(_date_time)]
# No control characters: what a citizen typed or a card held never contains them.
Line = Annotated[str, StringConstraints(min_length=1, max_length=200, pattern=r"^[^\x00-\x1f\x7f]*$")]
Code = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]{0,39}$")]
LicenceNo = Annotated[str, StringConstraints(pattern=r"^[0-9]{12}$")]
FilingNo = Annotated[str, StringConstraints(pattern=r"^YC[0-9]{11,13}$")]
QueryCode = Annotated[str, StringConstraints(pattern=r"^[0-9]{12}$")]
Phone = Annotated[str, StringConstraints(pattern=r"^(1[3-9][0-9]{9}|0[0-9]{2,3}-?[0-9]{7,8})$")]
WHOLE = BeforeValidator(_whole)  # comes after the bounds, or they would be lost from the schema
Stars = Annotated[int, Field(ge=1, le=5), WHOLE]


class Model(BaseModel):
    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)
