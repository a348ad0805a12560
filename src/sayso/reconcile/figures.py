"""A figure's bounds, its words and the name of a policy in, the bounds that the policy gives vague words out.

The policies are data (figures.toml): `acled`, `ucdp`, `none`. A number that the words tell is never touched.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from sayso.schema.data import read_data

__all__ = ["POLICIES", "Policy", "PolicyError", "policy_of", "range_of"]

POLICIES = ("acled", "ucdp", "none")
"""The names of the policies."""
_GIVEN = frozenset(("both", "low"))
_SCALES = {"dozen": 12, "score": 20, "hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}


class PolicyError(ValueError):
    """No policy has this name, or its table is not what it must be; the message names it."""


class Policy(NamedTuple):
    """What each vague word stands for, and whether for the `low` side alone or for both; `pattern` finds them."""

    given: str
    values: Mapping[str, int]
    pattern: re.Pattern[str]


@cache
def policy_of(name: str) -> Policy:
    """The policy of a name.

    Raises:
        PolicyError: there is none, or its table is damaged.

    >>> policy_of("acled").values["dozens"]
    12
    """
    tables = read_data("sayso.reconcile", "figures.toml")
    if name not in tables:
        raise PolicyError(f"No policy for vague words is called {name!r}: it is one of {', '.join(tables)}.")
    table = tables[name]
    values = {**table["known"], **table["ours"]}
    if table["given"] not in _GIVEN:
        raise PolicyError(f"figures.toml [{name}]: given is `both` or `low`, not {table['given']!r}.")
    for word, value in values.items():
        if not isinstance(value, int) or value < 1:
            raise PolicyError(f"figures.toml [{name}] {word}: a whole number above zero is wanted, not {value!r}.")
    return Policy(table["given"], values, _pattern(values))


def _pattern(values: Mapping[str, int]) -> re.Pattern[str]:
    phrases = "|".join(sorted(map(re.escape, values), key=lambda phrase: (-len(phrase), phrase)))
    scales = "|".join(_SCALES)
    return re.compile(rf"\b(?P<word>{phrases or '(?!)'})\b(?:[ -](?P<scale>{scales})\b)?")


def range_of(low: int | None, high: int | None, words: str, policy: str = "none") -> tuple[int | None, int | None]:
    """The bounds of a figure under a policy: as told where they are, else what the vague word stands for.

    Raises:
        PolicyError: no policy has this name.

    >>> range_of(None, None, "dozens", "acled"), range_of(None, None, "dozens", "ucdp")
    ((12, 12), (24, None))
    >>> range_of(11, None, "at least 11", "ucdp")
    (11, None)
    """
    chosen = policy_of(policy)
    if low is not None or high is not None:
        return low, high
    found = chosen.pattern.search(" ".join(words.lower().replace("\u00a0", " ").split()))
    if not found:
        return None, None
    value = chosen.values[found["word"]] * _SCALES.get(found["scale"] or "", 1)
    return value, value if chosen.given == "both" else None
