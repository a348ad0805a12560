"""Words told in a noun: `the Kenyan claim that …`, `a report by X that …`, `its promise to …`; trees in, these out.

The clause behind the noun is what is told; who tells it is the noun's owner, a people or body named before it, whom it
is by or from, who made it, or the medium that holds it. A noun with a mere relative clause tells nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from sayso.extract.statements.cues import Cue, entries
from sayso.extract.statements.mentions import Range
from sayso.extract.statements.tellers import teller_of
from sayso.extract.statements.telling_words import listed
from sayso.language.dependencies import Dependencies

__all__ = ["Told", "may_tell", "told_in_nouns"]

_CLAUSES = frozenset(("acl", "ccomp", "acl:relcl"))
_SUBJECTS = frozenset(("nsubj", "nsubj:pass", "csubj", "csubj:pass", "expl"))
_OBJECTS = frozenset(("obj", "ccomp", "xcomp", "obl", "obl:agent"))
_FULL = frozenset(("obj", "iobj", "ccomp", "xcomp", "cop", "aux:pass"))
"""What fills a clause, so that it is no relative: `claims it had shelled the town`."""
_RELATIVES = frozenset(("who", "which", "that", "what", "whom"))
_PLACING = frozenset(("by", "from", "in", "on"))
_FARTHEST = 30
"""Words between a noun and the verb of what it tells, at most."""


@dataclass(frozen=True, slots=True)
class Told:
    """Words of the tree: the noun or verb that tells, what is told, and who tells it, None where nobody is named.

    `answered` is whether somebody denies, rejects or answers what a noun tells.
    """

    cue: Range
    content: Range
    source: Range | None
    entry: Cue
    answered: bool


def may_tell(word: str) -> bool:
    """Is this word, in lower case, a form of a noun that tells?

    >>> may_tell("allegations"), may_tell("bridges")
    (True, False)
    """
    return word in _nouns()


def told_in_nouns(tree: Dependencies, forms: Sequence[str]) -> Iterator[Told]:
    """Each noun of a text in which words are told, in order; `forms` are the words as they are written."""
    nouns = _nouns()
    for at, form in enumerate(tree.forms):
        if form not in nouns or not tree.tags[at].startswith("NN") or _is_nobodys(tree, at):
            continue
        entry = nouns[form]
        clause = next((found for child in _behind(tree, at) if (found := _clause(tree, at, child, _name(entry)))), None)
        if clause is not None:
            verb, content = clause
            yield Told(
                (at, at + 1), content, teller_of(tree, forms, at, verb, content[0]), entry, _is_answered(tree, at)
            )


@cache
def _nouns() -> dict[str, Cue]:
    """Every form of the nouns that tell to its cue."""
    telling = listed("noun", "that") | listed("noun", "to") | listed("noun", "of")
    found = {_name(cue): cue for cue in entries() if cue.kind == "noun"}
    return {form: found[name] for name in telling for form in found[name].forms}


def _name(cue: Cue) -> str:
    return cue.key.split(".")[1]


def _is_nobodys(tree: Dependencies, noun: int) -> bool:
    """`no claim that`, `any suggestion that`, `in charge of`."""
    before = {tree.forms[child] for child in tree.children[noun] if child < noun}
    return bool(before & listed("word", "never")) or tree.forms[noun - 1 : noun + 1] == ["in", "charge"]


def _behind(tree: Dependencies, noun: int) -> Iterator[int]:
    """What may be its clause; also what a tree hangs on who tells it: `claims from the opposition that …`."""
    kids = [child for child in tree.children[noun] if child > noun]
    yield from kids
    for child in kids:
        if tree.relations[child] in ("nmod", "obl") and {tree.forms[kid] for kid in tree.children[child]} & _PLACING:
            yield from (kid for kid in tree.children[child] if kid > child)
    head, behind = tree.heads[noun], tree.right[noun] + 1
    if head > behind and tree.forms[behind] == "that" and tree.heads[behind] == head:
        yield head  # the tree took the noun for a subject of what it tells


def _clause(tree: Dependencies, noun: int, at: int, name: str) -> tuple[int, Range] | None:
    """The verb of what is told and the words of its clause, where this child of the noun is that."""
    if at > noun + _FARTHEST:
        return None
    if tree.relations[at] in _CLAUSES:
        first = _opening(tree, noun, at, name)
    else:
        first = _gerund(tree, at) if name in listed("noun", "of") else None
    last = max(tree.right[at], at) + 1
    return (at, (first, last)) if first is not None and last - first > 1 else None


def _opening(tree: Dependencies, noun: int, at: int, name: str) -> int | None:
    """The first word of what is told: `that`, `to`, the gerund behind `of`, or the subject of a clause without mark."""
    before = [child for child in tree.children[at] if noun < child < at]
    that = next((child for child in before if tree.forms[child] == "that"), None)
    if that is not None:
        return that if name in listed("noun", "that") and _is_content(tree, at, that) else None
    mark = next((child for child in before if tree.relations[child] in ("mark", "case")), None)
    if mark is None:
        return _bare(tree, noun, at) if name in listed("noun", "that") else None
    if tree.tags[mark] == "TO" and tree.tags[at] == "VB":
        return mark if name in listed("noun", "to") else None
    return _gerund(tree, at) if name in listed("noun", "of") else None


def _gerund(tree: Dependencies, at: int) -> int | None:
    """`of shelling the town`, whichever of its words the tree takes for the head."""
    first = min(tree.left[at], at)
    return first + 1 if tree.forms[first] == "of" and tree.tags[first + 1] == "VBG" else None


def _is_content(tree: Dependencies, at: int, that: int) -> bool:
    """Is `that` no relative pronoun: does the clause have a subject beside it, and no place for the noun in it?"""
    others = [child for child in tree.children[at] if child > that]
    if not any(tree.relations[child] in _SUBJECTS for child in others):
        return False
    if tree.lemmas[at] in listed("word", "making") or tree.relations[that] == "obj":
        return any(tree.relations[child] in _OBJECTS and child > at for child in others)
    relative = tree.relations[at] == "acl:relcl"
    return not relative or any(tree.relations[child] in _FULL for child in others)


def _bare(tree: Dependencies, noun: int, at: int) -> int | None:
    """`claims it had shelled the town`: a subject right behind the noun, and nothing in the clause for it to fill."""
    subject = next((child for child in tree.children[at] if tree.relations[child] in _SUBJECTS), None)
    if subject is None or subject >= at or tree.forms[subject] in _RELATIVES:
        return None
    if tree.left[subject] != noun + 1 or tree.lemmas[at] in listed("word", "making"):
        return None
    return noun + 1 if any(tree.relations[child] in _FULL for child in tree.children[at]) else None


def _is_answered(tree: Dependencies, noun: int) -> bool:
    """`rejected suggestions that …`, `claims that … are false`, `described as false a report that …`."""
    if _name(_nouns()[tree.forms[noun]]) not in listed("noun", "bare"):
        return False
    head = tree.heads[noun]
    if tree.relations[noun] in ("nsubj", "nsubj:pass") and tree.lemmas[head] in listed("word", "refuting"):
        return True
    return tree.lemmas[head] in listed("word", "answering") or any(
        tree.lemmas[child] in listed("word", "refuting") for child in tree.children[head] if child > head
    )
