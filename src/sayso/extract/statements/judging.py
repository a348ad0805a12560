"""A finding in; its speech act out, by cue and content together, what told it, and whether it was said at all.

The lexicon and the patterns of content make a first guess; the encoder's head, which was told of that guess, decides. A
cue that leaves no doubt (`denied`, `condemned`) is not overruled unless the head is sure.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from sayso.extract.statements.act_head import Seen, act_shares
from sayso.extract.statements.acts import act_of, group_of
from sayso.extract.statements.finding import Finding
from sayso.extract.statements.lexicon import words
from sayso.extract.statements.mentions import Range
from sayso.extract.statements.sentences import Page
from sayso.language.annotation import Annotation
from sayso.language.encoder import Encoder

__all__ = ["OPEN_ACTS", "Judged", "group_shares", "judged", "judged_as", "words_in"]

OPEN_ACTS = frozenset(("claim", "assessment", "attitude"))
_STANDS, _TURNED, _SHOWN = 0.05, 0.15, 0.25
"""The least shares the head must leave to the guess for it to stand.

They are of a plain cue, of a judgement that by its words denies (`called it baseless`), of what the content shows.
"""
_FUTURE = frozenset(
    ("will", "shall", "'ll", "’ll", "wo", "expected", "due", "set", "plans", "plan", "scheduled", "going")
)
_OPEN_MOOD = frozenset(("would", "could", "might", "may", "should", "if", "unless", "whether"))


class Judged(NamedTuple):
    """`basis`: cue, content or both; `reality`: said, future, hypothetical, attitude."""

    act: str
    basis: str
    reality: str
    share: float


def words_in(annotation: Annotation, start: int, end: int) -> Range:
    """The words of the language layer that stand in some characters."""
    spans = annotation.words
    return bisect_right(spans.end, start), bisect_left(spans.start, end)


def judged(page: Page, annotation: Annotation, encoder: Encoder, findings: Sequence[Finding]) -> list[Judged]:
    """The act of each finding, what told it, and its reality."""
    seen = [_seen(page, annotation, finding, finding.act) for finding in findings]
    told = judged_as(annotation, encoder, seen)
    return [one._replace(reality=_reality(page, finding, one.act)) for finding, one in zip(findings, told, strict=True)]


def group_shares(
    page: Page, annotation: Annotation, encoder: Encoder, findings: Sequence[Finding]
) -> list[dict[str, float]]:
    """How likely the act of each finding is of each group."""
    out: list[dict[str, float]] = []
    for shares in act_shares(annotation, encoder, [_seen(page, annotation, finding, None) for finding in findings]):
        groups: dict[str, float] = {}
        for act, share in shares.items():
            groups[group_of(act)] = groups.get(group_of(act), 0.0) + share
        out.append(groups)
    return out


def _seen(page: Page, annotation: Annotation, finding: Finding, act: str | None) -> Seen:
    said = " ".join(page.text[slice(*page.span(*part))] for part in finding.content)
    guess = act or act_of(finding.entry, said, negated=finding.negated)
    cue = [words_in(annotation, *page.span(*finding.cue))] if finding.cue else []
    content = [words_in(annotation, *page.span(*part)) for part in finding.content]
    return Seen(cue, content, said, guess, finding.entry, negated=finding.negated)


def judged_as(annotation: Annotation, encoder: Encoder, seen: Sequence[Seen]) -> list[Judged]:
    """The act of each statement as the head sees it, and what told it; all are taken as said."""
    shares = act_shares(annotation, encoder, [*seen, *(one.alone for one in seen)])
    return [_chosen(one, shares[at], shares[len(seen) + at]) for at, one in enumerate(seen)]


def _chosen(seen: Seen, shares: dict[str, float], alone: dict[str, float]) -> Judged:
    act, guess, entry = max(shares, key=shares.__getitem__), seen.guess, seen.entry
    by_cue = entry.act if entry is not None and entry.act not in OPEN_ACTS else None
    if guess is not None:
        turned = guess == "denial" and entry is not None and entry.act == "assessment"
        shown = guess not in OPEN_ACTS and shares[guess] >= (_TURNED if turned else _SHOWN)
        stands = shares[guess] >= _STANDS if by_cue else shown
        act = guess if seen.negated or stands else act
    by_content = max(alone, key=alone.__getitem__)
    basis = ("both" if by_content == act else "cue") if by_cue == act else "content"
    return Judged(act, basis, "said", shares[act])


def _reality(page: Page, finding: Finding, act: str) -> str:
    if act == "attitude":
        return "attitude"
    if finding.cue is None:
        return "said"
    first, last = finding.cue
    before = set(page.lower[max(0, first - 2) : last])
    if before & _OPEN_MOOD:
        return "hypothetical"
    if set(page.lower[first:last]) & _FUTURE:
        return "future"
    opens = page.lower[first] == "to" or (first and page.lower[first - 1] == "to")
    if opens and page.lower[last - 1] not in words("verb", "finite"):
        return "hypothetical"
    return "said"
