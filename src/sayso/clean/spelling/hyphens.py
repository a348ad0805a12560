"""Marks pushed into a word: the parts of a token with a hyphen in it in, the joined word out, None for a compound."""

import re
from functools import cache

from sayso.clean.spelling.swaps import in_case_of, letters_for, unswapped
from sayso.clean.spelling.words import Lexicon, lexicon
from sayso.schema.data import read_data

_SHORTEST_JOINED = 5
_LEAST_RANK = 1
_COMMON = 3
_LETTER_BY_LETTER = 4
_LINE_END = re.compile(r"([A-Za-z]{2,})[-\u2010\u2011][ \n\r\t]{1,3}([a-z]{2,})(?![\w-])")
_ENDINGS = ("s", "es", "d", "ed", "ing", "ly")
# No English word begins so: behind a prefix it is the rest of a broken word ("co-nsultant").
_UNSPEAKABLE = re.compile(
    r"(?!bl|br|c[hlr]|d[rw]|f[lr]|g[hlnr]|kn|mn|p[flnrst]|qu|rh|s[chklmnpqtw]|t[hrsw]|w[hr])[bcdfghj-np-tvwxz]{2}"
)
_VOWELS = re.compile("[aeiou]")
_POSSESSIVE = re.compile(r"['’]s?$")


@cache
def _hyphen_words(kind: str) -> frozenset[str]:
    return frozenset(read_data("sayso.clean.spelling", "swaps.toml")["hyphens"][kind].split())


def hyphen_characters() -> str:
    """The characters read as a hyphen."""
    found: str = read_data("sayso.clean.spelling", "swaps.toml")["hyphens"]["characters"]
    return found


def separator_characters() -> str:
    """Other marks that are pushed between the letters of a word."""
    found: str = read_data("sayso.clean.spelling", "swaps.toml")["separators"]["characters"]
    return found


def joined(parts: list[str], strict: bool) -> str | None:
    """The word whose parts these are, in their case; None where they are a compound, a name or no word together.

    `strict` is for marks that also part words (a full stop, a slash): then no part may be a word.
    """
    ending = _POSSESSIVE.search(parts[-1])
    if ending:
        parts = [*parts[:-1], parts[-1][: ending.start()]]
    whole = "".join(parts)
    # "N.A.T.O.", "S-M-I-T-H": capitals one by one are an acronym or a name being spelt.
    if not all(parts) or not _one_word_in_case(parts) or (whole.isupper() and len(whole) == len(parts)):
        return None
    words = lexicon()
    word = whole if whole.isalpha() else unswapped(whole)
    if word is None or len(word) < _SHORTEST_JOINED or words.ranks.get(word.lower(), -1) < _LEAST_RANK:
        return None
    if not _broken(words, [part.lower() for part in parts], words.ranks[word.lower()], strict):
        return None
    return in_case_of(whole, word.lower()) + (ending[0] if ending else "")


def line_end_join(match: re.Match[str]) -> str | None:
    """The word that a line end broke ("secu-", "rity"), where its second half is no word."""
    return None if match[2] in _hyphen_words("hanging") else joined([match[1], match[2]], strict=False)


def line_end(text: str, start: int) -> re.Match[str] | None:
    """A word broken at the hyphen before white space, beginning at `start`."""
    return _LINE_END.match(text, start)


def _one_word_in_case(parts: list[str]) -> bool:
    """One capital at most, at the front, or capitals all through: "Al-Manar" and "Spider-Man" are two."""
    whole = "".join(parts)
    letters = "".join(char for char in whole if char.isalpha())
    return letters.isupper() or (letters[1:].islower() and (whole[0] == letters[0] or letters[0].islower()))


def _broken(words: Lexicon, parts: list[str], rank: int, strict: bool) -> bool:
    """Whether the parts are pieces of one word, not the words of a compound."""
    if all(len(part) == 1 for part in parts):
        return len(parts) >= _LETTER_BY_LETTER
    if _echo(parts) or (strict and any(len(part) == 1 for part in parts)):
        return False
    known = [_stands_alone(words, part) for part in parts]
    if strict:
        return not any(known)
    if parts[-1] in _hyphen_words("remainders"):
        return False
    if parts[0] in _hyphen_words("prefixes"):
        return _UNSPEAKABLE.match(parts[1]) is not None
    if parts[-1] in _hyphen_words("suffixes"):
        return True
    # "identi-kit", "criss-crossed": beside a whole word an odd piece is odd language more often than a broken word.
    if rank < _COMMON and any(fine and len(part) > 2 for part, fine in zip(parts, known, strict=True)):
        return False
    if parts[0] in _hyphen_words("short_prefixes"):
        return not all(known[1:])
    return any(not fine and len(part) > 1 for part, fine in zip(parts, known, strict=True))


def _echo(parts: list[str]) -> bool:
    """ "ha-ha", "zig-zagged": the same consonants again."""
    first, last = _VOWELS.sub("", parts[0]), {_VOWELS.sub("", stem) for stem in _stems(parts[-1])}
    return first in last


def _stands_alone(words: Lexicon, part: str) -> bool:
    """A word, an inflected word ("aways"), or a word with swapped letters: what a compound is made of."""
    if any(char in letters_for() for char in part):
        return unswapped(part) is not None
    return any(words.knows_piece(stem) or words.knows_piece(stem.title()) for stem in _stems(part))


def _stems(part: str) -> list[str]:
    """The part and, where an ending hides a word, that word: "aways", "ordinating", "zagged"."""
    bare = [part.removesuffix(ending) for ending in _ENDINGS if part.endswith(ending) and len(part) - len(ending) >= 4]
    return [part, *bare, *(stem + "e" for stem in bare), *(stem[:-1] for stem in bare if stem[-1] == stem[-2])]
