"""Is a party named, and as what: the words of a row of findings in, what they tell of an actor out, or None.

Collectives, places, pronouns and descriptions (`a nurse`, `Peruvian drones`) name nobody; they stay with their article.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from sayso.reconcile.spelling import folded, is_single, untitled, words_of
from sayso.schema.countries import country_of
from sayso.schema.data import read_data

__all__ = ["BODY", "OPEN", "PERSON", "Named", "named_in", "role_key"]

PERSON, BODY, OFFICE, OPEN = "person", "body", "office", ""
"""Families of kinds. An office of state (government, military ...) may be said of who holds it; OPEN is untold."""

_OFFICES = frozenset(
    ("government", "ministry", "military", "police", "intelligence", "court", "parliament", "agency", "office", "state")
)
_NOBODY = frozenset(("collective", "place"))
_DESCRIBED = frozenset(("mention", "possessor"))
"""How a party is found that goes by a description of it."""
_LONGEST = {PERSON: 6, BODY: 10}
_OWNED = re.compile(r"(\w+)(?:['’]s|s['’])(?=\s)")
_NO_NAME = re.compile(r"[\"“”,;:/]|[a-z]\.[A-Z]|['’](?:ve|ll|re|m)\b")
"""Marks of a sentence that was cut wrongly: `spring.The EU`, `I've`."""
_LEADING = re.compile(r"^(?:the|an?)\s+(?=\S)", re.IGNORECASE)


class Named(NamedTuple):
    """What one party tells. Words that are not told are empty.

    `key` is the folded name, `single` whether it is one word; `country` is what the text tells, `guess` what only
    dateline or context suggest; `role` and `of` are keys (`@` stands before an id, `=` before the kind of a body of one
    word), `role_words` and `of_words` what is read.
    """

    family: str
    key: str
    single: bool
    form: str
    kind: str
    country: str
    guess: str
    role: str
    of: tuple[str, ...]
    role_words: str
    of_words: str


def named_in(party: Mapping[str, Any]) -> Named | None:
    """What a party of a statement or event tells, where it is named and no registry knows it.

    >>> told = named_in({"name": "Col. Ana Rovik", "kind": "person", "role": "spokeswoman", "country": "PER"})
    >>> told.key, told.family, told.role, told.country
    ('ana rovik', 'person', 'spokesperson', 'PER')
    >>> named_in({"name": "Peruvian soldiers", "kind": "military", "country": "PER"}) is None
    True
    """
    if party.get("actor_id") or not party.get("name") or party.get("actor_by") == "collective":
        return None
    if party.get("kind") in _NOBODY or party.get("resolved_by") in _DESCRIBED:
        return None
    words = ("kind", "country", "role", "affiliation", "actor_by", "member_of")
    return _named(party["name"], *(party.get(word) or "" for word in words))


@lru_cache(maxsize=65536)
def _named(name: str, kind: str, country: str, role: str, affiliation: str, by: str, member_of: str) -> Named | None:
    if kind == PERSON and role and folded(affiliation) == folded(name):
        return None  # `the governor of Tarva`, called by the province
    family = _family(name, kind, role, affiliation)
    form = _form(name, family)
    key = folded(form)
    if (
        not any(letter.isalpha() for letter in key)
        or not _is_proper(form, family)
        or not _names_somebody(key, family, country)
    ):
        return None
    if family == OPEN and is_single(key):
        return None
    guessed = _is_guessed(by, affiliation)
    of = "" if _holds(affiliation, key) else affiliation
    ids = [f"@{member_of}"] if of and member_of and not guessed else []
    ids += [f"={kind}"] if family in (BODY, OFFICE) and kind not in ("", PERSON) and is_single(key) else []
    return Named(
        family,
        key,
        is_single(key),
        form,
        PERSON if family == PERSON else kind if kind != PERSON else "",
        "" if guessed else country,
        country if guessed else "",
        role_key(role),
        tuple(sorted((*ids, *((folded(of),) if folded(of) else ())))),
        " ".join(role.split()),
        member_of if of and member_of and not guessed else " ".join(of.split()),
    )


def _family(name: str, kind: str, role: str, affiliation: str) -> str:
    words = set(folded(name).split())
    if kind == PERSON:
        if folded(affiliation) == folded(name) or words & words_of("body"):
            return BODY  # a paper that speaks for itself: whoever took it for a person
        return PERSON
    if kind in _OFFICES:
        if words & (words_of("body") | words_of("generic")):
            return BODY
        return PERSON if role else OFFICE
    return BODY if kind or words & words_of("body") else OPEN


def _form(name: str, family: str) -> str:
    form = _LEADING.sub("", " ".join(name.split()).strip(" ,;:\"“”'‘’"))
    form = re.sub(r"['’]s?$", "", form)
    return untitled(form) if family in (PERSON, OFFICE) else form


def _is_proper(form: str, family: str) -> bool:
    """Capitalised words with particles between them; the name of a body may end in a common word for it."""
    words = form.split()
    if len(words) > _LONGEST.get(family, _LONGEST[BODY]) or _NO_NAME.search(form):
        return False
    if any(folded(owner) not in words_of("owners") for owner in _OWNED.findall(form)):
        return False
    if family != BODY and any(letter.isdigit() for letter in form):
        return False
    if family == BODY:
        while len(words) > 2 and words[-1] in words_of("heads"):
            words.pop()
    small = [word for word in words if not _is_capital(word)]
    return (
        _is_capital(words[-1])
        and all(folded(word) in words_of("particles") for word in small)
        and words[0] not in small
    )


def _is_capital(word: str) -> bool:
    """`Rovik`, `al-Rovik`, `d'Or`, `M23`, and words of scripts without capitals."""
    return any(letter.isupper() or letter.istitle() for letter in word) or not any(
        letter.islower() for letter in word if letter.isalpha()
    )


def _names_somebody(key: str, family: str, country: str) -> bool:
    words = key.split()
    if words[-1] in words_of("unnamed") or country_of(key.title()) or country_of(key) or key in words_of("particles"):
        return False
    own = [word for word in words if word not in words_of("particles") and not _is_of_a_state(word)]
    if family in (PERSON, OFFICE):
        return not (words_of("titles") | words_of("generic")).issuperset(words)
    if words[-1] in words_of("common_roles") or words_of("titles").issuperset(words):
        return False
    telling = [word for word in own if word not in words_of("generic") and not word.isdigit()]
    placed = bool(country) or len(own) < len([word for word in words if word not in words_of("particles")])
    return bool(telling) or (placed and len(own) > 1)


@lru_cache(maxsize=65536)
def _is_of_a_state(word: str) -> bool:
    return country_of(word.title()) is not None


def _is_guessed(by: str, affiliation: str) -> bool:
    """Was the state taken from around the article? `The Foreign Ministry` alone is that of where one writes."""
    if by.startswith(("dateline", "context")):
        return True
    return by == "affiliation" and bool(affiliation) and words_of("generic").issuperset(folded(affiliation).split())


def _holds(affiliation: str, key: str) -> bool:
    """`US Army General Ana Rovik` as the body of Ana Rovik: the name itself, read once more."""
    return bool(affiliation) and f" {key} " in f" {folded(affiliation)} "


@lru_cache(maxsize=16384)
def role_key(role: str) -> str:
    """The one word for an office under which its other names meet.

    >>> role_key("Spokeswoman"), role_key("Defense Minister"), role_key("weaver")
    ('spokesperson', 'defence minister', 'weaver')
    """
    key = folded(role)
    return _roles().get(key, key)


@lru_cache(maxsize=1)
def _roles() -> dict[str, str]:
    table = read_data("sayso.reconcile", "names.toml")["roles"]
    return {called: role for role, others in table.items() for called in (role, *others)}
