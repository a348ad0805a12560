"""States: what a text calls one comes in (name, people, capital, palace), its ISO 3166-1 alpha-3 code goes out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from sayso.schema.data import read_data

__all__ = ["Naming", "country_of", "namings", "spelled"]

_KINDS = {"other": "name", "demonyms": "demonym", "capital": "capital", "seats": "seat", "bodies": "body"}
_NO_PLURAL = ("s", "sh", "ch", "ese", "men", "man", "women", "woman", "x")
_ABBREVIATION = 5


@dataclass(frozen=True, slots=True)
class Naming:
    """Words that name a state: `country` is None where they hold a state's name and mean none (New Mexico).

    `kind` is name, demonym, capital, seat, body or none; `person` tells that people bear the name too (Jordan).
    """

    words: tuple[str, ...]
    country: str | None
    kind: str
    person: bool = False


def country_of(words: str) -> str | None:
    """The ISO 3166-1 alpha-3 code of the state that these words name, and nothing else beside it.

    Letters may be large or small, save in abbreviations: `us` is a pronoun.

    >>> country_of("the Kremlin"), country_of("Iranians"), country_of("U.K."), country_of("us")
    ('RUS', 'IRN', 'GBR', None)
    """
    called = " ".join(spelled(words.strip()).removesuffix("'s").split())
    naming = _whole().get(called) or _whole().get(called.casefold())
    if naming is None and called[:4].casefold() == "the ":
        return country_of(called[4:])
    return naming.country if naming else None


def spelled(words: str) -> str:
    """Words as the table spells them: straight apostrophes, no stops in abbreviations.

    >>> spelled("U.S."), spelled("Côte d’Ivoire")
    ('US', "Côte d'Ivoire")
    """
    return words.replace(".", "").replace("’", "'")


@cache
def namings() -> Mapping[str, tuple[Naming, ...]]:
    """The first word of every naming to the namings that begin with it, the longest first; as written in running text.

    >>> [naming.country for naming in namings()["Sri"] if naming.kind == "demonym"]
    ['LKA', 'LKA']
    """
    out: dict[str, list[Naming]] = {}
    for naming in _all():
        out.setdefault(naming.words[0], []).append(naming)
    return {first: tuple(sorted(found, key=lambda one: -len(one.words))) for first, found in out.items()}


@cache
def _whole() -> dict[str, Naming]:
    out: dict[str, Naming] = {}
    for naming in _all():
        called = " ".join(naming.words)
        out.setdefault(called if _is_abbreviation(called) else called.casefold(), naming)
    return out


def _all() -> Iterator[Naming]:
    for code, row in read_data("sayso.schema", "countries.toml").items():
        if code == "none":
            yield from (
                Naming(tuple(spelled(name + plural).split()), None, "none")
                for name in row["names"]
                for plural in ("", "s")
            )
            continue
        persons = frozenset(row.get("persons", ()))
        yield Naming(tuple(spelled(row["name"]).split()), code, "name", row["name"] in persons)
        for key, kind in _KINDS.items():
            for called in row.get(key, ()):
                words = tuple(spelled(called).split())
                yield Naming(words, code, kind, called in persons)
                if kind == "demonym" and not called.endswith(_NO_PLURAL):
                    yield Naming((*words[:-1], words[-1] + "s"), code, kind)


def _is_abbreviation(called: str) -> bool:
    return called.isupper() and len(called) <= _ABBREVIATION
