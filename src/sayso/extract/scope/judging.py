"""Whether an article is one that a ledger is about: its title, text and the user's scope in; a score and a verdict out.

By default a ledger is about conflict, diplomacy and politics. Losing a wanted article is worse than some rows too many.
So an article is out only where its opening scores below a low bar, and nothing of this keeps it in: `TELLING` different
words of politics (a football match that a border war called off is told mostly in words of football), doubt (a short
text that shows no other theme, a text in another language), or a later stretch that is clearly political (a digest may
open with sport).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sayso.extract.scope.mentions import mentioned
from sayso.extract.scope.model import model, themes
from sayso.extract.scope.words_of import counted, stretches
from sayso.model import Scope

__all__ = ["Scoped", "scope_of"]

TELLING = 3  # different words of politics that keep an article in; a word of the title counts twice
THEMED = 2  # words of another theme that a short article must hold to be out ...
SHORT = 60  # ... where it has fewer different words than this
FAR = 0.6  # ... and its score is not so far below the bar
POLITICAL = frozenset({"politics", "conflict"})
KNOWN = 0.08  # of the different words; English articles have .15 to .4, other languages .00 to .04
CLEAR = 0.6  # the score of a later stretch that keeps an article in
NAMED = 4  # words shown


@dataclass(frozen=True)
class Scoped:
    """The verdict on an article: how likely it is about politics (0 to 1), whether it is read, and why."""

    score: float
    in_scope: bool
    why: str


def scope_of(title: str | None, text: str, scope: Scope) -> Scoped:
    """Judge an article by its title and first 400 words; by what follows only where those would leave it out.

    >>> scope_of("Flaky scones", "Rub the butter into the flour, add milk and bake for ten minutes.", Scope()).in_scope
    False
    """
    weighed = counted(title, text)
    score = round(model().score(weighed), 4)
    if scope.all:
        return Scoped(score, in_scope=True, why="everything is in scope")
    other = plainly_other(weighed, score)
    if other:
        later = next((words for words in stretches(text) if model().score(words) >= CLEAR), None)
        if later is None:
            return Scoped(score, in_scope=False, why=other)
        weighed, score = later, round(model().score(later), 4)
    reason = shown(*leading(weighed, political=True)) or "in doubt, so kept"
    if not scope.entries:
        return Scoped(score, in_scope=True, why=reason)
    found = mentioned(scope.entries, title, text)
    if found is None:
        return Scoped(score, in_scope=False, why="mentions none of the actors, places or words of the scope")
    return Scoped(score, in_scope=True, why=f"mentions {found}; {reason}")


def plainly_other(weighed: Mapping[str, float], score: float) -> str | None:
    """What else the article is about, where it is plainly about something else."""
    bar = model().bar
    if score >= bar or telling(weighed) >= TELLING or unread(weighed):
        return None
    theme, found = leading(weighed, political=False)
    if len(found) < THEMED and len(weighed) < SHORT and score >= bar * FAR:
        return None
    return shown(theme, found) or "nothing of politics"


def telling(weighed: Mapping[str, float]) -> int:
    """How many different words stand in the article that seldom stand outside politics."""
    words = themes()["telling"]
    return sum(1 + (value > 1) for word, value in weighed.items() if word in words)


def unread(weighed: Mapping[str, float]) -> bool:
    """Whether a text of some length is nearly all of unknown words, as where it is in another language."""
    known = sum(word in model().weights for word in weighed)
    return len(weighed) >= SHORT and known < KNOWN * len(weighed)


def leading(weighed: Mapping[str, float], *, political: bool) -> tuple[str, list[str]]:
    """The theme, on one of the two sides, that most words of the article belong to, and those words."""
    of_theme = [
        (theme, [word for word in weighed if word in words])
        for theme, words in themes().items()
        if theme != "telling" and (theme in POLITICAL) is political
    ]
    return max(of_theme, key=lambda item: len(item[1]))


def shown(theme: str, found: list[str]) -> str:
    """A theme with the first of its words, or nothing where it has none."""
    return f"{theme}: {', '.join(found[:NAMED])}" if found else ""
