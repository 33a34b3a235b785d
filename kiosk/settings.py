"""What one terminal is set to: a TOML file, over it ``KIOSK_<TABLE>_<KEY>`` from the environment. Each value has a
default that works, so that a bare machine needs no file. Legal numbers are not here: the licensing API tells them.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Literal

import msgspec

TextSize = Literal[1, 2, 3, 4]  # the stops of the one size axis; 3 and 4 are the elder layout
Scheme = Literal["standard", "contrast", "dark"]
Seconds = Annotated[float, msgspec.Meta(gt=0)]


class Terminal(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    number: str = "YC-0001"
    hall: str = "恩平市沙湖镇政务服务中心"


class Api(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    url: str = ""  # empty: the reference server runs embedded
    database: str = ""  # of the embedded server; empty: its own default
    deadline_s: Seconds = 15.0  # how long a citizen waits for an answer before the outcome slip


class Screen(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    pitch_mm: Annotated[float, msgspec.Meta(ge=0)] = (
        0.0  # of the panel; 0: taken from the size (21.5″ 1080p = 0.248, 19″ SXGA = 0.294)
    )
    text_size: TextSize = 1  # what every visit begins with
    scheme: Scheme = "standard"
    reduced_motion: bool = False
    reader_side: Literal["left", "right"] = "right"  # where the drawing shows the card reader


class Timing(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The elder layout doubles the first and the third and makes the second half as long again."""

    idle: Seconds = 90.0  # no touch for so long: the warning
    warning: Seconds = 40.0  # the warning's countdown
    farewell: Seconds = 20.0  # thanks, then home
    paper_wait: Seconds = 120.0  # an interrupted print waits so long for paper
    print_expiry: Seconds = 600.0  # a job older than this never comes out


class Devices(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    reader: str = "simulated"  # or a serial device such as /dev/serial/by-id/…
    printer: Literal["simulated"] = "simulated"  # a folder; real printers come with their driver
    printing_s: float = 2.0  # of the simulated printer: how long a page takes
    simulators: str = ""  # folder of the simulators; empty: in the state folder


class Settings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    terminal: Terminal = Terminal()
    api: Api = Api()
    screen: Screen = Screen()
    timing: Timing = Timing()
    devices: Devices = Devices()


class SettingsError(ValueError):
    """The file or the environment holds a value that no terminal can run with; the text names it."""


def load(path: Path | None, environment: Mapping[str, str] = os.environ) -> Settings:
    """Reads the settings. Raises SettingsError naming the key, or the file that cannot be read."""
    values: dict[str, Any] = {}
    if path is not None:
        try:
            values = tomllib.loads(path.read_text(encoding="utf-8"))
        except OSError as error:
            raise SettingsError(f"{path}: {error.strerror}") from error
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise SettingsError(f"{path}: {error}") from error
    for table in msgspec.structs.fields(Settings):
        for key in msgspec.structs.fields(table.type):
            given = environment.get(f"KIOSK_{table.name}_{key.name}".upper())
            if given is not None and isinstance(values.setdefault(table.name, {}), dict):
                values[table.name][key.name] = given
    try:
        # strict=False: the environment knows only text, so "12" is taken for a number where one is wanted
        return msgspec.convert(values, Settings, strict=False)
    except msgspec.ValidationError as error:
        raise SettingsError(str(error)) from error
