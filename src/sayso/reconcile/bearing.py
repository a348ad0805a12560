"""A commitment and an account of a later article in, how the one bears on the other, out; None where it does not.

Parties, the kind of deed, words of the matter, time and words about the commitment itself decide, each a pure function
of the two. On whose word it is told is kept apart: who gave the word, the side it was given to, a third, the outlet.
"""

from __future__ import annotations

from typing import NamedTuple

from sayso.reconcile.accounts import Account
from sayso.reconcile.bearing_keys import account_keys, pledge_keys
from sayso.reconcile.deeds import Deed, deeds, tells
from sayso.reconcile.matter import Matter, matter_of, weight_of
from sayso.reconcile.overlap import deeds_of, extent_of, is_event, overlap, tells_deed
from sayso.reconcile.pledges import PledgeView
from sayso.reconcile.records import Who
from sayso.reconcile.sides import same_actor, side_of
from sayso.reconcile.standpoint import (
    BLAMING,
    doers_of,
    is_doer,
    is_itself,
    is_later,
    is_third,
    names_party,
    parties_of,
    sides_of,
    word_of,
)
from sayso.reconcile.stems import stem

__all__ = ["Bearing", "account_keys", "bearing_of", "pledge_keys"]

_AFTER = 350
"""How far after the words of a commitment it is told without naming it what became of it; characters."""
_ASSERTING = frozenset(("claim", "confirmation", "announcement", "support", "responsibility", "accusation", "regret"))


class Bearing(NamedTuple):
    """How an account bears on a commitment: `direction` is keeps, part, breaks, stalls, suspends, withdraws, refuses,
    accepts, denies_breach, unable, holds, reaffirms, lapses or supersedes; `word` is promisor, counterparty, third,
    outlet or unknown.
    """

    pledge_id: str
    row: str
    article_id: str
    start: int
    end: int
    direction: str
    word: str
    by: Who | None
    day: str
    admitted: bool = False
    finding: bool = False
    act: str = ""
    why: str = ""


def bearing_of(view: PledgeView, account: Account) -> Bearing | None:
    """How an account bears on a commitment, with the rule that says so."""
    if is_itself(view, account) or not is_later(view, account):
        return None
    for rule in (_reply, _lapse, _by_event, _by_blame, _by_telling, _by_sign, _by_place):
        found = rule(view, account)
        if found and not (found[0] in ("keeps", "part", "holds") and _is_doubtful(view, account)):
            return _bearing(view, account, *found)
    return None


def _is_doubtful(view: PledgeView, account: Account) -> bool:
    """May what is told as done have been done before the commitment, or is it told as not done?"""
    made = view.made_on or view.told_on
    before = len(account.day) < len(made) and made.startswith(account.day)
    return before or ("negates" in account.signs and not account.share and "part" not in account.signs)


def _bearing(view: PledgeView, account: Account, direction: str, why: str) -> Bearing:
    return Bearing(
        pledge_id=view.id,
        row=account.id,
        article_id=account.article_id,
        start=account.start,
        end=account.end,
        direction=direction,
        word=word_of(view, account),
        by=account.voice,
        day=account.day,
        admitted=_is_admission(view, account),
        finding=_is_finding(view, account),
        act=account.act,
        why=why,
    )


def _is_admission(view: PledgeView, account: Account) -> bool:
    """Does who is bound own up to what breaks it: in words about the commitment, or telling most of its matter?

    Where only the other side tells that the word was given at all, an admission of the deed admits no breach.
    """
    if "admits" not in account.signs and account.act not in ("confirmation", "regret", "responsibility"):
        return False
    if "speaks_of" in account.signs:
        return True
    about = overlap(view, account)
    theirs = view.form == "reported" and view.teller is not None and side_of(view.teller) in view.others
    return not theirs and about.most


def _is_finding(view: PledgeView, account: Account) -> bool:
    """Does one whose task is to look tell what was found, and name who did it? What accuses or judges is no finding."""
    if account.voice is None or not is_third(account.voice):
        return False
    told = account.act in ("claim", "confirmation", "announcement") and "found" in account.signs | account.cue_signs
    return told and bool(doers_of(view, account) & view.doers) and not account.signs & {"future", "unable"}


def _reply(view: PledgeView, account: Account) -> tuple[str, str] | None:
    """A denial of its breach, a refusal or acceptance of it, a finding that nothing can be found."""
    if account.act in ("refusal", "acceptance") or account.event.startswith("REJECT"):
        return _answer(view, account) if account.to and is_itself(view, account.to[0]) else None
    for one in account.to:
        before = bearing_of(view, one)
        if before and before.direction in ("breaks", "stalls"):
            if "unable" in account.signs:
                looked = word_of(view, account) in ("third", "unknown", "outlet")
                return ("unable", "who looked could not tell") if looked else None
            if account.act == "denial" and word_of(view, account) == "promisor":
                return "denies_breach", f"denies what {one.id or 'the outlet'} tells"
    return None


def _answer(view: PledgeView, account: Account) -> tuple[str, str] | None:
    if word_of(view, account) not in ("counterparty", "promisor") or view.kind not in ("demand", "offer", "threat"):
        return None
    if account.act == "acceptance":
        if view.kind == "threat":
            return None
        return "accepts", "takes up what was demanded or offered"
    return "refuses", "turns down what was demanded, offered or threatened"


def _lapse(view: PledgeView, account: Account) -> tuple[str, str] | None:
    """The condition of a threat can no longer come true: what it names is ended, or what it was to precede has come."""
    if view.kind != "threat" or not view.condition or account.event.startswith("THREATEN"):
        return None
    head, before, tail = f"{view.condition} ".partition("before ")
    if before and any(is_event(account, deeds()[name].keeps, deeds()[name]) for name in matter_of(tail).deeds):
        return "lapses", "what its condition was to precede has come"
    told, stems = matter_of(head), _stems(head)
    if not stems & _GOING_ON or not _is_addressed(view, account) or extent_of(view, account) != "keeps":
        return None
    for deed in deeds().values():
        if tells(deed.ends, stems) and is_event(account, deed.keeps, deed) and _is_of(told, account, deed):
            return "lapses", f"the state that its condition names is ended ({deed.name})"
    return None


def _is_addressed(view: PledgeView, account: Account) -> bool:
    """Did the side act that a threat is addressed to, or, where it names none, another than who threatens?"""
    acted = sides_of(account.doers)
    return bool(acted & view.others) if view.others else bool(acted - view.doers)


_GOING_ON = frozenset(
    stem(word) for word in ("continue", "remain", "still", "stay", "not", "unless", "keep", "persist")
)


def _stems(text: str) -> frozenset[str]:
    return frozenset(stem(word.strip('.,;:“”"')) for word in text.split())


def _is_of(told: Matter, account: Account, deed: Deed) -> bool:
    """Does an event share the matter of a condition, where the condition tells more than the state itself?"""
    state = frozenset(word for phrase in deed.ends for word in phrase)
    words = {word for word in told.words - state - _GOING_ON if weight_of(word) >= 1.0}
    if not words and not told.numbers:
        return True
    return bool(words & (account.own.words | account.near.words) or told.numbers & account.own.numbers)


def _by_event(view: PledgeView, account: Account) -> tuple[str, str] | None:
    """An event by which the kind of deed promised is kept or broken, by who is bound."""
    done = is_doer(view, account)
    if not account.event or done is False:
        return None
    mutual = bool(sides_of(account.doers) & (view.others - view.doers))
    about = overlap(view, account)
    given = bool(sides_of(account.recipients) & view.others) or any(same_actor(account.voice, one) for one in view.to)
    named = (bool(done) or given) and (not about.weightless or given)
    told = named and (about.enough or (bool(account.share) and about.around))
    acted = bool(done) and bool(account.doers)
    broken = acted and named and about.clear and not mutual and not account.share
    for deed in deeds_of(view):
        struck = _hits_party(view, account) if deed.name == "ceasefire" else broken
        if struck and view.kind != "decree" and is_event(account, deed.breaks, deed):
            return "breaks", f"{account.event} by who is bound not to ({deed.name})"
        kept = told or (about.weightless and given and bool(done))
        if is_event(account, deed.keeps, deed) and kept and "stalls" not in account.signs:
            return _done(view, account, deed), f"{account.event} by who is bound to ({deed.name})"
    return None


def _done(view: PledgeView, account: Account, deed: Deed) -> str:
    """What lasts holds so far; of several who are bound one alone keeps a part."""
    if deed.lasts:
        return "holds"
    alone = len(view.doers) > 1 and not view.doers <= doers_of(view, account)
    return "part" if alone else extent_of(view, account)


def _hits_party(view: PledgeView, account: Account) -> bool:
    """Of a ceasefire: did one of its parties strike another?"""
    acted, hit = sides_of(account.doers) & parties_of(view), sides_of(account.recipients)
    return bool(acted and hit & parties_of(view) and (acted != hit or len(acted) > 1))


def _by_blame(view: PledgeView, account: Account) -> tuple[str, str] | None:
    """An accusation that who is bound does, day by day, what was not to be done."""
    if account.act != "accusation" or account.event or not doers_of(view, account) & view.doers:
        return None
    if not account.own.states & view.doers or not overlap(view, account).enough:
        return None
    kinds = [
        deed.name
        for deed in deeds_of(view)
        if deed.lasts and deed.name in account.own.deeds and deed.name != "ceasefire"
    ]
    return ("breaks", f"an accusation of what was not to be done ({kinds[0]})") if kinds else None


def _by_telling(view: PledgeView, account: Account) -> tuple[str, str] | None:
    """A statement that the deed is done, done in part, or not done."""
    if account.event or account.told_by_outlet or account.act not in _ASSERTING or "future" in account.signs:
        return None
    named = account.own.states
    if named and not named & view.doers:
        return None
    if not named and word_of(view, account) not in ("counterparty", "promisor", "third"):
        return None
    about = overlap(view, account)
    if not (about.enough or (account.share and about.around)):
        return None
    for deed in deeds_of(view):
        if deed.name in account.own.done:
            if "stalls" in account.signs:
                return "stalls", f"told as not done ({deed.name})"
            return _done(view, account, deed), f"told as done ({deed.name})"
    return None


def _by_sign(view: PledgeView, account: Account) -> tuple[str, str] | None:
    """Words about the commitment itself: kept its word, in violation of, has not begun, is withdrawn."""
    if account.event or not _speaks_of(view, account):
        return None
    word = word_of(view, account)
    for sign in _SIGNS:
        if sign not in account.signs:
            continue
        if sign in ("withdraws", "suspends") and word not in ("promisor", "outlet", "third"):
            continue
        if sign == "holds" and view.kind not in ("ceasefire", "agreement", "decree"):
            continue
        if "future" in account.signs and sign != "stalls":
            continue
        return ("part" if sign == "keeps" and "part" in account.signs else sign), f"words that tell so: {sign}"
    if "part" in account.signs and account.act in BLAMING and overlap(view, account).enough:
        return "part", "told as done in part"
    return None


_SIGNS = ("withdraws", "suspends", "breaks", "stalls", "keeps", "holds")


def _by_place(view: PledgeView, account: Account) -> tuple[str, str] | None:
    """What is told right after the commitment in one paragraph: kept, broken, not begun, or so many of so many."""
    if account.signs & {"future"} or account.act in _COMMITTING or not _is_after(view, account):
        return None
    told = next((sign for sign in ("breaks", "stalls", "withdraws", "keeps") if sign in account.signs), "")
    if told == "withdraws" and word_of(view, account) != "promisor":
        return None
    if not told and account.share and any(tells_deed(account, deed) for deed in deeds_of(view)):
        named = {word for deed in deeds_of(view) for word in deed.things & account.own.words}
        told = extent_of(view, account) if not named or named & view.matter.words else ""
    return (told, f"told right after it: {told}") if told else None


_COMMITTING = frozenset(("assurance", "demand", "offer", "threat", "acceptance", "refusal", "appeal"))


def _is_after(view: PledgeView, account: Account) -> bool:
    return any(
        article == account.article_id and paragraph == account.paragraph and 0 <= account.start - end <= _AFTER
        for (article, _, end), paragraph in zip(view.spans, view.paragraphs, strict=True)
    )


def _speaks_of(view: PledgeView, account: Account) -> bool:
    """Is it this commitment that the words are about?"""
    acted = doers_of(view, account)
    if acted and not acted & view.doers:
        return False
    if "ceasefire" in view.matter.deeds and "ceasefire" in account.own.deeds:
        return names_party(view, account)
    if account.told_by_outlet and not names_party(view, account):
        return False
    about, kinds = overlap(view, account), view.matter.deeds
    if kinds and account.own.deeds and not kinds & account.own.deeds:
        return False
    if about.weightless and not kinds & account.own.deeds:
        return False
    if account.told_by_outlet and "stalls" not in account.signs and not _tells_any(view, account):
        return False
    if about.clear and about.much:
        return True
    spoken = not account.told_by_outlet and word_of(view, account) != "unknown"
    named = not kinds or bool(kinds & (account.own.deeds | account.near.deeds))
    return spoken and named and about.sure


def _tells_any(view: PledgeView, account: Account) -> bool:
    return any(tells_deed(account, deed) for deed in deeds_of(view))
