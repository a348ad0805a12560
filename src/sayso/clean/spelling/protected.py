"""What is left alone: a place in a text in, whether an address, handle, sum, code or "sic" keeps its spelling out."""

import re
from functools import cache

from sayso.schema.data import read_data

_PATTERN = r"""
      [a-z][a-z0-9+.-]*://\S+                                         # URL
    | \bwww\.\S+
    # E-mail; a capitalised "domain" is the next sentence.
    | (?<![\w.+-]) [\w.+-]+ @ (?:[\w-]+\.)+ (?:[a-z]{{2,24}}|[A-Z]{{2,6}}) (?![\w@])
    # A host or a file by its ending.
    | (?<![\w@$!*]) (?:[\w-]+\.)+ (?:{endings}) \b (?:/\S*)?
    # A handle; not the one inside "att@cks".
    | (?<![\w@$!*]) @ \w+
    | (?<![\w&]) \# \w+                                               # hashtag
    | (?<!\w) \$ [A-Z]{{1,6}} \b                                        # cashtag
    | (?<!\w) (?:[A-Z]{{1,3}})? [$€£¥] \s? \d [\d.,]* \w*               # money
    | [\w.-]* [\\/] [\w.-]* [\\/] \S*                                 # path
    | \w+ \(\) | [\w\])]+ \s* [=<>^] \s* \S+ | [\w.]* [{{}}] \S* | &\#?\w+;       # code, formula, entity
    """
_SIC = re.compile(r"[\w'’\"”]*\s*[\[(]\s*sic\b", re.IGNORECASE)
_BLANK = re.compile(r"\s")
_LONGEST_CHUNK = 400


@cache
def _address() -> re.Pattern[str]:
    endings = "|".join(read_data("sayso.clean.spelling", "protected.toml")["endings"].split())
    return re.compile(_PATTERN.format(endings=endings), re.VERBOSE)


def is_protected(text: str, start: int, end: int) -> bool:
    """Whether [start, end) of the text touches something whose spelling is not ours to read otherwise."""
    left = start
    while left > 0 and start - left < _LONGEST_CHUNK and not text[left - 1].isspace():
        left -= 1
    blank = _BLANK.search(text, end, end + _LONGEST_CHUNK)
    right = blank.start() if blank else min(len(text), end + _LONGEST_CHUNK)
    chunk = text[left:right]
    if any(match.start() + left < end and start < match.end() + left for match in _address().finditer(chunk)):
        return True
    return chunk.count("`") > 1 or _SIC.match(text, end) is not None
