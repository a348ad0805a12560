"""Where a mention names a role or a rank: a part of it comes in, the words of the role go out."""

from __future__ import annotations

from sayso.extract.statements.standing_words import Word, table
from sayso.schema.countries import namings

__all__ = ["Range", "role_in"]

Range = tuple[int, int]

_PREPOSITIONS = ("owning", "other_preposition")
_LINKS = ("and", "of", "the", "&", "for")
_BEHIND = ("general", "elect", "designate", "emeritus")


def role_in(words: list[Word], part: Range, kind: str) -> Range | None:
    """The first role (or rank) of a part that is the speaker's own: not a possessor's, not in a phrase behind `of`."""
    at = _head(words, part, kind)
    if at is None:
        return None
    if kind == "rank":
        return _rank(words, at, part)
    end = _portfolio(words, _right(words, at, part[1]), part[1])
    return _left(words, at, part[0]), end


def _head(words: list[Word], part: Range, kind: str) -> int | None:
    found, bodied, counted, crossed = None, False, False, False
    for at in range(*part):
        word = words[at]
        if word.owns:
            found, bodied = None, True
        elif word.kind in _PREPOSITIONS:
            counted = all(before.low in _counting() for before in words[part[0] : at]) and at > part[0]
            if found is not None or not (word.kind == "owning" and (bodied or counted)):
                return found
            crossed = not counted
        elif word.kind == "body":
            bodied = True
        elif word.kind == kind and found is None and _is_own(words, at, part, crossed):
            found = at
    return found


def _counting() -> frozenset[str]:
    return table("word", "quantity") | table("word", "level") | table("word", "determiner")


def _is_own(words: list[Word], at: int, part: Range, crossed: bool) -> bool:
    word = words[at]
    before = words[at - 1] if at > part[0] else None
    behind = words[at + 1] if at + 1 < part[1] else None
    if crossed and before and before.kind in ("owning", "determiner"):
        return False
    if behind and behind.kind == "body" and behind.large == word.large:
        return False
    if _is_of_pair(word, behind) or (word.kind == "role" and _is_of_pair(before, word)):
        return False
    if word.low in table("kind", "adjective") and before and before.kind == "determiner" and behind:
        return behind.kind not in ("open", "body", "modifier") or (behind.large and behind.key not in namings())
    if (
        word.low == "head"
        and not (behind and behind.low == "of")
        and all(one.low == one.key for one in words[slice(*part)])
    ):
        return any(one.kind == "body" for one in words[part[0] : at])
    if word.kind == "rank" and not word.large and behind and not behind.large and behind.kind == "open":
        return False
    if word.kind == "rank" and word.low in table("kind", "unsure") and not (word.large and behind and behind.large):
        return before is not None and before.kind in ("body", "rank", "level", "determiner") and behind is None
    named = word.large and before is not None and before.large and before.kind == "open"
    return not (named and behind is None and word.low in table("kind", "surname"))


def _is_of_pair(one: Word | None, other: Word | None) -> bool:
    """`General Staff` is a body, `Chief Marshal` a rank."""
    return one is not None and other is not None and f"{one.low}_{other.low}" in table("word", "pairs")


def _is_part(words: list[Word], at: int, behind: Word) -> bool:
    """Does the word at `at` belong to the role that the word behind it begins?"""
    word = words[at]
    if word.owns:
        return False
    if word.kind == "modifier":
        return True
    return word.low in ("press", "state", "police", "general") and behind.low in table("bound", word.low)


def _left(words: list[Word], at: int, floor: int) -> int:
    first = at
    while first > floor and _is_part(words, first - 1, words[first]):
        first -= 1
    inside = first > floor and (words[first - 1].kind == "owning" or words[first - 1].kind == "joining")
    return at if inside and words[first - 1].low in _LINKS else first


def _right(words: list[Word], at: int, ceiling: int) -> int:
    """`Deputy Prime Minister`, `chief negotiator`: to the last role of the run."""
    end = at + 1
    while end < ceiling:
        look = end
        while look < ceiling and _leads_on(words[look], words[at]):
            look += 1
        if look >= ceiling or words[look].kind != "role" or words[look].owns:
            break
        last = look + 1 >= ceiling or not words[look + 1].large
        if last and words[look].large and words[look].low in table("kind", "surname"):
            break
        end = look + 1
    if end < ceiling and any(
        words[end].low == name and words[end - 1].low in table("behind", name) for name in _BEHIND
    ):
        end += 1
    return end


def _leads_on(word: Word, head: Word) -> bool:
    """`deputy prime minister`, `chief election strategist`."""
    if word.kind == "modifier":
        return True
    return head.low in table("word", "modifier") and word.kind in ("open", "body") and not (word.large or word.owns)


def _portfolio(words: list[Word], end: int, ceiling: int) -> int:
    """`minister of foreign affairs`, `chief of staff`; not `secretary of the security council`."""
    if end >= ceiling or words[end].low not in ("of", "for"):
        return end
    if words[end - 1].low not in table("behind", "has_portfolio"):
        return end
    last = end
    while last < ceiling and words[last].low in table("behind", "portfolio"):
        last += 1
    bodied = last < ceiling and words[last].kind in ("body", "role")
    while last > end and words[last - 1].low in _LINKS:
        last -= 1
    return end if bodied or last == end else last


def _rank(words: list[Word], at: int, part: Range) -> Range:
    first, end = at, at + 1
    while end < part[1] and words[end].kind == "rank" and not words[end].owns:
        end += 1
    while first > part[0] and words[first - 1].low in table("word", "rank_prefix") and words[first - 1].large:
        first -= 1
    return first, end
