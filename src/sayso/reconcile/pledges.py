"""Tellings of commitments in, which of them are one commitment, and what commitments do to each other, out.

`view_of` reads one article's telling; `keys_of` and `likeness` compare two; `merged` makes one of a group, told best.
The later report of a commitment is no new one: it bears on it (`bearing`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from sayso.reconcile.deeds import deeds
from sayso.reconcile.matter import Matter, matter_of, shared, weight_of
from sayso.reconcile.records import Page, Pledge, Said, Who
from sayso.reconcile.sentences import sentences
from sayso.reconcile.sides import same_actor, side_of

__all__ = [
    "PLEDGE_THRESHOLD",
    "PledgeView",
    "agree_in_date",
    "keys_of",
    "likeness",
    "main_of",
    "merged",
    "relation",
    "view_of",
]

PLEDGE_THRESHOLD = 0.5
"""Two tellings this much alike are one commitment; set by hand on dispute texts, see the decision on fulfilment."""
_FAMILIES = {"demand": "ask", "threat": "menace"}
"""An assurance, an offer and an agreement may be one word given, told by different outlets; a demand is none."""
_BINDING = frozenset(("agreement", "ceasefire"))
_OPEN = frozenset(("assurance", "offer", "threat"))
_STRONG = 1.0
_KEYS = 6
_SENSE_FLOOR, _SENSE_SPAN = 0.35, 0.5


class PledgeView(NamedTuple):
    """A telling made ready for comparison; `doers` are the sides who are to act, `others` those it is given to.

    A demand is kept by whom it is addressed to, so its doers are the sides in `to`. `teller` is on whose word it is
    told (None: the outlet's), `rows` and `spans` are where it is told, and bear on nothing but itself.
    """

    id: str
    kind: str
    form: str
    by: tuple[Who, ...]
    to: tuple[Who, ...]
    doers: frozenset[str]
    others: frozenset[str]
    terms: str
    matter: Matter
    condition: str
    made_on: str
    due_by: str
    told_on: str
    teller: Who | None
    outlet_tells: bool
    rows: tuple[str, ...]
    spans: tuple[tuple[str, int, int], ...]
    around: Matter
    paragraphs: tuple[int, ...]
    retold_on: str
    sense: bytes
    ids: tuple[str, ...]


def view_of(
    pledge: Pledge, page: Page, told: Said | None = None, around: Said | None = None, day: str = ""
) -> PledgeView:
    """What comparison needs of a telling: its article, the statement it stands in and the one around that.

    `day` is the day of the article where it was not published with one (`accounts.day_of`).

    >>> who, to = Who("", "peru", "government", "PER", ""), Who("", "chile", "government", "CHL", "")
    >>> page = Page("a-1", "d", "2031-05-02", "", "", "Peru will free nine sailors.", (), "")
    >>> told = ("k-1", "a-1", 10, 27, "free nine sailors", "assurance", "spoken")
    >>> pledge = Pledge(*told, (who,), (to,), (), *[""] * 6, 1.0, b"")
    >>> view = view_of(pledge, page)
    >>> sorted(view.doers), sorted(view.others), sorted(view.matter.deeds)
    (['PER'], ['CHL'], ['release'])
    """
    to = pledge.to + pledge.beneficiary
    doers, others = _bound_and_given(pledge.kind, pledge.by, to)
    teller = around or told
    return PledgeView(
        id=pledge.id,
        kind=pledge.kind,
        form=pledge.form,
        by=pledge.by,
        to=to,
        doers=doers,
        others=others,
        terms=pledge.terms,
        matter=matter_of(pledge.terms.replace(pledge.condition, " ") if pledge.condition else pledge.terms),
        condition=pledge.condition,
        made_on=pledge.made_on,
        due_by=pledge.due_by,
        told_on=page.published[:10] or day,
        teller=teller.speaker if teller else None,
        outlet_tells=teller is None,
        rows=tuple(row for row in (pledge.statement_id, pledge.event_id) if row),
        spans=((pledge.article_id, pledge.start, pledge.end),),
        around=_around(page.text, pledge.start, pledge.end),
        retold_on="",
        paragraphs=(page.text.rfind("\n\n", 0, pledge.start) + 1,),
        sense=pledge.sense,
        ids=(pledge.id,),
    )


def _around(text: str, start: int, end: int) -> Matter:
    """The matter of the sentences that the terms stand in and of the one before: "their release" tells not whose."""
    found = sentences(text)
    at = next((at for at, (_, last) in enumerate(found) if start < last), 0)
    last = next((last for _, last in found if end <= last), end)
    return matter_of(text[found[max(0, at - 1)][0] : last] if found else "")


def _bound_and_given(kind: str, by: Iterable[Who], to: Iterable[Who]) -> tuple[frozenset[str], frozenset[str]]:
    """The sides who are to act and those to whom it is owed; nobody demands of their own side."""
    mine, theirs = _sides(by), _sides(to)
    return (theirs - mine, mine) if kind == "demand" else (mine, theirs)


def _sides(parties: Iterable[Who]) -> frozenset[str]:
    return frozenset(side_of(one) for one in parties) - {""}


def keys_of(view: PledgeView) -> list[str]:
    """Where tellings of one commitment meet: who is bound, and a word of weight or the kind of deed.

    What one does to another (`relation`) meets under a party and the kind of deed.
    """
    family = _FAMILIES.get(view.kind, "give")
    sides = sorted(_sides(view.by) | {one.name.split()[-1] for one in view.by if one.kind == "person"}) or ["?"]
    strong = sorted(
        (word for word in view.matter.words if weight_of(word) >= _STRONG),
        key=lambda word: (word not in view.matter.names, -len(word), word),
    )[:_KEYS]
    what = (*sorted(f"={deed}" for deed in view.matter.deeds), *strong)
    alike = [f"{view.kind}|{view.made_on}|{word}" for word in strong if view.made_on]
    on = sorted(f"on|{side}|={deed}" for side in view.doers | view.others for deed in view.matter.deeds)
    return [*(f"{family}|{side}|{one}" for side in sides for one in what), *alike, *on]


def likeness(one: PledgeView, other: PledgeView) -> float:
    """How likely two tellings are of one commitment, 0 to 1: family, who is bound, terms, dates; symmetric."""
    if _FAMILIES.get(one.kind) != _FAMILIES.get(other.kind):
        return 0.0
    if not _same_parties(one, other):
        return 1.0 if _same_words(one, other) else 0.0
    score = 0.6 * _same_terms(one, other) + 0.2 * bool(one.matter.deeds & other.matter.deeds)
    score += _dates(one.made_on, other.made_on, 0.15, 0.35) + _dates(one.due_by, other.due_by, 0.15, 0.4)
    figures = (one.matter.numbers, other.matter.numbers)
    if all(figures) and not figures[0] & figures[1]:
        score -= 0.2
    if bool(one.condition) != bool(other.condition):
        score -= 0.2
    return max(0.0, min(1.0, score))


def _same_parties(one: PledgeView, other: PledgeView) -> bool:
    if not one.by or not other.by:
        return False
    mine, theirs = _sides(one.by), _sides(other.by)
    if mine & theirs:
        return True
    return any(same_actor(a, b) for a in one.by for b in other.by)


def _same_words(one: PledgeView, other: PledgeView) -> bool:
    """Are the terms the same words of the same day and kind, and the parties only read differently?"""
    if one.kind != other.kind or not one.made_on or one.made_on != other.made_on or _apart(one, other):
        return False
    both = one.matter.words | other.matter.words
    return len(one.matter.words & other.matter.words) >= 0.6 * len(both) and len(both) > 1


def _apart(one: PledgeView, other: PledgeView) -> bool:
    """Are those who are bound by one known to be of another state than those who are bound by the other?"""
    mine, theirs = ({who.country for who in view.by} - {""} for view in (one, other))
    return bool(mine and theirs) and not mine & theirs


def _same_terms(one: PledgeView, other: PledgeView) -> float:
    """The share of the shorter terms that the longer ones hold; terms of a word or two show little."""
    if "ceasefire" in one.matter.deeds & other.matter.deeds:
        return 1.0
    kinds = one.matter.deeds & other.matter.deeds
    told = shared(one.matter, other.matter) >= _STRONG or any(not deeds()[kind].broad for kind in kinds)
    least = min(_weight(one.matter), _weight(other.matter))
    same = shared(one.matter, other.matter) / least * min(1.0, least / 1.8) if least else 0.0
    return max(same, _same_sense(one.sense, other.sense) if told else 0.0)


def _same_sense(one: bytes, other: bytes) -> float:
    """What the sense vectors of the terms tell, 0 where there are none: signed bytes, 127 times a unit vector."""
    if not one or len(one) != len(other):
        return 0.0
    product = sum((a - 256 * (a > 127)) * (b - 256 * (b > 127)) for a, b in zip(one, other, strict=True))
    return max(0.0, min(1.0, (product / 127**2 - _SENSE_FLOOR) / _SENSE_SPAN)) * 0.8


def _weight(matter: Matter) -> float:
    return sum(weight_of(word, matter.names) for word in matter.words)


def _dates(one: str, other: str, alike: float, unlike: float) -> float:
    if not one or not other:
        return 0.0
    return alike if agree_in_date(one, other) else -unlike


def agree_in_date(one: str, other: str, days: int = 1) -> bool:
    """Can two ISO 8601 prefixes mean one day, a day more or less?

    >>> agree_in_date("2031-05", "2031-05-12"), agree_in_date("2031-05-12", "2031-05-13"), agree_in_date("2031", "2032")
    (True, True, False)
    """
    if one.startswith(other) or other.startswith(one):
        return True
    try:
        return abs((date.fromisoformat(one[:10]) - date.fromisoformat(other[:10])).days) <= days
    except ValueError:
        return False


def main_of(views: Iterable[PledgeView]) -> PledgeView:
    """The telling that stands for the commitment: one that tells it as made before one that reports it, the earliest,
    the one with the fullest terms, the first by id.
    """
    return min(views, key=lambda v: (v.form == "reported", v.told_on or "9", -_weight(v.matter), v.id))


def merged(views: Sequence[PledgeView]) -> PledgeView:
    """One commitment of its tellings: the main one, with what only others tell; the same whatever their order."""
    main = main_of(views)
    rest = [main, *sorted((v for v in views if v.id != main.id), key=lambda v: (v.told_on or "9", v.id))]

    def first(field: str) -> str:
        return next((value for view in rest if (value := getattr(view, field))), "")

    by = next((view.by for view in rest if any(who.country for who in view.by)), main.by)
    to = next((view.to for view in rest if any(who.country for who in view.to)), main.to)
    doers, others = _bound_and_given(main.kind, by, to)
    return main._replace(
        by=by,
        to=to,
        doers=doers,
        others=others,
        made_on=first("made_on"),
        due_by=first("due_by"),
        condition=first("condition"),
        told_on=min((view.told_on for view in rest if view.told_on), default=""),
        rows=tuple(row for view in rest for row in view.rows),
        spans=tuple(span for view in rest for span in view.spans),
        retold_on=max((view.told_on for view in rest[1:] if view.told_on > main.told_on), default=""),
        paragraphs=tuple(one for view in rest for one in view.paragraphs),
        ids=tuple(view.id for view in rest),
    )


def relation(earlier: PledgeView, later: PledgeView) -> tuple[str, str] | None:
    """What a later commitment does to an earlier one, and why: answers, supersedes, reaffirms or narrows, else None.

    Both are commitments, not tellings; `later` must have been made or told after `earlier`.
    """
    if (_day(later) or "0") < (_day(earlier) or "0") or not _on_one_matter(earlier, later):
        return None
    sides = earlier.doers | earlier.others
    if later.kind in _BINDING and earlier.kind not in _BINDING and sides and sides <= later.doers | later.others:
        if earlier.kind == "demand":
            return ("answers", "an agreement takes up what was demanded") if earlier.doers & later.doers else None
        if earlier.kind in _OPEN and _day(later) > _day(earlier):
            return "supersedes", "a later agreement of the same parties on the same matter"
        return None
    if earlier.kind == "demand" and later.kind in ("assurance", "agreement") and earlier.doers & later.doers:
        return "answers", "who was asked gives its word on the same matter"
    if later.kind == earlier.kind and _sides(earlier.by) & _sides(later.by) and likeness(earlier, later) >= 0.25:
        if later.condition and not earlier.condition:
            return "narrows", "the same party sets a condition to what it had given without one"
        return "reaffirms", "the same party gives its word on the same matter again"
    return None


def _on_one_matter(one: PledgeView, other: PledgeView) -> bool:
    """One kind of deed; of a broad one, with a word of weight in common; or most words in common."""
    kinds = one.matter.deeds & other.matter.deeds
    same = shared(one.matter, other.matter)
    return any(not deeds()[kind].broad or same >= _STRONG for kind in kinds) or same >= 2 * _STRONG


def _day(view: PledgeView) -> str:
    return view.made_on or view.told_on
