"""How much a denial denies: the whole, a part, what it is called, or who did it."""

from __future__ import annotations

import pytest

from sayso.reconcile.denying import SCOPES, scope_of
from sayso.schema.data import read_data


@pytest.mark.parametrize(
    ("content", "scope"),
    [
        ("that account", "whole"),
        ("that the mill was burned", "whole"),
        ("the figure was exaggerated", "part"),
        ("the patrol was not an act of aggression", "characterisation"),
        ("any involvement in the raid", "responsibility"),
    ],
)
def test_the_words_of_a_denial_tell_its_scope(content: str, scope: str) -> None:
    assert scope_of(content) == scope


def test_responsibility_is_looked_for_before_a_part() -> None:
    assert scope_of("only bandits were behind the raid") == "responsibility"


@pytest.mark.parametrize("scope", SCOPES[:-1])
def test_every_word_of_the_table_tells_a_scope(scope: str) -> None:
    assert all(scope_of(word) != "whole" for word in read_data("sayso.reconcile", "denying.toml")[scope])
