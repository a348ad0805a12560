"""What a reader asks for: whose rows, and which places."""

from __future__ import annotations

import pytest

from sayso.report.selection import Selection, Wanted, folded
from tests.report.small_ledger import party

ARMY = Wanted("Army of Ruva", frozenset({"ruv-army"}), frozenset({"army of ruva"}))


@pytest.mark.parametrize(
    ("somebody", "meant"),
    [
        (party("the army", "ruv-army"), True),
        (party("a colonel", None, member_of="ruv-army"), True),
        (party("The Army of Ruva"), True),
        (party("Army of Ruva", "ost-army"), False),
        (party("Ana Roth"), False),
        (None, False),
    ],
)
def test_an_actor_is_meant_by_its_id_or_its_members_and_by_name_only_without_one(
    somebody: dict[str, object] | None, meant: bool
) -> None:
    assert ARMY.is_meant(somebody) is meant


def test_without_an_actor_every_row_is_asked_for() -> None:
    assert Selection().takes_party([None])
    assert not Selection(actor=ARMY).takes_party([None])


@pytest.mark.parametrize(
    ("place", "words", "taken"),
    [
        ({"name": "Upper Karva", "country": "RUV"}, [], True),
        ({"name": "Karvash", "country": None}, [], False),
        (None, ["shots near Karva, they said"], True),
        (None, ["the Karvan side"], False),
        (None, [], False),
    ],
)
def test_a_place_is_named_by_its_words_not_by_parts_of_them(
    place: dict[str, object] | None, words: list[str], taken: bool
) -> None:
    assert Selection(place="karva").takes_place([place], words) is taken


def test_a_state_is_a_place_by_its_code() -> None:
    assert Selection(place="RUV").takes_place([{"name": "Selm", "country": "RUV"}], [])


def test_names_are_compared_without_article_and_letters_case() -> None:
    assert folded("  THE Rovik  Front") == "rovik front"
