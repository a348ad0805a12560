"""The check before a search never hides what the search would find."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.extract.statements.acts import patterns
from sayso.extract.statements.heads import beginnings, heads_of

_SAID = (
    "we will not shoot they must never had the army reneged on a pledge and i'd be ready to let him burn our lies "
    "unless it was either or regret sorry play with fire no truth"
)
_WORDS = st.sampled_from(_SAID.split(" "))


@pytest.mark.parametrize(
    ("pattern", "heads"),
    [
        (r"\bviolat\w+", {"vio"}),
        (r"\b(?:we|our men)\b.{0,9}\bshoot\b", {"we", "our"}),
        (r"\b(?:shell(?:ed|ing)|fired)|\bno truth", {"she", "fir", "no"}),
        (r"\bneeds? to\b", {"nee"}),
        (r"\b(?:un|in)true\b", None),
        (r"\b(?:very )?bad\b", None),
        (r"^\W*no\b", None),
    ],
)
def test_heads(pattern: str, heads: set[str] | None) -> None:
    found = heads_of(pattern)
    assert (None if found is None else set(found)) == heads


@given(st.lists(_WORDS, max_size=12).map(" ".join))
def test_nothing_found_is_skipped(said: str) -> None:
    for _, pattern, _ in patterns():
        heads = heads_of(pattern.pattern)
        if heads is not None and pattern.search(said):
            assert not heads.isdisjoint(beginnings(said))
