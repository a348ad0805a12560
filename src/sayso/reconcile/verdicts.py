"""Who asserts a claim, who denies it, and what else cannot be so, in; the verdict, by rule, and the rule in words, out.

No verdict says that a claim is true or false.
"""

from __future__ import annotations

from collections.abc import Collection
from functools import cache
from typing import NamedTuple

from sayso.reconcile.origins import Origin
from sayso.schema.data import read_data

__all__ = ["Verdict", "verdict_of"]


class Verdict(NamedTuple):
    """A verdict, and the rule with the rows that it rests on, in words."""

    name: str
    rule: str


def verdict_of(
    origins: Collection[Origin],
    *,
    reports: int,
    denied: Collection[str] = (),
    countered: Collection[str] = (),
    acknowledged: Collection[str] = (),
) -> Verdict:
    """The verdict on a claim; `denied`, `acknowledged` are statements, `countered` claims.

    >>> one = Origin("o-1", "utterance", "per-army", "PER", third=False)
    >>> other = Origin("o-2", "utterance", "CHL", "CHL", third=False)
    >>> verdict_of([one], reports=1).name, verdict_of([one], reports=3).name, verdict_of([one, other], reports=2).name
    ('single-origin', 'repeated', 'corroborated')
    >>> verdict_of([one, other], reports=2, denied=["s-1"]).rule
    'somebody denies it, or asserts what cannot also be so: denied in s-1'
    """
    if acknowledged:
        return _told("acknowledged", f"in {', '.join(sorted(acknowledged))}")
    if denied or countered:
        told = [f"denied in {row}" for row in sorted(denied)] + [f"against {row}" for row in sorted(countered)]
        return _told("contested", "; ".join(told))
    if len(origins) > 1 and _independent(origins):
        return _told("corroborated", ", ".join(sorted(one.body for one in origins if one.body)))
    if reports > 1 or len(origins) > 1:
        return _told("repeated", f"{reports} reports, {len(origins)} origin{'s' * (len(origins) > 1)}")
    return _told("single-origin", "")


def _told(name: str, rows: str) -> Verdict:
    rule = _rules()[name]
    return Verdict(name, f"{rule}: {rows}" if rows else rule)


def _independent(origins: Collection[Origin]) -> bool:
    """Are two of different sides, or is one of no side of the dispute?"""
    sides = {one.side for one in origins if one.side}
    return len(sides) > 1 or (any(one.third for one in origins) and len(origins) > 1)


@cache
def _rules() -> dict[str, str]:
    return dict(read_data("sayso.reconcile", "verdicts.toml")["rules"])
