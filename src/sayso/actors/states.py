"""States and their governments as actors: the tables of countries in, for each state two actors and its names out."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from sayso.model.actor import Actor, Seat
from sayso.schema.data import read_data

__all__ = ["capitals_of", "demonym_of", "names_in_languages", "owner_names", "state_actors", "state_name"]

_SOURCE = "schema/countries.toml: general knowledge, unchecked; other languages: babel"
_NO_PLURAL = ("s", "sh", "ch", "ese", "men", "man", "women", "woman", "x")


def state_actors() -> Iterator[Actor]:
    """Every state, id its code in small letters, with capital and palaces as its seats, and its government.

    >>> [actor.id for actor in state_actors()][:2]
    ['afg', 'afg-gov']
    """
    for code, row in _rows().items():
        low = code.lower()
        seats = tuple(Seat(place) for key in ("capital", "seats") for place in row.get(key, ()))
        yield Actor(
            low, row["name"], "state", code, "GOV", aliases=tuple(row.get("other", ())), seats=seats, source=_SOURCE
        )
        yield Actor(f"{low}-gov", f"Government of {state_name(code)}", "government", code, "GOV", low, source=_SOURCE)


@cache
def names_in_languages() -> Mapping[str, tuple[str, ...]]:
    """What states are called in other languages than English: code to names.

    >>> "Pakistán" in names_in_languages()["PAK"]
    True
    """
    text = files("sayso.actors").joinpath("state_names.csv").read_text("utf-8")
    rows = csv.reader(line for line in text.splitlines() if not line.startswith("#"))
    return {code: tuple(names) for code, *names in rows}


def state_name(code: str) -> str:
    """The English name of a state as it stands after `of`; the code itself where no table has it.

    >>> state_name("PHL"), state_name("PER")
    ('the Philippines', 'Peru')
    """
    row = _rows().get(code)
    if row is None:
        return code
    article = read_data("sayso.actors", "registry/patterns.toml")["article"]
    return f"the {row['name']}" if code in article else str(row["name"])


def demonym_of(code: str) -> str | None:
    """The first adjective of a state: Pakistani; None where the table has none."""
    found: list[str] = _rows().get(code, {}).get("demonyms", [])
    return found[0] if found else None


def capitals_of(code: str) -> tuple[str, ...]:
    """The cities that stand for a state's government.

    >>> capitals_of("BEN")
    ('Porto-Novo', 'Cotonou')
    """
    return tuple(_rows().get(code, {}).get("capital", ()))


def owner_names() -> Iterator[tuple[str, str | None, str]]:
    """All that may stand before or after a body as its owner: the words, the state's code, what kind of naming.

    The code is None where words hold the name of a state and mean none (South China Sea).
    """
    table = read_data("sayso.schema", "countries.toml")
    yield from ((name, None, "none") for name in table["none"]["names"])
    for code, row in _rows().items():
        yield row["name"], code, "name"
        yield from ((name, code, "name") for name in row.get("other", ()))
        yield from ((place, code, "seat") for key in ("capital", "seats") for place in row.get(key, ()))
        for demonym in row.get("demonyms", ()):
            yield demonym, code, "demonym"
            if not demonym.endswith(_NO_PLURAL):
                yield f"{demonym}s", code, "demonym"


@cache
def _rows() -> dict[str, dict[str, Any]]:
    return {code: row for code, row in read_data("sayso.schema", "countries.toml").items() if code != "none"}
