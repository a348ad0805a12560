"""A text in; the points of an agreement that it tells out: `under the accord, X is to …`, `X shall …`."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.extract.commitments.conduct import is_future
from sayso.extract.commitments.deeds import is_deed, is_keeping, kind_of
from sayso.extract.commitments.ground import Ground, Range
from sayso.extract.commitments.telling import Telling
from sayso.extract.commitments.terms import points, terms_of
from sayso.extract.commitments.word_lists import listed
from sayso.language.arguments import preposition
from sayso.language.clause import Clause

__all__ = ["agreed"]


def agreed(ground: Ground) -> Iterator[Telling]:
    """Every point of an agreement, in the order of the words."""
    for at in sorted(ground.scene.clauses):
        clause = ground.scene.clauses[at]
        beside = clause.relation == "advcl" and clause.marker.split(" ")[0] in ("while", "whereas")
        if clause.relation not in ("root", "conj", "ccomp", "parataxis", "acl:relcl") and not beside:
            continue
        if not is_future(ground, clause) or not _by_text(ground, at, clause):
            continue
        deed = at
        if ground.tree.lemmas[at] == "be" and clause.complement is not None:
            deed = clause.complement
        if not is_deed(ground, deed) or is_keeping(ground, deed):
            continue
        doers = ground.subjects(clause) or clause.patients
        if clause.agents and not any(ground.can_bind(one) for one in clause.agents):
            continue  # `the aim is to …`
        if any(ground.tree.lemmas[ground.scene.core(one)] in listed("terms", "mechanism") for one in doers):
            continue  # `a commission shall monitor it` binds neither
        for point in (several := [*points(ground, deed), *_bare(ground, deed)]):
            first = min(ground.under(doers[0])) if doers and point == deed != at else None
            before = [one for one in doers if one < point]
            texts = [one for one in ground.tree.children[point] if ground.is_document(one) and one < point]
            texts += [one for one in ground.tree.children[point] if one in several or _is_beside(ground, one)]
            own = tuple(ground.conditions(point))
            kind = kind_of(ground, "agreement", point)
            yield Telling(
                point,
                point,
                _from(terms_of(ground, point, but=texts, first=first), before, ground),
                kind,
                "text",
                ground.subjects(clause),
                (),
                own,
                of_text=True,
            )


def _from(terms: Range, subjects: list[int], ground: Ground) -> Range:
    """Terms from the subject on, without `under which` or `while` before it."""
    tree = ground.tree
    if not subjects or not terms[0] <= subjects[0] < terms[1]:
        return terms
    kept = [at for at in ground.under(subjects[0]) if tree.relations[at] not in ("acl", "acl:relcl", "punct")]
    own = [
        at
        for at in kept
        if all(tree.relations[up] not in ("acl", "acl:relcl") for up in ground.between(at, subjects[0]))
    ]
    return max(terms[0], min(own, default=subjects[0])), terms[1]


def _by_text(ground: Ground, at: int, clause: Clause) -> bool:
    """Does a text that binds say so?"""
    tree = ground.tree
    number = ground.saying.get(at)
    if number is not None:
        told = ground.statements[number]
        if told.source is not None and any(ground.is_document(one) for one in ground.words(told.source)):
            return True
    if any(
        one.preposition in ("under", "per", "pursuant to") and ground.is_document(one.index) for one in clause.obliques
    ):
        return True
    head = ground.clause(tree.heads[at]) if clause.relation in ("conj", "advcl") else None
    if head is not None and is_future(ground, head) and _by_text(ground, head.predicate, head):
        return True
    deed = clause.complement if clause.complement is not None else at
    hung = [child for one in (at, deed) for child in tree.children[one]]
    if any(ground.is_document(one) and preposition(tree, one) in ("under", "per", "pursuant to") for one in hung):
        return True
    shall = any(tree.forms[child] == "shall" for child in tree.children[at])
    return shall and (number is None or ground.statements[number].form != "direct") and not _is_own(ground, clause)


def _is_own(ground: Ground, clause: Clause) -> bool:
    return any(ground.tree.forms[one] in ("we", "i", "you") for one in ground.subjects(clause))


def _bare(ground: Ground, deed: int) -> list[int]:
    """`will release the prisoners and reopen the post`: the second verb, which shares what the first has."""
    tree = ground.tree
    return [
        child
        for child in tree.children[deed]
        if tree.relations[child] == "conj"
        and tree.tags[child] == "VB"
        and not any(tree.relations[one] in ("nsubj", "nsubj:pass", "aux", "mark") for one in tree.children[child])
        and is_deed(ground, child)
    ]


def _is_beside(ground: Ground, child: int) -> bool:
    clause = ground.clause(child)
    return clause is not None and clause.relation == "advcl" and clause.marker.split(" ")[0] in ("while", "whereas")
