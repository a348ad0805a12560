"""A spaCy `Doc` or a sentence of one in; its clauses out: who does what to whom, and how it is put.

This is the one view between dependency trees and the rules of extraction, which read it and never labels. It is the
same whichever scheme the labels are of (label_schemes.toml). All numbers are of tokens in the `Doc`.
"""

from __future__ import annotations

from spacy.tokens import Doc, Span

from sayso.language.arguments import Arguments, arguments
from sayso.language.clause import Clause, Oblique
from sayso.language.clause_words import words
from sayso.language.dependencies import Dependencies
from sayso.language.nominal_clauses import content_of_noun, nominal_arguments
from sayso.language.phrases import ASIDES, CLAUSE_PARTS, CONJUNCTS, phrase, stretches
from sayso.language.predicates import content_nouns, is_negative, marker, mood, predicates, side
from sayso.language.schemes import dependencies
from sayso.language.sharing import controller, share_completion, share_group, take_antecedent, take_subjects
from sayso.language.verb_groups import Kids, VerbGroup, verb_group

__all__ = ["ASIDES", "CLAUSE_PARTS", "CONJUNCTS", "Clause", "Oblique", "clauses", "dependencies", "phrase", "stretches"]

_NONE: list[int] = []


def clauses(source: Doc | Span | Dependencies, scheme: str | None = None) -> list[Clause]:
    """The clauses of a `Doc`, of a sentence, or of a tree made by `dependencies`, in the order of their predicates.

    `scheme` (`ud` or `clearnlp`) is read off the labels unless told. Raises ValueError for a `Doc` without trees.

    >>> from sayso.language import load
    >>> doc = load()("Hale denied on Sunday that Kabul had agreed.")
    >>> [(doc[c.predicate].text, doc[c.agent].text, c.tense, c.perfect) for c in clauses(doc)]
    [('denied', 'Hale', 'past', False), ('agreed', 'Kabul', 'past', True)]
    """
    tree = source if isinstance(source, Dependencies) else dependencies(source, scheme)
    return _Reading(tree).clauses()


class _Reading:
    """One walk over a tree, from the roots down, so that what a clause takes over is known before it is read."""

    def __init__(self, tree: Dependencies) -> None:
        self.tree = tree
        self.groups: dict[int, VerbGroup] = {}
        self.arguments: dict[int, Arguments] = {}

    def clauses(self) -> list[Clause]:
        tree = self.tree
        verbs, nouns = predicates(tree), content_nouns(tree)
        found = []
        for at in tree.order:
            if at in verbs:
                found.append(self._verbal(at))
            elif at in nouns and (clause := self._nominal(at)) is not None:
                found.append(clause)
        found.sort(key=lambda clause: clause.predicate)
        return found

    def _kids(self, at: int) -> Kids:
        out: Kids = {}
        relations = self.tree.relations
        for child in self.tree.children[at]:
            relation = relations[child]
            if relation in out:
                out[relation].append(child)
            else:
                out[relation] = [child]
        return out

    def _verbal(self, at: int) -> Clause:
        tree = self.tree
        kids = self._kids(at)
        group = verb_group(tree, at, kids)
        governor = tree.heads[at]
        above = self.arguments.get(governor) if governor != at else None
        relation = tree.relations[at]
        if relation in {"acl", "advcl"} and tree.tags[at] == "VBN" and not group.auxiliaries and "nsubj" not in kids:
            group.passive = True
        group.mood = mood(tree, at, kids, group)
        group.finite = group.finite or group.mood == "imperative"
        if governor in self.groups and governor != at:
            share_group(tree, at, kids, group, self.groups[governor], governor)
        out = arguments(tree, at, kids, passive=group.passive)
        if relation in {"acl:relcl", "acl"} and governor != at:
            self._modify(at, kids, out, group)
        elif above is not None:
            if not out.subjects:
                self._inherit(at, governor, out, group)
            if relation == "conj" and tree.relations[governor] == "acl:relcl" and out.subjects:
                take_antecedent(tree, at, out, group)
        if "cop" in kids and out.complement is None:
            out.complement = content_of_noun(tree, kids, said=False)
            out.complement_relation = "acl" if out.complement is not None else ""
        if out.complement is None and not out.patients and governor != at:
            self._report(at, governor, kids, out)
        self.groups[at], self.arguments[at] = group, out
        return self._clause(at, kids, group, out)

    def _modify(self, at: int, kids: Kids, out: Arguments, group: VerbGroup) -> None:
        """A clause that hangs on a noun: the noun's own content, or a relative."""
        noun = self.tree.heads[at]
        above = self.arguments.get(noun)
        if above is not None and above.complement == at:
            if self.tree.tags[at] == "VB":
                take_subjects(out, above.subjects, passive=group.passive)
        elif self.tree.relations[at] == "acl:relcl" or "mark" not in kids:
            take_antecedent(self.tree, at, out, group)

    def _inherit(self, at: int, governor: int, out: Arguments, group: VerbGroup) -> None:
        """A clause without subject that hangs on another: its subject from there."""
        tree, above = self.tree, self.arguments[governor]
        relation = tree.relations[at]
        if relation == "conj":
            share_completion(at, out, above)
        if relation == "conj" or (relation == "advcl" and above.complement != at):
            if group.mood != "imperative":
                take_subjects(out, above.subjects, passive=group.passive)
        elif relation in {"xcomp", "advcl"}:
            passive = governor in self.groups and self.groups[governor].passive
            take_subjects(out, controller(tree, governor, above, passive=passive), passive=group.passive)

    def _report(self, at: int, governor: int, kids: Kids, out: Arguments) -> None:
        """`As he said, X` and `X, she said, who Y`: what the clause hangs on is what it reports."""
        tree = self.tree
        if tree.lemmas[at] not in words().reporting or not out.subjects:
            return
        relation = tree.relations[at]
        as_said = relation == "advcl" and any(
            tree.forms[mark] == "as" for mark in kids.get("mark", _NONE) + kids.get("advmod", _NONE)
        )
        if as_said or relation == "parataxis":
            out.complement, out.complement_relation = governor, "governor"

    def _nominal(self, at: int) -> Clause | None:
        tree = self.tree
        kids = self._kids(at)
        governor = tree.heads[at]
        held = governor != at and tree.relations[at] in {"obj", "nsubj:pass"}
        above = self.arguments.get(governor) if held else None
        out = nominal_arguments(tree, at, kids, above, tree.lemmas[governor] if held else "")
        if out is None:
            return None
        group = VerbGroup([at], negated=any(tree.forms[det] == "no" for det in kids.get("det", _NONE)))
        self.arguments[at] = out
        return self._clause(at, kids, group, out, nominal=True)

    def _clause(self, at: int, kids: Kids, group: VerbGroup, out: Arguments, *, nominal: bool = False) -> Clause:
        tree = self.tree
        negated = group.negated or (not nominal and (is_negative(tree, out.agents) or is_negative(tree, out.patients)))
        head = tree.heads[at]
        base = tree.first
        clause = Clause(
            predicate=at,
            group=tuple(group.words),
            copula=group.copula,
            agents=out.agents,
            patients=out.patients,
            recipients=out.recipients,
            attribute=out.attribute,
            obliques=out.obliques,
            complement=out.complement,
            complement_relation=out.complement_relation,
            complement_side=side(tree, at, out.complement),
            adverbials=out.adverbials,
            governor=None if head == at else head,
            relation="root" if head == at else tree.relations[at],
            marker=marker(tree, at, kids),
            finite=group.finite,
            negated=negated,
            withheld=group.withheld,
            modality=group.modality,
            passive=group.passive,
            tense=group.tense,
            perfect=group.perfect,
            progressive=group.progressive,
            mood=group.mood,
            inherited=out.inherited,
            nominal=nominal,
        )
        return clause.moved(base) if base else clause
