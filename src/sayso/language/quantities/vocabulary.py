"""The tables of words.toml and units.toml in, checked and ready for look-up, out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from sayso.language.quantities.quantity import Number, Unit
from sayso.schema.data import read_data

__all__ = ["VocabularyError", "bounds", "listed", "marks", "numbers", "unit_forms", "unit_shorts", "words"]

_HERE = "sayso.language.quantities"
_BOUNDS = frozenset(("low", "over", "high", "under", "about"))
_KINDS = frozenset(
    ("length", "area", "mass", "volume", "share", "time", "months", "speed", "power", "degrees", "money")
)


class VocabularyError(ValueError):
    """A row of a table of quantities is not what it must be; the message names it."""


@cache
def words() -> Mapping[str, Any]:
    """The tables of words.toml.

    Raises:
        VocabularyError: a value is no number, or a bound is none of the five.

    >>> words()["values"]["eleven"]
    11
    """
    tables = read_data(_HERE, "words.toml")
    _check_words(tables)
    return tables


def _check_words(tables: Mapping[str, Any]) -> None:
    for table in ("values", "scales", "letters"):
        for word, value in tables[table].items():
            if not isinstance(value, int) or value < 0:
                raise VocabularyError(f"words.toml [{table}] {word}: a whole number is wanted, not {value!r}.")
    for table in ("before", "after"):
        for bound in tables[table]:
            if bound not in _BOUNDS:
                raise VocabularyError(f"words.toml [{table}] {bound}: a bound is one of {', '.join(sorted(_BOUNDS))}.")


@cache
def listed(table: str, name: str) -> frozenset[str]:
    """A list of words.toml as a set.

    >>> "soldiers" in listed("noun", "persons")
    True
    """
    return frozenset(words()[table][name])


@cache
def numbers() -> Mapping[str, Number]:
    """What each word of a number is worth: ones, tens, and the scales that multiply.

    >>> numbers()["twenty"], numbers()["dozen"]
    (20, 12)
    """
    return {**words()["values"], **words()["scales"]}


@cache
def bounds(table: str) -> Mapping[str, str]:
    """The phrases `before` or `after` a number, each with the bound it puts.

    >>> bounds("before")["at least"], bounds("after")["or so"]
    ('low', 'about')
    """
    return {phrase: bound for bound, phrases in words()[table].items() for phrase in phrases}


@cache
def _units() -> tuple[tuple[Unit, Mapping[str, Any]], ...]:
    rows = read_data(_HERE, "units.toml").items()
    return tuple((_unit(name, row), row) for name, row in rows)


def _unit(name: str, row: Mapping[str, Any]) -> Unit:
    if row.get("kind") not in _KINDS:
        raise VocabularyError(f"units.toml [{name}]: kind {row.get('kind')!r} is none of {', '.join(sorted(_KINDS))}.")
    if not isinstance(row.get("factor"), int | float) or row["factor"] <= 0:
        raise VocabularyError(f"units.toml [{name}]: the factor must be above zero, not {row.get('factor')!r}.")
    return Unit(name, row["kind"], row["base"], row["factor"])


def _by_form(columns: Iterable[str], lower: bool) -> Mapping[str, Unit]:
    out: dict[str, Unit] = {}
    for unit, row in _units():
        for form in (form for column in columns for form in row.get(column, ())):
            key = form.lower() if lower else form
            if key in out:
                raise VocabularyError(f"units.toml: {form!r} is a form of {out[key].name} and of {unit.name}.")
            out[key] = unit
    return out


@cache
def unit_forms() -> Mapping[str, Unit]:
    """Units by the words that name them, in small letters.

    >>> unit_forms()["kilometres"].factor
    1000
    """
    return _by_form(("forms",), lower=True)


@cache
def unit_shorts() -> Mapping[str, Unit]:
    """Units by their short forms, whose letter case tells.

    >>> unit_shorts()["km"].name
    'kilometre'
    """
    return _by_form(("short",), lower=False)


@cache
def marks() -> Mapping[str, Unit]:
    """Currencies by the marks that stand before a number.

    >>> marks()["€"].name
    'EUR'
    """
    return _by_form(("marks",), lower=False)
