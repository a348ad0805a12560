"""Whether an article is one that a ledger is about: title, text and the user's scope in; a score, a verdict, a reason out.

By default a ledger is about conflict, diplomacy and politics. Losing a wanted article is worse than some rows too many,
so only an article that scores below a low bar is out, and even then `TELLING` different words of politics keep it in:
a football match that a border war called off is told mostly in words of football.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from .mentions import mentioned
from .model import model, themes
from .words_of import TITLE, counted

__all__ = ["Scope", "Scoped", "scope_of"]

TELLING = 3.0  # different words of politics that keep an article in; a word of the title counts TITLE more
NAMED = 4


@dataclass(frozen=True)
class Scope:
    """What a ledger is about: everything (`all`), or politics and, where a list holds any, one of its entries.

    `actors`, `places` and `words` are compared without letter case, as whole words.
    """

    all: bool = False
    actors: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    words: tuple[str, ...] = ()

    @property
    def entries(self) -> tuple[str, ...]:
        """The entries of the three lists; an article must mention one of them."""
        return self.actors + self.places + self.words


@dataclass(frozen=True)
class Scoped:
    """The verdict on an article: how likely it is about politics (0 to 1), whether it is read, and why."""

    score: float
    in_scope: bool
    why: str


def scope_of(title: str | None, text: str, scope: Scope) -> Scoped:
    """Judge an article by its title and the first 400 words of its text.

    >>> scope_of("Flaky scones", "Rub the butter into the flour, add milk and bake for ten minutes.", Scope()).in_scope
    False
    """
    weighed = counted(title, text)
    judged = model()
    score = round(judged.score(weighed), 4)
    if scope.all:
        return Scoped(score, True, "everything is in scope")
    if score < judged.bar and telling(weighed) < TELLING:
        return Scoped(score, False, named(weighed, score) or "nothing of politics")
    reason = named(weighed, 1.0) or "in doubt, so kept"
    if not any(entry.strip() for entry in scope.entries):
        return Scoped(score, True, reason)
    found = mentioned(scope.entries, title, text)
    if found is None:
        return Scoped(score, False, "mentions none of the actors, places or words of the scope")
    return Scoped(score, True, f"mentions {found}; {reason}")


def telling(weighed: Mapping[str, float]) -> float:
    """How many different words stand in the article that seldom stand outside politics."""
    words = themes()["telling"]
    return sum(1 + TITLE * (value > 1) for word, value in weighed.items() if word in words)


def named(weighed: Mapping[str, float], score: float) -> str:
    """The theme that most words of the article belong to, on the side of the score, with some of them."""
    wanted = score >= model().bar
    of_theme = {
        theme: [word for word in weighed if word in words]
        for theme, words in themes().items()
        if theme != "telling" and (theme in ("politics", "conflict")) is wanted
    }
    theme, found = max(of_theme.items(), key=lambda item: len(item[1]))
    return f"{theme}: {', '.join(found[:NAMED])}" if found else ""
