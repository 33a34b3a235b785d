"""One licence with everything that may be done with it, as the API shows it."""

from __future__ import annotations

from licensing_server.contract.licences import Eligibility, Licence, RegistryRecord, Suspension, Transactions
from licensing_server.contract.names import TransactionName
from licensing_server.rules.basis import weigh
from licensing_server.rules.facts import STATUS_TEXTS, Case
from licensing_server.rules.registry import differences
from licensing_server.rules.transactions import TRANSACTIONS

SHOWN_AS_STORED = (
    "licence_no",
    "shop_name",
    "person_in_charge",
    "economic_type",
    "premises_address",
    "scope",
    "supplier",
    "issuer",
    "valid_from",
    "valid_until",
    "issued_on",
    "contact_phone",
)


def assess(name: TransactionName, case: Case) -> Eligibility:
    """Advice on one transaction before any answer was given."""
    transaction = TRANSACTIONS[name]
    return weigh(transaction.examine(case, None), transaction.terms(case))


def show(case: Case) -> Licence:
    licence, today = case.licence, case.today
    status = licence.status(today)
    registry = licence.registry
    suspension = None
    if licence.has_suspension(today) and licence.suspension_start and licence.suspension_end:
        suspension = Suspension(
            start=licence.suspension_start, end=licence.suspension_end, overdue=licence.is_overdue(today)
        )
    return Licence(
        **{field: getattr(licence, field) for field in SHOWN_AS_STORED},
        status=status,
        status_text=STATUS_TEXTS[status],
        days_left=(licence.valid_until - today).days,
        suspension=suspension,
        registry=RegistryRecord(
            credit_code=registry.credit_code,
            status=registry.status,
            shop_name=registry.shop_name,
            person_in_charge=registry.person_in_charge,
            premises_address=registry.premises_address,
            economic_type=registry.economic_type,
            differences=differences(licence),
        ),
        transactions=Transactions(**{name: assess(name, case) for name in TRANSACTIONS}),
    )
