"""The name of the outlet out of several statements of it: metadata in, a clean name out, or None."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.clean.metadata.authors import name_key
from sayso.clean.metadata.titles import pieces, suffixes
from sayso.clean.metadata.weigh import weight
from sayso.model import Metadatum
from sayso.model.references import unescape

__all__ = ["Outlet", "host_key", "outlet_statements", "settle_outlet"]

_ADDRESS = re.compile(r"https?://|\A@|\Awww\.|facebook\.com|twitter\.com", re.IGNORECASE)
_HOST = re.compile(r"\A[\w-]+(?:\.[\w-]+)*\.[a-z]{2,10}\Z", re.IGNORECASE)
_RIGHTS = re.compile(
    r"(?:©|\(c\)|copyright|all rights reserved|alle rechte.*|\b(?:19|20)\d\d\b|[-–—](?=\s*\d))", re.IGNORECASE
)
_DESK = re.compile(
    r"(.{3,50}?)(?:\s(?:web|news|digital|online|editorial|foreign))?(?:\s(?:desk|newsroom|staff|team|editors|reporters?|redaktion))?",
    re.IGNORECASE,
)
_ENDING = re.compile(r"(?:com|org|net|co|de|at|ch|uk|fr|it|es|eu|online|news|www)\Z")
_UNSURE = ("html.dateline", "jsonld.organization")
"""Methods that may name a person, too."""
_LONGEST = 60
_LEAST = 2.0
_SPELLED = 3.0
"""Weight from which a spelled-out name stands before one that reads like a host (`rellpost.example`)."""


@dataclass(frozen=True, slots=True)
class Outlet:
    """The statement that was chosen and the name it gives."""

    chosen: Metadatum
    value: str


def outlet_statements(found: Sequence[Metadatum], *, url: str | None = None) -> list[Metadatum]:
    """The statements of an outlet, with those that page titles make, and desks that sign with the name of the host."""
    out = [given for given in found if given.field == "outlet"]
    out.extend(Metadatum("outlet", name, "html.title.suffix", title.raw) for name, title in suffixes(found))
    host = host_key(url)
    for given in found:
        desk = _DESK.fullmatch(given.value) if host and given.field == "author" else None
        if desk and name_key(desk[1]) == host:
            out.append(Metadatum("outlet", desk[1], "author.desk", given.raw))
    return out


def settle_outlet(statements: Sequence[Metadatum], *, url: str | None, authors: Sequence[str] = ()) -> Outlet | None:
    """The name that weighs most over all statements of it; one that reads like a host only if nothing else stands."""
    host = host_key(url)
    statements = [given for given in statements if given.field == "outlet"]
    named = [(g, name) for g in statements if (name := _clean(g, statements, host))]
    persons = {name_key(author) for author in authors}
    named = [(g, n) for g, n in named if g.method not in _UNSURE or name_key(n) not in persons]
    spelled = [(g, n) for g, n in named if not _HOST.match(n)]
    if any(weight("outlet", g.method) >= _SPELLED for g, _ in spelled):
        named = spelled
    if not named:
        return None
    totals: dict[str, float] = {}
    for _, name in named:
        key = _key(name)
        methods = {g.method for g, other in named if _key(other) == key}
        totals[key] = sum(weight("outlet", method) for method in methods) + (3 if key and key == host else 0)
    best = max(totals, key=lambda key: totals[key])
    members = [(g, name) for g, name in named if _key(name) == best]
    chosen, value = max(members, key=lambda pair: (not _HOST.match(pair[1]), weight("outlet", pair[0].method)))
    return Outlet(chosen, value) if totals[best] >= _LEAST else None


def _clean(given: Metadatum, statements: Sequence[Metadatum], host: str) -> str:
    value = " ".join(unescape(given.value).split())
    if not value or _ADDRESS.search(value):
        return ""
    if given.method in ("html.copyright", "meta.copyright"):
        value = " ".join(_RIGHTS.sub(" ", value).split()).strip(" .,|-–—:").split(",")[0]
    parts = pieces(value)
    if len(parts) > 1:
        others = {_key(s.value) for s in statements if s is not given}
        value = next((part for part in parts if _key(part) in others or (host and _key(part) == host)), parts[0])
    value = value.strip(" .,|-–—:»")
    return value if any(map(str.isalpha, value)) and len(value) <= _LONGEST else ""


def _key(name: str) -> str:
    key = name_key(name.removeprefix("The ").removeprefix("the "))
    return _ENDING.sub("", key) if _HOST.match(name) else key


def host_key(url: str | None) -> str:
    """The telling part of a host name: `www.rellpost.co.uk` is `rellpost`."""
    host = (url or "").split("://", 1)[-1].split("/", 1)[0].lower().removeprefix("www.")
    labels = [label for label in host.split(".")[:-1] if label not in ("co", "com", "org", "net", "gov", "ac")]
    return name_key(labels[-1]) if labels else ""
