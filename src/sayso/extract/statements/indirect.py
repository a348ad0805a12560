"""Indirect and mixed statements: from the cues of a sentence to source, cue and content.

What comes in: a page and its cue hits, less those that direct quotations used. What goes out: findings, sentence by
sentence, left to right. A verb may open its content ("X said that …"), close it ("…, X said"), stand inside it, or hang
on the subject before it ("…, adding that …", "… and said").
"""

from __future__ import annotations

from functools import cache

from sayso.extract.statements.clauses import CONNECTORS, DASHES, utters
from sayso.extract.statements.finding import Finding, Hit
from sayso.extract.statements.group import Group, Opening, after, before
from sayso.extract.statements.lexicon import RELATIVE, words
from sayso.extract.statements.mentions import Range, phrase_after, phrase_before
from sayso.extract.statements.nounlike import reads_as_noun
from sayso.extract.statements.nouns import Nouns
from sayso.extract.statements.trailing import Trailing

__all__ = ["Sentence"]

_OF_SUBJECT = frozenset(("denial", "refusal", "condemnation", "support", "acceptance", "accusation"))
"""Acts whose object is what the act is about, so that the subject of their passive is the content."""


@cache
def _idle() -> tuple[str, ...]:
    return tuple(f"{phrase.replace('_', ' ')} " for phrase in words("cue", "idle"))


class Sentence(Nouns, Trailing):
    """The findings of one sentence, built up left to right."""

    def read(self, hits: list[Hit], quoted: Range | None = None) -> list[Finding]:
        """Work through the hits in order; `quoted` is the source of a direct quotation in this sentence."""
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
        elided = source is None
        if elided and connector >= self.edge and self.page.lower[connector] in (*CONNECTORS, ","):
            source = self._subject_so_far()
        if source is None:
            return
        self._part_from(connector if elided else source[0])
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
            if connector < self.edge or page.lower[connector] not in (*CONNECTORS, ","):
                return
            source = self._subject_so_far()
            if (
                source is None
                or hit.entry.forms[0] == page.lower[hit.start]
                or page.lower[hit.end : hit.end + 1] in (["in"], ["by"])
            ):
                return
        assert source is not None
        if not elided and (self._supposed(source[0]) or self._nobody(source[0])):
            return
        if self._says_nothing(hit, opening):
            return
        if self._closes(hit, source, opening, elided=elided):
            return
        if not self._licensed(hit, opening) or page.lower[opening.at : opening.at + 3] == ["not", "to", "be"]:
            return
        rule = "elided" if elided else "relative" if page.kind[source[0]] == RELATIVE else "finite"
        where = connector if elided else source[0]
        self._post(hit, group, opening, source, rule, where)

    def _supposed(self, first: int) -> bool:
        """`if he says`, `if the general says that he wants`: a condition that no comma has closed yet."""
        page, hypothesis = self.page, words("cue", "hypothesis")
        if page.lower[max(self.floor, first - 1)] in hypothesis:
            return True
        return page.lower[self.floor] in ("if", "suppose", "unless") and "," not in page.token[self.floor : first]

    def _nobody(self, first: int) -> bool:
        """`Nobody said`, `No officer denied`, `Neither side rejected`: nobody did."""
        lower, nobody = self.page.lower, words("cue", "nobody")
        return lower[first] in nobody or (first > self.floor and lower[first - 1] in nobody)

    def _says_nothing(self, hit: Hit, opening: Opening) -> bool:
        """`says a lot about`; `told to rest`, whose subject is the person told."""
        page = self.page
        if opening.signal == "to" and opening.at == hit.end and page.lower[hit.start] == "told":
            return True
        if page.lower[hit.start] not in ("says", "say", "said"):
            return False
        behind = " ".join(page.lower[hit.end : hit.end + 3]) + " "
        return behind.startswith(_idle())

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
        if outer is not None and not utters(hit.entry, opening.signal):
            return
        end = self._end_of_object(opening.at) if opening.signal == "object" else self._end_of_marks()
        finding = Finding(rule, (group.start, hit.end), source, [(opening.at, end)], hit.entry, group.negated)
        finding.signal, finding.outer = opening.signal, outer
        self.found.append(finding)
        self.open = finding
        self.edge = hit.end

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
            or page.token[at] in DASHES
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

    def _by(self, hit: Hit, group: Group) -> None:
        """`The claim was rejected by the army`: the agent says it; the subject is what is denied, blamed or backed."""
        page = self.page
        source = phrase_after(page, hit.end + 1, self.ceiling)
        begin = max(self.edge, self.floor)
        if source is None or hit.entry.act not in _OF_SUBJECT or "object" not in hit.entry.takes or group.modal:
            return
        if self.open is not None or begin >= group.start or "," in page.token[begin : group.start]:
            return
        if self._supposed(group.start):
            return
        finding = Finding("by", (group.start, hit.end), source, [(begin, group.start)], hit.entry, group.negated)
        self.found.append(finding)
        self.edge = source[1]

    def _passive(self, hit: Hit, group: Group, opening: Opening) -> None:
        """`is expected to …`: content is subject and complement, nobody says it."""
        page = self.page
        if page.lower[hit.end : hit.end + 1] == ["by"]:
            self._by(hit, group)
            return
        if "passive" not in hit.entry.takes or opening.signal not in ("to", "object", "bare", "that"):
            return
        subject = phrase_before(page, group.start, self.edge)
        if subject is None:
            return
        finding = Finding("passive", (group.start, hit.end), None, [subject, (opening.at, self.ceiling)], hit.entry)
        if self._part_from(subject[0]) is not None:
            return
        finding.signal = opening.signal
        self.found.append(finding)
        self.open, self.edge = finding, hit.end
