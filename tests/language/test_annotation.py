"""What the encoder says of a text is whole and consistent, whatever the text."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.language.annotation import TAGGED, Annotation, annotate
from sayso.language.encoder import encoder
from sayso.language.pieces import pieces
from sayso.language.tokens import blank
from sayso.language.windows import words_of

NLP = blank()
WORD = st.sampled_from(["Reyl", "said", "that", "“", "”", "No", ",", ".", "the", "army", "had", "left", "\n\n", "5:40"])
TEXTS = st.one_of(st.text(max_size=80), st.lists(WORD, max_size=80).map(" ".join))


def read(text: str, given: list[int] | None = None) -> Annotation:
    spans = [(token.idx, token.idx + len(token)) for token in NLP(text) if not token.is_space]
    return annotate(words_of(text, spans, pieces()), encoder(), given)


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_every_array_has_one_entry_a_word(text: str) -> None:
    found = read(text)
    count = len(found.words)
    arrays = (found.upos, found.xpos, found.feats, found.lemma, found.starts, found.heads, found.relations)
    assert {*map(len, arrays), len(found.vectors), *map(len, found.tags.values())} == {count}
    assert all(np.isfinite(row).all() for row in found.vectors)
    assert [window.first for window in found.windows] == [0, *(w.last for w in found.windows)][: len(found.windows)]


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_every_sentence_is_one_tree(text: str) -> None:
    found = read(text)
    heads = found.heads.tolist()
    sentence = np.cumsum(found.starts).tolist()
    roots = [sentence[at] for at, head in enumerate(heads) if head == at]
    assert roots == sorted(set(sentence))
    for at in range(len(heads)):
        path = {at}
        while heads[at] != at:
            assert sentence[heads[at]] == sentence[at]
            at = heads[at]
            assert at not in path
            path.add(at)


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_spans_are_in_order_apart_and_inside_one_window(text: str) -> None:
    found = read(text)
    for task in TAGGED:
        edges = [at for first, last, _ in found.spans[task] for at in (first, last - 1)]
        assert edges == sorted(edges)
        assert all(found.window_of(first) is found.window_of(last - 1) for first, last, _ in found.spans[task])


def test_a_paragraph_begins_a_sentence() -> None:
    assert read("The army left\n\nThe talks began").starts[3] == 1


def test_sentences_that_are_known_are_kept() -> None:
    known = [1, 0, 0, 1, 0, 0, 0]
    assert read("He said so and she left again", known).starts.tolist() == known


def test_what_was_read_before_changes_nothing() -> None:
    text = "Reyl denied on Monday that the guns had left."
    first = read(text)
    read("Something else altogether. " * 30)
    again = read(text)
    assert first.spans == again.spans
    assert np.array_equal(first.vectors, again.vectors)
    assert np.array_equal(first.heads, again.heads)


def test_a_text_without_words_has_nothing() -> None:
    found = read(" \n")
    assert len(found.words) == len(found.heads) == len(found.windows) == 0
    assert not any(found.spans.values())
