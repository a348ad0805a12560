"""A row in, what made it out: the rule, the entry or the features that its fields name, in words.

Which fields tell it is data, by table: `rules.toml`.
"""

from __future__ import annotations

from typing import Any

from sayso.report.words import phrase, plain, sections
from sayso.schema import tables
from sayso.schema.data import read_data

__all__ = ["rule_of"]

Row = dict[str, Any]


def rule_of(table: str, row: Row) -> tuple[tuple[str, str], ...]:
    """What made a row, as (what is told, words) pairs; what a row leaves open is left out.

    >>> rule_of("links", {"type": "denies", "why": "same deed, opposite sense", "scope": "whole", "score": 0.7})
    (('because', 'same deed, opposite sense'), ('scope', 'whole'), ('how sure of the row', '0.70'))
    """
    told: list[tuple[str, str]] = []
    for path, label in read_data("sayso.report", "rules.toml").get(table, {}).items():
        field = path.partition(".")[0]
        if field not in {one.name for one in tables()[table].fields}:
            raise ValueError(f"rules.toml [{table}]: {field} is no field of {table}")
        told += [(label, _phrased(path, words)) for words in _values(row, path.split("."))]
    return tuple(dict.fromkeys(told))


def _phrased(field: str, words: str) -> str:
    """A value in words, where `words.toml` has a section for its field."""
    return phrase(field, words) if field in sections() else words


def _values(value: Any, path: list[str]) -> list[str]:
    """The values at the end of a path, through structs and lists."""
    if value is None or value == []:
        return []
    if isinstance(value, list) and (path or not isinstance(value[0], str)):
        return [words for one in value for words in _values(one, path)]
    if path:
        return _values(value.get(path[0]), path[1:])
    if isinstance(value, list):
        return [plain(", ".join(value))]
    return [f"{value:.2f}" if isinstance(value, float) else plain(str(value))]
