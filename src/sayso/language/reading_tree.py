"""What the encoder says of a text in; its trees as one `Dependencies` out, for clauses to be read without a `Doc`."""

from __future__ import annotations

from functools import lru_cache

from sayso.language.annotation import Annotation
from sayso.language.dependencies import Dependencies, Tree
from sayso.language.encoder import Encoder
from sayso.language.lemmas import applied
from sayso.language.regrafting import GRAFTS
from sayso.language.schemes import schemes

__all__ = ["dependencies_of"]


def dependencies_of(annotation: Annotation, encoder: Encoder) -> Dependencies:
    """The trees of all sentences of a text; words are numbered as in `annotation.words`."""
    labels = encoder.labels
    forms = annotation.words.form
    scheme = schemes()["ud"]
    relations = {name: scheme.relation(name) for name in labels["rel"]}
    tree = Tree(
        annotation.heads.tolist(),
        [relations[labels["rel"][at]] for at in annotation.relations.tolist()],
        [labels["upos"][at] for at in annotation.upos.tolist()],
        [labels["xpos"][at] for at in annotation.xpos.tolist()],
        [form.lower() for form in forms],
        [_lemma(form, labels["lemma"][at]) for form, at in zip(forms, annotation.lemma.tolist(), strict=True)],
    )
    for graft in scheme.grafts:
        GRAFTS[graft](tree)
    return tree.settled()


@lru_cache(maxsize=50_000)
def _lemma(form: str, script: str) -> str:
    return applied(form, script).lower()
