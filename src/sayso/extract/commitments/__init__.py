"""Who promised, demanded, offered or threatened what: a text read once in, commitments out.

words that make one, own conduct, points of an agreement -> terms -> parties, days, form -> each told once
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from sayso.extract.commitments.agreed import agreed
from sayso.extract.commitments.conduct import conduct
from sayso.extract.commitments.confidence import LEAST, confidence_of
from sayso.extract.commitments.dating import Days, is_history
from sayso.extract.commitments.explicit import explicit
from sayso.extract.commitments.forms import form_of
from sayso.extract.commitments.ground import Ground, Range
from sayso.extract.commitments.merging import told_once
from sayso.extract.commitments.parties import bound, other_end
from sayso.extract.commitments.telling import Telling
from sayso.extract.commitments.terms import condition_of, mechanism_of
from sayso.extract.events.scene import Scene
from sayso.extract.events.sport import is_sport
from sayso.extract.statements import Spoken
from sayso.model import Attribution, CommitmentMention, EventMention, Party

__all__ = ["commitments_of"]

_POINTS = ("text", "oblige", "text-says")


def commitments_of(
    spoken: Spoken,
    statements: Sequence[Attribution],
    events: Sequence[EventMention],
    published: date | None = None,
    *,
    issued: bool = False,
) -> list[CommitmentMention]:
    """Every commitment that a text read once tells of, in the order of its words, each told once. Pure.

    `statements` and `events` are those found in the same text. `issued` tells that the text is itself a statement, as a
    press release is.

    >>> from sayso.extract.statements import attributions_of, spoken_in
    >>> text = "Norland demanded on Monday that Sudmark release the crew by March 3."
    >>> spoken = spoken_in(text)
    >>> [one] = commitments_of(spoken, attributions_of(spoken), [], date(2026, 2, 24))
    >>> one.kind, text[slice(*one.terms)], one.due_by
    ('demand', 'Sudmark release the crew by March 3', '2026-03-03')
    """
    ground = Ground(Scene(spoken.page.text, spoken.annotation), spoken, statements, events, published, issued)
    if is_sport(ground.scene):
        return []
    days = Days(ground)
    found: list[CommitmentMention] = []
    for telling in (*explicit(ground), *agreed(ground), *conduct(ground)):
        found += (one for one in _mentions(ground, days, telling) if one.confidence >= LEAST)
    return _completed(told_once(spoken.page.text, found))


def _mentions(ground: Ground, days: Days, telling: Telling) -> Iterator[CommitmentMention]:
    number = ground.saying.get(telling.at, ground.cues.get(telling.at))
    number = ground.cues.get(telling.at, number)
    event = _event(ground, telling)
    made_on = days.made_on(telling, number, event)
    if is_history(made_on, ground.published):
        return
    condition = condition_of(ground, telling.conditions)
    due_by = days.due_by(telling, made_on, condition)
    mechanism = mechanism_of(ground, telling.deed)
    for by in bound(ground, telling):
        yield CommitmentMention(
            kind=telling.kind,
            form=form_of(ground, telling, number, by),
            terms=ground.scene.characters(*telling.terms),
            by=by,
            to=other_end(ground, telling, by),
            made_on=made_on,
            due_by=due_by,
            condition=_characters(ground, condition),
            mechanism=_characters(ground, mechanism),
            statement=number,
            event=event,
            confidence=_confidence(ground, telling, number, by, due=due_by is not None),
            basis=telling.basis if not telling.own else f"{telling.basis}: {telling.own}",
        )


def _confidence(ground: Ground, telling: Telling, number: int | None, by: Sequence[Party], *, due: bool) -> float:
    return confidence_of(
        telling.basis,
        own=telling.own,
        act=ground.statements[number].act if number is not None else "",
        due=due,
        condition=bool(telling.conditions),
        known=bool(by),
    )


def _characters(ground: Ground, words: Range | None) -> Range | None:
    return ground.scene.characters(*words) if words else None


def _event(ground: Ground, telling: Telling) -> int | None:
    """The event whose trigger is the word that makes the commitment, or else the deed."""
    for at in (telling.at, telling.deed):
        start = ground.scene.annotation.words.start[at]
        for number, event in enumerate(ground.events):
            if event.trigger[0] <= start < event.trigger[1]:
                return number
    return None


def _completed(found: list[CommitmentMention]) -> list[CommitmentMention]:
    """Points of an agreement take its day from the agreement itself, and the other party from those who made it."""
    whole = next((one for one in found if one.kind in ("agreement", "ceasefire") and len(one.by) > 1), None)
    out = []
    for one in found:
        if one.basis in _POINTS and whole is not None:
            names = {party.name for party in one.by}
            others = tuple(party for party in whole.by if party.name not in names)
            by = one.by or whole.by
            one = replace(one, made_on=one.made_on or whole.made_on, by=by, to=one.to or others or whole.by)
        out.append(one)
    return out
