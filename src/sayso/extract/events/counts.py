"""An argument's phrase in; how many it tells of out, as [low, high], with the words that tell."""

from __future__ import annotations

from sayso.extract.events.scene import Scene
from sayso.schema.data import read_data

__all__ = ["Count", "count_of", "individuals"]

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Count:
    """How many: `low` and `high`, None where the words leave it open, and the words [first, last) themselves."""

    low: int | None
    high: int | None
    first: int
    last: int


def count_of(scene: Scene, at: int) -> Count | None:
    """The number that a phrase tells, None where it tells none.

    `three soldiers` [3, 3], `at least 11` [11, None], `dozens of people` [None, None] with its words, `a woman` [1, 1].
    """
    tree = scene.tree
    if tree.forms[at : at + 2] == ["many", "as"] and tree.pos[at + 2] == "NUM":
        at = at + 2  # `as many as 30 soldiers`: the tree stops at `many`
    heads = {at, scene.core(at), tree.heads[scene.core(at)] if scene.core(at) != at else at}
    for head in sorted(heads):
        numbers = [n for n in tree.children[head] if tree.relations[n] == "nummod" or tree.pos[n] == "NUM"]
        if tree.pos[head] == "NUM":
            numbers.insert(0, head)
        for number in numbers:
            value, first = _number(scene, number)
            if value is not None:
                return _hedged(scene, first, number, value)
        vague = [n for n in (*tree.children[head], head) if tree.lemmas[n] in _vague() and n <= head]
        vague = [n for n in vague if tree.forms[n + 1 : n + 2] != ["as"]]  # `as many as 30` is a bound
        if vague and not any(tree.pos[n] == "NUM" for n in tree.children[head]):
            return Count(None, None, vague[0], vague[0] + 1)
    core = scene.core(at)
    singular = tree.tags[core] in ("NN", "NNP") and tree.pos[core] in ("NOUN", "PROPN")
    one = any(tree.forms[n] in ("a", "an", "another") for n in tree.children[core])
    if singular and (one or (scene.kind(core) == "Person")):
        return Count(1, 1, core, core + 1)
    if singular and tree.lemmas[core] in individuals():
        return Count(1, 1, core, core + 1)
    ordinal = [n for n in tree.children[core] if tree.forms[n] in _words()["ordinals"]]
    if singular and ordinal:
        return Count(1, 1, core, core + 1)
    return None


def _number(scene: Scene, at: int) -> tuple[int | None, int]:
    """The number whose last word this is, and its first word: `twenty-five` is three."""
    forms = scene.tree.forms
    value = _value(forms[at])
    if at >= 2 and forms[at - 1] == "-" and value is not None:
        whole = _value(f"{forms[at - 2]}-{forms[at]}")
        if whole is not None:
            return whole, at - 2
    return value, at


def _hedged(scene: Scene, opening: int, number: int, value: int) -> Count:
    """The bounds that the words before and after a number, whose first word is the `opening`, put to it."""
    forms = scene.tree.forms
    before = " ".join(forms[max(0, opening - 3) : opening])
    after = " ".join(forms[number + 1 : number + 3])
    start, _ = scene.sentence_of(number)
    for words, bound in _words()["bounds"].items():
        if before.endswith(f" {words}") or before == words:
            if words == "over" and opening >= 2 and scene.tree.lemmas[opening - 2] in _words()["over"]:
                continue  # `handed over nine prisoners` are nine
            first = max(start, opening - len(words.split()))
            if bound == "low":
                return Count(value, None, first, number + 1)
            if bound == "high":
                return Count(None, value, first, number + 1)
            if bound == "over":
                return Count(value + 1, None, first, number + 1)
            if bound == "under":
                return Count(None, value - 1, first, number + 1)
            return Count(value, value, first, number + 1)
    if after.startswith(("or more", "and more")):
        return Count(value, None, number, number + 3)
    return Count(value, value, opening, number + 1)


def _value(form: str) -> int | None:
    plain = form.replace(",", "")
    if plain.isascii() and plain.isdigit() and len(plain) <= 8:
        return int(plain)
    known = _words()["numbers"]
    if form in known:
        return int(known[form])
    tens, _, ones = form.partition("-")
    if tens in known and ones in known:
        return int(known[tens]) + int(known[ones])
    return None


def individuals() -> frozenset[str]:
    """Nouns that in the singular tell of one: `the woman`, `a soldier`; no `family`, no `crew`.

    >>> "nurse" in individuals(), "crew" in individuals()
    (True, False)
    """
    return frozenset(_words()["individuals"])


def _vague() -> frozenset[str]:
    return frozenset(_words()["vague"])


def _words() -> dict[str, dict[str, str]]:
    return read_data("sayso.extract.events", "counts.toml")
