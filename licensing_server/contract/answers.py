"""What the citizen answers in each transaction, and the body that files it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from licensing_server.contract.names import (
    WHOLE,
    Code,
    Day,
    DeliveryMethod,
    FilingNo,
    LicenceNo,
    Line,
    Model,
    Moment,
    Phone,
    RegistryField,
)


class RenewAnswers(Model):
    pass


class CancelAnswers(Model):
    reason: Code
    cease_on: Day


class Change(Model):
    field: RegistryField
    new_value: Line
    ground: Code | None = None


class ModifyAnswers(Model):
    changes: Annotated[list[Change], Field(min_length=1, max_length=4)]


class SuspendAnswers(Model):
    reason: Code
    start: Day
    end: Day


class ResumeAnswers(Model):
    reason: Code
    resume_on: Day


class ReissueAnswers(Model):
    cause: Code
    copies: Annotated[list[Code], Field(min_length=1, max_length=2)]
    circumstances: Code


class Delivery(Model):
    method: DeliveryMethod
    address: Line


class Pledge(Model):
    pledge_id: Line
    accepted: bool


Pixel = Annotated[int, Field(ge=-20000, le=20000), WHOLE]
Point = Annotated[list[Pixel], Field(min_length=2, max_length=2)]
Stroke = Annotated[list[Point], Field(min_length=1, max_length=5000)]


class Signature(Model):
    width: Annotated[int, Field(ge=1, le=20000), WHOLE]
    height: Annotated[int, Field(ge=1, le=20000), WHOLE]
    strokes: Annotated[list[Stroke], Field(min_length=1)]


class FilingBase(Model):
    licence_no: LicenceNo
    contact_phone: Phone
    delivery: Delivery | None
    pledge: Pledge
    signature: Signature
    signed_at: Moment
    insist: bool = False
    corrects: FilingNo | None = None


class RenewFiling(FilingBase):
    transaction: Literal["renew"]
    answers: RenewAnswers


class CancelFiling(FilingBase):
    transaction: Literal["cancel"]
    answers: CancelAnswers


class ModifyFiling(FilingBase):
    transaction: Literal["modify"]
    answers: ModifyAnswers


class SuspendFiling(FilingBase):
    transaction: Literal["suspend"]
    answers: SuspendAnswers


class ResumeFiling(FilingBase):
    transaction: Literal["resume"]
    answers: ResumeAnswers


class ReissueFiling(FilingBase):
    transaction: Literal["reissue"]
    answers: ReissueAnswers


FilingBody = Annotated[
    RenewFiling | CancelFiling | ModifyFiling | SuspendFiling | ResumeFiling | ReissueFiling,
    Field(discriminator="transaction"),
]
