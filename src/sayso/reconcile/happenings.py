"""Event rows in, which report one happening out.

Two rows are alike by the words that report them (`mentions`) and by what they tell: root, sides, day, place, figures
(`happenings.toml`). What cannot be one happening is kept apart whatever speaks for it: two roots that nobody mixes up,
days or places that exclude each other, something that was done and something denied or threatened. Nothing here says
which telling is right: tolls and sides may differ within one happening.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from functools import cache
from itertools import combinations
from math import asin, cos, exp, radians, sin, sqrt
from typing import NamedTuple

from sayso.reconcile.mentions import Mention, logit_of, mention_at
from sayso.reconcile.records import Done, Page, Where, Who
from sayso.reconcile.sides import side_of
from sayso.reconcile.stories import StoryView
from sayso.schema.data import read_data

__all__ = ["HAPPENING_THRESHOLD", "MENTION_THRESHOLD", "Deed", "keys_of", "likeness", "reasons_of", "view_of"]

HAPPENING_THRESHOLD = 0.35
"""Rows are one happening if they are alike by this on average (`grouping.average_link`)."""
MENTION_THRESHOLD = 0.35
"""The same where nothing but words is compared, as in ECB+."""
_WEEK = 8
_MONTH = 31
_NEAR_KM = 50.0
_PROVINCE = 3
_EXACT = 2
"""Places of this precision or a finer one lie where their coordinates are."""
_BODIES = frozenset(("armed-group", "organisation", "mission", "government", "military", "police", "state", "party"))
_SOLE = frozenset(("killed", "injured", "arrested"))

Days = tuple[int, int]


class Deed(NamedTuple):
    """What an event row is compared by; `days` are the first and last it may have been, (0, 0) where nothing tells."""

    mention: Mention
    root: str
    mode: str
    reality: str
    days: Days
    place: Where | None
    actors: frozenset[str]
    recipients: frozenset[str]
    figures: tuple[tuple[str, int | None, int | None], ...]


@cache
def _adds() -> Mapping[str, float]:
    adds: Mapping[str, float] = read_data("sayso.reconcile", "happenings.toml")["adds"]
    return adds


@cache
def _near_roots() -> frozenset[frozenset[str]]:
    return frozenset(map(frozenset, read_data("sayso.reconcile", "happenings.toml")["near"]["pairs"]))


@cache
def _reality(kind: str) -> int:
    classes = read_data("sayso.reconcile", "happenings.toml")["reality"]["classes"]
    return next((at for at, kinds in enumerate(classes) if kind in kinds), 0)


def view_of(row: Done, page: Page, story: StoryView, sense: bytes = b"") -> Deed:
    """The view of an event row; `story` is its article's (`stories.view_of`), `sense` that of its trigger's words.

    >>> page = Page("a", "d", "2026-01-07", "", "", "Rebels opened fire on Tarva on Tuesday.", (), "")
    >>> row = Done("e", "a", 7, 18, "opened fire", "ASSAULT", "", (), (), "2026-01-06", None, (), "", "actual", 0.9)
    >>> view_of(row, page, StoryView(0, {})).mention.head
    'fir'
    """
    return Deed(
        mention_at(row.id, row.article_id, page.text, [(row.start, row.end)], story, sense=sense),
        row.root,
        row.mode,
        row.reality,
        _days(row.date),
        row.place,
        _sides(row.actors),
        _sides(row.recipients),
        tuple((told.slot, told.low, told.high) for told in row.figures if told.slot in _SOLE),
    )


def _sides(parties: Iterable[Who]) -> frozenset[str]:
    """The sides of those of whom anything is known: a house and a ridge are on none."""
    known = (one for one in parties if one.id or one.country or one.of or one.kind in _BODIES)
    return frozenset(side for one in known if (side := side_of(one)))


def _days(prefix: str) -> Days:
    """The first and the last day of an ISO 8601 prefix: a day, a week, a month or a year."""
    try:
        if len(prefix) >= 10:
            return (date.fromisoformat(prefix[:10]).toordinal(),) * 2
        if prefix[4:6] == "-W" and len(prefix) == 8:
            first = date.fromisocalendar(int(prefix[:4]), int(prefix[6:]), 1)
            return first.toordinal(), first.toordinal() + 6
        year, month = int(prefix[:4]), int(prefix[5:7] or 0)
        first = date(year, month or 1, 1)
        last = (first + timedelta(31)).replace(day=1) if month else date(year + 1, 1, 1)
        return first.toordinal(), last.toordinal() - 1
    except ValueError:
        return 0, 0


def keys_of(deed: Deed) -> list[str]:
    """What rows of one happening share: root and day with a side; the place; the word and what its sentence tells.

    >>> page = Page("a", "d", "2026-01-07", "", "", "Rebels opened fire on Tarva.", (), "")
    >>> row = Done("e", "a", 7, 18, "opened fire", "ASSAULT", "", (), (), "2026-01-06", None, (), "", "actual", 0.9)
    >>> keys_of(view_of(row, page, StoryView(0, {})))[:3]
    ['ASSAULT 739622 fir', 'ASSAULT 739623 fir', 'fir rebel tarva']
    """
    first, last = deed.days
    exact = first if first == last else 0
    sides = [f"{one} {other}" for one in sorted(deed.actors) for other in sorted(deed.recipients)]
    sides = sides or sorted(deed.actors | deed.recipients)
    keys = []
    if exact:
        keys = [f"{deed.root} {day} {told}" for day in (first, first + 1) for told in (deed.mention.head, *sides)]
    day = exact or deed.mention.story.day
    weeks = (f"{day // _WEEK}", f"+{(day + _WEEK // 2) // _WEEK}") if day else ("",)
    keys += [f"{deed.mention.head} {told} {week}" for told in sides for week in weeks]
    if deed.place and (deed.place.precision or 9) <= _PROVINCE:
        keys.append(f"{deed.root} at {deed.place.name} {exact // _WEEK or ''}")
    keys += [
        f"{deed.mention.head} {' '.join(sorted(two))}" for two in combinations(_first(deed.mention.sentence, 3), 2)
    ]
    week = deed.mention.story.day // _WEEK
    terms = _first(deed.mention.story.terms, 3)
    return keys + [f"{deed.root} of {' '.join(sorted(two))} {week}" for two in combinations(terms, 2)]


def _first(terms: Mapping[str, int], count: int) -> list[str]:
    named = (term for term in terms if not term.startswith("@"))
    return sorted(named, key=lambda term: (-terms[term], term))[:count]


def likeness(one: Deed, other: Deed) -> float:
    """How likely two rows report one happening; 0 where that cannot be.

    >>> page = Page("a", "d", "2026-01-07", "", "", "Rebels opened fire on Tarva. Rebels fired at Tarva.", (), "")
    >>> row = Done("e", "a", 7, 18, "opened fire", "ASSAULT", "", (), (), "2026-01-06", None, (), "", "actual", 0.9)
    >>> two = view_of(row, page, StoryView(0, {})), view_of(row._replace(start=36, end=41), page, StoryView(0, {}))
    >>> likeness(*two) > 0.5, likeness(two[0], two[1]._replace(reality="negated"))
    (True, 0.0)
    """
    if _apart(one, other):
        return 0.0
    logit = logit_of(one.mention, other.mention) + sum(_adds()[name] for name in reasons_of(one, other))
    return 1 / (1 + exp(-logit))


def _apart(one: Deed, other: Deed) -> bool:
    """Can two rows not be one happening?"""
    if _reality(one.reality) != _reality(other.reality):
        return True
    if one.root != other.root and frozenset((one.root, other.root)) not in _near_roots():
        return True
    return _gap(one.days, other.days) > 1 or _places(one.place, other.place) == "two places"


def _gap(one: Days, other: Days) -> int:
    """Days between two stretches of time, 0 where they overlap or either is unknown."""
    return max(one[0] - other[1], other[0] - one[1], 0) if one[0] and other[0] else 0


def reasons_of(one: Deed, other: Deed) -> list[str]:
    """What speaks for or against two rows being one happening, by its name in happenings.toml.

    >>> page = Page("a", "d", "2026-01-07", "", "", "Rebels opened fire on Tarva.", (), "")
    >>> row = Done("e", "a", 7, 18, "opened fire", "ASSAULT", "", (), (), "2026-01-06", None, (), "", "actual", 0.9)
    >>> reasons_of(view_of(row, page, StoryView(0, {})), view_of(row, page, StoryView(0, {})))
    ['same root', 'same day']
    """
    return [
        "same root" if one.root == other.root else "near root",
        *_modes(one.mode, other.mode),
        *_times(one.days, other.days),
        *([named] if (named := _places(one.place, other.place)) else []),
        *_parties(one, other),
        *_tolls(one, other),
    ]


def _modes(one: str, other: str) -> Iterator[str]:
    if one and other:
        yield "same mode" if one == other else "modes differ"


def _times(one: Days, other: Days) -> Iterator[str]:
    if not (one[0] and other[0]) or max(one[1] - one[0], other[1] - other[0]) > _MONTH:
        yield "day unknown"
    else:
        exact = one == other and one[0] == one[1]
        yield "same day" if exact else "next day" if _gap(one, other) else "dates overlap"


def _places(one: Where | None, other: Where | None) -> str:
    if one is None or other is None:
        return ""
    words, others = set(one.name.split()), set(other.name.split())
    if words <= others or others <= words:
        return "one place"
    if one.country and other.country and one.country != other.country:
        return "two places"
    if None in (one.lat, one.lon, other.lat, other.lon) or not (one.precision and other.precision):
        return "other name"  # which no gazetteer knows: a hill in the district, or another one
    fine = max(one.precision, other.precision) <= _EXACT
    return "near place" if not fine or _kilometres(one, other) <= _NEAR_KM else "two places"


def _kilometres(one: Where, other: Where) -> float:
    """Along a great circle."""
    first, second, east, west = (radians(at or 0) for at in (one.lat, other.lat, one.lon, other.lon))
    chord = sin((first - second) / 2) ** 2 + cos(first) * cos(second) * sin((east - west) / 2) ** 2
    return 12742 * asin(sqrt(min(1.0, chord)))


def _parties(one: Deed, other: Deed) -> Iterator[str]:
    actors, recipients = one.actors & other.actors, one.recipients & other.recipients
    swapped = bool(one.actors & other.recipients and one.recipients & other.actors)
    if actors:
        yield "actors of one side"
    if recipients:
        yield "recipients of one side"
    if swapped and not (actors or recipients):
        yield "sides change places"
        return
    if one.actors and other.actors and not actors:
        yield "actors of two sides"
    if one.recipients and other.recipients and not recipients:
        yield "recipients of two sides"


def _tolls(one: Deed, other: Deed) -> Iterator[str]:
    theirs = {slot: (low, high) for slot, low, high in other.figures}
    for slot, low, high in one.figures:
        if slot in theirs:
            yield "same figure" if theirs[slot] == (low, high) else "figures differ"
