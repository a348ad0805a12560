"""A noun and the words that hang on it in; the clause it stands for out, if any: `Hale's denial of the claim`."""

from __future__ import annotations

from sayso.language.arguments import Arguments, conjuncts, preposition
from sayso.language.clause import Oblique
from sayso.language.clause_words import words
from sayso.language.dependencies import Dependencies
from sayso.language.verb_groups import Kids

__all__ = ["content_of_noun", "nominal_arguments"]

_NONE: list[int] = []
_CONTENT_MARKS = frozenset({"that", "whether", "if"})


def content_of_noun(tree: Dependencies, kids: Kids, *, said: bool) -> int | None:
    """The clause that says what the noun is about: with `that` or `whether`.

    For a noun of saying or doing, an infinitive too, and a gerund after its preposition: `accusations of lying`.
    """
    for at in kids.get("ccomp", _NONE) + kids.get("acl", _NONE):
        marks = [child for child in tree.children[at] if child < at and tree.relations[child] == "mark"]
        if any(tree.forms[mark] in _CONTENT_MARKS for mark in marks):
            return at
        if said and (tree.relations[at] == "ccomp" or any(_opens_content(tree, at, mark) for mark in marks)):
            return at
    return None


def _opens_content(tree: Dependencies, at: int, mark: int) -> bool:
    if tree.tags[at] == "VBG":
        return tree.forms[mark] in words().complement_marks
    return tree.tags[mark] == "TO"


def nominal_arguments(
    tree: Dependencies, noun: int, kids: Kids, above: Arguments | None, governor: str
) -> Arguments | None:
    """The arguments of a noun that is a predicate, or nothing where it is none.

    `above` and `governor` are the arguments and lemma of the predicate whose object the noun is: `issued a denial`.
    """
    known = words()
    lemma = tree.lemmas[noun]
    said = lemma in known.deverbal
    content = content_of_noun(tree, kids, said=said)
    if content is None and not said:
        return None
    out = Arguments(complement=content, complement_relation=tree.relations[content] if content is not None else "")
    for at in kids.get("nmod:poss", _NONE)[:1]:
        out.agents = conjuncts(tree, at)
    _place_phrases(tree, noun, kids, out)
    if not out.agents and above is not None and governor in known.support:
        out.agents, out.inherited = above.agents, bool(above.agents)
    if not out.agents:
        out.agents = _named_before(tree, kids)
    out.subjects = out.agents
    return out if content is not None or out.agents or out.patients else None


def _place_phrases(tree: Dependencies, noun: int, kids: Kids, out: Arguments) -> None:
    bringing_agents = {"by", "from", "of"} if tree.lemmas[noun] in words().deverbal_of_agent else {"by", "from"}
    obliques = []
    for at in sorted(kids.get("nmod", _NONE) + kids.get("obl:agent", _NONE) + kids.get("obl", _NONE)):
        which = preposition(tree, at)
        if not out.agents and which in bringing_agents:
            out.agents = conjuncts(tree, at)
        elif which == "of" and not out.patients:
            out.patients = conjuncts(tree, at)
        elif which == "to" and not out.recipients:
            out.recipients = conjuncts(tree, at)
        else:
            obliques.append(Oblique(at, which))
    out.obliques = tuple(obliques)


def _named_before(tree: Dependencies, kids: Kids) -> tuple[int, ...]:
    """A name right before the noun: `the Pentagon claim`."""
    return tuple(at for at in kids.get("compound", _NONE) if tree.pos[at] == "PROPN")[-1:]
