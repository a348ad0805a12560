"""An entry, the word it fits and its deed in; whether all is there that the entry asks for beside them out."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.extract.commitments.deeds import is_deed, is_keeping
from sayso.extract.commitments.ground import Ground
from sayso.extract.commitments.lexicon import Entry
from sayso.extract.commitments.word_lists import listed
from sayso.extract.events.predicates import is_time
from sayso.language.arguments import preposition
from sayso.language.clause import Clause

__all__ = ["fits"]


def fits(ground: Ground, at: int, entry: Entry, deed: int, agents: Sequence[int], conditions: Sequence[int]) -> bool:
    """Is the deed one to be promised or asked, and is there what the entry's `when` asks for?"""
    return _is_one(ground, entry, deed) and _has_beside(ground, at, entry, deed, agents, conditions)


def _is_one(ground: Ground, entry: Entry, deed: int) -> bool:
    tree = ground.tree
    inner = ground.clause(deed)
    is_clause = tree.pos[deed] in ("VERB", "AUX")
    if is_clause and (not is_deed(ground, deed) or is_keeping(ground, deed)):
        return False
    if inner and inner.negated and tree.lemmas[deed] in listed("deeds", "defiant"):
        return False
    if is_clause and tree.lemmas[deed] in listed("deeds", "talk_of_press") and entry.kind != "offer":
        return False
    told = inner is not None and inner.finite and not _is_to_come(inner)
    return entry.kind == "demand" or not told


def _has_beside(
    ground: Ground, at: int, entry: Entry, deed: int, agents: Sequence[int], conditions: Sequence[int]
) -> bool:
    """What `when` of entries.toml asks for."""
    tree, inner = ground.tree, ground.clause(deed)
    if entry.when == "condition":
        return bool(conditions)
    if entry.when == "must":
        return inner is None or not inner.finite or bool({"must", "should"} & set(inner.modality)) or not inner.tense
    if entry.when == "urgent":
        forms = {tree.forms[one] for one in ground.under(deed)}
        return bool(forms & listed("terms", "urgent")) or _has_day(ground, deed)
    if entry.when == "from":
        here = ground.clause(at)
        under = [*ground.under(deed), *(one.index for one in here.obliques)] if here else []
        return any(preposition(tree, one) in entry.to for one in under)
    if entry.when == "joint":
        return _is_joint(ground, agents)
    if entry.when == "matter":
        return _tells_matter(ground, deed)
    return True


def _is_to_come(clause: Clause) -> bool:
    return clause.tense == "future" or bool({"would", "be to"} & set(clause.modality))


def _has_day(ground: Ground, deed: int) -> bool:
    return any(_is_day(ground, one) for one in ground.under(deed))


def _is_day(ground: Ground, at: int) -> bool:
    """`by Monday`, `before May 1`, `within ten days`; not `within days`."""
    tree = ground.tree
    how = preposition(tree, at)
    if how == "within":
        return _is_time(ground, at) and any(tree.pos[child] == "NUM" for child in tree.children[at])
    return how in ("by", "before") and (ground.scene.kind(at) == "Date" or _is_time(ground, at))


def _is_time(ground: Ground, at: int) -> bool:
    """`by Monday`, `by the end of the year`."""
    ends = ground.tree.lemmas[at] in ("end", "start", "middle")
    inner = [child for child in ground.tree.children[at] if is_time(ground.tree, child)] if ends else []
    return is_time(ground.tree, at) or bool(inner)


def _is_joint(ground: Ground, agents: Sequence[int]) -> bool:
    """Two or more, `both sides`, `they`, or none named."""
    tree = ground.tree
    return (
        len(agents) != 1 or tree.tags[agents[0]] in ("NNS", "NNPS") or tree.forms[agents[0]] in ("they", "both", "we")
    )


def _tells_matter(ground: Ground, noun: int) -> bool:
    """A treaty or decree whose words say what about: `to free`, `on water`, `banning`; a truce always does."""
    tree = ground.tree
    if tree.lemmas[noun] in listed("nouns", "peace"):
        return True
    kids = [child for child in tree.children[noun] if child > noun]
    telling = (
        ("acl", "ccomp", "xcomp", "acl:relcl")
        if tree.lemmas[noun] in listed("nouns", "orders")
        else ("acl", "ccomp", "xcomp")
    )
    return any(tree.relations[one] in telling for one in kids) or any(
        preposition(tree, one) in ("on", "for") for one in kids
    )
