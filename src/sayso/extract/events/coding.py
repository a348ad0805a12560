"""A scene in; the events that its words report out, each coded by the frame that fits best, one mention each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from sayso.extract.events.counts import Count
from sayso.extract.events.figures import borne_by, figures_of
from sayso.extract.events.matching import Match, match
from sayso.extract.events.predicates import is_time, predicate_of
from sayso.extract.events.reality import reality_of
from sayso.extract.events.scene import Scene
from sayso.extract.events.word_lists import listed

__all__ = ["Coded", "coded"]

_COOPERATION = frozenset(("AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"))
_EXPLOSIVES = frozenset(("mine", "landmine", "bomb", "ied", "explosive", "device", "blast", "explosion"))
_ABOVE = 4
_DEEDS = frozenset(("ASSAULT", "RETREAT", "COERCE", "PROTEST", "CONSULT"))
_VERBAL = frozenset(("AGREE", "REQUEST", "REJECT", "THREATEN", "CONCEDE"))
"""Roots whose content is not yet an event of its own: what is demanded, refused, promised, threatened."""


@dataclass(frozen=True, slots=True)
class Coded:
    """An event as a sentence reports it. Arguments are heads of phrases, by number of the word."""

    match: Match
    mode: str | None
    actors: tuple[int, ...]
    recipients: tuple[int, ...]
    reality: str
    counts: dict[str, Count]
    also: tuple[int, ...] = ()
    """Other words that report the same event and were merged into this one."""

    @property
    def root(self) -> str:
        """Its PLOVER root."""
        return self.match.frame.root

    @property
    def at(self) -> int:
        """The word that reports it."""
        return self.match.at


def coded(scene: Scene) -> tuple[list[Coded], list[Coded]]:
    """Every event that a text reports, in the order of its words; and the nouns that only name one again.

    `Tuesday's fight at the bridge` is no second fight, but tells where and when the first one was.
    """
    matched = {hit.at: hit for hit in _matches(scene)}
    kept = [hit for hit in matched.values() if not _is_content(scene, hit, matched) and _is_told(scene, hit)]
    found = [
        Coded(hit, _mode(scene, hit), *_sides(scene, hit), reality_of(scene, hit), figures_of(scene, hit))
        for hit in kept
    ]
    echoes = [
        Coded(hit, hit.frame.mode, (), (), "actual", {})
        for hit in matched.values()
        if hit not in kept and hit.frame.pos == "NOUN"
    ]
    return _merged(scene, found), echoes


def _matches(scene: Scene) -> Iterator[Match]:
    for at in range(len(scene.tree.heads)):
        predicate = predicate_of(scene, at)
        hit = match(scene, predicate) if predicate else None
        if hit:
            yield hit


def _is_told(scene: Scene, hit: Match) -> bool:
    """Does a noun tell of a happening, and not only name one? A verb does.

    It does under a verb that lends it a subject, as the subject of one of happening, with who did it or to whom; and,
    for deeds, where `a` brings it up or a date is put to it: `a truce`, `the January 13 blast`.
    """
    predicate = hit.predicate
    if hit.frame.amid:
        return bool(figures_of(scene, hit))
    if predicate.pos != "NOUN" and (hit.frame.object or hit.frame.complement or hit.frame.oblique):
        return True  # words beside it say which sense it has, whoever did it
    if predicate.pos != "NOUN" or predicate.carried is not None or predicate.standing or hit.actors or hit.recipients:
        return bool(predicate.pos == "NOUN" or hit.actors or hit.recipients)
    if hit.frame.root not in _DEEDS:
        return False
    tree = scene.tree
    first = min(hit.trigger)
    beside = [*tree.children[hit.at], *(n for n in range(max(0, first - 3), first) if tree.heads[n] == hit.at)]
    brought = any(tree.forms[n] in ("a", "an", "another") for n in beside if tree.relations[n] == "det")
    dated = any(is_time(tree, n) for n in beside)
    clauses = [n for n in tree.children[hit.at] if tree.relations[n] == "acl:relcl"]
    clauses += [n for one in clauses for n in tree.children[one] if tree.relations[n] == "ccomp"]
    happens = any(tree.lemmas[n] in listed("light_verbs", "happening") for n in clauses)
    return brought or dated or happens


def _is_content(scene: Scene, hit: Match, matched: dict[int, Match]) -> bool:
    """Is it what another event's words demand, refuse, promise or threaten, or what they lend their subject to?"""
    tree = scene.tree
    at = hit.at
    for _ in range(3):
        head = tree.heads[at]
        if head == at:
            return False
        above = matched.get(head)
        relation = tree.relations[at]
        if above is not None and above.at != hit.at:
            if relation in ("xcomp", "ccomp", "advcl", "acl") and above.frame.complement is not None:
                return True
            if relation in ("xcomp", "ccomp", "acl") and above.frame.root in _VERBAL:
                return True
            if (
                relation in ("obj", "obl", "nmod", "nsubj:pass")
                and above.frame.root in _VERBAL
                and hit.frame.pos == "NOUN"
            ):
                return True
            if at in above.trigger or head in hit.trigger:
                return True
            if relation == "obj" and {above.frame.root, hit.frame.root} <= _COOPERATION:
                return True  # `signed an agreement` is told by its verb
            if relation == "obj" and tree.lemmas[hit.at] in (above.frame.object or ()):
                return True  # `lodged a protest`: the noun is what the verb's frame asks for
        carrying = relation == "obj" and hit.predicate.carried == head
        if relation not in ("conj", "nmod", "compound", "xcomp") and not carrying:
            return False
        at = head
    return False


def _sides(scene: Scene, hit: Match) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Who takes part: in talks that a clause only mentions, also whoever acts in that clause."""
    tree = scene.tree
    if borne := borne_by(scene, hit):
        return (), borne
    if hit.frame.root != "CONSULT" or hit.recipients or tree.relations[hit.at] not in ("obl", "nmod", "acl"):
        return hit.actors, hit.recipients
    at = tree.heads[hit.at]
    for _ in range(_ABOVE):
        clause = scene.clauses.get(at)
        others = tuple(agent for agent in clause.agents if agent not in hit.actors) if clause is not None else ()
        if others:
            return (*hit.actors, *others), others
        at = tree.heads[at]
    return hit.actors, hit.recipients


def _mode(scene: Scene, hit: Match) -> str | None:
    """The mode of the frame; of harm done by a mine or a bomb, explosives."""
    by = {scene.tree.lemmas[scene.core(at)] for at in (*hit.predicate.subjects, *hit.predicate.with_preposition("by"))}
    return hit.frame.mode or ("explosives" if hit.frame.root == "ASSAULT" and by & _EXPLOSIVES else None)


def _merged(scene: Scene, found: list[Coded]) -> list[Coded]:
    """One event for the words of a clause that report it together: `killed in an air strike`, `killed and wounded`."""
    out: list[Coded] = []
    for one in found:
        into = next((n for n, other in enumerate(out) if _is_same(scene, other, one)), None)
        if into is None:
            out.append(one)
        else:
            out[into] = _joined(scene, out[into], one)
    return out


def _is_same(scene: Scene, one: Coded, other: Coded) -> bool:
    if one.root != other.root or (one.reality != other.reality):
        return False
    if _is_complement(scene, one, other):
        return True
    tree = scene.tree
    for a, b in ((one.at, other.at), (other.at, one.at)):
        head, relation = tree.heads[a], tree.relations[a]
        if head == b and relation in (
            "obl",
            "obl:agent",
            "nsubj",
            "nsubj:pass",
            "obj",
            "nmod",
            "compound",
            "acl",
            "xcomp",
            "ccomp",
        ):
            return True
        if head == b and relation in ("advcl", "conj", "parataxis", "acl:relcl") and (one.counts or other.counts):
            beside = relation in ("conj", "parataxis")
            return _is_shared(one, other) if beside else _is_harm(one) or _is_harm(other)
        for n in (*one.also, *other.also):
            if head == n and relation in ("obl", "conj", "advcl") and (_is_harm(one) or _is_harm(other)):
                return True
        # `in the shelling of X on Sunday`: the noun hangs on another argument of the verb
        hangs = relation in ("nmod", "conj") or (relation == "amod" and tree.pos[a] == "ADJ")
        if hangs and tree.heads[head] == b and _is_harm(one if one.at == b else other):
            return True
    return False


def _is_shared(one: Coded, other: Coded) -> bool:
    """`killed and wounded`: harm told side by side, each figure of which is another's; else they are two deeds."""
    return _is_harm(one) and _is_harm(other) and not one.counts.keys() & other.counts.keys()


def _is_complement(scene: Scene, one: Coded, other: Coded) -> bool:
    """Two halves of one attack in a sentence: who was hurt, and what hit: `were hurt, … when a mine exploded`."""
    if one.root != "ASSAULT" or not (_is_harm(one) or _is_harm(other)) or _is_harm(one) == _is_harm(other):
        return False
    harm, hit = (one, other) if _is_harm(one) else (other, one)
    return not hit.recipients and not harm.actors and scene.sentence_of(one.at) == scene.sentence_of(other.at)


def _is_harm(one: Coded) -> bool:
    return "killed" in one.match.frame.counts or "injured" in one.match.frame.counts


def _joined(scene: Scene, one: Coded, other: Coded) -> Coded:
    """Two mentions as one: by the noun that is the subject, else by the first; what either leaves open is filled."""
    first, second = one, other
    if _is_harm(one) and other.match.predicate.standing:
        first, second = other, one
    words = {first.at, second.at, *first.also, *second.also}
    return replace(
        first,
        mode=first.mode or second.mode,
        actors=_without(first.actors, words) or _without(second.actors, words),
        recipients=_without(first.recipients, words) or _without(second.recipients, words),
        counts=second.counts | first.counts,
        also=(*first.also, second.at, *second.also),
    )


def _without(heads: tuple[int, ...], words: set[int]) -> tuple[int, ...]:
    """Arguments that are not the event itself: of `the firefight left three dead`, nobody left them so."""
    return tuple(at for at in heads if at not in words)
