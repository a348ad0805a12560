"""Letter swaps and masks: a doubtful token in, the one word it clearly stands for out, or None."""

import re
from functools import cache
from itertools import product
from math import prod
from string import ascii_lowercase

from sayso.clean.spelling.words import Lexicon, lexicon
from sayso.schema.data import read_data

_MOST_READINGS = 1024
_MOST_MASKS = 2
# A mask leaves more words open than a swap does.
_MASK_MARGIN = 3
_FAR_RARER = 4
_PLURAL_DESIGNATOR = re.compile(r"[A-Z][a-z]?\d+s")
_ENDING = re.compile(r"(?<=\w)(?:['’](?:s|S)?)$")
_SEVERAL_DIGITS = re.compile(r"(\d)(?!\1)\d|(\d)\2\2")
_LONG_RUN = re.compile(r"^\d\d|\d{3}|\d\d$")
_OUTER_MARKS = "!|*#_~•+¡"


@cache
def letters_for() -> dict[str, str]:
    """Each swap character with the letters it may stand for."""
    found: dict[str, str] = read_data("sayso.clean.spelling", "swaps.toml")["letters"]
    return found


@cache
def mask_characters() -> str:
    """The characters that may stand for any letter."""
    found: str = read_data("sayso.clean.spelling", "swaps.toml")["masks"]["characters"]
    return found


def unswapped(token: str) -> str | None:
    """The word a token with swapped or masked letters stands for, in the token's case; None where not clear."""
    ending = _ENDING.search(token)
    body = token[: ending.start()] if ending else token
    marked = [char for char in body if not char.isalpha() and char not in "'’"]
    if not marked or _is_designator(body) or sum(map(str.isalpha, body)) < len(marked) + (len(body) < 6):
        return None
    if any(char in mask_characters() for char in marked):
        word = _unmasked(body, marked)
    else:
        word = _among(body, [_options(char) for char in body])
    if word is None:
        return None
    return in_case_of(body, word) + (ending[0] if ending else "")


def in_case_of(token: str, word: str) -> str:
    """The lower-case word in the capitals of the token it replaces."""
    capitals = [char.isupper() for char in token if char.isalpha()]
    if len(capitals) > 1 and all(capitals):
        return word.upper()
    if len(token) == len(word):
        word = "".join(old if old in "'’" else new for old, new in zip(token, word, strict=True))
        shaped = "".join(new.upper() if old.isupper() else new for old, new in zip(token, word, strict=True))
    else:
        shaped = word[0].upper() + word[1:] if token[0].isupper() else word
    if not token[0].isalpha() and word in lexicon().names:
        return shaped[0].upper() + shaped[1:]
    return shaped


def _options(char: str) -> str:
    return letters_for().get(char) or ("'" if char == "’" else char.lower())


def _among(body: str, options: list[str]) -> str | None:
    if prod(map(len, options)) > _MOST_READINGS:
        return None
    words = lexicon()
    acronym = _acronym(words, body)
    word = acronym or words.best(map("".join, product(*options)), capital=not body[0].islower())
    if word is None or acronym:
        return acronym
    if not _believed(words, body, word):
        return None
    # "amig@s", "Latin@s": the sign stands for both endings, and neither is the word.
    if (
        body.endswith(("@", "@s"))
        and words.ranks.get(word[: body.rindex("@")] + "o" + word[body.rindex("@") + 1 :]) is not None
    ):
        return None
    return word


def _acronym(words: Lexicon, body: str) -> str | None:
    """ "N@TO": capitals with a sign among them; a digit would make a designator."""
    if not body.isupper() or len(body) < 4 or any(char.isdigit() for char in body):
        return None
    found = {"".join(letters).upper() for letters in product(*map(_options, body))} & words.reported
    return found.pop().lower() if len(found) == 1 else None


def _believed(words: Lexicon, body: str, word: str) -> bool:
    """Whether the token is no designator, footnote mark, or two words with a sign between."""
    rank = words.ranks[word]
    inner = body[1:-1]
    if not body[0].isalpha() and not _front_believed(words, body, rank):
        return False
    if body[-1].isdigit() and inner.isalpha() and (len(body) < 5 or rank < 3 or words.knows_piece(body[:-1])):
        return False
    if len(body) == 3 and not (inner in "@$" and not body.isupper()):
        return False
    # "P!nk", "A$AP": a short name with a sign in it is how its bearer writes it.
    if len(body) == 4 and body[0].isupper() and any(char in "!$|" for char in body):
        return False
    if any(char.isdigit() for char in body) and body.isupper() and (len(body) < 5 or (rank < 3 and len(body) < 8)):
        return False
    pieces = [piece for piece in re.split(r"[^A-Za-z]+", body) if piece]
    doubtful = all(len(piece) > 1 and words.knows_piece(piece) for piece in pieces) and not inner.isalpha()
    return not doubtful or (len(word) >= 6 and rank >= 3 and not any(char in "|+" for char in body))


def _front_believed(words: Lexicon, body: str, rank: int) -> bool:
    """ "5oldiers", but not "5tops", which is "5 tops" more likely; "$tops" and "0pinion" are nothing else."""
    if len(body) < 5 or rank < 2 or body[1].isdigit():
        return False
    if not words.knows_piece(body[1:]):
        return True
    return (body[0] in "$0" and body[1:].islower() and rank >= 4) or words.ranks.get(body[1:], 0) <= rank - _FAR_RARER


def _is_designator(body: str) -> bool:
    """A400M, MiG-29, F16s, utf8, COVID19: letters and digits that name a thing."""
    if not any(char.isdigit() for char in body):
        return False
    capitals = [char.isupper() for char in body if char.isalpha()]
    mixed = any(capitals[1:]) and not all(capitals)
    if mixed or _PLURAL_DESIGNATOR.fullmatch(body):
        return True
    run = _SEVERAL_DIGITS.search(body)
    return run is not None and (
        len(body) < 6 or len(capitals) < 4 or body.isupper() or _LONG_RUN.search(body) is not None
    )


def _unmasked(body: str, marked: list[str]) -> str | None:
    masks = mask_characters()
    places = [place for place, char in enumerate(body) if char in masks]
    if len(places) > _MOST_MASKS or len(body) < 4 + len(places) - 1 or places[0] == 0 or places[-1] == len(body) - 1:
        return None
    if len(places) == _MOST_MASKS and len(body) < 6:
        return None
    words = lexicon()
    options = [ascii_lowercase if char in masks else _options(char) for char in body]
    if prod(map(len, options)) > 4 * _MOST_READINGS:
        return None
    readings = ["".join(letters) for letters in product(*options)]
    if len(marked) == len(places) and len(body) - len(places) >= 5:
        readings.append("".join(char for char in body.lower() if char not in masks))
    pieces = [piece for piece in re.split(r"[^A-Za-z]+", body) if piece]
    if all(words.knows_piece(piece) for piece in pieces):
        # "either*or" is two words with a star between, "cover*ge" is not.
        readings = [word for word in readings if len(word) == len(body) >= 6 and words.ranks.get(word, 0) >= 3]
    word = words.best(readings, capital=body[0].isupper(), margin=_MASK_MARGIN)
    if len(places) == _MOST_MASKS and places[1] == places[0] + 1:
        return word if sum(reading in words.ranks for reading in readings) == 1 else None
    return word


def trimmed(token: str) -> tuple[int, int]:
    """Where the token begins and ends without punctuation around it that only looks like a swap ("no!", "*word*")."""
    start, end = 0, len(token)
    while end > start and token[end - 1] in _OUTER_MARKS + "-'’@./·":
        end -= 1
    while start < end and token[start] in "|*#_~•+¡-'’@./·":
        start += 1
    return start, end
