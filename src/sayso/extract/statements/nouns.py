"""Cues that are no verbs: `X's claim that`, `according to X`, `reportedly`."""

from __future__ import annotations

from sayso.extract.statements.clauses import Clauses
from sayso.extract.statements.finding import Finding, Hit
from sayso.extract.statements.lexicon import OPEN
from sayso.extract.statements.mentions import Range, is_adverb, phrase_after, phrase_before

__all__ = ["Nouns"]

_NEAR = 12


class Nouns(Clauses):
    """The rules on nouns, prepositions and adverbs."""

    def _noun(self, hit: Hit) -> None:
        """`X's claim that …`, `their refusal to …`."""
        page = self.page
        if hit.end >= self.ceiling or page.lower[hit.end] not in hit.entry.takes:
            return
        first = hit.start
        while (
            first > self.edge
            and page.kind[first - 1] == OPEN
            and not page.lower[first - 1].endswith(("'s", "’s", "s'", "s’"))
            and page.token[first - 1] not in ("'", "’")
            and page.token[first - 1][0].islower()
            and first > hit.start - 2
        ):
            first -= 1
        owner = first - 1
        if owner < self.edge:
            return
        if page.lower[owner] in ("his", "her", "their", "its", "my", "our", "whose"):
            source: Range | None = (owner, first)
        elif page.lower[owner].endswith(("'s", "’s")) or page.token[owner] in ("'", "’"):
            source = phrase_before(page, first, self.edge)
        else:
            return
        if source is None:
            return
        begin = hit.end if page.lower[hit.end] in ("that", "to") else hit.end + 1
        if begin >= self.ceiling:
            return
        finding = Finding(
            "noun",
            (first, max(begin, hit.end)),
            source,
            [(begin, self._end_of_noun(begin))],
            hit.entry,
            signal=page.lower[hit.end],
        )
        finding.outer = self._part_from(source[0])
        if finding.outer is not None and finding.signal != "that":
            return
        self.found.append(finding)
        self.edge = begin

    def _preposition(self, hit: Hit) -> None:
        """`according to X, …` and `…, according to X`."""
        page = self.page
        at_head = hit.start <= self.floor + 1
        last_comma = page.token[hit.end : self.ceiling].count(",") == 1
        aside = self.open is not None and 0 <= hit.start - self.open.content[0][0] <= 2
        source = phrase_after(page, hit.end, self.ceiling, loose=not at_head and last_comma and not aside)
        if source is None or (
            hit.entry.forms[0] == "per" and not any(page.token[k][0].isupper() for k in range(*source))
        ):
            return
        if aside:
            self._aside(hit, source)
            return
        if at_head and source[1] < self.ceiling and page.token[source[1]] not in (",", "—", "–", ":"):
            source = (source[0], self._next_comma(source[1]))
        content = [] if at_head else [(self._start_of_clause(hit.start), hit.start)]
        rest = source[1]
        if rest < self.ceiling and page.token[rest] in (",", "—", "–", ":"):
            content.append((rest + 1, self.ceiling))
        content = [(a, b) for a, b in content if a < b]
        if content:
            finding = Finding(
                "preposition", (hit.start, hit.end), source, content, hit.entry, signal="head" if at_head else "tail"
            )
            self.found.append(finding)
            self.open = finding if content[-1][1] == self.ceiling else None
            self.edge = source[1]

    def _next_comma(self, at: int) -> int:
        """`According to a memo seen by the Herald, …`: the source runs to its comma."""
        near = range(at, min(self.ceiling, at + _NEAR))
        return next((k for k in near if self.page.token[k] == ","), at)

    def _aside(self, hit: Hit, source: Range) -> None:
        """`said that, according to X, …`: a statement inside the one that has just opened."""
        rest = source[1] + 1
        if rest < self.ceiling:
            inner = Finding(
                "preposition", (hit.start, hit.end), source, [(rest, self.ceiling)], hit.entry, signal="head"
            )
            inner.outer = self.open
            self.found.append(inner)
            self.edge = source[1]

    def _adverb(self, hit: Hit) -> None:
        """`reportedly`: the sentence without it; nobody is named."""
        page = self.page
        if self.open is not None or is_adverb(page, max(self.floor, hit.start - 1)):
            return
        subject = phrase_before(page, hit.start, self.edge)
        content = [*([subject] if subject else []), (hit.end, self.ceiling)]
        if hit.end < self.ceiling:
            finding = Finding("adverb", (hit.start, hit.end), None, content, hit.entry)
            self.found.append(finding)
            self.open, self.edge = finding, hit.end
