"""Times of the day: a match in, the hour or the part of a day out, on a day or on none."""

from __future__ import annotations

import re

from sayso.language.times.discourse import Discourse, Found
from sayso.language.times.lexicon import count_of, table
from sayso.language.times.points import step
from sayso.language.times.readers.groups import caught, is_title

__all__ = ["clock", "part", "part_which", "tonight"]

Match = re.Match[str]
_NO_DAY = "XXXX-XX-XX"


def _suffix(word: str) -> str:
    return f"T{table('parts')[word.lower()]}"


def _on(match: Match, discourse: Discourse, suffix: str) -> list[Found]:
    """A time of the clock on the day at hand; the tagger puts it on the day that stands beside it, if one does."""
    base, anchor = discourse.here()
    point = step(base, 0, "D") if base else None
    day = point.value if point and point.date else _NO_DAY
    return [Found(match.start(), match.end(), "TIME", day + suffix, None, anchor if point else "none")]


def clock(match: Match, discourse: Discourse) -> list[Found]:
    """`10 p.m.`, `18:30 GMT`, `six o'clock`."""
    hour = int(count_of(caught(match, "hourword")) or 0) if caught(match, "hourword") else int(caught(match, "hour"))
    half = caught(match, "half").lower() or _half_of_next(match)
    if half and not 1 <= hour <= 12 and hour < 13:
        return []
    if half:
        hour = hour % 12 + 12 * half.startswith("p") if hour <= 12 else hour
    minute = caught(match, "minute") or "00"
    return _on(match, discourse, f"T{hour:02}:{minute}") if hour < 25 else []


_NEXT_HALF = re.compile(r"\s?(?:[-–—]|to|and|until)\s?(\d{1,2})(?:[:.]\d\d)?\s?([ap])\.?m\b", re.IGNORECASE)


def _half_of_next(match: Match) -> str:
    """`6:30 to 8:30 p.m.`: the half of the day that the second hour has, unless it would come first then."""
    follows = _NEXT_HALF.match(match.string, match.end())
    return follows[2].lower() if follows and 1 <= int(caught(match, "hour") or 0) <= int(follows[1]) % 12 else ""


def tonight(match: Match, discourse: Discourse) -> list[Found]:
    """`tonight`; `overnight` has no one day."""
    word = caught(match, "word")
    if word.lower() == "overnight" or (word[0].isupper() and is_title(match)):
        return []
    return _on(match, discourse, "TNI")


def part_which(match: Match, discourse: Discourse) -> list[Found]:
    """`this morning`, `last night`, `that afternoon`, `the next evening`."""
    which = caught(match, "which").lower()
    if caught(match, "part")[0].isupper() and is_title(match):
        return []
    steps, where = table("which")[which]
    if match[0].lower().startswith(("the ", "early the ")):
        where = "there"
    base, anchor = discourse.base(where)
    if base is None:
        return [Found(match.start(), match.end(), "TIME", _NO_DAY + _suffix(caught(match, "part")))]
    point = step(base, steps, "D")
    return [Found(match.start(), match.end(), "TIME", point.value + _suffix(caught(match, "part")), point, anchor)]


_LEAD = re.compile(
    r"\b(?:in|at|by|of|during|until|till|from|since|all|early|late|mid|through|that|before|after|every|each|around|to)[\s-]\Z",
    re.IGNORECASE,
)


_COUNTED = re.compile(r"(?:\d|\b(?:one|two|three|four|five|six|seven))[\s-]\Z", re.IGNORECASE)


def part(match: Match, discourse: Discourse) -> list[Found]:
    """`in the morning`, `at midnight`: of no day that is told, unless one stands beside it."""
    word = caught(match, "part").lower()
    suffix = _suffix(word)
    if suffix[-1].isdecimal():
        return _on(match, discourse, suffix)
    lead = _LEAD.search(match.string, max(0, match.start() - 8), match.start())
    if _COUNTED.search(match.string, max(0, match.start() - 6), match.start()):
        return []  # a length
    weak = not lead and not match[0].lower().startswith(("the", "early", "late", "mid"))
    return [Found(match.start(), match.end(), "TIME", _NO_DAY + suffix, None, "none", "WEAK" if weak else "")]
