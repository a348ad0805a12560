"""A predicate and the words that hang on it in; what its verb group says out: tense, voice, modality, negation."""

from __future__ import annotations

from dataclasses import dataclass, field

from sayso.language.clause import Mood, Tense
from sayso.language.clause_words import words
from sayso.language.dependencies import Dependencies

__all__ = ["Kids", "VerbGroup", "verb_group"]

Kids = dict[str, list[int]]

_PRESENT, _PAST = frozenset({"VBZ", "VBP"}), "VBD"
_FINITE = frozenset({"VBZ", "VBP", "VBD", "MD"})
_NONE: list[int] = []


@dataclass(slots=True)
class VerbGroup:
    """What a verb group says. `words` are its words in their order, the predicate among them."""

    words: list[int]
    copula: int | None = None
    finite: bool = False
    negated: bool = False
    passive: bool = False
    perfect: bool = False
    progressive: bool = False
    tense: Tense = ""
    mood: Mood = "declarative"
    modality: tuple[str, ...] = ()
    withheld: str = ""
    auxiliaries: list[int] = field(default_factory=list)


def verb_group(tree: Dependencies, predicate: int, kids: Kids) -> VerbGroup:
    """The group of a predicate whose children are sorted by relation."""
    copulas = kids.get("cop", _NONE)
    auxiliaries = sorted(kids.get("aux", _NONE) + kids.get("aux:pass", _NONE) + copulas)
    adverbs = [at for at in kids.get("advmod", _NONE) if tree.tags[at] != "WRB"]
    group = VerbGroup(sorted([predicate, *auxiliaries, *adverbs, *kids.get("compound:prt", _NONE)]))
    group.auxiliaries = auxiliaries
    group.copula = copulas[0] if copulas else None
    group.passive = "aux:pass" in kids or "nsubj:pass" in kids or "csubj:pass" in kids
    group.negated = any(_negates(tree, at) for at in adverbs) or any(
        tree.forms[at] in {"nor", "neither"} for at in kids.get("cc", _NONE)
    )
    _read_tense(tree, predicate, group)
    _read_modality(tree, kids, group)
    return group


def _negates(tree: Dependencies, adverb: int) -> bool:
    form = tree.forms[adverb]
    if form in words().negators:
        return True
    return form in {"longer", "more"} and adverb > 0 and tree.forms[adverb - 1] == "no"


def _read_tense(tree: Dependencies, predicate: int, group: VerbGroup) -> None:
    tags, lemmas = tree.tags, tree.lemmas
    tag = tags[predicate]
    first = group.auxiliaries[0] if group.auxiliaries else predicate
    lead = tags[first]
    group.finite = lead in _FINITE
    if lead in _PRESENT:
        group.tense = "present"
    elif lead == _PAST:
        group.tense = "past"
    if not group.auxiliaries:
        return
    after = [*(tags[at] for at in group.auxiliaries[1:]), tag]
    for at, following in zip(group.auxiliaries, after, strict=True):
        lemma = lemmas[at]
        if following in {"VBN", "VBD"} and (lemma == "have" or tree.forms[at] in {"'ve", "’ve", "'d", "’d"}):
            group.perfect = True
        elif following == "VBG" and lemma == "be" and at != group.copula:
            group.progressive = True


def _read_modality(tree: Dependencies, kids: Kids, group: VerbGroup) -> None:
    found: list[str] = []
    contractions = words().contractions
    for at in group.auxiliaries:
        if tree.tags[at] == "MD":
            form = tree.forms[at]
            lemma = contractions.get(form) or tree.lemmas[at]
            if lemma in {"will", "shall"}:
                group.tense = "future"
            else:
                found.append(contractions.get(lemma, lemma))
        elif tree.lemmas[at] == "be" and at in kids.get("aux", _NONE) and _before_to(tree, at, kids):
            found.append("be to")
    group.modality = tuple(found)


def _before_to(tree: Dependencies, at: int, kids: Kids) -> bool:
    return any(at < mark and tree.tags[mark] == "TO" for mark in kids.get("mark", _NONE))
