"""How much of a commitment's matter an account shares, and how much was done."""

import pytest

from sayso.reconcile.accounts import Account
from sayso.reconcile.overlap import extent_of, overlap
from tests.reconcile.promises import PERU, Article, telling


def event(text: str, trigger: str, kind: str = "RETREAT.release") -> Account:
    article = Article(text)
    article.does(trigger, kind, [PERU])
    return next(one for one in article.accounts() if one.event)


def test_words_of_the_deed_count_little_beside_words_of_the_matter() -> None:
    view = telling("to reopen the Tacna crossing")
    place = overlap(view, event("Peru reopened the Arica bridge.", "reopened", "RETREAT.access"))
    same = overlap(view, event("Peru reopened the Tacna crossing.", "reopened", "RETREAT.access"))
    assert not place.clear
    assert same.clear
    assert same.most


def test_words_around_count_half_and_only_beside_some_of_its_own() -> None:
    view = telling("to free nine sailors held at Tacna")
    around = overlap(view, event("The sailors held at Tacna wept. Peru freed them.", "freed"))
    assert around.own < around.near


@pytest.mark.parametrize(
    ("told", "extent"),
    [
        ("freed nine sailors", "keeps"),
        ("freed ten sailors", "keeps"),
        ("freed 9 of 9 sailors", "keeps"),
        ("freed four sailors", "part"),
        ("freed 4 of 9 sailors", "part"),
        ("freed only the sick sailors", "part"),
        ("freed none of the nine sailors", "stalls"),
    ],
)
def test_how_much_was_done(told: str, extent: str) -> None:
    assert extent_of(telling("to free nine sailors"), event(f"Peru {told}.", "freed")) == extent


def test_so_many_of_nobody_knows_how_many_are_a_part() -> None:
    assert extent_of(telling("to free the prisoners"), event("Peru freed 40 prisoners.", "freed")) == "part"
