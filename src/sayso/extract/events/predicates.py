"""A scene in; the words that may report events out, with what stands where around them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from sayso.extract.events.scene import Scene
from sayso.extract.events.vocabulary import lemmas_of
from sayso.extract.events.word_lists import listed
from sayso.language.arguments import conjuncts, preposition
from sayso.language.clause import Clause
from sayso.language.dependencies import Dependencies

__all__ = ["Predicate", "is_time", "predicate_of"]


_NEXT = 6


@dataclass(slots=True)
class Predicate:
    """A word that may report an event. All numbers are of words.

    `obliques` are pairs of preposition and head. `carried` is the verb that lends a noun its subject, `standing` that
    the noun tells of a happening by itself: it is the subject of one, or nothing but time and place go with it.
    """

    at: int
    pos: str
    subjects: tuple[int, ...] = ()
    objects: tuple[int, ...] = ()
    indirect: tuple[int, ...] = ()
    obliques: list[tuple[str, int]] = field(default_factory=list)
    complements: list[int] = field(default_factory=list)
    particles: frozenset[str] = frozenset()
    passive: bool = False
    possessors: tuple[int, ...] = ()
    clause: Clause | None = None
    carried: int | None = None
    standing: bool = False

    def with_preposition(self, which: str) -> Iterator[int]:
        """The heads that a preposition brings."""
        return (head for given, head in self.obliques if given == which or which in given.split())


def predicate_of(scene: Scene, at: int) -> Predicate | None:
    """What stands around a verb, noun or adjective; None for any other word."""
    pos = scene.tree.pos[at]
    if pos == "PROPN" and scene.kind(at) == "Date":
        return None  # `March` is a month
    if pos == "VERB" and _acts_as_noun(scene, at):
        return _noun(scene, at)
    if pos in ("VERB", "AUX") or _acts_as_verb(scene, at):
        clause = scene.clauses.get(at)
        return _verb(scene, at, clause) if clause else _participle(scene, at)
    if pos in ("NOUN", "PROPN"):
        return _noun(scene, at)
    if pos == "ADJ":
        return _adjective(scene, at)
    return None


def _adjective(scene: Scene, at: int) -> Predicate | None:
    """`people are dead`; `five dead soldiers`, where the dead are counted; `26 dead`, which is a noun."""
    tree = scene.tree
    clause = scene.clauses.get(at)
    counted = tree.forms[at] in listed("predicates", "counted")
    if counted and tree.relations[at] == "amod":
        head = tree.heads[at]
        number = any(tree.relations[child] == "nummod" for child in tree.children[head])
        return Predicate(at, "ADJ", subjects=(head,)) if number else None
    stands = tree.relations[at] in ("obj", "obl", "nmod", "nsubj", "nsubj:pass")
    loose = tree.relations[at] in ("parataxis", "root", "conj") and _is_numbered(tree, at)
    if counted and (stands or loose):
        return _noun(scene, at)
    return _verb(scene, at, clause, "ADJ") if clause else None


def _is_numbered(tree: Dependencies, at: int) -> bool:
    """Does a number stand right before a word, with no verb of being between: `26 dead`?"""
    return at > 0 and tree.pos[at - 1] == "NUM" and not any(tree.relations[n] == "cop" for n in tree.children[at])


def _also_oblique(tree: Dependencies, at: int) -> list[tuple[str, int]]:
    """Phrases with a preposition that hang as objects or clauses: `granted asylum to X`, `after the shelling`."""
    return [
        (which, child)
        for child in tree.children[at]
        if tree.relations[child] in ("obj", "advcl", "iobj") and tree.pos[child] in ("NOUN", "PROPN", "PRON")
        if (which := preposition(tree, child)) and not is_time(tree, child)
    ]


def _acts_as_noun(scene: Scene, at: int) -> bool:
    """`Fighting on the border killed 12`: a gerund that stands where nouns stand."""
    tree = scene.tree
    if tree.tags[at] != "VBG" or tree.relations[at] not in ("csubj", "nsubj", "obj", "obl", "nmod"):
        return False
    return not any(tree.relations[child] == "obj" for child in tree.children[at]) and tree.forms[at] in lemmas_of(
        tree.forms[at], "NOUN"
    )


def _acts_as_verb(scene: Scene, at: int) -> bool:
    """Is a form of a known verb tagged as something else, though it has a subject?"""
    tree = scene.tree
    if tree.pos[at] == "ADJ" or not lemmas_of(tree.forms[at], "VERB"):
        return False
    return any(tree.relations[child] in ("nsubj", "nsubj:pass") for child in tree.children[at]) and not any(
        tree.relations[child] in ("cop", "det", "amod", "case", "nmod:poss") for child in tree.children[at]
    )


def is_time(tree: Dependencies, at: int) -> bool:
    """Does a word tell when?"""
    return tree.lemmas[at] in listed("predicates", "temporal") or (
        tree.forms[at][:4].isdigit() and len(tree.forms[at]) == 4
    )


def _verb(scene: Scene, at: int, clause: Clause, pos: str = "VERB") -> Predicate:
    tree = scene.tree
    agents, objects, passive = _arguments(tree, at, clause)
    obliques = [(one.preposition, one.index) for one in clause.obliques if not is_time(tree, one.index)]
    obliques += [("to", head) for head in clause.recipients]
    obliques += _also_oblique(tree, at)
    for head in (*objects, *clause.agents):
        obliques += _after_noun(tree, head)
    _spread(tree, obliques)
    return Predicate(
        at,
        pos,
        subjects=agents,
        objects=objects,
        indirect=clause.recipients,
        obliques=obliques,
        complements=_complements(tree, at, clause),
        particles=_particles(tree, at),
        passive=passive,
        possessors=tuple(owner for head in objects for owner in _possessors(tree, head)),
        clause=clause,
    )


def _arguments(tree: Dependencies, at: int, clause: Clause) -> tuple[tuple[int, ...], tuple[int, ...], bool]:
    """Who does it, to whom, and whether it is told in the passive, where a tree's labels are not to be trusted."""
    objects = list(clause.patients)
    if not clause.passive:
        for child in tree.children[at]:
            bare = tree.relations[child] == "xcomp" and tree.pos[child] == "NOUN" and child > at
            if (tree.relations[child] == "obj" or bare) and child not in objects and _is_object(tree, child, objects):
                objects.extend(conjuncts(tree, child))
        if not objects:
            objects += [
                n for n in tree.children[at] if n > at and tree.relations[n] == "nsubj" and _is_second(tree, at, n)
            ]
        if not objects and (behind := _noun_behind(tree, at)) is not None and behind not in clause.agents:
            objects.append(behind)
        noun = _noun_before(tree, at) if not (clause.agents or objects) and tree.tags[at] == "VBN" else None
        return (clause.agents, tuple(objects), False) if noun is None else ((), (noun,), True)
    agents = clause.agents or _by(tree, at)
    if agents or not _is_active(tree, at):
        return agents, tuple(objects), True
    # A past taken for a passive: `tanks fired`, `the government freed a candidate`.
    agents = clause.recipients or clause.patients if _has_object(tree, at) else clause.patients
    return agents, tuple(head for head in objects if head not in agents), False


def _complements(tree: Dependencies, at: int, clause: Clause) -> list[int]:
    """The predicates of clauses that complete the verb."""
    out = [clause.complement] if clause.complement is not None else []
    for child in tree.children[at]:
        relation = tree.relations[child]
        completes = relation in ("xcomp", "ccomp") or (relation == "advcl" and _opened_by(tree, child) in ("to", ""))
        if completes and child > at and child not in out:
            out.append(child)
    return out


def _is_object(tree: Dependencies, at: int, before: list[int]) -> bool:
    """Not what a preposition brings, but for the `of` that a number leaves to the next word: `18 of its guns`."""
    which = preposition(tree, at)
    return not which or (which == "of" and bool(before) and tree.pos[before[-1]] == "NUM")


def _is_second(tree: Dependencies, at: int, subject: int) -> bool:
    """Is it a subject behind a verb that has one before it? `rebels attacked the convoy, the army said`."""
    others = [n for n in tree.children[at] if tree.relations[n] in ("nsubj", "nsubj:pass") and n < at]
    return bool(others) and not any(tree.relations[n] == "ccomp" and at < n < subject for n in tree.children[at])


def _noun_behind(tree: Dependencies, at: int) -> int | None:
    """The noun of the phrase right behind a verb, where a tree hung it elsewhere: `neutralised 17 terrorists`."""
    last = None
    for n in range(at + 1, min(len(tree.forms), at + _NEXT)):
        if tree.pos[n] not in ("DET", "NUM", "ADJ", "NOUN", "PROPN"):
            break
        if tree.pos[n] in ("NOUN", "PROPN"):
            last = n
    if last is None or is_time(tree, last) or tree.heads[last] == at:
        return None
    following = tree.pos[last + 1] if last + 1 < len(tree.forms) else "PUNCT"
    return last if following in ("PUNCT", "ADP", "CCONJ") else None


def _noun_before(tree: Dependencies, at: int) -> int | None:
    """`the ambassador, recalled on Friday,`: the noun right before a participle, a comma aside."""
    before = at - 1 if at and tree.forms[at - 1] != "," else at - 2
    return before if before >= 0 and tree.pos[before] in ("NOUN", "PROPN") else None


def _has_object(tree: Dependencies, at: int) -> bool:
    return any(tree.relations[child] == "obj" for child in tree.children[at])


def _is_active(tree: Dependencies, at: int) -> bool:
    """A finite clause whose verb has a subject and no auxiliary is no passive, whatever the subject is called."""
    told = any(tree.relations[child] in ("nsubj:pass", "nsubj") for child in tree.children[at])
    auxiliaries = any(tree.relations[child] in ("aux:pass", "aux", "cop") for child in tree.children[at])
    helped = any(
        tree.forms[child] in listed("predicates", "be")
        for child in tree.children[at]
        if tree.relations[child].startswith("aux")
    )
    finite = tree.relations[at] in ("root", "ccomp", "parataxis", "advcl", "conj", "acl:relcl")
    return told and finite and (not auxiliaries or (_has_object(tree, at) and not helped))


def _by(tree: Dependencies, at: int) -> tuple[int, ...]:
    """Who did it, where the tree has hung `by …` some other way."""
    return tuple(child for child in tree.children[at] if child > at and preposition(tree, child) == "by")


def _participle(scene: Scene, at: int) -> Predicate | None:
    """`detained soldiers`, `the recalled envoy`: a participle before the noun it was done to."""
    tree = scene.tree
    if tree.relations[at] != "amod" or tree.tags[at] != "VBN":
        return None
    return Predicate(at, "VERB", objects=(tree.heads[at],), passive=True)


def _opened_by(tree: Dependencies, at: int) -> str:
    return next((tree.forms[child] for child in tree.children[at] if tree.relations[child] == "mark"), "")


def _particles(tree: Dependencies, at: int) -> frozenset[str]:
    return frozenset(
        tree.forms[child]
        for child in tree.children[at]
        if child > at
        and tree.relations[child] in ("compound:prt", "advmod", "obl", "case")
        and tree.pos[child] in ("ADP", "ADV")
    )


def _after_noun(tree: Dependencies, noun: int) -> list[tuple[str, int]]:
    return [
        (preposition(tree, child), child)
        for child in tree.children[noun]
        if tree.relations[child] in ("nmod", "obl", "obl:agent") and not is_time(tree, child)
    ]


def _spread(tree: Dependencies, obliques: list[tuple[str, int]]) -> None:
    """Add the other members of coordinations, and what hangs on the phrases: `under attack from rebels`."""
    for which, head in list(obliques):
        others = conjuncts(tree, head)[1:]
        obliques += [
            (which, other) for other in (*others, *(far for other in others for far in conjuncts(tree, other)[1:]))
        ]
    for _, head in list(obliques):
        obliques += _after_noun(tree, head)


def _possessors(tree: Dependencies, noun: int) -> Iterator[int]:
    for child in tree.children[noun]:
        if tree.relations[child] == "nmod:poss":
            yield from conjuncts(tree, child)


def _noun(scene: Scene, at: int) -> Predicate:
    tree = scene.tree
    obliques = _after_noun(tree, at)
    if not any(which == "of" for which, _ in obliques) and (behind := _behind_of(tree, at)) is not None:
        obliques.append(("of", behind))
    _spread(tree, obliques)
    subjects = [*_possessors(tree, at), *_nations(scene, at)]
    out = Predicate(at, "NOUN", obliques=obliques, possessors=tuple(_possessors(tree, at)))
    out.complements = [child for child in tree.children[at] if tree.relations[child] in ("acl", "ccomp")]
    _carry(scene, at, out, subjects)
    out.subjects = tuple(dict.fromkeys(subjects))
    out.objects = tuple(head for which, head in out.obliques if which == "of")
    return out


def _behind_of(tree: Dependencies, at: int) -> int | None:
    """`the deaths of 12 civilians`: the noun behind `of`, wherever a tree hung it."""
    if at + 1 >= len(tree.forms) or tree.forms[at + 1] != "of":
        return None
    for n in range(at + 2, min(len(tree.forms), at + 2 + _NEXT)):
        if tree.pos[n] not in ("DET", "NUM", "ADJ", "NOUN", "PROPN", "PRON"):
            return None
        following = tree.pos[n + 1] if n + 1 < len(tree.forms) else "PUNCT"
        if tree.pos[n] in ("NOUN", "PROPN") and following not in ("NOUN", "PROPN", "PART"):
            return None if is_time(tree, n) else n
    return None


def _nations(scene: Scene, at: int) -> Iterator[int]:
    """`Kenyan shelling`, `US strikes`, `police raid`: who is named before the noun."""
    tree = scene.tree
    for child in tree.children[at]:
        if child < at and tree.relations[child] in ("amod", "compound", "nmod"):
            for word in conjuncts(tree, child):
                if (
                    scene.country(word)
                    or scene.kind(word) in ("NORP", "Organization")
                    or tree.lemmas[word]
                    in (
                        "police",
                        "army",
                        "rebel",
                        "militant",
                        "government",
                        "navy",
                        "military",
                        "opposition",
                    )
                ):
                    yield word


def _carry(scene: Scene, at: int, out: Predicate, subjects: list[int]) -> None:
    """Subject and phrases of the verb whose object the noun is; and whether it is itself what happens."""
    tree = scene.tree
    head, relation = tree.heads[at], tree.relations[at]
    if relation == "conj" and head != at:
        relation, head = tree.relations[head], tree.heads[head]
    clause = scene.clauses.get(head)
    lemma = tree.lemmas[head]
    if relation in ("obj", "nsubj:pass") and lemma in listed("light_verbs", "light"):
        out.carried, out.clause = head, clause
        if clause:
            if all(tree.pos[owner] == "PRON" for owner in subjects):
                subjects.clear()  # `repeated its demand`: the verb's subject says whose
            subjects += [agent for agent in clause.agents if agent != at]
            out.obliques += [(one.preposition, one.index) for one in clause.obliques if not is_time(tree, one.index)]
            out.obliques += [("to", head) for head in clause.recipients]
            out.obliques += _also_oblique(tree, head)
    elif relation in ("nsubj", "nsubj:pass", "csubj") and lemma in listed("light_verbs", "happening"):
        out.standing, out.clause = True, clause
        if clause:
            out.obliques += [
                (one.preposition, one.index) for one in clause.obliques if one.preposition in ("between", "with")
            ]
    elif clause is not None:
        out.clause = clause
