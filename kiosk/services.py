"""What the terminal's parts are given: the devices, the API, the journal's deliverer, the clock. Wired in
``app.py`` only.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from backend_client.client import LicensingClient
from kiosk.background import Background
from kiosk.delivery import Deliverer
from kiosk.devices.id_card.reader import CardReader
from kiosk.devices.printer.printer import Printer
from kiosk.settings import Settings


@dataclass(frozen=True)
class Services:
    settings: Settings
    client: LicensingClient
    deliverer: Deliverer
    reader: CardReader
    printer: Printer
    background: Background
    now: Callable[[], datetime]  # the server's time, zone Asia/Shanghai
