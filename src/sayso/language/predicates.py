"""A tree in; which of its words are predicates out, and how a predicate's clause is opened, put and placed."""

from __future__ import annotations

from sayso.language.clause import Mood, Side
from sayso.language.clause_words import words
from sayso.language.dependencies import Dependencies
from sayso.language.verb_groups import Kids, VerbGroup

__all__ = ["content_nouns", "is_negative", "marker", "mood", "predicates", "side"]

_NO_VERB = frozenset(
    {
        "aux",
        "aux:pass",
        "cop",
        "case",
        "mark",
        "amod",
        "compound",
        "compound:prt",
        "flat",
        "fixed",
        "cc",
        "det",
        "advmod",
        "goeswith",
    }
)
_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "csubj", "csubj:pass", "cop"})
_MAIN = frozenset({"root", "ROOT", "parataxis", "ccomp", "conj"})
_NEVER_HEADS = frozenset({"punct", "det", "case", "mark", "cc"})
_DETERMINERS = frozenset({"det", "cc:preconj", "advmod"})
_NONE: list[int] = []


def predicates(tree: Dependencies) -> set[int]:
    """Verbs, and whatever else has a subject or a copula."""
    relations, heads = tree.relations, tree.heads
    out = set()
    for at, pos in enumerate(tree.pos):
        relation = relations[at]
        if (pos == "VERB" or pos == "AUX") and relation not in _NO_VERB:
            out.add(at)
        elif relation in _SUBJECTS and relations[heads[at]] not in _NEVER_HEADS:
            out.add(heads[at])
    return out


def content_nouns(tree: Dependencies) -> set[int]:
    """Nouns that may stand for a clause: nouns of saying and doing, and any that a clause hangs on."""
    deverbal, relations, heads, lemmas = words().deverbal, tree.relations, tree.heads, tree.lemmas
    out = set()
    for at, pos in enumerate(tree.pos):
        if pos == "NOUN" and lemmas[at] in deverbal:
            out.add(at)
        elif relations[at] in {"acl", "ccomp"} and tree.pos[heads[at]] == "NOUN":
            out.add(heads[at])
    return out


def is_negative(tree: Dependencies, arguments: tuple[int, ...]) -> bool:
    """Does an argument negate its clause: `nobody`, `no official`, `neither Hale nor Reed`?"""
    if not arguments:
        return False
    first, negative = arguments[0], words().negative_arguments
    if tree.forms[first] in negative and tree.forms[first] != "no":  # `said no` says no more than that
        return True
    return any(
        tree.forms[child] in negative and tree.relations[child] in _DETERMINERS for child in tree.children[first]
    )


def marker(tree: Dependencies, predicate: int, kids: Kids) -> str:
    """What opens the clause, in lower case: `that`, `if`, `to`, `when`, `in order to`."""
    marks = [at for at in kids.get("mark", _NONE) if at < predicate]
    marks += [at for at in kids.get("advmod", _NONE) if at < predicate and tree.tags[at] == "WRB"]
    if not marks:
        return ""
    parts = [
        part
        for mark in sorted(marks)
        for part in (mark, *(c for c in tree.children[mark] if tree.relations[c] == "fixed"))
    ]
    return " ".join(tree.forms[part] for part in parts)


def mood(tree: Dependencies, predicate: int, kids: Kids, group: VerbGroup) -> Mood:
    """Asked, ordered or told; of a subordinate clause, told."""
    if tree.relations[predicate] not in _MAIN or "mark" in kids:
        return "declarative"
    if any(at > predicate and tree.forms[at].startswith("?") for at in kids.get("punct", _NONE)):
        return "interrogative"
    bare = tree.tags[predicate] == "VB" and all(tree.lemmas[at] == "do" for at in group.auxiliaries)
    return "imperative" if bare and _SUBJECTS.isdisjoint(kids) and "expl" not in kids else "declarative"


def side(tree: Dependencies, predicate: int, complement: int | None) -> Side:
    """Where the complement stands, seen from the predicate."""
    if complement is None:
        return ""
    if tree.heads[complement] == predicate and tree.left[complement] < predicate < tree.right[complement]:
        return "around"
    return "before" if complement < predicate else "after"
