"""Whether a text is a history, whose dates carry over from one to the next: a text and its day in, yes or no out."""

from __future__ import annotations

import re
from datetime import date

__all__ = ["is_narrative"]

_DATED = re.compile(r"(?<![\d$£€.,#-])(1[0-9]\d\d|20\d\d)(?![\d%]|[.,]\d)|\b\d{1,4}\s?(?:BC|B\.C\.)", re.ASCII)
_REPORTER = re.compile(
    r"\b(?:yesterday|today|tomorrow|tonight|said|says|(?:this|last|next) (?:week|weekend|month|year|morning|night)|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b",
    re.IGNORECASE,
)
_LEAST = 6
_OLD = 2
"""A year that lies so far before publication is no news: figures of the year before are set beside today's."""


def is_narrative(text: str, anchor: date | None) -> bool:
    """A text tells of the past in its own order when it gives years of its own more often than it points to its day.

    So: at least six years are written out, at least half of them lie two years or more before publication (all count
    where no day of publication is known), and words of a reporter (yesterday, last week, Monday, said) are at most a
    fifth as many.

    >>> told = "In 1911 it began. In 1912 he fled; in 1913 he came. In 1914, 1915 and 1916 they fought."
    >>> is_narrative(told, date(2020, 1, 1))
    True
    >>> is_narrative("He said on Monday that the 2019 deal was dead.", date(2025, 1, 1))
    False
    """
    years = [int(found[1]) if found[1] else 0 for found in _DATED.finditer(text)]
    if len(years) < _LEAST:
        return False
    old = [year for year in years if anchor is None or year <= anchor.year - _OLD]
    pointing = sum(1 for _ in _REPORTER.finditer(text))
    return 2 * len(old) >= len(years) and 5 * pointing <= len(years)
