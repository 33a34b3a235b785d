"""The transactions by name. A seventh is one more file and one more line here."""

from kiosk.transactions import cancel, modify, query, reissue, renew, resume, suspend
from kiosk.transactions.flow import Flow, Step

FLOWS: dict[str, Flow] = {
    module.FLOW.transaction: module.FLOW for module in (renew, query, modify, suspend, resume, reissue, cancel)
}
# The home screen's tiles in their order; resume has none of its own, the licence's state picks it.
TILES: tuple[str, ...] = ("renew", "query", "modify", "suspend", "reissue", "cancel")

__all__ = ["FLOWS", "TILES", "Flow", "Step"]
