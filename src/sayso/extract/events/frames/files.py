"""The files of the lexicon, as they stand beside this code."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

from sayso.schema.data import read_data

__all__ = ["read_files"]

_PACKAGE = "sayso.extract.events.frames"


@cache
def read_files() -> dict[str, dict[str, Any]]:
    """Every TOML file here by its name, in the order of their names."""
    names = sorted(entry.name for entry in files(_PACKAGE).iterdir() if entry.name.endswith(".toml"))
    return {name: read_data(_PACKAGE, name) for name in names}
