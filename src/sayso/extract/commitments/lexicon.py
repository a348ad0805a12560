"""entries.toml in; the words that make a commitment out, by lemma and part of speech."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from sayso.schema.data import read_data

__all__ = ["KINDS", "Entry", "entries", "lexicon"]

KINDS = ("assurance", "demand", "offer", "agreement", "ceasefire", "decree", "threat")
_POS = {"verb": ("VERB", "AUX"), "noun": ("NOUN",), "adjective": ("ADJ",)}
_DEEDS = frozenset(("clause", "noun", "whom", "time", "subject", "to", "on", "upon", "for", "with"))
_WHEN = frozenset(("", "future", "must", "urgent", "document", "joint", "condition", "matter", "from"))
_KNOWN = frozenset(("id", "pos", "words", "kind", "deed", "nouns", "to", "when", "example", "terms"))


@dataclass(frozen=True, slots=True)
class Entry:
    """One way to make a commitment. See the head of entries.toml."""

    id: str
    pos: str
    words: tuple[str, ...]
    kind: str
    deed: tuple[str, ...]
    nouns: frozenset[str]
    to: tuple[str, ...]
    when: str
    example: str
    terms: str


@cache
def entries() -> tuple[Entry, ...]:
    """Every entry, in the order of the file.

    >>> entries()[0].id
    'promise'
    """
    return tuple(_entry(row) for row in read_data(__package__, "entries.toml")["entry"])


@cache
def lexicon() -> Mapping[tuple[str, str], tuple[Entry, ...]]:
    """The entries by lemma and universal part of speech.

    >>> [entry.id for entry in lexicon()["vow", "VERB"]]
    ['promise', 'promise-noun', 'vow-harm']
    """
    found: dict[tuple[str, str], list[Entry]] = defaultdict(list)
    for entry in entries():
        for word in entry.words:
            for pos in _POS[entry.pos]:
                found[word, pos].append(entry)
    return {key: tuple(value) for key, value in found.items()}


def _entry(row: Mapping[str, Any]) -> Entry:
    """A row of the file. Raises ValueError for what no rule knows."""
    told = f"entries.toml, entry {row.get('id')!r}"
    if set(row) - _KNOWN:
        raise ValueError(f"{told}: unknown keys {sorted(set(row) - _KNOWN)}")
    if row["pos"] not in _POS or row["kind"] not in KINDS or not set(row["deed"]) <= _DEEDS:
        raise ValueError(f"{told}: unknown pos, kind or deed")
    if row.get("when", "") not in _WHEN:
        raise ValueError(f"{told}: unknown `when` {row['when']!r}; it is one of {sorted(_WHEN)}")
    return Entry(
        id=row["id"],
        pos=row["pos"],
        words=tuple(row["words"]),
        kind=row["kind"],
        deed=tuple(row["deed"]),
        nouns=_nouns(row.get("nouns", ()), told),
        to=tuple(row.get("to", ())),
        when=row.get("when", ""),
        example=row["example"],
        terms=row["terms"],
    )


def _nouns(names: Any, told: str) -> frozenset[str]:
    lists = read_data(__package__, "words.toml")["nouns"]
    unknown = [name for name in names if name not in lists]
    if unknown:
        raise ValueError(f"{told}: words.toml has no list {unknown} under [nouns]")
    return frozenset(word for name in names for word in lists[name].split())
