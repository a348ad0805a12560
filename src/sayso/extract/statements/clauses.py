"""Where content begins and ends in one sentence: what the rules on verbs and nouns share.

A later cue ends the content of an earlier one where a comma or an `and` parts them; where nothing does, it is a
statement inside that statement.
"""

from __future__ import annotations

from sayso.extract.statements.cues import Cue
from sayso.extract.statements.finding import Finding
from sayso.extract.statements.lexicon import RELATIVE, SUBORDINATE
from sayso.extract.statements.mentions import Range, first_phrase, is_finite
from sayso.extract.statements.sentences import CLOSERS, Page

__all__ = ["CONNECTORS", "DASHES", "Clauses", "utters"]

CONNECTORS = frozenset(["and", "but", "or", "while", "though", "although", "then", "yet"])
DASHES = frozenset("–—")
_INNER_ACTS = frozenset(("assurance", "denial", "accusation", "demand", "appeal", "refusal", "acceptance", "offer"))
_SPOKEN = frozenset(("finite", "elided", "participle", "relative", "trailing", "parenthetical", "inverted"))


class Clauses:
    """One sentence [floor, ceiling): what was found so far, and the finding whose content is still open."""

    def __init__(self, page: Page, floor: int, ceiling: int) -> None:
        self.page = page
        self.floor = floor
        self.ceiling = ceiling
        while self.ceiling > floor and (
            page.token[self.ceiling - 1] in ".?!…" or page.token[self.ceiling - 1] in CLOSERS
        ):
            self.ceiling -= 1
        self.edge = floor
        self.found: list[Finding] = []
        self.open: Finding | None = None
        self.subject: Range | None = None

    def _subject_so_far(self) -> Range | None:
        """The last source of this sentence, else its first noun phrase."""
        for finding in reversed(self.found):
            if finding.source and finding.rule in _SPOKEN:
                return finding.source
        if self.subject is None:
            self.subject = first_phrase(self.page, self.floor, self.ceiling)
        return self.subject

    def _end_of_object(self, begin: int) -> int:
        """An object ends where a clause is hung on it behind a comma: `, who …`, `, even though …`."""
        page = self.page
        for at in range(begin + 2, self.ceiling - 1):
            if page.token[at] == "," and page.quote_of[at] < 0 and (self._hangs_on(at + 1) or self._another(at + 1)):
                return at
        return self._end_of_marks()

    def _another(self, at: int) -> bool:
        """`…, and Ravia offered help`: another subject with a verb of its own."""
        page = self.page
        if at + 1 >= len(page.token) or page.lower[at] not in CONNECTORS or not page.token[at + 1][0].isupper():
            return False
        return any(is_finite(page, k) for k in range(at + 2, min(self.ceiling, at + 5)))

    def _hangs_on(self, at: int) -> bool:
        page = self.page
        if page.lower[at] == "even":
            return True
        return page.kind[at] == SUBORDINATE or (page.kind[at] == RELATIVE and page.lower[at] != "that")

    def _end_of_marks(self) -> int:
        """The end of the sentence, or of the quotation that it ends in."""
        page, end = self.page, self.ceiling
        number = page.quote_of[end - 1]
        while number >= 0 and end < len(page.token) and page.quote_of[end] == number:
            end += 1
        return end

    def _part_from(self, where: int) -> Finding | None:
        """End the open content where a comma or conjunction stands before token `where`; else it is around us."""
        if self.open is None:
            return None
        begin, end = self.open.content[-1]
        if not begin <= where < end:
            return None
        cut = where
        page = self.page
        parted = page.lower[cut] in CONNECTORS or page.lower[cut] == ","
        while cut > begin and (
            page.lower[cut - 1] in CONNECTORS or page.lower[cut - 1] in ",;" or page.token[cut - 1] in DASHES
        ):
            cut -= 1
            parted = True
        if not parted or cut <= begin:
            return self.open
        self.open.content[-1] = (begin, cut)
        return None

    def _start_of_clause(self, comma: int) -> int:
        """Content before a cue reaches back to the sentence's beginning, or to the end of what was found before."""
        begin = self.floor
        if self.open and self.open.content[-1][0] < comma < self.open.content[-1][1]:
            start, _ = self.open.content[-1]
            cut = self._last_break(start, comma)
            spoken = self.open.entry is not None and utters(self.open.entry, self.open.signal)
            if spoken and cut > start:
                begin = cut
                self.open.content[-1] = (start, cut)
            elif spoken:
                self.open.content[-1] = (start, comma)
            else:
                self.found.remove(self.open)
                self.open = None
        while begin < comma and (
            self.page.token[begin] in CONNECTORS or self.page.token[begin] in ",;" or self.page.token[begin] in CLOSERS
        ):
            begin += 1
        return begin

    def _last_break(self, start: int, comma: int) -> int:
        page = self.page
        for at in range(comma - 1, start, -1):
            if page.lower[at] in ("and", "but", "while") or page.token[at] == ";":
                return at
        return start

    def _end_of_noun(self, begin: int) -> int:
        """The complement of a noun ends at a comma."""
        page = self.page
        for at in range(begin, self.ceiling):
            if page.token[at] in (",", ";", "—", "–") and page.quote_of[at] < 0:
                return at
        return self.ceiling


def utters(cue: Cue, signal: str) -> bool:
    """Is this a cue of speech, not of mind? Only speech is kept as a statement inside a statement."""
    if cue.act in _INNER_ACTS:
        return signal in ("that", "to", "object", "told")
    return "quote" in cue.takes and cue.act != "attitude" and signal in ("that", "bare", "wh", "told")
