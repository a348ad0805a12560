"""The words of a text in; those of datelines out: `GENEVA, May 4 (Reuters) -`, `PORT SUDAN —`."""

from __future__ import annotations

from sayso.language.windows import Words

__all__ = ["after_datelines"]

_LONGEST = 16
"""Words of a dateline at most."""
_DASHES = frozenset(("-", "–", "—"))


def after_datelines(words: Words) -> list[tuple[int, int]]:
    """Where datelines stand, as words [first, last): the report begins with the word `last`, as a sentence does.

    A dateline opens a paragraph with a place in capitals and ends at a dash with a blank before it.
    """
    out = []
    for first, gap in enumerate(words.gap):
        if gap < 2 or not _is_capital(words, first):
            continue
        for at in range(first + 1, min(len(words) - 1, first + _LONGEST)):
            if words.gap[at] >= 2:
                break
            if words.form[at] in _DASHES and words.gap[at]:
                out.append((first, at + 1))
                break
    return out


def _is_capital(words: Words, first: int) -> bool:
    """Is it a name in capitals: `GENEVA`, `DA NANG`?"""
    form = words.form[first]
    following = words.form[first + 1] if first + 1 < len(words) else ""
    return form.isupper() and (len(form) >= 3 or (following.isalpha() and following.isupper()))
