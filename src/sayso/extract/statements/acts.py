"""The speech act of a finding, first by its cue, then by what its content says; patterns are data in `acts.toml`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Sequence
from functools import cache
from importlib.resources import files

from sayso.extract.statements.cues import Cue, starting_with
from sayso.extract.statements.heads import beginnings, heads_of
from sayso.extract.statements.lexicon import words

__all__ = ["act_of", "entry_in", "group_of", "is_negated", "patterns", "turns"]

_OPEN = frozenset(("claim", "assessment"))
_CLOSED_CUES = frozenset(("verb.call", "verb.describe", "verb.portray", "verb.compare", "verb.liken"))
_ASSERTING = frozenset(
    f"verb.{name}"
    for name in [
        "say",
        "tell",
        "add",
        "write",
        "note",
        "report",
        "insist",
        "claim",
        "state",
        "declare",
        "maintain",
        "assert",
        "continue",
        "contend",
        "reply",
    ]
)

_READ = 500
"""Characters of content that are looked at: what is done by a statement shows at its beginning."""


@cache
def _acts() -> dict[str, dict[str, str]]:
    return tomllib.loads(files("sayso.schema").joinpath("speech_acts.toml").read_text("utf-8"))


def group_of(act: str) -> str:
    """The group of a speech act in the export contract.

    >>> group_of("denial")
    'DENY'
    """
    return _acts()[act]["group"]


@cache
def _tables() -> dict[str, list[dict[str, str]]]:
    return tomllib.loads(files(__package__).joinpath("acts.toml").read_text("utf-8"))


@cache
def patterns() -> tuple[tuple[str, re.Pattern[str], str], ...]:
    """Act, pattern and example of what content says, in the order they are tried."""
    return tuple((row["act"], re.compile(row["find"]), row["example"]) for row in _tables()["pattern"])


@cache
def _searches() -> tuple[tuple[str, Callable[[str], object], frozenset[str] | None], ...]:
    """Act, search, and how a word begins that the pattern needs."""
    return tuple((act, pattern.search, heads_of(pattern.pattern)) for act, pattern, _ in patterns())


@cache
def turns() -> dict[str, tuple[tuple[re.Pattern[str], str, str], ...]]:
    """By the act a cue shows: pattern, the act that results, example."""
    out: dict[str, tuple[tuple[re.Pattern[str], str, str], ...]] = {}
    for row in _tables()["turn"]:
        out[row["from"]] = (*out.get(row["from"], ()), (re.compile(row["find"]), row["to"], row["example"]))
    return out


def entry_in(cue: Sequence[str]) -> Cue | None:
    """The lexicon's entry for the words of a cue, in lower case: the longest form in it, of equals the last.

    >>> entry_in(["has", "repeatedly", "denied"]).key
    'verb.deny'
    """
    table = starting_with()
    best: tuple[int, int] = (0, -1)
    found: Cue | None = None
    for at, word in enumerate(cue):
        for rest, entry in table.get(word, ()):
            if tuple(cue[at + 1 : at + 1 + len(rest)]) == rest and (1 + len(rest), at) > best:
                best, found = (1 + len(rest), at), entry
                break
    return found


def is_negated(cue: Sequence[str]) -> bool:
    """Do the words of a cue say that it was not said?

    >>> is_negated(["did", "not", "say"])
    True
    """
    return not words("cue", "negation").isdisjoint(cue)


def act_of(cue: Cue | None, content: str, *, negated: bool = False) -> str:
    """The speech act that a cue and the words said show together.

    >>> act_of(None, "No round left the ridge.")
    'denial'
    """
    said = (content if len(content) <= _READ else f"{content[:_READ]} {content[-1]}").lower()
    shown = cue.act if cue else "claim"
    if negated:
        return _negated(shown)
    for pattern, act, _ in turns().get(shown, ()):
        if pattern.search(said):
            return act
    if cue is None or cue.key in _ASSERTING or (shown in _OPEN and cue.kind != "noun" and cue.key not in _CLOSED_CUES):
        return _by_content(said) or shown
    return shown


def _negated(shown: str) -> str:
    """What was expressly not done: not saying is no comment; not backing or accepting is refusing."""
    if shown in ("support", "acceptance", "assurance", "offer"):
        return "refusal"
    return shown if shown in ("attitude", "refusal", "denial") else "no_comment"


def _by_content(said: str) -> str | None:
    if said.rstrip(" \"”’'»").endswith("?"):
        return "question"
    there = beginnings(said)
    for act, search, heads in _searches():
        if (heads is None or not heads.isdisjoint(there)) and search(said):
            return act
    return None
