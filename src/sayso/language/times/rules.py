"""The rows of `rules.toml`: the file in, compiled patterns in their order out."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache

from sayso.language.times.slots import slots
from sayso.schema.data import read_data

_GROUP = re.compile(r"\(\?P<([a-z]+)>")

__all__ = ["Rule", "RuleError", "rules"]


class RuleError(ValueError):
    """A rule that cannot be read: which one, and why."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern, what must stand in a stretch for it to be tried, and the reader that gives its value."""

    id: str
    how: str
    needs: frozenset[str]
    narrative: bool
    pattern: re.Pattern[str]
    example: str
    value: str


@cache
def rules() -> tuple[Rule, ...]:
    """All rules, the first that fits wins.

    >>> [rule.example for rule in rules() if rule.id == "iso"]
    ['dated 2025-10-12']
    """
    read = tuple(_read(row) for row in read_data(__package__, "rules.toml")["rule"])
    if len({rule.id for rule in read}) != len(read):
        raise RuleError("rules.toml gives two rules one id")
    return read


def _read(row: dict[str, object]) -> Rule:
    fields = {"id", "how", "needs", "pattern", "example", "value"}
    if not fields <= set(row) <= fields | {"narrative"}:
        raise RuleError(f"rules.toml, rule {row.get('id', '?')}: needs {', '.join(sorted(fields))}, and nothing else")
    needs = row["needs"]
    if not isinstance(needs, list):
        raise RuleError(f"rules.toml, rule {row['id']}: `needs` is a list of kinds of words")
    try:
        pattern = _compiled(str(row["pattern"]))
    except (KeyError, re.error) as problem:
        raise RuleError(f"rules.toml, rule {row['id']}: {problem}") from problem
    told = {name: str(row[name]) for name in ("id", "how", "example", "value")}
    return Rule(needs=frozenset(needs), narrative=bool(row.get("narrative")), pattern=pattern, **told)


def _compiled(pattern: str) -> re.Pattern[str]:
    """A blank is any one or two, `~` one or a hyphen, `{name}` a slot; where one comes again its group is `name2`."""
    spaced = pattern.replace(" ?", r"\s{0,2}").replace(" ", r"\s{1,2}").replace("~", r"(?:\s{1,2}|[-–‑])")
    seen: Counter[str] = Counter()

    def fill(slot: re.Match[str]) -> str:
        return _GROUP.sub(lambda group: _numbered(group[1], seen), slots()[slot[1]])

    filled = re.sub(r"\{([a-z]+)\}", fill, spaced)
    return re.compile(rf"(?<!\w)(?:{filled})", re.IGNORECASE)


def _numbered(name: str, seen: Counter[str]) -> str:
    seen[name] += 1
    return f"(?P<{name}{seen[name] if seen[name] > 1 else ''}>"
