"""What the tests of this room read rows with: words instead of offsets."""

from __future__ import annotations

from typing import NamedTuple

from sayso.extract.statements import attributions
from sayso.model import Attribution


class Row(NamedTuple):
    source: str | None
    cue: str | None
    content: tuple[str, ...]
    found: Attribution


def rows(text: str) -> list[Row]:
    def words(part: tuple[int, int] | None) -> str | None:
        return text[slice(*part)] if part else None

    return [
        Row(words(found.source), words(found.cue), tuple(text[slice(*part)] for part in found.content), found)
        for found in attributions(text)
    ]


def only(text: str) -> Row:
    found = rows(text)
    assert len(found) == 1, found
    return found[0]
