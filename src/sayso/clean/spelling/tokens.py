"""Where a text may be disguised: a text in, the [start, end) of each token with an odd character inside out."""

import re
from collections.abc import Iterator

from sayso.clean.spelling.invisible import INVISIBLE
from sayso.clean.spelling.lookalikes import DRESSED, FOREIGN, SMALL_CAPITALS
from sayso.clean.spelling.swaps import trimmed

_MARKS = "@$!|*#_~+€¢¡£¥•·./0-9\u2010\u2011-"
# One search for odd characters, then a look at their neighbours: plain text pays for the search alone.
_ODD = re.compile(
    rf"""
    [{_MARKS}] (?:
        (?<=[A-Za-z].) (?=[A-Za-z@$!|*#~+0-9€¢¡£¥•])      # inside a word
      | (?<=[0-9$!€|+¡]) (?<!\w.) (?=[A-Za-z]{{3}})       # at its front
      | (?<=[A-Za-z][0$]) (?!\w)                          # at its end
      | (?<=[A-Za-z][\u2010\u2011-]) (?=[ \n][a-z])       # at a line's end
    )
    """,
    re.VERBOSE,
)
_STRANGE = re.compile(rf"[{INVISIBLE}{DRESSED}{FOREIGN}{SMALL_CAPITALS}]")
_HIDDEN = re.compile(f"[{INVISIBLE}]")
_TOKEN_CHARACTER = re.compile(rf"[\w{INVISIBLE}{_MARKS}]")
_REST = re.compile(rf"(?:[\w{INVISIBLE}{_MARKS}]|(?<=\w)['’](?=[A-Za-z]))*")
_LONGEST = 80


def doubtful_tokens(text: str) -> Iterator[tuple[int, int]]:
    """Each token with an odd character inside a word, in order; whole texts in another script cost one look a token."""
    last = 0
    for place in _places(text):
        if place < last:
            continue
        start, end = _token_around(text, place, last)
        last = max(end, place + 1)
        if 0 < end - start <= _LONGEST:
            yield start, end


def _places(text: str) -> list[int]:
    found = [match.start() for match in _ODD.finditer(text)]
    if not text.isascii():
        found = sorted(found + [match.start() for match in _STRANGE.finditer(text)])
    return found


def _token_around(text: str, place: int, floor: int) -> tuple[int, int]:
    start = place
    while start > floor and place - start <= _LONGEST and _continues(text, start - 1):
        start -= 1
    rest = _REST.match(text, place)
    end = rest.end() if rest else place
    while end > start and _HIDDEN.match(text, end - 1):
        end -= 1
    while start < end and _HIDDEN.match(text, start):
        start += 1
    left, right = trimmed(text[start:end])
    return start + left, start + right


def _continues(text: str, place: int) -> bool:
    char = text[place]
    if char in "'’":
        return place > 0 and text[place - 1].isalnum() and text[place + 1].isalpha()
    return _TOKEN_CHARACTER.match(char) is not None
