"""Direct quotations: from the quotation marks of a paragraph to source, cue and content.

What comes in: a page and its cue hits. What goes out: findings, and the hits they used. A quotation belongs to the cue
that follows it ("…," X said), to the one that leads up to it (X said: "…"), or, in the same paragraph or a paragraph
of its own, to the speaker before it. Marks around a word or a name are no statement.
"""

from __future__ import annotations

from bisect import bisect_left

from sayso.extract.statements.finding import Finding, Hit
from sayso.extract.statements.group import after, before
from sayso.extract.statements.lexicon import PRONOUN
from sayso.extract.statements.marks import ranges_of, sentence_before
from sayso.extract.statements.mentions import Range, first_phrase, is_adverb, phrase_after, phrase_before
from sayso.extract.statements.nounlike import reads_as_noun
from sayso.extract.statements.sentences import Page

__all__ = ["direct"]

_NEAR = 45
_LEAD = 16
_FAR = 70
_ENDS = frozenset(",.?!…—–-")
_FEW = 4
_TITLE = 8
_TAIL = "'’”\" )]\u00a0\n"


class _Direct:
    """The quotations of a page, worked through in order."""

    def __init__(self, page: Page, hits: list[Hit]) -> None:
        self.page = page
        self.hits = hits
        self.starts = [hit.start for hit in hits]
        self.found: list[Finding] = []
        self.used: set[Hit] = set()
        self.last: Finding | None = None
        self.last_paragraph = -2
        self.previous: Finding | None = None
        self.pending: list[Range] = []

    def run(self) -> None:
        ranges = ranges_of(self.page)
        at = 0
        for number, (first, last, _) in enumerate(self.page.paragraphs):
            self.previous = None
            edge = first
            begin = at
            while at < len(ranges) and ranges[at][0] < last:
                at += 1
            for k in range(begin, at):
                quote, following = ranges[k], ranges[k + 1][0] if k + 1 < at else last
                self._quotation(number, quote, (edge, first), min(following, last))
                edge = quote[1]

    def _quotation(self, number: int, quote: Range, floor: Range, ceiling: int) -> None:
        """Give one quotation to a speaker; `floor` is the end of the last quotation, and the paragraph's beginning."""
        page = self.page
        if quote[1] - quote[0] < 3:
            return
        mark = page.quotes[page.quote_of[quote[0]]]
        if mark.continued and self.last is not None and self.last_paragraph == number - 1:
            self._join(self.last, quote, number)
            return
        if not mark.continued:
            self.pending = []
        found = self._cue_after(quote, floor[1], ceiling) or self._cue_before(quote, floor[0])
        if found is None:
            found = (
                None
                if self._leads_on(quote) and not self._continues(quote)
                else self._no_cue(number, quote, floor, ceiling)
            )
            if found is None:
                self.pending.append(quote)
                return
        if found is not self.previous:
            found.content[:0], self.pending = self.pending, []
            self.found.append(found)
        self.previous = self.last = found
        self.last_paragraph = number

    def _leads_on(self, quote: Range) -> bool:
        """Does the next quotation go on from this one, in a paragraph of its own? Then the cue may stand there."""
        number = self.page.quote_of[quote[0]] + 1
        return number < len(self.page.quotes) and self.page.quotes[number].continued

    def _join(self, finding: Finding, quote: Range, number: int) -> None:
        finding.content.append(quote)
        self.last_paragraph = number

    # "…," X said.

    def _cue_after(self, quote: Range, floor: int, ceiling: int) -> Finding | None:
        page = self.page
        if not self._sounds_ended(quote):
            return None
        own = page.sentence_at(quote[1])
        anew = own[0] >= quote[1]
        ceiling = min(ceiling, own[1])
        few = quote[1] - quote[0] <= _TITLE
        for k in range(bisect_left(self.starts, quote[1]), len(self.hits)):
            hit = self.hits[k]
            if hit.start >= min(ceiling, quote[1] + _NEAR):
                return None
            if hit in self.used or hit.entry.kind != "verb" or not {"quote", "end"} & hit.entry.takes:
                continue
            inverted = hit.start == quote[1] and page.token[hit.start][0].islower()
            if (
                (anew or few)
                and not inverted
                and after(page, hit.end, ceiling, hit.entry).signal not in ("end", "quote")
            ):
                return None
            finding = self._after(quote, hit, ceiling)
            if finding:
                first = finding.cue[0] if finding.cue else hit.start
                self.used.update(other for other in self.hits[max(0, k - 1) : k + 1] if other.start >= first)
                finding.content = self._widened(quote, floor)
                return finding
        return None

    def _sounds_ended(self, quote: Range) -> bool:
        page = self.page
        mark = page.quotes[page.quote_of[quote[0]]]
        inner = page.text[mark.inner_start : mark.inner_end].rstrip(_TAIL)[-1:]
        after = page.text[mark.end : mark.end + 1]
        return (bool(inner) and inner in _ENDS) or after in (",", "—", "–")

    def _after(self, quote: Range, hit: Hit, ceiling: int) -> Finding | None:
        page = self.page
        start = quote[1] + (quote[1] < ceiling and page.token[quote[1]] in (",", "—", "–"))
        group = before(page, hit.start, start)
        if group.infinitive or group.modal:
            return None
        if group.start == start or all(is_adverb(page, k) for k in range(start, group.start)):
            source = phrase_after(page, hit.end, ceiling)
            rule = "quote-inverted"
        else:
            source = phrase_before(page, group.start, start)
            rule = "quote-after"
            if source and source[0] > start + 3:
                return None
            if source and reads_as_noun(page, hit.start, hit.entry, source, "quote"):
                return None
        if source is None:
            return None
        return Finding(rule, (group.start, hit.end), source, [quote], hit.entry, group.negated, signal="quote")

    def _widened(self, quote: Range, floor: int) -> list[Range]:
        """A sentence that only ends in marks (`The list was "false," he said`) is content from its beginning."""
        page = self.page
        sentence = sentence_before(page, quote[0], floor)
        begin = max(sentence, floor)
        lead = quote[0] - begin
        if self.previous is not None and lead <= 2:
            return [quote]
        if lead > 0 and page.token[quote[0] - 1] not in (":", ",") and page.quote_of[begin] < 0:
            return [(begin, quote[1])]
        if lead > 0 and page.token[quote[0] - 1] == "," and page.quote_of[begin] < 0 and lead > 2:
            return [(begin, quote[1])]
        return [quote]

    # X said: "…"

    def _cue_before(self, quote: Range, floor: int) -> Finding | None:
        page = self.page
        lead = quote[0] - 1
        if lead < floor or (self.previous is not None and self._continues(quote)):
            return None
        k = bisect_left(self.starts, quote[0]) - 1
        if page.token[lead] not in (",", ":"):
            return self._spans(quote, k)
        while k >= 0 and self.hits[k].start >= max(floor, quote[0] - _LEAD):
            hit = self.hits[k]
            k -= 1
            if hit in self.used or hit.entry.kind != "verb" or not {"quote", "end", "that"} & hit.entry.takes:
                continue
            if "." in page.token[hit.end : quote[0]] and page.token[lead] != ":":
                return None
            finding = self._before(quote, hit, floor)
            if finding:
                return finding
        return self._label(quote, floor) if page.token[lead] == ":" else None

    def _before(self, quote: Range, hit: Hit, floor: int) -> Finding | None:
        page = self.page
        group = before(page, hit.start, floor)
        if group.infinitive or group.modal or group.passive:
            return None
        source = phrase_before(page, group.start, floor)
        if source is None:
            source = first_phrase(page, max(floor, sentence_before(page, hit.start, floor)), hit.start)
        elif reads_as_noun(page, hit.start, hit.entry, source, "quote"):
            return None
        if source is None:
            return None
        self.used.add(hit)
        content = [quote]
        start = max(floor, page.sentence_at(hit.start)[0])
        inner = page.token[quote[0] + 1][0]
        if (
            inner.islower()
            and page.token[quote[0] - 1] == ","
            and source[0] - 1 > start
            and page.token[source[0] - 1] == ","
        ):
            content = [(start, source[0] - 1), quote]
        return Finding(
            "quote-before", (group.start, hit.end), source, content, hit.entry, group.negated, signal="quote"
        )

    def _spans(self, quote: Range, k: int) -> Finding | None:
        """`X said "A. B."`: marks right behind the cue that hold more than a part of a sentence."""
        page = self.page
        if k < 0 or self.hits[k].end != quote[0] or self.hits[k] in self.used:
            return None
        hit = self.hits[k]
        if hit.entry.kind != "verb" or "quote" not in hit.entry.takes or not self._sounds_ended(quote):
            return None
        return self._before(quote, hit, max(0, hit.start - _LEAD * 2, sentence_before(page, hit.start, 0)))

    def _label(self, quote: Range, floor: int) -> Finding | None:
        """`And from Chairwoman Y: "…"`: a name before a colon."""
        page = self.page
        source = phrase_before(page, quote[0] - 1, max(floor, sentence_before(page, quote[0] - 1, floor)))
        if source is None or not page.token[source[0]][0].isupper():
            source = self._subject(quote, floor)
        if source is None:
            return None
        return Finding("quote-label", None, source, [quote], signal="quote")

    def _subject(self, quote: Range, floor: int) -> Range | None:
        """`Her aide, Ivo Rovik, went further: "…"`: the subject of a sentence that leads up to a long quotation."""
        page = self.page
        if quote[1] - quote[0] < _FEW * 2:
            return None
        begin = max(floor, sentence_before(page, quote[0] - 1, floor))
        source = first_phrase(page, begin, quote[0] - 1)
        if source is None or page.lower[source[0]] in ("it", "this", "that", "there", "i"):
            return None
        if page.token[source[1]] == "," and page.token[source[1] + 1][0].isupper():
            apposed = phrase_after(page, source[1] + 1, quote[0] - 1, loose=False)
            source = (source[0], apposed[1]) if apposed else source
        return source if any(page.token[at][0].isupper() for at in range(*source)) else None

    # no cue

    def _no_cue(self, number: int, quote: Range, floor: Range, ceiling: int) -> Finding | None:
        page = self.page
        long = quote[1] - quote[0] >= _FEW + 2
        if self.previous is not None and self._continues(quote):
            self._join(self.previous, quote, number)
            return self.previous
        signed = self._signed(quote, ceiling) if long else None
        if signed:
            return signed
        at_start = quote[0] == floor[1] or page.token[quote[0] - 1] in ".?!:"
        if not long or not at_start or not self._sounds_ended(quote) or not self._stands_alone(quote, ceiling):
            return None
        if quote[0] == floor[1]:
            if self.last is not None and self.last_paragraph >= number - 1:
                return Finding("run", None, None, [quote], runs_on=True)
            return None
        begin = sentence_before(page, quote[0] - 1, floor[1])
        source = first_phrase(page, max(begin, floor[0]), quote[0])
        if source and (page.kind[source[0]] == PRONOUN or page.token[source[0]][0].isupper()):
            return Finding("quote-near", None, source, [quote])
        return None

    def _continues(self, quote: Range) -> bool:
        """In the same paragraph, after `"A," X said.`: the next marks, opened by a capital or after `X said,`."""
        page = self.page
        if self.previous is None:
            return False
        lead = page.token[quote[0] - 1]
        last = self.previous.cue[1] if self.previous.cue else 0
        gap = range(max(last, self.previous.content[-1][1]), quote[0])
        if len(gap) > _LEAD and (len(gap) > _FAR or page.sentence_at(last)[1] < quote[0]):
            return False
        if lead == ":" and page.sentence_at(quote[0])[0] >= self.previous.content[-1][1]:
            return False
        if lead in (",", "—", "–", ":"):
            return True
        inner = page.token[quote[0] + 1 : quote[0] + 2]
        return lead in (".", "?", "!") and bool(inner) and not inner[0][0].islower()

    def _stands_alone(self, quote: Range, ceiling: int) -> bool:
        after = self.page.token[quote[1] : quote[1] + 1]
        return quote[1] >= ceiling or not after[0][0].islower()

    def _signed(self, quote: Range, ceiling: int) -> Finding | None:
        """`"…" - Commissioner X`."""
        page = self.page
        at = quote[1]
        if at + 1 >= ceiling or page.token[at] not in ("-", "–", "—", "―") or not page.token[at + 1][0].isupper():
            return None
        source = phrase_after(page, at + 1, ceiling)
        return Finding("quote-signed", None, source, [quote], signal="quote") if source else None


def direct(page: Page, hits: list[Hit]) -> tuple[list[Finding], set[Hit]]:
    """The direct quotations of a page, and the cue hits that they used."""
    work = _Direct(page, hits)
    work.run()
    return work.found, work.used
