"""How names are compared: words as written in, the key under which all spellings of them meet out."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

__all__ = ["folded", "is_abbreviation", "keys_of", "plain"]

_QUOTES = str.maketrans(
    {"’": "'", "‘": "'", "`": "'", "´": "'", "ʿ": "'", "ʼ": "'", "ʻ": "'", "ʾ": "'", "“": '"', "”": '"'}
)
_DASHES = re.compile(r"[-‐‑‒–—−/]+")
_DROPPED = re.compile(r"['.\"،,؟?!;:«»]")
_VOWELS_AS_MARKS = 0x700
"""Latin, Greek, Cyrillic, Hebrew and Arabic letters stand before it."""
_LETTERS = str.maketrans(
    {  # Arabic letters as Persian and Urdu write them; Latin ones that have no mark to drop
        "ي": "ی",
        "ى": "ی",
        "ك": "ک",
        "ة": "ه",
        "ـ": None,
        "ı": "i",
        "ß": "ss",
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "æ": "ae",
    }
)
_ABBREVIATION = 6


def plain(words: str) -> str:
    """Words with straight apostrophes, single spaces, and neither quotation marks nor stops around them.

    >>> plain("  the “Foreign Office”, ")
    'the Foreign Office'
    """
    return " ".join(words.translate(_QUOTES).replace('"', " ").split()).strip(" ,;:!?*_[]")


@lru_cache(maxsize=65536)
def folded(words: str) -> str:
    """The key of words: small letters, no marks above or below, hyphens as spaces, no apostrophes, stops or article.

    >>> folded("the Tehreek-e-Taliban"), folded("Sana'a"), folded("Élysée")
    ('tehreek e taliban', 'sanaa', 'elysee')
    """
    text = words.translate(_QUOTES)
    text = _unmarked(text).casefold() if not text.isascii() else text.lower()
    text = _DASHES.sub(" ", _DROPPED.sub("", text)).replace("&", " and ")
    out = " ".join(text.split())
    return out[4:] if out.startswith("the ") else out


def _unmarked(text: str) -> str:
    """Without the marks that spellings drop; scripts whose vowels are marks keep them."""
    text = text.casefold().translate(_LETTERS)
    out = []
    base = 0
    for letter in unicodedata.normalize("NFKD", text):
        if unicodedata.category(letter) != "Mn":
            base = ord(letter)
            out.append(letter)
        elif base >= _VOWELS_AS_MARKS:
            out.append(letter)
    return unicodedata.normalize("NFC", "".join(out))


def is_abbreviation(name: str) -> bool:
    """Is a name to be found only as it is written? `US`, `WHO`, `LeT`: in small letters they are other words.

    >>> is_abbreviation("IS"), is_abbreviation("JeM"), is_abbreviation("Hamas")
    (True, True, False)
    """
    if " " in name or not name.isascii():
        return False
    return (name.isupper() and len(name) <= _ABBREVIATION) or (len(name) <= 4 and name[1:] != name[1:].lower())


def keys_of(words: str) -> tuple[str, ...]:
    """The keys under which words may be filed, the surest first: as an abbreviation is written, then folded.

    >>> keys_of("U.S."), keys_of("the Taliban's"), keys_of("Nato")
    (('=US', 'us'), ('taliban',), ('nato', '=NATO'))
    """
    called = words.translate(_QUOTES)
    called = called.removesuffix("'s").removesuffix("'")
    called = called[4:] if called[:4].lower() == "the " else called
    close = called.replace(".", "")
    fold = folded(called)
    if is_abbreviation(close):
        return f"={close}", fold
    if 4 <= len(close) <= _ABBREVIATION and close.isascii() and close.istitle() and close.isalpha():
        return fold, f"={close.upper()}"
    return (fold,)
