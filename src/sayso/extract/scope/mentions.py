"""Whether an article mentions one of a scope's actors, places or words: names and text in; the entry found out."""

from __future__ import annotations

import re
from functools import lru_cache

__all__ = ["mentioned"]


def mentioned(entries: tuple[str, ...], title: str | None, text: str) -> str | None:
    """The first entry met in title or text as whole words, in any letter case and with any white space inside.

    >>> mentioned(("United Nations",), None, "The UNITED\\n  NATIONS sent an envoy.")
    'united nations'
    """
    pattern = pattern_of(entries)
    found = pattern.search((title or "").casefold()) or pattern.search(text.casefold())
    return " ".join(found.group().split()) if found else None


@lru_cache(maxsize=32)
def pattern_of(entries: tuple[str, ...]) -> re.Pattern[str]:
    """A pattern for any of the entries, longest first; one that never matches where all are blank."""
    parts = sorted((entry.casefold().split() for entry in entries if entry.strip()), key=len, reverse=True)
    if not parts:
        return re.compile(r"(?!)")
    names = "|".join(r"\s+".join(map(re.escape, part)) for part in parts)
    return re.compile(rf"(?<!\w)(?:{names})(?!\w)")
