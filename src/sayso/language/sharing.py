"""A clause and the one it hangs on in; what the first takes over from the second: subjects, auxiliaries, modality.

Coordination shares subjects and auxiliaries, control gives an infinitive its subject, a relative clause takes its
antecedent.
"""

from __future__ import annotations

from sayso.language.arguments import Arguments, place_subjects
from sayso.language.clause import Oblique
from sayso.language.clause_words import words
from sayso.language.dependencies import Dependencies
from sayso.language.verb_groups import Kids, VerbGroup

__all__ = ["controller", "share_completion", "share_group", "take_antecedent", "take_subjects"]

_UNFINISHED = frozenset({"VB", "VBN", "VBG"})
_RELATIVES = frozenset({"who", "whom", "which", "that"})
_NONE: list[int] = []


def share_group(tree: Dependencies, at: int, kids: Kids, group: VerbGroup, above: VerbGroup, governor: int) -> None:
    """Take over what the verb group of the governor says of this one too."""
    relation = tree.relations[at]
    if relation == "conj":
        if (
            not group.auxiliaries
            and "nsubj" not in kids
            and tree.tags[at] in _UNFINISHED
            and tree.tags[at] == tree.tags[governor]
        ):
            group.tense, group.modality, group.finite = above.tense, above.modality, above.finite
            group.perfect, group.progressive, group.withheld = above.perfect, above.progressive, above.withheld
            group.passive = group.passive or (above.passive and tree.tags[at] == "VBN")
            group.negated = group.negated or (above.negated and _is_alternative(tree, kids))
        if "nsubj" not in kids:
            group.mood = above.mood
        return
    marks = [tree.forms[mark] for mark in kids.get("mark", _NONE)]
    lemma = tree.lemmas[governor]
    if lemma in words().withholding and (relation == "xcomp" or (relation == "advcl" and marks == ["from"])):
        group.withheld, group.tense = lemma, above.tense
    if marks != ["to"] or not (relation in {"xcomp", "ccomp"} or (relation == "advcl" and above.copula is not None)):
        return
    if lemma == "go" and above.progressive:
        group.tense, group.modality = "future", above.modality + group.modality
    elif name := _semi_modal(tree, governor, above):
        group.tense, group.modality = above.tense, (*above.modality, name, *group.modality)
    else:
        return
    group.negated = group.negated or above.negated


def _is_alternative(tree: Dependencies, kids: Kids) -> bool:
    return any(tree.forms[cc] in {"or", "nor"} for cc in kids.get("cc", _NONE))


def _semi_modal(tree: Dependencies, governor: int, above: VerbGroup) -> str:
    """`have to`, `be expected to`, `be likely to`; nothing where the governor is no such word."""
    known = words()
    lemma, form = tree.lemmas[governor], tree.forms[governor]
    if above.copula is not None:
        return f"be {form} to" if lemma in known.semi_modal_adjective or form in known.semi_modal_adjective else ""
    if above.passive:
        return f"be {form} to" if lemma in known.semi_modal_passive else ""
    return f"{lemma}{'d' if lemma == 'use' else ''} to" if lemma in known.semi_modal else ""


def controller(tree: Dependencies, governor: int, above: Arguments, *, passive: bool) -> tuple[int, ...]:
    """Who does what an infinitive or gerund under the governor says."""
    if passive or tree.lemmas[governor] in words().subject_control:
        return above.subjects
    return above.recipients or above.patients or above.subjects


def take_subjects(out: Arguments, subjects: tuple[int, ...], *, passive: bool) -> None:
    """Fill the subject from elsewhere, where the clause has none of its own."""
    if subjects and not out.subjects:
        out.subjects, out.inherited = subjects, True
        agents = out.agents
        place_subjects(out, passive=passive)
        out.agents = out.agents or agents


def share_completion(at: int, out: Arguments, above: Arguments) -> None:
    """What follows both of two coordinated predicates completes both: `confirmed and repeated the claim`."""
    if out.patients or out.complement is not None or out.attribute is not None or out.obliques:
        return
    if above.patients and above.patients[0] > at:
        out.patients, out.inherited = above.patients, True
    if above.complement is not None and above.complement > at and above.complement_relation in {"ccomp", "xcomp"}:
        out.complement, out.complement_relation, out.inherited = above.complement, above.complement_relation, True


def take_antecedent(tree: Dependencies, at: int, out: Arguments, group: VerbGroup) -> None:
    """Put the antecedent of a relative clause or participle in the place it has there."""
    first = tree.heads[at] if tree.relations[at] == "conj" else at
    antecedent = tree.heads[first]
    relative = tree.relations[first] == "acl:relcl"
    gaps = {index for index in _within(out) if _stands_for_antecedent(tree, index)} if relative else set()
    if gaps:
        out.subjects, out.agents, out.patients, out.recipients = (
            tuple(antecedent if index in gaps else index for index in part)
            for part in (out.subjects, out.agents, out.patients, out.recipients)
        )
        out.obliques = tuple(Oblique(antecedent, o.preposition) if o.index in gaps else o for o in out.obliques)
        out.inherited = True
    elif not out.subjects:
        if tree.tags[at] != "VB" or relative:
            take_subjects(out, (antecedent,), passive=group.passive)
    elif relative and antecedent not in out.subjects and _leaves_object_out(tree, antecedent, out, group):
        out.patients = (antecedent,)


def _stands_for_antecedent(tree: Dependencies, index: int) -> bool:
    """A relative pronoun, or the stranded preposition of `the freedom they believe in`."""
    return tree.pos[index] == "ADP" or (tree.forms[index] in _RELATIVES and tree.pos[index] != "NOUN")


def _within(out: Arguments) -> list[int]:
    return [*out.subjects, *out.patients, *out.recipients, *(oblique.index for oblique in out.obliques)]


def _leaves_object_out(tree: Dependencies, antecedent: int, out: Arguments, group: VerbGroup) -> bool:
    """`The claim he made`, but not `the day he left`."""
    if out.patients or out.complement is not None or out.attribute is not None or group.passive:
        return False
    return tree.lemmas[antecedent] not in words().gapless and not any(o.preposition == "" for o in out.obliques)
