"""Letters set apart ("t e r r o r"): a text in, the stretches that spell words of the list out."""

import re
from collections.abc import Iterator
from functools import cache

from sayso.clean.spelling.swaps import in_case_of, letters_for, unswapped
from sayso.clean.spelling.words import Lexicon, lexicon
from sayso.schema.data import read_data

_SHORTEST = 4
_LONGEST_RUN = 80
_LONGEST_WORD = 20
# Between words of a run there is nothing to see, so only everyday words are told apart in it.
_EVERYDAY = 3
_RUN = re.compile(
    r"(?<![^\s(\[\"'“‘—–])[A-Za-z](?:[ \u00a0\u2009\u202f][A-Za-z@$!0134578*](?![^\s.,;:!?)\]\"'”’—–])){3,}"
)


def spaced_words(text: str) -> Iterator[tuple[int, int, str]]:
    """(start, end, word) for each word whose letters stand apart, in order; lists of initials spell nothing."""
    for run in _RUN.finditer(text):
        letters = run[0][::2]
        if len(letters) > _LONGEST_RUN:
            continue
        start = run.start()
        for place, word in _words_in(letters):
            yield start + 2 * place, start + 2 * (place + len(word)) - 1, word


def _words_in(letters: str) -> list[tuple[int, str]]:
    words = lexicon()
    whole = letters if letters.isalpha() else unswapped(letters) or ""
    if len(whole) == len(letters) and len(whole) >= _SHORTEST and words.trusted(whole.lower()):
        return [(0, in_case_of(letters, whole.lower()))]
    if any(not char.isalpha() and char not in letters_for() for char in letters):
        return []
    return _parted(words, letters)


def _parted(words: Lexicon, letters: str) -> list[tuple[int, str]]:
    """The one way to part the letters into everyday words, fewest words first; a lone short word is left as it is."""

    @cache
    def ways(start: int) -> tuple[int, int, tuple[str, ...]]:
        """(number of words, how many ways there are, one of them) from `start` on."""
        if start == len(letters):
            return 0, 1, ()
        best: tuple[int, int, tuple[str, ...]] = (len(letters) + 1, 0, ())
        for end in range(start + 1, min(len(letters), start + _LONGEST_WORD) + 1):
            word = _everyday(words, letters[start:end])
            if word is None:
                continue
            number, several, rest = ways(end)
            if not several or number + 1 > best[0]:
                continue
            best = (number + 1, several + (best[1] if number + 1 == best[0] else 0), (word, *rest))
        return best

    _, several, found = ways(0)
    if several != 1 or not any(len(word) > _SHORTEST for word in found):
        return []
    out: list[tuple[int, str]] = []
    place = 0
    for word in found:
        if len(word) > 1:
            out.append((place, in_case_of(letters[place : place + len(word)], word)))
        place += len(word)
    return out


def _everyday(words: Lexicon, letters: str) -> str | None:
    lower = letters.lower()
    if lower in _short_words():
        return lower
    if len(letters) < _SHORTEST:
        return None
    word = lower if letters.isalpha() else (unswapped(letters) or "").lower()
    return word if words.ranks.get(word, -1) >= _EVERYDAY else None


@cache
def _short_words() -> frozenset[str]:
    return frozenset(read_data("sayso.clean.spelling", "swaps.toml")["pieces"]["short_words_in_runs"].split())
