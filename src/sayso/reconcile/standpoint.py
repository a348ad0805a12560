"""A commitment and an account in, who speaks and acts in it, seen from the commitment, and whether it is later, out.

Whose word it is decides what an account can show: who gave the word, the side it was given to, one who is no party.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from sayso.reconcile.accounts import Account
from sayso.reconcile.pledges import PledgeView
from sayso.reconcile.records import Who
from sayso.reconcile.sides import same_actor, side_of
from sayso.reconcile.stems import stem
from sayso.schema.data import read_data

__all__ = [
    "BLAMING",
    "TELLING",
    "doers_of",
    "is_doer",
    "is_itself",
    "is_later",
    "is_third",
    "names_party",
    "parties_of",
    "party_names",
    "sides_of",
    "word_of",
]

TELLING = frozenset(("keeps", "breaks", "stalls", "suspends", "withdraws", "holds", "part", "reaffirms"))
"""Signs that speak of how a commitment fares."""
BLAMING = frozenset(("accusation", "condemnation"))
"""Acts by which a speaker means another."""
_OURS = re.compile(r"\b(?:we|our|I|my)\b")


def is_itself(view: PledgeView, account: Account) -> bool:
    """Is the account one of the rows or stretches that tell of the commitment as given?"""
    if account.id and account.id in view.rows:
        return True
    return any(
        article == account.article_id and account.start < end and start < account.end
        for article, start, end in view.spans
    )


def is_later(view: PledgeView, account: Account) -> bool:
    """Not before it was made; where one has no day, only what speaks of a commitment or counts is taken for later.

    A day is before a month only if the month is over; of one day in one article the text tells which comes after.
    """
    made, day = view.made_on or view.told_on, account.day
    here = [start for article, start, _ in view.spans if article == account.article_id]
    if here and (not made or not day or day[: len(made)] == made[: len(day)]):
        return account.start > min(here)
    if made and day:
        return day[: len(made)] >= made[: len(day)]
    return bool(account.share) or bool(account.signs & TELLING and "speaks_of" in account.signs) or bool(account.to)


def parties_of(view: PledgeView) -> frozenset[str]:
    """The sides that give it and that it is given to."""
    return view.doers | view.others


def names_party(view: PledgeView, account: Account) -> bool:
    """Does an account, or what stands around it, name or quote one of the parties?"""
    sides = account.own.states | account.near.states | sides_of((account.voice,) if account.voice else ())
    return bool(parties_of(view) & sides) or bool(party_names(view) & (account.own.words | account.near.words))


def party_names(view: PledgeView) -> frozenset[str]:
    """By what word a party that is no state, and of none, would be named: the last of its name."""
    return frozenset(stem(one.name.split()[-1]) for one in (*view.by, *view.to) if one.name and not one.country)


def sides_of(parties: Iterable[Who]) -> frozenset[str]:
    """The sides that parties stand on, as far as they are known."""
    return frozenset(side_of(one) for one in parties) - {""}


def doers_of(view: PledgeView, account: Account) -> frozenset[str]:
    """The sides that the account tells to have done it: of its event, else those its words name, else the speaker's.

    Who blames does not mean itself: the other side, where it names none.
    """
    if account.doers:
        return sides_of(account.doers)
    named = account.own.states - sides_of(account.recipients)
    voice = frozenset((side_of(account.voice),)) - {""} if account.voice else frozenset()
    if account.event:
        return named
    if account.act in BLAMING:
        return named - voice or (view.doers - voice if voice & parties_of(view) else frozenset())
    return named or (voice if voice & parties_of(view) else frozenset())


def is_doer(view: PledgeView, account: Account) -> bool | None:
    """Did a side act that is bound by the commitment? None where the account does not tell who did."""
    sides = doers_of(view, account)
    if sides & view.doers:
        return True
    if any(same_actor(one, other) for one in account.doers for other in bound_of(view)):
        return True
    return False if sides else None


def bound_of(view: PledgeView) -> tuple[Who, ...]:
    """The parties who are to act: of a demand those whom it is addressed to."""
    return view.to if view.kind == "demand" else view.by


def word_of(view: PledgeView, account: Account) -> str:
    """On whose word an account stands, seen from the commitment."""
    voice = account.voice
    if voice is None:
        return "outlet" if account.told_by_outlet else "unknown"
    side = side_of(voice)
    owns_up = "admits" in account.signs or account.act in ("confirmation", "regret")
    if owns_up and "breaks" in account.signs and _OURS.search(account.quote) and side not in view.others:
        return "promisor"
    acted = doers_of(view, account) & view.doers
    if side and side in view.doers and (not acted or side in acted):
        return "promisor"
    if side and side in parties_of(view):
        return "counterparty"
    for parties, word in ((bound_of(view), "promisor"), ((*view.by, *view.to), "counterparty")):
        if any(same_actor(voice, one) for one in parties):
            return word
    if voice.country and voice.country in parties_of(view):
        return "unknown"
    if is_third(voice):
        return "third"
    involved = sides_of((*account.doers, *account.recipients)) | account.own.states
    return "third" if voice.country and view.others and side not in involved else "unknown"


def is_third(voice: Who) -> bool:
    """Is somebody of a kind, or called by a word, that tells of no party to a dispute?"""
    third = read_data("sayso.reconcile", "bearing.toml")["third"]
    return voice.kind in third["kinds"] or any(f" {name} " in f" {voice.name} " for name in third["names"])
