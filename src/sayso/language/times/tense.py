"""Whether the words around a time expression look ahead or back: a text and a place in, `ahead` or `over` out."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from sayso.language.times.lexicon import table

__all__ = ["Tense", "tense_at"]

Tense = Literal["ahead", "over"]

_SENTENCE = re.compile(
    r"(?<!\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Gen|Sen|Rep|Gov|Col|Inc|Ltd))(?<!\b(?:Sept|Corp|Capt|Prof))"
    r"(?<![A-Z.][a-z])(?<!\b[A-Z])[.!?;][\"'”’)]?\s|\n|[“”]"
)
_WORD = re.compile(
    r"(?:\b(?:(?:is|are)\sto|will|shall|must|would|could|should|may|might|can)\s|ll\s|\bto\s(?=be\b))(?:also\s|not\s)?(?:be\s)?\w+"
    r"|\bhad\sto\b(?:\sbe\b)?|\bset(?:\s(?:to|for)\b)?"
    r"|(?<!-)\b[a-z]+",
    re.IGNORECASE,
)
_UNDER_WAY = re.compile(
    r"(?:\b(?:is|are)|['’](?:s|re))\s(?:(?:also\s|not\s)?(?!claim|say|report|blam|accus)\w+ing\s(?:(?:here|again)\s)?)?(?:on\s)?\Z",
    re.IGNORECASE,
)
"""`they are meeting Tuesday`, `the vote is on Tuesday`: the present of what is arranged."""
_IN_PRINT = re.compile(
    r"\b[Ii]n\s(?:a|an|his|her|its|their)\s(?:\w+\s)?(?:interview|statement|report|letter|ruling)\s(?:on\s)?\Z"
)
"""`in an interview Friday`: what is quoted was said."""
_UP_TO = re.compile(r"\b(?:by|through)\s\Z", re.IGNORECASE)
"""`register by Friday`: with no verb to tell, an end lies ahead."""
_TOLD = (
    r"(?:(?<=told)(?:\s(?!that\b|will\b|would\b)\w+){1,6}|\s(?:in\s(?:a|an)\s\w+|\w+ly))?"
    r"(?:\s(?:on|late|early|earlier|later|in)){0,3}\s\Z"
)
"""What may stand between a verb of reporting and its time: `told reporters late on Friday`."""
_THAT = re.compile(r"\s(?:that|as|after)\b")
_OWNS = re.compile(r"['’]s\b")
_BEFORE, _AFTER = 120, 80


@cache
def _signs() -> dict[str, Tense]:
    words = table("tense")
    signs: dict[str, Tense] = dict.fromkeys(words["over"], "over")
    signs.update(dict.fromkeys(words["ahead"], "ahead"))
    return signs


@cache
def _reported() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(table('tense')['reporting'])}){_TOLD}", re.IGNORECASE)


def tense_at(text: str, start: int, end: int, *, reach: int = _BEFORE) -> Tense | None:
    """The tense of the verb that rules an expression: the nearest before it in its sentence, else the next after it.

    A verb of the past further back than `reach` characters is not counted.

    >>> tense_at("The talks will be held on Friday.", 26, 32), tense_at("On Friday they met.", 3, 9)
    ('ahead', 'over')
    """
    low = max(0, start - _BEFORE)
    begin = max((cut.end() for cut in _SENTENCE.finditer(text, low, start)), default=low)
    if _reported().search(text, max(begin, start - 40), start):
        return "over"
    if _UNDER_WAY.search(text, begin, start) and not _OWNS.match(text, end):
        return "ahead"
    before = [(word.end(), sign) for word in _WORD.finditer(text, begin, start) if (sign := _sign(word[0]))]
    if _THAT.match(text, end) and not (before and before[-1][1] == "ahead"):
        return "over"
    if before:
        at, sign = before[-1]
        return sign if sign == "ahead" or start - at <= reach else None
    if _OWNS.match(text, end):
        return None
    if _IN_PRINT.search(text, begin, start):
        return "over"
    return _after(text, end) or ("ahead" if _UP_TO.search(text, max(begin, start - 8), start) else None)


def _after(text: str, end: int) -> Tense | None:
    close = _SENTENCE.search(text, end, end + _AFTER)
    stop = close.start() if close else min(len(text), end + _AFTER)
    words = (word[0] for word in _WORD.finditer(text, end, stop))
    reporting = table("tense")["reporting"]
    return next((sign for word in words if (sign := "over" if word in reporting else _sign(word))), None)


_ADJECTIVES = frozenset(
    [
        "united",
        "need",
        "indeed",
        "speed",
        "seed",
        "feed",
        "breed",
        "greed",
        "exceed",
        "proceed",
        "succeed",
        "hundred",
        "sacred",
    ]
)


_OPEN = ("could", "should", "may", "might", "can")


def _sign(said: str) -> Tense | None:
    word = " ".join(said.lower().split())
    if word.startswith(("had to", "set")):
        return "over" if word.startswith("had") else "ahead" if word != "set" else None
    if len(word.split()) > 1:  # `will be held`, `to be held`, `will put`; `would be held` may be either
        if word.startswith("would"):
            return None if word.split()[-1] in ("be", "have", "been") or " be " in word else "ahead"
        return None if word.startswith(_OPEN) else "ahead"
    known = _signs().get(word)
    if (
        known is None
        and len(word) > 3
        and word.endswith("ed")
        and not word.startswith("un")
        and word not in _ADJECTIVES
    ):
        return "over"
    return known
