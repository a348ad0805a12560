"""Around a cue verb: its helpers, negation and mood before it, and what opens after it.

`before` widens a verb to its group ("has not yet said"); `after` tells what stands behind it: a that-clause, a question
word, an infinitive, a quotation, an object, or the end of the sentence.
"""

from __future__ import annotations

from dataclasses import dataclass

from sayso.extract.statements.cues import Cue
from sayso.extract.statements.lexicon import AUXILIARY, DETERMINER, OPEN, PREPOSITION, PRONOUN, words
from sayso.extract.statements.mentions import is_adverb, is_finite
from sayso.extract.statements.sentences import CLOSERS, Page

__all__ = ["Group", "Opening", "after", "before"]

_STOPS = frozenset(".;!?)–—-")
_LOOK = 16


@dataclass(frozen=True, slots=True)
class Group:
    """The verb group [start, …): is it negated, modal, passive, an infinitive, a bare participle in -ing?"""

    start: int
    negated: bool = False
    modal: bool = False
    passive: bool = False
    infinitive: bool = False
    participle: bool = False


def before(page: Page, at: int, floor: int) -> Group:
    """Walk left from the verb at token `at` over helpers and adverbs, and over `verb to`."""
    first, word = at, page.lower[at]
    infinitive = at - 1 >= floor and page.lower[at - 1] == "to"
    if infinitive:
        first = at - 1
        if first - 1 >= floor and page.kind[first - 1] == OPEN and _governs(page, first - 1):
            first -= 1
        else:
            return Group(at, infinitive=True)
    while first > floor and (page.kind[first - 1] == AUXILIARY or is_adverb(page, first - 1)):
        first -= 1
    helpers = page.lower[first:at]
    negation, modal = words("cue", "negation"), words("cue", "modal")
    being = any(word in words("verb", "being") for word in helpers)
    progressive = word.endswith("ing")
    return Group(
        first,
        negated=any(word in negation for word in helpers),
        modal=any(word in modal for word in helpers),
        passive=being and not progressive and not infinitive and helpers[-1:] != ["having"],
        participle=progressive and not being and not infinitive,
    )


_WISHES = ("wants", "wish", "wishes", "like", "likes", "liked")


def _governs(page: Page, at: int) -> bool:
    """A verb that an infinitive hangs on: `went on to say`, `continues to insist`."""
    return is_finite(page, at) or page.lower[at] in ("on", "continuing", "trying", "going", "seeking", "able", *_WISHES)


@dataclass(frozen=True, slots=True)
class Opening:
    """What follows a cue: the signal (a word of `takes`, or `told`: a clause behind the person told) and where."""

    signal: str
    at: int


def after(page: Page, at: int, ceiling: int, cue: Cue) -> Opening:
    """What opens at token `at`, right behind the cue."""
    while at < ceiling and is_adverb(page, at) and page.lower[at] not in ("that", "just", "only", "not"):
        at += 1
    if at >= ceiling:
        return Opening("end", at)
    plain = _plain(page, at, ceiling)
    if plain:
        return plain
    if "addressee" in cue.takes:
        told = _past_addressee(page, at, ceiling)
        if told:
            return told
    if page.lower[at] in words("cue", "adjunct") or page.lower[at] in words("cue", "weekday"):
        return _past_adjunct(page, at, ceiling, cue)
    return Opening("object" if "object" in cue.takes else "bare", at)


def _plain(page: Page, at: int, ceiling: int) -> Opening | None:
    word = page.lower[at]
    if word == "that" and not (at + 1 < ceiling and page.token[at + 1] in _STOPS):
        return Opening("that", at)
    if page.quote_of[at] >= 0:
        return Opening("quote", at)
    if word == ":":
        return Opening("quote", at + 1)
    if word == ",":
        if at + 1 < ceiling and page.quote_of[at + 1] >= 0:
            return Opening("quote", at + 1)
        return Opening("end", at)
    if word in _STOPS or word in CLOSERS:
        return Opening("end", at)
    if word in words("cue", "wh"):
        return Opening("wh", at)
    return Opening("to", at) if word == "to" else None


def _past_addressee(page: Page, at: int, ceiling: int) -> Opening | None:
    """`told reporters in Bangkok on Monday that …`: content begins at `that`, a question word, or a quotation."""
    if page.lower[at] in _OBJECTS and at + 1 < ceiling and page.kind[at + 1] in (DETERMINER, PRONOUN):
        return Opening("told", at + 1)
    for here in range(at, min(ceiling, at + _LOOK)):
        word = page.lower[here]
        if word in (",", ":"):
            if here + 1 < ceiling and page.quote_of[here + 1] >= 0:
                return Opening("quote", here + 1)
            if word == ":":
                return Opening("quote", here + 1)
            continue
        if word == "that" and here > at:
            return Opening("that", here)
        if word in ("whether", "how", "why", "what") or word == "to":
            return Opening("to" if word == "to" else "wh", here)
        if page.quote_of[here] >= 0 and here - at <= 3:
            return Opening("quote", here)
        if word == ";" or is_finite(page, here):
            break
    return _past_noun(page, at, ceiling)


def _is_edge(page: Page, at: int, ceiling: int) -> bool:
    """The end of a clause, a comma, or the beginning of an adjunct (`told reporters in Tarva`)."""
    if at >= ceiling or page.token[at] in _STOPS or page.token[at] == ",":
        return True
    return page.lower[at] in words("cue", "adjunct") or page.lower[at] in words("cue", "weekday")


def _past_noun(page: Page, at: int, ceiling: int) -> Opening | None:
    """`told Rovik the bridge was closed`: a pronoun or a run of names or `reporters`, then the clause."""
    here = at + 1
    if page.kind[at] == PRONOUN or page.lower[at] in _OBJECTS:
        return Opening("end" if _is_edge(page, here, ceiling) else "told", here)
    while here < min(ceiling, at + 10) and (page.kind[here] == OPEN or page.token[here] in _JOINTS):
        here += 1
    while here > at + 1 and page.token[here - 1] in _JOINTS:
        here -= 1
    if _is_edge(page, here, ceiling):
        return Opening("end", here)
    if here < ceiling and page.kind[here] in (DETERMINER, PRONOUN):
        return Opening("told", here)
    return None


_OBJECTS = frozenset(["him", "her", "them", "me", "us", "reporters", "journalists", "lawmakers", "parliament"])
_JOINTS = frozenset((".", "'", "’"))


def _past_adjunct(page: Page, at: int, ceiling: int, cue: Cue) -> Opening:
    """`said on Monday that`, `said in a statement: "…"`; else the adjunct is the end, or content of an object verb."""
    aside = False
    for here in range(at, min(ceiling, at + _LOOK)):
        word = page.lower[here]
        if word == "that" and page.kind[here - 1] != PREPOSITION and (not aside or page.token[here - 1] == ","):
            return Opening("that", here)
        if (
            word in ("whether", "where", "how", "why")
            and "wh" in cue.takes
            and page.kind[here - 1] != PREPOSITION
            and not aside
        ):
            return Opening("wh", here)
        if word in (":", ",") and here + 1 < ceiling and page.quote_of[here + 1] >= 0:
            return Opening("quote", here + 1)
        if word == ":":
            return Opening("quote", here + 1)
        if page.quote_of[here] >= 0 and not aside:
            return Opening("quote" if page.kind[here - 1] != PREPOSITION else "bare", here)
        if word in (".", ";"):
            break
        aside = aside or word == ","
    if "object" in cue.takes:
        return Opening("object", at)
    return _past_day(page, at, ceiling)


def _past_day(page: Page, at: int, ceiling: int) -> Opening:
    """`said Monday the bridge …`, `said on Monday the bridge …`."""
    here = at
    if page.lower[here] == "on":
        here += 1
    day = words("cue", "weekday")
    begin = here
    while here < ceiling and (
        page.lower[here] in day or page.lower[here] in ("morning", "afternoon", "evening", "night", "week")
    ):
        here += 1
    if here > begin:
        if (
            here >= ceiling
            or page.token[here] in _STOPS
            or page.lower[here] in (",", "in", "at", "on", "after", "during", "as")
        ):
            return Opening("end", at)
        return Opening("bare", here)
    return Opening("end", at)
