"""Words for the present, the past and the future as a whole: a match in, TIMEX3's reference out, where it is one."""

from __future__ import annotations

import re

from sayso.language.times.discourse import Discourse, Found
from sayso.language.times.lexicon import table, vague
from sayso.language.times.readers.groups import caught, is_named

__all__ = ["former", "vague_reference"]

Match = re.Match[str]

_ATTRIBUTES = ("future",)
"""`future talks`: in news what is to come is told by the verb; in a history it tells then from now."""
_OF_THE_STORY = ("at this point", "at this stage", "soon", "shortly")
"""In a history these point into it, not to the reader's day."""


def vague_reference(match: Match, discourse: Discourse) -> list[Found]:
    """`now`, `recently`, `the future`."""
    said = " ".join(caught(match, "vague").lower().replace("’", "'").split())
    if said in (_OF_THE_STORY if discourse.narrative else _ATTRIBUTES):
        return []
    if is_named(match, caught(match, "vague").split()[-1]) or _says_other(said, match):
        return []
    return [Found(match.start(), match.end(), "DATE", vague()[said])]


def former(match: Match, discourse: Discourse) -> list[Found]:
    """`the former king`, in a history."""
    return [Found(match.start(), match.end(), "DATE", "PAST_REF")]


_CLOSE = 3
"""So near stand the words that make another phrase of one."""
_LINKED = re.compile(r"\bas (?:soon|recently)\b|\b(?:soon|shortly) (?:as|after|before)", re.IGNORECASE)
_OF_SEASON = re.compile(r"\sof\s(?:the\s)?(?:year|season|day|night|month|week)\b", re.IGNORECASE)
_AND_THEN = re.compile(r"\sand\s(?:then|again)\b", re.IGNORECASE)
_MEASURED = re.compile(r"\s(?:half|quarter|hour|day|week|month|year|decade|century)\b", re.IGNORECASE)


def _says_other(said: str, match: Match) -> bool:
    """`as soon as he can`, `at this time of year`, `now and then`, `in the past half hour`, `he soon left`."""
    text, start, end = match.string, match.start(), match.end()
    if said.endswith("the past") and _MEASURED.match(text, end):
        return True
    if said == "now" and _AND_THEN.match(text, end):
        return True
    if _LINKED.search(text, max(0, start - _CLOSE), end + len(" before ")) or _OF_SEASON.match(text, end):
        return True
    return said in ("soon", "shortly") and _is_over(match)


_NEXT_WORD = re.compile(r",?\s([a-z]+)")
_AUXILIARY = ("have", "has", "been")


def _is_over(match: Match) -> bool:
    """Whether a verb of the past follows, which makes `soon` a thing of the past."""
    follows = _NEXT_WORD.match(match.string, match.end())
    if not follows or follows[1] in _AUXILIARY:
        return False
    return follows[1].endswith("ed") or follows[1] in table("tense")["over"]
