"""The data files that stand beside code: a package and the name of a TOML file in, what the file holds out."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

__all__ = ["read_data"]


@cache
def read_data(package: str, name: str) -> dict[str, Any]:
    """What a TOML file of a package holds. It is read once and shared: whoever asks for it changes nothing in it.

    >>> read_data("sayso.schema", "tables.toml")["stories"]["fields"][0][0]
    'id'
    """
    return tomllib.loads(files(package).joinpath(name).read_text("utf-8"))
