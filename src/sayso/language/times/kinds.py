"""What kind each word of time is: the word files in, a kind by word out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from sayso.language.times.lexicon import (
    forms_of_units,
    holiday_names,
    number_of,
    ordinals,
    season_names,
    single_counts,
    table,
    vague,
)

__all__ = ["kinds"]


@cache
def kinds() -> dict[str, str]:
    """`month`, `weekday`, `unit` ... by word; `joint` for one that only holds an expression together.

    >>> kinds()["march"], kinds()["fortnight"], kinds()["of"]
    ('month', 'unit', 'joint')
    """
    known: dict[str, str] = {}
    for kind, phrases in _listed():
        known.update(dict.fromkeys(_words(phrases), kind))
    heads = {word: "vague" for word in _words(vague()) if known.get(word, "joint") == "joint"}
    return known | heads | dict.fromkeys(table("joints")["always"], "joint")


def _listed() -> Iterator[tuple[str, Iterable[str]]]:
    """Kinds with their words; of a word that is of two kinds, the later one counts."""
    yield "joint", table("joints")["words"]
    for name in ("before", "after"):
        yield "joint", [phrase for phrases in table(name).values() for phrase in phrases]
    yield "joint", [*table("numbers")["some"], *single_counts(), *table("which"), *ordinals()]
    yield "holiday", holiday_names()
    yield "hijri", number_of("hijri", "calendars.toml")
    yield "solar", number_of("solar", "calendars.toml")
    yield "unit", forms_of_units()
    yield "part", table("parts")
    yield "season", [word + plural for word in season_names() for plural in ("", "s")]
    yield "weekday", number_of("weekdays")
    yield "month", number_of("months")
    yield "near", table("near")
    yield "sets", table("sets")
    yield from table("kinds").items()


def _words(phrases: Iterable[str]) -> Iterator[str]:
    return (word for phrase in phrases for word in re.findall(r"[^\W\d_]+", phrase.lower()))
