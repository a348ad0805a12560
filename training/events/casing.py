"""News without capitals in; the same text with capitals out, letter for letter in its place.

The encoder is told of capitals, and old wire copy has none. How a word is written is counted in news that has them:
the word alone, between the kinds of its neighbours, beside each neighbour. What was never counted is asked of the
package's word list, and what that does not know either is taken for a name. `fmln (farabundo marti national liberation
front)`, in either order, tells both the acronym and the capitals of what it stands for.
"""

from __future__ import annotations

import gzip
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from sayso.clean.spelling.words import lexicon

__all__ = ["SOURCES", "Truecaser", "texts_of"]

SOURCES = (
    "statements/polnear-train.jsonl.gz",
    "time/timebank.jsonl",
    "places/lgl.jsonl",
    "places/geovirus.jsonl",
)
"""News with capitals, under the folder of data."""

LOWER, TITLE, UPPER = 0, 1, 2
NOTHING = "."
"""Stands for a neighbour where a mark or an end comes between."""

_WORD = re.compile(r"[^\W\d_]+")
_BREAK = re.compile(r"[.!?:;\n\"“”(]|\s[-–—]")
_STOP = re.compile(r"[.!?][\"”)\]]*\s")
_NOT = re.compile(r"['’]t\b")
_SMALL = frozenset(("of", "for", "the", "and", "de", "la", "del"))
_CLITICS = frozenset(("s", "t", "re", "ve", "ll", "d", "m"))
_NAME, _KNOWN_NAME, _KNOWN_WORD, _SHORT = 0.8, 0.9, 0.05, 0.3
"""How likely a word that was never counted is written large: unknown, a listed name, a listed word, of two letters."""
_WEIGHT, _BETWEEN, _BESIDE = 2, 8, 2
"""How many sightings the more general guess counts for, under: the word, the word between kinds, the pair."""


def texts_of(data: Path) -> Iterator[str]:
    """The texts of every source under a folder of data."""
    for source in SOURCES:
        path = data / source
        with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
            for line in lines:
                yield json.loads(line)["text"]


class _Line(NamedTuple):
    """The words of a line in lower case, how each is written, whether a stop comes before it, a blank alone."""

    words: list[str]
    kinds: list[int]
    begins: list[bool]
    glued: list[bool]


class Truecaser:
    """Counts of how words are written."""

    def __init__(self) -> None:
        self._alone: dict[str, list[int]] = {}
        self._pairs: dict[tuple[str, ...], list[int]] = {}

    @classmethod
    def learned(cls, texts: Iterable[str]) -> Truecaser:
        """Count in texts that have capitals; headlines and first words of sentences tell nothing."""
        out = cls()
        lines = [line for text in texts for told in text.split("\n") if (line := _line(told))]
        alone: defaultdict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
        for line in lines:
            for word, kind, begins in zip(line.words, line.kinds, line.begins, strict=True):
                if not begins:
                    alone[word][kind] += 1
        out._alone = dict(alone)
        pairs: defaultdict[tuple[str, ...], list[int]] = defaultdict(lambda: [0, 0])
        for line in lines:
            for at, (word, kind) in enumerate(zip(line.words, line.kinds, strict=True)):
                if not line.begins[at]:
                    for key in out._keys(word, *_neighbours(line.words, line.glued, at), out._before(line, at)):
                        pairs[key][0] += kind != LOWER
                        pairs[key][1] += 1
        out._pairs = dict(pairs)
        return out

    def restored(self, text: str) -> str:
        """The text with capitals; as long as it was, so that every offset holds.

        >>> Truecaser.learned(["They met in Lima on Sunday, said Ana of Lima."]).restored("he left lima today.")
        'He left Lima today.'
        """
        found = list(_WORD.finditer(text))
        words = [match[0] for match in found]
        acronyms, spelled = self._acronyms(text, found, words)
        out, before = list(text), NOTHING
        gaps = [text[last.end() : match.start()] for last, match in pairwise(found)]
        glued = [False, *(gap == " " for gap in gaps)]
        for at, match in enumerate(found):
            gap = gaps[at - 1] if at else "\n"
            small = (gap in ("'", "’") and words[at] in _CLITICS) or bool(_NOT.match(text, match.end()))
            if words[at] in acronyms or (_is_initial(text, match) and gap in (" ", ".")):
                kind = UPPER
            elif small:
                kind = LOWER
            elif at in spelled or words[at] == "i":
                kind = TITLE
            else:
                kind = self._kind(words[at], *_neighbours(words, glued, at), before if glued[at] else NOTHING)
            before = str(int(kind != LOWER))
            if kind == LOWER and _opens(gap, words[at - 1] if at else ""):
                kind = TITLE
            _write(out, match, kind)
        return "".join(out)

    def _kind(self, word: str, left: str, right: str, before: str) -> int:
        chance = self._chance(word)
        for key, weight in zip(self._keys(word, left, right, before), (_BETWEEN, _BESIDE, _BESIDE), strict=False):
            large, seen = self._pairs.get(key, (0, 0))
            chance = (large + weight * chance) / (seen + weight)
        if chance <= 0.5:
            return LOWER
        return UPPER if self._is_upper(word) else TITLE

    def _keys(self, word: str, left: str, right: str, before: str) -> list[tuple[str, ...]]:
        """The word between kinds, after the one on its left, before the one on its right."""
        return [
            ("between", word, before, self._sort(right)),
            ("after", left, word) if left != NOTHING else ("", word),
            ("before", word, right) if right != NOTHING else ("", word),
        ]

    def _before(self, line: _Line, at: int) -> str:
        if not line.glued[at]:
            return NOTHING
        return self._sort(line.words[at - 1]) if line.begins[at - 1] else str(int(line.kinds[at - 1] != LOWER))

    def _sort(self, word: str) -> str:
        return NOTHING if word == NOTHING else str(int(self._chance(word) > 0.5))

    def _chance(self, word: str) -> float:
        lower, title, upper = self._alone.get(word, (0, 0, 0))
        return (title + upper + _WEIGHT * _guess(word)) / (lower + title + upper + _WEIGHT)

    def _is_upper(self, word: str) -> bool:
        if word not in self._alone:
            return len(word) <= 5 and not set(word) & set("aeiou")
        _, title, upper = self._alone[word]
        return upper > max(title, 1)

    def _acronyms(self, text: str, found: Sequence[re.Match[str]], words: Sequence[str]) -> tuple[set[str], set[int]]:
        """The acronyms that a text tells, and which of its words they are made of."""
        acronyms: set[str] = set()
        spelled: set[int] = set()
        for at, match in enumerate(found):
            word = words[at]
            if (
                2 <= len(word) <= 8
                and text[match.start() - 1 : match.start()] == "("
                and text[match.end() : match.end() + 1] == ")"
            ):
                made = _made_of(word, words, at)
                spelled |= made
                if made or (word not in self._alone and len(word) <= 4) or self._is_upper(word):
                    acronyms.add(word)
            elif 3 <= len(word) <= 6 and text[match.end() : match.end() + 2] == " (":
                after = [one for one in words[at + 1 : at + 1 + 2 * len(word)] if one not in _SMALL]
                if "".join(one[0] for one in after[: len(word)]) == word:
                    acronyms.add(word)
        return acronyms, spelled


def _line(told: str) -> _Line | None:
    found = [match for match in _WORD.finditer(told) if not _is_address(told, match)]
    kinds = [_kind_of(match[0]) for match in found]
    if len(found) < 6 or sum(map(bool, kinds)) > 0.6 * len(kinds):
        return None
    gaps = [told[last.end() : match.start()] for last, match in pairwise(found)]
    return _Line(
        [match[0].lower() for match in found],
        kinds,
        [True, *(bool(_BREAK.search(gap)) for gap in gaps)],
        [False, *(gap == " " for gap in gaps)],
    )


def _is_address(told: str, match: re.Match[str]) -> bool:
    """Part of `www.example.com`, a path or a handle: written small whatever it is."""
    after = told[match.end() : match.end() + 2]
    return told[match.start() - 1 : match.start()] in {".", "/", "@", "_"} or bool(re.match(r"[/@_]|\.\w", after))


def _kind_of(word: str) -> int:
    return LOWER if word.islower() else UPPER if len(word) > 1 and word.isupper() else TITLE


def _guess(word: str) -> float:
    known = lexicon()
    if word in known.names:
        return _KNOWN_NAME
    if word in known.ranks:
        return _KNOWN_WORD
    return _NAME if len(word) > 2 else _SHORT


def _neighbours(words: Sequence[str], glued: Sequence[bool], at: int) -> tuple[str, str]:
    right = words[at + 1] if at + 1 < len(words) and glued[at + 1] else NOTHING
    return (words[at - 1] if glued[at] else NOTHING), right


def _is_initial(text: str, match: re.Match[str]) -> bool:
    """`j.` and `u.s.`, not `a.m.`."""
    if len(match[0]) > 1 or text[match.end() : match.end() + 1] != ".":
        return False
    hour = re.match(r"[ap]\.\s?m\b", text[match.start() : match.start() + 4])
    return not hour and not re.search(r"[ap]\.\s?$", text[max(0, match.start() - 3) : match.start()])


def _opens(gap: str, last: str) -> bool:
    """Does a sentence begin after this gap? A single blank after a short word may follow an abbreviation."""
    return "\n" in gap or (bool(_STOP.search(gap)) and ("  " in gap or len(last) > 3))


def _made_of(acronym: str, words: Sequence[str], at: int) -> set[int]:
    """The words before `at` whose first letters make an acronym; small words between them are passed over."""
    made: set[int] = set()
    left = list(acronym)
    for place in range(at - 1, max(-1, at - len(acronym) - 7), -1):
        if left and words[place][0] == left[-1]:
            left.pop()
            made.add(place)
        elif len(words[place]) > 3:
            break
    return made if not left else set()


def _write(out: list[str], match: re.Match[str], kind: int) -> None:
    if kind == LOWER:
        return
    for at in range(match.start(), match.end() if kind == UPPER else match.start() + 1):
        large = out[at].upper()
        out[at] = large if len(large) == 1 else out[at]
