"""The head of a deed in; the words that tell it out, without what it hangs on, and what it hangs on by itself."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sayso.extract.commitments.ground import Ground, Range
from sayso.extract.commitments.word_lists import listed
from sayso.language.arguments import preposition

__all__ = ["condition_of", "mechanism_of", "points", "terms_of"]

_LOOSE = ("punct", "cc", "discourse", "mark")
_APART = ("parataxis", "vocative", "discourse")


def points(ground: Ground, deed: int) -> list[int]:
    """A deed and those coordinated with it that are told in full: `to pull back … and to begin …`."""
    tree = ground.tree
    more = [
        child
        for child in tree.children[deed]
        if tree.relations[child] == "conj" and any(tree.forms[one] == "to" for one in tree.children[child])
    ]
    return [deed, *(one for child in more for one in points(ground, child))]


def terms_of(
    ground: Ground, deed: int, *, without: Collection[int] = (), but: Collection[int] = (), first: int | None = None
) -> Range:
    """The words [first, last) that tell a deed: its clause, less its conditions, those `without`, and phrases `but`.

    `first` is a word before it that they begin with: `Bangkok to open`, `demands the release`.
    """
    tree = ground.tree
    conditions = {*without, *ground.conditions(deed)}
    hung = {at for one in conditions for at in range(*ground.condition_words(one))}
    out = set(but)
    for child in tree.children[deed]:
        relation = tree.relations[child]
        apart = relation in _APART or (relation == "conj" and _stands_alone(ground, child))
        if apart or (relation == "mark" and tree.forms[child] in ("that", "if")):
            out.add(child)
    out.update(at for at in ground.under(deed) if at > deed and at in ground.cues)  # `…, according to an annex`
    kept = [at for at in tree.subtree(deed, (), out - {deed}) if at not in hung or at == deed]
    begin = end = kept.index(deed)
    while begin > 0 and _next_to(ground, kept[begin - 1], kept[begin]):
        begin -= 1
    while end + 1 < len(kept) and _next_to(ground, kept[end], kept[end + 1]):
        end += 1
    start, stop = kept[begin], kept[end] + 1
    if first is not None and first < start:
        start = first
    return _trimmed(ground, start, stop, deed)


def _next_to(ground: Ground, one: int, other: int) -> bool:
    return all(ground.tree.pos[at] in ("PUNCT", "SPACE") for at in range(one + 1, other))


def _stands_alone(ground: Ground, child: int) -> bool:
    """A coordinated clause with a subject, a verb of its own tense, or `to`."""
    tree = ground.tree
    if tree.pos[child] not in ("VERB", "AUX"):
        return False
    own = {tree.relations[one] for one in tree.children[child]}
    to = any(tree.forms[one] == "to" and tree.relations[one] == "mark" for one in tree.children[child])
    return bool(own & {"nsubj", "nsubj:pass", "aux", "expl"}) or to


def _trimmed(ground: Ground, start: int, stop: int, keep: int) -> Range:
    tree = ground.tree

    def loose(at: int) -> bool:
        return tree.pos[at] in ("PUNCT", "SPACE") or (tree.relations[at] == "cc" and tree.forms[at] in ("and", "but"))

    while start < keep and loose(start):
        start += 1
    while stop - 1 > keep and loose(stop - 1):
        stop -= 1
    marks = [at for at in range(start, stop) if tree.forms[at] in ('"', "“", "”", "``", "''")]
    if len(marks) % 2 and stop < len(tree.forms) and tree.forms[stop] in ('"', "”", "''"):
        stop += 1
    return start, stop


def condition_of(ground: Ground, predicates: Sequence[int]) -> Range | None:
    """The words [first, last) of the clause that a commitment hangs on."""
    if not predicates:
        return None
    return _trimmed(ground, *ground.condition_words(predicates[0]), predicates[0])


def mechanism_of(ground: Ground, deed: int) -> Range | None:
    """`under the supervision of the commission`, `monitored by …`: who is to see that it is kept."""
    tree = ground.tree
    known = listed("terms", "mechanism")
    for at in ground.under(deed):
        if tree.lemmas[at] in known and preposition(tree, at).split(" ")[0] in listed("terms", "mechanism_before"):
            return _trimmed(ground, *_phrase(ground, at), at)
        if (
            tree.lemmas[at] in ("monitor", "verify", "supervise", "oversee", "inspect")
            and tree.tags[at] == "VBN"
            and at != deed
        ):
            return _trimmed(ground, *_phrase(ground, at), at)
    return None


def _phrase(ground: Ground, at: int) -> Range:
    under = ground.under(at)
    return under[0], under[-1] + 1
