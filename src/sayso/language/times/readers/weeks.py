"""Weekdays: a match in, the day of the week before or after the article's out."""

from __future__ import annotations

import re
from datetime import timedelta

from sayso.language.times.discourse import Discourse, Found
from sayso.language.times.lexicon import number_of
from sayso.language.times.points import of_day
from sayso.language.times.readers.dating import dated
from sayso.language.times.readers.groups import caught, where
from sayso.language.times.tense import tense_at

__all__ = ["weekday"]

_STEPS = {"last": -1, "this": 0, "next": 1}
_NAMED_BEFORE = re.compile(r"\b(?:Black|Bloody|Holy|Good|Ash|Palm|Easter|Super|Cyber|Fat)\s\Z")
_NAMED_AFTER = re.compile(r"\s(?:Times|Night\s(?:Live|Football)|Telegraph|Mirror|Express|Mail|Post|Review)\b")


def weekday(match: re.Match[str], discourse: Discourse) -> list[Found]:
    """`on Monday`, `last Friday`, `Friday of last week`."""
    name = caught(match, "weekday")
    group = where(match, "weekday") or 0
    if _NAMED_BEFORE.search(match.string, max(0, match.start(group) - 8), match.start(group)):
        return []
    if _NAMED_AFTER.match(match.string, match.end(group)):
        return []
    if caught(match, "which").lower() == "last" and match.string.startswith(" of ", match.end()):
        return []  # `the last Friday of Ramadan`
    if len(name) < 5 and name.islower() and name in ("sun", "sat", "wed"):
        return []  # words of their own
    number = number_of("weekdays")[name.lower()]
    which = " ".join(caught(match, "which").lower().split())
    base, anchor = discourse.base("there" if which.startswith(("the ", "that")) else "here")
    here = base.date if base else None
    if here is None:
        return [Found(match.start(), match.end(), "DATE", f"XXXX-WXX-{number}")]
    week = caught(match, "week")
    steps = _STEPS[week.lower()] if week else None
    if steps is not None:
        moved = number - here.isoweekday() + 7 * steps
    else:
        moved = _moved(number - here.isoweekday(), which, match, discourse)
    return dated(match, of_day(here + timedelta(days=moved)), anchor)


def _moved(apart: int, which: str, match: re.Match[str], discourse: Discourse) -> int:
    """How many days on the weekday meant lies, `apart` being its distance within the week."""
    if which in ("this coming", "coming", "next", "the following"):
        return apart % 7 or 7
    if which in ("last", "past", "this past", "the previous"):
        return -(-apart % 7) or -7
    if which == "this":
        return apart
    if not discourse.narrative and tense_at(discourse.text, match.start(), match.end()) == "ahead":
        return apart % 7
    return -(-apart % 7)
