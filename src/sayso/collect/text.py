"""Plain text: the decoded document is one draft, all of it body, line breaks as they are."""

from __future__ import annotations

from sayso.collect.found import Found
from sayso.model import Aligned, Draft

__all__ = ["read_text"]


def read_text(text: str) -> Found:
    """A text as one draft."""
    return Found("text", "text/plain", (Draft("text", Aligned.whole(text)),))
