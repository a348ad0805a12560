"""One statement is one speech act: a quotation whose later sentences do another act than its first is parted.

What comes in: findings of direct quotations and labels. What goes out: the same, those parted whose content holds
sentences of different acts ("A," X said. "B. C."); what a label leads in, a transcript, is parted sentence by
sentence. Source and cue are shared. A part of a quotation has neither of its marks, since it could have but one.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import pairwise

from sayso.extract.statements.acts import act_of
from sayso.extract.statements.finding import Finding
from sayso.extract.statements.mentions import Range
from sayso.extract.statements.sentences import CLOSERS, Page

__all__ = ["parted"]

_PLAIN = frozenset(("claim", "assessment"))
"""Told apart by a `may` or a `likely`: too little to part a quotation."""
_NEAR = _PLAIN | {"denial"}
"""Told apart by a `not`: too little between sentences of the same marks."""


def parted(page: Page, findings: Iterable[Finding]) -> Iterator[Finding]:
    """Each finding, or its parts."""
    starts = [first for first, _ in page.sentences]
    for finding in findings:
        (finding.content, finding.act), *others = _groups(page, finding, starts)
        yield finding
        for group, act in others:
            rest = Finding(finding.rule, finding.cue, finding.source, group, finding.entry, finding.negated)
            rest.signal, rest.runs_on, rest.act = finding.signal, finding.runs_on, act
            rest.outer, rest.features = finding.outer, dict(finding.features)
            yield rest


def _groups(page: Page, finding: Finding, starts: list[int]) -> list[tuple[list[Range], str | None]]:
    pieces = [piece for part in finding.content for piece in _sentences(page, part, starts)]
    if len(pieces) == 1:
        return [(pieces, None)]
    groups: list[list[Range]] = []
    acts: list[str] = []
    for piece in pieces:
        act = act_of(finding.entry, page.text[slice(*page.span(*piece))], negated=finding.negated)
        broken_off = not _begins_sentence(page, piece, starts)
        one_act = bool(acts) and finding.rule != "label" and _is_one_act(acts[-1], act, inside=_goes_on(page, piece))
        if groups and (broken_off or one_act):
            groups[-1].append(piece)
        else:
            groups.append([piece])
            acts.append(act)
    alone = len(groups) == 1
    return [(_bared(page, group, alone=alone), act) for group, act in zip(groups, acts, strict=True)]


def _is_one_act(act: str, other: str, *, inside: bool) -> bool:
    return act == other or {act, other} <= (_NEAR if inside else _PLAIN)


def _goes_on(page: Page, piece: Range) -> bool:
    """Does the piece stand between the same marks as what is before it?"""
    return piece[0] > 0 and page.quote_of[piece[0]] == page.quote_of[piece[0] - 1] >= 0


def _sentences(page: Page, part: Range, starts: list[int]) -> list[Range]:
    """The pieces of a part that begin at a sentence; a closing mark on its own is none."""
    cuts = starts[bisect_right(starts, part[0]) : bisect_right(starts, part[1] - 1)]
    bounds = [part[0], *(at for at in cuts if page.token[at] not in CLOSERS or at + 1 < part[1]), part[1]]
    return list(pairwise(bounds))


def _begins_sentence(page: Page, piece: Range, starts: list[int]) -> bool:
    """Not so a quotation that goes on where its cue broke it off, or from the paragraph before."""
    number = page.quote_of[piece[0]]
    if number >= 0 and page.start[piece[0]] == page.quotes[number].start:
        return not page.quotes[number].continued and page.token[piece[0] - 1] in (".", "?", "!")
    at = bisect_left(starts, piece[0])
    return at < len(starts) and starts[at] == piece[0]


def _bared(page: Page, group: list[Range], *, alone: bool) -> list[Range]:
    """Neighbours joined again; a piece of a quotation that is parted loses the mark that it has."""
    out: list[Range] = []
    for first, last in group:
        if out and out[-1][1] == first and page.quote_of[first] == page.quote_of[first - 1]:
            out[-1] = (out[-1][0], last)
        else:
            out.append((first, last))
    bare = [part for part in (_bare(page, part) for part in out) if part[0] < part[1]]
    return out if alone or not bare else bare


def _bare(page: Page, part: Range) -> Range:
    first, last = part
    if page.quote_of[first] < 0 or page.quote_of[first] != page.quote_of[last - 1]:
        return part
    mark = page.quotes[page.quote_of[first]]
    opened, closed = page.start[first] < mark.inner_start, page.end[last - 1] > mark.inner_end
    if opened == closed:
        return part
    return (first + 1, last) if opened else (first, last - 1)
