"""Characters that cannot be seen: a token in, its visible letters out, or None where nothing is hidden in a word."""

import re

from sayso.clean.spelling.words import lexicon

# Soft hyphen, joiners, fillers, direction marks, byte order mark, variation selectors: no width, no sound.
INVISIBLE = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
)
_HIDDEN = re.compile(f"[{INVISIBLE}]+")
# These allow a line to break, so a careless page has them between words too.
_SPLITTERS = re.compile("[\u200b\u2060\ufeff]")


def shown(token: str) -> str | None:
    """The token without what cannot be seen; None where nothing is hidden inside, or where it parts two words."""
    plain = _HIDDEN.sub("", token)
    if plain in token:
        return None
    pieces = [piece for piece in _SPLITTERS.split(token) if piece]
    words = lexicon()
    if len(pieces) > 1 and plain.lower() not in words.ranks and all(words.knows_piece(piece) for piece in pieces):
        return None
    return plain
