"""What stands around a token: a place in a text in, whether its words are Latin, a gloss, or said elsewhere out."""

import re
from dataclasses import dataclass

from sayso.clean.spelling.lookalikes import is_foreign, is_lookalike

_FAR = 60
_LATIN_OF_TEN = 7
_GLOSS = frozenset("()[]\"'“”‘’«»")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The token [start, end) of a text, asked about its neighbourhood only when a disguise is suspected."""

    text: str
    start: int
    end: int

    def are_latin(self) -> bool:
        """Whether the words around are Latin: in a sentence of another script its letters are no disguise."""
        around = self.text[max(0, self.start - _FAR) : self.start] + self.text[self.end : self.end + _FAR]
        letters = [char for char in around if char.isalpha()]
        if any(is_foreign(char) and not is_lookalike(char) for char in letters):
            return False
        return 10 * sum(char.isascii() for char in letters) >= _LATIN_OF_TEN * len(letters)

    def make_a_gloss(self) -> bool:
        """Whether brackets or quotation marks enclose the token, as they do a word cited in its own script."""
        before = self.text[max(0, self.start - 1) : self.start]
        return before in _GLOSS and self.text[self.end : self.end + 1] in _GLOSS

    def write(self, word: str) -> bool:
        """Whether the text has the word in plain letters too."""
        return re.search(rf"\b{re.escape(word)}\b", self.text) is not None
