"""Words that bend an expression: it goes in, and comes out with `early`, `about`, `at least` taken in as its mod."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from sayso.language.times.discourse import Found
from sayso.language.times.lexicon import table
from sayso.language.times.slots import alternation

__all__ = ["bent"]

_REACH = 26


@cache
def _before() -> re.Pattern[str]:
    groups = "|".join(f"(?P<{mod}>{alternation(phrases)})" for mod, phrases in table("before").items())
    return re.compile(
        rf"\b(?:the\s)?(?:{groups})(?:(?:(?<=\bc)\.|(?<=\bca)\.)?\s{{1,2}}|\s?-\s?)(?:the\s)?\Z", re.IGNORECASE
    )


@cache
def _after() -> re.Pattern[str]:
    groups = "|".join(f"(?P<{mod or 'NONE'}>{alternation(phrases)})" for mod, phrases in table("after").items())
    return re.compile(rf"(?:\s{{1,2}}|-)(?:{groups})\b", re.IGNORECASE)


_DATES = ("START", "MID", "END", "APPROX")


def _fits(mod: str, found: Found, text: str) -> bool:
    """`over the weekend` is no length exceeded."""
    first = text[found.start : found.end].split()[0].lower()
    return mod in _DATES or (
        first not in ("the", "these", "this") and (found.type == "DURATION" or found.rule == "ago")
    )


def bent(found: Found, text: str, low: int) -> Found:
    """An expression with the words that bend it, which stand in the same stretch of words of time."""
    if found.value.endswith("_REF"):
        return found
    mod = "" if found.mod == "WEAK" else found.mod
    start, end = found.start, found.end
    ahead = _before().search(text, max(low, start - _REACH), start)
    if ahead and _fits(str(ahead.lastgroup), found, text):
        start, mod = ahead.start(), mod or str(ahead.lastgroup)
    behind = _after().match(text, end) if found.type == "DURATION" or found.point else None
    if behind:
        end = behind.end()
        mod = mod or ("" if behind.lastgroup == "NONE" else str(behind.lastgroup))
    return replace(found, start=start, end=end, mod=mod)
