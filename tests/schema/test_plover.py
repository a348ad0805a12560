"""PLOVER's vocabulary is the manual's: sixteen roots in four quad classes, 67 modes, 37 contexts."""

from __future__ import annotations

import pytest

from sayso.schema.plover import contexts, roots


def test_there_are_sixteen_roots_under_their_own_names() -> None:
    assert sorted(roots()) == [
        "ACCUSE",
        "AGREE",
        "AID",
        "ASSAULT",
        "COERCE",
        "CONCEDE",
        "CONSULT",
        "COOPERATE",
        "MOBILIZE",
        "PROTEST",
        "REJECT",
        "REQUEST",
        "RETREAT",
        "SANCTION",
        "SUPPORT",
        "THREATEN",
    ]
    assert all(root.name == name for name, root in roots().items())


@pytest.mark.parametrize(
    ("quad", "names"),
    [
        (1, {"AGREE", "CONSULT", "SUPPORT", "CONCEDE"}),
        (2, {"COOPERATE", "AID", "RETREAT"}),
        (3, {"REQUEST", "ACCUSE", "REJECT", "THREATEN"}),
        (4, {"PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"}),
    ],
)
def test_quad_classes_are_the_manuals(quad: int, names: set[str]) -> None:
    assert {name for name, root in roots().items() if root.quad == quad} == names


def test_three_roots_need_a_recipient() -> None:
    assert {name for name, root in roots().items() if root.recipient} == {"AID", "COOPERATE", "SANCTION"}


@pytest.mark.parametrize("name", ["AGREE", "SUPPORT", "CONCEDE", "COOPERATE", "AID"])
def test_five_roots_have_no_modes(name: str) -> None:
    assert roots()[name].modes == ()


def test_demands_and_refusals_share_their_modes() -> None:
    assert roots()["REQUEST"].modes == roots()["REJECT"].modes == ("assist", "change", "yield", "meet")


def test_no_mode_is_named_twice_under_a_root() -> None:
    for root in roots().values():
        assert len(set(root.modes)) == len(root.modes)


def test_there_are_sixty_seven_modes() -> None:
    assert sum(len(root.modes) for root in roots().values()) == 67


def test_there_are_thirty_seven_contexts() -> None:
    assert len(set(contexts())) == len(contexts()) == 37
