"""Two statements in, whether they cannot both be so out: other numbers of one thing, or each side that the other began.

How many were killed or hurt is compared by event (`numbers`), where more is known of whom and when. That somebody
denies a statement is told by `answering`; here neither needs to speak of the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import product

from sayso.reconcile.answering import denial_keys
from sayso.reconcile.days import ordinal
from sayso.reconcile.harms import Toll
from sayso.reconcile.linkage import Inner, Key, Match
from sayso.reconcile.matter import weight_of
from sayso.reconcile.sayings import Count, Saying
from sayso.reconcile.stems import stem
from sayso.schema.data import read_data

__all__ = ["counter_keys", "countered", "countered_within"]

_NEAR = 600
_SHARED = 1.3
_DAYS = 3
_LATER = 10
"""Days within which two tolls of one place are of one occasion."""


def counter_keys(one: Saying) -> Iterator[Key]:
    """Keys of what counts, says who began, or denies; none for what does nothing of it."""
    yield from denial_keys(one)
    if not one.asserting:
        return
    if one.counts:
        yield from (Key(f"{_noun(count)} {one.article}") for count in one.counts)
        for count in one.counts:
            yield from (Key(f"{_noun(count)} {name} {one.day[:7]}") for name in one.matter.names)
    if any(toll.slot == "killed" for toll in one.tolls):
        yield Key(f"killed {one.article}")
    if _patterns("armed").search(one.content) or (one.kinds & _HARMED and _patterns("unarmed").search(one.content)):
        yield Key(f"hit {one.article}")
    if _tells_who_began(one) and one.side and len(one.day) >= 10:
        yield Key(f"began {one.day[:7]}")


def countered(one: Saying, other: Saying) -> Iterator[Match]:
    """Why two statements cannot both be so, where they cannot."""
    if not (one.asserting and other.asserting) or (one.body and one.body == other.body):
        return
    if why := _of_one_turn(one, other) or _who_was_hit(one, other) or _who_was_hit(other, one):
        yield Match("contradicts", forward=True, score=0.7, why=why)


def _of_one_turn(one: Saying, other: Saying) -> str:
    if one.turned != other.turned:
        return ""
    return _began(one, other) or _counted_otherwise(one, other) or _tolled_otherwise(one, other)


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
    if not (one.side and other.side) or one.side == other.side or abs(ordinal(one.day) - ordinal(other.day)) > _DAYS:
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
    if one.body == other.body or abs(ordinal(one.day) - ordinal(other.day)) > _DAYS:
        return ""
    if (one.kinds or other.kinds) and not one.kinds & other.kinds:
        return ""
    mine, theirs = one.matter, other.matter
    for a, b in product(_harmless(one), _harmless(other)):
        if _noun(a) == _noun(b) and not _meet(a, b) and not (a.of and b.of and a.of != b.of):
            shared = (mine.words & theirs.words) - {stem(a.noun), stem(b.noun)}
            if sum(weight_of(word, mine.names & theirs.names) for word in shared) >= _SHARED or _close(one, other):
                return f"they count {_noun(a)} otherwise: {_told(a)} and {_told(b)}"
    return ""


def _harmless(one: Saying) -> list[Count]:
    """What it counts beside those killed, hurt and held, of whom more must be known (`_tolled_otherwise`)."""
    harmed = {(toll.low, toll.high) for toll in one.tolls} | {(t.low, t.high) for deed in one.deeds for t in deed.tolls}
    vague = _table("vague", "nouns")
    return [count for count in one.counts if (count.low, count.high) not in harmed and count.noun not in vague]


def _tolled_otherwise(one: Saying, other: Saying) -> str:
    """Another number of dead of one people at one place and time, on the word of another side."""
    if (
        abs(ordinal(one.day) - ordinal(other.day)) > _LATER
        or _of_two_peoples(one, other)
        or (one.side and one.side == other.side)
    ):
        return ""
    for a, b in product(one.tolls, other.tolls):
        if (
            a.slot == b.slot == "killed"
            and not _meet(a, b)
            and 1 not in (a.high, b.high)
            and _of_one_harm(one, other, a, b)
        ):
            return f"they count the {a.slot} otherwise: {_told(a)} and {_told(b)}"
    return ""


def _of_one_harm(one: Saying, other: Saying, a: Toll, b: Toll) -> bool:
    """Do words of their own tell of one place; or stand two counts of the like side by side?"""
    mine, theirs = (_nouns().get(toll.noun, toll.noun) for toll in (a, b))
    if _close(one, other):
        return mine == theirs or {mine, theirs} <= _ANYBODY
    own = (one.matter.names & (other.matter.names | other.setting)) | (other.matter.names & one.setting)
    return bool(own) and (mine == theirs or bool({mine, theirs} & _ANYBODY))


def _at_one_place(one: Saying, other: Saying) -> bool:
    places = (one.matter.names | one.setting) & (other.matter.names | other.setting)
    return bool(places) or _close(one, other)


def _of_two_peoples(one: Saying, other: Saying) -> bool:
    mine, theirs = _people(one), _people(other)
    return bool(mine and theirs) and not mine & theirs


def _people(one: Saying) -> frozenset[str]:
    """Whose dead a statement counts, as its words tell: those it names, else `our` own."""
    own = {one.side} if one.side and _OUR.search(one.content) else set()
    return frozenset(one.matter.states or own)


_OUR = re.compile(r"\b(?:our|ours|we)\b", re.I)


_ANYBODY = frozenset(("", "people", "dead"))


def _who_was_hit(one: Saying, other: Saying) -> str:
    """Does one say that only fighters were hit, where the other tells of harm to others?"""
    if one.side and one.side == other.side:
        return ""
    near = one.article == other.article or abs(ordinal(one.day) - ordinal(other.day)) <= _DAYS * _LATER
    if not near or not _patterns("armed").search(one.content) or not _patterns("unarmed").search(other.content):
        return ""
    if (
        other.turned
        or _patterns("armed").search(other.content)
        or not (other.kinds & _HARMED and _at_one_place(one, other))
    ):
        return ""
    return "one says that those hit bore arms, the other tells of people who did not"


_HARMED = frozenset(("death", "injury", "attack", "damage"))


@cache
def _patterns(name: str) -> re.Pattern[str]:
    told = sorted(_table("hit", name), key=lambda one: (-len(one), one))
    return re.compile(rf"\b(?:{'|'.join(told)})\b", re.I)


def _close(one: Saying, other: Saying) -> bool:
    """Do they stand side by side in an article, as figures that do not agree are told?"""
    return one.article == other.article and abs(one.start - other.start) <= _NEAR


def _meet(one: Count | Toll, other: Count | Toll) -> bool:
    low = max(one.low or 0, other.low or 0)
    highs = [count.high for count in (one, other) if count.high is not None]
    return not highs or low <= min(highs)


def _told(count: Count | Toll) -> str:
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
