"""What a speaker says will be done in; how the doer is known for the speaker's own side out, empty where it is none."""

from __future__ import annotations

from sayso.extract.commitments.deeds import in_hand
from sayso.extract.commitments.ground import Ground
from sayso.extract.commitments.word_lists import listed
from sayso.extract.events.predicates import is_time
from sayso.extract.statements.standing import standing_of
from sayso.language.clause import Clause
from sayso.model import Attribution, Party

__all__ = ["has_office", "is_civil", "own_side"]

_FIRST = frozenset(("we", "i", "us", "our", "my", "me", "ours"))
_OWNED = frozenset(("its", "their", "his", "her"))
_PRONOUNS = frozenset(("it", "they", "he", "she"))
_INDEFINITE = frozenset(("a", "an", "another", "some", "any", "no", "every"))


def own_side(ground: Ground, clause: Clause, deed: int, told: Attribution) -> str:
    """How the doer is known for the speaker's side; empty where it is none."""
    tree = ground.tree
    if clause.passive:
        doers = [one for one in clause.agents if not _is_time(ground, one)]
        if doers:
            return _of_side(ground, doers[0], told)
        left_undone = clause.negated and tree.lemmas[deed] in listed("conduct", "refrain")
        return "passive" if (left_undone or in_hand(ground, deed)) and has_office(told.party) else ""
    subjects = ground.subjects(clause)
    if not subjects:
        return ""
    head = subjects[0]
    found = _of_side(ground, head, told)
    if found:
        return found
    thing = tree.lemmas[deed] in listed("conduct", "moving") and ground.scene.kind(head) in (None, "Facility")
    named = ground.tree.pos[head] == "PROPN" and ground.scene.kind(head) != "Facility"
    alone = thing and not named and not ground.sides.told.is_animate(head) and tree.forms[head] not in _PRONOUNS
    if alone and not ground.has_child(head, _INDEFINITE) and has_office(told.party):
        return "thing"
    return ""


def _is_time(ground: Ground, at: int) -> bool:
    """`paid by the end of March`: no doer."""
    return (
        ground.scene.kind(at) == "Date"
        or is_time(ground.tree, at)
        or ground.tree.lemmas[at] in ("end", "start", "middle")
    )


def _of_side(ground: Ground, head: int, told: Attribution) -> str:
    tree, party = ground.tree, told.party
    form = tree.forms[head]
    owners = {tree.forms[child] for child in tree.children[head] if tree.relations[child] == "nmod:poss"}
    if form in _FIRST or owners & _FIRST:
        return "first" if told.form != "indirect" else ""
    if form in listed("conduct", "nobody") and form != "it":
        return ""
    if party is None:
        return ""
    if form in _PRONOUNS:
        return "pronoun" if told.form != "direct" and _is_speaker(ground, head, told) else ""
    if tree.pos[head] == "NOUN" and not ground.can_bind(head):
        return ""  # `her plans will ease`
    if owners & _OWNED and told.form != "direct" and has_office(party):
        return "owned"
    return _named_side(ground, head, party, told)


def _is_speaker(ground: Ground, head: int, told: Attribution) -> bool:
    party = told.party
    found = ground.spoken.party_at(ground.scene.characters(head, head + 1))
    is_person = ground.tree.forms[head] in ("he", "she")
    if party is None:
        return False
    if found is not None and found.name == party.name:
        return True
    countries = {found.country if found is not None else None, _country(ground, party)} - {None}
    another = len(countries) > 1
    return not another if not is_person else party.kind == "person"


def _named_side(ground: Ground, head: int, party: Party, told: Attribution) -> str:
    """The speaker's own state, body or movement by name; an office-holder's `the government`."""
    tree = ground.tree
    if ground.scene.kind(head) == "Person" and ground.scene.country(head) is None:
        return ""
    named = ground.sides.of((head,))
    for one in named:
        told_of = {name.lower() for name in (party.name, party.affiliation) if name}
        if one.name and one.name.lower().removeprefix("the ") in told_of:
            return "name"
        if one.country and one.country == _country(ground, party) and one.kind != "person":
            return "name"
    if told.cue is None and ground.issued and any(one.country == ground.home for one in named if one.country):
        return "name"
    definite = any(tree.forms[child] in ("the", "this") for child in tree.children[head])
    if definite and tree.lemmas[head] in listed("conduct", "institutions") and has_office(party):
        known = next((one.country for one in named if one.country), None)
        if known in (None, _country(ground, party)):
            return "institution"
    is_state = any(one.country and one.kind != "person" for one in named)
    return "state" if is_state and _country(ground, party) is None and _speaks_for_state(party) else ""


def _country(ground: Ground, party: Party) -> str | None:
    if party.country:
        return party.country
    told = f"{party.role or ''} {party.affiliation or ''} {party.name or ''}"
    return standing_of(told).country


def has_office(party: Party | None) -> bool:
    """Somebody in office or a body; not a private person."""
    if party is None:
        return False
    return bool(party.role or party.affiliation or party.country) or party.kind not in ("person", None, "collective")


def _speaks_for_state(party: Party) -> bool:
    """In an office that only a state has, though the text does not say which."""
    told = f"{party.role or ''} {party.affiliation or ''} {party.name or ''}".lower().split()
    return bool(listed("conduct", "of_state").intersection(word.strip(".,'’") for word in told))


def is_civil(party: Party | None) -> bool:
    """A witness, a scholar, a relative: somebody who binds no side."""
    if party is None:
        return False
    words = [word.strip(".,").lower() for word in f"{party.role or ''} {party.name or ''}".split()]
    civil = listed("conduct", "civil")
    found = [word for word in words if word in civil or word.removesuffix("s") in civil]
    bodies = {*words, *(party.affiliation or "").lower().split()} & listed("conduct", "bodies_own")
    return bool(found) and not bodies
