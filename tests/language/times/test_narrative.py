"""How a history is told from news."""

from __future__ import annotations

from datetime import date

from sayso.language.times.narrative import is_narrative

HISTORY = (
    "In 1911 the province rose. By 1912 the governor had fled; in 1913 he came back with an army. The truce of 1914 "
    "held until 1916, when the river towns were burned. Peace was made in 1918."
)
NEWS = (
    "The minister said on Monday that the 1994 deal was dead. He said the talks of 1998, 2001, 2004, 2009 and 2012 had "
    "failed and would fail again this year, officials said yesterday."
)
TODAY = date(2025, 10, 15)


def test_a_text_with_years_of_its_own_is_a_history() -> None:
    assert is_narrative(HISTORY, TODAY)


def test_a_reporter_makes_it_news() -> None:
    assert not is_narrative(NEWS, TODAY)


def test_years_about_publication_are_news() -> None:
    assert not is_narrative(HISTORY, date(1914, 12, 1))


def test_where_no_day_is_known_every_year_counts() -> None:
    assert is_narrative(HISTORY, None)


def test_a_few_years_are_not_enough() -> None:
    assert not is_narrative("It began in 1911 and ended in 1912.", TODAY)


def test_figures_of_this_year_and_the_last_are_news() -> None:
    told = "Sales fell in 2025 from 2024. In the 2024 season 90 came, in 2025 50. The 2025 fair is off, as in 2024."
    assert not is_narrative(told, TODAY)


def test_a_reporter_among_few_years_makes_it_news() -> None:
    assert not is_narrative(HISTORY + " The governor said so; officials said no.", TODAY)
