"""A token in; the stretch of tokens its phrase covers out, less the parts that are not wanted."""

from __future__ import annotations

from collections.abc import Collection

from spacy.tokens import Doc, Span

from sayso.language.dependencies import Dependencies
from sayso.language.schemes import dependencies

__all__ = ["ASIDES", "CLAUSE_PARTS", "CONJUNCTS", "phrase", "stretches"]

ASIDES = frozenset({"appos", "acl", "acl:relcl", "parataxis", "advcl"})
"""What says more of a noun: appositions, relative clauses, participles, insertions."""
CONJUNCTS = frozenset({"conj", "cc", "cc:preconj"})
"""The other members of a coordination."""
_FRAME = ("nsubj", "nsubj:pass", "csubj", "csubj:pass", "cop", "aux", "aux:pass", "mark", "expl")
CLAUSE_PARTS = frozenset((*_FRAME, "advcl", "ccomp", "parataxis", "discourse", "vocative", "obl"))
"""What makes a clause of the noun or adjective that a copula links; without it the phrase is the noun's own."""

_EDGES = frozenset({"case", "cc"})
_OPENING = {"(": ")", "[": "]", "“": "”", "‘": "’", "«": "»", "``": "''", '"': '"', "'": "'"}
_CLOSING = {closing: opening for opening, closing in _OPENING.items()}


def phrase(
    source: Doc | Span | Dependencies, index: int, without: Collection[str] = (), but: Collection[int] = ()
) -> tuple[int, int]:
    """The contiguous tokens [start, end) of a token's phrase: its subtree, less its preposition and marks at its edges.

    Parts that hang by a relation in `without` (`ASIDES`, `CONJUNCTS`, `CLAUSE_PARTS`) and the tokens of `but` with what
    hangs on them are left out; of what is left, the stretch with the token in it counts. Where many are asked for, pass
    `dependencies(doc)`.
    """
    return next(stretch for stretch in stretches(source, index, without, but) if stretch[0] <= index < stretch[1])


def stretches(
    source: Doc | Span | Dependencies, index: int, without: Collection[str] = (), but: Collection[int] = ()
) -> list[tuple[int, int]]:
    """Every stretch of a token's phrase, where it is not in one piece: what is said around `he said`."""
    tree = source if isinstance(source, Dependencies) else dependencies(source)
    base = tree.first
    at = index - base
    if not 0 <= at < len(tree.heads):
        raise IndexError(f"token {index} is not in the tree, which has tokens {base} to {base + len(tree.heads)}")
    out = {token - base for token in but}
    own = tree.children[at]
    linked = "cop" not in without and any(tree.relations[child] == "cop" for child in own)
    out.update(
        child for child in own if tree.relations[child] in _EDGES and not (linked and tree.relations[child] == "case")
    )
    found = tree.subtree(at, without, out - {at})
    cut: list[list[int]] = []
    for token in found:
        if cut and all(tree.pos[gap] in {"PUNCT", "SPACE"} for gap in range(cut[-1][1], token)):
            cut[-1][1] = token + 1
        else:
            cut.append([token, token + 1])
    trimmed = (_trimmed(tree, first, last, at) for first, last in cut)
    return [(first + base, last + base) for first, last in trimmed if first < last]


def _trimmed(tree: Dependencies, first: int, last: int, keep: int) -> tuple[int, int]:
    """Without blanks and marks at the edges, pairs of brackets and quotation marks within excepted."""
    while first < last and first != keep and _is_loose(tree, first, _OPENING, range(first + 1, last)):
        first += 1
    while last > first and last - 1 != keep and _is_loose(tree, last - 1, _CLOSING, range(first, last - 1)):
        last -= 1
    return first, last


def _is_loose(tree: Dependencies, at: int, partners: dict[str, str], others: range) -> bool:
    if tree.pos[at] == "SPACE" or tree.relations[at] == "cc":
        return True
    if tree.pos[at] != "PUNCT":
        return False
    partner = partners.get(tree.forms[at])
    return partner is None or not any(tree.forms[other] == partner for other in others)
