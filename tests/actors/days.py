"""Days as tests write them."""

from __future__ import annotations

from datetime import date

__all__ = ["day"]


def day(iso: str) -> date:
    return date.fromisoformat(iso)
