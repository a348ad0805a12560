"""The cue lexicon: `cues.toml` read, checked, and turned into tables that are looked up by a word in its form."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

__all__ = ["Cue", "entries", "rates", "starting_with"]

_TAKES = frozenset({"that", "wh", "bare", "to", "object", "name", "quote", "end", "addressee", "passive", "silence"})
_KINDS = ("verb", "noun", "preposition", "adverb")


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue: its key (`verb.say`), what it takes, and the speech act that it shows when nothing else does."""

    key: str
    kind: str
    forms: tuple[str, ...]
    takes: frozenset[str]
    act: str
    example: str


@cache
def entries() -> tuple[Cue, ...]:
    """All cues in the order of the file; ValueError where a verb takes what the rules do not know."""
    tables = tomllib.loads(files(__package__).joinpath("cues.toml").read_text("utf-8"))
    return tuple(_cue(kind, name, row) for kind in _KINDS for name, row in tables[kind].items())


def _cue(kind: str, name: str, row: dict[str, object]) -> Cue:
    forms, takes = row["forms"], row.get("takes", [])
    assert isinstance(forms, list)
    assert isinstance(takes, list)
    if kind == "verb" and not _TAKES.issuperset(takes):
        raise ValueError(f"cues.toml: verb.{name} takes {sorted(set(takes) - _TAKES)}")
    return Cue(f"{kind}.{name}", kind, tuple(forms), frozenset(takes), str(row["act"]), str(row["example"]))


@cache
def starting_with() -> dict[str, tuple[tuple[tuple[str, ...], Cue], ...]]:
    """First word of a form to (the form's further words, cue); longer forms first, then as in the file."""
    out: defaultdict[str, list[tuple[tuple[str, ...], Cue]]] = defaultdict(list)
    for cue in entries():
        for form in cue.forms:
            first, *rest = form.split()
            out[first].append((tuple(rest), cue))
    return {first: tuple(sorted(rows, key=lambda row: -len(row[0]))) for first, rows in out.items()}


@cache
def rates() -> dict[str, float]:
    """How often a rule, or a cue in a rule, was right on training data: `rates.toml`."""
    table = tomllib.loads(files(__package__).joinpath("rates.toml").read_text("utf-8"))
    return {key: float(value) for key, value in table["rate"].items()}
