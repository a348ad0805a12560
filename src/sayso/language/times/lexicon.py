"""The words of time: `words.toml` and its companions in, look-ups by word out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from sayso.schema.data import read_data

__all__ = [
    "Unit",
    "WordError",
    "count_of",
    "forms_of_units",
    "holiday_names",
    "number_of",
    "ordinals",
    "season_names",
    "single_counts",
    "table",
    "unit_of",
    "vague",
]


class WordError(ValueError):
    """A table of words that cannot be read: which one, and why."""


@dataclass(frozen=True, slots=True)
class Unit:
    """What a length is counted in: the TIMEX3 code (`TH` is an hour of the clock), and how many of those it is."""

    name: str
    code: str
    factor: int


@cache
def table(name: str, file: str = "words.toml") -> dict[str, Any]:
    """A table of the package's word files.

    >>> table("months")["5"]
    ['may']
    """
    tables = read_data(__package__, file)
    if name not in tables or not isinstance(tables[name], dict):
        raise WordError(f"{file} has no table [{name}]")
    return dict(tables[name])


@cache
def number_of(name: str, file: str = "words.toml") -> dict[str, int]:
    """The numbers that the words of a table stand for.

    >>> number_of("months")["sept"], number_of("weekdays")["thursday"]
    (9, 4)
    """
    numbers = {word: int(key) for key, words in table(name, file).items() for word in words}
    if len(numbers) != sum(len(words) for words in table(name, file).values()):
        raise WordError(f"{file} [{name}] gives one word two numbers")
    return numbers


@cache
def forms_of_units() -> dict[str, Unit]:
    """Every form of every unit."""
    return {
        form: Unit(name, row["code"], row.get("factor", 1))
        for name, row in table("units").items()
        for form in row["forms"]
    }


def unit_of(word: str) -> Unit:
    """The unit a word names.

    >>> unit_of("fortnight").factor, unit_of("Hours").code
    (2, 'TH')
    """
    return forms_of_units()[word.lower()]


@cache
def single_counts() -> dict[str, int]:
    """Numbers of one word."""
    numbers = table("numbers")
    counts = {word: value for value, word in enumerate(numbers["values"])}
    return counts | {word: 10 * place for place, word in enumerate(numbers["tens"], 2)} | {"a": 1, "an": 1}


@cache
def ordinals() -> dict[str, int]:
    """`first` is 1, `twenty-first` 21; with a blank in place of the hyphen too."""
    listed = {word: place for place, word in enumerate(table("numbers")["ordinals"], 1)}
    return listed | {word.replace("-", " "): place for word, place in listed.items()}


def count_of(words: str) -> float | None:
    """The number some words say, None where they leave it open.

    >>> count_of("twenty-four"), count_of("2 1/2"), count_of("a hundred and ten"), count_of("some"), count_of("half a")
    (24.0, 2.5, 110.0, None, 0.5)
    """
    said = words.lower().replace("-", " ").replace(",", "").split()
    if not said or " ".join(said) in table("numbers")["some"]:
        return None
    if said[0] == "half":
        return 0.5
    if "couple" in said:
        return 2.0
    if said[0] in ("another", "every", "each"):
        return count_of(" ".join(said[1:])) if len(said) > 1 else 1.0
    if len(said) > 3 and said[-3:] == ["and", "a", "half"]:
        said, extra = said[:-3], 0.5
    else:
        extra = 0.0
    return _sum(said, extra)


def _sum(said: list[str], extra: float) -> float | None:
    total, group = extra, 0.0
    for word in said:
        if word in ("hundred", "dozen"):
            group = (group or 1) * (100 if word == "hundred" else 12)
        elif word == "thousand":
            total, group = total + (group or 1) * 1000, 0.0
        elif word in single_counts():
            group += single_counts()[word]
        elif re.fullmatch(r"\d+(?:\.\d+)?", word, re.ASCII):
            group += float(word)
        elif re.fullmatch(r"[1-9]/[1-9]", word, re.ASCII):
            group += int(word[0]) / int(word[2])
        elif word != "and":
            return None
    return total + group


@cache
def vague() -> dict[str, str]:
    """The words that point to the present, the past or the future as a whole, and the value of each."""
    return {phrase: value for value, phrases in table("vague").items() for phrase in phrases}


def holiday_names() -> list[str]:
    """Names of feasts and other days."""
    return [name for row in read_data(__package__, "holidays.toml")["holiday"] for name in row["names"]]


def season_names() -> list[str]:
    """Names of seasons."""
    return [word for words in table("seasons").values() for word in words]
