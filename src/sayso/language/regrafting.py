"""Trees of a scheme in; the same trees out, in the one shape clauses are read from.

There, content words govern, reporting verbs govern what they report, the last word of a name stands for it, and a
coordination hangs on its first member.

Each graft changes a `Tree` in place; label_schemes.toml says which schemes need which. No graft makes a circle.
"""

from __future__ import annotations

from collections.abc import Callable

from sayso.language.clause_words import words
from sayso.language.dependencies import Tree

__all__ = ["GRAFTS"]

_PREDICATES = frozenset({"VERB", "AUX", "ADJ", "ADV"})
_ADPOSITIONS = frozenset({"ADP", "SCONJ"})
_OWN_CONTENT = frozenset({"obj", "ccomp", "xcomp", "iobj", "cop"})
_FREE = frozenset({"root", "ROOT", "ccomp", "conj", "parataxis"})


def _takes_place(tree: Tree, new: int, old: int) -> None:
    """The new word takes the place of the old one, which hangs on it from then on."""
    head = tree.heads[old]
    tree.heads[new] = new if head == old else head
    tree.relations[new] = tree.relations[old]
    tree.heads[old] = new


def chained_conjuncts(tree: Tree) -> None:
    """`A, B and C` as a chain becomes a fan: B and C hang on A, and `and` on the word it brings."""
    heads, relations = tree.heads, tree.relations
    waiting: dict[int, int] = {}
    for at, relation in enumerate(relations):
        if relation == "conj":
            head = heads[at]
            if relations[head] == "conj" and head < at and heads[head] != head:
                head = heads[at] = heads[head]
            if (particle := waiting.pop(head, None)) is not None:
                heads[particle] = at
        elif relation == "cc" and heads[at] != at:
            head = heads[at]
            if relations[head] == "conj" and head < at:
                head = heads[head]
            waiting[head] = at


def prepositions(tree: Tree) -> None:
    """`prep` and `pobj` become an oblique with its case; a preposition before a clause becomes its mark."""
    heads, relations, pos = tree.heads, tree.relations, tree.pos
    children: list[list[int]] | None = None
    for at in range(len(heads) - 1, -1, -1):
        label = relations[at]
        if label not in {"prep", "agent", "pcomp", "dative", "conj"} or (
            label == "dative" and pos[at] not in _ADPOSITIONS
        ):
            if label == "dative":
                relations[at] = "iobj"
            continue
        if label in {"pcomp", "conj"} and pos[at] not in _ADPOSITIONS:
            continue
        children = children or tree.children()
        held = [child for child in children[at] if heads[child] == at]
        brought = next(
            (child for child in held if relations[child] in {"pobj", "pcomp", "raised", "raised clause"}), None
        )
        if brought is not None:
            _raise(tree, at, brought, held)
            children[heads[brought]].append(brought)
            children[brought].extend([at, *(child for child in held if child != brought)])
    for at, label in enumerate(relations):
        if label in {"raised", "raised clause"}:
            nominal = pos[heads[at]] not in _PREDICATES
            relations[at] = (
                ("acl" if nominal else "advcl") if label == "raised clause" else ("nmod" if nominal else "obl")
            )


def _raise(tree: Tree, preposition: int, brought: int, held: list[int]) -> None:
    """Hang what a preposition brings where the preposition hung, and the preposition on it."""
    relations = tree.relations
    clause = relations[brought] == "raised clause" or (
        relations[brought] == "pcomp" and tree.pos[brought] in {"VERB", "AUX"}
    )
    label = relations[preposition]
    _takes_place(tree, brought, preposition)
    if label == "agent":
        relations[brought] = "advcl" if clause else "obl:agent"
    elif label == "conj":
        relations[brought] = "conj"
        if tree.relations[tree.heads[brought]] in {"prep", "agent"}:
            _follow_first(tree, brought)
    else:
        relations[brought] = "raised clause" if clause else "raised"
    relations[preposition] = "mark" if clause else "case"
    for child in held:
        if child != brought:
            tree.heads[child] = brought


def _follow_first(tree: Tree, brought: int) -> None:
    """In `in Kabul and in Herat`, Herat hangs on Kabul."""
    preposition = tree.heads[brought]
    for at in range(preposition + 1, brought):
        if tree.heads[at] == preposition and tree.relations[at] == "pobj":
            tree.heads[brought] = at
            return


def copulas(tree: Tree) -> None:
    """What `be` links to its subject becomes the predicate, `be` its copula; `there is` keeps its own subject."""
    relations, heads = tree.relations, tree.heads
    if not {"attr", "acomp"}.isdisjoint(relations) or "be" in tree.lemmas:
        children = tree.children()
        for at, lemma in enumerate(tree.lemmas):
            if lemma == "be" and relations[at] not in {"aux", "aux:pass"}:
                held = [child for child in children[at] if heads[child] == at]
                _graft_copula(tree, at, held, children)
    for at, label in enumerate(relations):
        if label in {"attr", "acomp"}:
            relations[at] = "xcomp"


def _graft_copula(tree: Tree, be: int, held: list[int], children: list[list[int]]) -> None:
    relations = tree.relations
    if any(relations[child] == "expl" and tree.tags[child] == "EX" for child in held):
        for child in held:
            if relations[child] == "attr":
                relations[child] = "nsubj"
        return
    linked = _linked(tree, be, held)
    if linked is None:
        _mark_aim(tree, be, held)
        return
    head = tree.heads[be]
    _takes_place(tree, linked, be)
    relations[be] = "cop"
    for child in held:
        if child != linked:
            tree.heads[child] = linked
    if head != be:
        children[head].append(linked)
    children[linked].extend([be, *(child for child in held if child != linked)])


def _linked(tree: Tree, be: int, held: list[int]) -> int | None:
    """What `be` says of its subject: a noun or adjective, else a place."""
    relations = tree.relations
    for wanted in ("attr", "acomp"):
        for child in held:
            if relations[child] == wanted:
                return child
    if any(relations[child] in {"ccomp", "xcomp", "obj"} for child in held):
        return None
    for child in held:
        if child > be and (
            relations[child] == "obl" or (relations[child] == "advmod" and tree.lemmas[child] in words().places)
        ):
            return child
    return None


def _mark_aim(tree: Tree, be: int, held: list[int]) -> None:
    """In `Hale is to visit`, `be` is an auxiliary of what he is to do; `the aim is to win` keeps its clause."""
    subject = next((child for child in held if tree.relations[child] == "nsubj"), None)
    aim = next((child for child in held if tree.relations[child] == "xcomp" and child > be), None)
    if subject is None or aim is None or tree.tags[aim] != "VB" or tree.pos[subject] not in {"PROPN", "PRON"}:
        return
    _takes_place(tree, aim, be)
    tree.relations[be] = "aux"
    for child in held:
        if child != aim:
            tree.heads[child] = aim


def infinitive_marks(tree: Tree) -> None:
    """The `to` of an infinitive is a mark, not an auxiliary."""
    for at, label in enumerate(tree.relations):
        if label == "aux" and tree.tags[at] == "TO":
            tree.relations[at] = "mark"


def outer_subjects(tree: Tree) -> None:
    """In `the claim is that X agreed`, `is` governs the clause it links, as other verbs do."""
    heads, relations = tree.heads, tree.relations
    for at, label in enumerate(relations):
        if label != "nsubj:outer" or heads[at] == at:
            continue
        clause = heads[at]
        links = [
            child
            for child in range(len(heads))
            if heads[child] == clause and relations[child] == "cop" and child != clause
        ]
        relations[at] = "nsubj"
        if not links:
            continue
        link = links[0]
        _takes_place(tree, link, clause)
        relations[clause] = "ccomp"
        after = max(at, link) + 1
        if after < len(heads) and tree.forms[after] in words().negators:
            after += 1
        for child in range(min(at, link), after):
            if heads[child] == clause and child != clause and relations[child] not in {"mark", "punct"}:
                heads[child] = link


def flat_names(tree: Tree) -> None:
    """The last word of a flat name stands for it (`Hale` for `Anna Hale`), as where names are compounds."""
    heads, relations, pos = tree.heads, tree.relations, tree.pos
    lasts: dict[int, int] = {}
    for at, label in enumerate(relations):
        if label == "flat" and pos[at] == "PROPN" and pos[heads[at]] == "PROPN" and heads[at] < at:
            lasts[heads[at]] = at
    if not lasts:
        return
    children = tree.children()
    for first, last in lasts.items():
        _takes_place(tree, last, first)
        relations[first] = "compound"
        for child in children[first]:
            if child != last:
                heads[child] = last
                if relations[child] == "flat":
                    relations[child] = "compound"
        children[last] = [first, *children[last], *children[first]]
        if (above := heads[last]) != last:
            children[above] = [last if child == first else child for child in children[above]]


def reporting_parataxis(tree: Tree) -> None:
    """In `X, he said` and `A, he said, B`, the reporting verb governs what is reported."""
    relations, heads = tree.relations, tree.heads
    if "parataxis" not in relations:
        return
    reporting = words().reporting
    children = tree.children()
    for at, label in enumerate(relations):
        if label != "parataxis" or heads[at] == at or tree.lemmas[at] not in reporting or tree.pos[at] != "VERB":
            continue
        held = {relations[child] for child in children[at] if heads[child] == at}
        said = heads[at]
        if held.isdisjoint(_OWN_CONTENT) and not held.isdisjoint({"nsubj", "nsubj:pass"}) and relations[said] in _FREE:
            _takes_place(tree, at, said)
            relations[said] = "ccomp"
            for child in children[said]:
                if (
                    child > at
                    and relations[child] == "advcl"
                    and heads[child] == said
                    and _goes_on(tree, child, children[child])
                ):
                    heads[child] = at


def _goes_on(tree: Tree, at: int, held: list[int]) -> bool:
    """In `X, he said, adding that Y`, what is added goes with what he said, wherever a parser hangs it."""
    return (
        tree.tags[at] == "VBG"
        and tree.lemmas[at] in words().reporting
        and not any(tree.relations[child] in {"mark", "nsubj"} for child in held)
    )


GRAFTS: dict[str, Callable[[Tree], None]] = {
    graft.__name__: graft
    for graft in (
        chained_conjuncts,
        infinitive_marks,
        prepositions,
        copulas,
        outer_subjects,
        flat_names,
        reporting_parataxis,
    )
}
