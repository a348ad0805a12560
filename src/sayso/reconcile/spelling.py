"""What two spellings of an actor's name share: a name in, the key under which they meet out.

`folded` forgets case, accents, stops and hyphens; `variant_key` forgets besides what transliteration varies in, the
order of the words and initials, and serves only where more than the name agrees.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from sayso.schema.data import read_data

__all__ = ["folded", "is_single", "untitled", "variant_key", "words_of"]

_DASHES = re.compile(r"[-‐‑‒–—−/]+")
_DROPPED = re.compile(r"[’‘`´ʿʼʻʾ'.\"“”،,؟?!;:«»()\[\]]")
_LETTERS = str.maketrans({"ß": "ss", "ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "ı": "i", "&": " and "})
_MARKED = 0x700
"""Latin, Greek, Cyrillic, Hebrew and Arabic letters stand before it; later scripts write vowels as marks."""
_ABDUL = re.compile(r"\babd(?:[aeou]l|oul|ur| (?:[aeu]l|ur)|(?= )) ?(?=\w{3})")
_ENDINGS = ((re.compile(r"(?<=\w\w)off\b"), "ov"), (re.compile(r"(?<=\w\w)(?:y|i)?e(?:ff|v)\b"), "ev"))
_SOUNDS = (
    (re.compile(r"sk(?:iy|yy|yi|ii|y|i)\b"), "ski"),
    (re.compile(r"ou|oo"), "u"),
    (re.compile(r"ee|iy|yi|y"), "i"),
    (re.compile(r"q"), "k"),
    (re.compile(r"(.)\1+"), r"\1"),
)
_SHORT = 3
"""Words up to this long have too many neighbours to forget anything of them."""


@cache
def words_of(table: str) -> frozenset[str]:
    """The words of a table of names.toml.

    >>> "colonel" in words_of("titles")
    True
    """
    return frozenset(read_data("sayso.reconcile", "names.toml")[table])


@lru_cache(maxsize=65536)
def folded(words: str) -> str:
    """Words in small letters without marks, stops, apostrophes and a leading article; hyphens are spaces.

    >>> folded("the Élise-Marie O’Rovik"), folded("Ana  ROVIK.")
    ('elise marie orovik', 'ana rovik')
    """
    text = words.casefold().translate(_LETTERS)
    text = text if text.isascii() else _unmarked(text)
    out = " ".join(_DASHES.sub(" ", _DROPPED.sub("", text)).split())
    return out[4:] if out.startswith("the ") else out


def _unmarked(text: str) -> str:
    out, base = [], 0
    for letter in unicodedata.normalize("NFKD", text):
        if unicodedata.category(letter) != "Mn":
            base = ord(letter)
            out.append(letter)
        elif base >= _MARKED:
            out.append(letter)
    return unicodedata.normalize("NFC", "".join(out))


def untitled(name: str) -> str:
    """A person's name without the titles before it; one word always stays.

    >>> untitled("Brig. Gen. Ana Rovik"), untitled("Colonel Rovik"), untitled("General")
    ('Ana Rovik', 'Rovik', 'General')
    """
    words = name.split()
    while len(words) > 1 and folded(words[0]) in words_of("titles") | {""}:
        words.pop(0)
    return " ".join(words)


def is_single(key: str) -> bool:
    """Does a folded name hold one word that counts? Articles and initials do not.

    >>> is_single("al rovik"), is_single("j rovik"), is_single("ana rovik"), is_single("王毅")
    (True, True, False, False)
    """
    counted = [
        word for word in key.split() if word not in words_of("weightless") and (len(word) > 1 or ord(word) > _MARKED)
    ]
    return len(counted) < 2 and not any(ord(letter) > 0x2E80 for letter in key)


@cache
def _variants() -> dict[str, str]:
    table = read_data("sayso.reconcile", "names.toml")["variants"]
    return {spelling: name for name, spellings in table.items() for spelling in (name, *spellings)}


@lru_cache(maxsize=65536)
def variant_key(key: str) -> str:
    """What spellings of one person's folded name share, whatever the order of its words.

    >>> variant_key("mohammed abdel rahman") == variant_key("muhammad abdulrahman")
    True
    >>> variant_key("petr ivanoff") == variant_key("ivanov petr"), variant_key("li wei") == variant_key("le wei")
    (True, False)
    """
    words = _ABDUL.sub("abdul", key).split()
    kept = [word for word in words if word not in words_of("weightless") and len(word) > 1] or words
    return " ".join(sorted(_sound(_variants().get(word, word)) for word in kept))


def _sound(word: str) -> str:
    if len(word) <= _SHORT or not word.isascii():
        return word
    for pattern, to in (*_ENDINGS, *_SOUNDS):
        word = pattern.sub(to, word)
    return word
