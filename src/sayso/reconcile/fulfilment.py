"""What bears on a commitment in, its dated states on two axes out; added in order of time, never overwritten.

Fulfilment tells what has become of it, verification on whose word. An adversary's accusation gives no more than
`breach_alleged`; who gave the word cannot alone make it `kept`; silence is `no_data`. When in doubt, the weaker state.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from sayso.reconcile.bearing import Bearing
from sayso.reconcile.pledges import PledgeView, relation
from sayso.reconcile.records import Who
from sayso.reconcile.sides import same_actor, side_of
from sayso.schema.data import read_data

__all__ = ["State", "axis", "current_of", "silent_since", "states_of", "superseding"]

_SETTLED = frozenset(("kept", "breached", "breach_acknowledged"))
_OPEN = frozenset(("made", "demanded"))
_OVER = frozenset(("superseded", "expired", "withdrawn"))
"""Nothing that comes after bears on these."""
_BY_WORD = {
    "promisor": "self_reported",
    "counterparty": "acknowledged_by_counterparty",
    "third": "third_party_reported",
    "outlet": "third_party_reported",
    "unknown": "third_party_reported",
}
_BLAME = {**_BY_WORD, "counterparty": "alleged_by_party", "unknown": "alleged_by_party"}
"""A party that tells of a breach or delay of another alleges; telling that the other kept its word, it acknowledges."""
_FUTURE = re.compile(r"\b(?:will|would|shall|is to|are to|to be)\b")
_WRITTEN = frozenset(("joint-statement", "written", "signed", "decree", "law"))


class State(NamedTuple):
    """A state as of a day; `basis` are the rows it rests on, `by` who asserts it (None: the outlet, or nobody)."""

    as_of: str
    fulfilment: str
    verification: str
    asserted_by: str
    basis: tuple[str, ...]
    why: str
    by: Who | None = None


@cache
def axis(name: str) -> frozenset[str]:
    """The words of an axis.

    >>> "no_data" in axis("fulfilment"), "disputed" in axis("verification")
    (True, True)
    """
    return frozenset(read_data("sayso.schema", "fulfilment.toml")[name])


def states_of(view: PledgeView, bearings: Iterable[Bearing], latest: str) -> list[State]:
    """The states of a commitment in order of time, the first as it was given; `latest` is the pile's latest date."""
    states = [_given(view)]
    for one in _in_order(bearings, view):
        state = _next(view, states, one)
        if state:
            _add(states, state)
    if _is_silent(view, states, latest):
        states.append(State(latest, "no_data", "none", "", (), "nothing more is heard by the pile's latest date"))
    return states


def current_of(states: Sequence[State]) -> str:
    """The fulfilment that stands: the last one, unless a settled one stands over what is only alleged after it.

    >>> kept = State("2031", "kept", "acknowledged_by_counterparty", "", (), "")
    >>> current_of([kept, State("2032", "stalled", "alleged_by_party", "", (), "")])
    'kept'
    """
    standing = ""
    for state in states:
        if standing in _SETTLED and state.fulfilment not in _SETTLED | {"withdrawn"}:
            continue
        standing = state.fulfilment
    return standing


def superseding(earlier: PledgeView, later: PledgeView) -> Bearing | None:
    """A later commitment as what bears on an earlier one, where it takes its place."""
    found = relation(earlier, later)
    if not found or found[0] != "supersedes":
        return None
    article, start, end = later.spans[0]
    row = later.rows[0] if later.rows else later.id
    day = later.made_on or later.told_on
    return Bearing(earlier.id, row, article, start, end, "supersedes", "outlet", None, day, why=found[1])


def _in_order(bearings: Iterable[Bearing], view: PledgeView) -> list[Bearing]:
    """By day and place; what has no day comes when it was due, or last."""
    return sorted(bearings, key=lambda one: (one.day or view.due_by or "9", one.article_id, one.start, one.row))


def _given(view: PledgeView) -> State:
    fulfilment = "demanded" if view.kind == "demand" else "made"
    if view.kind == "decree" and not _FUTURE.search(view.terms):
        by_itself = _told_by(view) == "none" or (view.teller is not None and _is_of(view.by, view.teller))
        word = "self_reported" if by_itself else "third_party_reported"
        day = view.made_on or view.told_on
        return State(day, "in_effect", word, _name(view.teller), view.rows[:2], "an order as it was given", view.teller)
    day = view.made_on or view.told_on
    return State(day, fulfilment, _told_by(view), _name(view.teller), view.rows[:2], "as it was given", view.teller)


def _told_by(view: PledgeView) -> str:
    """On whose word it is that it was given at all."""
    if view.form in _WRITTEN or view.outlet_tells:
        return "third_party_reported" if view.kind != "demand" else "none"
    teller, by = view.teller, view.by
    if teller is None:
        return "none"
    sides = {side_of(one) for one in by} - {""}
    if _is_of(by, teller):
        return "none"
    if view.kind == "demand":
        return "none"
    if len(sides) > 1 and side_of(teller):
        return "third_party_reported"
    if side_of(teller) in view.others or any(same_actor(teller, one) for one in view.to):
        return "alleged_by_party" if teller.kind != "collective" else "none"
    return "third_party_reported" if teller.country or teller.kind in ("mission", "organisation") else "none"


def _is_of(by: Iterable[Who], teller: Who) -> bool:
    """Does who tells it stand with who gave it?"""
    return any(same_actor(teller, one) or side_of(teller) == side_of(one) != "" for one in by)


def _next(view: PledgeView, states: Sequence[State], one: Bearing) -> State | None:
    """The state that a bearing adds to those before it."""
    standing = current_of(states)
    if standing in _OVER and not (view.kind == "demand" and one.direction == "keeps"):
        return None
    rule = _RULES.get(one.direction)
    found = rule(view, standing, one) if rule else None
    if not found:
        return None
    fulfilment, verification = found
    basis = (one.row,) if one.row else ()
    day = max(one.day, states[0].as_of) if one.day else states[-1].as_of
    return State(day, fulfilment, verification, _name(one.by), basis, one.why, one.by)


Told = tuple[str, str] | None


def _kept(view: PledgeView, standing: str, one: Bearing) -> Told:
    """Kept on the word of the side it was given to, or of a third; who gave the word alone leaves it as it was."""
    if view.kind == "threat":
        return "in_effect", _BY_WORD[one.word]
    if one.word == "promisor":
        return None if standing == "kept" else (standing, "self_reported")
    if one.word == "unknown" or (view.condition and one.word != "counterparty"):
        return None
    return "kept", _BY_WORD[one.word]


def _part(view: PledgeView, standing: str, one: Bearing) -> Told:
    if view.kind == "threat" or standing in ("kept", "breach_acknowledged"):
        return None
    blames = one.word == "counterparty" and one.act in ("accusation", "condemnation", "demand", "appeal")
    word = "alleged_by_party" if blames else _BY_WORD[one.word]
    return "partly_kept", word


def _holds(view: PledgeView, standing: str, one: Bearing) -> Told:
    return None if standing.startswith("breach") or view.kind == "threat" else ("in_effect", _BY_WORD[one.word])


def _broken(view: PledgeView, standing: str, one: Bearing) -> Told:
    if view.kind in ("threat", "demand", "offer"):
        return None
    if one.word == "promisor":
        return ("breach_acknowledged", "acknowledged_by_counterparty") if one.admitted else None
    if one.word == "third" and one.finding:
        return "breached", "third_party_reported"
    return "breach_alleged", _BLAME[one.word]


def _late(view: PledgeView, standing: str, one: Bearing) -> Told:
    word = _BLAME[one.word]
    if view.kind in ("threat", "demand"):  # not carried out, or not met: it stands as it was
        return (standing, word) if standing in _OPEN and one.word in ("third", "outlet") else None
    if standing in ("kept", "breach_acknowledged"):
        return None
    return ("partly_kept" if standing == "partly_kept" else "stalled"), word


def _denied(view: PledgeView, standing: str, one: Bearing) -> Told:
    return (standing, "disputed") if standing in ("breach_alleged", "stalled", "breached") else None


def _unable(view: PledgeView, standing: str, one: Bearing) -> Told:
    return ("breach_alleged", "unable_to_verify") if standing == "breach_alleged" else None


def _refused(view: PledgeView, standing: str, one: Bearing) -> Told:
    return ("refused", "none") if standing in _OPEN else None


def _accepted(view: PledgeView, standing: str, one: Bearing) -> Told:
    return ("made", "acknowledged_by_counterparty") if standing in _OPEN else None


def _withdrawn(view: PledgeView, standing: str, one: Bearing) -> Told:
    return ("withdrawn", _BY_WORD[one.word]) if standing not in _SETTLED else None


def _suspended(view: PledgeView, standing: str, one: Bearing) -> Told:
    return ("suspended", _BY_WORD[one.word]) if standing not in _SETTLED and view.kind != "demand" else None


def _lapsed(view: PledgeView, standing: str, one: Bearing) -> Told:
    return (
        ("expired", "third_party_reported" if one.word != "promisor" else "self_reported")
        if standing in _OPEN
        else None
    )


def _superseded(view: PledgeView, standing: str, one: Bearing) -> Told:
    return ("superseded", "third_party_reported") if standing in _OPEN | {"refused"} else None


_RULES = {
    "keeps": _kept,
    "part": _part,
    "holds": _holds,
    "breaks": _broken,
    "stalls": _late,
    "denies_breach": _denied,
    "unable": _unable,
    "refuses": _refused,
    "accepts": _accepted,
    "withdraws": _withdrawn,
    "suspends": _suspended,
    "lapses": _lapsed,
    "supersedes": _superseded,
}


def _add(states: list[State], new: State) -> None:
    """A state more; told again on the same day, or with nothing new told between, one row more for the same state."""
    for at, old in enumerate(states):
        same = old[1:4] == new[1:4]
        if same and (old.as_of == new.as_of or at == len(states) - 1):
            states[at] = old._replace(basis=tuple(dict.fromkeys((*old.basis, *new.basis))))
            return
    states.append(new)


def silent_since(view: PledgeView, states: Sequence[State]) -> str | None:
    """Since when nothing is heard of a commitment that stands open; None where it does not, or somebody told of it."""
    return max(states[-1].as_of, view.retold_on) if _is_silent(view, states, "~") else None


def _is_silent(view: PledgeView, states: Sequence[State], latest: str) -> bool:
    if states[-1].verification == "self_reported":
        return False
    standing = current_of(states)
    quiet = standing in _OPEN or (standing == "refused" and view.kind == "threat")
    return quiet and latest > max(states[-1].as_of, view.retold_on)


def _name(one: Who | None) -> str:
    return one.name if one else ""
