"""A document's rows in, the same rows with what the rest of the pile tells of their parties out.

A report may name a spokesman without saying whose; another says it. Rows that are shown keep what their article tells.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from hashlib import blake2b
from typing import Any, Protocol

__all__ = ["PARTIES", "Knowing", "digest_of", "informed", "informed_digest"]

Row = dict[str, Any]

PARTIES = {
    "statements": ("speaker", "addressee", "target"),
    "events": ("actors", "recipients"),
    "commitments": ("by", "to", "beneficiary"),
}
"""Where rows name parties."""


class Knowing(Protocol):
    """Who knows of the parties of the pile, as `Settlement` does."""

    def actor_of(self, party: Mapping[str, Any], article_id: str) -> str | None:
        """The actor that a party is."""

    def state_and_body(self, actor_id: str) -> tuple[str, str]:
        """The state and the body of an actor of the ledger."""


def informed(row: Mapping[str, Any], known: Knowing) -> Row:
    """The rows of a document with the state and the body of each party that its article leaves open."""
    out = dict(row)
    for table, fields in PARTIES.items():
        out[table] = [_with_parties(one, fields, known) for one in row.get(table) or ()]
    return out


def _with_parties(row: Mapping[str, Any], fields: tuple[str, ...], known: Knowing) -> Row:
    out = dict(row)
    for field in fields:
        told = row.get(field)
        if isinstance(told, list):
            out[field] = [_party(one, row["article_id"], known) for one in told]
        elif told:
            out[field] = _party(told, row["article_id"], known)
    return out


def _party(party: Row, article_id: str, known: Knowing) -> Row:
    if party.get("actor_id") and party.get("actor_by") != "ledger":
        return party
    actor = known.actor_of(party, article_id)
    if actor is None:
        return party
    country, body = known.state_and_body(actor)
    return {
        **party,
        "country": party.get("country") or country or None,
        "member_of": party.get("member_of") or (body if party.get("kind") == "person" else "") or None,
    }


def informed_digest(row: Mapping[str, Any], known: Knowing, *made_by: str) -> str:
    """What tells whether a document gives reconciliation anything else than before: what it is made by, and what the
    rest of the pile tells of its parties.
    """
    told = blake2b("\0".join(made_by).encode(), digest_size=16)
    for table, fields in PARTIES.items():
        for one in row.get(table) or ():
            for field in fields:
                parties = one.get(field)
                each: list[Row] = parties if isinstance(parties, list) else [parties]
                for party in each if parties else ():
                    filled = _party(party, one["article_id"], known)
                    if filled is not party:
                        told.update(f"{one['id']} {field} {filled['country']} {filled['member_of']}\0".encode())
    return told.hexdigest()


def digest_of(row: Mapping[str, Any]) -> str:
    """The digest of a row as a whole.

    >>> digest_of({"id": "a"}) == digest_of({"id": "a"}) != digest_of({"id": "b"})
    True
    """
    packed = json.dumps(row, sort_keys=True, ensure_ascii=False, separators=(",", ":"), default=str)
    return blake2b(packed.encode(), digest_size=16).hexdigest()
