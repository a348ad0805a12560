"""The head of a deed that is promised, demanded or threatened in; what sort of deed it is out."""

from __future__ import annotations

from sayso.extract.commitments.ground import Ground, Range
from sayso.extract.commitments.word_lists import listed
from sayso.language.arguments import preposition

__all__ = ["ceases", "in_hand", "is_adverse", "is_deed", "is_harm", "is_joint", "is_keeping", "kind_of", "objects"]


def objects(ground: Ground, deed: int) -> list[int]:
    """What a deed is done to, by the tree: in the passive, its subject."""
    clause = ground.clause(deed)
    return [ground.scene.core(at) for at in clause.patients] if clause else []


def is_deed(ground: Ground, deed: int) -> bool:
    """Is it something that somebody can undertake to do, and not a state, a chance or a feeling?"""
    tree = ground.tree
    lemma = tree.lemmas[deed]
    if tree.pos[deed] not in ("VERB", "AUX"):
        return False
    if lemma not in listed("conduct", "no_deed"):
        return True
    if lemma not in listed("conduct", "with_object"):
        return False
    if lemma in ("go", "come"):
        return any(preposition(tree, child) == "to" for child in tree.children[deed]) or _has_clause(ground, deed)
    if lemma in ("continue", "cease"):
        return _has_clause(ground, deed)
    return bool(objects(ground, deed))


def _has_clause(ground: Ground, deed: int) -> bool:
    return any(ground.tree.relations[child] == "xcomp" for child in ground.tree.children[deed])


def is_harm(ground: Ground, deed: int) -> bool:
    """`we will shoot`, `our forces will answer`; not `will answer your questions`."""
    tree = ground.tree
    lemma = tree.lemmas[deed]
    if lemma in listed("deeds", "harm"):
        return True
    if lemma in listed("deeds", "answering"):
        return not objects(ground, deed)
    if lemma in listed("deeds", "meet_with") and any(
        tree.lemmas[at] in listed("deeds", "price") for at in objects(ground, deed)
    ):
        return True
    put_down = lemma == "put" and any(tree.forms[child] == "down" for child in tree.children[deed])
    met = lemma == "meet" and any(
        preposition(tree, child) == "with" and tree.lemmas[child] in listed("deeds", "price")
        for child in tree.children[deed]
    )
    return put_down or met


def is_adverse(ground: Ground, deed: int) -> bool:
    """A step against another side, where it hangs on what that side does."""
    gives_ground = any(ground.tree.lemmas[at] in listed("deeds", "arms") for at in objects(ground, deed))
    lemma = ground.tree.lemmas[deed]
    return lemma in listed("deeds", "adverse") and not (
        gives_ground and lemma in ("withdraw", "pull", "end", "halt", "stop")
    )


def ceases(ground: Ground, deed: int) -> bool:
    """Does the deed stop the fighting: `to cease fire`, `a halt to hostilities`, a truce?"""
    tree = ground.tree
    if tree.pos[deed] in ("NOUN", "PROPN"):
        under = {tree.lemmas[at] for at in ground.under(deed)}
        names = tree.lemmas[deed] in listed("nouns", "peace") - {"cessation", "halt", "moratorium"}
        stops = tree.lemmas[deed] in ("cessation", "halt", "end", "stop", "suspension")
        return names or (stops and bool(under & listed("deeds", "fighting")))
    if tree.lemmas[deed] not in listed("deeds", "ceasing"):
        return False
    about = {tree.lemmas[at] for at in objects(ground, deed)}
    about |= {tree.lemmas[child] for child in tree.children[deed] if tree.relations[child] in ("xcomp", "ccomp")}
    clause = ground.clause(deed)
    if clause:
        about |= {tree.lemmas[at] for at in clause.patients}
    return bool(about & (listed("deeds", "fighting") | {"fight", "shoot"}))


def _holds_fire(ground: Ground, deed: int) -> bool:
    """`would observe a truce`, `to extend the ceasefire`."""
    tree = ground.tree
    holds = tree.lemmas[deed] in listed("deeds", "holding")
    return holds and any(tree.lemmas[at] in listed("nouns", "peace") for at in objects(ground, deed))


def is_keeping(ground: Ground, deed: int) -> bool:
    """`will keep its word`: what was promised before."""
    tree = ground.tree
    held = tree.lemmas[deed] in listed("deeds", "keeping")
    return held and any(tree.lemmas[child] in listed("deeds", "word") for child in tree.children[deed])


def is_joint(ground: Ground, deed: int, terms: Range) -> bool:
    """Can parties only do it together, so that it is one commitment and not one for each?"""
    tree = ground.tree
    if tree.pos[deed] != "VERB" or tree.lemmas[deed] in listed("deeds", "joint"):
        return True
    return any(tree.forms[at] in listed("deeds", "jointly") for at in range(*terms))


def in_hand(ground: Ground, deed: int) -> bool:
    """A deed in the passive that somebody in charge has in hand: `the crossing will be reopened`."""
    return ground.tree.lemmas[deed] in listed("conduct", "controlled")


def kind_of(ground: Ground, kind: str, deed: int) -> str:
    """The kind that a word gives, made another by the deed: what stops the fighting is a ceasefire."""
    if kind in ("assurance", "agreement") and (ceases(ground, deed) or _holds_fire(ground, deed)):
        return "ceasefire"
    clause = ground.clause(deed)
    harm = ground.tree.lemmas[deed] in listed("deeds", "harm") - {"punish"}
    if kind == "assurance" and harm and not (clause and clause.negated):
        return "threat"
    return kind
