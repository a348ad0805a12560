"""The compiled table of places on disk: columns in, one file out; a file in, the same columns read in place out.

A header in JSON tells of every column's type, length and place; the columns follow, each on a multiple of 64 bytes, and
are mapped into memory, so opening costs nothing and the processes of one machine share what they read.
"""

from __future__ import annotations

import json
import mmap
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

__all__ = ["FORMAT", "KINDS", "Columns", "read", "write"]

FORMAT = 1
"""Raised when the columns or the spelling of keys change; a table of another format is compiled again."""
KINDS = ("country", "province", "district", "city")
"""What a place of the table is, by the number in its column `kind`."""

_MAGIC = b"saysogaz"
_LINE = 64


@dataclass(frozen=True, slots=True)
class Columns:
    """What a file holds: `about` (countries, digest of the data) and its columns by name."""

    about: Mapping[str, Any]
    columns: Mapping[str, NDArray[Any]]


def write(path: Path, about: Mapping[str, Any], columns: Mapping[str, NDArray[Any]]) -> None:
    """Write a table; the file is either whole or not there."""
    at, places = 0, {}
    for name, column in columns.items():
        places[name] = (column.dtype.str, len(column), at)
        at += -(-column.nbytes // _LINE) * _LINE
    header = json.dumps({"format": FORMAT, "about": about, "columns": places}, sort_keys=True).encode()
    header += b" " * (-(len(_MAGIC) + 8 + len(header)) % _LINE)
    beside = path.with_name(path.name + ".new")
    with beside.open("wb") as target:
        target.write(_MAGIC + len(header).to_bytes(8, "little") + header)
        for column in columns.values():
            target.write(column.tobytes() + b"\0" * (-column.nbytes % _LINE))
    beside.replace(path)


def read(path: Path) -> Columns:
    """The columns of a file, mapped; raises `ValueError` at a file that is no table of this format."""
    with path.open("rb") as source:
        begin = source.read(len(_MAGIC) + 8)
        if begin[: len(_MAGIC)] != _MAGIC:
            raise ValueError("not a table of places")
        size = int.from_bytes(begin[len(_MAGIC) :], "little")
        header = json.loads(source.read(size))
        if header["format"] != FORMAT:
            raise ValueError(f"a table of format {header['format']}, not {FORMAT}")
        held = mmap.mmap(source.fileno(), 0, access=mmap.ACCESS_READ)
    start = len(begin) + size
    columns = {
        name: np.frombuffer(held, np.dtype(kind), count, start + at)
        for name, (kind, count, at) in header["columns"].items()
    }
    return Columns(header["about"], columns)
