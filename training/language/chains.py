"""GUM's entity annotation in; mentions of a document and the chain each belongs to out (Zeldes 2017, OntoGUM style)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from sayso.language.pieces import Pieces
from training.language.corpora import CLOSED_GENRES, Text, conllu, tree_text

_MARK = re.compile(r"\((\d+)-([a-z]+)-|(\d+)\)|(\))")

Range = tuple[int, int]


@dataclass
class Chained:
    """A document, its mentions in order as ranges of words, and by mention its chain and kind of entity."""

    text: Text
    mentions: list[Range]
    chain: list[int]
    kind: list[str]


def chained(path: Path, pieces: Pieces) -> list[Chained]:
    """Documents of the open genres."""
    out = []
    for name, genre, sentences in conllu(path):
        if genre in CLOSED_GENRES or not genre:
            continue
        columns = [row[9] for sentence in sentences for row in sentence.rows]
        found = sorted(_mentions(columns))
        out.append(
            Chained(
                tree_text(name, sentences, pieces),
                [(a, b) for a, b, _, _ in found],
                [c for *_, c, _ in found],
                [k for *_, k in found],
            )
        )
    return out


def _mentions(columns: list[str]) -> list[tuple[int, int, int, str]]:
    """First and past-last word, chain and kind of every mention."""
    out: list[tuple[int, int, int, str]] = []
    held: list[tuple[int, str, int]] = []
    for at, column in enumerate(columns):
        entity = next((part[7:] for part in column.split("|") if part.startswith("Entity=")), "")
        for mark in _MARK.finditer(entity):
            if mark[1]:
                held.append((int(mark[1]), mark[2], at))
            elif held:
                wanted = int(mark[3]) if mark[3] else held[-1][0]
                place = next((n for n in range(len(held) - 1, -1, -1) if held[n][0] == wanted), None)
                if place is not None:
                    chain, kind, first = held.pop(place)
                    out.append((first, at + 1, chain, kind))
    return out
