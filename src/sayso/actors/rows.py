"""Rows of the registry: a table as TOML or CSV gives it in, an Actor out, or a ValueError that says what is wrong."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from sayso.model.actor import Actor, Loaded, NameUse, Office, Seat
from sayso.schema.data import read_data

__all__ = ["FIELDS", "actor_of"]

FIELDS = (
    "id", "name", "kind", "country", "sector", "parent", "aliases", "loaded", "ambiguous", "since", "until", "seats",
    "roles", "names", "source",
)  # fmt: skip
"""The keys of a row, in the order in which they are written."""

_KEYS = frozenset(FIELDS)
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_COUNTRY = re.compile(r"[A-Z]{3}")
_DATE = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")
_AN_ID, _A_CODE = "small letters, digits and single hyphens", "an ISO 3166-1 alpha-3 code such as 'PAK'"
_A_DATE = "a date as '2021', '2021-08' or '2021-08-15'"
_SPAN = ("name", "since", "until")
_Part = TypeVar("_Part")


def actor_of(row: Mapping[str, Any], where: str) -> Actor:
    """The actor that a row tells of; ValueError names the row (`where`), the key and what it may hold.

    >>> actor_of({"id": "rovik-front", "name": "Rovik Front", "kind": "armed-group"}, "mine.toml").name
    'Rovik Front'
    """
    try:
        return _actor(row)
    except ValueError as error:
        raise ValueError(f"{where}: actor {row.get('id', '?')!r}: {error}") from None


def _actor(row: Mapping[str, Any]) -> Actor:
    if not row.keys() <= _KEYS:
        raise ValueError(f"there is no key {min(row.keys() - _KEYS)!r}; there are {', '.join(FIELDS)}")
    out = Actor(
        _matching(row, "id", _ID, _AN_ID) or _text(row, "id"),
        _text(row, "name"),
        _one_of("kinds", _text(row, "kind"), "kind"),
        _matching(row, "country", _COUNTRY, _A_CODE),
        _one_of("sectors", _text(row, "sector"), "sector") if "sector" in row else None,
        _matching(row, "parent", _ID, "the id of an actor"),
        _texts(row, "aliases"),
        _parts(row, "loaded", ("name", "by"), Loaded),
        _texts(row, "ambiguous"),
        _matching(row, "since", _DATE, _A_DATE),
        _matching(row, "until", _DATE, _A_DATE),
        _parts(row, "seats", _SPAN, Seat),
        _parts(row, "roles", ("role", "of", "since", "until"), Office),
        _parts(row, "names", _SPAN, NameUse),
        row.get("source"),
    )
    _in_order(out.since, out.until)
    return out


def _text(row: Mapping[str, Any], name: str) -> str:
    value = row.get(name)
    if not isinstance(value, str) or not value.strip():
        raise ValueError(f"{name} is {value!r}; it must be words in quotation marks")
    return value.strip()


def _matching(row: Mapping[str, Any], name: str, pattern: re.Pattern[str], wanted: str) -> str | None:
    if row.get(name) is None:
        return None
    value = _text(row, name)
    if not pattern.fullmatch(value):
        raise ValueError(f"{name} is {value!r}; it must be {wanted}")
    return value


def _one_of(vocabulary: str, value: str, name: str) -> str:
    known = read_data("sayso.actors", "vocabulary.toml")[vocabulary]
    if value not in known:
        raise ValueError(f"{name} is {value!r}; it must be one of {', '.join(known)}")
    return value


def _texts(row: Mapping[str, Any], name: str) -> tuple[str, ...]:
    if name not in row:
        return ()
    value = row[name]
    if not isinstance(value, list) or not all(isinstance(one, str) and one.strip() for one in value):
        raise ValueError(f"{name} is {value!r}; it must be a list of words in quotation marks")
    return tuple(dict.fromkeys(one.strip() for one in value))


def _parts(row: Mapping[str, Any], name: str, keys: tuple[str, ...], made: Callable[..., _Part]) -> tuple[_Part, ...]:
    if name not in row:
        return ()
    value = row[name]
    if not isinstance(value, list):
        raise ValueError(f"{name} is {value!r}; it must be a list of tables with the keys {', '.join(keys)}")
    return tuple(made(**_part(one, keys, name)) for one in value)


def _part(value: Any, keys: tuple[str, ...], name: str) -> dict[str, str | None]:
    if not isinstance(value, dict) or not value.keys() <= set(keys):
        raise ValueError(f"{name} holds {value!r}; it must be a table with the keys {', '.join(keys)}")
    out: dict[str, str | None] = {keys[0]: _text(value, keys[0])}
    if keys[1] == "of":
        out["of"] = _text(value, "of")
    if "by" in value:
        out["by"] = _text(value, "by")
    if "since" in keys:
        out["since"], out["until"] = (_matching(value, key, _DATE, _A_DATE) for key in ("since", "until"))
        _in_order(out["since"], out["until"])
    return out


def _in_order(since: str | None, until: str | None) -> None:
    if since and until and since[: len(until)] > until[: len(since)]:
        raise ValueError(f"since {since} lies after until {until}")
