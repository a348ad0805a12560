"""A text in; what speakers say that their own side will do out: `we will compensate`, `the crossing would reopen`."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.extract.commitments.deeds import is_adverse, is_deed, is_harm, is_keeping, kind_of
from sayso.extract.commitments.ground import Ground
from sayso.extract.commitments.lexicon import lexicon
from sayso.extract.commitments.own_side import is_civil, own_side
from sayso.extract.commitments.telling import Telling
from sayso.extract.commitments.terms import terms_of
from sayso.extract.commitments.word_lists import listed
from sayso.language.clause import Clause
from sayso.model import Attribution

__all__ = ["conduct", "is_future"]

_MAIN = frozenset(("root", "ccomp", "conj", "parataxis"))
_WAITING = frozenset(("when", "once", "until", "only"))
_COULD = frozenset(("may", "might", "could", "can", "should", "must", "need"))


def conduct(ground: Ground) -> Iterator[Telling]:
    """Every deed that a speaker says its own side is going to do, or not to do."""
    for at in sorted(ground.scene.clauses):
        number = ground.saying.get(at)
        if number is None:
            continue
        clause, told = ground.scene.clauses[at], ground.statements[number]
        if not _may_bind(ground, at, told) or not _stands_free(ground, at, clause, number):
            continue
        if is_future(ground, clause) or _is_warned(ground, clause, told):
            yield from _future(ground, _deed(ground, clause), clause, told)
        elif told.form == "direct" and _is_standing(ground, clause):
            conditions = tuple(ground.conditions(at))
            first, last = terms_of(ground, at)[0], ground.under(conditions[0])[-1] + 1
            yield Telling(at, at, (first, last), "assurance", "conduct", (), (), conditions, "standing")


def is_future(ground: Ground, clause: Clause) -> bool:
    """`will`, `shall`, `would` of what is to come, `is to`, `is going to`; not `would have`."""
    if clause.perfect or clause.nominal or clause.mood == "interrogative" or _COULD.intersection(clause.modality):
        return False
    if clause.tense == "future" or {"would", "be to"} & set(clause.modality):
        return True
    return _is_to(ground, clause) or ground.modal(clause) > 0


def _is_warned(ground: Ground, clause: Clause, told: Attribution) -> bool:
    """`warned that Norland could close the strait if …`: what somebody could do, told to those it would hurt."""
    if clause.perfect or clause.negated or not {"could", "may", "might", "can"} & set(clause.modality):
        return False
    at = clause.predicate
    return told.act in ("threat", "warning") and (is_harm(ground, at) or is_adverse(ground, at))


def _is_to(ground: Ground, clause: Clause) -> bool:
    """`Norland is to hand over`, by a tree that takes `is` for the predicate."""
    tree = ground.tree
    if tree.lemmas[clause.predicate] not in ("be", "go") or clause.complement is None or clause.tense != "present":
        return False
    if tree.lemmas[clause.predicate] == "go" and not clause.progressive:
        return False
    inner = ground.clause(clause.complement)
    return inner is not None and inner.marker == "to"


def _deed(ground: Ground, clause: Clause) -> int:
    if _is_to(ground, clause) and clause.complement is not None:
        return clause.complement
    return clause.predicate


def _may_bind(ground: Ground, at: int, told: Attribution) -> bool:
    """Does whoever speaks speak for a side, and does the act leave room for a promise?"""
    if told.reality in ("hypothetical", "attitude") or told.negated or is_civil(told.party):
        return False
    return told.act not in listed("conduct", "doubtful") or not _is_all(ground, at, told)


def _is_all(ground: Ground, at: int, told: Attribution) -> bool:
    """Is the sentence of a word all that is said? The act of a longer quotation is that of another part of it."""
    first, last = ground.scene.sentence_of(at)
    words = [one for part in told.content for one in ground.words(part)]
    return at in words and all(first <= one < last for one in words)


def _stands_free(ground: Ground, at: int, clause: Clause, number: int) -> bool:
    """A clause that is what is said, and not what is hoped, feared or told beside it."""
    tree = ground.tree
    if clause.relation == "xcomp" and not clause.marker and ground.modal(clause):
        return True  # a verb with its own `would` is nobody's complement, whatever the tree has
    if clause.relation not in _MAIN or clause.marker not in ("", "that"):
        return False
    for above in ground.above(at):
        if ground.saying.get(above) != number:
            return True
        if tree.relations[above] in ("acl:relcl", "advcl"):
            return False
        if above in ground.scene.clauses and tree.lemmas[above] in listed("conduct", "wishing"):
            return False
    return True


def _future(ground: Ground, deed: int, clause: Clause, told: Attribution) -> Iterator[Telling]:
    if not is_deed(ground, deed) and not is_harm(ground, deed):
        return
    to_press = ground.tree.lemmas[deed] in listed("deeds", "talk_of_press") and not is_harm(ground, deed)
    if is_keeping(ground, deed) or _is_taken_up(ground, clause) or to_press:
        return
    conditions = tuple(dict.fromkeys((*ground.conditions(clause.predicate), *ground.conditions(deed))))
    own = own_side(ground, clause, deed, told)
    menaced = is_harm(ground, deed) and ground.tree.lemmas[deed] in listed("deeds", "meet_with") | {"put"}
    if not own and not menaced:
        return
    if clause.negated and ground.tree.lemmas[deed] not in listed("conduct", "refrain"):
        return
    kind = _kind(ground, deed, clause, told, conditions)
    without = [child for child in conditions if child not in ground.conditions(deed)]
    subjects = ground.subjects(clause)
    apart = bool(subjects) and (deed != clause.predicate or subjects[0] not in ground.under(deed))
    first = min(ground.under(subjects[0])) if apart and ground.under(subjects[0])[-1] < deed else None
    terms = terms_of(ground, deed, without=without, first=first)
    others = clause.agents if menaced and not own else ()
    yield Telling(deed, deed, terms, kind, "conduct", (), others, conditions, own or "menace")


def _is_taken_up(ground: Ground, clause: Clause) -> bool:
    """`reaffirms its commitment to the corridor and will reopen it`: the same once more."""
    tree = ground.tree
    head = tree.heads[clause.predicate]
    again = any(tree.forms[at] in ("it", "them", "so", "that") for at in clause.patients)
    return (
        again
        and clause.relation == "conj"
        and any(e.id == "reaffirm" for e in lexicon().get((tree.lemmas[head], "VERB"), ()))
    )


def _kind(ground: Ground, deed: int, clause: Clause, told: Attribution, conditions: tuple[int, ...]) -> str:
    """A threat is harm, or a step against others that hangs on what they do; all else binds the speaker."""
    if clause.negated:
        return "assurance"
    if is_harm(ground, deed):
        return "threat"
    adverse = listed("terms", "adverse_condition")
    pressed = any(_opens_with(ground, one, adverse) and not _is_only(ground, one) for one in conditions)
    menacing = told.act in ("threat", "warning")
    if is_adverse(ground, deed) and (pressed or menacing):
        return "threat"
    return "offer" if told.act == "offer" else kind_of(ground, "assurance", deed)


def _is_only(ground: Ground, condition: int) -> bool:
    """`only if`: what hangs on it is a good."""
    return ground.tree.forms[ground.condition_words(condition)[0]] == "only"


def _opens_with(ground: Ground, predicate: int, forms: frozenset[str]) -> bool:
    clause = ground.clause(predicate)
    first = ground.tree.forms[ground.tree.left[predicate]]
    return first in forms or bool(clause and clause.marker in forms)


def _is_standing(ground: Ground, clause: Clause) -> bool:
    """`The gate opens when the mines are gone`: the present for what is to come, and what it hangs on."""
    tree, at = ground.tree, clause.predicate
    if clause.tense != "present" or clause.perfect or clause.progressive or clause.modality or clause.negated:
        return False
    if tree.lemmas[at] not in listed("conduct", "moving") or not clause.agents:
        return False
    waits = [one for one in ground.conditions(at) if _opens_with(ground, one, _WAITING)]
    head = clause.agents[0]
    definite = any(tree.forms[child] in ("the", "our", "this") for child in tree.children[head])
    return bool(waits) and definite and not ground.sides.told.is_animate(head)
