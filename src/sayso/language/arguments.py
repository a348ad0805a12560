"""A predicate and the words that hang on it in; who does it, to whom, what to, and with which prepositions out."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.language.clause import Oblique
from sayso.language.clause_words import words
from sayso.language.dependencies import Dependencies
from sayso.language.verb_groups import Kids

__all__ = ["Arguments", "arguments", "conjuncts", "preposition"]

_NONE: list[int] = []
_CLAUSES = ("ccomp", "xcomp")


@dataclass(slots=True)
class Arguments:
    """Head words. `subjects` are those of the surface, be they agents or patients; `inherited`: from elsewhere."""

    subjects: tuple[int, ...] = ()
    agents: tuple[int, ...] = ()
    patients: tuple[int, ...] = ()
    recipients: tuple[int, ...] = ()
    obliques: tuple[Oblique, ...] = ()
    attribute: int | None = None
    complement: int | None = None
    complement_relation: str = ""
    inherited: bool = False
    adverbials: tuple[int, ...] = ()


def conjuncts(tree: Dependencies, index: int) -> tuple[int, ...]:
    """The word, and those coordinated with it: in `Hale and Reed said`, both are agents."""
    children = tree.children[index]
    if not children:
        return (index,)
    relations = tree.relations
    return (index, *[child for child in children if relations[child] == "conj"])


def preposition(tree: Dependencies, index: int) -> str:
    """The prepositions before a word, in lower case."""
    relations = tree.relations
    found: list[str] = []
    for child in tree.children[index]:
        if child < index and relations[child] == "case":
            found.append(tree.forms[child])
            found.extend(tree.forms[part] for part in tree.children[child] if relations[part] == "fixed")
    return " ".join(found)


def arguments(tree: Dependencies, predicate: int, kids: Kids, *, passive: bool) -> Arguments:
    """The arguments that hang on a predicate itself."""
    out = Arguments()
    subject = (kids.get("nsubj:pass") or kids.get("nsubj") or _NONE)[:1]
    if subject:
        out.subjects = conjuncts(tree, subject[0])
    place_subjects(out, passive=passive)
    for at in kids.get("obj", _NONE)[:1]:
        out.patients = conjuncts(tree, at)
        if passive:
            out.recipients = out.subjects
    for at in kids.get("iobj", _NONE)[:1]:
        out.recipients = conjuncts(tree, at)
    for at in kids.get("obl:agent", _NONE)[:1]:
        out.agents = conjuncts(tree, at)
    _complete(tree, predicate, kids, out)
    _receive(tree, predicate, kids, out, passive=passive)
    return out


def place_subjects(out: Arguments, *, passive: bool) -> None:
    """Make agents of surface subjects, or patients in the passive."""
    if passive:
        out.patients = out.patients or out.subjects
    else:
        out.agents = out.subjects


def _complete(tree: Dependencies, predicate: int, kids: Kids, out: Arguments) -> None:
    """The clause that completes the predicate, and what its subject or object is said to be."""
    for relation in _CLAUSES:
        for at in kids.get(relation, _NONE):
            if relation == "xcomp" and _is_attribute(tree, at):
                out.attribute = at if out.attribute is None else out.attribute
            elif out.complement is None:
                out.complement, out.complement_relation = at, relation
    adverbials = kids.get("advcl", _NONE)
    if out.complement is None:
        for at in adverbials:
            if tree.tags[at] == "VBG" and at > predicate and _mark(tree, at) in words().complement_marks:
                out.complement, out.complement_relation = at, "advcl"
                break
    if out.complement is None:
        for at in kids.get("parataxis", _NONE):
            if at > predicate and _after_colon(tree, at):
                out.complement, out.complement_relation = at, "parataxis"
                break
    out.adverbials = tuple(at for at in adverbials if at != out.complement)
    if "cop" in kids:
        out.attribute = predicate


def _is_attribute(tree: Dependencies, at: int) -> bool:
    if tree.pos[at] in {"VERB", "AUX"}:
        return False
    return not any(tree.relations[child] in {"cop", "nsubj", "aux"} for child in tree.children[at])


def _mark(tree: Dependencies, at: int) -> str:
    return next(
        (tree.forms[child] for child in tree.children[at] if tree.relations[child] == "mark" and child < at), ""
    )


def _after_colon(tree: Dependencies, at: int) -> bool:
    """Does the clause start after a colon, quotation marks aside?"""
    before = tree.left[at] - 1
    while before > 0 and tree.pos[before] == "PUNCT" and tree.forms[before] != ":":
        before -= 1
    return before > 0 and tree.forms[before] == ":"


def _receive(tree: Dependencies, predicate: int, kids: Kids, out: Arguments, *, passive: bool) -> None:
    """Obliques; those with `to` that receive; the object of `tell` and `ask` that a clause follows."""
    known = words()
    lemma = tree.lemmas[predicate]
    obliques = []
    for at in kids.get("obl", _NONE):
        with_which = tree.forms[at] if tree.pos[at] == "ADP" else preposition(tree, at)
        if passive and with_which == "by" and not out.agents:
            out.agents = conjuncts(tree, at)
        elif with_which == "to" and not out.recipients and lemma in known.giving:
            out.recipients = conjuncts(tree, at)
        else:
            obliques.append(Oblique(at, with_which))
    out.obliques = tuple(obliques)
    if out.complement is None or out.recipients or lemma not in known.addressing:
        return
    if not passive:
        out.recipients, out.patients = out.patients, ()
    elif out.subjects:
        out.recipients, out.patients = out.subjects, ()
