"""A telling in; the form that the commitment was given in out: spoken, written, signed, reported and so on."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.extract.commitments.ground import Ground
from sayso.extract.commitments.telling import Telling
from sayso.extract.commitments.word_lists import listed
from sayso.model import Party

__all__ = ["form_of"]


def form_of(ground: Ground, telling: Telling, number: int | None, by: Sequence[Party]) -> str:
    """How a commitment was given. What somebody else tells of it, or a noun recalls, is `reported`."""
    if telling.kind == "decree":
        return "law" if _lemma_near(ground, telling, "law") else "decree"
    if telling.kind in ("agreement", "ceasefire") and (len(by) > 1 or telling.of_text):
        return _of_agreement(ground, telling, number)
    if number is not None and telling.basis != "conduct" and telling.at not in ground.cues:
        party = ground.statements[number].party
        if party is not None and all(one.name != party.name for one in by):
            return "reported"
    if number is not None and ground.statements[number].nested_in is not None:
        return "reported"
    if telling.basis.endswith(("-of", "-to")):
        return "reported"
    if ground.issued or _in_release(ground, telling):
        return "press-statement"
    return "spoken"


def _of_agreement(ground: Ground, telling: Telling, number: int | None) -> str:
    tree = ground.tree
    first, last = ground.scene.sentence_of(telling.at)
    here = set(tree.lemmas[first:last])
    if here & (listed("documents", "written") - {"document"}):
        return "written"
    if telling.basis == "sign" and tree.lemmas[telling.at] in ("sign", "ink", "initial"):
        return "signed"
    text = " ".join(tree.forms)
    if any(word in text for word in ("joint statement", "joint communique", "joint communiqué", "joint declaration")):
        return "joint-statement"
    if "sign" in tree.lemmas:
        return "signed"
    return "written" if telling.of_text else "spoken"


def _in_release(ground: Ground, telling: Telling) -> bool:
    """`said in a statement`, `in its release on Friday`."""
    tree = ground.tree
    first, last = ground.scene.sentence_of(telling.at)
    return any(
        tree.forms[at] in ("in", "by", "through")
        and listed("forms", "press").intersection(tree.lemmas[at + 1 : at + 5])
        for at in range(first, last - 1)
    )


def _lemma_near(ground: Ground, telling: Telling, lemma: str) -> bool:
    first, last = telling.terms
    return lemma in ground.tree.lemmas[first:last]
