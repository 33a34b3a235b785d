"""A day asked for in up to three pages, 年 → 月 → 日, each with a few large answers; a page with one answer is
left out.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial

from kiosk.screens import frame
from kiosk.screens.context import Context, Shown
from kiosk.screens.page import DockButton
from kiosk.screens.widgets.date_pages import DateStage, date_grid, date_options


def day_pages(
    ctx: Context, key: str, title: str, first: date, last: date, done: Callable[[date], None], back: Callable[[], None]
) -> Shown:
    """``key`` keeps what has been answered so far; ``done`` takes the day, ``back`` leaves the first page."""
    answers, terminal = ctx.visit.answers, ctx.terminal
    years = date_options("year", first, last)
    year = _number(answers.get(f"{key}.year")) or (first.year if len(years) == 1 else None)
    months = date_options("month", first, last, year=year) if year else []
    month = _number(answers.get(f"{key}.month")) or (int(months[0][0][-2:]) if len(months) == 1 else None)
    stage: DateStage = "year" if year is None else "month" if month is None else "day"
    options = {option for option, _ in date_options(stage, first, last, year=year, month=month)}
    chosen = answers.get(f"{key}.touched")
    touched = chosen if isinstance(chosen, str) and chosen in options else None

    def forward() -> None:
        assert touched is not None
        terminal.draft(f"{key}.touched", None, quiet=True)
        if stage == "day":
            for part in ("year", "month"):
                answers.pop(f"{key}.{part}", None)
            done(date.fromisoformat(touched.removeprefix("day-")))
        else:
            terminal.draft(f"{key}.{stage}", int(touched.rpartition("-")[2]))

    def one_page_back() -> None:
        for part in ("month", "year"):
            if answers.pop(f"{key}.{part}", None) is not None:
                terminal.on_change()
                return
        back()

    spec = frame.page(
        ctx,
        title=title,
        lead=ctx.say(f"common.day_pages.{stage}", year=year or "", month=month or ""),
        blocks=[date_grid(ctx.theme, "dates", stage, first, last, year=year, month=month, chosen=touched)],
        dock=[[
            DockButton("back", ctx.say("common.back"), "back"),
            DockButton(
                "forward",
                ctx.say("common.forward"),
                "forward",
                missing="" if touched else ctx.say("common.day_pages.choose_first"),
                gap="dates",
            ),
        ]],
    )  # fmt: skip
    moves = {option: partial(terminal.draft, f"{key}.touched", option) for option in options}
    return Shown(spec, {**moves, "forward": forward, "back": one_page_back})


def phase(answers: Mapping[str, object]) -> str:
    """How far a day or a range has been answered, for telling one page of it from another."""
    parts = [key for key, value in sorted(answers.items()) if key.endswith((".year", ".month", ".other")) and value]
    draft = answers.get("period_draft")
    chosen = sum(each is not None for each in draft) if isinstance(draft, tuple) else 0
    return "-".join([str(chosen), *parts])


def _number(value: object) -> int | None:
    return value if isinstance(value, int) else None
