"""A text in; the commitments that a word of it makes or reports out: `promised to`, `its pledge to`, `demands that`."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.extract.commitments.asking import fits
from sayso.extract.commitments.deed_finding import Found, deeds_of
from sayso.extract.commitments.deeds import kind_of
from sayso.extract.commitments.ground import Ground, Range
from sayso.extract.commitments.lexicon import Entry, lexicon
from sayso.extract.commitments.telling import Telling
from sayso.extract.commitments.terms import points, terms_of
from sayso.extract.commitments.word_lists import listed
from sayso.language.arguments import conjuncts, preposition
from sayso.language.clause import Clause

__all__ = ["explicit"]

_OPEN = frozenset(("may", "might", "could", "can", "should", "must", "would", "ought"))
_UNSURE = frozenset(("if", "whether", "unless", "lest"))
_MADE = ("offer", "demand", "proposal", "ultimatum", "threat")
"""What was made, even where it is refused or awaited."""
_RENEWED = {"demand": "demand", "threat": "threat", "ultimatum": "threat", "offer": "offer"}


def explicit(ground: Ground) -> Iterator[Telling]:
    """Every commitment that a word of the lexicon makes, in the order of the words."""
    tree = ground.tree
    known = lexicon()
    for at, key in enumerate(zip(tree.lemmas, tree.pos, strict=True)):
        for entry in known.get(key, ()):
            found = list(_read(ground, at, entry))
            yield from found
            if found:
                break


def _read(ground: Ground, at: int, entry: Entry) -> Iterator[Telling]:
    clause = ground.clause(at)
    real = _is_real_noun(ground, at) if entry.pos == "noun" else clause is not None and _is_real(ground, clause)
    if not real or _is_of_old(ground, at):
        return
    agents = _agents(ground, at, clause, entry)
    if not agents and clause and clause.passive and not clause.finite:
        return  # `the francs pledged with them`
    document = any(ground.is_document(one) for one in agents)
    if (entry.when == "document") != document:
        return
    if agents and not document and not any(ground.can_bind(one) for one in agents):
        return  # `the storm threatens to`, `rules that promise to`
    for found in deeds_of(ground, at, clause, entry):
        yield from _told(ground, at, entry, agents, found, of_text=document)


def _told(
    ground: Ground, at: int, entry: Entry, agents: tuple[int, ...], found: Found, *, of_text: bool
) -> Iterator[Telling]:
    """A deed, point by point, with whoever is bound by it."""
    deed, others, first = found
    agents = agents if agents or entry.kind != "ceasefire" else _between(ground, deed)
    conditions = (*ground.conditions(deed), *ground.conditions(at))
    if not fits(ground, at, entry, deed, agents, conditions):
        return
    for point in points(ground, deed) if entry.kind == "agreement" else [deed]:
        terms = terms_of(ground, point, without=conditions, first=first if point == deed else None)
        kind = _RENEWED.get(ground.tree.lemmas[point], entry.kind) if entry.id == "reaffirm" else entry.kind
        yield Telling(
            at,
            point,
            _whole(ground, at, entry, point, terms),
            kind_of(ground, kind, point),
            entry.id,
            (others or _doers(ground, point)) if of_text else agents,
            () if of_text else others,
            conditions,
            of_text=of_text,
        )


def _whole(ground: Ground, at: int, entry: Entry, deed: int, terms: Range) -> Range:
    """The terms of a noun with what the verb before it adds: `demanded the release | within ten days`."""
    if ground.tree.pos[deed] not in ("NOUN", "PROPN", "NUM") or entry.pos != "verb":
        return terms
    if deed < at:  # `the curfew is extended until May`
        return terms[0], _end_of_phrase(ground, at, at + 1)
    if terms[0] > at:
        return terms
    end = _end_of_phrase(ground, at, terms[1])
    if entry.when == "matter" and entry.kind == "decree":
        end = _end_of_matter(ground, deed, end)
    return terms[0], end


def _end_of_phrase(ground: Ground, verb: int, end: int) -> int:
    """With what follows of the verb's own: `provides for the release of all | within ten days`."""
    tree = ground.tree
    for child in sorted(tree.children[verb]):
        if tree.relations[child] in ("obl", "iobj", "obj") and tree.left[child] == end and child not in ground.cues:
            end = tree.right[child] + 1
    return end


def _end_of_matter(ground: Ground, noun: int, end: int) -> int:
    """With what a decree says: `issued a decree on Monday | banning the sale of grain`."""
    tree = ground.tree
    told = [one for one in tree.children[noun] if one > noun and tree.relations[one] in ("acl", "acl:relcl", "ccomp")]
    return max([end, *(tree.right[one] + 1 for one in told)])


def _is_real(ground: Ground, clause: Clause) -> bool:
    """Told as done: `promised`, `has demanded`, `promising to`; not `may promise`, `to promise`, `did not agree`."""
    if clause.negated or clause.withheld or clause.mood != "declarative" or clause.marker in _UNSURE:
        return False
    if clause.tense == "future" or _OPEN.intersection(clause.modality) or clause.nominal:
        return False
    return clause.finite or clause.marker != "to"


def _is_of_old(ground: Ground, at: int) -> bool:
    """Is it told of years ago: `In March 2019 a council signed a pact under which both sides promised to …`?"""
    if ground.published is None:
        return False
    first, last = ground.scene.sentence_of(at)
    around = {at, *ground.above(at)}
    years = [n for n in range(first, last) if _is_year(ground.tree.forms[n]) and _dates(ground, n) in around]
    return bool(years) and max(int(ground.tree.forms[n]) for n in years) < ground.published.year - 1


def _is_year(form: str) -> bool:
    return len(form) == 4 and form.isdigit() and form[:2] in ("19", "20")


def _dates(ground: Ground, year: int) -> int | None:
    """The predicate that a year hangs on by itself; none for `the programme of 2024`."""
    for above in ground.above(year):
        if above in ground.scene.clauses:
            return above
        if ground.scene.kind(above) != "Date":
            return None
    return None


def _between(ground: Ground, noun: int) -> tuple[int, ...]:
    """`a truce between X and Y`."""
    tree = ground.tree
    found = [child for child in tree.children[noun] if preposition(tree, child) == "between"]
    return conjuncts(tree, found[0]) if found else ()


def _is_real_noun(ground: Ground, at: int) -> bool:
    tree = ground.tree
    if ground.has_child(at, frozenset(("no", "any", "neither"))):
        return False
    head = tree.heads[at]
    clause = ground.clause(head) if head != at else None
    if clause and tree.relations[at] in ("obj", "nsubj:pass", "obl"):
        wanted = tree.lemmas[head] in listed("deeds", "wanting") and tree.lemmas[at] not in _MADE
        open_ = clause.negated or clause.tense == "future" or bool(_OPEN.intersection(clause.modality))
        return not wanted and not open_
    return True


def _agents(ground: Ground, at: int, clause: Clause | None, entry: Entry) -> tuple[int, ...]:
    tree = ground.tree
    if "subject" in entry.deed:
        return ()
    if entry.pos != "noun":
        return clause.agents if clause and _agrees(ground, clause) else ()
    owner = ground.owner(at)
    if owner is not None:
        return conjuncts(tree, owner)
    between = _between(ground, at)
    if between:
        return between
    above = ground.clause(tree.heads[at])
    return above.agents if above and tree.relations[at] == "obj" else ()


def _agrees(ground: Ground, clause: Clause) -> bool:
    """Is the verb of the number of its agent? In `condemns the loss of ships, which …, and demands` ships do not."""
    tags = ground.tree.tags
    if len(clause.agents) != 1 or not clause.inherited:
        return True
    told, agent = tags[clause.predicate], tags[clause.agents[0]]
    return not (told == "VBZ" and agent in ("NNS", "NNPS")) and not (told == "VBP" and agent in ("NN", "NNP"))


def _doers(ground: Ground, deed: int) -> tuple[int, ...]:
    clause = ground.clause(deed)
    return clause.agents if clause else ()
