"""A number's place in a text in; the lemma of the noun that it counts out, by plain rules and lists."""

from __future__ import annotations

import re
from functools import cache

from sayso.language.quantities.values import any_of
from sayso.language.quantities.vocabulary import listed, words

__all__ = ["lemma_of", "noun_after", "noun_before"]

_WORDS = 6
"""Words after a number in which its noun stands; more adjectives are not piled up."""
_NEXT = re.compile(r"(?:\s|-)?[\"“”'‘’]?\s?([^\W\d_]+(?:[-’'][^\W_]+)*)")
_OPENING = re.compile(r"\s(?:(?:more|or\sso)\s)?of\s(?:(?:the|its|their|his|her|our|these|those)\s)?", re.I)
_VERBAL = ("ed", "ing", "ly", "ous", "ful", "ive", "able", "al", "ary", "ic", "less", "est")


def lemma_of(word: str) -> str:
    """A noun's lemma in small letters.

    >>> [lemma_of(word) for word in ("soldiers", "bodies", "Women", "buses", "people", "press")]
    ['soldier', 'body', 'woman', 'bus', 'people', 'press']
    """
    low = word.lower()
    if known := words()["irregular"].get(low):
        return str(known)
    if low.endswith("men") and len(low) > 4:
        return low[:-3] + "man"
    if not _is_plural(word) or low in listed("noun", "plural"):
        return low
    if low.endswith("ies") and len(low) > 4:
        return low[:-3] + "y"
    if low.endswith(("sses", "shes", "ches", "xes", "zes")):
        return low[:-2]
    return low[:-1]


def _is_plural(word: str) -> bool:
    low = word.lower()
    if low in listed("noun", "plural"):
        return True
    if not low.endswith("s") or low.endswith(("ss", "us")) or low in listed("noun", "singular"):
        return False
    return not low.endswith("is") or word[0].isupper()


def noun_after(text: str, end: int, *, single: bool = False) -> str | None:
    """The noun that follows a number which ends here: the first plural, of one the first that is no adjective.

    >>> noun_after("nine detained Andorran soldiers were freed", 4), noun_after("one young diver died", 3, single=True)
    ('soldier', 'diver')
    """
    if opened := _OPENING.match(text, end):
        end, single = opened.end(), False
    run = _run_after(text, end)
    chosen = _single(run) if single else _plural(run)
    chosen = chosen or next((word for word in run if word.lower() in listed("noun", "nominal")), None)
    return lemma_of(chosen) if chosen else None


def _plural(run: list[str]) -> str | None:
    """The first plural, or the last of several that follow each other: `police officers`."""
    chosen = None
    for word in run:
        if chosen and not _is_plural(word):
            break
        chosen = word if _is_plural(word) else chosen
    return chosen


def _run_after(text: str, end: int) -> list[str]:
    """The words from here up to one that no noun phrase goes on after."""
    run: list[str] = []
    while len(run) < _WORDS and (found := _NEXT.match(text, end)):
        if found[1].lower() in listed("noun", "stops"):
            break
        run.append(found[1])
        end = found.end()
    return run


def _single(run: list[str]) -> str | None:
    """The head of a noun phrase in the singular: the last noun of those that follow its adjectives."""
    while run and (_is_adjective(run[0]) or (run[0][0].isupper() and len(run) > 1 and run[1][0].islower())):
        run = run[1:]
    head = None
    for word in run:
        if head and (_is_adjective(word) or _is_plural(word)):
            break
        head = word
    return head


def _is_adjective(word: str) -> bool:
    low = word.lower()
    if low in listed("noun", "nouns"):
        return False
    return low.endswith(_VERBAL) or low in listed("noun", "adjectives")


_LAST = re.compile(r"(?:\b(?:at|to|was|is|were|as|of|reached|hit|by|exceeded|now)|:)\s$", re.I)


@cache
def _back() -> re.Pattern[str]:
    totals = any_of(listed("noun", "totals"))
    gap = r"[^.;:\n]"
    return re.compile(rf"\bnumber\sof\s(?P<of>{gap}{{2,60}})$|\b(?P<total>{totals})\b{gap}{{0,30}}:?\s$", re.I)


def noun_before(text: str, start: int) -> str | None:
    """The noun before a number that none follows: `the crowd at 3,000`, `the number of men released at eight`.

    >>> noun_before("put the crowd at 3,000", 17), noun_before("the number of men released at eight", 30)
    ('crowd', 'man')
    """
    if not _LAST.search(text[max(0, start - 10) : start]):
        return None
    found = _back().search(text[max(0, start - 80) : start])
    if not found:
        return None
    if found["total"]:
        return lemma_of(found["total"])
    return noun_after(" " + found["of"], 0)
