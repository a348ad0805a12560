"""The shipped word list: what it knows, what it trusts, and the notice that travels with it."""

from importlib import resources

import pytest

from sayso.clean.spelling.words import lexicon


@pytest.mark.parametrize(
    "word", ["attack", "security", "landmine", "protesters", "taliban", "ceasefire", "organise", "organize"]
)
def test_words_of_the_news_are_trusted(word: str) -> None:
    assert lexicon().trusted(word)


@pytest.mark.parametrize("piece", ["secu", "rity", "terr", "rist", "ment", "cks", "re", "ti"])
def test_the_halves_of_a_broken_word_are_no_words(piece: str) -> None:
    assert not lexicon().knows_piece(piece)


def test_the_commoner_word_wins_only_where_it_is_clearly_commoner() -> None:
    words = lexicon()
    assert words.best(["killed", "kilned"], capital=False) == "killed"
    assert words.best(["fail", "fall"], capital=False) is None


def test_a_name_is_no_rival_to_a_word_in_small_letters() -> None:
    assert lexicon().best(["action", "acton"], capital=False) == "action"


def test_the_notice_of_the_list_s_makers_is_in_the_package() -> None:
    notice = resources.files("sayso.clean.spelling").joinpath("SCOWL-NOTICE.txt").read_text(encoding="utf-8")
    assert "Kevin Atkinson" in notice
