"""The folder through which a simulated reader is driven: the card to present, and where its serial line is.

``card.json`` holds a Scene; each writing of it counts as placing a card anew. ``port`` is a link to the serial line
while the simulator runs.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Literal

import msgspec

from kiosk.devices.files import write_whole
from kiosk.devices.id_card.document import IdDocument

Step = Literal["reset", "status", "find", "select", "read", "presence"]
Spoiling = Literal["garbage", "truncate", "bad_checksum", "silent", "removed", "status"]


class Fault(msgspec.Struct, frozen=True, kw_only=True):
    """What goes wrong at a step: noise before the answer, half an answer, a wrong check, no answer, the card lifted
    just before, or the status ``sw3`` instead of the answer.
    """

    step: Step
    kind: Spoiling
    times: int | None = None  # None: every time
    sw3: int = 0x41


class Scene(msgspec.Struct, frozen=True, kw_only=True):
    """What lies on the simulated reader and how it behaves."""

    card: IdDocument | None = None
    photo_length: int = 1024  # bytes of made-up photo where the card has none of its own
    latency_ms: int = 0  # of reading the card's content; a real one takes 600 to 1500
    record: bytes | None = None  # this text record instead of the card's own
    faults: tuple[Fault, ...] = ()


def card_file(folder: Path) -> Path:
    return folder / "card.json"


def write_scene(folder: Path, scene: Scene) -> None:
    write_whole(card_file(folder), msgspec.json.encode(scene))


def read_scene(folder: Path) -> Scene:
    """The scene in the folder; no file means no card. Raises msgspec.MsgspecError for one that makes no sense."""
    try:
        return msgspec.json.decode(card_file(folder).read_bytes(), type=Scene)
    except FileNotFoundError:
        return Scene()


def port_link(folder: Path) -> Path:
    return folder / "port"


def publish_port(folder: Path, port: str) -> None:
    """Says where the line is."""
    folder.mkdir(parents=True, exist_ok=True)
    part = folder / f".port.{os.getpid()}"
    part.symlink_to(port)
    part.replace(port_link(folder))
