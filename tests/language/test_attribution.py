"""Spans and scores of links become attributions: each content votes for its cue, each cue chooses its source."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.language.annotation import Annotation
from sayso.language.attribution import Found, attributions
from sayso.language.encoder import Window, encoder
from sayso.language.pipeline import load
from sayso.language.windows import Words

LABELS = {"attr": ["O", "B-cue", "B-source", "B-content", "I-cue", "I-source", "I-content"]}
SURE = 9.0

Span = tuple[int, int, str]


def annotated(
    count: int, spans: list[Span], cues: dict[int, int], sources: dict[int, int], first: int = 0
) -> Annotation:
    """A window of words; each span's words vote for the cue at `cues`, each cue chooses the source at `sources`."""
    tags = np.zeros(count, np.int64)
    for start, end, kind in spans:
        tags[start:end] = LABELS["attr"].index(f"I-{kind}")
        tags[start] = LABELS["attr"].index(f"B-{kind}")
    scores = np.full((count, 7), -SURE, np.float32)
    scores[np.arange(count), tags] = SURE
    to_cue, to_source = (np.zeros((count, count + 1), np.float32) for _ in range(2))
    for start, end, _ in spans:
        if start in cues:
            to_cue[start:end, cues[start] + 1] = SURE
        if start in sources:
            to_source[start, sources[start] + 1] = SURE
    none, pad = np.zeros(count, np.int32), np.zeros((count, 1), np.float32)
    window = Window(
        first,
        first + count,
        none,
        none,
        none,
        none,
        pad,
        scores,
        scores,
        pad,
        pad,
        none,
        none,
        none,
        pad,
        to_cue,
        to_source,
        pad,
    )
    words = Words([], [], [], [], [], [])
    whole = np.zeros(first + count, np.int64)
    lead = np.concatenate([np.zeros(first, np.int64), tags])
    moved = [(a + first, b + first, kind) for a, b, kind in spans]
    return Annotation(
        words,
        whole,
        whole,
        whole,
        whole,
        whole,
        whole,
        whole,
        pad,
        {"attr": moved, "inner": moved},
        {"attr": lead, "inner": lead},
        (window,),
    )


def found_in(
    annotation: Annotation,
) -> list[tuple[tuple[int, int] | None, tuple[int, int] | None, list[tuple[int, int]]]]:
    return [(found.source, found.cue, found.content) for found in attributions(annotation, LABELS)]


SENTENCE: list[Span] = [(0, 2, "source"), (2, 3, "cue"), (3, 6, "content")]


def test_a_content_a_cue_and_a_source_make_an_attribution() -> None:
    assert found_in(annotated(8, SENTENCE, {3: 2}, {2: 0})) == [((0, 2), (2, 3), [(3, 6)])]


def test_ranges_count_in_the_text_not_in_the_window() -> None:
    assert found_in(annotated(8, SENTENCE, {3: 2}, {2: 0}, first=40)) == [((40, 42), (42, 43), [(43, 46)])]


def test_a_cue_may_choose_no_source() -> None:
    annotation = annotated(8, SENTENCE, {3: 2}, {})
    annotation.windows[0].to_source[2, 0] = SURE
    assert found_in(annotation) == [(None, (2, 3), [(3, 6)])]


def test_a_source_may_serve_two_cues() -> None:
    spans = [*SENTENCE, (7, 8, "cue"), (8, 10, "content")]
    assert found_in(annotated(10, spans, {3: 2, 8: 7}, {2: 0, 7: 0})) == [
        ((0, 2), (2, 3), [(3, 6)]),
        ((0, 2), (7, 8), [(8, 10)]),
    ]


def test_two_pieces_that_vote_for_one_cue_are_one_content() -> None:
    spans: list[Span] = [(0, 3, "content"), (3, 4, "source"), (4, 5, "cue"), (5, 8, "content")]
    assert found_in(annotated(8, spans, {0: 4, 5: 4}, {4: 3})) == [((3, 4), (4, 5), [(0, 3), (5, 8)])]


def test_a_content_without_any_cue_stands_alone() -> None:
    assert found_in(annotated(6, [(1, 4, "content")], {}, {})) == [(None, None, [(1, 4)])]


def test_a_cue_without_content_is_nothing() -> None:
    assert found_in(annotated(6, [(0, 2, "source"), (2, 3, "cue")], {}, {2: 0})) == []


def test_an_inner_statement_is_marked() -> None:
    annotation = annotated(8, SENTENCE, {3: 2}, {2: 0})
    assert [found.inner for found in attributions(annotation, LABELS, "inner")] == [True]


def test_sure_tags_and_links_make_sure_features() -> None:
    (found,) = attributions(annotated(8, SENTENCE, {3: 2}, {2: 0}), LABELS)
    assert min(found.features[name] for name in ("link", "content", "edges", "cue", "source", "source_link")) > 0.9


NLP = load()
WORD = st.sampled_from(
    ["Reyl", "said", "that", "“", "”", "No", ",", ".", "the", "army", "denied", "left", "\n\n", "it"]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(WORD, max_size=120).map(" ".join))
def test_whatever_the_text_ranges_stand_inside_it_and_apart(text: str) -> None:
    annotation: Annotation = NLP(text)._.annotation
    for task in ("attr", "inner"):
        for found in attributions(annotation, encoder().labels, task):
            assert _is_apart(found, len(annotation.words))
            assert all(np.isfinite(value) for value in found.features.values())


def _is_apart(found: Found, count: int) -> bool:
    ranges = sorted([*found.content, *filter(None, (found.source, found.cue))])
    edges = [at for first, last in ranges for at in (first, last - 1)]
    return bool(found.content) and edges == sorted(edges) and edges[0] >= 0 and edges[-1] < count
