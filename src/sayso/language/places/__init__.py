"""Places: what a name in a text may mean on the map, and which of it each mention means.

>>> from sayso.language.places import resolve
>>> [place.country for place in resolve("Clashes in Mosul.", [(11, 16)]) if place]
['IRQ']
"""

from sayso.language.places.curated import Curated, CuratedError, read_own
from sayso.language.places.gazetteer import Gazetteer, Place
from sayso.language.places.reading import place_mentions
from sayso.language.places.resolve import Resolved, resolve
from sayso.language.places.table import TableError

__all__ = [
    "Curated",
    "CuratedError",
    "Gazetteer",
    "Place",
    "Resolved",
    "TableError",
    "place_mentions",
    "read_own",
    "resolve",
]
