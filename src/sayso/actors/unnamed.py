"""People without a name: `Peruvian officials`, `analysts` in, an unnamed collective with its country out."""

from __future__ import annotations

from functools import cache

from sayso.actors.answer import Context, Resolution
from sayso.actors.index import Registry
from sayso.schema.data import read_data

__all__ = ["read_collective"]


@cache
def _nouns() -> frozenset[str]:
    return frozenset(read_data("sayso.actors", "mentions.toml")["collectives"])


@cache
def _sectors() -> dict[str, str]:
    table = read_data("sayso.actors", "mentions.toml")["collective_sectors"]
    return {noun: sector for sector, nouns in table.items() for noun in nouns}


def read_collective(words: str, context: Context, registry: Registry) -> Resolution | None:
    """The collective that a phrase calls by a common noun or by its people; None where the phrase is a name."""
    tokens = words.split()
    noun = tokens[-1].lower().removesuffix("'s") if tokens else ""
    if "," in words or " and a " in words:
        return None
    if noun in _nouns() and (tokens[-1].islower() or len(tokens) == 1):
        return Resolution(
            None,
            words,
            "collective",
            _country(tokens[:-1], registry) or context.own,
            _sectors().get(noun),
            "collective",
        )
    people = registry.owner(words)
    if people and people[0] and people[1] == "demonym" and words.lower().endswith(("s", "men")):
        return Resolution(None, words, "collective", people[0], "CVL", "collective")
    return None


def _country(tokens: list[str], registry: Registry) -> str | None:
    """The one state among the words before the noun."""
    found = set()
    at = 0
    while at < len(tokens):
        for end in range(min(len(tokens), at + 4), at, -1):
            owner = registry.owner(" ".join(tokens[at:end]).removesuffix("'s"))
            if owner and any(token[0].isupper() for token in tokens[at:end]):
                found.add(owner[0])
                at = end
                break
        else:
            at += 1
    return found.pop() if len(found) == 1 else None
