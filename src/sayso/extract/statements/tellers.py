"""Who tells what a noun tells: a tree, the noun and its clause in; the words that name who tells it out, if any do."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.extract.statements.lexicon import words
from sayso.extract.statements.mentions import Range
from sayso.extract.statements.telling_words import listed
from sayso.language.dependencies import Dependencies
from sayso.language.phrases import phrase
from sayso.schema.countries import country_of

__all__ = ["teller_of"]

_MORE = ("acl", "acl:relcl", "appos", "advcl", "parataxis", "dep")
"""What a phrase that names somebody goes on with."""
_NAMING = frozenset(("det", "amod", "compound", "nummod", "nmod:poss"))
_PARTING = frozenset(("PUNCT", "VERB", "AUX", "SCONJ", "CCONJ", "ADP"))
_PLACED = frozenset(("in", "on", "across"))


def teller_of(tree: Dependencies, forms: Sequence[str], noun: int, verb: int, before: int) -> Range | None:
    """The words that name who tells it; `verb` is that of what is told, which begins at the word `before`.

    `forms` are the words as they are written.
    """
    kids = [child for child in tree.children[noun] if child != verb]
    behind = [child for child in kids if noun < child < before]
    owners = [child for child in kids if child < noun and tree.relations[child] == "nmod:poss"]
    if owners:
        return _owner(tree, noun, owners[-1])
    teller = _by(tree, behind) or _maker(tree, noun, [child for child in kids if child > noun])
    if teller is not None:
        return _named(tree, teller, before)
    return _voice(tree, forms, noun, kids) or _of(tree, noun, behind, before) or _medium(tree, noun, behind)


def _owner(tree: Dependencies, noun: int, owner: int) -> Range:
    """With its `'s`, and with what stands before it in the phrase: `the ruling party’s`."""
    before = [kid for kid in tree.children[noun] if kid < owner and tree.relations[kid] in _NAMING]
    first = min([tree.left[owner], *(tree.left[kid] for kid in before)])
    if any(tree.pos[at] in _PARTING for at in range(first, owner)):
        first = tree.left[owner]
    marks = [at for at in range(owner, min(tree.right[owner] + 2, noun)) if tree.tags[at] == "POS"]
    return first, max([owner, *marks]) + 1


def _by(tree: Dependencies, behind: list[int]) -> int | None:
    """`by the army`, `from the army`; not `from Monday`."""
    time = words("cue", "moment") | words("cue", "weekday")
    return next(
        (
            child
            for child in behind
            if _case(tree, child) in ("by", "from")
            and tree.pos[child] in ("NOUN", "PROPN", "PRON")
            and tree.forms[child] not in time
            and not _is_placed(tree, child)
        ),
        None,
    )


def _maker(tree: Dependencies, noun: int, behind: list[int]) -> int | None:
    """Who made it: `made by the army`, `that the army has made`."""
    for child in behind:
        if tree.relations[child] not in ("acl", "acl:relcl") or tree.lemmas[child] not in listed("word", "making"):
            continue
        by = next((kid for kid in range(child + 1, tree.right[child] + 1) if _case(tree, kid) == "by"), None)
        if by is not None:
            return by
        subjects = (kid for kid in tree.children[child] if noun < kid < child and tree.relations[kid] == "nsubj")
        return next((kid for kid in subjects if tree.pos[kid] in ("NOUN", "PROPN")), None)
    return None


def _voice(tree: Dependencies, forms: Sequence[str], noun: int, kids: list[int]) -> Range | None:
    """Words right before the noun that name a people, a body, a name: `Ruritanian media reports`."""
    first = noun
    while first - 1 in kids and tree.relations[first - 1] in ("amod", "compound") and _is_voice(tree, forms, first - 1):
        first = min(tree.left[first - 1], first - 1)
    return (first, noun) if first < noun else None


def _is_voice(tree: Dependencies, forms: Sequence[str], at: int) -> bool:
    form = tree.forms[at]
    if form in words("cue", "weekday"):
        return False
    named = listed("word", "voice") | words("speaker", "demonym") | words("speaker", "faction")
    if form in named or country_of(form) is not None:
        return True
    opens = at == 0 or tree.pos[at - 1] == "PUNCT"
    if forms[at][0].isupper():
        return tree.pos[at] == "PROPN" or not opens
    body = words("speaker", "organisation") | words("speaker", "government")
    return form in body or any(tree.pos[kid] == "PROPN" for kid in tree.children[at])


def _of(tree: Dependencies, noun: int, behind: list[int], before: int) -> Range | None:
    """`the claim of the army that …`."""
    if tree.lemmas[noun] not in listed("word", "of_agent"):
        return None
    of = next((child for child in behind if _case(tree, child) == "of"), None)
    return _named(tree, of, before) if of is not None else None


def _medium(tree: Dependencies, noun: int, behind: list[int]) -> Range | None:
    """`reports on social media`, `a report in the Herald`: the noun and what holds it."""
    holds = next((child for child in behind if _is_placed(tree, child)), None)
    return (min(tree.left[noun], noun), tree.right[holds] + 1) if holds is not None else None


def _is_placed(tree: Dependencies, at: int) -> bool:
    """Does this name a medium, or a name that is no place and no time?"""
    case = _case(tree, at)
    inside = {tree.forms[word] for word in range(tree.left[at], tree.right[at] + 1)}
    if case in _PLACED | {"from"} and inside & listed("word", "medium"):
        return True
    if case not in _PLACED or tree.pos[at] != "PROPN" or inside & words("cue", "weekday"):
        return False
    return country_of(tree.forms[at]) is None


def _named(tree: Dependencies, at: int, before: int) -> Range:
    """A phrase up to what is told, with the name right behind its title: `the envoy Ana Roth`."""
    first, last = phrase(tree, at, _MORE)
    name = next((kid for kid in tree.children[at] if tree.relations[kid] == "appos" and tree.left[kid] == last), None)
    last = min(last if name is None else tree.right[name] + 1, before)
    while last > at + 1 and (tree.forms[last - 1] == "of" or tree.pos[last - 1] in ("ADP", "PUNCT")):
        last -= 1
    return first, max(at + 1, last)


def _case(tree: Dependencies, at: int) -> str:
    if tree.relations[at] not in ("nmod", "obl", "obl:agent"):
        return ""
    return next((tree.forms[kid] for kid in tree.children[at] if tree.relations[kid] == "case"), "")
