"""How reliable a way of knowing is: a method name in, its weight out, from `reliability.toml`."""

from __future__ import annotations

from functools import lru_cache

from sayso.clean.metadata.tables import table

__all__ = ["weight"]


@lru_cache(maxsize=4096)
def weight(field: str, method: str) -> float:
    """The weight of a method for a field: its own, else of the longest prefix that the table names.

    >>> weight("title", "html.title") < weight("title", "html.h1")
    True
    """
    weights: dict[str, float] = table("reliability")[field]
    if method in weights:
        return weights[method]
    prefixes = [name for name in weights if name.endswith("*") and method.startswith(name[:-1])]
    return weights[max(prefixes, key=len)]
