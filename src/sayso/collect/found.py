"""What a reader hands back: the drafts it found in a decoded document, and what it could not read of it."""

from __future__ import annotations

from typing import NamedTuple

from sayso.model import Draft

__all__ = ["Fault", "Found"]


class Fault(NamedTuple):
    """Something of a document that could not be read: an error code of `schema/errors.toml` and what happened."""

    code: str
    message: str


class Found(NamedTuple):
    """What a reader found, in order of standing: the form it proved to be, its drafts, its faults."""

    form: str
    media_type: str
    drafts: tuple[Draft, ...] = ()
    faults: tuple[Fault, ...] = ()
