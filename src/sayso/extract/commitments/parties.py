"""A telling in; who is bound by it or demands it, and who stands at its other end, out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from sayso.extract.commitments.deeds import is_joint
from sayso.extract.commitments.ground import Ground
from sayso.extract.commitments.telling import Telling
from sayso.extract.commitments.word_lists import listed
from sayso.model import Party

__all__ = ["bound", "other_end"]

Parties = tuple[Party, ...]
_OWN = ("conduct",)
_PRONOUNS = frozenset(
    ("its", "it", "their", "they", "them", "he", "she", "his", "her", "him", "we", "us", "our", "who", "which", "that")
)


def bound(ground: Ground, telling: Telling) -> list[Parties]:
    """Those bound, together or each by itself: `both armies to pull back` are two, `both to meet` are one."""
    found = _bound(ground, telling)
    if not found and telling.kind == "ceasefire":
        found = _rivals(ground)
    if (
        telling.kind != "agreement"
        or len(found) < 2
        or not telling.of_text
        or is_joint(ground, telling.deed, telling.terms)
    ):
        return [found]
    return [(one,) for one in found]


def _bound(ground: Ground, telling: Telling) -> Parties:
    speaker = _speaker(ground, telling)
    if telling.basis in _OWN or (not telling.agents and not telling.of_text):
        return (_spoken_for(ground, telling, speaker),) if speaker else ()
    cue = ground.cues.get(telling.at)
    if cue is not None and not telling.of_text:
        told = ground.statements[cue].party
        parties = _of(ground, telling.agents)
        if (
            told is not None
            and len(parties) < 2
            and not _is_day(ground, told)
            and not _is_another(ground, telling, told, parties)
        ):
            return (told,)
        return parties
    return _of(ground, telling.agents)


def _is_day(ground: Ground, told: Party) -> bool:
    """A day that was taken for whoever speaks: `On Monday it gave …`."""
    return any(ground.scene.kind(at) == "Date" for stretch in told.mentions for at in ground.words(stretch))


def _is_another(ground: Ground, telling: Telling, told: Party, parties: Parties) -> bool:
    """Does the clause name somebody else than the statement does: `an official said that Norland had assured`?"""
    if not parties or ground.tree.pos[telling.agents[0]] != "PROPN":
        return False
    one, other = (parties[0].name or "").lower(), (told.name or "").lower()
    return one not in other and other not in one


def _spoken_for(ground: Ground, telling: Telling, speaker: Party) -> Party:
    """The body that a spokesman tells the conduct of by name; of what he says of `us`, he himself."""
    if telling.own not in ("name", "state", "institution") or not speaker.affiliation:
        return speaker
    if "spokes" not in (speaker.role or "").lower():
        return speaker
    subjects = ground.subjects(clause) if (clause := ground.clause(telling.at)) else ()
    country = speaker.country or next((one.country for one in _of(ground, subjects) if one.country), None)
    return replace(speaker, name=speaker.affiliation, kind="government", role=None, affiliation=None, country=country)


def _rivals(ground: Ground) -> Parties:
    """Whom a ceasefire binds that nobody is named to have made: the two states that a text sets against each other."""
    rivals = ground.sides.told.rivals[:1]
    return tuple(Party(None, name, "government", "sides", country=country) for country, name in _named(ground, rivals))


def _named(ground: Ground, rivals: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    names = {country: name for name, country, _ in ground.sides.told.states if country}
    return [(country, names[country]) for pair in rivals for country in pair if country in names]


def _of(ground: Ground, heads: Iterable[int]) -> Parties:
    """Those that are named; a pronoun that stands for nobody known is none."""
    found = ground.sides.of(tuple(_meant(ground, at) for at in heads))
    return tuple(one for one in found if one.name and one.name.lower() not in _PRONOUNS)


def _meant(ground: Ground, at: int) -> int:
    """For `its` in `broke its promise` the body named last before it in its sentence; any other word itself."""
    if ground.tree.forms[at] not in ("its", "their"):
        return at
    if any((one.name or "").lower() not in _PRONOUNS for one in ground.sides.of((at,))):
        return at
    first = ground.scene.sentence_of(at)[0]
    named = (n for n in range(at - 1, first - 1, -1) if ground.scene.kind(n) in ("Location", "Organization"))
    return next(named, at)


def _speaker(ground: Ground, telling: Telling) -> Party | None:
    number = ground.saying.get(telling.at)
    number = number if telling.basis in _OWN else ground.cues.get(telling.at, number)
    return ground.statements[number].party if number is not None else None


def other_end(ground: Ground, telling: Telling, by: Parties) -> Parties:
    """To whom it is given, or of whom it is asked; whoever agrees with somebody owes it to them."""
    found = [one for one in _of(ground, telling.others) if not _is_public(one)]
    if not found and not telling.of_text:
        found = [one for one in _told(ground, telling) if not _is_public(one)]
    if not found and telling.kind in ("agreement", "ceasefire"):
        found = list(_all_agents(ground, telling)) or list(by)
    names = {one.name for one in by}
    others = [one for one in found if one.name not in names]
    return (
        tuple(others)
        if others or telling.kind not in ("agreement", "ceasefire")
        else tuple(found if len(by) > 1 else ())
    )


def _all_agents(ground: Ground, telling: Telling) -> Parties:
    return _of(ground, telling.agents)


def _told(ground: Ground, telling: Telling) -> list[Party]:
    """The party that a statement is addressed to, or that a demand or threat is about."""
    number = ground.cues.get(telling.at, ground.saying.get(telling.at))
    if number is None:
        return []
    told = ground.statements[number]
    asked = telling.kind in ("demand", "threat")
    found = [told.addressee, told.target if asked else None]
    return [replace(one, resolved_by=one.resolved_by) for one in found if one is not None][:1]


def _is_public(party: Party) -> bool:
    words = [word.strip(".,'’").lower() for word in (party.name or "").split()]
    return bool(words) and any(word in listed("forms", "public") for word in words)
