"""A match in; whether what it reports is told as having happened out: actual, planned, hypothetical or negated."""

from __future__ import annotations

from sayso.extract.events.matching import Match
from sayso.extract.events.scene import Scene
from sayso.extract.events.word_lists import listed
from sayso.language.clause import Clause

__all__ = ["reality_of"]

_CONDITIONAL = frozenset(("if", "unless", "whether", "lest", "in case", "until", "till", "before"))
_FACTUAL_AFTER_CUE = frozenset(("ccomp", "parataxis", "conj", "advcl", "xcomp", "acl", "acl:relcl", "root"))
_DENIED = frozenset(
    ("claim", "allegation", "report", "accusation", "suggestion", "charge", "account", "rumour", "rumor")
)
_DENYING = frozenset(("reject", "deny", "dismiss", "refute", "rebuff", "rubbish"))
_DEPTH = 6


def reality_of(scene: Scene, match: Match) -> str:
    """The reality of an event as its sentence puts it."""
    if match.frame.reality:
        return match.frame.reality
    predicate, tree = match.predicate, scene.tree
    at = predicate.at
    if predicate.pos == "NOUN":
        if any(tree.forms[child] in ("no", "neither") for child in tree.children[at]):
            return "negated"
        governor = predicate.carried if predicate.carried is not None else tree.heads[at]
        if tree.lemmas[governor] in listed("reality", "undone") | {"end", "cease"} and predicate.carried is None:
            return "hypothetical" if governor != at else "actual"
        if tree.lemmas[governor] in listed("reality", "wished") and governor != at:
            return "planned"
        return _of_clause(scene, predicate.clause, at) if predicate.clause else _of_noun(scene, at)
    if predicate.clause is None:
        return "actual"
    return _of_clause(scene, predicate.clause, at)


def _of_noun(scene: Scene, at: int) -> str:
    """A noun that hangs on other words: as the clause around it is told."""
    tree = scene.tree
    for _ in range(_DEPTH):
        if tree.heads[at] == at:
            return "actual"
        at = tree.heads[at]
        if at in scene.clauses:
            return _of_clause(scene, scene.clauses[at], at)
    return "actual"


def _of_clause(scene: Scene, clause: Clause, at: int) -> str:
    told = _own(scene, clause)
    tree = scene.tree
    depth = 0
    while told == "actual" and depth < _DEPTH:
        depth += 1
        governor = clause.governor
        if governor is not None and _is_denied(scene, governor):
            return "negated"
        if governor is None or governor not in scene.clauses or clause.relation in ("advcl", "acl:relcl", "parataxis"):
            if clause.relation == "advcl" and clause.marker in _CONDITIONAL:
                return "hypothetical"
            return told
        above = scene.clauses[governor]
        lemma = tree.lemmas[governor]
        if clause.relation in ("ccomp", "xcomp", "acl") and lemma in listed("reality", "undone"):
            return "negated"
        if clause.relation == "conj":
            told = _own(scene, above) if not clause.finite else "actual"
            if told == "negated":
                told = "actual"
        elif clause.relation in ("ccomp", "xcomp") and clause.marker in ("if", "whether"):
            return "hypothetical"
        elif clause.relation == "xcomp":
            told = _own(scene, above)
        clause = above
    return told


def _own(scene: Scene, clause: Clause) -> str:
    """What the clause's own words tell."""
    tree = scene.tree
    if clause.negated or clause.withheld:
        return "negated"
    if (
        clause.marker in _CONDITIONAL
        and clause.relation == "advcl"
        and clause.marker not in ("until", "till", "before")
    ):
        return "hypothetical"
    if clause.marker in ("if", "whether") or clause.mood == "interrogative" or _is_inverted(scene, clause):
        return "hypothetical"
    if set(clause.modality) == {"would"} and _is_told_of(scene, clause):
        return "planned"
    if listed("reality", "open").intersection(clause.modality):
        return "hypothetical"
    if clause.tense == "future" or "be to" in clause.modality:
        return "planned"
    if clause.mood == "imperative":
        return "planned"
    if clause.marker.endswith("to") and not clause.finite and not clause.perfect:
        governor = clause.governor
        if governor is not None and tree.lemmas[governor] in listed("reality", "done"):
            return "actual"
        return "planned"
    return "actual"


def _is_denied(scene: Scene, noun: int) -> bool:
    """`rejected the claim that …`: what hangs on a noun that is turned down."""
    tree = scene.tree
    return tree.lemmas[noun] in _DENIED and tree.lemmas[tree.heads[noun]] in _DENYING


def _is_told_of(scene: Scene, clause: Clause) -> bool:
    """`He said they would send food`: after a past verb of saying, `would` is the future."""
    above = scene.clauses.get(clause.governor) if clause.governor is not None else None
    if above is None or clause.relation != "ccomp" or above.tense != "past":
        return False
    return scene.tree.lemmas[above.predicate] in listed("nearness", "saying") | {"promise", "pledge", "vow"}


def _is_inverted(scene: Scene, clause: Clause) -> bool:
    """`Had the shell landed …`: an auxiliary opens the clause, before its subject, and no question is asked."""
    tree = scene.tree
    subjects = clause.patients if clause.passive else clause.agents
    opening = [
        n for n in clause.group if tree.forms[n] in ("had", "were", "should") and tree.relations[n].startswith("aux")
    ]
    return bool(opening and subjects and clause.relation == "advcl" and opening[0] < min(subjects))
