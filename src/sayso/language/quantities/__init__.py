"""Quantities: how many, or how much, a text tells, with bounds, nouns, units and totals.

>>> from sayso.language.quantities import quantities_in
>>> [(one.words, one.low, one.high, one.noun) for one in quantities_in("Between 20 and 30 houses burned; dozens fled.")]
[('Between 20 and 30', 20, 30, 'house'), ('dozens', None, None, None)]
"""

from sayso.language.quantities.counted import lemma_of
from sayso.language.quantities.quantity import Number, Quantity, Unit
from sayso.language.quantities.reading import quantities_in
from sayso.language.quantities.values import tells_number
from sayso.language.quantities.vocabulary import VocabularyError

__all__ = ["Number", "Quantity", "Unit", "VocabularyError", "lemma_of", "quantities_in", "tells_number"]
