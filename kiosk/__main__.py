"""The command line: ``kiosk run`` opens the terminal, ``kiosk tour`` walks every transaction and leaves pictures
and prints, ``kiosk simulate`` moves the simulated devices. Qt is imported only after the server's own process has
been started.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

USAGE_ERROR = 2


def parser() -> argparse.ArgumentParser:
    top = argparse.ArgumentParser(prog="kiosk", description="Self-service terminal for the tobacco retail licence.")
    commands = top.add_subparsers(dest="command", required=True)

    run = commands.add_parser("run", help="open the terminal, full screen")
    run.add_argument("--windowed", action="store_true", help="in a window, with the development dock beside it")
    run.add_argument(
        "--config",
        type=Path,
        metavar="FILE",
        help="settings (TOML); by default config.toml in the user's settings folder",
    )

    tour = commands.add_parser(
        "tour", help="walk every transaction with synthesized touches; write pictures, prints and summary.json"
    )
    tour.add_argument("--out", type=Path, required=True, metavar="DIR")
    tour.add_argument("--elder", action="store_true", help="in the elder layout")
    tour.add_argument("--size", type=panel_size, default=(1080, 1920), metavar="WxH")
    tour.add_argument(
        "--holder-name", metavar="NAME", help="the name of every holder: on card, licence, screens and documents"
    )

    simulate = commands.add_parser("simulate", help="move the simulated devices of a running terminal")
    simulate.add_argument("--config", type=Path, metavar="FILE")
    actions = simulate.add_subparsers(dest="action", required=True)
    place = actions.add_parser("place-card", help="lay a person's card on the reader")
    place.add_argument("person", help="a key of assets/demo/people.toml, e.g. chen_fang")
    for action, text in SIMULATIONS.items():
        actions.add_parser(action, help=text)
    return top


SIMULATIONS = {
    "remove-card": "take the card away",
    "spoil-card": "the card lies there but cannot be read",
    "paper-out": "the printer has no paper",
    "jam": "the printer is jammed",
    "refill": "the printer is well again",
    "people": "list the people whose cards can be laid",
}


def panel_size(text: str) -> tuple[int, int]:
    width, _, height = text.lower().partition("x")
    if not (width.isdecimal() and height.isdecimal()) or min(int(width), int(height)) < 480:
        raise argparse.ArgumentTypeError(f"{text!r} is not a size such as 1080x1920 (480 pixels at least each way)")
    return int(width), int(height)


def main(arguments: Sequence[str] | None = None) -> int:
    """Exit status: 0 well, 1 failed, 2 wrong use; what was wrong is one sentence on standard error."""
    options = parser().parse_args(arguments)
    from kiosk.settings import SettingsError

    try:
        match options.command:
            case "run":
                from kiosk.start import run

                return run(config=options.config, windowed=options.windowed)
            case "tour":
                from kiosk.start import tour

                return tour(out=options.out, elder=options.elder, size=options.size, holder_name=options.holder_name)
            case _:
                from kiosk.start import simulate

                return simulate(options.config, options.action, getattr(options, "person", None))
    except SettingsError as error:
        print(f"kiosk: {error}", file=sys.stderr)
        return USAGE_ERROR


if __name__ == "__main__":
    sys.exit(main())
