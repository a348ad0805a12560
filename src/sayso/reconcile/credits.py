"""The text of an article in; whom it credits out: agencies and outlets whose report it passes on, and releases.

A credit is read where a form shows it (`QUITO (AFP) -`, `with Andes Wire`, `told Reuters`, `in a statement, the
Ministry of Dams said`) and, save where the form itself is enough, the name is known as an outlet's: by a list of
agencies, or by how it ends (`Andes Daily`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any, NamedTuple

from sayso.reconcile.spelling import folded
from sayso.schema.data import read_data

__all__ = ["Credit", "credits_in", "credits_of", "names_an_outlet", "names_outlet", "within"]

_OPENING = r"(?<![\w.])(?!(?:As|And|But|For|In|That|When|While)\s)"
"""Words that begin a sentence, and are no part of the name after them."""
_LINKS = ("of", "for", "the", "de", "la", "della")
_HOWS = ("dateline", "byline", "report", "release")
_LONE = 2
"""A name of fewer words is not looked for inside a longer one."""


class Credit(NamedTuple):
    """Who is credited, in which form (dateline, byline, report, release), and where the name stands."""

    name: str
    how: str
    start: int
    end: int


class _Form(NamedTuple):
    how: str
    pattern: re.Pattern[str]
    open: bool
    """Does the form alone show that the name is an outlet's?"""


@cache
def _tables() -> dict[str, Any]:
    return read_data("sayso.reconcile", "credits.toml")


@cache
def _known() -> dict[str, str]:
    """Folded names of agencies and outlets, each with the first name of whose it is."""
    groups: list[list[str]] = _tables()["agencies"] + [[name] for name in _tables()["outlets"]]
    return {folded(name): folded(names[0]) for names in groups for name in names}


@cache
def _nouns(table: str) -> frozenset[str]:
    return frozenset(folded(noun) for noun in _tables()[table])


@cache
def _forms() -> tuple[_Form, ...]:
    """The forms; raises ValueError for one that cannot be used."""
    agencies = sorted((name for names in _tables()["agencies"] for name in names), key=lambda name: (-len(name), name))
    small = [name for name in agencies if name.islower()]
    parts = {
        "AGENCY": "(?:" + "|".join(map(re.escape, agencies)) + ")",
        "NAME": _name(small, _LINKS),
        "BODY": _name(small, (*_LINKS, "and")),
        "NOBODY": "(?i:" + "|".join(_tables()["unnamed"]) + ")",
    }
    return tuple(_form(entry, parts) for entry in _tables()["form"])


def _name(small: Sequence[str], links: Sequence[str]) -> str:
    """The pattern of a capitalised name, whose words may be linked by small ones."""
    word = rf"(?:[A-Z][\w’'&/.-]{{0,30}}|(?:{'|'.join(small)})\b)"
    return rf"{_OPENING}{word}(?:[^\S\n](?:(?:{'|'.join(links)})[^\S\n]){{0,2}}[A-Z0-9][\w’'&/-]{{0,30}}){{0,6}}"


def _form(entry: dict[str, Any], parts: dict[str, str]) -> _Form:
    written = re.sub("AGENCY|NAME|BODY|NOBODY", lambda word: parts[word.group()], entry["pattern"])
    pattern = re.compile(written, re.MULTILINE)
    if entry["how"] not in _HOWS or "name" not in pattern.groupindex:
        raise ValueError(f"credits.toml: a form needs `how`, one of {', '.join(_HOWS)}, and a group `name`: {entry}")
    return _Form(entry["how"], pattern, entry.get("any", False))


def credits_in(text: str, own: str = "") -> list[Credit]:
    """Whom an article credits, in the order of the text; not the outlet's `own` name.

    >>> text = "QUITO, May 4 (AFP) - The dam held, the mayor told the Andes Daily, as Xinhua had reported."
    >>> [(credit.name, credit.how) for credit in credits_in(text, own="Andes Daily")]
    [('AFP', 'dateline'), ('Xinhua', 'report')]
    """
    found: list[Credit] = []
    for form in _forms():
        for match in form.pattern.finditer(text):
            credit = _credit(match, form, own)
            if credit and not any(credit.start < other.end and other.start < credit.end for other in found):
                found.append(credit)
    return sorted(found, key=lambda one: one.start)


def _credit(match: re.Match[str], form: _Form, own: str) -> Credit | None:
    name = match["name"].rstrip("'’.-/&")
    for tail in ("’s", "'s"):
        name = name.removesuffix(tail)
    start = match.start("name")
    if name.startswith("The ") and len(name) > len("The "):
        name, start = name.removeprefix("The "), start + len("The ")
    if not (form.open or names_an_outlet(name)) or (own and names_outlet(name, own)):
        return None
    return Credit(name, form.how, start, start + len(name))


def names_an_outlet(name: str) -> bool:
    """Is a name an outlet's, as far as the name tells?

    >>> [names_an_outlet(name) for name in ("Agence France-Presse", "the Andes Daily", "Ana Rovik", "agencies")]
    [True, True, False, True]
    """
    key = folded(name)
    words = key.split()
    if key in _known() or key in _tables()["unnamed"]:
        return True
    return len(words) > 1 and (words[-1] in _nouns("nouns") or words[0] in _nouns("first"))


def names_outlet(name: str, outlet: str) -> bool:
    """Does a name mean an outlet? An agency's names are one; longer names may hold a shorter one of two words or more.

    >>> [names_outlet(*pair) for pair in (("AFP", "Agence France-Presse"), ("Andes Daily", "Andes Daily Online"))]
    [True, True]
    >>> names_outlet("Daily", "Andes Daily"), names_outlet("AP", "")
    (False, False)
    """
    one, other = folded(name), folded(outlet)
    if not one or not other:
        return False
    if _known().get(one, one) == _known().get(other, other):
        return True
    short, long = sorted((one.split(), other.split()), key=len)
    return len(short) >= _LONE and set(short) <= set(long)


def credits_of(found: Iterable[Credit], outlet: str) -> list[Credit]:
    """Those credits that mean an outlet.

    >>> [credit.name for credit in credits_of(credits_in("AFP - The dam held, Xinhua reported."), "Xinhua News Agency")]
    ['Xinhua']
    """
    return [credit for credit in found if names_outlet(credit.name, outlet)]


def within(found: Sequence[Credit], start: int, end: int) -> list[Credit]:
    """Those credits that stand in a stretch of the text: in a sentence, say, around a statement.

    >>> text = "The dam held. The mayor told Reuters so."
    >>> [credit.name for credit in within(credits_in(text), 14, len(text))], within(credits_in(text), 0, 13)
    (['Reuters'], [])
    """
    return [credit for credit in found if start <= credit.start and credit.end <= end]
