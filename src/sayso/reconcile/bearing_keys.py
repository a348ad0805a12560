"""A commitment or an account in, the keys under which the two meet out: pure functions of the one.

A side, a kind of deed or a word, and a quarter of a year; so a report is compared with commitments of the year before.
"""

from __future__ import annotations

from sayso.reconcile.accounts import Account
from sayso.reconcile.deeds import deeds, tells
from sayso.reconcile.matter import matter_of, weight_of
from sayso.reconcile.pledges import PledgeView
from sayso.reconcile.standpoint import TELLING, parties_of, party_names, sides_of
from sayso.reconcile.stems import stem

__all__ = ["account_keys", "pledge_keys"]

_QUARTERS = 5
"""Commitments are looked up in reports of the quarter they were made in and the four after it."""


def pledge_keys(view: PledgeView) -> list[str]:
    """Where accounts that may bear on a commitment meet it: a side, a kind of deed or a word, and a quarter of a year.

    Besides its own articles, where it may be turned down at once.
    """
    words = [] if view.matter.deeds else [word for word in sorted(view.matter.words) if weight_of(word) >= 1.0]
    ended = _ended(view.condition) | matter_of(view.condition).deeds
    kinds = sorted(f"={name}" for name in view.matter.deeds | ended)
    quarters = _quarters(view.made_on or view.told_on, _QUARTERS)
    places = sorted({article for article, _, _ in view.spans})
    return [
        *(
            f"{side}|{what}|{one}"
            for side in sorted(parties_of(view) | party_names(view)) or ["?"]
            for what in (*kinds, *words)
            for one in quarters
        ),
        *places,
        *(f"*|={name}|{one}" for name in sorted(ended) for one in quarters if view.kind == "threat"),
    ]


def account_keys(account: Account) -> list[str]:
    """The same of an account: the sides that act, are named or speak; of a reply also what it replies to."""
    sides = sides_of(account.doers) | account.own.states
    what = {f"={name}" for name in account.own.deeds}
    what |= {f"={deed.name}" for deed in deeds().values() if account.event in deed.keeps | deed.breaks}
    if account.signs & TELLING or account.share or account.act in ("confirmation", "claim", "support"):
        what = what or {f"={name}" for name in account.near.deeds}
        what = what or {word for word in account.own.words if weight_of(word) >= 1.0}
        sides |= account.own.names
        sides = sides or account.near.states | account.near.names
    sides = sides or sides_of((account.voice,) if account.voice else ())
    keys = {f"{side}|{one}|{_quarters(account.day, 1)[0]}" for side in sides or {"?"} for one in what}
    keys |= {key for one in account.to for key in account_keys(one)}
    if account.event:
        kept = (deed.name for deed in deeds().values() if deed.ends and account.event in deed.keeps)
        keys |= {f"*|={name}|{_quarters(account.day, 1)[0]}" for name in kept}
    return sorted(keys | ({account.article_id} if account.to or account.signs & TELLING or account.share else set()))


def _ended(condition: str) -> frozenset[str]:
    stems = frozenset(stem(word) for word in condition.split())
    return frozenset(deed.name for deed in deeds().values() if tells(deed.ends, stems))


def _quarters(day: str, count: int) -> list[str]:
    """The quarter of a day and those after it; `?` for what has no day, and where several are asked as well."""
    if not day[5:7].isdigit():
        return ["?"]
    at = int(day[:4]) * 4 + (int(day[5:7]) - 1) // 3
    return [f"{one // 4}q{one % 4}" for one in range(at, at + count)] + (["?"] if count > 1 else [])
