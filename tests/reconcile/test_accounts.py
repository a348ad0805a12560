"""What an article tells that may bear on a commitment."""

import re

import pytest

from sayso.reconcile.accounts import day_of, signs_in
from sayso.schema.data import read_data
from tests.reconcile.promises import CHILE, PERU, PERU_ARMY, Article

SIGNS = {
    "keeps": "it had kept its promise",
    "breaks": "in flagrant violation of the accord",
    "part": "it opened only one lane",
    "stalls": "the clearance has not begun",
    "suspends": "it suspended its participation in the treaty",
    "withdraws": "she withdrew her offer",
    "unable": "the patrol was unable to verify who fired",
    "found": "the mission found it so",
    "reaffirms": "he reiterated it",
    "holds": "the truce is holding",
    "admits": "the army acknowledged the loss",
    "negates": "the gate is not open",
    "future": "they will return",
    "speaks_of": "the deadline set in May",
}


def test_every_sign_has_an_example_and_every_pattern_compiles() -> None:
    table = read_data("sayso.reconcile", "bearing.toml")["signs"]
    assert set(SIGNS) == set(table)
    for patterns in table.values():
        for pattern in patterns:
            re.compile(pattern)


@pytest.mark.parametrize(("sign", "words"), SIGNS.items())
def test_words_show_a_sign(sign: str, words: str) -> None:
    assert sign in signs_in(words)


@pytest.mark.parametrize(
    "words", ["Peru opened the port.", "The talks lasted two days.", "A breach in the dam was mended."]
)
def test_words_of_something_else_show_none_of_breach_or_keeping(words: str) -> None:
    assert not signs_in(words) & {"keeps", "breaks", "stalls", "withdraws", "suspends"}


def test_a_word_not_kept_is_no_word_kept() -> None:
    assert "keeps" not in signs_in("We have not kept our word")


def test_an_event_is_told_in_its_clause() -> None:
    article = Article("Peru moved 18 of its 20 guns, while Chile moved nine of 16.")
    article.does("moved nine", "RETREAT.withdraw", [CHILE])
    account = next(one for one in article.accounts() if one.event)
    assert account.quote == "Chile moved nine of 16."
    assert account.share == (9, 16)


def test_a_sentence_that_somebody_is_quoted_in_is_not_the_outlets_own() -> None:
    text = "The mine clearance has not begun, Peru said."
    assert [one.told_by_outlet for one in Article(text).accounts()] == [True]
    article = Article(text)
    article.says(PERU, "The mine clearance has not begun")
    assert [one.told_by_outlet for one in article.accounts()] == [False]


def test_a_reply_takes_up_what_others_said_before_it() -> None:
    article = Article("Peru shelled the port, Chile said. Peru said it was calm. Peru denied it.")
    told = article.says(CHILE, "Peru shelled the port", "accusation")
    article.says(PERU, "it was calm")
    article.says(PERU_ARMY, "it.", "denial")
    denial = next(one for one in article.accounts() if one.act == "denial")
    assert [one.id for one in denial.to] == [told.id]


def test_a_week_counts_as_its_month_and_a_season_as_its_year() -> None:
    article = Article("Peru freed nine. Peru freed ten.")
    article.does("freed nine", "RETREAT.release", [PERU], date="2031-W20")
    article.does("freed ten", "RETREAT.release", [PERU], date="2031-SP")
    assert [one.day for one in article.accounts() if one.event] == ["2031-05", "2031"]


def test_an_article_without_a_date_is_of_the_latest_day_it_tells_of() -> None:
    article = Article("Peru freed nine. Peru freed ten.", published="")
    article.does("freed nine", "RETREAT.release", [PERU], date="2031-05-02")
    article.does("freed ten", "RETREAT.release", [PERU], date="2031-05-04")
    assert day_of(article.page, article.said, article.done) == "2031-05-04"
