"""Who a mention leads to, with the words on the way: a mention and the name it stands for in, a party out.

The chain goes from the mention to the words that name the speaker; role, affiliation and country come from the first
of them that tells: `she` from `Foreign Ministry spokeswoman Ayla Rehmat` two paragraphs above.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from sayso.extract.statements.judging import words_in
from sayso.extract.statements.mentions import Range
from sayso.extract.statements.sentences import Page
from sayso.extract.statements.speakers import Heard
from sayso.extract.statements.standing import Standing, standing_of
from sayso.language.annotation import Annotation
from sayso.model import Party

__all__ = ["Parties"]

Stretch = tuple[int, int]

_JOINED = ("flat", "compound", "appos", "nmod:desc")
"""Relations by which a name hangs on its role: `spokeswoman Ayla Rehmat`."""
_LONGEST = 25
"""Words of the phrase that brings a name in."""


class Parties:
    """The parties of one text; what was learned of a name serves its later mentions."""

    def __init__(self, page: Page, annotation: Annotation, relations: list[str]) -> None:
        self.page, self.annotation, self.relations = page, annotation, relations
        self._standings: dict[str, Standing] = {}

    def of(self, mention: Stretch | None, heard: Heard | None) -> Party | None:
        """The party that a mention [start, end) stands for, as `heard`; None where there is neither."""
        if mention is None and heard is None:
            return None
        named = self._named(heard.place) if heard and heard.place else None
        chain = [mention] if mention else []
        if named and not (mention and mention[0] <= named[0] and named[1] <= mention[1]):
            chain.append(named)
        standing = self._standing(mention, heard)
        return Party(
            mention,
            heard.name if heard else None,
            heard.kind if heard else None,
            heard.resolved_by if heard else None,
            standing.role,
            standing.affiliation,
            standing.country,
            tuple(chain),
        )

    def _named(self, place: Range) -> Stretch:
        return self.page.span(*place)

    def _standing(self, mention: Stretch | None, heard: Heard | None) -> Standing:
        """What the mention tells, and for what it leaves open the phrase that brought the name in."""
        told = standing_of(self.page.text[slice(*mention)]) if mention else Standing()
        if heard is None:
            return told
        known = self._standings.get(heard.name)
        if known is None and heard.place:
            start, end = self._phrase(heard.place)
            brought = standing_of(self.page.text[start:end]) if not mention or (start, end) != mention else Standing()
            known = brought if heard.kind == "person" else _filled(brought, standing_of(heard.name))
        out = _filled(told, known or Standing())
        self._standings[heard.name] = out
        return out

    def _phrase(self, place: Range) -> Stretch:
        """The phrase around a name: what it hangs on as a name, and what hangs on that, relative clauses aside."""
        words, heads = self.annotation.words, self.annotation.heads
        start, end = self._named(place)
        first, last = words_in(self.annotation, start, end)
        if first >= last:
            return start, end
        top = _top(first, last, heads, self.relations)
        starts = self.annotation.starts
        left, right = min(first, top), max(last - 1, top)
        while left > 0 and not starts[left] and last - left < _LONGEST and self._hangs_on(left - 1, top):
            left -= 1
        while right + 1 < len(words) and not starts[right + 1] and right - first < _LONGEST:
            if not self._hangs_on(right + 1, top) and self.relations[right + 1] != "punct":
                break
            right += 1
        return words.start[left], words.end[right]

    def _hangs_on(self, at: int, top: int) -> bool:
        heads, relations = self.annotation.heads, self.relations
        for _ in range(8):
            if at == top:
                return True
            if relations[at] in ("acl:relcl", "acl", "cop", "nsubj", "root", "advcl", "punct", "cc", "conj"):
                return False
            at = int(heads[at])
        return False


def _top(first: int, last: int, heads: NDArray[np.int64], relations: list[str]) -> int:
    at = next((n for n in range(first, last) if not first <= heads[n] < last), last - 1)
    while relations[at] in _JOINED and heads[at] != at:
        at = int(heads[at])
    return at


def _filled(told: Standing, known: Standing) -> Standing:
    """What is told, its gaps filled; a role told anew stands with what is told of it."""
    if told.role and known.role and told.role.lower() != known.role.lower() and told.affiliation:
        return Standing(told.role, told.affiliation, told.country or known.country)
    return Standing(told.role or known.role, told.affiliation or known.affiliation, told.country or known.country)
