"""The trees of a whole text as one: numbered as its words are, and nothing hung across sentences."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.language import annotated
from sayso.language.dependencies import Dependencies
from sayso.language.encoder import encoder
from sayso.language.reading_tree import dependencies_of

PIECES = "The the army a mill burned left said that which by of near — , . “ ” and not"
WORDS = st.sampled_from([*PIECES.split(), "\n\n"])


def tree_of(text: str) -> Dependencies:
    return dependencies_of(annotated(text), encoder())


def hung(text: str, form: str) -> tuple[str, str]:
    """The relation of a word, and the word it hangs on."""
    tree = tree_of(text)
    at = tree.forms.index(form)
    return tree.relations[at], tree.forms[tree.heads[at]]


def test_forms_are_the_words_in_lower_case() -> None:
    text = "The Army left. It burned."
    assert tree_of(text).forms == [form.lower() for form in annotated(text).words.form]


@pytest.mark.parametrize(
    ("text", "form", "relation", "head"),
    [
        ("Troops burned the mill.", "troops", "nsubj", "burned"),
        ("Troops burned the mill.", "mill", "obj", "burned"),
        ("The mill was burned by troops.", "mill", "nsubj:pass", "burned"),
        ("The mill near the river burned.", "near", "case", "river"),
        ("Soldiers and farmers left.", "farmers", "conj", "soldiers"),
    ],
)
def test_relations_are_those_of_universal_dependencies(text: str, form: str, relation: str, head: str) -> None:
    assert hung(text, form) == (relation, head)


def test_lemmas_are_in_lower_case() -> None:
    tree = tree_of("Soldiers were burning mills in Kenya.")
    assert [tree.lemmas[tree.forms.index(form)] for form in ("soldiers", "burning", "mills", "kenya")] == [
        "soldier",
        "burn",
        "mill",
        "kenya",
    ]


def test_every_sentence_has_its_own_root() -> None:
    tree = tree_of("Troops burned the mill. Farmers left. It rained.")
    roots = [tree.forms[at] for at, head in enumerate(tree.heads) if head == at]
    assert roots == ["burned", "left", "rained"]


def test_a_text_without_words_has_an_empty_tree() -> None:
    assert tree_of("").heads == []


@settings(max_examples=40, deadline=None)
@given(st.lists(WORDS, max_size=40).map(" ".join))
def test_every_word_is_in_the_tree_once_and_under_a_root(text: str) -> None:
    tree = tree_of(text)
    count = len(annotated(text).words)
    assert {len(row) for row in (tree.heads, tree.relations, tree.pos, tree.tags, tree.forms, tree.lemmas)} == {count}
    assert sorted(tree.order) == list(range(count))


@settings(max_examples=20, deadline=None)
@given(st.lists(WORDS, max_size=40).map(" ".join))
def test_nothing_hangs_across_sentences(text: str) -> None:
    tree, starts = tree_of(text), annotated(text).starts.tolist()
    sentence = [sum(starts[: at + 1]) for at in range(len(starts))]
    assert all(sentence[at] == sentence[head] for at, head in enumerate(tree.heads))
