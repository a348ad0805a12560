"""A word that makes a commitment in; the deed it tells, of whom it is asked, and where its terms begin out."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.extract.commitments.ground import Ground
from sayso.extract.commitments.lexicon import Entry
from sayso.language.arguments import conjuncts, preposition
from sayso.language.clause import Clause

__all__ = ["Found", "deeds_of"]

_TIMES = frozenset(("hour", "day", "week", "month", "minute", "deadline", "ultimatum"))
_SUBJECTS = frozenset(("effect", "force", "hold"))
_HELD = 4
"""Words of a clause at least, for its statement to be taken for it."""
_CLAUSES = ("xcomp", "ccomp", "acl", "advcl", "conj")
_OWN = ("release", "freedom", "return", "extradition")
"""What is not asked of those whose it is: `their release`."""

Found = tuple[int, tuple[int, ...], int | None]


def deeds_of(ground: Ground, at: int, clause: Clause | None, entry: Entry) -> Iterator[Found]:
    """The deed, the heads of the other party, and the word that the terms begin with."""
    others = _others(ground, at, clause, entry)
    if "clause" in entry.deed:
        deed = _clause_of(ground, at, clause)
        if deed is not None:
            yield deed, others or _of_demand(ground, deed, entry), _opening(ground, at, deed, entry)
            return
        held = _held(ground, at) if entry.id == "demand" else None
        if held is not None:
            yield held[1], others, held[0]
            return
    if "whom" in entry.deed:
        yield from _of_whom(ground, at, clause)
        return
    if "time" in entry.deed:
        yield from _of_time(ground, at, clause, others)
        return
    if "subject" in entry.deed:
        yield from _of_subject(ground, at, clause, entry)
        return
    if clause is not None and clause.relation not in ("acl", "acl:relcl"):
        yield from _of_noun(ground, clause, entry, others)  # not `the truce signed in May`: that is named, not told


def _of_noun(ground: Ground, clause: Clause, entry: Entry, others: tuple[int, ...]) -> Iterator[Found]:
    """`demands the release`, `agreed on an exchange`, `provides for a withdrawal`."""
    tree = ground.tree
    nouns = list(clause.patients) if "noun" in entry.deed else []
    nouns += [one.index for one in clause.obliques if one.preposition in entry.deed]
    nouns += [
        one.index for one in clause.obliques if not one.preposition and "noun" in entry.deed and clause.recipients
    ]
    nouns += [one for one in clause.recipients if "to" in entry.deed and preposition(tree, one) == "to"]
    for noun in nouns:
        core = ground.scene.core(noun)
        if tree.lemmas[core] in entry.nouns or tree.lemmas[noun] in entry.nouns:
            yield noun, others or _owner_of_act(ground, noun, entry), min(clause.group)
            return


def _clause_of(ground: Ground, at: int, clause: Clause | None) -> int | None:
    """The predicate of the clause that tells the deed: `to do`, `that it will do`."""
    tree = ground.tree
    told = [clause.complement] if clause and clause.complement is not None else []
    told += [child for one in (clause.recipients if clause else ()) for child in tree.children[one]]
    link = ground.clause(tree.heads[at]) if tree.relations[at] == "nsubj" else None
    if link is not None and tree.lemmas[link.predicate] == "be" and link.complement is not None:
        told.append(link.complement)  # `our demand is that …`
    if clause is not None:  # `promised her in December | to keep away`, hung on the day
        dated = [one.index for one in clause.obliques if ground.scene.kind(one.index) == "Date"]
        told += [child for one in dated for child in tree.children[one]]
    if tree.pos[at] == "NOUN":  # `walked away from its agreement | to share the river`, hung on the verb
        told += [one for one in tree.children[tree.heads[at]] if one > at and tree.left[one] == tree.right[at] + 1]
    for child in (*tree.children[at], *told):
        inner = ground.clause(child)
        if inner is None or child < at or tree.relations[child] not in _CLAUSES:
            continue
        if inner.marker == "to" and not inner.finite:
            return child
        if tree.relations[child] in ("ccomp", "acl") and (inner.finite or inner.marker == "that"):
            return child
    return None


def _held(ground: Ground, at: int) -> tuple[int, int] | None:
    """Of `demanded that X hand over Y`, where a tree takes `hand` for a noun: its first word and its head."""
    number = ground.cues.get(at)
    if number is None:
        return None
    words = ground.words(ground.statements[number].content[0])
    if len(words) < _HELD or ground.tree.forms[words[0]] != "that":
        return None
    inside = set(words)
    head = next((one for one in words if ground.tree.heads[one] not in inside), None)
    return (words[1], head) if head is not None else None


def _opening(ground: Ground, at: int, deed: int, entry: Entry) -> int | None:
    """Of a noun the terms begin with whose it is: `its pledge to free`."""
    if entry.pos == "noun":
        return min([at, *(child for child in ground.tree.children[at] if ground.tree.relations[child] == "nmod:poss")])
    return at if entry.kind in ("offer",) and entry.pos == "verb" else None


def _others(ground: Ground, at: int, clause: Clause | None, entry: Entry) -> tuple[int, ...]:
    if clause is None:
        return ()
    if "object" in entry.to and clause.recipients:
        return clause.recipients
    if "object" in entry.to and clause.complement is not None and clause.patients:
        return clause.patients
    return next((conjuncts(ground.tree, one.index) for one in clause.obliques if one.preposition in entry.to), ())


def _of_demand(ground: Ground, deed: int, entry: Entry) -> tuple[int, ...]:
    """`demanded that Norland withdraw`: who is to do it."""
    clause = ground.clause(deed)
    return clause.agents if clause and entry.kind == "demand" and clause.finite else ()


def _owner_of_act(ground: Ground, noun: int, entry: Entry) -> tuple[int, ...]:
    """`demands Norland's withdrawal`."""
    if entry.kind != "demand" or ground.tree.lemmas[noun] in _OWN:
        return ()
    owner = ground.owner(noun)
    return (owner,) if owner is not None else ()


def _of_whom(ground: Ground, at: int, clause: Clause | None) -> Iterator[Found]:
    """`obliges X to do`, `called on X to do`."""
    tree = ground.tree
    if clause is None:
        return
    whom = clause.recipients or clause.patients
    whom = whom or next(
        (conjuncts(tree, one.index) for one in clause.obliques if one.preposition in ("on", "upon")), ()
    )
    deed = next((child for child in tree.children[at] if child > at and _is_infinitive(ground, child)), None)
    if deed is not None and not whom:
        whom = tuple(one for one in tree.children[deed] if at < one < deed and tree.relations[one] == "nsubj")
    if deed is None and whom:
        deed = next((child for child in tree.children[whom[-1]] if child > at and _is_infinitive(ground, child)), None)
    if whom and deed is not None and whom[0] < deed:
        under = [one for one in ground.under(whom[0]) if one < deed and tree.relations[one] not in ("case", "punct")]
        yield deed, whom, min([one for one in under if one > at], default=None)


def _is_infinitive(ground: Ground, at: int) -> bool:
    inner = ground.clause(at)
    return inner is not None and inner.marker == "to" and not inner.finite


def _of_time(ground: Ground, at: int, clause: Clause | None, others: tuple[int, ...]) -> Iterator[Found]:
    """`gave X 48 hours to leave`."""
    tree = ground.tree
    if clause is None:
        return
    dated = any(one.preposition == "until" for one in clause.obliques)
    deed = next((child for child in tree.children[at] if child > at and _is_infinitive(ground, child)), None)
    if dated and deed is not None and others:  # `gave X until Friday to leave`
        yield deed, others, min(ground.under(min(one.index for one in clause.obliques if one.preposition == "until")))
        return
    for time in clause.patients:
        if tree.lemmas[time] not in _TIMES:
            continue
        for child in (*tree.children[time], *tree.children[at]):
            if child > time and _is_infinitive(ground, child) and others:
                yield child, others, min(ground.under(time))
                return


def _of_subject(ground: Ground, at: int, clause: Clause | None, entry: Entry) -> Iterator[Found]:
    """`a ceasefire took effect`, `went into force`, `began`."""
    tree = ground.tree
    if clause is None:
        return
    words = {tree.lemmas[one] for one in (*clause.patients, *(o.index for o in clause.obliques))}
    if tree.lemmas[at] not in ("begin", "start") and not words & _SUBJECTS:
        return
    for subject in (ground.scene.antecedent(one) for one in clause.agents):
        if tree.lemmas[subject] in entry.nouns:
            yield subject, (), None
            return
