"""Who is who across the pile: rows of findings in, one at a time; actors of the ledger and the id of each party out.

What registries know keeps its id. Who is named and known to none becomes an actor of the ledger, the same across
articles where name, state, office and body say so. Only what is told is kept, with counts, never the rows.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any

from sayso.reconcile.actor_rows import KnownActor, KnownActors, Tally, known_row, ledger_row, most_told
from sayso.reconcile.gathering import Signature, gathered
from sayso.reconcile.naming import Named, named_in
from sayso.reconcile.spelling import folded, untitled
from sayso.reconcile.uniting import united

__all__ = ["KnownActor", "KnownActors", "LedgerActors", "Settlement"]

Row = Mapping[str, Any]

_LISTED = {"events": ("actors", "recipients"), "commitments": ("by", "to", "beneficiary")}
"""Where rows name several parties."""


class LedgerActors:
    """Gathers the parties of findings in one pass, in any order.

    >>> def found(article, **told):
    ...     speaker = {"name": "Ana Rovik", "kind": "person", "actor_id": None} | told
    ...     return {"statements": [{"article_id": article, "speaker": speaker}], "events": []}
    >>> actors = LedgerActors()
    >>> actors.see(found("art-1", role="mayor", country="PER"))
    >>> actors.see(found("art-2"))
    >>> [(row["name"], row["country"], row["roles"][0]["role"]) for row in actors.settled({}).rows()]
    [('Ana Rovik', 'PER', 'mayor')]
    """

    def __init__(self) -> None:
        self._signatures: dict[Signature, int] = {}
        self._tallies: list[Tally] = []
        self._of_party: dict[int, int] = {}
        self._known: dict[str, Tally] = {}

    def see(self, findings: Row) -> None:
        """Take in the parties of one document: a row of `findings` with its statements and events."""
        by_article: dict[str, Counter[tuple[Named, str, str]]] = {}
        for article, party in _parties(findings):
            self._see_known(party)
            named = named_in(party)
            if named:
                member_of = party.get("member_of") or ""
                by_article.setdefault(article, Counter())[named, _short_form(party, named), member_of] += 1
        for article, counts in by_article.items():
            self._see_article(article, counts)

    def _see_known(self, party: Row) -> None:
        if party.get("member_of"):
            self._known.setdefault(party["member_of"], Tally())
        if party.get("actor_id"):
            tally = self._known.setdefault(party["actor_id"], Tally())
            tally.add("form", " ".join((party.get("name") or "").split()))
            tally.add("kind", party.get("kind") or "")
            tally.add("country", party.get("country") or "")

    def _see_article(self, article: str, counts: Counter[tuple[Named, str, str]]) -> None:
        signed = dict(gathered(article, (named for named, _, _ in counts)))
        for named, signature in signed.items():
            self._of_party[_digest(article, named)] = self._number(signature)
        for (named, short, member_of), count in counts.items():
            if named in signed:
                tally = self._tallies[self._number(signed[named])]
                _tell(tally, named, short, count)
                tally.add("member", member_of, count)

    def _number(self, signature: Signature) -> int:
        number = self._signatures.setdefault(signature, len(self._tallies))
        if number == len(self._tallies):
            self._tallies.append(Tally())
        return number

    def settled(self, registry: KnownActors) -> Settlement:
        """Who is who, from all that was seen; `registry` tells of the actors whose ids stand in rows."""
        ids = united(self._signatures)
        return Settlement(self._of_party, ids, self._tallies, self._known, registry)


class Settlement:
    """Which actor each party of the pile is, and the rows of table `actors`."""

    def __init__(
        self,
        of_party: Mapping[int, int],
        ids: list[str],
        tallies: list[Tally],
        known: Mapping[str, Tally],
        registry: KnownActors,
    ) -> None:
        self._of_party, self._ids, self._tallies = of_party, ids, tallies
        self._known, self._registry = known, registry

    def actor_of(self, party: Row, article_id: str) -> str | None:
        """The id to write into a party of an article's row: the registry's, the ledger's, or None."""
        if party.get("actor_id"):
            return str(party["actor_id"])
        named = named_in(party)
        number = self._of_party.get(_digest(article_id, named)) if named else None
        return None if number is None else self._ids[number]

    def state_and_body(self, actor_id: str) -> tuple[str, str]:
        """Of an actor of the ledger the state and the registry's body that most of the pile tells; empty where none."""
        told = Tally()
        for number in self._members.get(actor_id, ()):
            told.update(self._tallies[number])
        state = most_told(told.of("country")) or most_told(told.of("guess"))
        return state or "", most_told(told.of("member")) or ""

    @cached_property
    def _members(self) -> dict[str, list[int]]:
        members: dict[str, list[int]] = {}
        for number, actor_id in enumerate(self._ids):
            members.setdefault(actor_id, []).append(number)
        return members

    def rows(self) -> Iterator[dict[str, Any]]:
        """The rows of table `actors`, by id: those of registries that rows mention, and the ledger's own."""
        members = self._members
        for actor_id in sorted(members.keys() | self._known.keys()):
            if actor_id in members:
                yield ledger_row(actor_id, (self._tallies[number] for number in members[actor_id]))
            else:
                row = known_row(actor_id, self._known[actor_id], self._registry.get(actor_id))
                yield from [row] if row else []


def _parties(findings: Row) -> Iterator[tuple[str, Row]]:
    for statement in findings.get("statements") or ():
        for place in ("speaker", "addressee", "target"):
            if statement.get(place):
                yield statement["article_id"], statement[place]
    for table, places in _LISTED.items():
        for row in findings.get(table) or ():
            for place in places:
                yield from ((row["article_id"], party) for party in row.get(place) or ())


def _short_form(party: Row, named: Named) -> str:
    """The surname by which an article goes on: the mention itself, where it was led to the full name by that."""
    if party.get("resolved_by") != "surname":
        return ""
    mention = (party.get("mentions") or [party.get("span")])[0]
    quote = (mention or {}).get("quote") or ""
    short = untitled(" ".join(quote.split()).strip(" ,.'’\"“”"))
    short = short.removesuffix("'s").removesuffix("’s")
    return short if short and set(folded(short).split()) < set(named.key.split()) else ""


def _tell(tally: Tally, named: Named, short: str, count: int) -> None:
    tally.add("form", named.form, count)
    tally.add("kind", named.kind, count)
    tally.add("country", named.country, count)
    tally.add("guess", named.guess, count)
    tally.add("alias", short, count)
    if named.role_words:
        tally.add("role", f"{named.role_words}\n{named.of_words}", count)


def _digest(article: str, named: Named) -> int:
    """A number of 64 bits for a party of an article: a table of these is a tenth of one of the words."""
    told: Iterable[str] = (article, named.family, named.form, named.country, named.guess, named.role, *named.of)
    return int.from_bytes(hashlib.blake2b("\0".join(told).encode(), digest_size=8).digest(), "little")
