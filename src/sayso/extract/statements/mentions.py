"""Source mentions: from the place of a cue to the noun phrase that names who speaks, before it or after it.

What comes in: a page and a token number. What goes out: the token range of the phrase, with its titles and appositions,
or None. There is no parser: a phrase ends at a word that cannot stand in it.
"""

from __future__ import annotations

from sayso.extract.statements.cues import starting_with
from sayso.extract.statements.lexicon import (
    ADVERB,
    AUXILIARY,
    CONJUNCTION,
    DETERMINER,
    OPEN,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    SUBORDINATE,
    words,
)
from sayso.extract.statements.sentences import CLOSERS, Page

__all__ = ["Range", "first_phrase", "is_adverb", "is_finite", "phrase_after", "phrase_before", "without_time"]

Range = tuple[int, int]

_LONGEST = 22
_FAR = 45
_ENDING = ("ed", "n't", "n’t")
_INNER = frozenset({".", "-", "–", "&", "/", "’", "'", "#", "@", "$", "%"})
_CLAUSE = frozenset({"and", "but", "while", "or", "so", "yet", "as", "because", "when"})
_STRAY = (PREPOSITION, CONJUNCTION, SUBORDINATE, ADVERB, AUXILIARY)


def is_adverb(page: Page, at: int) -> bool:
    """An adverb: one of the list, or a lower-case word in -ly."""
    word = page.lower[at]
    return page.kind[at] == ADVERB or (word.endswith("ly") and len(word) > 4 and page.token[at][0].islower())


def is_finite(page: Page, at: int) -> bool:
    """Does this word look like a finite verb? Past forms in -ed, cues in -s or -ed, and a list."""
    word = page.lower[at]
    if page.kind[at] == AUXILIARY:
        return True
    if not page.token[at][0].islower() or page.kind[at] != OPEN:
        return False
    if word.endswith(_ENDING) or word in words("verb", "finite"):
        return True
    rows = starting_with().get(word)
    return bool(rows) and word not in words("noun", "also_verb") and any(cue.kind == "verb" for _, cue in rows or ())


def phrase_before(page: Page, at: int, floor: int) -> Range | None:
    """The noun phrase that ends right before token `at`, not reaching back of `floor`; appositions are crossed."""
    last = at
    while last > floor and (is_adverb(page, last - 1) and page.lower[last - 1] != "all"):
        last -= 1
    if last <= floor:
        return None
    if page.lower[last - 1] == "," or (
        page.token[last - 1] in ("–", "—", "-") and page.end[last - 2] < page.start[last - 1]
    ):
        return _around_apposition(page, last, floor)
    if page.token[last - 1] == ")":
        opening = _back_to(page, "(", last - 2, floor)
        head = phrase_before(page, opening, floor) if opening is not None else None
        return (head[0], last) if head else None
    found = _walk_back(page, last, floor)
    if found is None:
        return None
    first, end = _with_another(page, _past_relative(page, found, floor), floor)
    return first, without_time(page, first, end)


def _with_another(page: Page, found: Range, floor: int) -> Range:
    """`…, witnesses and an officer said`: the phrase before `and` belongs to it where that begins behind a comma."""
    joint = found[0] - 1
    if joint <= floor or page.lower[joint] != "and" or page.kind[found[0]] not in (DETERMINER, OPEN):
        return found
    other = _walk_back(page, joint, floor)
    if other is None or page.kind[other[0]] in (PRONOUN, RELATIVE) or other[1] != joint:
        return found
    opens = other[0] - 1 < floor or other[0] == page.sentence_at(other[0])[0] or page.token[other[0] - 1] == ","
    return (other[0], found[1]) if opens and not any(is_finite(page, at) for at in range(*other)) else found


def without_time(page: Page, first: int, last: int) -> int:
    """The end of a phrase less the time behind it: `the ministry on Wednesday`, `the envoy this week`."""
    end = last
    while end > first + 1 and page.lower[end - 1] in words("cue", "time"):
        end -= 1
    if end == last or not any(page.lower[at] in words("cue", "moment") for at in range(end, last)):
        return last
    while end > first + 1 and page.lower[end - 1] in ("on", "this", "last", "in", "early", "late", "earlier", "later"):
        end -= 1
    return end


def _back_to(page: Page, sign: str, at: int, floor: int) -> int | None:
    for back in range(at, max(floor, at - _FAR) - 1, -1):
        if page.token[back] == sign:
            return back
    return None


def _around_apposition(page: Page, last: int, floor: int) -> Range | None:
    """`X, a spokesman for Y, said`: the phrase before the first comma, up to the second."""
    comma = _back_to(page, page.token[last - 1], last - 2, floor)
    while comma is not None and comma > floor:
        if page.lower[comma + 1] in _CLAUSE and page.kind[comma + 1] != RELATIVE:
            return None
        head = _walk_back(page, comma, floor)
        if head and page.kind[head[0]] != PRONOUN:
            return head[0], last
        comma = _back_to(page, ",", comma - 1, floor)
    return None


def _past_relative(page: Page, found: Range, floor: int) -> Range:
    """`Supporters who have heard from the campaign say`: the phrase before `who`, where no comma stands between."""
    if page.kind[found[0]] in (PRONOUN, RELATIVE):
        return found
    for back in range(found[0] - 1, max(floor, found[0] - 12), -1):
        if not page.token[back][0].isalnum() or page.kind[back] == SUBORDINATE or page.kind[back] == PRONOUN:
            break
        if page.lower[back] in ("who", "that", "which", "whose"):
            if found[0] == back + 1 and page.lower[back] != "whose":
                break
            head = _walk_back(page, back, floor)
            if (
                head
                and not is_finite(page, back - 1)
                and (page.lower[back] == "who" or page.kind[head[0]] == DETERMINER)
            ):
                return head[0], found[1]
            break
    return found


def _walk_back(page: Page, last: int, floor: int) -> Range | None:
    """The phrase that ends before token `last`, word by word to the left until a word cannot stand in it."""
    first, back, kind = last, last - 1, page.kind
    if kind[back] in (PRONOUN, RELATIVE):
        return (back, last) if page.lower[back] != "that" or back > floor else None
    while back >= max(floor, last - _LONGEST):
        if not _stands_in(page, back, last, floor):
            break
        if kind[back] in (DETERMINER, OPEN) and page.token[back][0].isalnum():
            first = back
        if kind[back] == DETERMINER and (back - 1 < floor or kind[back - 1] not in (PREPOSITION, DETERMINER)):
            break
        back -= 1
    while first < last and kind[first] in _STRAY:
        first += 1
    return (first, last) if first < last and page.token[first][0].isalnum() else None


def _stands_in(page: Page, at: int, last: int, floor: int) -> bool:
    """May the word at `at` belong to the phrase that ends before `last`?"""
    kind = page.kind
    if not page.token[at][0].isalnum():
        return _is_inner(page, at)
    if kind[at] == PREPOSITION:
        return at - 1 >= floor and kind[at - 1] in (OPEN, DETERMINER) and not is_finite(page, at - 1)
    if kind[at] == CONJUNCTION:
        return _joins_names(page, at, floor)
    return kind[at] == DETERMINER or (
        kind[at] == OPEN and (at == last - 1 or _is_modifier(page, at, floor) or not is_finite(page, at))
    )


def _is_modifier(page: Page, at: int, floor: int) -> bool:
    """`the freed men`: a participle right behind an article."""
    return at > floor and page.lower[at - 1] in ("the", "a", "an") and page.lower[at].endswith("ed")


def _is_inner(page: Page, at: int) -> bool:
    """A mark inside a phrase: the stop of an abbreviation, a hyphen, an ampersand; not a dash between blanks."""
    sign = page.token[at]
    if sign == ".":
        return at > 0 and (page.lower[at - 1] in words("abbreviation", "words") or len(page.token[at - 1]) == 1)
    if sign in ("-", "–"):
        return page.end[at - 1] == page.start[at]
    return sign in _INNER


def _joins_names(page: Page, at: int, floor: int) -> bool:
    """`Rovik and Hale`: the `and` joins two phrases where both sides look like names."""
    before, after = at - 1, at + 1
    if before < floor:
        return False
    return page.token[before][0].isupper() and page.token[after][0].isupper() and page.kind[after] == OPEN


def phrase_after(page: Page, at: int, ceiling: int, *, loose: bool = True) -> Range | None:
    """The noun phrase that begins at token `at`; with `loose`, an apposition after a comma belongs to it."""
    here, kind = at, page.kind
    if at >= ceiling:
        return None
    if kind[at] in (PRONOUN, RELATIVE):
        return at, at + 1
    if kind[at] not in (OPEN, DETERMINER) or not page.token[at][0].isalnum():
        return None
    while here < min(ceiling, at + _FAR) and not _ends_phrase(page, here, at):
        here += 1
    if here < ceiling and page.token[here] == "," and loose and _is_apposition(page, here + 1, ceiling):
        here = _end_of_apposition(page, here + 1, ceiling)
    while here > at and (kind[here - 1] == PREPOSITION or page.token[here - 1] in CLOSERS):
        here -= 1
    return (at, here) if here > at else None


def _ends_phrase(page: Page, here: int, at: int) -> bool:
    """Does the phrase that began at `at` end before the word at `here`?"""
    kind, lower = page.kind[here], page.lower
    if here == at:
        return False
    if page.quote_of[here] >= 0:
        return True
    if not page.token[here][0].isalnum():
        return not _is_inner(page, here)
    if kind == PREPOSITION:
        following = lower[here + 1] if here + 1 < len(lower) else ""
        return following in words("cue", "occasion") or lower[here] in ("on", "during", "after", "since")
    if kind == CONJUNCTION:
        return not _joins_names(page, here, at)
    if kind in (PRONOUN, RELATIVE, SUBORDINATE, AUXILIARY) or is_finite(page, here):
        return True
    return lower[here] in words("cue", "weekday") and lower[here - 1] not in _ATTRIBUTIVE


_ATTRIBUTIVE = frozenset(("the", "a", "of"))


def _is_apposition(page: Page, at: int, ceiling: int) -> bool:
    if at >= ceiling or page.quote_of[at] >= 0:
        return False
    word = page.lower[at]
    if word in ("who", "whose", "the", "a", "an", "one", "his", "her", "their"):
        return True
    return word in words("speaker", "role") or word in words("speaker", "title")


def _end_of_apposition(page: Page, at: int, ceiling: int) -> int:
    for here in range(at, min(ceiling, at + _FAR)):
        sign = page.token[here]
        if page.quote_of[here] >= 0 or (not sign[0].isalnum() and not _is_inner(page, here)):
            return here
        if (
            page.lower[here] in ("in", "on", "at")
            and page.lower[here + 1 : here + 2]
            and page.lower[here + 1] in words("cue", "occasion")
        ):
            return here
    return min(ceiling, at + _FAR)


def first_phrase(page: Page, floor: int, ceiling: int) -> Range | None:
    """The subject of a sentence: its first noun phrase, after an opening `On Tuesday,` or `But`, before its verb."""
    at = floor
    while at < ceiling and (page.kind[at] in (CONJUNCTION, SUBORDINATE, ADVERB) or is_adverb(page, at)):
        at += 1
    if at < ceiling and page.kind[at] == PREPOSITION:
        comma = next((k for k in range(at, min(ceiling, at + _LONGEST)) if page.token[k] == ","), None)
        if comma is None:
            return None
        at = comma + 1
    found = phrase_after(page, at, ceiling)
    if found and page.quote_of[found[0]] >= 0:
        return None
    return found
