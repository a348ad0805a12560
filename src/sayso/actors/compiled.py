"""The rows of the registry in a form that loads five times as fast: actors in, bytes out, and back.

The bytes carry the digest of the data files that they were made of, so that stale ones are never read: whoever changes
a data file need not know of them, and runs `python -m training.actors.compile_registry` when done.
"""

from __future__ import annotations

import gc
import gzip
import hashlib
import json
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import astuple, fields
from importlib.resources import files
from typing import Any

from sayso.model.actor import Actor, Loaded, NameUse, Office, Seat

__all__ = ["FILE", "digest_of", "packed", "read_compiled", "sources", "uncollected"]

FILE = "registry.json.gz"
_FIELDS = tuple(one.name for one in fields(Actor))
_PARTS: dict[str, Callable[..., object]] = {"loaded": Loaded, "seats": Seat, "roles": Office, "names": NameUse}


def sources() -> list[tuple[str, bytes]]:
    """The data files of the registry, name and bytes, in order; patterns aside.

    >>> [name for name, _ in sources()][0]
    'authorities.toml'
    """
    folder = files("sayso.actors").joinpath("registry")
    found = (one for one in folder.iterdir() if one.name.endswith(".toml") and one.name != "patterns.toml")
    return [(one.name, one.read_bytes()) for one in sorted(found, key=lambda one: one.name)]


def digest_of(data: Iterable[tuple[str, bytes]]) -> str:
    """The SHA-256 of data files and their names."""
    out = hashlib.sha256()
    for name, held in data:
        out.update(name.encode() + b"\0" + hashlib.sha256(held).digest())
    return out.hexdigest()


def packed(actors: Iterable[Actor], digest: str) -> bytes:
    """Actors and the digest of what they were made of, the same bytes every time."""
    whole = {"of": digest, "rows": [astuple(actor) for actor in actors]}
    text = json.dumps(whole, ensure_ascii=False, separators=(",", ":"))
    return gzip.compress(text.encode(), compresslevel=9, mtime=0)


def read_compiled(digest: str) -> tuple[Actor, ...] | None:
    """The actors as they were compiled of these data files; None where they were compiled of others, or not at all."""
    file = files("sayso.actors").joinpath(FILE)
    if not file.is_file():
        return None
    whole = json.loads(gzip.decompress(file.read_bytes()))
    return tuple(_actor(row) for row in whole["rows"]) if whole["of"] == digest else None


def _actor(row: list[Any]) -> Actor:
    told = dict(zip(_FIELDS, row, strict=True))
    told |= {name: tuple(told[name]) for name in ("aliases", "ambiguous")}
    told |= {name: tuple(made(*one) for one in told[name]) for name, made in _PARTS.items()}
    return Actor(**told)


@contextmanager
def uncollected() -> Iterator[None]:
    """Without garbage collection, which would walk a loaded language model again and again while many rows are made."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
