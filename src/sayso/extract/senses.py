"""Stretches of a text that was read in; what they say as a vector out, packed so that a row can carry it.

Reconciliation compares rows of different articles by it. It is kept with the findings and is not exported.
"""

from __future__ import annotations

from base64 import b64encode
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

import numpy as np

from sayso.language.annotation import Annotation
from sayso.language.encoder import encoder
from sayso.language.spans import sense_of

__all__ = ["packed_sense"]

Stretch = tuple[int, int]


def packed_sense(annotation: Annotation, stretches: Sequence[Stretch]) -> str:
    """The sense of stretches of characters, taken together: 384 signed bytes in Base64, 127 standing for 1.

    >>> from sayso.language import annotated
    >>> len(packed_sense(annotated("The bridge was mined."), [(0, 21)]))
    512
    """
    words = annotation.words
    ranges = [(bisect_right(words.end, start), bisect_left(words.start, end)) for start, end in stretches]
    sense = sense_of(annotation, encoder(), ranges)
    return b64encode(np.round(sense * 127).astype(np.int8).tobytes()).decode("ascii")
