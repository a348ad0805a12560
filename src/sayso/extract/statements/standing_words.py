"""A mention of a source, word by word: its text comes in, words with place, spelling and kind go out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from sayso.extract.statements.lexicon import words as listed
from sayso.schema.countries import spelled
from sayso.schema.data import read_data

__all__ = ["Word", "chunks_of", "table", "words_of"]

_WORD = re.compile(r"[^\W_]+(?:[.'’&-]+[^\W_]+)*\.?|[,;:()\[\]–—-]")
_POSSESSIVE = ("'s", "’s", "'S", "’S")
_IRREGULAR = ("men", "women", "people")
_BODIES = ("government", "organisation", "faction")


@dataclass(slots=True)
class Word:
    """Characters [start, end) of a mention. `key` is spelled as in the table of states, `low` in small letters."""

    start: int
    end: int
    key: str
    low: str
    kind: str
    owns: bool
    large: bool


def words_of(mention: str) -> list[Word]:
    """Every word and every mark that parts a mention; the stop of a sentence is no part of its last word."""
    out = []
    kinds = _kinds()
    for found in _WORD.finditer(mention):
        start, end = found.span()
        text = found.group()
        owns = text.endswith(_POSSESSIVE)
        key = spelled(text[:-2] if owns else text)
        low = key.lower()
        kind = kinds.get(low, "")
        if text[-1] == "." and "." not in text[:-1] and low not in listed("abbreviation", "words"):
            end -= 1
        if not kind:
            kind = "mark" if not key or not key[0].isalnum() else _hyphened(low) if "-" in low else "open"
        if kind == "level" and text[0].isupper() and start and low in table("word", "name_like"):
            kind = "open"
        out.append(Word(start, end, key, low, kind, owns, text[0].isupper()))
    if out and out[-1].owns:
        out[-1].owns, out[-1].end = False, out[-1].end - 2
    return out


def chunks_of(words: list[Word]) -> list[tuple[int, int]]:
    """The parts of a mention between commas, dashes and brackets; a part ends where a clause with `who` begins."""
    out, shut = [], False
    first = int(len(words) > 1 and words[0].kind in ("owning", "other_preposition"))
    for at, word in enumerate(words):
        if word.kind == "mark":
            if at > first and not shut:
                out.append((first, at))
            first, shut = at + 1, False
        elif word.kind == "relative" and not shut and not word.key.isupper():
            if at > first:
                out.append((first, at))
            shut = True
    if not shut and first < len(words):
        out.append((first, len(words)))
    return out


@cache
def table(name: str, row: str) -> frozenset[str]:
    """One list of `standing.toml`."""
    return frozenset(_data()[name][row].split())


def _data() -> dict[str, Any]:
    return read_data("sayso.extract.statements", "standing.toml")


@cache
def _kinds() -> dict[str, str]:
    """Word to kind; a word of two lists has the kind of the later one here."""
    out: dict[str, str] = {}
    for name in _BODIES:
        out.update(dict.fromkeys(listed("speaker", name), "body"))
    for name in ("body", "level", "modifier", "title", "rank", "role"):
        kind = dict.fromkeys(table("word", name), name)
        out.update({word + "s": name for word in kind if name in ("role", "rank") and not word.endswith(_IRREGULAR)})
        out.update(kind)
    for name in ("owning", "other_preposition", "joining", "relative", "determiner"):
        out.update(dict.fromkeys(table("word", name), name))
    return out


def _hyphened(low: str) -> str:
    """`ex-president`, `vice-chairman`, `president-elect` are roles; `London-based`, `foreign-backed` tell of level."""
    parts = low.split("-")
    if parts[-1] in table("joined", "backing") | table("joined", "place") or parts[0] in table("joined", "prefix"):
        return "level"
    kinds = _kinds()
    if kinds.get(parts[-1]) == "role" and kinds.get(parts[0]) in ("modifier", "role"):
        return "role"
    return "role" if kinds.get(parts[0]) == "role" and parts[-1] in ("elect", "designate", "general") else "open"
