"""Who is meant by a source mention: the name behind a pronoun, a surname, a role, a relative, or a run of quotations.

What comes in: a page and its findings in order. What goes out: for each the speaker's name, kind, and how it was found
(`name`, `surname`, `pronoun`, `role`, `run`, `label`, `mention`): the last fitting name before the mention.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sayso.extract.statements.finding import Finding
from sayso.extract.statements.lexicon import PRONOUN, RELATIVE, words
from sayso.extract.statements.mentions import Range, phrase_before, without_time
from sayso.extract.statements.names import Named, Names, kind_of
from sayso.extract.statements.release import issuer_of
from sayso.extract.statements.sentences import Page

__all__ = ["Heard", "Listener", "speakers_of"]

_ONE = frozenset(["he", "she", "him", "her", "his", "hers"])
_MANY = frozenset(["they", "them", "their", "theirs", "it", "its"])
_MAN = frozenset(["he", "him", "his"])


@dataclass(frozen=True, slots=True)
class Heard:
    """A speaker as the text names it."""

    name: str
    kind: str | None
    resolved_by: str
    place: Range | None = None
    """The tokens that name the speaker, where they are not the mention itself."""


def speakers_of(
    page: Page, findings: list[Finding], asides: Sequence[Sequence[Range | None]] | None = None
) -> list[tuple[Heard | None, list[Heard | None]]]:
    """The speaker of each finding, None where nobody is named or nothing before fits; and who its asides stand for.

    `asides` are other mentions of each finding (whom it is said to or about), read as of that place in the text.
    """
    return _Resolver(page, findings).run(findings, asides or [()] * len(findings))


class Listener:
    """Who mentions stand for, as of what was said before; cheap where asked for in the order of the text."""

    def __init__(self, page: Page, findings: list[Finding]) -> None:
        self._page, self._findings = page, sorted(findings, key=_place, reverse=True)
        self._start()

    def _start(self) -> None:
        self._resolver, self._ahead, self._at = _Resolver(self._page, self._findings), list(self._findings), 0

    def at(self, mention: Range) -> Heard | None:
        """Who a mention stands for; None where nothing before it fits."""
        if mention[0] < self._at:
            self._start()
        self._at = mention[0]
        while self._ahead and _place(self._ahead[-1]) <= mention[0]:
            self._resolver.hear(self._ahead.pop())
        return self._resolver.resolve(mention)


def _place(finding: Finding) -> int:
    """The first token of a finding."""
    parts = [part for part in (finding.source, finding.cue, *finding.content) if part]
    return min(first for first, _ in parts)


class _Resolver:
    """Goes through the findings in order and remembers who spoke last."""

    def __init__(self, page: Page, findings: list[Finding]) -> None:
        self.page = page
        self.names = Names(page)
        self.person: Heard | None = None
        self.person_at = -1
        self.issuer = self._issuer(findings)
        self.body = self.issuer
        self.last: Heard | None = None

    def _issuer(self, findings: list[Finding]) -> Heard | None:
        released = next((finding.source for finding in findings if finding.rule == "release"), None)
        part = released or issuer_of(self.page)
        if part is None:
            return None
        part = self._head(part)
        name = self._text(part)
        name = _in_lower_case(name) if name.isupper() else name
        return Heard(name, kind_of(name), "label", part)

    def run(
        self, findings: list[Finding], asides: Sequence[Sequence[Range | None]]
    ) -> list[tuple[Heard | None, list[Heard | None]]]:
        out: list[tuple[Heard | None, list[Heard | None]]] = []
        for finding, others in zip(findings, asides, strict=True):
            heard = self._heard(finding)
            out.append((heard, [self.resolve(other) if other else None for other in others]))
            if heard and finding.outer is None:
                self._remember(heard, finding)
        return out

    def hear(self, finding: Finding) -> None:
        """Remember who spoke."""
        heard = self._heard(finding)
        if heard and finding.outer is None:
            self._remember(heard, finding)

    def _heard(self, finding: Finding) -> Heard | None:
        if finding.source is None:
            return replace(self.last, resolved_by="run") if finding.runs_on and self.last else None
        if finding.rule == "release":
            return self.issuer
        heard = self.resolve(finding.source)
        if heard and finding.rule == "label":
            return replace(heard, resolved_by="label")
        return heard

    def _remember(self, heard: Heard, finding: Finding) -> None:
        self.last = heard
        at = finding.source[0] if finding.source else self.person_at
        if heard.kind == "person" or (heard.kind is None and heard.resolved_by == "name" and " " not in heard.name):
            self.person, self.person_at = heard, max(at, self.person_at)
        if heard.kind != "person":
            self.body = heard

    def resolve(self, mention: Range) -> Heard | None:
        """The speaker that a mention stands for."""
        page = self.page
        word, alone = page.lower[mention[0]], mention[1] - mention[0] == 1
        if alone and page.kind[mention[0]] == RELATIVE:
            head = phrase_before(page, _past_comma(page, mention[0]), page.sentence_at(mention[0])[0])
            return self.resolve(head) if head and page.kind[head[0]] not in (RELATIVE, PRONOUN) else None
        if alone and word in _ONE:
            return self._one(word, mention[0])
        if alone and word in _MANY:
            return self._many(word, mention[0])
        if page.kind[mention[0]] == PRONOUN and alone:
            return self.issuer if word == "we" else None
        return self._phrase(mention)

    def _one(self, word: str, at: int) -> Heard | None:
        """He, she: the last person who spoke, or a person named later at the head of a sentence."""
        gender = "m" if word in _MAN else "f"
        named = self.names.last_subject(at, gender)
        if named and (
            self.person is None or named[0] > self.person_at or not self.names.may_be(self.person.name, gender)
        ):
            return self._called(named[1].text, gender, named[1][:2])
        return self._called(self.person.name, gender, self.person.place) if self.person else None

    def _called(self, name: str, gender: str, place: Range | None) -> Heard:
        """A person once called he is not called she later."""
        self.names.gender.setdefault(name.split()[-1], gender)
        return Heard(name, "person", "pronoun", place)

    def _many(self, word: str, at: int) -> Heard | None:
        named = self.names.last_body(at) if word == "it" else None
        if named and (self.body is None or named.first >= self.page.sentence_at(at)[0]):
            return _body_heard(named, "pronoun")
        if self.body is None:
            return replace(self.last, resolved_by="pronoun") if self.last and word == "they" else None
        return replace(self.body, resolved_by="pronoun")

    def _phrase(self, mention: Range) -> Heard | None:
        found = self.names.person_in(mention)
        if found:
            name, how = found
            return Heard(name.text, "person", how, name[:2])
        return self._issuing(mention) or self._body(mention) or self._role(mention) or self._mention(mention)

    def _issuing(self, mention: Range) -> Heard | None:
        """`The Ministry`, `the Front`: a part of the issuing body's name, with its article."""
        head = self._head(mention)
        if self.issuer is None or head[0] == mention[0] or not self.page.token[head[0]][0].isupper():
            return None
        mine = set(self.issuer.name.lower().split())
        named = self.page.lower[slice(*head)]
        return replace(self.issuer, resolved_by="role") if mine.issuperset(named) else None

    def _body(self, mention: Range) -> Heard | None:
        """A body with a name: `Kenya’s Ministry of Defence`, `the Royal Navy`, `Nairobi`."""
        page = self.page
        head = self._head(mention)
        fuller = self.names.body_with(page.lower[head[1] - 1], mention[0]) if head[1] - head[0] == 1 else None
        if fuller:
            return _body_heard(fuller, "role")
        if self.names.is_named(head):
            name = self._text(head)
            return Heard(name, kind_of(name), "name", head) if name else None
        return None

    def _role(self, mention: Range) -> Heard | None:
        """`the spokesperson`, `the ministry`: who was last introduced so."""
        page = self.page
        head = self._head(mention)
        opener = page.lower[mention[0]]
        if opener in ("a", "an", "another", "one", "some", "many", "several"):
            return None
        noun = page.lower[head[1] - 1] if head[1] > head[0] else ""
        person = self.names.with_role(noun, mention[0])
        if person:
            return Heard(person.text, "person", "role", person[:2])
        body = self.names.body_with(noun, mention[0])
        if body and not {_plain(word) for word in page.lower[slice(*head)]} <= {
            _plain(word) for word in body.text.lower().split()
        }:
            return None
        return _body_heard(body, "role") if body else None

    def _mention(self, mention: Range) -> Heard | None:
        name = self._text(self._whole(mention))
        return Heard(name, kind_of(name), "mention", mention) if name else None

    def _head(self, mention: Range) -> Range:
        """The phrase without article and without what follows its first comma."""
        page = self.page
        first, last = mention
        if page.lower[first] in words("speaker", "opener") and last - first > 1:
            first += 1
        for at in range(first, last):
            if page.token[at] in (",", "(", "–", "—"):
                return first, at
        return first, without_time(page, first, last)

    def _whole(self, mention: Range) -> Range:
        first, last = self._head(mention)
        return (mention[0] if self.page.lower[mention[0]] not in ("the",) else first), last

    def _text(self, part: Range) -> str:
        if part[0] >= part[1]:
            return ""
        text = " ".join(self.page.text[slice(*self.page.span(*part))].split())
        for ending in ("'s", "’s"):
            text = text.removesuffix(ending)
        return text.rstrip("'’ ")


def _body_heard(body: Named, how: str) -> Heard:
    return Heard(body.text, kind_of(body.text), how, body[:2])


def _plain(word: str) -> str:
    return word.removesuffix("'s").removesuffix("’s")


def _in_lower_case(name: str) -> str:
    """A heading in capitals as it would stand in a sentence."""
    particle = words("class", "preposition") | words("speaker", "particle")
    return " ".join(word.lower() if word.lower() in particle else word.capitalize() for word in name.split())


def _past_comma(page: Page, at: int) -> int:
    return at - 1 if at > 0 and page.token[at - 1] == "," else at
