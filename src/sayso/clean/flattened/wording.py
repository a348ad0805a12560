"""What a line says of itself: its words in, the label they give it or nothing out, wherever in a page it stands.

Sites print the same whole lines around their articles (`phrases.toml`); dates, bylines, rows of network names and
copyright notes have their own shape.
"""

from __future__ import annotations

import re
from functools import cache

from sayso.schema.data import read_data

__all__ = [
    "BYLINE_WORDS",
    "COPYRIGHT",
    "READ_TIME",
    "SHORT",
    "TRAIL",
    "is_byline",
    "is_date",
    "is_share",
    "key_of",
    "phrases",
]

ENDS = " \t•·●▪|:.,;!?»«›‹>→←…*-–—+&▾▼▲×✕"
NUMBER = re.compile(r"\d+")
BYLINE = re.compile(
    r"(?:^|[a-zà-ÿ]|[.|/:–—-] ?|\d ?)(?:By|BY|Von|VON|Par|PAR|Por|POR|(?<![a-z])(?:by|von|par|por)(?= )) ?[A-ZÀ-Þ]"
)
BYLINE_HINTS = ("by", "von", "par", "por")
READ_TIME = re.compile(r"\d ?min(?:ute)?s? ?read\b", re.IGNORECASE)
NUMERIC_DATE = re.compile(r"\d{1,4}[-./]\d{1,2}[-./]\d{1,4}")
COPYRIGHT = re.compile(r"©|\bcopyright\b|\ball rights reserved\b|\balle rechte vorbehalten\b", re.IGNORECASE)
TRAIL = re.compile(r"\S\s*[»›>→]\s*\S|^home\s*[/|]", re.IGNORECASE)
SHORT, BYLINE_WORDS, DATE_WORDS = 14, 24, 10


@cache
def phrases() -> dict[str, str]:
    """Every known whole line, as `key_of` spells it, with its label; a line in two lists bears the first one's."""
    listed = read_data("sayso.clean.flattened", "phrases.toml")
    return {key_of(phrase): label for label, lines in reversed(listed.items()) for phrase in lines}


def key_of(line: str) -> str:
    """A line as `phrases` spells it: lower case, digits as `#`, without marks and blanks at its ends.

    >>> key_of("• 2 Comments:")
    '# comments'
    """
    return NUMBER.sub("#", line.lower().strip(ENDS))


def is_date(line: str, words: int, dated: float, function: float) -> bool:
    """Whether a line that holds a digit is a date, a time, or "3 hours ago", and nothing else."""
    if words > DATE_WORDS:
        return False
    if words:
        return dated >= 1 and dated + function >= words
    return NUMERIC_DATE.search(line) is not None


def is_share(words: int, shared: float, function: float) -> bool:
    """Whether a line is made of the names of networks and of sharing words."""
    return shared >= 1 and shared >= 0.5 * words and shared + function >= 0.75 * words


def is_byline(line: str, key: str, ends_as_prose: bool) -> bool:
    """Whether a line names who wrote the article, or says how long it takes to read."""
    if "read" in key and READ_TIME.search(line):
        return True
    return not ends_as_prose and any(hint in key for hint in BYLINE_HINTS) and BYLINE.search(line) is not None
