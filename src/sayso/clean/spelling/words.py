"""The word list of the package: a lower-case word in, how common it is out (0 rare to 7 everyday), None if unknown."""

import gzip
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib import resources

from sayso.schema.data import read_data

# Fewer letters fit more words by accident, so a short word must be a commoner one to be believed.
_LEAST_BY_LENGTH = {3: 6, 4: 4, 5: 2, 6: 1}
# A short piece must be a commoner word to count as one: else every syllable is.
_KNOWN_BY_LENGTH = {3: 2, 4: 1}
_SHORTEST = min(_LEAST_BY_LENGTH)
# Two classes are a factor of about ten in news: then one reading is clearly better than the other.
CLEARLY = 2


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Words with their class, which of them are only names; acronyms, and those of the reports on disputes."""

    ranks: dict[str, int]
    names: frozenset[str]
    acronyms: frozenset[str]
    reported: frozenset[str]

    def trusted(self, word: str) -> bool:
        """Whether a repair may read as this lower-case word."""
        rank = self.ranks.get(word)
        return rank is not None and len(word) >= _SHORTEST and rank >= _LEAST_BY_LENGTH.get(len(word), 0)

    def knows_piece(self, piece: str) -> bool:
        """Whether the piece of a word stands as a word by itself; rare short ones are letters, not words."""
        lower = piece.lower()
        if len(piece) < 3:
            return lower in _short_words()
        rank = self.ranks.get(lower)
        if rank is None:
            return piece in self.acronyms
        if lower in self.names:
            return (piece[0].isupper() and rank >= 2) or len(piece) >= 5
        return rank >= _KNOWN_BY_LENGTH.get(len(piece), 0)

    def best(self, candidates: Iterable[str], capital: bool, margin: int = CLEARLY) -> str | None:
        """The one candidate that is trusted and commoner than any other by `margin` classes.

        Without a capital in the text a name is read only where no word fits.
        """
        known = {word for word in candidates if word in self.ranks}
        words = known if capital else (known - self.names) or known
        found = sorted(((self.ranks[word], word) for word in words if self.trusted(word)), reverse=True)
        # A rival too rare to be read itself still throws doubt on a word hardly commoner.
        if not found or sum(self.ranks[word] > found[0][0] - margin for word in words) > 1:
            return None
        return found[0][1]


@cache
def lexicon() -> Lexicon:
    """The shipped list, read once, when the first doubtful token asks for it."""
    packed = resources.files(__package__).joinpath("lexicon.txt.gz").read_bytes()
    ranks: dict[str, int] = {}
    names: set[str] = set()
    acronyms: dict[str, frozenset[str]] = {}
    for line in gzip.decompress(packed).decode("ascii").splitlines():
        kind, rank, listed = line.split("\t")
        words = listed.split(" ")
        if kind == "acronym":
            acronyms[rank] = frozenset(words)
            continue
        ranks.update(dict.fromkeys(words, int(rank)))
        if kind == "name":
            names.update(words)
    return Lexicon(ranks, frozenset(names), acronyms["0"] | acronyms["1"], acronyms["1"])


@cache
def _short_words() -> frozenset[str]:
    return frozenset(read_data("sayso.clean.spelling", "swaps.toml")["pieces"]["short_words"].split())
