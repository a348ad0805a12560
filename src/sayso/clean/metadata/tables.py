"""The data tables of this room: the name of a .toml file beside the code in, its validated contents out."""

from __future__ import annotations

from typing import Any

from sayso.schema.data import read_data

__all__ = ["table", "words"]


def table(name: str) -> dict[str, Any]:
    """The contents of `<name>.toml`."""
    return read_data(__package__, f"{name}.toml")


def words(name: str, key: str, *, section: str | None = None) -> tuple[str, ...]:
    """A list of words from a table or a section of one; raises TypeError if it is anything else."""
    found = (table(name)[section] if section else table(name))[key]
    if not isinstance(found, list) or not all(isinstance(word, str) for word in found):
        raise TypeError(f"{name}.toml: {key} is not a list of words")
    return tuple(found)
