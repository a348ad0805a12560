"""The words of a denial in; how much it denies out: the whole, a part, what it is called, or who did it."""

from __future__ import annotations

import re
from functools import cache

from sayso.reconcile.polarity import disowns
from sayso.schema.data import read_data

__all__ = ["SCOPES", "scope_of"]

SCOPES = ("responsibility", "characterisation", "part", "whole")
"""In the order in which they are looked for."""


def scope_of(content: str) -> str:
    """How much a denial denies, as its words tell.

    >>> scope_of("There was no shooting from our side"), scope_of("only two houses were hit"), scope_of("that account")
    ('responsibility', 'part', 'whole')
    """
    if disowns(content):
        return "responsibility"
    return next((scope for scope in SCOPES[:-1] if _pattern(scope).search(content)), "whole")


@cache
def _pattern(scope: str) -> re.Pattern[str]:
    words = sorted(read_data("sayso.reconcile", "denying.toml")[scope], key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b", re.I)
