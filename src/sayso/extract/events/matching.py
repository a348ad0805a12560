"""A predicate in; the frame that its words and arguments meet best, with actors and recipients, out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from sayso.extract.events.fitting import any_fits, fits
from sayso.extract.events.frames.lexicon import Frame, head_of, lexicon
from sayso.extract.events.inflections import forms_of
from sayso.extract.events.nearby import is_amid
from sayso.extract.events.predicates import Predicate, predicate_of
from sayso.extract.events.scene import Scene
from sayso.extract.events.vocabulary import lemmas_of
from sayso.extract.events.word_lists import listed

__all__ = ["Match", "candidates", "match"]

_BEHIND, _WITHIN = 9, 5
"""Words behind a verb that a phrase of its own begins in, and the words of such a phrase."""
_SIDES = ("between", "with", "among", "against")
_NOUN_RECIPIENTS = (
    "on",
    "against",
    "of",
    "to",
    "upon",
    "with",
    "for",
    "in",
    "at",
    "near",
    "over",
    "from",
    "towards",
    "toward",
)
_NOUN_ACTORS = ("subject", "by", "from", "between")


@dataclass(frozen=True, slots=True)
class Match:
    """A predicate read by a frame. `trigger` are its words; actors and recipients the heads of their phrases."""

    predicate: Predicate
    frame: Frame
    trigger: tuple[int, ...]
    actors: tuple[int, ...]
    recipients: tuple[int, ...]
    nearly: bool = False
    """Is one condition of the frame not met?"""

    @property
    def at(self) -> int:
        """The word that reports the event."""
        return self.predicate.at


def candidates(scene: Scene, at: int, pos: str) -> list[Frame]:
    """The frames that a word, taken for this part of speech, may bring, the most specific first."""
    tree = scene.tree
    lemmas = {*lemmas_of(tree.forms[at], pos), tree.lemmas[at]}
    filed = [frames for lemma in sorted(lemmas) if (frames := lexicon().of(pos, lemma))]
    if pos == "VERB" and tree.tags[at] in ("VBN", "VBG") and not filed:
        filed = [lexicon().of("ADJ", tree.forms[at])]
    if len(filed) == 1:  # as filed, the most specific stand first
        return list(filed[0])
    return sorted((frame for frames in filed for frame in frames), key=lambda frame: -frame.conditions)


def match(scene: Scene, predicate: Predicate | None, *, depth: int = 0) -> Match | None:
    """The best frame of a predicate, None where none is met."""
    if predicate is None:
        return None
    for frame in candidates(scene, predicate.at, predicate.pos):
        trigger = _trigger(scene, predicate, frame)
        if trigger and _meets(scene, predicate, frame):
            actors, recipients = _roles(scene, predicate, frame, depth, trigger)
            return Match(predicate, frame, trigger, actors, recipients)
    return _nearly(scene, predicate, depth)


def _nearly(scene: Scene, predicate: Predicate, depth: int) -> Match | None:
    """A verb's frame of which one condition alone, on its subject or object, is not met by a word the lexicon knows.

    Only for verbs of one sense: all frames they may bring are of one root, so that what is not met decides nothing; and
    only where somebody does it to somebody.
    """
    known = candidates(scene, predicate.at, predicate.pos)
    if predicate.pos != "VERB" or not predicate.objects or len({frame.root for frame in known}) != 1:
        return None
    if scene.tree.lemmas[predicate.at] in listed("matching", "many_senses"):
        return None
    for frame in known:
        if (
            frame.complement is not None
            or frame.voice
            or frame.amid
            or not (trigger := _trigger(scene, predicate, frame))
        ):
            continue
        if _failing(scene, predicate, frame) in (["object"], ["subject"]):
            actors, recipients = _roles(scene, predicate, frame, depth, trigger)
            if actors or recipients:
                told = frame if len({other.mode for other in known}) == 1 else replace(frame, mode=None)
                return Match(predicate, told, trigger, actors, recipients, nearly=True)
    return None


def _failing(scene: Scene, predicate: Predicate, frame: Frame) -> list[str]:
    """Which conditions of a frame are not met."""
    classes = frame.classes
    out = []
    objects = predicate.objects or predicate.indirect
    if frame.object is not None and not any_fits(scene, objects, frame.object, classes.get("object", ())):
        out.append("object")
    if frame.subject is not None and not any_fits(scene, predicate.subjects, frame.subject, classes.get("subject", ())):
        out.append("subject")
    if frame.indirect is not None and not any_fits(
        scene, predicate.indirect, frame.indirect, classes.get("indirect", ())
    ):
        out.append("indirect")
    if frame.object_not and any_fits(scene, predicate.objects, frame.object_not, classes.get("object_not", ())):
        out.append("object_not")
    if frame.subject_not and any_fits(scene, predicate.subjects, frame.subject_not, classes.get("subject_not", ())):
        out.append("subject_not")
    if frame.no_object and predicate.objects:
        out.append("no_object")
    for which, heads in frame.oblique.items():
        if not any_fits(scene, predicate.with_preposition(which), heads, classes.get(which, ())):
            out.append("oblique")
    return out


def _trigger(scene: Scene, predicate: Predicate, frame: Frame) -> tuple[int, ...]:
    """The words of the frame as they stand; none where they are not all there."""
    at, tree = predicate.at, scene.tree
    if frame.pos == "VERB":
        if frame.particle is None:
            return (at,)
        mine = [n for n in tree.children[at] if tree.forms[n] == frame.particle and n > at][:1]
        mine = mine or [n for n in range(at + 1, min(at + 2, len(tree.forms))) if tree.forms[n] == frame.particle]
        return (at, *mine) if mine else ()
    for words in sorted(frame.words, key=len, reverse=True):
        head = head_of(words)
        first, last = at - head, at - head + len(words)
        if first < 0 or last > len(tree.forms):
            continue
        if all(_is_word(scene, first + n, word, frame.pos, own=n == head) for n, word in enumerate(words)):
            return tuple(range(first, last))
    return ()


def _is_word(scene: Scene, at: int, word: str, pos: str, *, own: bool) -> bool:
    tree = scene.tree
    return word in (tree.forms[at], tree.lemmas[at]) or (own and tree.forms[at] in forms_of(word, pos))


def _meets(scene: Scene, predicate: Predicate, frame: Frame) -> bool:
    """Are all conditions of the frame met?"""
    classes = frame.classes
    for allowed, name, words in (
        (frame.object, "object", predicate.objects or predicate.indirect),
        (frame.subject, "subject", predicate.subjects),
        (frame.indirect, "indirect", predicate.indirect),
    ):
        if allowed is not None and not any_fits(scene, words, allowed, classes.get(name, ())):
            return False
    if frame.object_not and any_fits(scene, predicate.objects, frame.object_not, classes.get("object_not", ())):
        return False
    if frame.subject_not and any_fits(scene, predicate.subjects, frame.subject_not, classes.get("subject_not", ())):
        return False
    if frame.no_object and predicate.objects:
        return False
    if frame.voice and (frame.voice == "passive") != predicate.passive:
        return False
    if frame.complement is not None and not _completed(scene, predicate, frame.complement):
        return False
    if frame.amid and not is_amid(scene, predicate.at, frame.amid, frame.amid_not):
        return False
    return all(
        any_fits(scene, predicate.with_preposition(which), heads, frame.classes.get(which, ()))
        or _stands_after(scene, predicate.at, which, heads)
        for which, heads in frame.oblique.items()
    )


def _stands_after(scene: Scene, at: int, which: str, heads: frozenset[str]) -> bool:
    """`came under heavy fire`: the phrase right behind the verb, wherever a tree hung it."""
    tree = scene.tree
    last = min(len(tree.forms), at + _BEHIND)
    opened = next((n for n in range(at + 1, last) if tree.forms[n] == which), None)
    if opened is None:
        return False
    for n in range(opened + 1, min(len(tree.forms), opened + _WITHIN)):
        if tree.pos[n] in ("VERB", "PUNCT", "ADP"):
            return False
        if tree.lemmas[n] in heads:
            return True
    return False


def _completed(scene: Scene, predicate: Predicate, allowed: frozenset[str]) -> bool:
    return any(fits(scene, at, allowed, ()) for at in predicate.complements)


def _roles(
    scene: Scene, predicate: Predicate, frame: Frame, depth: int, trigger: tuple[int, ...]
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    noun = frame.pos == "NOUN"
    actor = frame.actor if not (noun and frame.actor == ("subject",)) else _NOUN_ACTORS
    recipient = frame.recipient if not (noun and frame.recipient == ("object",)) else _NOUN_RECIPIENTS
    actors = _first(scene, predicate, actor, depth, trigger)
    if not actors and frame.root == "ASSAULT" and frame.actor == ("none",):
        actors = predicate.subjects  # a shell acts for whoever fired it; who is nobody's is left out later
    recipients = tuple(at for at in _first(scene, predicate, recipient, depth, trigger) if at not in actors)
    if frame.symmetric:
        sides = list(
            dict.fromkeys([*actors, *recipients, *(at for which in _SIDES for at in predicate.with_preposition(which))])
        )
        return tuple(sides), tuple(sides)
    return actors, recipients


def _first(
    scene: Scene, predicate: Predicate, places: tuple[str, ...], depth: int, trigger: tuple[int, ...]
) -> tuple[int, ...]:
    """What stands at the first place where something stands; `depth` is 1 inside another frame's complement."""
    for place in places:
        own = {predicate.at, *trigger}
        found = tuple(at for at in _standing(scene, predicate, place, depth) if at not in own)
        if found:
            return found
    return ()


def _standing(scene: Scene, predicate: Predicate, place: str, depth: int) -> Iterator[int]:
    if place == "subject":
        yield from predicate.subjects
    elif place == "object":
        yield from predicate.objects or predicate.indirect
    elif place == "indirect":
        yield from predicate.indirect
    elif place == "possessive":
        yield from predicate.possessors
    elif place == "complement":
        yield from _of_complement(scene, predicate, depth)
    elif place != "none":
        yield from predicate.with_preposition(place)


def _of_complement(scene: Scene, predicate: Predicate, depth: int) -> Iterator[int]:
    """Who is to do it: `demanded that X leave`; else to whom: `demanded the release of X`."""
    for at in predicate.complements:
        clause = scene.clauses.get(at)
        if clause is None:
            continue
        told = [
            agent
            for agent in clause.agents
            if agent not in predicate.subjects and scene.tree.forms[agent] not in listed("sides", "pronouns")
        ]
        inner = None if told or depth else match(scene, predicate_of(scene, at), depth=1)
        if inner is not None and inner.recipients:
            yield from inner.recipients
            continue
        yield from told or clause.patients or clause.recipients or [one.index for one in clause.obliques][:1]
