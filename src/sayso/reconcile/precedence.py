"""Two articles that share text in, which of them was first out, and what shows it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, datetime

from sayso.reconcile.credits import credits_in, credits_of
from sayso.reconcile.passages import Passage
from sayso.reconcile.traces import Trace

__all__ = ["first_of"]

_QUOTES = 6
"""Words that one article quotes and the other does not, so that it shows which was first."""
_DAY, _HOUR = 10, 19
"""Signs of an ISO 8601 date, and of one with its time."""
_ZONE = re.compile(r"T\d\d:\d\d.*(?:Z|[+-]\d\d:?\d\d)$")


def first_of(one: Trace, other: Trace, found: Sequence[Passage]) -> tuple[Trace, str]:
    """The original of the two, and what shows it; the first test that tells them apart decides.

    In this order: the day of publication; whom the other credits; the time of day; whom the other quotes; of which one
    more is shared, since who lifts adds; the id.

    >>> from sayso.reconcile.records import Page
    >>> from sayso.reconcile.traces import trace_of
    >>> page = Page("a", "d", "2024-05-02", "", "", "It rained.", (), "")
    >>> one, other = trace_of(page), trace_of(page._replace(id="b", published="2024-05"))
    >>> first, why = first_of(one, other, [])
    >>> first.page.id, why
    ('a', 'first by id')
    """
    day = _earlier(one.page.published, other.page.published, _DAY)
    if day:
        return (one if day > 0 else other), "published earlier"
    quoting = _quotes_alone(found, other, one, turned=True) - _quotes_alone(found, one, other, turned=False)
    shares = [sum(len(each.here) for each in found) / max(1, len(trace.words.number)) for trace in (one, other)]
    tests: tuple[tuple[float, str], ...] = (
        (_is_credited(one, other) - _is_credited(other, one), "credited by the other"),
        (_earlier(one.page.published, other.page.published, _HOUR), "published earlier that day"),
        (quoting if abs(quoting) >= _QUOTES else 0, "quoted by the other"),
        (shares[0] - shares[1], "more of it is shared"),
    )
    for told, why in tests:
        if told:
            return (one if told > 0 else other), why
    return one, "first by id"


def _earlier(one: str, other: str, digits: int) -> int:
    """1 where the one is earlier, -1 where the other is, 0 where nobody can tell: a month holds all of its days.

    Two times with their zones are compared as moments, others as they are written; a time without a zone and one with
    it tell only the day.

    >>> [_earlier("2024-05-01", other, _DAY) for other in ("2024-05-02", "2024-04-30T08:00", "2024-05", "")]
    [1, -1, 0, 0]
    >>> _earlier("2024-05-02T01:00:00+07:00", "2024-05-01T22:00:00+00:00", _HOUR)
    1
    """
    zoned = [bool(_ZONE.search(each)) for each in (one, other)]
    if all(zoned):
        one, other = (datetime.fromisoformat(each).astimezone(UTC).isoformat() for each in (one, other))
    elif any(zoned):
        digits = _DAY
    known = min(len(one), len(other), digits)
    return (one[:known] < other[:known]) - (one[:known] > other[:known])


def _is_credited(one: Trace, other: Trace) -> bool:
    """Is the one credited by the other?"""
    return bool(credits_of(credits_in(other.page.text), one.page.outlet))


def _quotes_alone(found: Sequence[Passage], one: Trace, other: Trace, turned: bool) -> int:
    """How many of the words in common the one quotes and the other does not."""
    pairs = [(each.there, each.here) if turned else (each.here, each.there) for each in found]
    return sum(int((one.quoted[here] & ~other.quoted[there]).sum()) for here, there in pairs)
