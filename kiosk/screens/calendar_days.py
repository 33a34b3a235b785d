"""Days that the server's bounds allow: one day, or from which day to which. An illegal day or range cannot be
touched.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

from backend_client.models import Terms
from kiosk import words
from kiosk.screens import frame
from kiosk.screens.context import Context, Shown
from kiosk.screens.day_pages import day_pages
from kiosk.screens.widgets.calendar import Calendar, CalendarWords
from kiosk.screens.widgets.choice import ChoiceCard, ChoiceList


def add_months(day: date, months: int) -> date:
    """The same day so many months on, or the month's last where it has no such day (民法典 第二百零二条)."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _bounds(terms: Terms) -> tuple[date, date]:
    assert terms.start_from is not None
    assert terms.start_until is not None
    return terms.start_from, terms.start_until


# --- one day ---------------------------------------------------------------------------------------------------------


def one_day(ctx: Context) -> Shown:
    """A few likely days with one touch; any other legal one in three pages."""
    step = ctx.step.name
    first, last = _bounds(ctx.visit.terms(ctx.flow.transaction))
    if ctx.visit.answers.get(f"{step}.other"):
        return _other_day(ctx, step, first, last)
    chosen = ctx.visit.answer(step)
    assert isinstance(chosen, date)
    likely = {"today": first, "tomorrow": first + timedelta(days=1)}
    if not ctx.elder:
        likely |= {"week": first + timedelta(days=7), "next_month": add_months(first.replace(day=1), 1)}
    offered = {name: day for name, day in likely.items() if first <= day <= last}
    if ctx.terminal.services.now().date() != first:
        offered = {"first": first}
    if chosen not in offered.values():
        offered["chosen"] = chosen
    cards = [
        ChoiceCard(ctx.theme, f"choice.{name}", words.day(day), ctx.say(f"common.one_day.{name}"))
        for name, day in offered.items()
    ]
    cards.append(ChoiceCard(ctx.theme, "choice.other", ctx.say("common.one_day.other")))
    marked = next(f"choice.{name}" for name, day in offered.items() if day == chosen)
    spec = frame.page(
        ctx,
        title=ctx.ask("title"),
        lead=ctx.say("common.one_day.lead"),
        blocks=[ChoiceList(ctx.theme, "choices", cards, chosen={marked})],
        dock=frame.back_and_forward(ctx),
    )
    moves: dict[str, Callable[[], None]] = {
        f"choice.{name}": partial(ctx.terminal.draft, step, day) for name, day in offered.items()
    }
    moves["choice.other"] = lambda: ctx.terminal.draft(f"{step}.other", True)
    return Shown(spec, {**moves, "forward": ctx.terminal.forward, "back": ctx.terminal.back})


def _other_day(ctx: Context, step: str, first: date, last: date) -> Shown:
    def done(day: date) -> None:
        ctx.terminal.draft(step, day, quiet=True)
        ctx.terminal.draft(f"{step}.other", False)

    return day_pages(ctx, step, ctx.ask("title"), first, last, done, lambda: ctx.terminal.draft(f"{step}.other", False))


def _lead(ctx: Context) -> str:
    terms = ctx.visit.terms("suspend")
    return ctx.ask("lead", min=_months(ctx, terms.min_months), max=_months(ctx, terms.max_months))


def _months(ctx: Context, months: int | None) -> str:
    """A month and a year as people say them."""
    spoken = {1: "common.one_month", 12: "common.one_year"}
    return ctx.say(spoken[months]) if months in spoken else ctx.say("common.months", n=months or 0)


# --- from which day to which -----------------------------------------------------------------------------------------


def period(ctx: Context) -> Shown:
    """Large calendar; in the elder layout one question a page."""
    terms = ctx.visit.terms("suspend")
    first, last = _bounds(terms)
    shortest, longest = terms.min_months or 0, terms.max_months or 0

    def end_range(start: date) -> tuple[date, date]:
        return add_months(start, shortest), add_months(start, longest)

    return _period_pages(ctx, first, last, end_range) if ctx.elder else _period_calendar(ctx, first, last, end_range)


EndRange = Callable[[date], tuple[date, date]]


def _draft(ctx: Context) -> tuple[date | None, date | None]:
    kept = ctx.visit.answers.get("period_draft") or ctx.visit.answers.get("period") or (None, None)
    assert isinstance(kept, tuple)
    return kept


def _keep(ctx: Context, start: date | None, end: date | None) -> None:
    """A whole range is the answer; half of one is kept as a draft, so that it survives another size of type."""
    ctx.terminal.draft("period", (start, end) if start and end else None, quiet=True)
    ctx.terminal.draft("period_draft", (start, end))


def _period_calendar(ctx: Context, first: date, last: date, end_range: EndRange) -> Shown:
    start, end = _draft(ctx)
    terms = ctx.visit.terms("suspend")
    calendar = Calendar(
        ctx.theme,
        "calendar",
        start_from=first,
        start_until=last,
        end_range=end_range,
        start=start,
        end=end,
        say=CalendarWords(
            start=ctx.ask("start"),
            end=ctx.ask("end"),
            total=words.plain(ctx.ask("total", n="{days}")),
            hint=ctx.ask("hint_start"),
            hint_end=lambda day: ctx.ask(
                "hint", day=words.short_day(end_range(day)[0]), min=_months(ctx, terms.min_months)
            ),
        ),
    )
    missing = "" if start and end else ctx.ask("pick_end" if start else "pick_start")
    spec = frame.page(
        ctx,
        title=ctx.ask("title"),
        lead=_lead(ctx),
        blocks=[calendar],
        dock=frame.back_and_forward(ctx, ctx.ask("forward"), missing=missing, gap="calendar"),
    )
    return Shown(spec, {
        "calendar": lambda: _keep(ctx, calendar.start, calendar.end),
        "forward": ctx.terminal.forward,
        "back": ctx.terminal.back,
    })  # fmt: skip


def _period_pages(ctx: Context, first: date, last: date, end_range: EndRange) -> Shown:
    start, end = _draft(ctx)
    if start is None:
        return day_pages(
            ctx, "start", ctx.ask("from_title"), first, last, lambda day: _keep(ctx, day, None), ctx.terminal.back
        )
    if end is None:
        earliest, latest = end_range(start)
        return day_pages(
            ctx, "end", ctx.ask("to_title"), earliest, latest,
            lambda day: _keep(ctx, start, day), lambda: _keep(ctx, None, None),
        )  # fmt: skip
    cards = [
        ChoiceCard(
            ctx.theme, "again.start", f"{ctx.ask('start')}　{words.full_day(start)}", ctx.say("common.one_day.change")
        ),
        ChoiceCard(
            ctx.theme, "again.end", f"{ctx.ask('end')}　{words.full_day(end)}", ctx.say("common.one_day.change")
        ),
    ]
    spec = frame.page(
        ctx,
        title=words.plain(ctx.ask("total", n=(end - start).days + 1)),
        lead=_lead(ctx),
        blocks=[ChoiceList(ctx.theme, "period", cards)],
        dock=frame.back_and_forward(ctx, ctx.ask("forward")),
    )
    return Shown(spec, {
        "again.start": lambda: _keep(ctx, None, None),
        "again.end": lambda: _keep(ctx, start, None),
        "forward": ctx.terminal.forward,
        "back": ctx.terminal.back,
    })  # fmt: skip
