"""Is a form of a cue a verb or a noun where it stands? `the army reports`, `the army's reports`."""

from __future__ import annotations

from sayso.extract.statements.cues import Cue
from sayso.extract.statements.lexicon import AUXILIARY, DETERMINER, OPEN, PRONOUN, RELATIVE, words
from sayso.extract.statements.mentions import Range, is_finite
from sayso.extract.statements.sentences import Page

__all__ = ["reads_as_noun"]

_PAST_TOO = frozenset(("forecast", "put", "beat", "quit", "cast"))
_CLEAR = frozenset(("that", "quote", "wh", "to"))


def _is_plural(word: str) -> bool:
    if word in words("noun", "alone") or word in words("noun", "amount") or word in words("speaker", "collective"):
        return True
    return word.endswith("s") and not word.endswith(("ss", "us", "is", "'s", "’s"))


def reads_as_noun(page: Page, at: int, cue: Cue, source: Range, signal: str) -> bool:
    """Is the form at `at` a noun here? `the report`, `baseless claims`, `the United States`, `an army report`.

    After a bare determiner or a possessive it is. A plain form is a verb only behind a plural; a form that is
    also a plural noun ("claims") only behind a name or pronoun, or before what only a verb takes.
    """
    if page.lower[at - 1] == "to":
        return False
    last = source[1] - 1
    word = page.lower[last]
    if page.lower[at] in words("noun", "also_verb") and is_finite(page, last) and page.kind[last] == OPEN:
        return True
    if (
        (page.kind[last] == DETERMINER and word not in words("noun", "alone"))
        or word.endswith(("'s", "’s", "s'", "s’"))
        or page.token[last] in "'’"
    ):
        return True
    if page.kind[last] == RELATIVE or AUXILIARY in page.kind[source[1] : at]:
        return False
    form = page.lower[at]
    if page.token[last].isdigit() and form.endswith("ed"):
        return True
    if form == cue.forms[0] and form not in _PAST_TOO:
        plural = any(_is_plural(page.lower[k]) for k in range(*source))
        if page.kind[last] == PRONOUN:
            plural = word not in ("he", "she", "it")
        return not plural
    if form not in words("noun", "also_verb") or not form.endswith("s") or page.kind[last] == PRONOUN:
        return False
    if page.token[at][0].isupper() and not page.token[last][0].isupper():
        return True
    return (form == "states" and signal != "that") or (not page.token[last][0].isupper() and signal not in _CLEAR)
