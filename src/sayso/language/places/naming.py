"""Names that the table lacks: states as the contract's table calls them, and `aliases.csv`, by the key of each."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from sayso.language.places.layout import KINDS
from sayso.language.places.spelling import key
from sayso.schema.countries import namings
from sayso.schema.data import read_data

__all__ = ["Alias", "aliases", "state_name"]

_PEOPLE = ("an", "er", "on", "ot")
"""Ends of names of people (Texan, Vermonter), whose plurals need no row."""


@dataclass(frozen=True, slots=True)
class Alias:
    """A name and the place of the table that it means: country, kind and first name; `match` is alias or demonym."""

    country: str
    kind: str
    name: str
    match: str = "alias"


@cache
def aliases() -> Mapping[str, tuple[Alias, ...]]:
    """Every alias by its key. What `aliases.csv` calls a province (Scotland, Scottish) is no name of the state.

    >>> aliases()["afghans"], aliases()["khost"][0].name
    ((Alias(country='AFG', kind='country', name='', match='demonym'),), 'Khowst')
    """
    out: dict[str, list[Alias]] = {}
    listed = tuple(_listed())
    nations = {(alias.country, key(called)) for name, alias in listed for called in (name, alias.name)}
    states = ((called, alias) for called, alias in _states() if (alias.country, key(called)) not in nations)
    for called, alias in (*states, *listed):
        held = out.setdefault(key(called), [])
        if alias not in held:
            held.append(alias)
    return {keyed: tuple(held) for keyed, held in out.items()}


def state_name(code: str) -> str | None:
    """What the contract's table calls a state; None of a code that is no state there.

    >>> state_name("CIV"), state_name("GRL")
    ('Ivory Coast', None)
    """
    row = read_data("sayso.schema", "countries.toml").get(code)
    return str(row["name"]) if row else None


def _states() -> Iterator[tuple[str, Alias]]:
    for found in namings().values():
        for naming in found:
            if naming.country and naming.kind in ("name", "demonym"):
                match = "demonym" if naming.kind == "demonym" else "name"
                yield " ".join(naming.words), Alias(naming.country, "country", "", match)


def _listed() -> Iterator[tuple[str, Alias]]:
    source = files("sayso.language.places").joinpath("aliases.csv").read_text("utf-8").splitlines()
    for row in csv.DictReader(line for line in source if not line.startswith("#")):
        if row["kind"] not in KINDS:
            raise ValueError(f"aliases.csv: {row['alias']}: {row['kind']!r} is no kind")
        alias = Alias(row["country"], row["kind"], row["name"])
        yield row["alias"], alias
        if row["alias"].endswith(_PEOPLE):
            yield row["alias"] + "s", alias
