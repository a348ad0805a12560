"""Datelines of wire reports: the first words of a paragraph in; agency and day out, the year where it is borne out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from sayso.clean.text.metadata import Found
from sayso.clean.text.tables import words
from sayso.model.dates import find_dates, find_yearless

__all__ = ["Dateline", "dateline", "dateline_day"]


@dataclass(frozen=True, slots=True)
class Dateline:
    """What stands before the dash of a wire lead. `day` is a full date or `--01-06`, a day without its year."""

    end: int
    agency: Found | None
    day: Found | None


_DASH = re.compile(
    r"\s*(?:--|[-–—―_])\s+(?=\S)|:\s+(?=[\"“‘']?[A-Z])"
    r"|(?<=/)\.\s+(?=\S)|(?<=\))[-–—](?=\w)|(?<=[A-Z]{4})\.\s+(?=[\"“A-Z])"
)
_AGENCY_FIRST = re.compile(r"\(([^()]{2,40})\)\s+(?=\S)")
_AGENCY = re.compile(r"\s*[,.]?\s*(?:\(([^()]{2,40})\)|/([^/]{2,24})/|\[([^\[\]]{2,40})\])\s*$")


def dateline(paragraph: str) -> Dateline | None:
    """The dateline a paragraph opens with: place, day, agency in brackets, dash. None where it opens otherwise.

    >>> dateline("KARVA, Jan 6 (Frontier Wire) - Shots were heard.").agency.value
    'Frontier Wire'
    """
    for dash in _DASH.finditer(paragraph, 0, 130):
        if line := _dateline(paragraph[: dash.start()], dash.end(), paragraph[dash.start() : dash.end()].strip()):
            return line
    return None


def _dateline(head: str, end: int, mark: str) -> Dateline | None:
    if first := _AGENCY_FIRST.match(head):
        return _after_agency(head, first, end)
    bracket = _AGENCY.search(head)
    rest = head[: bracket.start()] if bracket else head
    day = next(iter([*find_dates(rest), *find_yearless(rest)]), None)
    agency = _agency(bracket, sure=day is not None) if bracket else None
    if bracket and not agency:
        return None
    if not bracket and day and (tail := _AFTER_DAY.fullmatch(rest, day.end)):
        agency = _agency(tail, sure=False)
        rest = rest[: day.end] if agency else rest
    place = (rest[: day.start] + rest[day.end :] if day else rest).strip(" ,.;")
    if not _is_place(place, has_day=day is not None, known=agency is not None):
        return None
    if mark == "." and not (agency and day) and not head.endswith("/"):
        return None
    if not agency and not day and (mark == ":" or not place.split(",")[0].isupper()):
        return None
    if day and not agency and not (place.split(",")[0].isupper() or rest[: day.start].rstrip().endswith(",")):
        return None
    return Dateline(end, agency, Found("published", day.value, day.start, day.end) if day else None)


def _after_agency(head: str, bracket: re.Match[str], end: int) -> Dateline | None:
    """`(Frontier Wire) KARVA, 6 Jan 2026 --`: the agency before place and day."""
    line = _dateline(head[bracket.end() :], end, "--")
    agency = _agency(bracket, sure=line is not None and line.day is not None)
    if line is None or line.agency or agency is None:
        return None
    shift = bracket.end()
    day = line.day and Found(line.day.field, line.day.value, line.day.start + shift, line.day.end + shift)
    return Dateline(end, agency, day)


_AFTER_DAY = re.compile(r"\s*,\s*([^,()]{2,40})")


def _agency(bracket: re.Match[str], *, sure: bool) -> Found | None:
    group = bracket.lastindex or 1
    name, tokens = bracket[group].strip(), bracket[group].split()
    known = bool({token.strip(",") for token in tokens} & words("agency")) or bool(
        {token.lower() for token in tokens} & words("press")
    )
    if not tokens or len(tokens) > 5 or not name[0].isupper() or any(c.isdigit() for c in name):
        return None
    opens_high = bracket.string.split(",")[0].split("(")[0].strip()
    signed = len(tokens) == 1 and name.isupper() and len(name) > 3 and opens_high.isupper()
    if not known and not signed and (bracket.re is _AFTER_DAY or not (sure or opens_high.isupper())):
        return None
    return Found("outlet", name, bracket.start(group), bracket.start(group) + len(name))


def _is_place(place: str, *, has_day: bool, known: bool) -> bool:
    tokens = re.findall(r"[^\s,/]+", place)
    if not tokens:
        return has_day or known
    if len(tokens) > 8 or {t.lower() for t in tokens if not t.isupper()} & (words("weekdays") | {"last", "on", "the"}):
        return False
    return all(t[0].isupper() or t.lower() in words("small") or t.lower() in words("particles") for t in tokens)


_WEEKDAY = re.compile(r"\b(?:(next|last|until|by|every|previous)\s+)?((?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b")


def dateline_day(day: str, lead: str, body: str, collected_at: str | None) -> tuple[str, str] | None:
    """The full date of a dateline's `--01-06`, and the method; None where nothing confirms a year.

    `collected_at` bounds it from above. A weekday of the lead must be the dateline's or up to two days before it; the
    latest such year within three is taken. Without a weekday, the text itself must name the latest possible year.
    """
    if not collected_at or not (limit := _day_of(collected_at)):
        return None
    limit += timedelta(days=1)  # a wire east of us may be dated tomorrow
    dates = [d for year in range(limit.year, limit.year - 4, -1) if (d := _in_year(year, day)) and d <= limit]
    named = [name for bound, name in _WEEKDAY.findall(lead) if not bound]
    for number, when in enumerate(d for d in dates if limit - d <= timedelta(days=3 * 365)):
        if any(_fits(when, name) for name in (named[:1] if number else named)):
            return when.isoformat(), "text.dateline+weekday"
    if (
        not named
        and dates
        and limit - dates[0] <= timedelta(days=366)
        and re.search(rf"(?<!\d){dates[0].year}(?!\d)", body)
    ):
        return dates[0].isoformat(), "text.dateline+year"
    return None


def _fits(when: date, weekday: str) -> bool:
    index = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"].index(weekday.lower())
    return (when.weekday() - index) % 7 <= 2


def _day_of(moment: str) -> date | None:
    try:
        return date.fromisoformat(moment[:10])
    except ValueError:
        return None


def _in_year(year: int, day: str) -> date | None:
    return _day_of(f"{year:04}{day[1:]}")
