"""A lemma in; the forms it takes in running text out: what finds a frame where the encoder's lemma is not a word."""

from __future__ import annotations

from functools import cache

from sayso.schema.data import read_data

__all__ = ["forms_of"]

_VOWELS = "aeiou"
_STRESSED = (
    "mit",
    "fer",
    "pel",
    "bel",
    "bar",
    "cur",
    "dnap",
    "ebut",
    "el",
    "gret",
    "nul",
    "quit",
    "trol",
    "fil",
    "quip",
    "drop",
    "quit",
    "ban",
    "plan",
    "run",
)
"""Ends of longer verbs that double their last letter."""
_HISSING = ("s", "x", "z", "ch", "sh")


@cache
def forms_of(lemma: str, pos: str) -> frozenset[str]:
    """The inflected forms of a verb or noun, itself among them.

    >>> sorted(forms_of("ban", "VERB")), sorted(forms_of("ally", "NOUN"))
    (['ban', 'banned', 'banning', 'bans'], ['allies', 'ally'])
    """
    known = read_data("sayso.extract.events", "inflections.toml")
    if pos == "NOUN":
        return frozenset((lemma, *known["nouns"].get(lemma, (_plural(lemma),))))
    if pos != "VERB":
        return frozenset((lemma,))
    past = known["verbs"].get(lemma) or _past(lemma)
    return frozenset((lemma, _plural(lemma), *_gerund(lemma), *past))


def _plural(lemma: str) -> str:
    if lemma.endswith(_HISSING):
        return f"{lemma}es"
    if lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
        return f"{lemma[:-1]}ies"
    return f"{lemma}s"


def _past(lemma: str) -> tuple[str, ...]:
    if lemma.endswith("e"):
        return (f"{lemma}d",)
    if lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
        return (f"{lemma[:-1]}ied",)
    return (f"{_doubled(lemma)}ed",) if _doubles(lemma) else (f"{lemma}ed",)


def _gerund(lemma: str) -> tuple[str, ...]:
    if lemma.endswith("ie"):
        return (f"{lemma[:-2]}ying",)
    if lemma.endswith("e") and not lemma.endswith(("ee", "ye", "oe")):
        return (f"{lemma[:-1]}ing",)
    return (f"{_doubled(lemma)}ing",) if _doubles(lemma) else (f"{lemma}ing",)


def _doubled(lemma: str) -> str:
    return f"{lemma}k" if lemma.endswith("c") else lemma + lemma[-1]


def _doubles(lemma: str) -> bool:
    """`ban`, `transfer`, `travel`: a stop after one vowel; which long ones do is told by their ends."""
    if lemma.endswith("ic"):
        return True
    if len(lemma) < 3 or lemma[-1] in f"{_VOWELS}wxy" or lemma[-2] not in _VOWELS or lemma[-3] in _VOWELS:
        return False
    syllables = sum(a in _VOWELS and (i == 0 or lemma[i - 1] not in _VOWELS) for i, a in enumerate(lemma))
    return syllables == 1 or lemma.endswith(_STRESSED)
