"""The headline out of several statements of it: metadata in, the headline and the name cut off its page title out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.clean.metadata.authors import name_key
from sayso.clean.metadata.weigh import weight
from sayso.model import Metadatum
from sayso.model.references import unescape

__all__ = ["Headline", "headline_of", "pieces", "settle_title", "suffixes"]

_SEPARATOR = re.compile(r"\s+[|–—\-·•»›:⋆]+\s+|\s*[|»›]\s*|\s*::\s*")
_SLOGAN = re.compile(r"(?:the )?(?:official|english|home) (?:web ?site|site|page|web ?page|version)", re.IGNORECASE)
_SENT_ON = re.compile(r"\A(?:(?:re|fwd?|aw|wg|tr)\s?:\s*)+", re.IGNORECASE)
_LEAST = 3
"""Words that a headline has left after a suffix is cut, where nothing else bears the cut out."""


@dataclass(frozen=True, slots=True)
class Headline:
    """The statement that was chosen and the headline it gives, site name cut."""

    chosen: Metadatum
    value: str


def settle_title(found: Sequence[Metadatum], outlets: Sequence[str]) -> Headline | None:
    """The headline that most sources give; of equal ones the first in order of reliability."""
    given = [g for g in found if g.field == "title" and g.value.strip()]
    cut = {id(g): headline_of(g, given, outlets) for g in given}
    totals: dict[str, dict[str, float]] = {}
    for g in given:
        value = cut[id(g)]
        if name_key(value) and name_key(value) not in map(name_key, outlets):
            by_method = totals.setdefault(name_key(value), {})
            by_method[g.method] = max(by_method.get(g.method, 0.0), weight("title", g.method) * _rank(g, given))
    if not totals:
        return None
    best = max(totals, key=lambda key: sum(totals[key].values()))
    members = [g for g in given if name_key(cut[id(g)]) == best]
    chosen = max(members, key=lambda g: weight("title", g.method))
    return Headline(chosen, cut[id(chosen)])


def headline_of(given: Metadatum, titles: Sequence[Metadatum], outlets: Sequence[str]) -> str:
    """A title without the name of its site: what another title is without, or what is a name of the outlet."""
    value = " ".join(unescape(given.value).split())
    value = _SENT_ON.sub("", value) if given.method.startswith("mail.") else value
    others = {name_key(unescape(t.value)) for t in titles if t.method != given.method}
    names = {name_key(name) for name in outlets} - {""}
    for cut in reversed(list(_SEPARATOR.finditer(value))):
        left, right = value[: cut.start()], value[cut.end() :]
        if name_key(left) in others:
            return left
        if name_key(right) in names and len(left.split()) > 1:
            value = left
    for cut in _SEPARATOR.finditer(value):
        if name_key(value[cut.end() :]) in others and name_key(value[: cut.start()]) in names:
            return value[cut.end() :]
    return value


def suffixes(found: Sequence[Metadatum]) -> list[tuple[str, Metadatum]]:
    """What page titles carry after (or before) the headline that another source gives bare: likely the site's name."""
    titles = [g for g in found if g.field == "title"]
    out: list[tuple[str, Metadatum]] = []
    for given in titles:
        value = " ".join(unescape(given.value).split())
        others = {name_key(unescape(t.value)) for t in titles if t.method != given.method}
        for cut in _SEPARATOR.finditer(value):
            if _is_headline(value[: cut.start()], others):
                last = [p for p in pieces(value[cut.end() :]) if not _SLOGAN.fullmatch(p) and "," not in p]
                out.extend((name, given) for name in last[-1:])
                break
            if name_key(value[cut.end() :]) in others and len(value[cut.end() :].split()) >= _LEAST:
                out.extend((name, given) for name in pieces(value[: cut.start()])[:1])
                break
    return out


def _is_headline(value: str, others: set[str]) -> bool:
    """Does another source give this title, with or without the word before its colon (`Opinion: ...`)?"""
    return name_key(value) in others or (": " in value and name_key(value.split(": ", 1)[1]) in others)


def pieces(value: str) -> list[str]:
    """The parts of a title or a site name between separators."""
    return [piece.strip() for piece in _SEPARATOR.split(value) if piece.strip()]


def _rank(given: Metadatum, titles: Sequence[Metadatum]) -> float:
    same = [t for t in titles if t.method == given.method]
    return 1.0 if same[0] is given else 0.6
