"""Words in; word pieces out: greedy longest match against a vocabulary, as BERT splits words (Wu et al. 2016).

Words are lower-cased and stripped of accents before the look-up, so one piece may stand for several spellings; how a
word was written is told to the encoder apart (`shapes.py`). Results are kept word by word: news repeats its words.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from importlib.resources import files

__all__ = ["CLS", "LONGEST", "PAD", "SEP", "Pieces", "pieces"]

PAD, UNK, CLS, SEP = 0, 100, 101, 102
LONGEST = 16
"""Pieces of a word that are kept: a web address or a smear of scanned letters says no more in fifty."""
_LONGEST_WORD = 100


class Pieces:
    """The vocabulary, and the pieces of every word met so far."""

    def __init__(self, vocabulary: list[str]) -> None:
        self._ids = {piece: number for number, piece in enumerate(vocabulary)}
        self._seen: dict[str, tuple[int, ...]] = {}

    def __getitem__(self, word: str) -> tuple[int, ...]:
        """The piece numbers of a word, one at least.

        >>> pieces()["Kabul"] == pieces()["kabul"]
        True
        """
        found = self._seen.get(word)
        if found is None:
            found = self._split(word)
            if len(self._seen) > 200_000:
                self._seen.clear()
            self._seen[word] = found
        return found

    def _split(self, word: str) -> tuple[int, ...]:
        out: list[int] = []
        for part in _parts(word):
            out.extend(self._greedy(part))
            if len(out) >= LONGEST:
                break
        return tuple(out[:LONGEST]) or (UNK,)

    def _greedy(self, part: str) -> list[int]:
        if len(part) > _LONGEST_WORD:
            return [UNK]
        out: list[int] = []
        start = 0
        while start < len(part):
            head = "##" if start else ""
            for end in range(len(part), start, -1):
                number = self._ids.get(head + part[start:end])
                if number is not None:
                    out.append(number)
                    start = end
                    break
            else:
                return [UNK]
        return out


def _parts(word: str) -> list[str]:
    """Lower case, no accents, every mark and every ideograph by itself."""
    plain = "".join(c for c in unicodedata.normalize("NFD", word.lower()) if unicodedata.category(c) != "Mn")
    parts: list[str] = []
    grows = False
    for sign in plain:
        kind = unicodedata.category(sign)
        if kind[0] in "ZC":
            grows = False
        elif _stands_alone(sign, kind):
            parts.append(sign)
            grows = False
        elif grows:
            parts[-1] += sign
        else:
            parts.append(sign)
            grows = True
    return parts


def _stands_alone(sign: str, kind: str) -> bool:
    code = ord(sign)
    if code < 128:
        return not sign.isalnum()
    return kind[0] == "P" or 0x4E00 <= code <= 0x9FFF or 0x3400 <= code <= 0x4DBF or 0xF900 <= code <= 0xFAFF


@lru_cache(maxsize=1)
def pieces() -> Pieces:
    """The pieces of the shipped vocabulary."""
    return Pieces(files("sayso.language").joinpath("weights/vocabulary.txt").read_text("utf-8").split("\n"))
