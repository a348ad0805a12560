"""A stretch of text in, what it is about out: its words without endings, numbers, states named, kinds of deeds.

A pure function of the text. Weights of words are a fixed table, so that how much two texts share depends on them alone.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from sayso.reconcile.deeds import deeds_among, done_among
from sayso.reconcile.stems import stem
from sayso.schema.countries import country_of
from sayso.schema.data import read_data

__all__ = ["NOTHING", "Matter", "joined", "matter_of", "shared", "weight_of"]

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|\d[\d,.]*\d|\d")
_STATE = re.compile(r"(?:[A-Z][\w.’'-]*)(?: [A-Z][\w’'-]*){0,2}")
_MONTH = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*"
_DATE = re.compile(
    rf"\b\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTH}\b(?:,? \d{{4}})?|\b{_MONTH}\.? \d{{1,2}}\b(?:,? \d{{4}})?"
    rf"|\b{_MONTH},? \d{{4}}\b|\bthe \d{{1,2}}(?:st|nd|rd|th)\b|\b(?:19|20)\d\d\b|\b\d{{1,2}}(?::\d\d)? ?[ap]\.?m\b"
)
"""Days tell when, not of what."""
_LIGHT = 0.3
_NAME = 1.3
"""A name or a rare word tells more of a matter than a verb does, and words of every report on a dispute less."""


class Matter(NamedTuple):
    """What a text is about: `words` are stems, `names` those of them in capitals, `states` ISO 3166 alpha-3 codes.

    `deeds` are the kinds of deeds that it tells of, `done` those that it may tell as done.
    """

    words: frozenset[str]
    names: frozenset[str]
    numbers: frozenset[int]
    states: frozenset[str]
    deeds: frozenset[str]
    done: frozenset[str]


NOTHING = Matter(frozenset(), frozenset(), frozenset(), frozenset(), frozenset(), frozenset())


@lru_cache(maxsize=20_000)
@lru_cache(maxsize=4_000)
def matter_of(text: str) -> Matter:
    """What a text is about.

    >>> told = matter_of("Peru is to free nine Chilean sailors by May 3 and to reopen the Tacna crossing.")
    >>> sorted(told.deeds), sorted(told.states), sorted(told.numbers)
    (['open', 'release'], ['CHL', 'PER'], [9])
    >>> sorted(told.names)
    ['tacna']
    """
    tokens = _WORD.findall(_DATE.sub(" ", text))
    stems = [stem(token) for token in tokens if not token[0].isdigit()]
    states = _states(text)
    empty = _table("empty")
    told = frozenset(one for one in stems if one not in empty and len(one) > 1)
    namely = frozenset(
        stem(token) for token in tokens[1:] if token[0].isupper() and not _country(token) and len(token) > 2
    )
    nations = frozenset(stem(token) for token in tokens if token[0].isupper() and _country(token))
    light = _table("light")
    return Matter(
        words=told - nations,
        names=(namely - empty - light) & told,
        numbers=_numbers(tokens),
        states=states,
        deeds=deeds_among(frozenset(stems)),
        done=done_among(frozenset(stems)),
    )


def joined(*parts: Matter) -> Matter:
    """What several texts are about together; kinds of deeds are those that one of them tells by itself.

    >>> sorted(joined(matter_of("nine drones"), matter_of("ten ships")).numbers)
    [9, 10]
    """
    return Matter(
        words=frozenset().union(*(part.words for part in parts)),
        names=frozenset().union(*(part.names for part in parts)),
        numbers=frozenset().union(*(part.numbers for part in parts)),
        states=frozenset().union(*(part.states for part in parts)),
        deeds=frozenset().union(*(part.deeds for part in parts)),
        done=frozenset().union(*(part.done for part in parts)),
    )


def weight_of(word: str, names: frozenset[str] = frozenset()) -> float:
    """How much a stem tells of a matter.

    >>> weight_of("drone") > weight_of("govern")
    True
    """
    if word in _table("light"):
        return _LIGHT
    return _NAME if word in names else 1.0


def shared(one: Matter, other: Matter) -> float:
    """The weight of the words that two texts share.

    >>> round(shared(matter_of("suspend drone flights"), matter_of("drones flew on six days")), 1)
    2.0
    """
    return sum(weight_of(word, one.names & other.names) for word in one.words & other.words)


@lru_cache(maxsize=50_000)
def _country(words: str) -> str | None:
    return country_of(words)


def _states(text: str) -> frozenset[str]:
    """Of a run of capitals the longest part that names a state."""
    out = set()
    for run in _STATE.finditer(text):
        words = [re.sub(r"['’]s$", "", word).strip(".") for word in run[0].split(" ")]
        for size in range(len(words), 0, -1):
            found = {_country(" ".join(words[at : at + size])) for at in range(len(words) - size + 1)} - {None}
            if found:
                out |= found
                break
    return frozenset(code for code in out if code)


def _numbers(tokens: list[str]) -> frozenset[int]:
    words = _number_words()
    out = set()
    for token in tokens:
        digits = token.replace(",", "").split(".")[0] if token[0].isdigit() else ""
        if digits.isdigit() and len(digits) < 10:
            out.add(int(digits))
        elif token.lower() in words:
            out.add(int(words[token.lower()]))
    return frozenset(out)


@cache
def _number_words() -> dict[str, int]:
    return dict(read_data("sayso.reconcile", "matter.toml")["numbers"])


@cache
def _table(name: str) -> frozenset[str]:
    words = read_data("sayso.reconcile", "matter.toml")[name]
    return frozenset(stem(word) for word in words) | frozenset(words if name == "empty" else ())
