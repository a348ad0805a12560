"""Tags of words that cannot be of their class mended: particles are few, and `denied`, near `not` in meaning, is none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

__all__ = ["mended"]

Ints = NDArray[np.int64]

PARTICLES = frozenset(("to", "not", "n't", "n’t", "nt", "'s", "’s", "s", "'", "’", "na", "ta", "t", "nit"))
_BY_TAG = {"V": "VERB", "N": "NOUN", "J": "ADJ", "D": "DET", "I": "ADP", "R": "ADV"}
_PAST = ("ed", "VBD")


def mended(forms: Sequence[str], upos: Ints, xpos: Ints, labels: Mapping[str, Sequence[str]]) -> tuple[Ints, Ints]:
    """Word classes and Penn tags, those of impossible particles put right by the Penn tag and the word's ending."""
    classes, tags = labels["upos"], labels["xpos"]
    if "PART" not in classes:
        return upos, xpos
    for at in np.flatnonzero(upos == classes.index("PART")).tolist():
        form = forms[at].lower()
        if form in PARTICLES:
            continue
        if tags[xpos[at]] in ("RB", "TO", "POS") and form.endswith(_PAST[0]):
            xpos[at] = tags.index(_PAST[1])
        name = _BY_TAG.get(tags[xpos[at]][0], "X")
        if name in classes:
            upos[at] = classes.index(name)
    return upos, xpos
