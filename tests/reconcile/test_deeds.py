"""Kinds of deeds are data: every row is valid, and is read out of a sentence."""

import pytest

from sayso.reconcile import deeds as module
from sayso.reconcile.deeds import deeds
from sayso.reconcile.matter import matter_of

EXAMPLES = {
    "release": "to free the nine prisoners",
    "ceasefire": "to observe a truce along the coast",
    "withdraw": "to pull its tanks back from the river",
    "open": "to reopen the Tacna crossing",
    "close": "to shut the border to trade",
    "pay": "to compensate the widow",
    "aid": "to deliver wheat to the valley",
    "meet": "to host a round of talks",
    "agree": "to sign the treaty in June",
    "inquire": "to investigate the shooting",
    "complain": "to file a complaint with the tribunal",
    "clear": "to clear the mines from the road",
    "deploy": "to send thirty observers",
    "disarm": "to disarm within a month",
    "ground": "to suspend drone flights over the reef",
    "soil": "that its soil will not be used by militants",
    "strike": "to retaliate",
    "sanction": "to impose sanctions on the port",
    "restore": "to restore diplomatic ties",
    "apologise": "to apologise in public",
    "punish": "to put the commander on trial and prosecute the killers",
    "vote": "to hold elections by spring",
    "share": "to share the map of the minefield",
}


def test_every_kind_of_deed_has_an_example() -> None:
    assert set(EXAMPLES) == set(deeds())


@pytest.mark.parametrize(("name", "terms"), EXAMPLES.items())
def test_terms_tell_a_kind_of_deed(name: str, terms: str) -> None:
    assert name in matter_of(terms).deeds


def test_a_thing_without_the_act_and_an_act_without_the_thing_tell_nothing() -> None:
    assert "release" not in matter_of("the prisoners were tired").deeds
    assert "release" not in matter_of("to release a statement").deeds


@pytest.mark.parametrize(
    "row",
    [
        {"things": ["gun"]},
        {"acts": ["move"], "colour": ["red"]},
        {"acts": "move"},
        {"acts": ["move"], "keeps": ["WALK"]},
        {"acts": ["move"], "breaks": ["RETREAT.sideways"]},
    ],
)
def test_a_row_that_is_not_valid_is_refused_by_its_name(
    row: dict[str, object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "read_data", lambda *_: {"walk": row})
    deeds.cache_clear()
    try:
        with pytest.raises(ValueError, match=r"deeds\.toml"):
            deeds()
    finally:
        deeds.cache_clear()
