"""The states named in a mention: its words come in, where each state stands and how it is meant go out."""

from __future__ import annotations

from typing import NamedTuple

from sayso.extract.statements.standing_words import Word, table
from sayso.schema.countries import Naming, namings

__all__ = ["Named", "states_in"]

_PEOPLE = ("open", "title", "role", "rank")
_LOUD = 4


class Named(NamedTuple):
    """Words [first, end) name a state. `kind` is that of the naming, or `place` (London-based)."""

    first: int
    end: int
    country: str
    kind: str
    owns: bool


def states_in(words: list[Word]) -> list[Named]:
    """Every state named in a mention, in order; people who bear the name of one, seas and provinces left out."""
    out: list[Named] = []
    table_of = namings()
    at = 0
    while at < len(words):
        word = words[at]
        naming = _longest(table_of.get(word.key) or _loud(word.key), words, at) if word.large else None
        if naming is None:
            if "-" in word.key and word.large | ("-" in word.key[:5]):
                out.extend(_joined(word, at))
            at += 1
            continue
        end = at + len(naming.words)
        if naming.country and not (naming.person and _is_person(naming, words, at, end)):
            out.append(Named(at, end, naming.country, naming.kind, words[end - 1].owns))
            _bind(words[at:end])
        at = end
    return out


def _bind(words: list[Word]) -> None:
    """The words of one name are no longer roles or prepositions: `Republic of Congo`, `State Department`."""
    for word in words if len(words) > 1 else ():
        word.kind = "open"


def _loud(key: str) -> tuple[Naming, ...]:
    """A name in capitals throughout, as headlines have it."""
    return namings().get(key.title(), ()) if len(key) >= _LOUD and key.isupper() else ()


def _longest(found: tuple[Naming, ...], words: list[Word], at: int) -> Naming | None:
    for naming in found:
        size = len(naming.words)
        if size == 1 or [word.key for word in words[at : at + size]] == list(naming.words):
            return naming
    return None


def _is_person(naming: Naming, words: list[Word], first: int, end: int) -> bool:
    """`Ana Jordan` and `Jordan Ruiz`; not `the king of Jordan`, not `Jordan's king`, not `Washington officials`."""
    before = words[first - 1] if first else None
    if before and before.large and before.kind in _PEOPLE and not before.owns:
        return True
    behind = words[end] if end < len(words) else None
    if naming.kind == "demonym" or behind is None or words[end - 1].owns:
        return False
    return behind.large and behind.kind == "open" and not behind.key.isupper()


def _joined(word: Word, at: int) -> list[Named]:
    """`US-Israeli` names two states, `London-based` a place, `Russian-backed` and `pro-Russian` none."""
    parts = word.key.split("-")
    if parts[-1] in table("joined", "backing") or parts[0].lower() in table("joined", "prefix"):
        return []
    found = [(part, naming) for part in parts for naming in namings().get(part, ()) if len(naming.words) == 1]
    if len(parts[0]) == 1:
        return []
    kind = "place" if parts[-1] in table("joined", "place") else ""
    return [Named(at, at + 1, naming.country, kind or naming.kind, word.owns) for _, naming in found if naming.country]
