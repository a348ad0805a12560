"""The names in a text: runs of capitalised words read as persons or bodies, with the titles and roles they came with.

What comes in: a page. What goes out: look-ups by mention, surname, role and place in the text.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from functools import cache
from typing import NamedTuple

from sayso.extract.statements.lexicon import AUXILIARY, OPEN, PREPOSITION, states, words
from sayso.extract.statements.mentions import Range, is_finite
from sayso.extract.statements.sentences import Page

__all__ = ["Named", "Names", "kind_of"]

_OPENING = 4
_RECENT = 8
"""How many names of one surname are looked at, latest first."""


class Named(NamedTuple):
    """A name as it stands at the tokens [first, last), spelled out."""

    first: int
    last: int
    text: str


class _Name(NamedTuple):
    """A run of capitalised words [first, last); titles before it cut off; is it a person's?"""

    first: int
    last: int
    words: tuple[str, ...]
    titles: tuple[str, ...]
    person: bool

    @property
    def named(self) -> Named:
        """Its place and its words."""
        return Named(self.first, self.last, " ".join(self.words))


class Names:
    """All names of a page."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.all = [name for name in (self._read(run) for run in _runs(page)) if name]
        self.firsts = [name.first for name in self.all]
        self.full: defaultdict[str, list[_Name]] = defaultdict(list)
        self.roles: defaultdict[str, list[Named]] = defaultdict(list)
        self.bodies: defaultdict[str, list[Named]] = defaultdict(list)
        self.gender: dict[str, str] = {}
        self.seen: set[tuple[str, ...]] = set()
        for name in self.all:
            if len(name.words) > 1 or name.titles:
                self._index(name)

    def _read(self, run: Range) -> _Name | None:
        page = self.page
        first, last = _past_participle(page, run)
        titles: list[str] = []
        title, role = words("speaker", "title"), words("speaker", "role")
        if last - first == 1 and page.lower[first] not in title and page.lower[first] not in role:
            before = page.lower[first - 1] if first else ""
            if before not in role:
                return _Name(first, last, (_bare(page.token[first]),), (), person=False)
        while first < last and (page.lower[first] in title or page.lower[first] in role or page.token[first] == "."):
            titles.append(page.lower[first])
            first += 1
        cut = self._past_titles(first, last)
        titles.extend(page.lower[first:cut])
        first = cut
        tokens = tuple(_bare(word) for word in page.token[first:last] if word[0].isalnum())
        if not tokens:
            return None
        before = page.lower[run[0] - 1] if run[0] else ""
        if before in role:
            titles.append(before)
        person = not _is_no_person(tokens) and (bool(titles) or 2 <= len(tokens) <= 4)
        return _Name(first, last, tokens, tuple(titles), person)

    def _past_titles(self, first: int, last: int) -> int:
        """`Supreme Leader Sheikh X`: behind the last title inside a run, where what is left may be a person's name."""
        page = self.page
        known = words("speaker", "title") | words("speaker", "role")
        inside = [at for at in range(first, last - 1) if page.lower[at] in known]
        rest = tuple(_bare(word) for word in page.token[inside[-1] + 1 : last] if word[0].isalnum()) if inside else ()
        return inside[-1] + 1 if rest and not _is_no_person(rest) else first

    def _index(self, name: _Name) -> None:
        if name.person and len(name.words) >= 2:
            if name.words not in self.seen:
                self.seen.add(name.words)
                for word in dict.fromkeys((name.words[0], name.words[-1])):
                    self.full[word].append(name)
            for role in (*name.titles, *self._apposed(name)):
                self.roles[role].append(name.named)
        elif not name.person and len(name.words) > 1:
            for word in name.words[:_RECENT]:
                self.bodies[word.lower()].append(name.named)
        for title in name.titles:
            if title in words("speaker", "man") or title in words("speaker", "woman"):
                self.gender[name.words[-1]] = "m" if title in words("speaker", "man") else "f"

    def _apposed(self, name: _Name) -> list[str]:
        """Roles in the apposition before or after the name: `X, deputy spokesman of Y,` and `its spokesperson, X,`."""
        page, role = self.page, words("speaker", "role")
        out: list[str] = []
        at = name.last
        if at < len(page.token) and page.token[at] == ",":
            out += [word for word in page.lower[at + 1 : at + 6] if word in role][:1]
        at = name.first - len(name.titles) - 1
        if at > 0 and page.token[at] == ",":
            out += [word for word in page.lower[max(0, at - 8) : at] if word in role][-1:]
        return out

    def person_in(self, mention: Range) -> tuple[Named, str] | None:
        """The person a mention names, and how: by full name, or by surname or given name looked up."""
        page = self.page
        for k in range(bisect_left(self.firsts, mention[0]), len(self.all)):
            name = self.all[k]
            if name.first >= mention[1]:
                return None
            if self._is_owner(name, mention) or self._is_governed(name, mention):
                continue
            if len(name.words) == 1:
                known = None if self._goes_on_as_body(name, mention, page) else self._known(name)
                if known:
                    return known.named, "surname"
                if name.titles and name.words[0].lower() not in _body_words():
                    return Named(name.first, name.last, name.words[0]), "name"
                continue
            if name.person and not self._goes_on_as_body(name, mention, page):
                return name.named, "name"
        return None

    def _goes_on_as_body(self, name: _Name, mention: Range, page: Page) -> bool:
        """`Tarvan Foreign officials`, `Rovik Steel spokesmen`: a lower-case head noun follows inside the mention."""
        after = name.last
        if after >= mention[1] or page.kind[after] != OPEN or not page.token[after][0].islower():
            return False
        return not name.titles

    def _is_owner(self, name: _Name, mention: Range) -> bool:
        word = self.page.token[name.last - 1]
        following = self.page.token[name.last : name.last + 1]
        return name.last < mention[1] and (word.endswith(("'s", "’s", "s'", "s’")) or following in (["'"], ["’"]))

    def _is_governed(self, name: _Name, mention: Range) -> bool:
        """`a nurse at Tarva hospital`: the name hangs on a preposition inside the mention."""
        page = self.page
        at = name.first - len(name.titles) - 1
        while at > mention[0] and (
            page.lower[at] in ("the", "its", "their") or (page.kind[at] == OPEN and page.token[at][0].isupper())
        ):
            at -= 1
        return at >= mention[0] and page.kind[at] == PREPOSITION

    def _known(self, name: _Name) -> _Name | None:
        """The full name that a single word stands for; of two, the one with that title, else the last."""
        if _is_no_person(name.words):
            return None  # a state is never short for a person or group whose name ends with it
        every = self.full.get(name.words[0], [])
        before = bisect_right(every, name.first, key=lambda other: other.first)
        rows = every[max(0, before - _RECENT) : before] or every[:1]
        if not rows:
            return None
        titled = [other for other in rows if set(other.titles) & set(name.titles)]
        return (titled or rows)[-1]

    def may_be(self, name: str, gender: str) -> bool:
        """Could this person be meant by he (m) or she (f)?"""
        return self.gender.get(name.split()[-1], gender) == gender

    def last_subject(self, at: int, gender: str) -> tuple[int, Named] | None:
        """The last person named at the head of a sentence before token `at`: where, and the full name."""
        for k in range(bisect_left(self.firsts, at) - 1, max(-1, bisect_left(self.firsts, at) - 12), -1):
            name = self.all[k]
            begin = self.page.sentence_at(name.first)[0]
            if not self._is_head(begin, name.first - len(name.titles)) or self._is_owner(name, (begin, at)):
                continue
            known = name if name.person and (len(name.words) > 1 or not self._known(name)) else self._known(name)
            if known and self.may_be(" ".join(known.words), gender):
                return name.first, known.named
        return None

    def last_body(self, at: int) -> Named | None:
        """The name at the head of this sentence or the one before, that no person bears."""
        for k in range(bisect_left(self.firsts, at) - 1, max(-1, bisect_left(self.firsts, at) - 6), -1):
            name = self.all[k]
            begin = self.page.sentence_at(name.first)[0]
            if name.first - begin <= 1 and not name.person and not name.titles and not self._known(name):
                return None if self._is_owner(name, (begin, at)) else name.named
        return None

    def _is_head(self, begin: int, first: int) -> bool:
        """Does a sentence begin with this name, or with what goes before a name: no verb, no preposition?"""
        if first - begin <= _OPENING:
            return True
        page = self.page
        return first - begin <= _OPENING * 2 and not any(
            page.kind[at] in (PREPOSITION, AUXILIARY) or is_finite(page, at) for at in range(begin, first)
        )

    def with_role(self, noun: str, at: int) -> Named | None:
        """The person last introduced with a role before token `at`."""
        wanted = _same_role(noun)
        rows = [row for role in wanted if (row := _last_before(self.roles.get(role, []), at))]
        return max(rows) if rows else None

    def body_with(self, noun: str, at: int) -> Named | None:
        """The body last named with a word before token `at`."""
        if noun not in _body_words():
            return None
        return _last_before(self.bodies.get(noun, []), at)

    def is_named(self, part: Range) -> bool:
        """Does the phrase bear a name of its own, not only inside `of …`?"""
        page = self.page
        for at in range(*part):
            if page.kind[at] == PREPOSITION:
                return False
            if page.token[at][0].isupper():
                if page.lower[at] in words("speaker", "collective") and at == page.sentence_at(at)[0]:
                    continue
                last = part[1] - 1
                tail = page.lower[last]
                return not (
                    page.token[last][0].islower()
                    and (tail in words("speaker", "role") or tail in words("speaker", "collective"))
                )
        return False


def _past_participle(page: Page, run: Range) -> Range:
    """`Reaffirming Pakistan's …`: a participle that opens a sentence is no part of the name behind it."""
    first, last = run
    opens = last - first > 1 and first == page.sentence_at(first)[0]
    return (first + 1, last) if opens and len(page.lower[first]) > 5 and page.lower[first].endswith("ing") else run


def _is_no_person(tokens: tuple[str, ...]) -> bool:
    """Is a run of capitalised words a body, a people, a party or a place, whatever it looks like?

    A word that names a state is one too, except where a name begins with it (`Israel Katz`, `Jordan Pell`).
    """
    lower = {part for word in tokens for part in (word.lower(), *word.lower().split("-"))}
    if lower & _body_words() or lower & _no_person_words() or " ".join(tokens) in states():
        return True
    return any(word in states() for word in tokens[1:])


@cache
def _no_person_words() -> frozenset[str]:
    return words("speaker", "demonym") | words("speaker", "faction") | words("speaker", "ground")


def _last_before(rows: list[Named], at: int) -> Named | None:
    k = bisect_left(rows, at, key=lambda row: row.first)
    return rows[k - 1] if k else None


def _same_role(noun: str) -> tuple[str, ...]:
    spoken = ("spokesman", "spokeswoman", "spokesperson")
    if noun in spoken:
        return spoken
    return (noun,) if noun in words("speaker", "role") else ()


def _bare(word: str) -> str:
    return word.removesuffix("'s").removesuffix("’s")


@cache
def _body_words() -> frozenset[str]:
    return words("speaker", "government") | words("speaker", "organisation")


def _runs(page: Page) -> list[Range]:
    """Runs of capitalised words with particles, stops of abbreviations and `of` inside bodies' names."""
    out: list[Range] = []
    at, count = 0, len(page.token)
    token, kind = page.token, page.kind
    particle, abbreviation, body = words("speaker", "particle"), words("abbreviation", "words"), _body_words()
    while at < count:
        if not token[at][0].isupper() or (kind[at] != OPEN and page.lower[at] not in ("will", "may")):
            at += 1
            continue
        first = at
        at += 1
        named_body = page.lower[first] in body
        while at < count:
            if token[at][0].isupper() and kind[at] == OPEN and page.start[at] - page.end[at - 1] <= 1:
                if token[at - 1].endswith(("'s", "’s")) and token[at - 1][0].isupper():
                    break
                named_body = named_body or page.lower[at] in body
                at += 1
            elif token[at] == "." and (page.lower[at - 1] in abbreviation or len(token[at - 1]) == 1):
                at += 1
            elif page.lower[at] in particle and at + 1 < count and token[at + 1][0].isupper() and kind[at + 1] == OPEN:
                if page.lower[at] in ("of", "the", "and") and not named_body:
                    break
                at += 1
            else:
                break
        while token[at - 1] == ".":
            at -= 1
        out.append((first, at))
    return out


def kind_of(name: str) -> str | None:
    """Government, organisation, person or collective, by the words of a name; None where no word tells."""
    plain = name.removesuffix("'s").removesuffix("’s")
    lower = [_bare(word) for word in plain.lower().split()]
    persons = words("speaker", "collective") | words("speaker", "role")
    if (plain in states() or set(lower) & words("speaker", "government")) and not set(lower) & persons:
        return "government"
    if lower and lower[0] not in ("a", "an") and set(lower) & words("speaker", "collective"):
        return "collective"
    if set(lower) & words("speaker", "organisation") and not set(lower) & words("speaker", "role"):
        return "organisation"
    if set(lower) & words("speaker", "document"):
        return None
    return "person" if set(lower) & words("speaker", "role") or lower[:1] in (["a"], ["an"]) else None
