"""Tags that contradict each other."""

from __future__ import annotations

import numpy as np
import pytest

from sayso.language.closed_class import mended

FINITE = "Mood=Ind|Number=Sing|Person=3|Tense={}|VerbForm=Fin"
LABELS = {
    "upos": ["VERB", "PART", "ADV", "X", "NOUN"],
    "xpos": ["RB", "VBD", "VBG", "VBZ", "TO", "UH", "NN"],
    "feats": ["", FINITE.format("Past"), "Tense=Pres|VerbForm=Part", FINITE.format("Pres")],
}


@pytest.mark.parametrize(
    ("form", "given", "wanted"),
    [
        ("not", ("PART", "RB"), ("PART", "RB", 0)),
        ("to", ("PART", "TO"), ("PART", "TO", 0)),
        ("denied", ("PART", "RB"), ("VERB", "VBD", 1)),
        ("denied", ("VERB", "UH"), ("VERB", "VBD", 1)),
        ("refusing", ("PART", "VBG"), ("VERB", "VBG", 0)),
        ("refusing", ("VERB", "RB"), ("VERB", "VBG", 2)),
        ("denies", ("VERB", "RB"), ("VERB", "VBZ", 3)),
        ("rather", ("PART", "RB"), ("ADV", "RB", 0)),
        ("hence", ("PART", "TO"), ("X", "TO", 0)),
        ("went", ("VERB", "VBD"), ("VERB", "VBD", 0)),
        ("nearly", ("ADV", "RB"), ("ADV", "RB", 0)),
    ],
)
def test_the_ending_tells(form: str, given: tuple[str, str], wanted: tuple[str, str, int]) -> None:
    upos, xpos = np.array([LABELS["upos"].index(given[0])]), np.array([LABELS["xpos"].index(given[1])])
    feats = np.array([0])
    mended([form], upos, xpos, feats, LABELS)
    assert (LABELS["upos"][upos[0]], LABELS["xpos"][xpos[0]], feats[0]) == wanted
