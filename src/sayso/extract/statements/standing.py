"""The standing of a source: a mention as an article has it comes in; its role, affiliation and country go out.

Role and affiliation are exact substrings of the mention; of a role and a rank the role is taken. An affiliation is the
body spoken for, less its article and the state that owns it (`Health Ministry` of `Peru's Health Ministry`); a state
alone is no affiliation but a country. The country is that of the affiliation, never one that is talked about.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from sayso.extract.statements.lexicon import words as listed
from sayso.extract.statements.standing_body import ahead_of_role, behind_role, body_in, is_international
from sayso.extract.statements.standing_role import Range, role_in
from sayso.extract.statements.standing_states import Named, states_in
from sayso.extract.statements.standing_words import Word, chunks_of, table, words_of

__all__ = ["Standing", "standing_of"]

_PARTY = re.compile(r"[RDI]-[A-Z]")
_WEAK = ("capital", "body", "seat")


@dataclass(frozen=True, slots=True)
class Standing:
    """Who somebody is by office: role and affiliation as written, country as an ISO 3166-1 alpha-3 code."""

    role: str | None = None
    affiliation: str | None = None
    country: str | None = None


@lru_cache(maxsize=4096)
def standing_of(mention: str) -> Standing:
    """What a source mention tells of the speaker's office.

    >>> standing_of("Foreign Ministry spokeswoman Ayla Rehmat")
    Standing(role='spokeswoman', affiliation='Foreign Ministry', country=None)
    >>> standing_of("a senior Iranian official")
    Standing(role='official', affiliation=None, country='IRN')
    """
    words = words_of(mention)
    parts = chunks_of(words)
    states = states_in(words)
    role, part = _role(words, parts)
    body = _affiliation(words, parts, role, part, states)
    party = next((word for word in words if _PARTY.match(word.key)), None)
    if party is not None:
        affiliation = _text(mention, words, body) or mention[party.start : party.end]
        return Standing(_text(mention, words, role), affiliation, "USA")
    country = _Country(words, states, role, body).of(part or (parts[0] if parts else (0, 0)), parts)
    return Standing(_text(mention, words, role), _text(mention, words, body), country)


def _text(mention: str, words: list[Word], part: Range | None) -> str | None:
    if part is None:
        return None
    last = words[part[1] - 1]
    return mention[words[part[0]].start : last.end - 2 * last.owns]


def _role(words: list[Word], parts: list[Range]) -> tuple[Range | None, Range | None]:
    """The role and the part it stands in; a rank only where no part has a role."""
    kinds = {word.kind for word in words}
    for kind in ("role", "rank"):
        for part in parts if kind in kinds else ():
            found = role_in(words, part, kind)
            if found:
                return found, part
    return None, None


def _affiliation(
    words: list[Word], parts: list[Range], role: Range | None, part: Range | None, states: list[Named]
) -> Range | None:
    found = None
    if role and part:
        found = ahead_of_role(words, part[0], role, states) or behind_role(words, role, part[1], states)
        found = None if found and _is_seat_among_states(words, part, role, found, states) else found
    others = (body_in(words, other, states) for other in parts if other != part)
    return found or next((body for body in others if body), None)


def _is_seat_among_states(words: list[Word], part: Range, role: Range, found: Range, states: list[Named]) -> bool:
    """`Peru's UN ambassador`: the state is spoken for, not the body that the envoy is sent to."""
    if words[role[1] - 1].low not in table("kind", "targeted") or not is_international(words, *found):
        return False
    return any(part[0] <= state.first and state.end <= role[0] for state in states)


@dataclass(slots=True)
class _Country:
    """Whose state the speaker's is, by where its name stands."""

    words: list[Word]
    states: list[Named]
    role: Range | None
    body: Range | None

    def of(self, part: Range, parts: list[Range]) -> str | None:
        states = [state for state in self.states if not self._is_part_of_federation(state)]
        if not states:
            return None
        inner = [state for state in states if part[0] <= state.first < part[1] and state.kind != "place"]
        outer = [state for state in states if state not in inner and state.kind != "place" and self._speaks(state)]
        for tier in (self._ahead(inner, part), self._behind(inner, part), self._apart(outer, parts)):
            if tier:
                return _only(tier)
        return _only([state for state in states if state.kind == "place"])

    def _ahead(self, states: list[Named], part: Range) -> list[Named]:
        end = self.role[0] if self.role else part[1]
        found = [state for state in states if state.end <= end and self._is_ahead(state, part)]
        if self.role and self.words[self.role[1] - 1].low in table("kind", "topical"):
            found = [state for state in found if state.owns or state.kind == "demonym" or state.end != end]
        return [state for state in found if state.owns][:1] or found

    def _is_ahead(self, state: Named, part: Range) -> bool:
        governor = self._governor(state, part)
        return not governor or (governor == "of" and not self._is_document(part))

    def _behind(self, states: list[Named], part: Range) -> list[Named]:
        first = self.role[1] if self.role else part[0]
        return [state for state in states if state.first >= first and self._is_theirs(state, part)]

    def _is_theirs(self, state: Named, part: Range) -> bool:
        """Does the preposition before a state make it the speaker's?"""
        governor = self._governor(state, part)
        if self.role is None and self.body is None:
            return governor in ("of", "from") and not self._is_document(part)
        head = self.words[self.role[1] - 1].low if self.role else ""
        if governor and is_international(self.words, part[0], state.first):
            return False
        if self.body and self.body[0] <= state.first < self.body[1]:
            return True
        if governor == "in":
            before = next(at for at in range(state.first, part[0], -1) if self.words[at - 1].low == "in") - 1
            return before > part[0] and self.words[before - 1].low in table("kind", "placed")
        if governor == "for" and head in table("kind", "targeted"):
            return False
        return governor in table("word", "owning") or (governor == "to" and head in table("kind", "serving"))

    def _is_document(self, part: Range) -> bool:
        """`a poll of American voters` is nobody's state."""
        for word in self.words[slice(*part)]:
            if word.kind in ("owning", "other_preposition"):
                return False
            if word.low in listed("speaker", "document"):
                return True
        return False

    def _apart(self, states: list[Named], parts: list[Range]) -> list[Named]:
        out = []
        for state in states:
            home = next((part for part in parts if part[0] <= state.first < part[1]), None)
            if home and (not self._governor(state, home) or self._is_theirs(state, home)):
                out.append(state)
        return out

    def _speaks(self, state: Named) -> bool:
        return self.body is None or self.body[0] - 1 <= state.first < self.body[1] or state.end == self.body[0]

    def _governor(self, state: Named, part: Range) -> str:
        """The last preposition before a state in its part."""
        for at in range(state.first - 1, part[0] - 1, -1):
            if self.words[at].kind in ("owning", "other_preposition"):
                return self.words[at].low
        return ""

    def _is_part_of_federation(self, state: Named) -> bool:
        """`Georgia Governor`, `Washington senator`: a part of the United States."""
        if self.words[state.first].low not in table("kind", "parts") or not self.role:
            return False
        return any(self.words[at].low in table("kind", "federal") for at in range(*self.role))


def _only(states: list[Named]) -> str | None:
    """The one state that is meant; names and peoples before capitals, palaces and services."""
    strong = [state for state in states if state.kind not in _WEAK] or states
    countries = {state.country for state in strong}
    return countries.pop() if len(countries) == 1 else None
