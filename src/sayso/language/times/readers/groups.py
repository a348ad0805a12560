"""What a rule's pattern caught: a match and the name of a slot in, its words out, in whichever place they stand."""

from __future__ import annotations

import re

__all__ = ["caught", "is_named", "is_title", "where"]


def where(match: re.Match[str], name: str) -> str | None:
    """The group of a slot that caught something: `year`, or `year2` where the slot stands twice in the pattern."""
    known = match.re.groupindex
    return next((each for each in (name, f"{name}2", f"{name}3", f"{name}4") if each in known and match[each]), None)


def caught(match: re.Match[str], name: str) -> str:
    """The words a slot caught, empty where it caught none.

    >>> caught(re.compile(r"(?P<day>x)|(?P<day2>y)").match("y"), "day")
    'y'
    """
    group = where(match, name)
    return match[group] if group else ""


_QUOTED = re.compile(r"[\"'“‘”’]{1,2}\Z")
_CLOSED = re.compile(r"[,.]?[\"'“”’]")
_NAME = re.compile(r"\b[A-Z][A-Za-z]+(?:['’]s)?\s\Z")


def is_named(match: re.Match[str], head: str) -> bool:
    """Whether `the` small and its head great make a name: `Man of the Year`, `a committee called Shaping the Future`.

    >>> [is_named(re.compile("(?i)the year").search(said), said[-4:]) for said in ("Man of the Year", "in the year")]
    [True, False]
    """
    return match[0][0].islower() and head[:1].isupper()


def is_title(match: re.Match[str]) -> bool:
    """Whether capital words of time are a programme or a paper: in quotation marks, or after a name.

    >>> [is_title(re.compile("Today").search(said)) for said in ("said on “Today,” a show", "Today he left")]
    [True, False]
    """
    text, start, end = match.string, match.start(), match.end()
    if text[start:end].isupper() and len(text[start:end]) > 5 and text[max(0, start - 40) : start].isupper():
        return False  # a headline
    quoted = _QUOTED.search(text, max(0, start - 2), start) and _CLOSED.match(text, end)
    return bool(quoted) or bool(_NAME.search(text, max(0, start - 20), start))
