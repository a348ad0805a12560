"""Two statements in, whether they cannot both be so out: other numbers of one thing, or each side that the other began.

How many were killed or hurt is compared by event (`numbers`), where more is known of whom and when. That somebody
denies a statement is told by `answering`; here neither needs to speak of the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import product

from sayso.reconcile.linkage import Inner, Key, Match
from sayso.reconcile.matter import weight_of
from sayso.reconcile.propositions import proposition_keys
from sayso.reconcile.sayings import Count, Saying
from sayso.reconcile.stems import stem
from sayso.schema.data import read_data

__all__ = ["counter_keys", "countered", "countered_within"]

_NEAR = 600
_SHARED = 1.3
_DAYS = 3


def counter_keys(one: Saying) -> Iterator[Key]:
    """Keys of what counts or says who began; none for what does neither."""
    if not one.asserting:
        return
    if one.counts:
        yield from proposition_keys(one)
        yield from (Key(f"{_noun(count)} {one.article}") for count in one.counts)
        for count in one.counts:
            yield from (Key(f"{_noun(count)} {name} {one.day[:7]}") for name in one.matter.names)
    if _tells_who_began(one) and one.side and len(one.day) >= 10:
        yield Key(f"began {one.day[:7]}")


def countered(one: Saying, other: Saying) -> Iterator[Match]:
    """Why two statements cannot both be so, where they cannot."""
    if not (one.asserting and other.asserting) or one.turned != other.turned:
        return
    if why := _began(one, other) or _counted_otherwise(one, other):
        yield Match("contradicts", forward=True, score=0.7, why=why)


def countered_within(sayings: Sequence[Saying], space: str) -> Iterator[Inner]:
    """Figures that another of the same article puts otherwise: `the figure was 140`."""
    for one in sayings:
        if one.asserting and any(count.noun in _table("vague", "nouns") for count in one.counts):
            before = [
                other
                for other in sayings
                if other.article == one.article
                and other.asserting
                and other.body != one.body
                and other.counts
                and 0 < one.start - other.start <= _NEAR
            ]
            for other in before[-1:]:
                if not any(_meet(a, b) for a, b in product(one.counts, other.counts)):
                    yield Inner(
                        space, one.id, other.id, "contradicts", 0.7, "the figure told just before is put otherwise"
                    )


def _began(one: Saying, other: Saying) -> str:
    if not (one.side and other.side) or one.side == other.side or abs(_day(one) - _day(other)) > _DAYS:
        return ""
    if not (_tells_who_began(one) and _tells_who_began(other)):
        return ""
    held = {one.against, other.against} - {"", "other"}
    return "each side says that the other began" if held <= {one.side, other.side} else ""


@cache
def _began_pattern() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words, deeds = (sorted(_table("beginning", name), key=len, reverse=True) for name in ("words", "deeds"))
    return re.compile(rf"\b(?:{'|'.join(words)})\b", re.I), re.compile(rf"\b(?:{'|'.join(deeds)})\b", re.I)


def _tells_who_began(one: Saying) -> bool:
    word, deed = _began_pattern()
    return one.group == "BLAME" and bool(word.search(one.content) and deed.search(one.content))


def _counted_otherwise(one: Saying, other: Saying) -> str:
    """Another number of one thing, where more than the thing counted tells that one matter is meant."""
    if (
        one.body == other.body
        or abs(_day(one) - _day(other)) > _DAYS
        or _tells_of_a_toll(one)
        or _tells_of_a_toll(other)
    ):
        return ""
    mine, theirs = one.matter, other.matter
    for a, b in product(one.counts, other.counts):
        if _noun(a) == _noun(b) and not _meet(a, b) and not (a.of and b.of and a.of != b.of):
            shared = (mine.words & theirs.words) - {stem(a.noun), stem(b.noun)}
            if sum(weight_of(word, mine.names & theirs.names) for word in shared) >= _SHARED or _close(one, other):
                return f"they count {_noun(a)} otherwise: {_told(a)} and {_told(b)}"
    return ""


def _tells_of_a_toll(one: Saying) -> bool:
    """How many were killed or hurt is compared by event, where more is known of whom and when."""
    return any(deed.tolls for deed in one.deeds)


def _close(one: Saying, other: Saying) -> bool:
    """Do they stand side by side in an article, as figures that do not agree are told?"""
    return one.article == other.article and abs(one.start - other.start) <= _NEAR


def _meet(one: Count, other: Count) -> bool:
    low = max(one.low or 0, other.low or 0)
    highs = [count.high for count in (one, other) if count.high is not None]
    return not highs or low <= min(highs)


def _told(count: Count) -> str:
    low = "" if count.low is None else f"{count.low:g}"
    high = "" if count.high is None else f"{count.high:g}"
    return low if low == high else f"{low or '0'} to {high or 'more'}"


@cache
def _nouns() -> dict[str, str]:
    return {
        noun: name for name, nouns in read_data("sayso.reconcile", "countering.toml")["nouns"].items() for noun in nouns
    }


def _noun(count: Count) -> str:
    return _nouns().get(count.noun, count.noun)


@cache
def _table(table: str, name: str) -> frozenset[str]:
    return frozenset(read_data("sayso.reconcile", "countering.toml")[table][name])


def _day(one: Saying) -> int:
    from datetime import date

    try:
        return date.fromisoformat(one.day[:10]).toordinal()
    except ValueError:
        return 0
