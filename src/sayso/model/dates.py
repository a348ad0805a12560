"""Date expressions: a stretch of text in, an ISO 8601 prefix with no invented part out.

Reads ISO 8601, RFC 822, the forms of `Date.toString` in several languages, epoch seconds, and dates with month names
as newspapers write them. `03/04/2026` is two days; it is read only if one of them cannot be or an order is declared.
Every pattern is made of bounded repetitions, so the time is linear in the text. Names of months and zones are data:
`schema/dates.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache
from itertools import groupby
from typing import Literal

from sayso.model.clock import STATED_TIME, TIME, clock, spellings

__all__ = [
    "DateReading",
    "Order",
    "Precision",
    "find_dates",
    "find_yearless",
    "order_of_locale",
    "parse_date",
    "whole_date",
]

Order = Literal["dmy", "mdy"]
Precision = Literal["second", "minute", "day", "month", "year"]

EARLIEST, LATEST = 1800, 2099
"""Years outside are taken for other numbers."""


@dataclass(frozen=True, slots=True)
class DateReading:
    """What a date expression says: an ISO 8601 prefix, how fine it is, and where it stands in the text.

    `value` is `2026`, `2026-01`, `2026-01-07`, `2026-01-07T18:10` or `2026-01-07T18:10:00`, the last two with an
    offset (`+07:00`) where one is given. A day without a year reads `--01-07`, as in XML Schema's gMonthDay.
    """

    value: str
    precision: Precision
    start: int
    end: int


_BEFORE_TIME = r"(?:T|[\s,|@•·–—-]{1,4}(?:(?:at|um|à|às|a las|alle|ore|klo|kl\.|о|в)\s{1,2})?|\s?(?:at|um|à)\s{1,2})"
_COMPACT = (
    r"(?<!\d)(?P<year>(?:19|20)\d\d)(?P<number>[01]\d)(?P<day>[0-3]\d)"
    r"(?:T(?P<hour>\d\d)(?P<minute>\d\d)(?P<second>\d\d)(?P<zone>Z|[+-]\d{4})?)?(?!\d)"
)
_EPOCH = re.compile(r"(\d{9,10})(?:\.\d{1,9})?|(\d{12,13})", re.ASCII)
_BARE_YEAR = re.compile(r"\d{4}", re.ASCII)
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WEEKDAY = re.compile(r"\b(mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\.?,?\s{0,2}\Z", re.IGNORECASE)
_LONGEST = 80
"""A longer expression is no date alone."""


def _month_number(name: str) -> int:
    """The number of a month's name; 0 where only case folding made it look like one (`ſept`)."""
    return _month_numbers().get(name.lower(), 0)


@cache
def _month_numbers() -> dict[str, int]:
    return {name: int(number) for number, names in spellings()["months"].items() for name in names}


def _month() -> str:
    # Grouped by first letter: hundreds of alternatives side by side, tried at every character, are slow.
    names = groupby(sorted(_month_numbers(), key=lambda name: (name[0], -len(name), name)), key=lambda name: name[0])
    letters = (f"{first}(?:{'|'.join(name[1:] for name in group)})" for first, group in names)
    return f"(?P<month>{'|'.join(letters)})(?![^\\W\\d_])\\.?"


def _sources(time: str) -> tuple[str, ...]:
    month, ordinal = _month(), r"(?:st|nd|rd|th|er|\.|º|ª)?"
    year, clock = r"(?P<year>\d{4})", f"(?:{_BEFORE_TIME}{time})?"
    joint = r"(?:\s{0,2}[-/.]\s{0,2}|\s{0,2}\b(?:of|de|del|d[’'])\s{0,2}|\s{0,3})"
    return (
        rf"(?<!\d){year}(?P<mark>[-/.])(?P<number>\d{{1,2}})(?P=mark)(?P<day>\d{{1,2}})(?!\d){clock}",
        _COMPACT,
        rf"(?<!\d){year}\s?[年년]\s?(?P<number>\d{{1,2}})\s?[月월]\s?(?P<day>\d{{1,2}})\s?[日일](?:\s{{0,2}}{time})?",
        rf"(?<!\d)(?<!\d[.,:])(?P<day>\d{{1,2}}){ordinal}{joint}{month},?{joint}(?:,\s?)?{year}{clock}",
        rf"{month}\s{{0,3}}(?P<day>\d{{1,2}})\s{{1,3}}{time}\s{{1,3}}{year}",
        rf"{month}\s{{0,3}}(?P<day>\d{{1,2}}){ordinal}(?:\s?,\s{{0,3}}|\s{{1,3}}){year}{clock}",
        rf"(?<![\d.,/:-])(?P<first>\d{{1,2}})(?P<mark>[-/.]\s?)(?P<then>\d{{1,2}})(?P=mark){year}{clock}",
        rf"(?<!\d){year}-(?P<number>0\d|1[0-2])(?![\d-])",
        rf"(?<!\d)(?<!\d\s)(?<!\d[.-]\s){month},?\s{{1,3}}(?:de\s|of\s|del\s)?{year}",
    )


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(source, re.IGNORECASE) for source in _sources(TIME))


@cache
def _whole_patterns() -> tuple[re.Pattern[str], ...]:
    """What may stand alone: as in a text, with the day of the week before and a comment in brackets after it."""
    short = rf"(?P<day>\d{{1,2}})[ -]{{1,3}}{_month()}[ -]{{1,3}}(?P<year>\d\d)(?:{_BEFORE_TIME}{STATED_TIME})?"
    return tuple(
        re.compile(rf"(?:[^\W\d_]{{3,9}}\.?,?\s{{1,3}})?(?:{source})(?:\s{{0,3}}\([^()]{{0,40}}\))?", re.IGNORECASE)
        for source in (*_sources(STATED_TIME), short)
    )


_SHORT_YEAR = re.compile(r"\s*(?P<first>\d{1,2})(?P<mark>[./])(?P<then>\d{1,2})(?P=mark)(?P<year>\d\d)\s*", re.ASCII)
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_COUNT = re.compile(r"\d{1,4}\s?(?:comments?|mins?|views?|shares?|Kommentare?)(?![^\W\d_])", re.IGNORECASE)
_REACH = 48


def parse_date(expression: str, *, order: Order | None = None) -> DateReading | None:
    """The first date in an expression; None where there is none or it can be read as two different days.

    >>> parse_date("Posted on Nov. 14, 2025").value
    '2025-11-14'
    >>> parse_date("16 Jan 2026 08:00 IST").value
    '2026-01-16T08:00'
    >>> parse_date("03/04/2026") is None
    True
    """
    if bare := _number(expression):
        return bare
    if short := _SHORT_YEAR.fullmatch(expression):
        return _reading(short, order)
    return next(iter(find_dates(expression, order=order)), None)


def whole_date(expression: str) -> DateReading | None:
    """The date that an expression states and nothing else, as feeds, mails and records do; None where it is not sure.

    >>> [whole_date(said).value for said in ("Mon, 02 Feb 2026 13:00:00 +0700", "October 2025")]
    ['2026-02-02T13:00:00+07:00', '2025-10']
    >>> whole_date("since October 2025, at least"), whole_date("03/04/2026")
    (None, None)
    """
    expression = expression.strip()
    if len(expression) > _LONGEST:
        return None
    if bare := _number(expression):
        return bare
    matches = (pattern.fullmatch(expression) for pattern in _whole_patterns())
    return next((reading for match in matches if match and (reading := _reading(match, None))), None)


def find_dates(text: str, *, order: Order | None = None) -> list[DateReading]:
    """Every date with a year in a text, in order, none overlapping another.

    >>> [reading.value for reading in find_dates("Posted 7 March 2026, updated 2026-03-08T09:30Z")]
    ['2026-03-07', '2026-03-08T09:30+00:00']
    """
    found: list[DateReading] = []
    for start, end in _windows(text):
        for reading in sorted(_read(text, start, end, order), key=lambda r: (r.start, -r.end)):
            if not found or reading.start >= found[-1].end:
                found.append(reading)
    return found


def find_yearless(text: str) -> list[DateReading]:
    """Days named without a year, as wire datelines have them: `Jan 6` reads `--01-06`.

    >>> find_yearless("KARVA, Jan 6 (Frontier Wire)")[0].value
    '--01-06'
    """
    found = []
    for match in _yearless().finditer(text):
        number, day = _month_number(match["month"]), int(match["day"] or match["after"])
        if number and _is_day(2024, number, day):
            found.append(DateReading(f"--{number:02}-{day:02}", "day", *match.span()))
    return found


@cache
def _yearless() -> re.Pattern[str]:
    after = r"\s{1,2}(?P<after>\d{1,2})(?:st|nd|rd|th)?(?![\d:.])(?!,?\s{1,2}\d{4})"
    month = _month()
    return re.compile(
        rf"\b(?:(?P<day>\d{{1,2}})\.?\s{{1,2}})?{month}(?(day)(?!,?\s{{1,2}}\d{{4}})|{after})", re.IGNORECASE
    )


def order_of_locale(tag: str | None) -> Order | None:
    """How a locale (`en-GB`, `de_AT`) writes numeric dates; None where that is not known, as for a bare `en`.

    >>> order_of_locale("en-US"), order_of_locale("de"), order_of_locale("en")
    ('mdy', 'dmy', None)
    """
    name = (tag or "").strip().lower().replace("_", "-")
    if name in spellings()["orders"]["unknown"]:
        return None
    return "mdy" if name in spellings()["orders"]["mdy"] else "dmy"


def _windows(text: str) -> Iterator[tuple[int, int]]:
    """Stretches around what may be a year: dates stand nowhere else."""
    start = end = -1
    for year in _YEAR.finditer(text):
        if year.start() - _REACH > end:
            if end >= 0:
                yield start, end
            start = max(0, year.start() - _REACH)
        end = min(len(text), year.end() + _REACH)
    if end >= 0:
        yield start, end


def _read(text: str, start: int, end: int, order: Order | None) -> Iterator[DateReading]:
    for pattern in _patterns():
        for match in pattern.finditer(text, start, end):
            if _stands_alone(text, match) and (reading := _reading(match, order)):
                yield reading


def _stands_alone(text: str, match: re.Match[str]) -> bool:
    start, end = match.span()
    # Flattened pages glue: "Jane DoeNovember 14, 2025".
    before = text[start - 1 : start] if start and "month" in match.groupdict() else ""
    if before.isalpha() and text[start].isalpha() and not (text[start].isupper() and before.islower()):
        return False
    year_end = match.end("year")
    return end != year_end or not text[year_end : year_end + 1].isdigit() or bool(_COUNT.match(text, year_end))


def _reading(match: re.Match[str], order: Order | None) -> DateReading | None:
    parts = match.groupdict()
    year = int(parts["year"]) if len(parts["year"]) == 4 else _full_year(int(parts["year"]))
    if not EARLIEST <= year <= LATEST:
        return None
    if "first" in parts:
        return _numeric(match, year, order)
    number = int(parts["number"]) if parts.get("number") else _month_number(parts["month"])
    if not 1 <= number <= 12:
        return None
    if parts.get("day") is None:
        return DateReading(
            f"{year:04}-{number:02}", "month", match.start(), match.end("year" if "month" in parts else 0)
        )
    return _dated(match, year, number, int(parts["day"]))


def _full_year(short: int) -> int:
    # RFC 2822, 4.3: 00 to 49 are of this century.
    return short + (2000 if short < 50 else 1900)


def _numeric(match: re.Match[str], year: int, order: Order | None) -> DateReading | None:
    first, then = int(match["first"]), int(match["then"])
    if order is None and (match["mark"].strip() == "." or first > 12):
        order = "dmy"  # nobody writes month.day.year with dots by custom
    elif order is None and (then > 12 or first == then):
        order = "mdy"
    if order is None:
        order = _order_by_weekday(match, year, first, then)
    if order is None:
        return None
    day, number = (first, then) if order == "dmy" else (then, first)
    if not _is_day(year, number, day):
        day, number = number, day
    return _dated(match, year, number, day)


def _order_by_weekday(match: re.Match[str], year: int, first: int, then: int) -> Order | None:
    """`Thu, 12/02/2026`: the weekday before a day that may be two fits one of them only."""
    named = _WEEKDAY.search(match.string, max(0, match.start() - 14), match.start())
    if named is None:
        return None
    index = _WEEKDAYS.index(named[1].lower())
    fits: list[Order] = []
    if _is_day(year, then, first) and date(year, then, first).weekday() == index:
        fits.append("dmy")
    if _is_day(year, first, then) and date(year, first, then).weekday() == index:
        fits.append("mdy")
    return fits[0] if len(fits) == 1 else None


def _is_day(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _dated(match: re.Match[str], year: int, month: int, day: int) -> DateReading | None:
    if not _is_day(year, month, day):
        return None
    value = f"{year:04}-{month:02}-{day:02}"
    time = clock(match.groupdict())
    if time is None:
        return DateReading(value, "day", *match.span())
    return DateReading(value + time, "second" if match["second"] else "minute", *match.span())


def _number(expression: str) -> DateReading | None:
    """A number that stands alone: seconds or milliseconds since 1970, or a year."""
    bare = expression.strip()
    if _BARE_YEAR.fullmatch(bare) and EARLIEST <= int(bare) <= LATEST:
        return DateReading(bare, "year", 0, len(expression))
    if not (epoch := _EPOCH.fullmatch(bare)):
        return None
    moment = datetime.fromtimestamp(int(epoch[1]) if epoch[1] else int(epoch[2]) // 1000, UTC)
    if not EARLIEST <= moment.year <= LATEST:
        return None
    return DateReading(moment.isoformat(timespec="seconds"), "second", 0, len(expression))
