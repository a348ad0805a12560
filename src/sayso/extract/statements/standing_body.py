"""Whom a speaker speaks for: the words around a role come in, those that name the body go out."""

from __future__ import annotations

from sayso.extract.statements.lexicon import words as listed
from sayso.extract.statements.standing_role import Range
from sayso.extract.statements.standing_states import Named
from sayso.extract.statements.standing_words import Word, table

__all__ = ["ahead_of_role", "behind_role", "body_in", "is_international"]

_STATE = ("name", "demonym", "place")
_SETTLED = ("body", "seat")
_SHORT = range(2, 8)


def ahead_of_role(words: list[Word], first: int, role: Range, states: list[Named]) -> Range | None:
    """`Foreign Ministry spokeswoman`, `the company's founder`: the words before a role that name a body."""
    first = _opening(words, first, role[0], states)
    first = next((at + 1 for at in range(role[0] - 1, first, -1) if _is_restart(words, at)), first)
    owner = next((at for at in range(role[0] - 1, first - 1, -1) if words[at].owns), None)
    end = role[0] if owner is None else owner + 1
    while end > first and words[end - 1].kind in ("level", "joining", "rank", "title") and not words[end - 1].owns:
        end = end - 1 if "-" not in words[end - 1].key else first
    if words[role[1] - 1].low in table("kind", "topical") and owner is None:
        end = next((state.first for state in states if state.end == end and state.kind == "name"), end)
    first = _past_epithets(words, first, end)
    return _body(words, first, end, states, roles=owner is not None)


def _is_restart(words: list[Word], at: int) -> bool:
    """`Ruiz and her advisers`; not `Office of the Prosecutor`."""
    if words[at].kind == "joining":
        return words[at - 1].low in listed("class", "pronoun")
    return words[at].kind == "determiner" and words[at - 1].kind != "owning"


def behind_role(words: list[Word], role: Range, ceiling: int, states: list[Named]) -> Range | None:
    """`spokesman for the northern command`, `adviser to the king`, `expert on law at the institute`."""
    head, aside = words[role[1] - 1].low, False
    for at in range(role[1], ceiling):
        word = words[at]
        if word.kind == "other_preposition":
            serves = word.low == "to" and head in table("kind", "serving")
            found = _object(words, at + 1, ceiling, states)
            if found and (serves or (word.low in ("in", "within", "inside") and _has(words, found, "body"))):
                return found
            aside = True
        elif word.kind == "owning" and not (aside and word.low == "of"):
            if word.low != "of" and word.low != "for" and words[at - 1].kind == "open" and not words[at - 1].large:
                aside = True
                continue
            if word.low == "for" and head in table("kind", "targeted"):
                aside = True
                continue
            found = _object(words, at + 1, ceiling, states)
            if found and (word.low != "from" or _is_body(words, found)):
                return found
    return None


def _is_body(words: list[Word], found: Range) -> bool:
    """`from the ministry`, `from NATO`; not `from Boston`, which is where somebody lives."""
    return _has(words, found, "body") or any(word.key.isupper() for word in words[slice(*found)])


def body_in(words: list[Word], part: Range, states: list[Named]) -> Range | None:
    """A part that is a body itself (`the Ministry of Health`), or somebody of one (`Ana Ruiz of the Ministry`)."""
    first = part[0] + (words[part[0]].kind == "owning")
    first = _opening(words, first, part[1], states)
    stop = next((at for at in range(first, part[1]) if _ends_head(words, at, first)), part[1])
    if stop <= first or not _heads_body(words[stop - 1]):
        return None
    owner = next((at for at in range(first, stop - 1) if words[at].owns), None)
    if owner is not None and all(word.large and word.kind == "open" for word in words[owner + 1 : stop]):
        return (first, owner + 1) if _has(words, (first, owner + 1), "body") else None
    if _has(words, (first, stop), "body") or is_international(words, first, stop) or _settled(states, first, stop):
        end = _end(words, first, part[1])
        return _body(words, first, end, states)
    if stop == first + 1 and words[first].key.isupper() and len(words[first].key) in _SHORT:
        return _body(words, first, stop, states)
    if first > part[0] and stop > first + 1 and stop < part[1] and all(word.large for word in words[first:stop]):
        return first, _end(words, first, part[1])
    if stop < part[1] and words[stop].kind == "owning" and words[stop - 1].large and words[stop - 1].kind == "open":
        return _object(words, stop + 1, part[1], states)
    return None


def _ends_head(words: list[Word], at: int, first: int) -> bool:
    """A preposition, or a participle: `the court | in Lima`, `the report | released on Sunday`."""
    word = words[at]
    if word.kind in ("owning", "other_preposition"):
        return True
    return at > first and word.kind == "open" and not word.large and word.low.endswith(("ed", "ing"))


def _heads_body(word: Word) -> bool:
    """The last word of a body's name: `the party`, `the Post`; not `court documents`, `the company's report`."""
    if word.low in listed("speaker", "document"):
        return word.large and word.low in listed("speaker", "organisation")
    return word.large or word.kind == "body"


def is_international(words: list[Word], first: int, end: int) -> bool:
    """Do these words name a body of many states?"""
    names, pairs = table("international", "names"), table("international", "pairs")
    return any(
        words[at].key in names or (at + 1 < end and f"{words[at].low}_{words[at + 1].low}" in pairs)
        for at in range(first, end)
    )


def _opening(words: list[Word], first: int, end: int, states: list[Named]) -> int:
    """Past articles, quantities and the state that owns what follows, to where the name of a body may begin."""
    while first < end:
        owner = next((state for state in states if state.first == first and state.owns and state.end <= end), None)
        if owner and owner.kind in ("name", "demonym", "capital"):
            first = owner.end
        elif _is_counting(words, first, end) or (
            words[first].kind in ("determiner", "level") and not words[first].owns
        ):
            first += 1
        else:
            break
    return first


def _is_counting(words: list[Word], at: int, end: int) -> bool:
    """Either word of `none of`, `one of`."""
    counts = table("word", "quantity")
    if words[at].low == "of":
        return at > 0 and words[at - 1].low in counts
    return words[at].low in counts and at + 1 < end and words[at + 1].low == "of"


def _past_epithets(words: list[Word], first: int, end: int) -> int:
    """`outgoing Ruiz campaign`, `then Ruiz`: words in small letters before a name are no part of it."""
    at = first
    while at < end and not words[at].large and words[at].kind != "body":
        at += 1
    return at if at < end and words[at].large else first


def _object(words: list[Word], first: int, ceiling: int, states: list[Named]) -> Range | None:
    first = _opening(words, first, ceiling, states)
    return _body(words, first, _end(words, first, ceiling), states, roles=True)


def _end(words: list[Word], first: int, ceiling: int) -> int:
    """Where the name of a body ends: `of`, `for`, `and` carry it on, other prepositions and a person's name do not."""
    for at in range(first, ceiling):
        word = words[at]
        behind = words[at + 1] if at + 1 < ceiling else None
        if word.kind == "other_preposition" or word.low in ("at", "with", "from", "that"):
            return at
        if word.kind == "level" and not word.large and at > first and words[at - 1].kind not in ("owning", "joining"):
            return at
        if word.kind == "body" and behind and behind.large and behind.low in listed("abbreviation", "words"):
            return at + 1
        if word.kind == "joining" and _joins_another(words, first, at, ceiling):
            return at
        if word.kind == "body" and not word.large and behind and _begins_person(words, at + 1, ceiling):
            return at + 1
    return ceiling


def _joins_another(words: list[Word], first: int, at: int, ceiling: int) -> bool:
    """`Maine and Tim Bell of Ohio`, `the firm and adviser to`; not `Ministry of Trade and Industry`."""
    behind = words[at + 1] if at + 1 < ceiling else None
    if behind is None or (behind.kind in ("determiner", "role", "modifier", "level") and not behind.large):
        return True
    return not _has(words, (first, at), "body") and any(word.low == "of" for word in words[at:ceiling])


def _begins_person(words: list[Word], at: int, ceiling: int) -> bool:
    return at + 1 < ceiling and all(word.large and word.kind == "open" for word in words[at : at + 2])


def _body(words: list[Word], first: int, end: int, states: list[Named], *, roles: bool = False) -> Range | None:
    """The words where they name more than a state."""
    if first >= end:
        return None
    bare = {at for state in states if state.kind in _STATE for at in range(state.first, state.end)}
    for at in range(first, end):
        word = words[at]
        if at not in bare and (word.kind == "body" or (roles and word.kind == "role") or _is_name(words, at)):
            return first, end
    return None


def _is_name(words: list[Word], at: int) -> bool:
    """A word in large letters, save one that may have them for opening a sentence: `Law enforcement officials`."""
    behind = words[at + 1] if at + 1 < len(words) else None
    if at == 0 and behind and not behind.large and behind.kind in ("open", "modifier"):
        return False
    return words[at].large and words[at].kind in ("open", "role", "modifier", "rank")


def _has(words: list[Word], part: Range, kind: str) -> bool:
    return any(words[at].kind == kind for at in range(*part))


def _settled(states: list[Named], first: int, end: int) -> bool:
    return any(state.kind in _SETTLED and first <= state.first and state.end <= end for state in states)
