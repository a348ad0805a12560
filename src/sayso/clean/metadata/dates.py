"""Date expressions: a stretch of text in, an ISO 8601 prefix with no invented part out.

Reads ISO 8601, RFC 822, the forms of `Date.toString` in several languages, epoch seconds, and dates with month names
as newspapers write them. `03/04/2026` is two days; it is read only if one of them cannot be or an order is declared.
Every pattern is made of bounded repetitions, so the time is linear in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache
from typing import Literal

from sayso.clean.metadata.tables import table, words

__all__ = ["DateReading", "Order", "Precision", "find_dates", "find_yearless", "order_of_locale", "parse_date"]

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


_TIME = (
    r"(?P<hour>[01]?\d|2[0-4])(?:[:.hH](?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d)(?:[.,]\d{1,9})?)?)"
    r"(?:\s{0,2}(?P<half>[aApP])\.?\s?[mM]\b\.?|\s{0,2}(?:Uhr|hrs?|Hrs|น\.)\b)?"
    r"(?:\s{0,2}\(?(?P<zone>(?:GMT|UTC)?[+-]\d\d:?\d\d|(?-i:Z|[A-Z]{3,4})\b))?"
)
_BEFORE_TIME = r"(?:T|[\s,|@•·–—-]{1,4}(?:(?:at|um|à|às|a las|alle|ore|klo|kl\.|о|в)\s{1,2})?|\s?(?:at|um|à)\s{1,2})"
_CLOCK = f"(?:{_BEFORE_TIME}{_TIME})?"
_COMPACT = (
    r"(?<!\d)(?P<year>(?:19|20)\d\d)(?P<number>[01]\d)(?P<day>[0-3]\d)"
    r"(?:T(?P<hour>\d\d)(?P<minute>\d\d)(?P<second>\d\d)(?P<zone>Z|[+-]\d{4})?)?(?!\d)"
)
_BARE = re.compile(r"\s*(\d{10}|\d{13})\s*")


def _month_number(name: str) -> int:
    """The number of a month's name; 0 where only case folding made it look like one (`ſept`)."""
    return _month_numbers().get(name.lower(), 0)


@cache
def _month_numbers() -> dict[str, int]:
    return {name: int(number) for number in table("months") for name in words("months", number)}


def _month() -> str:
    names = sorted(_month_numbers(), key=len, reverse=True)
    return f"(?P<month>{'|'.join(names)})(?![^\\W\\d_])\\.?"


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    month, ordinal = _month(), r"(?:st|nd|rd|th|er|\.|º|ª)?"
    year = r"(?P<year>\d{4})"
    joint = r"(?:\s{0,2}[-/.]\s{0,2}|\s{0,2}\b(?:of|de|del|d[’'])\s{0,2}|\s{0,3})"
    sources = (
        rf"(?<!\d){year}(?P<mark>[-/.])(?P<number>\d{{1,2}})(?P=mark)(?P<day>\d{{1,2}})(?!\d){_CLOCK}",
        _COMPACT,
        rf"(?<!\d){year}\s?[年년]\s?(?P<number>\d{{1,2}})\s?[月월]\s?(?P<day>\d{{1,2}})\s?[日일](?:\s{{0,2}}{_TIME})?",
        rf"(?<!\d)(?<!\d[.,:])(?P<day>\d{{1,2}}){ordinal}{joint}{month},?{joint}(?:,\s?)?{year}{_CLOCK}",
        rf"{month}\s{{0,3}}(?P<day>\d{{1,2}})\s{{1,3}}{_TIME}\s{{1,3}}{year}",
        rf"{month}\s{{0,3}}(?P<day>\d{{1,2}}){ordinal}(?:\s?,\s{{0,3}}|\s{{1,3}}){year}{_CLOCK}",
        rf"(?<![\d.,/:-])(?P<first>\d{{1,2}})(?P<mark>[-/.]\s?)(?P<then>\d{{1,2}})(?P=mark){year}{_CLOCK}",
        rf"(?<!\d){year}-(?P<number>0\d|1[0-2])(?![\d-])",
        rf"(?<!\d)(?<!\d\s)(?<!\d[.-]\s){month},?\s{{1,3}}(?:de\s|of\s|del\s)?{year}",
    )
    return tuple(re.compile(source, re.IGNORECASE) for source in sources)


_SHORT_YEAR = re.compile(r"\s*(?P<first>\d{1,2})(?P<mark>[./])(?P<then>\d{1,2})(?P=mark)(?P<year>\d\d)\s*", re.ASCII)
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_COUNT = re.compile(r"\d{1,4}\s?(?:comments?|mins?|views?|shares?|Kommentare?)(?![^\W\d_])", re.IGNORECASE)
_REACH = 48
_OFFSET = re.compile(r"([+-])(\d\d):?(\d\d)")
_FURTHEST = 14
"""Hours of the largest offset in use (Kiribati)."""


def parse_date(expression: str, *, order: Order | None = None) -> DateReading | None:
    """The first date in an expression; None where there is none or it can be read as two different days.

    >>> parse_date("Posted on Nov. 14, 2025").value
    '2025-11-14'
    >>> parse_date("16 Jan 2026 08:00 IST").value
    '2026-01-16T08:00'
    >>> parse_date("03/04/2026") is None
    True
    """
    if bare := _BARE.fullmatch(expression):
        return _epoch(bare)
    if short := _SHORT_YEAR.fullmatch(expression):
        return _reading(short, order)
    return next(iter(find_dates(expression, order=order)), None)


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
    if name in words("cues", "unknown", section="order"):
        return None
    return "mdy" if name in words("cues", "mdy", section="order") else "dmy"


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
        return None
    day, number = (first, then) if order == "dmy" else (then, first)
    if not _is_day(year, number, day):
        day, number = number, day
    return _dated(match, year, number, day)


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
    clock = _clock(match.groupdict())
    if clock is None:
        return DateReading(value, "day", *match.span())
    return DateReading(value + clock, "second" if match["second"] else "minute", *match.span())


def _clock(parts: dict[str, str | None]) -> str | None:
    """The time of day and its offset as ISO 8601 has them; None where none is given or it is no time."""
    if not parts.get("hour") or not parts.get("minute"):
        return None
    hour, minute, second = _hour(int(parts["hour"] or 0), parts.get("half")), int(parts["minute"] or 0), parts["second"]
    if hour is None or minute > 59 or int(second or 0) > 59:
        return None
    return f"T{hour:02}:{minute:02}" + (f":{int(second):02}" if second else "") + _offset(parts.get("zone"))


def _hour(hour: int, half: str | None) -> int | None:
    if half is None:
        return hour if hour < 24 else None
    if not 1 <= hour <= 12:
        return hour if 12 < hour < 24 else None
    return hour % 12 + (12 if half.lower() == "p" else 0)


def _offset(zone: str | None) -> str:
    if not zone:
        return ""
    if stated := _OFFSET.search(zone):
        hours, minutes = int(stated[2]), int(stated[3])
        return f"{stated[1]}{hours:02}:{minutes:02}" if hours <= _FURTHEST and minutes < 60 else ""
    return str(table("zones").get(zone.upper(), ""))


def _epoch(match: re.Match[str]) -> DateReading | None:
    seconds = int(match[1]) // (1000 if len(match[1]) == 13 else 1)
    moment = datetime.fromtimestamp(seconds, UTC)
    if not EARLIEST <= moment.year <= LATEST:
        return None
    return DateReading(moment.isoformat(timespec="seconds"), "second", *match.span(1))
