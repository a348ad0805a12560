"""Articles of many kinds and regions: political ones are read, plain sport, entertainment and recipes are not."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.extract.scope import scope_of
from sayso.model import Scope

OPENINGS = tomllib.loads(Path(__file__).with_name("openings.toml").read_text("utf-8"))
OUT, KEPT = OPENINGS["out"], OPENINGS["kept"]
MATCH = OUT["football"]["text"]
WAR = KEPT["war"]["text"]


@pytest.mark.parametrize("name", OUT)
def test_an_article_plainly_about_something_else_is_out(name: str) -> None:
    verdict = scope_of(OUT[name]["title"], OUT[name]["text"], Scope())
    assert not verdict.in_scope
    assert verdict.score < 0.5


@pytest.mark.parametrize("name", KEPT)
def test_politics_and_conflict_are_kept_in_whatever_clothes(name: str) -> None:
    assert scope_of(KEPT[name]["title"], KEPT[name]["text"], Scope()).in_scope


@pytest.mark.parametrize("name", KEPT)
def test_a_political_article_without_a_title_is_kept(name: str) -> None:
    assert scope_of(None, KEPT[name]["text"], Scope()).in_scope


def test_the_reason_names_theme_and_words() -> None:
    assert scope_of(OUT["lentils"]["title"], OUT["lentils"]["text"], Scope()).why.startswith("food: ")
    assert "artillery" in scope_of(KEPT["war"]["title"], WAR, Scope()).why


def test_with_everything_in_scope_a_match_report_is_read_and_keeps_its_score() -> None:
    verdict = scope_of(None, MATCH, Scope(all=True))
    assert verdict.in_scope
    assert verdict.score == scope_of(None, MATCH, Scope()).score


@pytest.mark.parametrize("text", ["", "   \n", "12 345 !", "Read more", "Noor and Bilal met."])
def test_too_little_to_judge_by_is_kept(text: str) -> None:
    assert scope_of(None, text, Scope()).in_scope


def test_a_text_in_another_language_is_kept() -> None:
    text = (
        "Il governo cerca di chiudere sulla manovra, ma in aula è già derby tra i due soci della maggioranza. Il "
        "ministro ha risposto alle accuse con un film già visto: la colpa è di chi c'era prima. I sindacati "
        "preparano lo sciopero, le opposizioni chiedono le dimissioni del sottosegretario e annunciano battaglia "
        "sui tagli alle scuole, agli ospedali e alle pensioni. Nessuno, intorno al presidente, crede che si voti "
        "prima di Natale."
    )
    assert scope_of(None, text, Scope()).in_scope


def test_a_digest_that_opens_with_sport_is_kept_for_its_politics() -> None:
    sport = " ".join(
        each["text"] for name, each in OUT.items() if name in ("football", "cricket", "tennis", "hockey", "golf")
    )
    assert not scope_of(None, sport * 3, Scope()).in_scope
    politics = " ".join(KEPT[name]["text"] for name in ("war", "ceasefire", "parliament", "protest", "latin", "un"))
    assert scope_of(None, sport * 3 + "\n" + politics * 3, Scope()).in_scope


def test_a_scope_with_a_place_leaves_out_wars_elsewhere() -> None:
    scope = Scope(places=("Karo", "Upper Valley"))
    assert scope_of(None, WAR + " The town lies in the upper\nvalley.", scope).in_scope
    verdict = scope_of(None, WAR, scope)
    assert not verdict.in_scope
    assert "mentions none" in verdict.why


def test_an_entry_of_any_list_is_enough() -> None:
    scope = Scope(actors=("Free Rivers Army",), places=("Karo",), words=("artillery",))
    assert scope_of(None, WAR, scope).why.startswith("mentions artillery")


def test_a_match_report_that_mentions_the_place_stays_out() -> None:
    assert not scope_of("Rovers win in Karo", MATCH, Scope(places=("Karo",))).in_scope


@given(st.text(), st.text())
def test_any_text_gets_a_score_from_0_to_1_and_a_reason(title: str, text: str) -> None:
    verdict = scope_of(title, text, Scope())
    assert 0 <= verdict.score <= 1
    assert verdict.why


@given(st.sampled_from(sorted(OUT)), st.text(alphabet=" \n\t0123456789.,;:!", max_size=30))
def test_figures_and_white_space_change_nothing(name: str, noise: str) -> None:
    text = OUT[name]["text"]
    assert scope_of(None, f"{noise} {text} {noise}", Scope()) == scope_of(None, text, Scope())
