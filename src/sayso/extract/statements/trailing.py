"""Content before its cue: `…, X said.`, `…, X said, …`, `…, said X.`, `…, as X said`."""

from __future__ import annotations

from sayso.extract.statements.clauses import DASHES, Clauses
from sayso.extract.statements.finding import Finding, Hit
from sayso.extract.statements.group import Group, Opening, before
from sayso.extract.statements.lexicon import PRONOUN, words
from sayso.extract.statements.mentions import Range, phrase_after
from sayso.extract.statements.sentences import CLOSERS, Page

__all__ = ["Trailing"]


class Trailing(Clauses):
    """The rules on verbs that close their content, or stand inside it."""

    def _closes(self, hit: Hit, source: Range, opening: Opening, *, elided: bool) -> bool:
        """`…, X said.` and `…, X said, …`: the content stands before the cue, or on both sides of it."""
        page = self.page
        if elided or opening.signal != "end" or "end" not in hit.entry.takes:
            return False
        comma = source[0] - 1
        if comma > self.floor and page.lower[comma] == "as" and page.token[comma - 1] == ",":
            if page.lower[hit.start - 1] == "to":
                return True  # a saying: `…, as my grandmother used to say`
            self._before(hit, source, comma - 1, opening.at, "as")
            return True
        if comma <= self.floor or not (
            page.token[comma] == "," or page.token[comma] in CLOSERS or page.token[comma] in DASHES
        ):
            return False
        self._before(hit, source, comma, opening.at, "trailing")
        return True

    def _before(self, hit: Hit, source: Range, comma: int, resume: int, rule: str) -> None:
        page = self.page
        begin = self._start_of_clause(comma)
        if comma - begin < 1:
            return
        content = [(begin, comma)]
        end = resume
        while (
            end < self.ceiling and page.token[end] != "," and page.token[end] not in DASHES and page.token[end] != ";"
        ):
            end += 1
        if end + 1 < self.ceiling and page.token[end] != ";" and not page.lower[end + 1].endswith("ing"):
            content.append((end + 1, self.ceiling))
            rule = "parenthetical"
        group = before(page, hit.start, self.edge)
        finding = Finding(rule, (group.start, hit.end), source, content, hit.entry, group.negated, signal="end")
        self.found.append(finding)
        if len(content) == 2 and page.lower[end + 1] in ("and", "but") and end + 3 < self.ceiling:
            # `One was hurt, he said, and a mill had burned`: what the conjunction adds is a statement of its own
            finding.content = content[:1]
            finding = Finding(
                rule, finding.cue, source, [(end + 2, self.ceiling)], hit.entry, group.negated, signal="end"
            )
            self.found.append(finding)
        self.open = finding if len(content) == 2 else None
        self.edge = max(hit.end, source[1])

    def _inverted(self, hit: Hit, group: Group, opening: Opening) -> bool:
        """`…, said X, a spokesman for Y.`"""
        page = self.page
        takes = hit.entry.takes
        if (
            opening.signal not in ("bare", "object")
            or "end" not in takes
            or "addressee" in takes
            or group.start != hit.start
        ):
            return False
        comma = hit.start - 1
        if comma <= self.floor or not (page.token[comma] == "," or page.token[comma] in CLOSERS):
            return False
        source = phrase_after(page, hit.end, self.ceiling)
        if source is None or (page.kind[source[0]] == PRONOUN and page.lower[source[0]] not in ("he", "she", "they")):
            return False
        if page.lower[source[0]] in words("cue", "weekday") or not _may_speak(page, source):
            return False
        end = source[1]
        if (
            end < self.ceiling
            and page.token[end] not in (",", ";", ":", *DASHES)
            and page.lower[end] not in words("cue", "adjunct")
        ):
            return False
        self._before(hit, source, comma, end, "inverted")
        return True


def _may_speak(page: Page, source: Range) -> bool:
    """A phrase behind `…, said` is a name, a pronoun, or a role."""
    if page.kind[source[0]] == PRONOUN:
        return True
    words_of = range(*source)
    spoken = words("speaker", "role") | words("speaker", "collective")
    return any(page.token[k][0].isupper() or page.lower[k] in spoken for k in words_of)
