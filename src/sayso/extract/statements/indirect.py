"""Indirect and mixed statements: from the cues of a sentence to source, cue and content.

What comes in: a page and its cue hits, less those that direct quotations used. What goes out: findings, sentence by
sentence, left to right. A verb may open its content ("X said that …"), close it ("…, X said"), stand inside it, or hang
on the subject before it ("…, adding that …", "… and said"). A later cue ends the content of an earlier one where a comma or
an `and` parts them; where nothing does, it is a statement inside that statement.
"""

from __future__ import annotations

from sayso.extract.statements.cues import Cue
from sayso.extract.statements.finding import Finding, Hit
from sayso.extract.statements.group import Group, Opening, after, before, reads_as_noun
from sayso.extract.statements.lexicon import OPEN, PRONOUN, RELATIVE, SUBORDINATE, words
from sayso.extract.statements.mentions import Range, first_phrase, is_adverb, phrase_after, phrase_before
from sayso.extract.statements.sentences import CLOSERS, Page

__all__ = ["Sentence"]

_CONNECTORS = frozenset(["and", "but", "or", "while", "though", "although", "then", "yet"])
_CONTENT_SIGNALS = frozenset({"that", "wh", "to", "object", "quote", "bare"})
_DASHES = frozenset("–—")


class Sentence:
    """The findings of one sentence [floor, ceiling), built up left to right."""

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

    def read(self, hits: list[Hit], quoted: Range | None = None) -> list[Finding]:
        """Work through the hits in order; `quoted` is the source of a direct quotation in this sentence, if it has one."""
        self.subject = quoted
        for hit in hits:
            if hit.start < self.edge:
                continue
            kind = hit.entry.kind
            if kind == "verb":
                self._verb(hit)
            elif kind == "noun":
                self._noun(hit)
            elif kind == "preposition":
                self._preposition(hit)
            else:
                self._adverb(hit)
        return self.found

    # verbs

    def _verb(self, hit: Hit) -> None:
        if "silence" in hit.entry.takes:
            self._silence(hit)
            return
        group = before(self.page, hit.start, self.edge)
        if group.infinitive:
            return
        opening = after(self.page, hit.end, self.ceiling, hit.entry)
        if group.passive:
            self._passive(hit, group, opening)
            return
        if group.participle:
            self._participle(hit, group, opening)
            return
        if self._hypothetical(group):
            return
        if self._inverted(hit, group, opening):
            return
        self._finite(hit, group, opening)

    def _silence(self, hit: Hit) -> None:
        """`would not comment`, `did not return calls`: the cue and the rest of its clause are all there is to tell."""
        source = phrase_before(self.page, hit.start, self.edge)
        connector = hit.start - 1
        if source is None and connector >= self.edge and self.page.lower[connector] in (*_CONNECTORS, ","):
            source = self._subject_so_far()
        if source is None:
            return
        self._part_from(source[0] if source[1] == hit.start else connector)
        finding = Finding(
            "silence", (hit.start, hit.end), source, [(hit.start, self._end_of_noun(hit.end))], hit.entry, negated=True
        )
        self.found.append(finding)
        self.open, self.edge = None, hit.end

    def _hypothetical(self, group: Group) -> bool:
        """`would say`, `if X says`: nobody has said it; `would not say` is a refusal to say."""
        return group.modal and not group.negated

    def _finite(self, hit: Hit, group: Group, opening: Opening) -> None:
        page = self.page
        source = phrase_before(page, group.start, self.edge)
        connector = group.start - 1
        elided = source is None or source[0] >= group.start
        if source and reads_as_noun(page, hit.start, hit.entry, source, opening.signal):
            return
        if elided:
            if connector < self.edge or page.lower[connector] not in (*_CONNECTORS, ","):
                return
            source = self._subject_so_far()
            if (
                source is None
                or hit.entry.forms[0] == page.lower[hit.start]
                or page.lower[hit.end : hit.end + 1] in (["in"], ["by"])
            ):
                return
        assert source is not None
        if not elided and page.lower[max(self.floor, source[0] - 1)] in words("cue", "hypothesis"):
            return
        if self._closes(hit, source, opening, elided=elided):
            return
        if not self._licensed(hit, opening) or page.lower[opening.at - 1 : opening.at + 2] == ["not", "to", "be"]:
            return
        rule = "elided" if elided else "relative" if page.kind[source[0]] == RELATIVE else "finite"
        where = connector if elided else source[0]
        self._post(hit, group, opening, source, rule, where)

    def _subject_so_far(self) -> Range | None:
        """The last source of this sentence, else its first noun phrase."""
        for finding in reversed(self.found):
            if finding.source and finding.rule in ("finite", "elided", "participle", "relative"):
                return finding.source
        if self.subject is None:
            self.subject = first_phrase(self.page, self.floor, self.ceiling)
        return self.subject

    def _licensed(self, hit: Hit, opening: Opening) -> bool:
        takes, signal = hit.entry.takes, opening.signal
        if signal == "end":
            return False
        if signal == "told":
            return "addressee" in takes
        if signal in takes:
            return True
        if "object" in takes and signal in ("quote", "wh", "bare", "that"):
            return True
        if "name" in takes and signal in ("bare", "object"):
            word = self.page.token[opening.at]
            return word[0].isupper() or word in ("him", "her", "them")
        return signal == "quote" and "bare" in takes

    def _post(self, hit: Hit, group: Group, opening: Opening, source: Range, rule: str, where: int) -> None:
        """Content opens behind the cue and runs to the end of the sentence, unless a later cue cuts it."""
        if opening.at >= self.ceiling:
            return
        outer = self._part_from(where)
        if outer is not None and not _utters(hit.entry, opening.signal):
            return
        end = self._end_of_object(opening.at) if opening.signal == "object" else self._end_of_marks()
        finding = Finding(rule, (group.start, hit.end), source, [(opening.at, end)], hit.entry, group.negated)
        finding.signal, finding.outer = opening.signal, outer
        self.found.append(finding)
        self.open = finding
        self.edge = hit.end

    def _end_of_object(self, begin: int) -> int:
        """An object ends where a clause is hung on it behind a comma: `, who …`, `, even though …`."""
        page = self.page
        for at in range(begin + 2, self.ceiling - 1):
            if page.token[at] == "," and page.quote_of[at] < 0 and self._hangs_on(at + 1):
                return at
        return self._end_of_marks()

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
        """End the open content where a comma or conjunction stands before token `where`; else that content is around us."""
        if self.open is None:
            return None
        begin, end = self.open.content[-1]
        if not begin <= where < end:
            return None
        cut = where
        page = self.page
        parted = page.lower[cut] in _CONNECTORS or page.lower[cut] == ","
        while cut > begin and (
            page.lower[cut - 1] in _CONNECTORS or page.lower[cut - 1] in ",;" or page.token[cut - 1] in _DASHES
        ):
            cut -= 1
            parted = True
        if not parted or cut <= begin:
            return self.open
        self.open.content[-1] = (begin, cut)
        return None

    # content before the cue

    def _closes(self, hit: Hit, source: Range, opening: Opening, *, elided: bool) -> bool:
        """`…, X said.` and `…, X said, …`: the content stands before the cue, or on both sides of it."""
        page = self.page
        if elided or opening.signal != "end" or "end" not in hit.entry.takes:
            return False
        comma = source[0] - 1
        if comma > self.floor and page.lower[comma] == "as" and page.token[comma - 1] == ",":
            self._before(hit, source, comma - 1, opening.at, "as")
            return True
        if comma <= self.floor or not (
            page.token[comma] == "," or page.token[comma] in CLOSERS or page.token[comma] in _DASHES
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
            end < self.ceiling and page.token[end] != "," and page.token[end] not in _DASHES and page.token[end] != ";"
        ):
            end += 1
        if end + 1 < self.ceiling and page.token[end] != ";" and not page.lower[end + 1].endswith("ing"):
            content.append((end + 1, self.ceiling))
            rule = "parenthetical"
        first = before(page, hit.start, self.edge).start
        finding = Finding(rule, (first, hit.end), source, content, hit.entry, signal="end")
        self.found.append(finding)
        self.open = finding if len(content) == 2 else None
        self.edge = max(hit.end, source[1])

    def _start_of_clause(self, comma: int) -> int:
        """Content before a cue reaches back to the sentence's beginning, or to the end of what was found before."""
        begin = self.floor
        if self.open and self.open.content[-1][0] < comma < self.open.content[-1][1]:
            start, _ = self.open.content[-1]
            cut = self._last_break(start, comma)
            spoken = self.open.entry is not None and _utters(self.open.entry, self.open.signal)
            if spoken and cut > start:
                begin = cut
                self.open.content[-1] = (start, cut)
            elif spoken:
                self.open.content[-1] = (start, comma)
            else:
                self.found.remove(self.open)
                self.open = None
        while begin < comma and (
            self.page.token[begin] in _CONNECTORS or self.page.token[begin] in ",;" or self.page.token[begin] in CLOSERS
        ):
            begin += 1
        return begin

    def _last_break(self, start: int, comma: int) -> int:
        page = self.page
        for at in range(comma - 1, start, -1):
            if page.lower[at] in ("and", "but", "while") or page.token[at] == ";":
                return at
        return start

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
            and page.token[end] not in (",", ";", ":", *_DASHES)
            and page.lower[end] not in words("cue", "adjunct")
        ):
            return False
        self._before(hit, source, comma, end, "inverted")
        return True

    # other shapes

    def _participle(self, hit: Hit, group: Group, opening: Opening) -> None:
        """`…, adding that …`: the subject of the sentence says it, or the noun right before the participle."""
        page = self.page
        if not self._licensed(hit, opening) or group.modal:
            return
        at = group.start - 1
        if at < self.floor:
            source = None
            comma = next((k for k in range(opening.at, self.ceiling) if page.token[k] == ","), None)
            source = phrase_after(page, comma + 1, self.ceiling) if comma else None
            if source is None or comma is None:
                return
            finding = Finding(
                "fronted", (group.start, hit.end), source, [(opening.at, comma)], hit.entry, group.negated
            )
            finding.signal = opening.signal
            self.found.append(finding)
            self.edge = comma
            return
        loose = (
            page.token[at] == ","
            or page.token[at] in _DASHES
            or page.lower[at] in ("and", "in", "by", "while", "after", "before", "without", "of", "for")
        )
        if page.lower[at] in ("without", "of", "for", "before"):
            return
        source = self._subject_so_far() if loose else phrase_before(page, group.start, self.edge)
        if source is None or source[1] > group.start:
            return
        rule = "participle" if loose else "attached"
        if not loose and opening.signal not in ("that", "wh", "quote"):
            return
        self._post(hit, group, opening, source, rule, at if loose else source[0])

    def _passive(self, hit: Hit, group: Group, opening: Opening) -> None:
        """`is expected to …`: content is subject and complement, nobody says it."""
        page = self.page
        if "passive" not in hit.entry.takes or opening.signal not in ("to", "object", "bare", "that"):
            return
        subject = phrase_before(page, group.start, self.edge)
        if subject is None or page.lower[opening.at] == "by":
            return
        finding = Finding(
            "passive", (group.start, hit.end), None, [subject, (opening.at, self.ceiling)], hit.entry, group.negated
        )
        if self._part_from(subject[0]) is not None:
            return
        finding.signal = opening.signal
        self.found.append(finding)
        self.open, self.edge = finding, hit.end

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

    def _end_of_noun(self, begin: int) -> int:
        """The complement of a noun ends at a comma."""
        page = self.page
        for at in range(begin, self.ceiling):
            if page.token[at] in (",", ";", "—", "–") and page.quote_of[at] < 0:
                return at
        return self.ceiling

    def _preposition(self, hit: Hit) -> None:
        """`according to X, …` and `…, according to X`."""
        page = self.page
        at_head = hit.start <= self.floor + 1
        last_comma = page.token[hit.end : self.ceiling].count(",") == 1
        source = phrase_after(page, hit.end, self.ceiling, loose=not at_head and last_comma)
        if source is None or (hit.entry.forms[0] == "per" and not page.token[source[0]][0].isupper()):
            return
        if self.open and 0 <= hit.start - self.open.content[0][0] <= 2:
            self._aside(hit, source)
            return
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


_INNER_ACTS = frozenset(("assurance", "denial", "accusation", "demand", "appeal", "refusal", "acceptance", "offer"))


def _may_speak(page: Page, source: Range) -> bool:
    """A phrase behind `…, said` is a name, a pronoun, or a role."""
    if page.kind[source[0]] == PRONOUN:
        return True
    words_of = range(*source)
    spoken = words("speaker", "role") | words("speaker", "collective")
    return any(page.token[k][0].isupper() or page.lower[k] in spoken for k in words_of)


def _utters(cue: Cue, signal: str) -> bool:
    """Is this a cue of speech, not of mind? Only speech is kept as a statement inside a statement."""
    if cue.act in _INNER_ACTS:
        return signal in ("that", "to", "object", "told")
    return "quote" in cue.takes and cue.act != "attitude" and signal in ("that", "bare", "wh", "told")
