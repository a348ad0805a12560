"""A document's mentions of places: text and spans in, one group a name out, with what the text says around it.

Mentions of one name are one group, unless the text puts them into different places ("Paris, Texas" and
"Paris, France").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from sayso.language.places.gazetteer import Block, Gazetteer
from sayso.language.places.layout import KINDS
from sayso.language.places.spelling import key
from sayso.schema.data import read_data

__all__ = ["Container", "Group", "groups", "unmentioned"]

_NAME = r"(?:[A-Z][\w.'’-]*|al|el|de|of|and|la)"
_NAMES = rf"[A-Z][\w.’'-]*(?:\s+{_NAME}){{0,4}}"
_AFTER = re.compile(
    rf"\s*(,|\(|,?\s+(?:a|the)\s+[\w\s]{{3,30}}\s+(?:in|of)\b|,?\s+in\b)\s*(?:the\s+)?(?:[a-z]+ern\s+)?({_NAMES})"
)
_BEFORE = re.compile(rf"({_NAMES}?)(?:['’]s?)?\s+(?:[a-z]+\s+){{0,2}}(?:of\s+)?$")
_RUN = re.compile(r"[A-Z][\w’'.-]*(?:[ \t]+[A-Z][\w’'.-]*)*")
_WORD = re.compile(r"[A-Z][\w-]*(?:\.\w\.?)*")
_POSSESSIVE = re.compile(r"['’]s?$")
_LOOK = 60
_AROUND = 5000
_LONGEST = 3
_EDGES = " \t\n,.;:()[]\"“”'’"


@dataclass(frozen=True, slots=True)
class Container:
    """A name that the text puts a mention into: `how` is comma, in or before."""

    how: str
    key: str
    block: Block


@dataclass
class Group:
    """Mentions of one name: their numbers and places in the text, and the candidates they share."""

    name: str
    block: Block
    numbers: list[int] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    containers: list[Container] = field(default_factory=list)
    kinds: set[str] = field(default_factory=set)


def groups(text: str, mentions: Sequence[tuple[int, int]], gazetteer: Gazetteer) -> list[Group]:
    """The groups of a document's mentions, in order of their first."""
    out: dict[tuple[str, str], Group] = {}
    for number, (start, end) in enumerate(mentions):
        name, rest = _split(text[start:end])
        containers = list(_containers(text, start, end, rest, gazetteer))
        commas = [found.key for found in containers if found.how == "comma"]
        group = out.setdefault((key(name), commas[0] if commas else ""), Group(name, gazetteer.block(name)))
        group.numbers.append(number)
        group.starts.append(start)
        group.containers += containers
        group.kinds |= _kinds(text, start, end)
    return _joined(out)


def unmentioned(text: str, mentions: Sequence[tuple[int, int]], gazetteer: Gazetteer) -> list[Group]:
    """Names of countries, provinces and great cities that the text holds outside of its mentions.

    They may stand inside the name of a newspaper or a university, and tell where a document is at home all the same.
    """
    first, last = (min(start for start, _ in mentions), max(end for _, end in mentions)) if mentions else (0, 0)
    inside = [False] * (len(text) + 1)
    for start, end in mentions:
        inside[start:end] = [True] * (end - start)
    out: dict[str, Group] = {}
    for start, end in _broad(text, max(0, first - _AROUND), last + _AROUND, gazetteer):
        if not any(inside[start:end]):
            name = text[start:end]
            out.setdefault(key(name), Group(name, gazetteer.block(name))).starts.append(start)
    return [group for group in out.values() if len(group.block)]


def _broad(text: str, first: int, last: int, gazetteer: Gazetteer) -> Iterator[tuple[int, int]]:
    """Runs of one to three words with large letters that name a country, a province or a great city; the longest."""
    for run in _RUN.finditer(text, first, last):
        words = [word.span() for word in _WORD.finditer(text, run.start(), run.end())]
        at = 0
        while at < len(words):
            ends = [end for _, end in words[at : at + _LONGEST]]
            sizes = [size for size, end in enumerate(ends, 1) if key(text[words[at][0] : end]) in gazetteer.broad]
            if sizes:
                yield words[at][0], ends[sizes[-1] - 1]
            at += sizes[-1] if sizes else 1


def _joined(found: dict[tuple[str, str], Group]) -> list[Group]:
    """A group that the text puts nowhere joins the one of its name that it puts somewhere, if there is one only.

    A name that others are put into ("Melbourne, Victoria") is not the one that is put into another.
    """
    out = []
    holders = {container.key for group in found.values() for container in group.containers if container.how == "comma"}
    for (keyed, inside), group in found.items():
        told = [other for (name, where), other in found.items() if name == keyed and where]
        if not inside and len(told) == 1 and keyed not in holders:
            told[0].numbers += group.numbers
            told[0].starts += group.starts
            told[0].containers += group.containers
            told[0].kinds |= group.kinds
        else:
            out.append(group)
    return sorted(out, key=lambda group: min(group.numbers))


def _split(mention: str) -> tuple[str, str]:
    """The name of a mention, and the place that it says itself it lies in."""
    name, _, rest = _POSSESSIVE.sub("", mention.strip()).partition(",")
    return (name.strip(_EDGES) or mention.strip()), rest.strip(" ,")


def _containers(text: str, start: int, end: int, rest: str, gazetteer: Gazetteer) -> Iterator[Container]:
    if rest:
        yield from _named(rest, "comma", gazetteer)
    if after := _AFTER.match(text, end, end + _LOOK):
        yield from _named(after[2], "comma" if after[1] in (",", "(") else "in", gazetteer)
    if before := _BEFORE.search(text[max(0, start - _LOOK) : start]):
        yield from _named(before[1], "before", gazetteer)


def _named(words: str, how: str, gazetteer: Gazetteer) -> Iterable[Container]:
    """The longest run of these words, from the first, that names a country, a province or a district."""
    told = words.split()
    runs = [told[at:] for at in range(len(told))] if how == "before" else [told[:at] for at in range(len(told), 0, -1)]
    for run in runs:
        name = _POSSESSIVE.sub("", " ".join(run)).rstrip(",;:")
        block = gazetteer.block(name)
        if len(block) and (block.kind != KINDS.index("city")).any():
            return [Container(how, key(name), block)]
    return []


def _kinds(text: str, start: int, end: int) -> set[str]:
    """Kinds that the words right beside a mention tell: "the city of X", "X province"."""
    told = read_data("sayso.language.places", "generics.toml")
    before = text[max(0, start - 24) : start].casefold().rstrip()
    after = text[end : end + 24].casefold().lstrip()
    return {
        kind
        for kind in ("province", "district", "city")
        if any(re.search(rf"\b{word}$", before) for word in told[kind]["before"] if " of" in word)
        or any(re.match(rf"{word}\b", after) for word in told[kind]["after"])
    }
