"""Lines in, counts out: what the features stand on."""

from __future__ import annotations

import tomllib
from importlib.resources import files

import numpy as np
import pytest

from sayso.clean.flattened.features import FEATURES, best_stretch, features_of
from sayso.clean.flattened.looks import looks_of
from sayso.clean.flattened.words import KINDS, TOKEN
from tests.clean.flattened.pages import BODY, PAGE

WORDS = files("sayso.clean.flattened").joinpath("words.toml").read_text("utf-8")


def test_a_name_glued_to_a_byline_shows_as_glue() -> None:
    assert looks_of(["Dana OrvilleBy Dana OrvilleMarch 3", "Dana Orville"]).glued.tolist() == [2, 0]


def test_capitals_are_counted_by_word_within_their_line() -> None:
    assert looks_of(["one Two NATO", "Three"]).capitals.tolist() == [2, 1]


def test_sentence_ends_inside_a_line_are_counted() -> None:
    assert looks_of(["It rained. We left! Why?", "It rained."]).sentences.tolist() == [2, 0]


def test_cut_off_lines_are_seen() -> None:
    assert looks_of(["The rest of it …", "The rest of it...", "The rest of it."]).trailing.tolist() == [
        True,
        True,
        False,
    ]


def test_long_running_lines_are_prose_in_any_script() -> None:
    lines = [
        "• Home",
        BODY[0],
        "これは長い文章であり、川を渡る船が止まったことを伝えている。",
        "Home News Sport Opinion Business Travel Weather Video Photos Jobs Money Culture",
    ]
    assert looks_of(lines).prose.tolist() == [False, True, True, False]


def test_known_words_count_by_kind() -> None:
    kinds = looks_of(["Copy link and share"]).kinds[0]
    assert kinds[KINDS.index("share")] == 3
    assert kinds[KINDS.index("function")] == 1


def test_what_is_said_twice_in_a_page_echoes() -> None:
    assert looks_of(["the old bridge fell", "they say the old bridge fell", "nothing else"]).echoed.tolist() == [
        3,
        3,
        0,
    ]


def test_headlines_on_the_articles_subject_are_topical_and_others_are_not() -> None:
    looks = looks_of([*BODY, "Ferry crews and council talks", "Quince marmalade recipes"])
    assert looks.topical[-2] > 0
    assert looks.topical[-1] == 0


def test_one_row_of_finite_features_a_line() -> None:
    table = features_of(looks_of(PAGE))
    assert table.shape == (len(PAGE), FEATURES)
    assert np.isfinite(table).all()


def test_the_best_stretch_has_the_greatest_sum() -> None:
    gains = np.array([-1, 3, -1, 4, -9, 5, -1], np.float32)
    assert best_stretch(gains) == (1, 3)


@pytest.mark.parametrize("kind", KINDS)
def test_every_listed_word_counts_as_its_kind(kind: str) -> None:
    listed = TOKEN.findall(tomllib.loads(WORDS)[kind].replace("\n", " "))
    counts = looks_of(listed).kinds[:, KINDS.index(kind)]
    assert len(listed) > 30
    assert counts.tolist() == [1.0] * len(listed)
