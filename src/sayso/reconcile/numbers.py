"""Two figures about one happening and one slot in; how they stand to each other, and by which rule, out.

The rules in their order; the first that fits tells. Nothing here calls a figure true.

1. Figures of two slots or units are not compared.
2. Occasions apart - dates that cannot be one, or harm on two days - are another scope.
3. Counted apart - another nation, side, group or place - is another scope.
4. The same bounds are equal. `A third soldier died` is taken as three.
5. A share - `two of the wounded`, `14 of the 20` beside the 20 - is another scope than a number no smaller; `all six`,
   told later than `four of six`, updates it.
6. The same speaker who tells a later figure updates; so does, within ten days, the speaker's own side with a higher one
   of the same counted, an outlet in its own voice with one at most twice as high, and whoever tells of growth (`rose
   to`, `another soldier died`) without being of another side; so does a correction (`counted twice`) of one's own.
7. One who is told of alone, without a number (`a soldier`), is another scope than many.
8. A part no larger than its whole is another scope; a part that is larger is a conflict.
9. Bounds that overlap are compatible: `at least 11` and 12; `about 800` and 850, a tenth to either side; later, fewer
   who `remain` of those told of before.
10. The rest cannot both be so: a conflict.

The two may come in either order: `update` always leads from the earlier to the later (`in_order`).
"""

from __future__ import annotations

from sayso.reconcile.counted import has_cue, lie, table
from sayso.reconcile.figures import range_of
from sayso.reconcile.sides import same_actor, same_side
from sayso.reconcile.told import (
    Told,
    days_between,
    in_order,
    in_row,
    is_about,
    is_over,
    is_share,
    is_single,
    on_other_days,
    ordinal,
    plain_date,
    tells_growth,
)

__all__ = ["Told", "in_order", "relation"]

_TENTH = 0.1
_SAME_CHAIN_DAYS = 10
"""Within so many days a side goes on telling of one toll; later figures of a side are another count."""
_OCCASION_DAYS = 1
"""Harm told for dates farther apart is harm on two occasions."""

Range = tuple[float | None, float | None]


def relation(a: Told, b: Told, policy: str = "none") -> tuple[str, str] | None:
    """The relation of two figures about one happening and the rule that told it; None where they are not compared.

    The policy says what vague words stand for (figures.toml).

    >>> first, later = Told("a", "killed", 11, None, "at least 11"), Told("b", "killed", 12, 12, "12")
    >>> relation(first, later)
    ('compatible', 'the bounds overlap: 11 or more, 12')
    """
    if a.slot != b.slot or a.unit != b.unit:
        return None
    first, second = in_order(a, b)
    if why := _two_occasions(first, second):
        return "scope", why
    lying = lie(first, second)
    if lying == "apart":
        return "scope", "others are counted: another nation, side, group or place"
    return _of_bounds(first, second, lying, _bounds(first, policy), _bounds(second, policy))


def _of_bounds(first: Told, second: Told, lying: str, one: Range, other: Range) -> tuple[str, str]:
    """Rules 4 to 10."""
    both = f"{_shown(one)}, {_shown(other)}"
    if _equal(first, second, one, other):
        return "equal", f"the same bounds: {_shown(one)}"
    if found := _shared(first, second, one, other) or _shared(second, first, other, one):
        return found
    if why := _updates(first, second, lying, one, other):
        return "update", f"{why}: {_shown(one)}, then {_shown(other)}"
    if is_single(first) != is_single(second) and _above(*((other, one) if is_single(first) else (one, other))):
        return "scope", f"one told of alone beside a number: {both}"
    if lying in ("part", "whole"):
        part, whole = (one, other) if lying == "part" else (other, one)
        if _above(part, whole):
            return "conflict", f"a part is larger than its whole: {_shown(part)} of {_shown(whole)}"
        return "scope", f"a part beside its whole: {_shown(part)} of {_shown(whole)}"
    if _overlap(_widened(first, one), _widened(second, other)):
        return "compatible", f"the bounds overlap: {both}"
    if _are_left(second, one, other):
        return "compatible", f"those who remain of an earlier figure: {both}"
    return "conflict", f"cannot both be so: {both}"


def _shared(share: Told, whole: Told, part: Range, all_of: Range) -> tuple[str, str] | None:
    """What a share of a group, told as one, says beside another figure."""
    told = f"{_shown(part)} of {_shown(all_of)}"
    if share.total is not None and whole.total is None and all_of == (share.total, share.total):
        complete = f"all {whole.words.lower()}" in whole.context and in_order(share, whole)[1] is whole
        if complete and on_other_days(share, whole):
            return "update", f"all of them, later: {told}"
        return "scope", f"a part beside the total that it is told of: {told}"
    if is_share(share) and not _above(part, all_of):
        return "scope", f"some of a group beside another number: {told}"
    return None


def _two_occasions(first: Told, second: Told) -> str:
    one, other = plain_date(first.date), plain_date(second.date)
    shared = min(len(one), len(other))
    if one[:shared] == other[:shared]:
        return ""
    days = days_between(one, other)
    if days is not None and (days <= _OCCASION_DAYS or first.slot not in table("slots")["harm"]):
        return ""
    return f"of two dates: {first.date}, {second.date}"


def _bounds(told: Told, policy: str) -> Range:
    """The bounds of a figure; of `a third soldier died`, three."""
    if whole := ordinal(told):
        return whole, whole
    if told.low is None and told.high is None:
        return range_of(None, None, told.words, policy)
    return told.low, told.high


def _equal(first: Told, second: Told, one: Range, other: Range) -> bool:
    if one == (None, None):
        return other == one and first.words.lower() == second.words.lower()
    return one == other and is_about(first) == is_about(second)


def _updates(first: Told, second: Told, lying: str, one: Range, other: Range) -> str:
    """Why the later of two figures takes the place of the earlier, empty where it does not."""
    if not _is_later(first, second):
        return ""
    if in_row(second) == "another" and first.slot in table("slots")["growing"] and lying != "apart":
        return "one more than before" if first.by is None or second.by is None or same_side(first.by, second.by) else ""
    grown = _above(other, one) or (one[0] is not None and other[0] is not None and other[0] > one[0])
    if same_actor(first.by, second.by) and not _are_left(second, one, other):
        return "the same speaker, later" if grown or _above(one, other) else ""
    if _of_one_body(first, second) and has_cue(second.context, "corrected") and (grown or _above(one, other)):
        return "told as a correction"
    if first.slot not in table("slots")["growing"] or not grown:
        return ""
    apart = days_between(first.told_on, second.told_on)
    if lying == "same" and _above(other, one) and apart is not None and apart <= _SAME_CHAIN_DAYS:
        if _in_one_voice(first, second) and second.by is not None:
            return "the same side, later and higher"
        if second.by is None and second.outlet and (other[0] or 0) <= 2 * (one[1] or 0):
            return "an outlet in its own voice, later and higher"
    against = first.by is not None and second.by is not None and not same_side(first.by, second.by)
    return "" if against or not tells_growth(second) else "told as growth"


def _in_one_voice(first: Told, second: Told) -> bool:
    """Are two figures on the word of one body, or of those who speak for one side?

    A crowd, or somebody without a name, speaks for no side.
    """
    if _of_one_body(first, second) or first.by is None or second.by is None:
        return _of_one_body(first, second)
    return same_side(first.by, second.by) and not {first.by.kind, second.by.kind} & {"collective", ""}


def _of_one_body(first: Told, second: Told) -> bool:
    """Are two figures on the word of one outlet, one actor, or a body and its member?"""
    one, other = first.by, second.by
    if one is None or other is None:
        return one is other and bool(first.outlet) and first.outlet == second.outlet
    return same_actor(one, other) or bool(one.id and one.id == other.of) or bool(other.id and other.id == one.of)


def _is_later(first: Told, second: Told) -> bool:
    """Is the second of two in order later, and not only put there by its id?"""
    return on_other_days(first, second) or tells_growth(second) > tells_growth(first)


def _are_left(later: Told, one: Range, other: Range) -> bool:
    """Is the later figure, a lower one, of those who remain of the earlier?"""
    return _above(one, other) and has_cue(later.context, "remaining")


def _widened(told: Told, bounds: Range) -> Range:
    """The bounds that a figure leaves open to others: a tenth more of `about`, and `more than 40` not above 40."""
    low, high = bounds
    if is_about(told):
        return (None if low is None else low * (1 - _TENTH)), (None if high is None else high * (1 + _TENTH))
    if is_over(told) and low is not None:
        return low - 1, high
    return bounds


def _overlap(one: Range, other: Range) -> bool:
    return not _above(one, other) and not _above(other, one)


def _above(one: Range, other: Range) -> bool:
    """Does a range lie wholly above another?"""
    return one[0] is not None and other[1] is not None and one[0] > other[1]


def _shown(bounds: Range) -> str:
    low, high = bounds
    if low is None and high is None:
        return "open"
    if high is None:
        return f"{low} or more"
    if low is None:
        return f"{high} or fewer"
    return str(low) if low == high else f"{low} to {high}"
