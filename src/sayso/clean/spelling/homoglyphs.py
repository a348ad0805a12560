"""Words in look-alike letters: a token and what stands around it in, the token in plain Latin letters out, or None."""

import re
import unicodedata

from sayso.clean.spelling.lookalikes import DRESSED, is_lookalike, lookalikes
from sayso.clean.spelling.surroundings import Surroundings
from sayso.clean.spelling.words import lexicon

_DRESS = re.compile(f"[{DRESSED}]")
_LIGATURE = re.compile("[\ufb00-\ufb06]")
_POSSESSIVE = re.compile("['’]s?$")
_SHORTEST_DRESSED = 3
_SHORTEST_WORD = 4
_SHORTEST_ACRONYM, _LONGEST_ACRONYM = 3, 5


def latin(token: str, surroundings: Surroundings) -> str | None:
    """The token in plain Latin letters; None where it has them, or is a word of another script, or a formula."""
    if token.isascii():
        return None
    undressed = _undressed(token)
    folded, near = _folded(undressed)
    if folded is None or folded == token:
        return None
    letters = sum(map(str.isalpha, folded))
    foreign = sum(not char.isascii() for char in undressed if char.isalpha())
    if not foreign:
        whole = len(folded) >= _SHORTEST_DRESSED and folded.isalpha()
        return folded if whole or _LIGATURE.search(token) else None
    if foreign < letters:
        mostly_latin = not near and letters >= _SHORTEST_WORD and 2 * foreign <= letters
        return folded if _known(folded) or (mostly_latin and surroundings.are_latin()) else None
    return folded if _expected(folded, near, surroundings) and surroundings.are_latin() else None


def _expected(folded: str, near: bool, surroundings: Surroundings) -> bool:
    """Whether a token all in look-alikes is a Latin word here; it may be one of the other script's own ("СВО")."""
    if folded.isupper() and len(folded) <= _LONGEST_ACRONYM:
        known = folded in lexicon().reported or surroundings.write(folded)
        return known and not near and len(folded) >= _SHORTEST_ACRONYM
    return len(folded) >= _SHORTEST_WORD + near and _known(folded) and not surroundings.make_a_gloss()


def _undressed(token: str) -> str:
    plain = _DRESS.sub(lambda match: unicodedata.normalize("NFKC", match[0]), token)
    return plain if all(char.isascii() or not char.isalpha() or is_lookalike(char) for char in plain) else token


def _folded(token: str) -> tuple[str | None, bool]:
    """The token in Latin letters, where each letter has one, and whether some are only nearly alike."""
    exact, near = lookalikes("exact"), lookalikes("near")
    foreign = {char for char in token if char.isalpha() and not char.isascii()}
    if not foreign <= exact.keys() | near.keys():
        return None, False
    return "".join(exact.get(char) or near.get(char, char) for char in token), not foreign <= exact.keys()


def _known(token: str) -> bool:
    words = lexicon()
    body = _POSSESSIVE.sub("", token)
    return words.trusted(body.lower()) or body in words.acronyms
