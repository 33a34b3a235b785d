"""The transactions, each in its own file; the order is the order on the first screen."""

from __future__ import annotations

from licensing_server.contract.names import TransactionName
from licensing_server.rules.basis import Transaction
from licensing_server.rules.transactions import cancel, modify, reissue, renew, resume, suspend

TRANSACTIONS: dict[TransactionName, Transaction] = {
    module.TRANSACTION.name: module.TRANSACTION for module in (renew, modify, suspend, resume, reissue, cancel)
}
