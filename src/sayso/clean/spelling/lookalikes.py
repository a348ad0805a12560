"""Letters that look like Latin ones: a character in, the Latin letter it passes for and its script's standing out."""

import re
import unicodedata
from functools import cache

from sayso.schema.data import read_data

# Letters that are a Latin letter in another dress: ligatures, full width, circled, letter-like, mathematical.
DRESSED = (
    "\ufb00-\ufb06\uff21-\uff3a\uff41-\uff5a\u24b6-\u24e9\u2102\u210a-\u2113\u2115\u2119-\u211d"
    "\u2124\u2128\u212c\u212d\u212f-\u2131\u2133\u2134\U0001d400-\U0001d7ff"
)
FOREIGN = "\u0370-\u03ff\u0400-\u052f\u0531-\u0587\u13a0-\u13f5"
SMALL_CAPITALS = "\u0251\u0261\u0262\u0269\u026a\u0274\u0280\u028f\u0299\u029c\u029f\u1d00-\u1d2b"
_FOREIGN = re.compile(f"[{FOREIGN}]")


@cache
def lookalikes(strength: str) -> dict[str, str]:
    """The Latin letter of each look-alike: "exact" of shape, or "near" enough to be used."""
    scripts: dict[str, str] = read_data("sayso.clean.spelling", "lookalikes.toml")[strength]
    return {pair[0]: pair[1] for row in scripts.values() for pair in row.split()}


def is_lookalike(char: str) -> bool:
    """Whether the character has the very shape of a Latin letter."""
    return char in lookalikes("exact")


def is_foreign(char: str) -> bool:
    """Whether the character is of one of the scripts whose letters are used as disguise."""
    return _FOREIGN.match(char) is not None


def all_latin(token: str) -> bool:
    """Whether every letter is a Latin one, accents and all: elsewhere a joiner means something."""
    return all(char.isascii() or unicodedata.name(char, "").startswith("LATIN ") for char in token if char.isalpha())
