"""Wikidata as a source of actors: items of a JSON dump extract in, rows as `actors.csv` holds them out.

Read: labels, aliases, P31 (is a), P17 and P27 (country), P297 and P298 (codes of states), P39 (offices, with P580 and
P582), P571 and P576 (beginning and end).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from sayso.actors.index import Registry
from sayso.actors.json_stream import Found
from sayso.actors.offices import post_of
from sayso.model.actor import Actor, Office
from sayso.schema.data import read_data

__all__ = ["Items", "read_items"]

_LABELS = ("en", "en-gb", "en-us", "en-ca", "mul")
_TIME = re.compile(r"\+(\d{4})-(\d\d)-(\d\d)T")


@dataclass(slots=True)
class _Item:
    """What is kept of an item."""

    id: str
    label: str
    aliases: tuple[str, ...]
    is_a: tuple[str, ...]
    country: str | None
    alpha3: str | None
    offices: tuple[tuple[str, str | None, str | None], ...]
    since: str | None
    until: str | None


@dataclass(slots=True)
class Items:
    """The items of a file, and what could not be used of it, by line."""

    rows: dict[str, _Item] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)

    def actors(self, registry: Registry) -> Iterator[Actor]:
        """An actor for each item that is a person, a body, a group, a state; others serve as countries and offices."""
        for item in self.rows.values():
            kind = self._kind(item)
            if kind:
                yield self._actor(item, kind, registry)

    def _kind(self, item: _Item) -> str | None:
        table = read_data("sayso.actors", "wikidata.toml")
        known = next((table["kinds"][one] for one in item.is_a if one in table["kinds"]), None)
        if known:
            return str(known)
        called = " ".join(self.rows[one].label.lower() for one in item.is_a if one in self.rows)
        return next((str(kind) for word, kind in table["words"].items() if word in called), None)

    def _code(self, item_id: str | None) -> str | None:
        if item_id is None:
            return None
        item = self.rows.get(item_id)
        code = item.alpha3 if item else None
        return code or read_data("sayso.actors", "wikidata.toml")["states"].get(item_id)

    def _actor(self, item: _Item, kind: str, registry: Registry) -> Actor:
        code = (item.alpha3 or self._code(item.id)) if kind == "state" else self._code(item.country)
        return Actor(
            id=f"wd-{item.id.lower()}",
            name=item.label,
            kind=kind,
            country=code,
            aliases=item.aliases,
            since=item.since if kind != "person" else None,
            until=item.until if kind != "person" else None,
            roles=tuple(self._offices(item, code, registry)),
            source=f"Wikidata {item.id}",
        )

    def _offices(self, item: _Item, code: str | None, registry: Registry) -> Iterator[Office]:
        for position, since, until in item.offices:
            if position not in self.rows:
                self.problems.append(
                    f"{item.id} {item.label}: the office {position} is not in the file and is left out"
                )
                continue
            label = self.rows[position].label
            country = self._code(self.rows[position].country)
            role, body = _parted(label, registry)
            home = country or (None if body else code)
            of = f"{home.lower()}-gov" if home else body or position.lower()
            yield Office(role, of, since, until)


def _parted(label: str, registry: Registry) -> tuple[str, str | None]:
    """An office's label parted into its role and the actor whose it is: `Secretary-General of the United Nations`."""
    role, of, owner = label.rpartition(" of ")
    if not of or post_of(role) is None:
        return label.lower(), None
    found = {naming.actor.id for naming in registry.named(owner) if naming.actor.kind != "person"}
    return role.lower(), found.pop() if len(found) == 1 else None


def read_items(found: Iterable[Found]) -> Items:
    """The items among the objects of a file; lines that hold none are told in `problems`."""
    out = Items()
    for line, value, problem in found:
        if value is None:
            out.problems.append(f"line {line}: {problem}")
            continue
        item = _item(value)
        if isinstance(item, str):
            out.problems.append(f"line {line}: {item}")
        else:
            out.rows[item.id] = item
    return out


def _item(value: dict[str, Any]) -> _Item | str:
    item_id, labels = value.get("id"), value.get("labels")
    if not isinstance(item_id, str) or not re.fullmatch(r"Q\d+", item_id):
        return f"no item: its id is {item_id!r}"
    if not isinstance(labels, dict) or not labels:
        return f"{item_id} has no label"
    try:
        return _read_item(item_id, value)
    except (AttributeError, KeyError, TypeError, IndexError) as error:
        return f"{item_id} is not built as an item of Wikidata: {error!r}"


def _read_item(item_id: str, value: dict[str, Any]) -> _Item:
    names = {code: label["value"] for code, label in value["labels"].items()}
    label = next((names[code] for code in _LABELS if code in names), next(iter(names.values())))
    others = [alias["value"] for row in _table(value.get("aliases")).values() for alias in row]
    claims = _table(value.get("claims"))
    aliases = tuple(dict.fromkeys(name for name in (*names.values(), *others) if name != label and "|" not in name))
    return _Item(
        item_id,
        label,
        aliases,
        tuple(_ids(claims, "P31")),
        next(iter((*_ids(claims, "P17"), *_ids(claims, "P27"))), None),
        _alpha3(claims),
        tuple(_positions(claims)),
        _day(claims, "P571"),
        _day(claims, "P576"),
    )


def _table(value: Any) -> dict[str, Any]:
    """An empty table stands as an empty list in some dumps."""
    return value if isinstance(value, dict) else {}


def _values(claims: dict[str, Any], prop: str) -> Iterator[tuple[Any, dict[str, Any]]]:
    """The values of a property, the preferred first, withdrawn ones left out, each with its qualifiers."""
    rows = [claim for claim in claims.get(prop, []) if claim.get("rank") != "deprecated"]
    for claim in sorted(rows, key=lambda claim: claim.get("rank") != "preferred"):
        value = (claim.get("mainsnak") or {}).get("datavalue", {}).get("value")
        if value is not None:
            yield value, _table(claim.get("qualifiers"))


def _ids(claims: dict[str, Any], prop: str) -> Iterator[str]:
    for value, _ in _values(claims, prop):
        if isinstance(value, dict) and "id" in value:
            yield str(value["id"])


def _alpha3(claims: dict[str, Any]) -> str | None:
    three = next((value for value, _ in _values(claims, "P298") if isinstance(value, str)), None)
    if three:
        return three
    two = next((value for value, _ in _values(claims, "P297") if isinstance(value, str)), None)
    return read_data("sayso.actors", "wikidata.toml")["alpha2"].get(two) if two else None


def _positions(claims: dict[str, Any]) -> Iterator[tuple[str, str | None, str | None]]:
    for value, qualifiers in _values(claims, "P39"):
        if isinstance(value, dict) and "id" in value:
            yield value["id"], _qualified(qualifiers, "P580"), _qualified(qualifiers, "P582")


def _qualified(qualifiers: dict[str, Any], prop: str) -> str | None:
    rows = qualifiers.get(prop) or []
    return _time(rows[0].get("datavalue", {}).get("value")) if rows else None


def _day(claims: dict[str, Any], prop: str) -> str | None:
    return next((_time(value) for value, _ in _values(claims, prop)), None)


def _time(value: Any) -> str | None:
    """A time of Wikidata to its precision: 9 a year, 10 a month, 11 a day."""
    found = _TIME.match(value.get("time", "")) if isinstance(value, dict) else None
    if not found:
        return None
    precision = value.get("precision", 11)
    if precision < 9:
        return None
    return "-".join(found.groups()[: min(3, precision - 8)])
