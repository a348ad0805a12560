"""Stems and weights of words: what forms share, and that a rare word says more than a common one."""

import pytest

from sayso.reconcile.weighing import stem, weight, words_in


@pytest.mark.parametrize(
    ("forms", "shared"),
    [
        (("shell", "shells", "Shelled", "shelling"), "shell"),
        (("close", "closed", "closes", "closing"), "clos"),
        (("city", "cities"), "city"),
        (("stop", "stopped", "stopping"), "stop"),
        (("police", "police's", "police’s"), "polic"),
    ],
)
def test_forms_of_a_word_share_a_stem(forms: tuple[str, ...], shared: str) -> None:
    assert {stem(form) for form in forms} == {shared}


def test_short_words_and_numbers_keep_their_ending() -> None:
    assert [stem(word) for word in ("gas", "is", "1990s", "23")] == ["gas", "is", "1990", "23"]


def test_a_word_says_more_the_fewer_texts_hold_it() -> None:
    assert weight("the") < weight("week") < weight(stem("soldier")) < weight(stem("howitzers"))


def test_a_word_of_no_text_says_most() -> None:
    assert weight("zzyzx") > weight(stem("howitzer")) - 1 > 5


def test_every_stem_of_the_table_is_one_and_counted_in_fewer_texts_than_there_are() -> None:
    from sayso.reconcile.weighing import _table

    counts, texts = _table()
    assert all(3 <= count <= texts for count in counts.values())
    assert all(word == word.casefold() and word for word in counts)


def test_words_are_parted_at_hyphens_and_keep_apostrophes() -> None:
    assert list(words_in("A 23-year-old, Rovik's, don’t_stop")) == [
        "A",
        "23",
        "year",
        "old",
        "Rovik's",
        "don’t",
        "stop",
    ]
