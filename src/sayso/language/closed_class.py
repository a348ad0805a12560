"""Tags that cannot stand mended: particles are few, verbs have tags of verbs; `denied`, near `not`, is a verb.

The encoder picks class, Penn tag and features one by one. Where they contradict each other about words of denial, the
ending of the word tells.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

__all__ = ["mended"]

Ints = NDArray[np.int64]

PARTICLES = frozenset(("to", "not", "n't", "n’t", "nt", "'s", "’s", "s", "'", "’", "na", "ta", "t", "nit"))
_NO_VERB = frozenset(("RB", "UH", "TO", "POS", "IN", "DT"))
"""Penn tags that no verb has."""
_BY_TAG = {"V": "VERB", "N": "NOUN", "J": "ADJ", "D": "DET", "I": "ADP", "R": "ADV"}
_ENDINGS = (
    ("ed", "VBD", "Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin"),
    ("ing", "VBG", "Tense=Pres|VerbForm=Part"),
    ("s", "VBZ", "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"),
)


def mended(forms: Sequence[str], upos: Ints, xpos: Ints, feats: Ints, labels: Mapping[str, Sequence[str]]) -> None:
    """Put word classes, Penn tags and features right in place."""
    classes, tags = labels["upos"], labels["xpos"]
    particle, verb = classes.index("PART"), classes.index("VERB")
    for at in np.flatnonzero((upos == particle) | (upos == verb)).tolist():
        form = forms[at].lower()
        is_particle = upos[at] == particle
        if (is_particle and form in PARTICLES) or not (is_particle or tags[xpos[at]] in _NO_VERB):
            continue
        ending = next((row for row in _ENDINGS if form.endswith(row[0])), None)
        if ending and tags[xpos[at]] in _NO_VERB:
            xpos[at], feats[at] = tags.index(ending[1]), labels["feats"].index(ending[2])
        if is_particle:
            upos[at] = classes.index(_BY_TAG.get(tags[xpos[at]][0], "X"))
