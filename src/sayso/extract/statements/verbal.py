"""Words told by a verb inside what somebody says: `said the army had assured them that …`, `what Hanoi called a raid`.

Clauses in, what is told out. Only promises, denials, accusations and the like: a plain `said` inside `said` is left to
the encoder, and what a speaker says of himself is the statement that is there already.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from sayso.extract.statements.cues import Cue, entries
from sayso.extract.statements.nominal import Told
from sayso.extract.statements.telling_words import listed
from sayso.language.clauses import Clause, clauses
from sayso.language.dependencies import Dependencies
from sayso.language.phrases import phrase

__all__ = ["is_inner_verb", "told_in_verbs"]

_ACTS = frozenset(("assurance", "threat", "offer", "denial", "accusation", "demand", "acceptance", "responsibility"))
_OWN = frozenset(("assurance", "threat", "offer", "acceptance"))
"""Acts whose infinitive is the speaker's own conduct: `had promised to leave`."""
_SUBJECTS = ("nsubj", "nsubj:pass", "csubj", "expl")
_MORE = ("acl", "acl:relcl", "appos", "advcl", "parataxis")
_PERSONAL = frozenset(("i", "we", "you", "who", "which", "that", "what"))


@cache
def _verbs() -> dict[str, Cue]:
    found = {form: cue for cue in entries() if cue.kind == "verb" for form in cue.forms if " " not in form}
    naming = listed("word", "naming")
    return {form: cue for form, cue in found.items() if cue.act in _ACTS or cue.key.removeprefix("verb.") in naming}


def is_inner_verb(word: str) -> bool:
    """Is this word, in lower case, a form of a verb that may tell inside what somebody says?

    >>> is_inner_verb("assured"), is_inner_verb("walked")
    (True, False)
    """
    return word in _verbs()


def told_in_verbs(tree: Dependencies) -> Iterator[Told]:
    """Each verb that tells, in order, wherever it stands."""
    for clause in clauses(tree):
        entry = None if clause.nominal else _verbs().get(tree.forms[clause.predicate])
        agent = clause.agent
        if (
            entry is None
            or agent is None
            or tree.forms[agent] in _PERSONAL
            or not _is_told(clause)
            or tree.tags[agent] == "PRP$"
        ):
            continue
        content = _content(tree, clause, entry)
        if content is not None and phrase(tree, agent, _MORE)[1] <= clause.predicate:
            group = [at for at in clause.group if at <= clause.predicate]
            whole = clause.predicate + 1 - min(group) == len(group)
            cue = (min(group) if whole else clause.predicate, clause.predicate + 1)
            yield Told(cue, content, phrase(tree, agent, _MORE), entry, answered=False)


def _is_told(clause: Clause) -> bool:
    if clause.negated or clause.modality or clause.withheld or clause.passive or clause.tense == "future":
        return False
    return clause.finite and clause.mood == "declarative" and not clause.inherited


def _content(tree: Dependencies, clause: Clause, entry: Cue) -> tuple[int, int] | None:
    verb = clause.predicate
    if entry.act not in _ACTS:
        return _named(tree, clause)
    at = clause.complement
    if at is None or at < verb or clause.relation not in ("ccomp", "conj"):
        return None
    kids = [kid for kid in tree.children[at] if verb < kid < at]
    if clause.complement_relation == "xcomp":
        to = next((kid for kid in kids if tree.tags[kid] == "TO"), None)
        return (to, tree.right[at] + 1) if to is not None and entry.act in _OWN else None
    if clause.complement_relation != "ccomp" or not any(tree.relations[kid] in _SUBJECTS for kid in kids):
        return None
    first = min(tree.left[kid] for kid in kids)
    return (first, tree.right[at] + 1) if first > verb else None


def _named(tree: Dependencies, clause: Clause) -> tuple[int, int] | None:
    """`what Hanoi called an invasion`; not `what it called`, which is the speaker's own."""
    verb = clause.predicate
    what = tree.heads[verb]
    if clause.relation != "acl:relcl" or tree.forms[what] != "what" or tree.pos[clause.agents[0]] == "PRON":
        return None
    first = verb + 1 + (tree.forms[verb + 1 : verb + 2] == ["as"])
    return (first, tree.right[verb] + 1) if tree.right[verb] >= first else None
