"""Press releases and communiqués: what the issuing body says in its own voice, with no cue and no marks.

What comes in: a page and the findings of the other rules. What goes out: the issuing body, as the heading or the
signature names it, and a finding for each sentence of the body that no other rule read. A document is a release where a
heading says so (PRESS RELEASE, JOINT STATEMENT, Communiqué No. 4), or, where the headings were cut off, where the body
speaks of itself in the present time and again ("The Ministry condemns …", "The Ministry demands …").
"""

from __future__ import annotations

from collections.abc import Iterator

from sayso.extract.statements.finding import Finding
from sayso.extract.statements.lexicon import AUXILIARY, words
from sayso.extract.statements.mentions import Range, is_finite
from sayso.extract.statements.sentences import Page

__all__ = ["issuer_of", "released", "self_styled"]

_HEAD = 9
"""How many paragraphs at the top may be headings."""
_LONGEST = 12
_FEWEST = 4
_TIMES = 3


def issuer_of(page: Page) -> Range | None:
    """The tokens that name the issuing body; None where the document is no release or names nobody."""
    heads = _headings(page)
    if not any(_says_release(page, head) for head in heads):
        return None
    bodies = [head for head in heads if _names_body(page, head) and not _says_release(page, head)]
    if bodies:
        return min(bodies, key=lambda head: not _is_department(page, head))
    return next((named for head in heads if (named := _of(page, head))), None)


def self_styled(page: Page, found: list[Finding]) -> Range | None:
    """The issuing body of a release without its headings: `The Ministry`, with three cues or more in the present."""
    bodies = words("speaker", "government") | words("speaker", "organisation") | words("release", "issuer")
    mentions: list[Range] = []
    for finding in found:
        source, cue = finding.source, finding.cue
        if source is None or cue is None or source[1] - source[0] != 2:
            continue
        the, noun = page.lower[source[0]], source[0] + 1
        if the == "the" and page.lower[noun] in bodies and page.token[noun][0].isupper():
            verb = next((word for word in page.lower[slice(*cue)] if not word.endswith("ly")), "")
            if verb.endswith("s"):
                mentions.append(source)
    return mentions[0] if len(mentions) >= _TIMES else None


def _headings(page: Page) -> list[Range]:
    out: list[Range] = []
    for first, last, _ in page.paragraphs[:_HEAD]:
        if last - first > _LONGEST or page.token[last - 1] in (".", "”", '"') or page.quote_of[first] >= 0:
            break
        out.append((first, last))
    return out


def _says_release(page: Page, head: Range) -> bool:
    """`PRESS RELEASE`, `Communiqué No. 4`: the word opens or closes the line, or nothing but `joint` goes before it."""
    kinds = words("release", "heading")
    lower = page.lower[slice(*head)]
    plain = [word for word in lower if word[0].isalpha() and word not in ("no", "number", "nr")]
    if not plain or not kinds & set(plain):
        return " ".join(plain).startswith("for immediate release")
    return len(plain) <= 3 or plain[0] in words("release", "opener")


def _names_body(page: Page, head: Range) -> bool:
    bodies = words("speaker", "government") | words("speaker", "organisation") | words("release", "issuer")
    lower = page.lower[slice(*head)]
    opens = page.token[head[0]][0].isupper() or lower[0] == "the"
    return opens and ":" not in lower and not page.token[head[0]].isdigit() and bool(bodies & set(lower))


def _is_department(page: Page, head: Range) -> bool:
    """A ministry rather than the state it belongs to."""
    return page.lower[head[0]] not in words("release", "state")


def _of(page: Page, head: Range) -> Range | None:
    """`of the Foreign Ministers of Ravia and Tarva`, the line under JOINT STATEMENT."""
    if page.lower[head[0]] not in ("of", "by", "from"):
        return None
    first = head[0] + (2 if page.lower[head[0] + 1 : head[0] + 2] == ["the"] else 1)
    return (first, head[1]) if first < head[1] else None


def released(page: Page, issuer: Range, found: list[Finding]) -> Iterator[Finding]:
    """A finding for each sentence below the headings that holds none of `found`."""
    taken = sorted(_extent(finding) for finding in found)
    at = 0
    below = max((head[1] for head in _headings(page)), default=0)
    for first, last in page.sentences:
        if first < below:
            continue
        while at < len(taken) and taken[at][1] <= first:
            at += 1
        if at < len(taken) and taken[at][0] < last:
            continue
        if _is_told(page, first, last):
            yield Finding("release", None, issuer, [(first, last)], signal="none")


def _extent(finding: Finding) -> Range:
    ranges = [*finding.content, *([finding.cue] if finding.cue else [])]
    return min(first for first, _ in ranges), max(last for _, last in ranges)


def _is_told(page: Page, first: int, last: int) -> bool:
    """A full sentence: a beginning, a verb, a stop; no line of an address, no quotation."""
    if last - first <= _FEWEST or page.token[last - 1] not in (".", "!") or ":" in page.token[first:last]:
        return False
    if any(page.quote_of[at] >= 0 for at in (first, last - 2)):
        return False
    if page.lower[first] in words("release", "formula"):
        return False
    return any(page.kind[at] == AUXILIARY or is_finite(page, at) for at in range(first + 1, last))
